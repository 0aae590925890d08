//===- Summaries.cpp - Effect summaries of functions ----------------------===//
//
// A function's body is walked when it is first called; those that call one
// another until nothing new is found.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"

using namespace clang;

namespace mp::tool {

/// Takes the places in S for any element of theirs.
static void widen(Effects &S) {
  auto Widen = [](Place &P) {
    for (Step &One : P.Path)
      if (One.What == Step::Kind::Element)
        One.At = Index::unknown();
  };
  for (Access &A : S.Accesses) {
    Widen(A.At);
    for (Place &P : A.StoredTargets)
      Widen(P);
  }
  for (Place &P : S.Returns)
    Widen(P);
}

static std::string signature(const Effects &S) {
  std::string Text =
      std::to_string(S.Events.size()) + (S.MayThrow ? " throws" : "");
  for (const Access &A : S.Accesses)
    Text += " " + A.At.key();
  for (const Place &P : S.Returns)
    Text += " " + P.key();
  return Text;
}

const Effects *Summaries::of(const FunctionDecl *F) {
  const FunctionDecl *Definition = nullptr;
  if (!F->hasBody(Definition) || !Definition ||
      Definition->isDependentContext())
    return nullptr;
  auto &Slot = Entries[Definition];
  if (Slot) {
    // What is known so far; whoever asked is looked at again.
    Slot->AskedInProgress |= Slot->InProgress;
    AskedOpen |= Slot->InProgress || Slot->Provisional;
    return &Slot->Known;
  }
  Slot = std::make_unique<Entry>();
  Entry &E = *Slot;
  const bool Outer = std::exchange(AskedOpen, false);
  E.InProgress = true;
  ++Depth;
  E.Known = Walker(*this).walkFunction(Definition);
  E.InProgress = false;
  if (AskedOpen) {
    E.Provisional = true;
    Open.push_back({Definition, &E});
  }
  if (--Depth == 0)
    close();
  AskedOpen |= Outer;
  return &E.Known;
}

/// Walks functions that call one another until nothing new comes.
void Summaries::close() {
  ++Depth;
  bool Grew = true;
  for (int Round = 0; Grew && Round < 12; ++Round) {
    Grew = false;
    // (More may join while these are walked.)
    for (size_t K = 0; K < Open.size(); ++K) {
      auto [Definition, E] = Open[K];
      std::string Before = signature(E->Known);
      Effects New = Walker(*this).walkFunction(Definition);
      if (E->AskedInProgress)
        New.MustWrite.clear();
      // Ever further on: any of the elements.
      if (Round >= 2)
        widen(New);
      E->Known = std::move(New);
      Grew |= signature(E->Known) != Before;
    }
  }
  --Depth;
  for (auto &[Definition, E] : Open)
    E->Provisional = false;
  Open.clear();
}

} // namespace mp::tool
