//===- SlotTest.cpp - Whether each iteration has elements of its own ------===//
//
// The test for slots: subscripts of one stride, and distances that can be told
// from the text. The rest is checked when the program runs.
//
//===----------------------------------------------------------------------===//

#include "classes/Classify.h"

using namespace clang;

namespace mp::tool {

/// Every subscript is affine in the loop variable with one stride; what an
/// iteration writes no other writes and no later one reads.
bool Classifier::trySlot(Group &G, std::string &Why, const Access *&Reader,
                         const Access *&Writer) {
  if (!G.IsArray)
    return false;
  Writer = G.Writes.front();
  bool Cut = false;
  for (const Access *W : G.Writes)
    if (auto Sub = subscripted(*W))
      Cut |= Sub->Cut;
  for (const Access *A : G.All)
    if (auto Sub = subscripted(*A))
      if (QualType T = Sub->First.Type, U = G.Array.First.Type;
          !T.isNull() && !U.isNull() && !T->isIncompleteType() &&
          !U->isIncompleteType() && C.getTypeSize(T) != C.getTypeSize(U)) {
        Why = "it is used as elements of different sizes";
        Reader = A;
        return false;
      }
  if (Cut)
    for (const Group &Other : Groups)
      if (&Other != &G && Other.IsArray &&
          Other.Array.Array.key() == G.Array.Array.key()) {
        Why = "other members of its elements are written in other ways";
        return false;
      }
  std::optional<Polynomial> S;
  auto ConstantStep =
      Shape.Step ? std::nullopt : std::optional<long long>(Shape.StepValue);
  if (Shape.What == LoopShape::Kind::Range)
    ConstantStep = 1;
  // Bounds of what is written and read beside stride * i, when constant.
  std::optional<std::pair<long long, long long>> WriteSpan;
  bool SymbolicWrites = false;
  auto Span =
      [&](const Index &I) -> std::optional<std::pair<long long, long long>> {
    Polynomial Rest, Factor;
    I.Form.split(LoopSymbol, Rest, Factor);
    auto K = Rest.constant();
    if (!K)
      return std::nullopt;
    long long Low = *K, High = *K;
    for (auto &T : I.Terms) {
      auto Co = T.Coefficient.constant(), L = T.Low.constant(),
           H = T.High.constant();
      if (Co && *Co == 0)
        continue;
      if (!Co || !L || !H)
        return std::nullopt;
      Low += std::min(*Co * *L, *Co * *H);
      High += std::max(*Co * *L, *Co * *H);
    }
    return std::pair(Low, High);
  };
  for (const Access *W : G.Writes) {
    auto Sub = subscripted(*W);
    if (!Sub || !Sub->Linear.Known) {
      Why = "its subscript is not an affine form of the loop variable";
      Writer = W;
      return false;
    }
    auto Factor = stride(Sub->Linear);
    if (!Factor || Factor->constant() == 0 ||
        Factor->mentionsIf(
            [&](const Symbol *Sym) { return Sym == LoopSymbol; })) {
      Why = "its subscript does not depend on the loop variable alone";
      Writer = W;
      return false;
    }
    if (S && !(*S == *Factor)) {
      Why = "its subscripts step at different speeds";
      Writer = W;
      return false;
    }
    S = Factor;
    if (auto P = Span(Sub->Linear)) {
      if (!WriteSpan)
        WriteSpan = P;
      WriteSpan->first = std::min(WriteSpan->first, P->first);
      WriteSpan->second = std::max(WriteSpan->second, P->second);
    } else {
      SymbolicWrites = true;
    }
  }
  auto StrideConstant = S->constant();
  std::optional<long long> Distance;
  if (StrideConstant && ConstantStep)
    Distance = *StrideConstant * *ConstantStep;
  if (WriteSpan && !SymbolicWrites && Distance) {
    long long Length = WriteSpan->second - WriteSpan->first;
    // A strided nest (`a[j*n + i]` with constants) is left to the run-time
    // check.
    bool Nested = false;
    for (const Access *W : G.Writes) {
      auto Sub = subscripted(*W);
      for (auto &T : Sub->Linear.Terms)
        if (auto Co = T.Coefficient.constant();
            Co && std::abs(*Co) > std::abs(*StrideConstant))
          Nested = true;
    }
    if (Length >= std::abs(*Distance) && !Nested) {
      Why = "several iterations write the same element";
      return false;
    }
  }
  for (const Access *A : G.All) {
    if (A->Writes && !A->Reads &&
        std::find(G.Writes.begin(), G.Writes.end(), A) != G.Writes.end())
      continue;
    auto Sub = subscripted(*A);
    bool Ours = Sub && Sub->Array.key() == G.Array.Array.key();
    if (!Ours) {
      // An element of fixed subscript, or the whole.
      Reader = A;
      Why = A->At.Path.size() <= G.Array.Array.Path.size()
                ? "the whole of it is used in the loop"
                : "another element of it is read";
      return false;
    }
    if (!Sub->Linear.Known) {
      Reader = A;
      Why = "it is read with a subscript that is not known";
      return false;
    }
    auto Factor = stride(Sub->Linear);
    if (!Factor || !(*Factor == *S)) {
      Reader = A;
      Why = "it is read with another subscript than it is written with";
      return false;
    }
    // Exactly a whole number of iterations behind, with symbols:
    // img[(y-1)*w+x].
    if (ConstantStep)
      for (const Access *W : G.Writes) {
        auto Wrote = subscripted(*W);
        if (!(Wrote->Linear.Terms == Sub->Linear.Terms))
          continue;
        auto Back = Polynomial::subtract(Wrote->Linear.Form, Sub->Linear.Form);
        for (long long D = 1; Back && D <= 8; ++D)
          if (auto Expected =
                  Polynomial::multiply(*S, Polynomial(D * *ConstantStep));
              Expected && *Expected == *Back) {
            Reader = A;
            Why = "an earlier iteration wrote it";
            return false;
          }
      }
    if (auto P = Span(Sub->Linear);
        P && WriteSpan && !SymbolicWrites && Distance) {
      // Iteration k+d reads what iteration k wrote?
      bool Ahead = *Distance > 0 ? WriteSpan->second < P->first + *Distance
                                 : WriteSpan->first > P->second + *Distance;
      // Nested strides: exactly the same form is its own element.
      bool Own = false;
      for (const Access *W : G.Writes)
        Own |= subscripted(*W)->Linear == Sub->Linear;
      if (!Ahead && !Own) {
        Reader = A;
        Why = "an earlier iteration wrote it";
        return false;
      }
    }
  }
  return true;
}

} // namespace mp::tool
