//===- Enclosing.h - What a statement is a part of ------------------------===//
//
// Questions about the statements around a statement, up to the loop's body.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_CLASSES_ENCLOSING_H
#define MP_TOOL_CLASSES_ENCLOSING_H

#include "loops/LoopShape.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Stmt.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <optional>

namespace mp::tool {

/// The statement that S is directly a part of; null when there is none.
const clang::Stmt *parentOf(const clang::Stmt *S, clang::ASTContext &C);
bool isInside(const clang::Stmt *Inner, const clang::Stmt *Outer,
              clang::ASTContext &C);
/// The statement that would have to run in the parent for the access at Site to
/// run there; null when there is none (its value flows on into the iteration).
const clang::Stmt *tailStatement(const clang::Stmt *Site,
                                 const LoopShape &Shape, clang::ASTContext &C);

/// The object that E names is there before and after the iteration; of which
/// IsLocal says what are the variables. Nothing: it can't be said. Root: the
/// variable that leads there; null for `this`.
std::optional<bool>
isOuterObject(const clang::Expr *E, const LoopShape &Shape,
              llvm::function_ref<bool(const clang::ValueDecl *)> IsLocal,
              clang::ASTContext &C, const clang::ValueDecl *&Root);

} // namespace mp::tool

#endif
