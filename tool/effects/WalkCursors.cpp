//===- WalkCursors.cpp - Where stepping pointers are ----------------------===//
//
// Pointers are followed whatever the order of the code, but for cursors: where
// one of those points is its start and the steps so far, which in a counted
// loop are a multiple of its iterations.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"

using namespace clang;

namespace mp::tool {

/// V is where its declaration says.
void Walker::startCursor(const VarDecl *V) {
  if (Stepping.All.contains(V))
    CursorAt[V] = {Polynomial(), Polynomial()};
}

/// Where the pointer that E steps points before that, or behind it; nothing:
/// it is none of these.
std::optional<Walker::Places> Walker::stepCursor(const Expr *E, bool Before) {
  const Cursors::Step *Step = Stepping.step(E);
  if (!Step)
    return std::nullopt;
  CursorState &At = CursorAt[Step->Pointer];
  auto Stands = [&](long long Moved) {
    return At.Base ? Polynomial::add(*At.Base, Polynomial(Moved))
                   : std::nullopt;
  };
  At.Here = Stands(Step->Before);
  Places Old = targetsOf(Step->Pointer);
  At.Here = Stands(Step->Before + Step->By);
  return Before ? Old : targetsOf(Step->Pointer);
}

/// What V, a local pointer or reference, may point to here.
Walker::Places Walker::targetsOf(const ValueDecl *V) {
  auto It = Locals.find(V);
  if (It == Locals.end())
    return {};
  const auto *Var = dyn_cast<VarDecl>(V);
  if (!Var || !Stepping.All.contains(Var))
    return It->second.Targets;
  Value By;
  By.Number = CursorAt[V].Here;
  Places Result;
  for (const Place &P : It->second.Targets)
    merge(Result, {shift(P, By)});
  return Result;
}

/// The cursors that a loop moves stand where its iterations so far have brought
/// them, when its body begins. Range: null where those are not counted.
std::vector<Walker::CursorState> Walker::enterCursors(const ForStmt *S,
                                                      const Active *Range) {
  std::vector<CursorState> Entry;
  for (const Cursors::Pace &Pace : Stepping.paces(S)) {
    CursorState &At = CursorAt[Pace.Pointer];
    Entry.push_back(At);
    std::optional<Polynomial> Moved;
    if (Range && !Pace.Nested && At.Here && Pace.By % Range->Stride == 0) {
      const Polynomial Counter(Range->Sym);
      Moved = Range->Down ? Polynomial::subtract(Range->High, Counter)
                          : Polynomial::subtract(Counter, Range->Low);
      if (Moved)
        Moved =
            Polynomial::multiply(*Moved, Polynomial(Pace.By / Range->Stride));
      if (Moved)
        Moved = Polynomial::add(*Moved, *At.Here);
    }
    At.Here = At.Base = Moved;
  }
  return Entry;
}

/// Behind the loop they have moved by all of its iterations, if it is known how
/// many those are: Range may be empty.
void Walker::leaveCursors(const ForStmt *S, const Active *Range,
                          const std::vector<CursorState> &Entry) {
  std::optional<Polynomial> Count;
  if (Range)
    Count = Polynomial::subtract(Range->High, Range->Low);
  if (Count && Range->Stride != 1) {
    auto K = Count->constant(); // below zero: none, whatever the stride
    Count = K ? std::optional(Polynomial(*K < 0 ? -1 : *K / Range->Stride))
              : std::nullopt;
  }
  if (Count)
    Count = Polynomial::add(*Count, Polynomial(1));
  if (Count && Count->constant().value_or(0) < 0)
    Count = Polynomial();
  if (Count && !Range->CertainlyRuns &&
      !llvm::all_of(Count->terms(), [](const auto &Term) {
        return Term.second > 0 && llvm::all_of(Term.first, [](const Symbol *S) {
                 return S->NonNegative;
               });
      }))
    Count.reset();
  for (auto [Pace, Before] : llvm::zip_equal(Stepping.paces(S), Entry)) {
    CursorState &At = CursorAt[Pace.Pointer];
    At = {};
    if (!Count || Pace.Nested || !Before.Here)
      continue;
    if (auto Moved = Polynomial::multiply(*Count, Polynomial(Pace.By)))
      At.Here = Polynomial::add(*Before.Here, *Moved);
    if (At.Here)
      At.Base = Polynomial::subtract(*At.Here, Polynomial(Pace.Before));
  }
}

} // namespace mp::tool
