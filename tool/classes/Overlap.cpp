//===- Overlap.cpp - Whether two places can be the same memory ------------===//
//
// Places with different roots are told apart by which pointers can lead where,
// then by type. Those with the same root are followed together, and the first
// step in which they differ decides.
//
//===----------------------------------------------------------------------===//

#include "classes/Overlap.h"
#include "effects/OuterPointers.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace mp::tool {

Overlap::Overlap(const FunctionDecl *F, Summaries &Known)
    : Function(F), Known(Known), C(Known.Context) {
  for (const DeclContext *D = F; D; D = D->getParent()) {
    if (auto *Fn = dyn_cast<FunctionDecl>(D))
      Instantiated |= Fn->isTemplateInstantiation();
    Instantiated |= isa<ClassTemplateSpecializationDecl>(D);
  }
  Facts = RegionFacts::around(F, C);
}

bool isShared(const Place &P) {
  for (size_t K = 0; K < P.Path.size(); ++K)
    if (P.Path[K].What == Step::Kind::Content &&
        libraryType(typeOfPlace(P.shortened(P.Path.size() - K))) ==
            LibraryType::Shared)
      return true;
  return false;
}

/// The object itself is named, not got at through a pointer or reference.
bool Overlap::identified(const Place &P) const {
  return P.is(Place::Root::Variable) && !P.indirect() &&
         !P.Variable->getType()->isReferenceType() && !isShared(P);
}

/// Got at through a local pointer that alone leads there.
bool Overlap::alone(const Place &P) const {
  auto Leaves = [](const Step &S) {
    return S.What == Step::Kind::Deref || S.What == Step::Kind::Reach;
  };
  return P.is(Place::Root::Variable) && !P.Path.empty() &&
         P.Path[0].What == Step::Kind::Deref &&
         llvm::count_if(P.Path, Leaves) == 1 && Known.leadsAlone(P.Variable);
}

/// Got at through a `restrict` pointer; Other is not based on that.
bool Overlap::restricted(const Place &P, const Place &Other) const {
  if (!P.is(Place::Root::Variable) || P.Path.empty() ||
      P.Path[0].What != Step::Kind::Deref ||
      !P.Variable->getType().isRestrictQualified())
    return false;
  if (Other.is(Place::Root::This) || identified(Other))
    return true;
  if (!Other.is(Place::Root::Variable))
    return false;
  // What the function itself has set may have been set to the pointer.
  const ValueDecl *V = Other.Variable;
  auto *Var = dyn_cast<VarDecl>(V);
  bool Outer = isa<ParmVarDecl>(V) || (Var && Var->hasGlobalStorage());
  return Outer && !Facts.Assigned.contains(V) &&
         !Facts.AddressTaken.contains(V) &&
         (V->getType()->isPointerType() || V->getType()->isReferenceType());
}

/// Whether memory got at through Indirect can be (a part of) the variable that
/// Direct names.
bool Overlap::canPointTo(const Place &Indirect, const Place &Direct) const {
  auto *Var = dyn_cast<VarDecl>(Direct.Variable);
  if (Var && Var->hasGlobalStorage() && !Var->isExternallyVisible() &&
      Var->getType()->isScalarType())
    return Known.isAddressTaken(Var);
  if (Var && Var->hasGlobalStorage() && !Known.leadsTo(Function, Var))
    return false;
  if (!Var || Var->hasGlobalStorage())
    return true;
  // Parameters, references and `this` existed before the locals.
  bool FromOutside = Indirect.is(Place::Root::This);
  if (Indirect.is(Place::Root::Variable)) {
    const ValueDecl *V = Indirect.Variable;
    bool Unchanged = !Facts.Writes.count(V) && !Facts.AddressTaken.contains(V);
    if (isa<ParmVarDecl>(V) && V->getDeclContext() == Function &&
        (Unchanged || V->getType()->isReferenceType()))
      FromOutside = true;
    if (auto *Global = dyn_cast<VarDecl>(V);
        Global && Global->hasGlobalStorage())
      FromOutside = !Facts.AddressTaken.contains(Var) &&
                    !Var->getType()->isRecordType() &&
                    !Var->getType()->isArrayType();
  }
  if (FromOutside && Var->getDeclContext() == Function &&
      Indirect.Path.size() <= 2)
    return false;
  if (FromOutside && Var->getDeclContext() == Function &&
      !Facts.AddressTaken.contains(Var))
    return false;
  // A scalar whose address nobody takes.
  return Facts.AddressTaken.contains(Var) || Var->getType()->isRecordType() ||
         Var->getType()->isArrayType();
}

/// Direct is a library container to which no pointer is made, or what it owns,
/// and no element of it has a part like what Indirect reads or writes.
bool Overlap::outOfReach(const Access &Direct, const Access &Indirect) const {
  const Place &P = Direct.At;
  const auto *Var = identified(P) ? dyn_cast<VarDecl>(P.Variable) : nullptr;
  if (!Var || !Var->hasLocalStorage() || !Function || !Indirect.At.indirect() ||
      Indirect.Type.isNull() || Instantiated)
    return false;
  if (!Indirect.At.Path.empty() &&
      Indirect.At.Path.back().What == Step::Kind::Reach)
    return false;
  QualType T = Var->getType();
  if (libraryType(T) != LibraryType::Sequence &&
      libraryType(T) != LibraryType::Linked)
    return false;
  if (!P.Path.empty() && P.Path[0].What != Step::Kind::Header &&
      P.Path[0].What != Step::Kind::Content)
    return false;
  QualType Element = elementType(T), Object = typeOf(Indirect.At);
  // (What owns something leads to more than its own type says.)
  return !Element.isNull() && Element.isTriviallyCopyableType(C) &&
         !mayHold(Element, Indirect.Type, C) &&
         !mayShareMemory(Element, Indirect.Type, C) && !Object.isNull() &&
         !mayShareMemory(Element, Object, C) &&
         isNeverPointedTo(*Var, *Function, C);
}

bool Overlap::share(QualType A, QualType B) const {
  if (A.isNull() || B.isNull())
    return true;
  const auto [Known, New] = Shared.try_emplace({A, B}, false);
  if (New)
    Known->second = mayShareMemory(A, B, C);
  return Known->second;
}

/// Types of the object and of the containers that own it.
bool Overlap::typesMayShare(const Access &A, const Access &B) const {
  return Instantiated || mayShare(A, B); // one text for all types
}

bool Overlap::readsOwned(const Access &Read, const Access &Other) const {
  if (!Read.Reads || (!Read.At.Path.empty() &&
                      (Read.At.Path.back().What == Step::Kind::Header ||
                       Read.At.Path.back().What == Step::Kind::Reach)))
    return false;
  const QualType Whole = typeOf(Read.At);
  const bool Scalar = !Read.Type.isNull() && !Read.Type->isRecordType() &&
                      !Read.Type->isArrayType();
  if (Whole.isNull() || Scalar)
    return false;
  const QualType Part = Other.Type.isNull() ? typeOf(Other.At) : Other.Type;
  const auto [Known, New] = Owned.try_emplace({Whole, Part}, false);
  if (New)
    Known->second = mayOwn(Whole, Part, C);
  return Known->second;
}

bool Overlap::shareInPlace(const Access &A, const Access &B) const {
  auto Types = [&](const Access &X) {
    std::vector<QualType> T;
    // A container's own state is no number of its own.
    bool Header =
        !X.At.Path.empty() && X.At.Path.back().What == Step::Kind::Header;
    if (Header) {
      T.push_back(typeOf(X.At.shortened(1)));
      return T;
    }
    QualType Leaf = X.Type.isNull() ? typeOf(X.At) : X.Type;
    T.push_back(Leaf);
    // The object that is stored at the place (a whole struct, a container).
    if (QualType Object = typeOf(X.At); !Object.isNull())
      T.push_back(Object);
    return T;
  };
  // What a container owns are objects of their own: others are parts of them,
  // or elsewhere.
  auto Fits = [&](const Access &In, const Access &X) {
    for (size_t K = In.At.Path.size(); K-- > 0;) {
      if (In.At.Path[K].What == Step::Kind::Deref ||
          In.At.Path[K].What == Step::Kind::Reach)
        return true;
      if (In.At.Path[K].What != Step::Kind::Content ||
          K + 1 >= In.At.Path.size() ||
          In.At.Path[K + 1].What != Step::Kind::Element)
        continue;
      QualType Element = typeOf(In.At.shortened(In.At.Path.size() - K - 2));
      for (QualType T : Types(X))
        if (mayHold(Element, T, C))
          return true;
      return false;
    }
    return true;
  };
  auto Owners = [&](const Access &X) {
    std::vector<QualType> T;
    for (size_t K = 0; K < X.At.Path.size(); ++K)
      if (X.At.Path[K].What == Step::Kind::Content ||
          X.At.Path[K].What == Step::Kind::Header)
        T.push_back(typeOf(X.At.shortened(X.At.Path.size() - K)));
    return T;
  };
  auto Reach = [](const Access &X) {
    return !X.At.Path.empty() && X.At.Path.back().What == Step::Kind::Reach;
  };
  if (Reach(A) || Reach(B))
    return true;
  if (!A.Mutates && !B.Mutates && (!Fits(A, B) || !Fits(B, A)))
    return false;
  for (QualType TA : Types(A))
    for (QualType TB : Types(B))
      if (share(TA, TB))
        return true;
  // A container that is changed as a whole takes its elements along.
  if (A.Mutates || A.Type.isNull() || A.Type->isRecordType())
    for (QualType TB : Owners(B))
      if (share(typeOf(A.At), TB))
        return true;
  if (B.Mutates || B.Type.isNull() || B.Type->isRecordType())
    for (QualType TA : Owners(A))
      if (share(typeOf(B.At), TA))
        return true;
  return false;
}

/// The object that has the pointer may be one of those that such a pointer
/// leads to.
bool Overlap::linked(const Access &A, const Access &B) const {
  auto Leaf = [&](const Access &X) {
    QualType T = X.Type.isNull() ? typeOf(X.At) : X.Type;
    return T.isNull() ? T : T.getNonReferenceType();
  };
  auto InRecord = [](const Place &P) {
    return llvm::any_of(
        P.Path, [](const Step &S) { return S.What == Step::Kind::Field; });
  };
  QualType TA = Leaf(A), TB = Leaf(B);
  const bool Linked = InRecord(A.At) && InRecord(B.At);
  if (TA.isNull() || TB.isNull() ||
      !(Linked || (TA->isPointerType() && TB->isPointerType())))
    return false;
  return !TA->isAnyCharacterType() && !TB->isAnyCharacterType() &&
         share(TA, TB);
}

Relation Overlap::relate(const Access &AA, const Access &BB) const {
  const Place &A = AA.At, &B = BB.At;
  using Root = Place::Root;
  if (A.is(Root::Hidden) || B.is(Root::Hidden))
    return A.is(Root::Hidden) && B.is(Root::Hidden) && A.State == B.State
               ? Relation::Same
               : Relation::Disjoint;
  if (A.is(Root::Unknown) || B.is(Root::Unknown))
    return typesMayShare(AA, BB) ? Relation::Unknown : Relation::Disjoint;
  auto Otherwise = [&]() {
    return typesMayShare(AA, BB) ? Relation::Unknown : Relation::Disjoint;
  };
  bool SameRoot = A.From == B.From &&
                  (!A.is(Root::Variable) || A.Variable->getCanonicalDecl() ==
                                                B.Variable->getCanonicalDecl());
  if (!SameRoot) {
    if (alone(A) || alone(B) || restricted(A, B) || restricted(B, A))
      return Relation::Disjoint;
    bool IA = identified(A), IB = identified(B);
    if (IA && IB)
      return Relation::Disjoint;
    // Nothing but characters is in a text buffer.
    auto OtherThanText = [&](const Access &X) {
      QualType T = X.Type.isNull() ? typeOf(X.At) : X.Type;
      if (!X.At.Path.empty() && X.At.Path.back().What == Step::Kind::Header)
        T = typeOf(X.At.shortened(1));
      bool Reaches =
          !X.At.Path.empty() && X.At.Path.back().What == Step::Kind::Reach;
      return !Reaches && !T.isNull() && !Instantiated &&
             !T->isAnyCharacterType() && !T->isVoidType() &&
             !T->isArrayType() && !T->isDependentType();
    };
    if ((IA && Known.holdsText(A.Variable) && OtherThanText(BB)) ||
        (IB && Known.holdsText(B.Variable) && OtherThanText(AA)))
      return Relation::Disjoint;
    if (outOfReach(AA, BB) || outOfReach(BB, AA))
      return Relation::Disjoint;
    if (IA && !canPointTo(B, A))
      return Relation::Disjoint;
    if (IB && !canPointTo(A, B))
      return Relation::Disjoint;
    return Otherwise();
  }
  size_t N = std::min(A.Path.size(), B.Path.size());
  bool OtherElement = false; // perhaps another element of the same array
  for (size_t K = 0; K < N; ++K) {
    const Step &S = A.Path[K], &T = B.Path[K];
    auto LeavesLater = [&](const Place &P) {
      for (size_t M = K; M < P.Path.size(); ++M)
        if (P.Path[M].What == Step::Kind::Deref ||
            P.Path[M].What == Step::Kind::Reach)
          return true;
      return false;
    };
    if (S.What == Step::Kind::Reach || T.What == Step::Kind::Reach)
      return Relation::Within;
    if (S.What != T.What) {
      bool Header =
          S.What == Step::Kind::Header || T.What == Step::Kind::Header;
      bool Content =
          S.What == Step::Kind::Content || T.What == Step::Kind::Content;
      bool Element =
          S.What == Step::Kind::Element || T.What == Step::Kind::Element;
      if (Header &&
          (S.What == Step::Kind::Deref || T.What == Step::Kind::Deref))
        return Otherwise();
      if (Header && (Content || Element))
        return LeavesLater(A) || LeavesLater(B) ? Otherwise()
                                                : Relation::Disjoint;
      return Relation::Within;
    }
    if (S.What == Step::Kind::Field && S.Field != T.Field) {
      if (LeavesLater(A) || LeavesLater(B))
        return Otherwise();
      return Relation::Disjoint;
    }
    if (S.What == Step::Kind::Element && !(S.At == T.At)) {
      auto CA = S.At.Known && S.At.Terms.empty() ? S.At.Form.constant()
                                                 : std::nullopt;
      auto CB = T.At.Known && T.At.Terms.empty() ? T.At.Form.constant()
                                                 : std::nullopt;
      bool Apart = CA && CB && *CA != *CB;
      if (Apart && !LeavesLater(A) && !LeavesLater(B))
        return Relation::Disjoint;
      OtherElement = true;
    }
    if (S.What == Step::Kind::Deref && OtherElement)
      // Pointers out of different elements may be equal.
      return typesMayShare(AA, BB) ? Relation::Within : Relation::Disjoint;
  }
  const Place &Longer = A.Path.size() > B.Path.size() ? A : B;
  for (size_t K = N; K < Longer.Path.size(); ++K)
    if (Longer.Path[K].What == Step::Kind::Deref)
      // The pointer against what it points to: another one, perhaps, in a list
      // or tree.
      return linked(AA, BB) ? Otherwise() : Relation::Disjoint;
  if (A.Path.size() != B.Path.size())
    return Relation::Within;
  return Relation::Same;
}

} // namespace mp::tool
