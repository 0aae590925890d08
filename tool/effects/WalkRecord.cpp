//===- WalkRecord.cpp - Notes accesses and events -------------------------===//
//
// Everything that the walk finds out about outer memory and the world comes
// here and is kept in the effects.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"

using namespace clang;

namespace mp::tool {

void Walker::event(Event::Kind K, const Stmt *Site, std::string Name,
                   SourceLocation Inner) {
  if (!Recording)
    return;
  SourceLocation Where = Site ? Site->getBeginLoc() : SourceLocation();
  if (UsedAt.isValid()) {
    if (Inner.isInvalid())
      Inner = Where;
    Where = UsedAt;
  }
  Out.Events.push_back({K, Where, Inner, std::move(Name), Site, InHeader, {}});
}

/// An event that counts only if it touches more than the iteration's own.
void Walker::eventAbout(Event::Kind K, const Stmt *Site, std::string Name,
                        const Places &About) {
  Places Outer;
  for (const Place &P : About)
    for (const Place &R : resolve(P))
      if (!isOwn(R))
        Outer.push_back(R);
  if (Outer.empty() || !Recording)
    return;
  event(K, Site, Name.empty() ? Outer.front().spelled() : std::move(Name));
  Out.Events.back().About = std::move(Outer);
}

void Walker::record(const Places &At, bool Reads, bool Writes, QualType T,
                    const Stmt *Site, const Expr *Stored,
                    const Places *StoredTargets, bool Mutates, bool TextOnly) {
  Places Resolved;
  for (const Place &P : At)
    merge(Resolved, resolve(P));
  for (const Place &P : Resolved) {
    Access A;
    A.At = P;
    A.Reads = Reads;
    A.Writes = Writes;
    A.Certain = certain() && Resolved.size() == 1;
    A.Mutates = Mutates;
    A.Attempted = Attempting;
    A.InHeader = InHeader;
    A.AtExit = AtExit;
    A.Type = T;
    A.Site = Site;
    A.Where = Site->getBeginLoc();
    A.Stored = Stored;
    if (StoredTargets)
      A.StoredTargets = *StoredTargets;
    recordOne(std::move(A), TextOnly, Resolved.size() == 1);
  }
}

/// Notes one access to a resolved place and updates the state. TextOnly: a C
/// string is read or written, of which the bytes behind its end don't matter.
/// Definite: when control is here, the write certainly goes to this place.
void Walker::recordOne(Access A, bool TextOnly, bool Definite) {
  const Place &P = A.At;
  if (P.is(Place::Root::Literal) || P.is(Place::Root::Fresh) ||
      P.is(Place::Root::Local))
    return;
  bool Mine = P.is(Place::Root::Variable) && isLocal(P.Variable) &&
              !(P.indirect() && selfRooted(P.Variable)) &&
              !(Loop && P.Variable == Loop->Variable && A.Writes &&
                Loop->What != LoopShape::Kind::Range);
  if (Mine && P.indirect())
    return; // uninitialised or null
  Place Text = P;
  if (TextOnly) {
    if (Text.endsInElement())
      Text = Text.shortened(1);
    Text = Text.header();
  }
  A.Exposed &= Function != nullptr; // in a worker, inner loops are serial
  if (A.Reads && !A.Covered && !A.Exposed)
    A.Covered = covered(P) || (TextOnly && covered(Text));
  if (A.Reads && !A.Covered && !A.Exposed && P.endsInElement() &&
      !A.Type.isNull() && A.Type->isAnyCharacterType() &&
      covered(P.shortened(1).header())) {
    // A C string was put there in this iteration; what is behind its end was
    // not.
    A.Covered = true;
    if (P.is(Place::Root::Variable) && !isLocal(P.Variable))
      event(Event::Kind::MayCarry, A.Site, P.shortened(1).spelled());
  }
  if (A.Through.empty())
    A.CoveredInside = A.Covered;
  A.Exposed |= A.Reads && !A.Covered && exposed(P);
  if (A.Reads && !A.Covered && !Loop && Recording && Now) {
    A.WrittenBefore.clear();
    for (const Place &W : *Now)
      if (W.From == P.From && W.Variable == P.Variable)
        A.WrittenBefore.push_back(close(W));
  }
  if (A.Writes && Definite) {
    if (TextOnly)
      markWritten(Text);
    else if ((!A.Mutates || !A.Reads) && fills(A.Type, objectAt(P)))
      markWritten(P);
  }
  if (Mine)
    return;
  if (P.is(Place::Root::Unknown) && A.Writes) {
    event(Event::Kind::UnknownWrite, A.Site, A.Through, A.Inner);
    return;
  }
  if (!Recording)
    return;
  A.AtExit = AtExit; // of a callee, too
  if (!A.Type.isNull() && A.Type.isVolatileQualified())
    event(Event::Kind::Volatile, A.Site, P.spelled());
  A.At = close(TextOnly ? unindexed(P) : P);
  for (Place &T : A.StoredTargets)
    T = close(T);
  if (UsedAt.isValid()) {
    if (A.Inner.isInvalid())
      A.Inner = A.Where;
    A.Where = UsedAt;
    if (A.Through.empty())
      A.Through = "a default argument";
  }
  // Reads that were met before say nothing new.
  for (Access &Old : Out.Accesses)
    if (Old.Site == A.Site && Old.Reads == A.Reads && Old.Writes == A.Writes &&
        Old.InHeader == A.InHeader && Old.AtExit == A.AtExit &&
        Old.At.key() == A.At.key()) {
      Old.Covered &= A.Covered;
      llvm::erase_if(Old.WrittenBefore, [&](const Place &W) {
        return !coveredBy(A.WrittenBefore, W);
      });
      Old.CoveredInside &= A.CoveredInside;
      Old.Exposed |= A.Exposed;
      Old.Certain &= A.Certain;
      return;
    }
  Out.Accesses.push_back(std::move(A));
}

} // namespace mp::tool
