//===- DependenceAnswers.cpp - Questions that need not be asked -----------===//
//
// Most questions about dependences are plain ones, or were asked before: those
// are answered without integer sets.
//
//===----------------------------------------------------------------------===//

#include "classes/Dependence.h"
#include "classes/Overlap.h"
#include "loops/LoopShape.h"

using namespace clang;

namespace mp::tool {

/// The same subscript for both, by which each iteration has its own: no
/// question for isl.
bool Dependence::isOwnElement(const Access &A, const Access &B) const {
  if (Shape.Step || isShared(A.At) || A.At.key() != B.At.key())
    return false;
  auto IsInner = [](const Symbol *S) {
    return S->What == Symbol::Kind::InnerLoop;
  };
  bool Own = false;
  for (const Step &S : A.At.Path) {
    if (S.What == Step::Kind::Reach || (S.What == Step::Kind::Deref && Own))
      return false;
    if (S.What != Step::Kind::Element)
      continue;
    Polynomial Rest, Factor;
    if (!S.At.Known || !S.At.Terms.empty() || !S.At.Fits.empty() ||
        !S.At.Form.split(LoopSymbol, Rest, Factor) || !Factor.constant() ||
        Rest.mentionsIf(IsInner))
      return false;
    Own |= Factor.constant() != 0;
  }
  return Own;
}

Dependence::Result Dependence::flows(const Access &Earlier,
                                     const Access &Later) const {
  if (isOwnElement(Earlier, Later)) {
    Result R;
    R.What = Answer::Independent;
    return R;
  }
  auto Same = [](const std::shared_ptr<const Unclosed> &A,
                 const std::shared_ptr<const Unclosed> &B) {
    return A == B || (A && B && *A == *B);
  };
  std::vector<Answered> &Known = Asked[{Earlier.At.key(), Later.At.key()}];
  for (const Answered &Old : Known)
    if (Same(Old.Earlier, Earlier.Open) && Same(Old.Later, Later.Open))
      return Old.What;
  Known.push_back({Earlier.Open, Later.Open, ask(Earlier, Later)});
  return Known.back().What;
}

} // namespace mp::tool
