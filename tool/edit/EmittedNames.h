//===- EmittedNames.h - Names of ours that mean something else ------------===//
//
// Emitted code calls the runtime by name. Where the program has a macro of such
// a name (`slots`, say), the preprocessor would replace it there; where it has
// a namespace or a class `mp`, `mp::slots` would be looked for in that.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_EDIT_EMITTEDNAMES_H
#define MP_TOOL_EDIT_EMITTEDNAMES_H

#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>

namespace clang {
class ASTContext;
class FunctionDecl;
class NamedDecl;
} // namespace clang

namespace mp::tool {

/// The first name of the runtime's in Code that is a macro at the end of the
/// file.
std::optional<std::string> nameTakenByMacro(llvm::StringRef Code,
                                            const clang::ASTContext &Context);

/// What the program declares so that `mp::` does not mean the runtime's
/// namespace in Function, or that can't stand in one file with it. Null: there
/// is nothing of the kind.
const clang::NamedDecl *declarationInTheWay(const clang::FunctionDecl &Function,
                                            const clang::ASTContext &Context);

} // namespace mp::tool

#endif
