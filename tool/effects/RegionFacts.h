//===- RegionFacts.h - What code does to its variables --------------------===//
//
// Which variables a loop or function declares, how often it writes them, and of
// which it takes the address.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_EFFECTS_REGIONFACTS_H
#define MP_TOOL_EFFECTS_REGIONFACTS_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Stmt.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

namespace mp::tool {

/// What a code region does to its variables, counted before it is walked.
struct RegionFacts {
  llvm::DenseMap<const clang::ValueDecl *, unsigned> Writes;
  llvm::DenseSet<const clang::ValueDecl *> AddressTaken;
  llvm::DenseSet<const clang::ValueDecl *>
      Assigned; ///< by `=`, initialisers apart
  llvm::DenseSet<const clang::ValueDecl *> Declared;
  /// Without: a part of Region that does not count.
  static RegionFacts of(const clang::Stmt *Region, clang::ASTContext &C,
                        const clang::Stmt *Without = nullptr);
  /// Of F and of the functions around it, where F is a lambda.
  static RegionFacts around(const clang::FunctionDecl *F, clang::ASTContext &C);
  /// The variable that E names, in parentheses perhaps; null if none.
  static const clang::ValueDecl *named(const clang::Expr *E);
  bool writes(const clang::ValueDecl *V) const {
    return Writes.count(V) || AddressTaken.contains(V);
  }
};

} // namespace mp::tool

#endif
