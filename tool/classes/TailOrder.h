//===- TailOrder.h - In which order a tail's values are computed ----------===//
//
// The worker computes the values of a tail statement one after the other. Where
// one changes what another reads, that has to be the order of the program.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_CLASSES_TAILORDER_H
#define MP_TOOL_CLASSES_TAILORDER_H

#include "effects/Effects.h"
#include "effects/RegionFacts.h"
#include "llvm/ADT/DenseSet.h"

namespace mp::tool {

/// What computing an expression may change, and what it depends on.
struct Touched {
  llvm::DenseSet<const clang::ValueDecl *> Names, Changes;
  /// Anything that is no plain variable of the iteration.
  bool ReadsMore = false, ChangesMore = false;

  bool changes() const { return ChangesMore || !Changes.empty(); }
  /// The order of the two counts.
  bool meets(const Touched &Other) const;

  static Touched by(const clang::Expr *E, const Effects &All,
                    const RegionFacts &Body, clang::ASTContext &C);
};

/// Which of two parts of Region the program evaluates first.
enum class Sequence { Before, After, Unspecified };
Sequence sequenceOf(const clang::Expr *A, const clang::Expr *B,
                    clang::ASTContext &C);

} // namespace mp::tool

#endif
