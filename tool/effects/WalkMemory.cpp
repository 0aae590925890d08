//===- WalkMemory.cpp - Values that are loaded and stored -----------------===//
//
// The number or the pointers that a place holds when it is read, and what a
// store leaves there.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"
#include <functional>

using namespace clang;

namespace mp::tool {

std::optional<Polynomial> Walker::numberOf(const Place &P, QualType T,
                                           std::vector<Index::Fit> &Fits) {
  T = T.getNonReferenceType();
  if (!T->isIntegralOrEnumerationType() || T->isBooleanType())
    return std::nullopt;
  if (P.is(Place::Root::Variable) && P.Path.empty()) {
    const ValueDecl *V = P.Variable;
    if (Loop && V == Loop->Variable)
      return Loop->What == LoopShape::Kind::Integer
                 ? std::optional(Polynomial(LoopSymbol))
                 : std::nullopt;
    if (auto It = Paces.find(V); It != Paces.end())
      return paced(V, It->second, T, Fits);
    if (auto It = Actives.find(V); It != Actives.end())
      return Polynomial(It->second.Sym);
    if (Facts.writes(V)) {
      auto It = Locals.find(V);
      if (It == Locals.end() || !It->second.Number)
        return std::nullopt;
      if (isStale(*It->second.Number) || !covered(P))
        return std::nullopt;
      Fits = It->second.Fits;
      return It->second.Number;
    }
    if (isLocal(V) && !isa<ParmVarDecl>(V))
      return std::nullopt;
    if (auto *Var = dyn_cast<VarDecl>(V))
      if (Var->getType().isConstQualified() && Var->getInit() &&
          !Var->getInit()->isValueDependent())
        if (auto *K = Var->evaluateValue();
            K && K->isInt() && K->getInt().getSignificantBits() < 63)
          return Polynomial(K->getInt().getExtValue());
    return stable(variableSymbol(V));
  }
  if (P.is(Place::Root::Unknown) || P.is(Place::Root::Fresh) ||
      P.is(Place::Root::Local) || P.is(Place::Root::Literal) ||
      P.is(Place::Root::Hidden))
    return std::nullopt;
  if (P.is(Place::Root::Variable) && isLocal(P.Variable) &&
      !selfRooted(P.Variable))
    return std::nullopt;
  for (const Step &S : P.Path) {
    if (S.What == Step::Kind::Reach)
      return std::nullopt;
    if (S.What == Step::Kind::Element &&
        (!S.At.Known || !S.At.Terms.empty() || !isInvariant(S.At.Form)))
      return std::nullopt;
  }
  if (recordOf(typeOfPlace(P))) // a union's member, the first word of an object
    return std::nullopt;
  Symbol S;
  S.What = Symbol::Kind::Stored;
  S.Key = "value of " + P.key();
  S.At = std::make_shared<Place>(P);
  S.NonNegative = T->isUnsignedIntegerType();
  return stable(std::move(S));
}

/// Where the pointers in a table lead; nothing: P is in no table.
std::optional<Walker::Places> Walker::entriesAt(const Place &P) {
  if (!P.is(Place::Root::Variable) || llvm::any_of(P.Path, [](const Step &S) {
        return S.What != Step::Kind::Element && S.What != Step::Kind::Field;
      }))
    return std::nullopt;
  const auto *V = dyn_cast<VarDecl>(P.Variable);
  const auto *Entries = V ? Known.entriesOf(V) : nullptr;
  if (!Entries)
    return std::nullopt;
  const bool WasRecording = Recording;
  State Before = Now;
  Recording = false;
  Places Result;
  for (const Expr *E : *Entries)
    merge(Result, rvalue(E).Targets);
  Recording = WasRecording;
  Now = std::move(Before);
  if (Result.empty())
    Result.push_back(Place::of(Place::Root::Literal));
  return Result;
}

/// Where pointers that are stored at P may point.
Walker::Places Walker::pointeesOf(const Place &P, bool IsCovered) {
  Places R;
  if (P.is(Place::Root::Variable) &&
      (isLocal(P.Variable) || (Loop && P.Variable == Loop->Variable)) &&
      !(P.indirect() && selfRooted(P.Variable))) {
    return targetsOf(P.Variable);
  }
  if (P.is(Place::Root::Local))
    return P.State.empty() ? R : Temporaries[P.State];
  if (P.is(Place::Root::Literal))
    return R;
  // Memory of the iteration's own: whatever is stored in any of it.
  if (P.is(Place::Root::Fresh))
    return PointerStores[Place::of(Place::Root::Fresh).key()];
  if (P.is(Place::Root::Unknown))
    return {P};
  if (auto Entries = entriesAt(P))
    return *Entries;
  auto It = PointerStores.find(P.key(false));
  if (P.is(Place::Root::Variable) && P.Path.empty())
    if (auto *Var = dyn_cast<VarDecl>(P.Variable))
      if (const Places *Outer = targetsOfOuter(Var)) {
        R = *Outer;
        if (It != PointerStores.end())
          merge(R, It->second);
        return R;
      }
  if (It != PointerStores.end())
    R = It->second;
  if (!IsCovered || It == PointerStores.end()) {
    Place D = P.deref();
    D.Path.back().Type = QualType();
    if (P.is(Place::Root::Variable) && Moving.contains(P.Variable))
      D.Path.back().At = P.Path.empty() && P.Variable == Leader
                             ? Index::at(Polynomial(LoopSymbol))
                             : Index::unknown();
    merge(R, {D});
  }
  return R;
}

Walker::Value Walker::load(const Places &From, QualType T, const Expr *Site) {
  Value V;
  T = T.getNonReferenceType();
  Places Resolved;
  for (const Place &P : From)
    merge(Resolved, resolve(P));
  if (Resolved.size() == 1)
    V.Number = numberOf(Resolved[0], T, V.Fits);
  if (holdsPointers(T, C))
    for (const Place &P : Resolved)
      merge(V.Targets, pointeesOf(P, covered(P)));
  record(From, true, false, T, Site);
  return V;
}

void Walker::store(const Places &To, QualType T, const Value &V,
                   const Expr *Site, const Expr *Stored, bool AlsoReads) {
  Places Resolved;
  for (const Place &P : To)
    merge(Resolved, resolve(P));
  for (const Place &P : Resolved) {
    if (holdsPointers(T, C))
      keep(P, V.Targets);
    if (P.is(Place::Root::Variable) && P.Path.empty()) {
      const ValueDecl *Var = P.Variable;
      auto It = Facts.Writes.find(Var);
      bool Single = It != Facts.Writes.end() && It->second == 1 &&
                    !Facts.AddressTaken.contains(Var);
      if (Single && !AlsoReads && !Actives.count(Var)) {
        Locals[Var].From = Stored;
        Locals[Var].Number = V.Number;
        Locals[Var].Fits = V.Fits;
      }
    }
  }
  record(To, AlsoReads, true, T, Site, Stored, &V.Targets);
}

} // namespace mp::tool
