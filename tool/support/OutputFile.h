//===- OutputFile.h - Files that are there whole or not at all ------------===//
//
// For -o and --report: what a build or an editor reads must never be half of a
// file.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_SUPPORT_OUTPUTFILE_H
#define MP_TOOL_SUPPORT_OUTPUTFILE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace mp::tool {

/// Writes Text to Path, `-` being stdout. A regular file is written under
/// another name beside it and then renamed: it is never seen half written, and
/// stays as it was when something goes wrong. What a symbolic link points to is
/// replaced, not the link. Devices and pipes are written to directly.
/// The error's text names the file.
llvm::Error writeFile(llvm::StringRef Path, llvm::StringRef Text);

} // namespace mp::tool

#endif
