//===- EmittedNames.h - Names of ours that a macro would change -----------===//
//
// Emitted code calls the runtime by name. Where the program has a macro of such
// a name (`slots`, say), the preprocessor would replace it there.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_EDIT_EMITTEDNAMES_H
#define MP_TOOL_EDIT_EMITTEDNAMES_H

#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>

namespace clang {
class ASTContext;
}

namespace mp::tool {

/// The first name of the runtime's in Code that is a macro at the end of the
/// file.
std::optional<std::string> nameTakenByMacro(llvm::StringRef Code,
                                            const clang::ASTContext &Context);

} // namespace mp::tool

#endif
