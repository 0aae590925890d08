//===- WalkDeclarations.cpp - Variables that come and go ------------------===//
//
// Initialisers, structured bindings, and the destructors that run where a
// variable or temporary ends.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"
#include "clang/AST/Attr.h"

using namespace clang;

namespace mp::tool {

void Walker::declare(const VarDecl *V) {
  if (V->hasAttr<CleanupAttr>() && Recording)
    Out.event(Event::Kind::Construct, V->getLocation(),
              "a variable with a cleanup function");
  if (V->isStaticLocal()) {
    // Initialised once; what changes it later shows as a write.
    if (V->hasInit() &&
        !V->getInit()->isConstantInitializer(C,
                                             V->getType()->isReferenceType()) &&
        !V->isConstexpr()) {
      record({Place::variable(V)}, true, true, V->getType(), V->getInit());
    }
    return;
  }
  if (V->hasExternalStorage())
    return;
  const Expr *Init = V->getInit();
  if (!Init) {
    return;
  }
  if (V->getType()->isReferenceType()) {
    addTargets(V, lvalue(Init));
    hold(V);
    return;
  }
  Value Val = rvalue(Init);
  startCursor(V);
  store({Place::variable(V)}, V->getType(), Val, Init, Init, false);
  hold(V);
}

/// The variables that hold the parts of a structured binding.
void Walker::hold(const VarDecl *V) {
  auto *D = dyn_cast<DecompositionDecl>(V);
  if (!D)
    return;
  for (auto *B : D->bindings())
    if (const VarDecl *Holding = B->getHoldingVar()) {
      Facts.Declared.insert(Holding);
      declare(Holding);
    }
}

void Walker::destroy(const VarDecl *V) {
  QualType T = V->getType();
  if (!T->isReferenceType() && !V->hasGlobalStorage() && V->getInit())
    destroy(T, Place::variable(V), V->getInit());
}

/// The destructor of a local or temporary that Site made, and those of its
/// bases, members and what library classes in it own.
void Walker::destroy(QualType T, const Place &What, const Expr *Site) {
  llvm::SmallPtrSet<const CXXRecordDecl *, 8> Seen;
  destroy(T, What, Site, Seen);
}

void Walker::destroy(QualType T, const Place &What, const Expr *Site,
                     llvm::SmallPtrSetImpl<const CXXRecordDecl *> &Seen) {
  while (auto *A = C.getAsArrayType(T))
    T = A->getElementType();
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (!R || !R->hasDefinition() || R->hasTrivialDestructor() ||
      !Seen.insert(R->getCanonicalDecl()).second)
    return;
  if (isInStd(R)) {
    for (QualType Argument : classArguments(T))
      destroyOwned(Argument, Site, Seen);
    return;
  }
  if (const CXXDestructorDecl *D = R->getDestructor();
      D && D->isUserProvided() && !runDestructor(D, What, Site))
    return;
  for (const CXXBaseSpecifier &B : R->bases())
    destroy(B.getType(), What, Site, Seen);
  for (const FieldDecl *F : R->fields())
    destroy(F->getType(), What.field(F), Site, Seen);
}

/// An object of which a T is known dies: it may be a class derived from T.
void Walker::destroyOwned(QualType T, const Expr *Site) {
  llvm::SmallPtrSet<const CXXRecordDecl *, 8> Seen;
  if (!T.isNull())
    destroyOwned(T, Site, Seen);
}

void Walker::destroyOwned(QualType T, const Expr *Site,
                          llvm::SmallPtrSetImpl<const CXXRecordDecl *> &Seen) {
  const Place Some = Place::of(Place::Root::Fresh);
  destroy(T, Some, Site, Seen);
  const CXXRecordDecl *R = recordOf(T);
  const CXXDestructorDecl *D =
      R && R->hasDefinition() ? R->getDestructor() : nullptr;
  if (D && D->isVirtual())
    for (const FunctionDecl *F : Known.overridersOf(D))
      conditionally([&] {
        destroy(C.getCanonicalTagType(cast<CXXMethodDecl>(F)->getParent()),
                Some, Site, Seen);
      });
}

/// False when it has been reported.
bool Walker::runDestructor(const CXXDestructorDecl *D, const Place &What,
                           const Expr *Site) {
  const CXXRecordDecl *R = D->getParent();
  const Effects *S = Known.of(D);
  auto Visible = [&](const Place &P) {
    return P.is(Place::Root::Unknown) || P.is(Place::Root::Hidden) ||
           P.indirect() ||
           (P.is(Place::Root::Variable) && !isLocal(P.Variable));
  };
  if (!S) {
    event(Event::Kind::Destructor, Site, R->getNameAsString());
    return false;
  }
  for (const Access &A : S->Accesses)
    if (A.Writes && Visible(A.At)) {
      Places Object{What};
      Frame F{D, &Object, nullptr};
      for (const Place &P : substitute(A.At, F))
        if (!P.is(Place::Root::Local) && !P.is(Place::Root::Fresh) &&
            !P.is(Place::Root::Literal) &&
            !(P.is(Place::Root::Variable) && isLocal(P.Variable))) {
          event(Event::Kind::Destructor, Site, R->getNameAsString(), A.Where);
          return false;
        }
    }
  Places Object{What};
  Frame Fr{D, &Object, nullptr};
  for (const Event &E : S->Events)
    repeat(E, Site, &Fr);
  return true;
}

} // namespace mp::tool
