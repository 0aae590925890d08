//===- Hull.cpp - What a subscript takes at most --------------------------===//
//
// The direction of the loop and the ends of its range and of those of inner
// loops: a range that depends on other variables is widened to all that it may
// be, so that it can be said once for all iterations.
//
//===----------------------------------------------------------------------===//

#include "classes/Dependence.h"
#include "classes/Sums.h"
#include "loops/LoopShape.h"

using namespace clang;

namespace mp::tool {

/// 1: the loop variable grows; -1: it shrinks; nothing: nobody knows.
std::optional<int> Dependence::direction() const {
  switch (Shape.While) {
  case LoopShape::Condition::Below:
  case LoopShape::Condition::AtMost:
    if (Shape.What == LoopShape::Kind::Range)
      return 1;
    return Shape.Step || Shape.StepValue > 0 ? std::optional(1) : std::nullopt;
  case LoopShape::Condition::Above:
  case LoopShape::Condition::AtLeast:
    return Shape.Step || Shape.StepValue < 0 ? std::optional(-1) : std::nullopt;
  case LoopShape::Condition::Until:
    break;
  }
  return Shape.Step ? std::nullopt
                    : std::optional(Shape.StepValue > 0 ? 1 : -1);
}

std::optional<long long> Dependence::step() const {
  if (Shape.What == LoopShape::Kind::Range)
    return 1;
  return Shape.Step ? std::nullopt : std::optional(Shape.StepValue);
}

/// Not negative as it stands.
static bool isPlain(const Polynomial &P) {
  return llvm::all_of(P.terms(), [](const auto &Term) {
    return Term.second >= 0 && llvm::all_of(Term.first, [](const Symbol *S) {
             return S->NonNegative;
           });
  });
}

/// The least or greatest value of P while the loop runs, in terms of what the
/// loop does not change.
std::optional<Polynomial>
Dependence::extreme(Polynomial P, bool Greatest,
                    const std::vector<InnerRange> &Around) const {
  auto Replace = [&](const Symbol *S, const std::optional<Polynomial> &Low,
                     const std::optional<Polynomial> &High) {
    Polynomial Rest, Factor;
    if (!P.split(S, Rest, Factor))
      return false;
    auto K = Factor.constant();
    if (K == 0)
      return true;
    auto Sum = K ? plus(Rest, times((*K > 0) == Greatest ? High : Low, Factor))
                 : std::nullopt;
    if (Sum)
      P = *Sum;
    return Sum.has_value();
  };
  for (size_t K = Around.size(); K-- > 0;)
    if (!Replace(Around[K].Variable, Around[K].Low, Around[K].High))
      return std::nullopt;
  const auto Known = direction();
  std::optional<Polynomial> First = Header.First, Last = Header.Limit;
  if (!Known || Shape.What != LoopShape::Kind::Integer ||
      (Header.Unsigned && Last && !isPlain(*Last)))
    Last = std::nullopt;
  if (LoopSymbol->NonNegative && First && !isPlain(*First))
    First = std::nullopt;
  if (Shape.While != LoopShape::Condition::AtMost &&
      Shape.While != LoopShape::Condition::AtLeast)
    Last = minus(Last, Polynomial(Known.value_or(1)));
  if (!(Known.value_or(1) > 0 ? Replace(LoopSymbol, First, Last)
                              : Replace(LoopSymbol, Last, First)))
    return std::nullopt;
  return P;
}

Index Dependence::hull(const Access &A, size_t Step) const {
  if (!A.Open || !A.Open->At[Step].Known || !A.Open->At[Step].Fits.empty())
    return Index::unknown();
  Index I = A.Open->At[Step];
  const std::vector<InnerRange> &Around = A.Open->Around;
  auto Varies = [&](const Polynomial &P) {
    return P.mentionsIf([&](const Symbol *S) {
      return S == LoopSymbol || S->What == Symbol::Kind::InnerLoop;
    });
  };
  for (size_t K = Around.size(); K-- > 0;) {
    const InnerRange &R = Around[K];
    Polynomial Rest, Factor;
    if (!I.Form.split(R.Variable, Rest, Factor) || Varies(Factor) ||
        (R.Top && !isPlain(*R.Top)))
      return Index::unknown();
    if (Factor.constant() == 0)
      continue;
    I.Form = Rest;
    I.Terms.push_back({Factor, R.Low, R.High});
  }
  for (Index::Term &T : I.Terms) {
    auto Low = extreme(T.Low, false, Around),
         High = extreme(T.High, true, Around);
    if (!Low || !High || Varies(*Low) || Varies(*High) || Varies(T.Coefficient))
      return Index::unknown();
    T.Low = *Low;
    T.High = *High;
  }
  return I;
}

} // namespace mp::tool
