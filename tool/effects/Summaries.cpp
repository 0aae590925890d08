//===- Summaries.cpp - Effect summaries of functions ----------------------===//
//
// A function's body is walked when it is first called; a recursive one until
// nothing new is found.
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

const Effects *Summaries::of(const FunctionDecl *F) {
  const FunctionDecl *Definition = nullptr;
  if (!F->hasBody(Definition) || !Definition ||
      Definition->isDependentContext())
    return nullptr;
  auto &Slot = Entries[Definition];
  if (!Slot)
    Slot = std::make_unique<Entry>();
  else if (Slot->InProgress) {
    Slot->AskedInProgress = true;
    return &Slot->Known;
  } else
    return &Slot->Known;
  Entry &E = *Slot;
  E.InProgress = true;
  // Recursion: what is known so far is used, until nothing new comes.
  std::string Before = "?";
  for (int Round = 0; Round < 4; ++Round) {
    E.AskedInProgress = false;
    Effects New = Walker(*this).walkFunction(Definition);
    bool Recursive = E.AskedInProgress;
    if (Recursive)
      New.MustWrite.clear();
    std::string Signature = std::to_string(New.Events.size());
    for (const Access &A : New.Accesses)
      Signature += " " + A.At.key();
    for (const Place &P : New.Returns)
      Signature += " " + P.key();
    // Ever further on: any of the elements.
    if (Recursive && Round == 2)
      widen(New);
    E.Known = std::move(New);
    if (!Recursive || Signature == Before)
      break;
    Before = std::move(Signature);
  }
  E.InProgress = false;
  return &E.Known;
}

} // namespace mp::tool
