//===- Cursors.h - Pointers that step at a constant pace ------------------===//
//
// `*row++ = r; *row++ = g; *row++ = b;` in a counted loop: a local pointer that
// is set where it is declared and then only stepped by constants, as often in
// every iteration of the loop. Where it points is then as well known as what
// the loop counts. Found in the text alone, before the code is walked in the
// order of execution.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_EFFECTS_CURSORS_H
#define MP_TOOL_EFFECTS_CURSORS_H

#include "effects/RegionFacts.h"
#include <map>
#include <vector>

namespace clang {
class ForStmt;
}

namespace mp::tool {

struct Cursors {
  /// `p++`, `--p`, `p += 3`.
  struct Step {
    const clang::VarDecl *Pointer;
    long long By;
    /// By the steps in front of it that are in the same body, those of loops
    /// in it apart.
    long long Before;
  };
  /// A loop in which a pointer is stepped that was there before.
  struct Pace {
    const clang::VarDecl *Pointer;
    long long By; ///< in one iteration
    bool Nested;  ///< by a loop in it, too: how often is not known
    long long Before;
  };

  llvm::DenseSet<const clang::VarDecl *> All;
  llvm::DenseMap<const clang::Expr *, Step> Steps;
  std::map<const clang::ForStmt *, std::vector<Pace>> Loops;

  /// Parameters: of the function whose body Region is.
  static Cursors of(const clang::Stmt *Region,
                    llvm::ArrayRef<clang::ParmVarDecl *> Parameters,
                    const RegionFacts &Facts, const clang::ASTContext &C);

  const Step *step(const clang::Expr *E) const;
  llvm::ArrayRef<Pace> paces(const clang::ForStmt *S) const;
};

} // namespace mp::tool

#endif
