//===- Summaries.cpp - Effect summaries of functions ----------------------===//
//
// A function's body is walked when it is first called; a recursive one until
// nothing new is found.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"

using namespace clang;

namespace mp::tool {

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
  size_t Before = ~size_t(0);
  for (int Round = 0; Round < 4; ++Round) {
    E.AskedInProgress = false;
    Effects New = Walker(*this).walkFunction(Definition);
    bool Recursive = E.AskedInProgress;
    if (Recursive)
      New.MustWrite.clear();
    size_t Size = New.Accesses.size() + New.Events.size() + New.Returns.size();
    E.Known = std::move(New);
    if (!Recursive || Size == Before)
      break;
    Before = Size;
  }
  E.InProgress = false;
  return &E.Known;
}

} // namespace mp::tool
