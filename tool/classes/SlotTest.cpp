//===- SlotTest.cpp - Whether each iteration has elements of its own ------===//
//
// The test for slots: subscripts that are affine in the loop variable, and no
// iteration reads what an earlier one wrote. Where that can't be told it is
// checked when the program runs, if the strides are the same.
//
//===----------------------------------------------------------------------===//

#include "classes/Classify.h"

using namespace clang;

namespace mp::tool {

Dependence::Result Classifier::flow(const Group &G, const Access &Read,
                                    const Access *&Writer) const {
  using Answer = Dependence::Answer;
  Dependence::Result All;
  All.What = Answer::Independent;
  if (Read.Covered)
    return All; // its own
  const bool Fixed = staysPut(Read.At);
  for (const Access *W : G.Writes) {
    const Relation R = Alias.relate(*W, Read);
    if (R == Relation::Disjoint)
      continue;
    Dependence::Result One;
    if (R != Relation::Unknown && Fixed && staysPut(W->At))
      One = Iterations.flows(*W, Read);
    if (One.What == Answer::Independent) {
      All.Conditions.insert(All.Conditions.end(), One.Conditions.begin(),
                            One.Conditions.end());
      continue;
    }
    if (All.What == Answer::Independent || One.What == Answer::Dependent)
      Writer = W;
    All.What = One.What;
    All.Distance = One.Distance;
    if (One.What == Answer::Dependent)
      break;
  }
  return All;
}

/// For a message: what an iteration reads of an earlier one.
std::string Classifier::whatFlows(const Dependence::Result &R,
                                  const Access &Read,
                                  const Access &Write) const {
  const std::string Wrote =
      R.What == Dependence::Answer::Dependent && Read.Certain && Write.Certain
          ? "wrote"
          : "may have written";
  if (R.What != Dependence::Answer::Dependent || R.Distance == 0)
    return "an earlier iteration " + Wrote + " it";
  return "iteration i reads what iteration i-" + std::to_string(R.Distance) +
         " " + Wrote;
}

/// The read that an array which is no slot fails on, if that can be told.
bool Classifier::findFlow(const Group &G, const Access *&Reader,
                          const Access *&Writer, std::string &Why) const {
  const Access *Perhaps = nullptr;
  bool OfOthers = false; // what is in Reader may be of an earlier iteration
  for (const Access *A : G.All) {
    if (!A->Reads || A->Covered)
      continue;
    const Access *From = nullptr;
    auto Flow = flow(G, *A, From);
    if (Flow.What == Dependence::Answer::Dependent) {
      Reader = A;
      Writer = From;
      Why = whatFlows(Flow, *A, *From);
      return true;
    }
    if (Flow.What != Dependence::Answer::NotShown)
      continue;
    OfOthers |= A == Reader;
    if (!Perhaps || (Perhaps->Writes && !A->Writes))
      Perhaps = A;
  }
  if (Perhaps && !OfOthers)
    Reader = Perhaps;
  return false;
}

/// Whether two iterations may write the same element.
Dependence::Answer Classifier::writesMeet(const Group &G) const {
  using Answer = Dependence::Answer;
  std::vector<const Access *> Writes;
  std::set<std::string> Seen;
  for (const Access *W : G.Writes)
    if (!staysPut(W->At))
      return Answer::NotShown;
    else if (!W->Open || !W->Open->Around.empty() ||
             Seen.insert(W->At.key()).second)
      Writes.push_back(W);
  if (Writes.size() > 8)
    return Answer::NotShown;
  Answer All = Answer::Independent;
  for (const Access *A : Writes)
    for (const Access *B : Writes) {
      const Dependence::Result R = Iterations.flows(*A, *B);
      if (R.What == Answer::Dependent)
        return R.What;
      if (R.What == Answer::NotShown || !R.Conditions.empty())
        All = Answer::NotShown;
    }
  return All;
}

/// Every subscript is affine in the loop variable; what an iteration writes no
/// other writes and no later one reads.
bool Classifier::trySlot(Group &G, std::string &Why, const Access *&Reader,
                         const Access *&Writer) {
  if (!G.IsArray)
    return false;
  G.Apart.clear();
  Writer = G.Writes.front();
  // Where only the head leads from element to element, an iteration knows its
  // own.
  if (isLed(G.Array.Array))
    for (const Access *A : G.All)
      if (auto Sub = subscripted(*A);
          Sub && Sub->Array.key() == G.Array.Array.key() &&
          (!Sub->First.At.Known || !Sub->First.At.Terms.empty() ||
           !(Sub->First.At.Form == Polynomial(LoopSymbol)))) {
        (A->Writes ? Writer : Reader) = A;
        Why = "it is not the iteration's own element";
        return false;
      }
  bool Cut = false;
  for (const Access *W : G.Writes)
    if (auto Sub = subscripted(*W))
      Cut |= Sub->Cut;
  for (const Access *A : G.All)
    if (auto Sub = subscripted(*A);
        Sub && Sub->Array.key() == G.Array.Array.key())
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
  bool SymbolicWrites = false, Mixed = false;
  std::optional<Dependence::Answer> Meet;
  auto MeetNever = [&] {
    if (!Meet)
      Meet = writesMeet(G);
    return *Meet == Dependence::Answer::Independent;
  };
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
      Mixed = true;
      if (!MeetNever() || llvm::any_of(G.Writes, [&](const Access *X) {
            auto Of = subscripted(*X);
            return !Of || Of->Widened;
          })) {
        Why = "its subscripts step at different speeds";
        Writer = W;
        return false;
      }
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
  if (!Mixed && !MeetNever() && *Meet == Dependence::Answer::Dependent) {
    Why = "several iterations write the same element";
    return false;
  }
  if (WriteSpan && !SymbolicWrites && Distance && !Mixed && !MeetNever()) {
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
  // Reads of what an earlier iteration wrote, the plain ones first.
  std::vector<const Access *> Left;
  for (const Access *A : G.All) {
    const bool Ours = llvm::is_contained(G.Writes, A);
    if (!A->Reads || (A->Writes && !Ours)) {
      if (!Ours)
        Left.push_back(A);
      continue;
    }
    const Access *From = nullptr;
    auto Flow = flow(G, *A, From);
    if (Flow.What == Dependence::Answer::Independent) {
      G.Apart.push_back({A, std::move(Flow.Conditions)});
    } else if (Flow.What == Dependence::Answer::Dependent) {
      Reader = A;
      Writer = From;
      Why = whatFlows(Flow, *A, *From);
      return false;
    } else {
      Left.push_back(A);
    }
  }
  const std::string Perhaps = "an earlier iteration may have written it";
  for (const Access *A : Left) {
    auto Sub = subscripted(*A);
    bool Ours = Sub && Sub->Array.key() == G.Array.Array.key();
    if (!Ours) {
      // An element of fixed subscript, or the whole.
      Reader = A;
      Why = A->At.Path.size() <= G.Array.Array.Path.size()
                ? "the whole of it is used in the loop"
                : Perhaps;
      return false;
    }
    if (!Sub->Linear.Known) {
      Reader = A;
      Why = Perhaps + ": it is read with a subscript that is not known";
      return false;
    }
    auto Factor = stride(Sub->Linear);
    if (!Factor || !(*Factor == *S) || Mixed) {
      Reader = A;
      Why = Perhaps;
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
            Why = Perhaps;
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
        Why = Perhaps;
        return false;
      }
    }
  }
  return true;
}

} // namespace mp::tool
