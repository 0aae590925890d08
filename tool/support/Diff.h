//===- Diff.h - Unified differences of two texts --------------------------===//
//
// For --diff. It is made here, since there may be no `diff` where mp-rewrite
// runs.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_SUPPORT_DIFF_H
#define MP_TOOL_SUPPORT_DIFF_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace mp::tool {

/// What leads from Old to New as `diff -u` writes it and `patch` reads it, with
/// three lines of context; empty when they are equal. Name is written in both
/// header lines. A shortest difference by lines (Myers, 1986).
std::string unifiedDiff(llvm::StringRef Name, llvm::StringRef Old,
                        llvm::StringRef New);

} // namespace mp::tool

#endif
