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

/// The subscripts that are written in E itself, innermost last, apply to arrays
/// of known size: `a[i][j].x`.
static unsigned arraySubscripts(const Stmt *Site) {
  const auto *E = dyn_cast_or_null<Expr>(Site);
  if (const auto *B = dyn_cast_or_null<BinaryOperator>(E);
      B && B->isAssignmentOp())
    E = B->getLHS();
  else if (const auto *U = dyn_cast_or_null<UnaryOperator>(E);
           U && U->isIncrementDecrementOp())
    E = U->getSubExpr();
  else if (const auto *Cast = dyn_cast_or_null<ImplicitCastExpr>(E);
           !Cast || Cast->getCastKind() != CK_LValueToRValue)
    return 0;
  if (!E)
    return 0;
  E = E->IgnoreParenImpCasts();
  while (const auto *M = dyn_cast<MemberExpr>(E)) {
    if (M->isArrow())
      return 0;
    E = M->getBase()->IgnoreParenImpCasts();
  }
  unsigned Count = 0;
  for (;; ++Count) {
    const Expr *Array = nullptr;
    if (const auto *S = dyn_cast<ArraySubscriptExpr>(E))
      Array = S->getBase()->IgnoreParenImpCasts();
    else if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(E);
             Call && Call->getOperator() == OO_Subscript &&
             Call->getNumArgs() == 2 &&
             libraryType(Call->getArg(0)->getType()) == LibraryType::InPlace)
      Array = Call->getArg(0)->IgnoreParenImpCasts();
    if (!Array || constantExtent(Array->getType()) < 2)
      return Count;
    E = Array;
  }
}

/// The subscripts of P as they are now.
std::shared_ptr<const Unclosed> Walker::unclosed(const Access &A,
                                                 const Place &P) const {
  Unclosed U;
  for (const Step &S : P.Path)
    U.At.push_back(S.What != Step::Kind::Element || isStale(S.At)
                       ? Index::unknown()
                       : S.At);
  for (const ValueDecl *V : ActiveOrder) {
    const Active &R = Actives.at(V);
    U.Around.push_back({R.Sym, R.Low, R.High, R.Stride, R.Top});
  }
  if (A.Through.empty())
    U.InBounds = arraySubscripts(A.Site);
  return std::make_shared<Unclosed>(std::move(U));
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
  A.Open = Loop && !Foreign && !TextOnly ? unclosed(A, P) : nullptr;
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
      if (Old.Open && !(A.Open && *Old.Open == *A.Open))
        Old.Open = nullptr;
      return;
    }
  Out.Accesses.push_back(std::move(A));
}

} // namespace mp::tool
