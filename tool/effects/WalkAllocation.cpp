//===- WalkAllocation.cpp - new and delete --------------------------------===//
//
// Memory of the iteration's own, and the operators new and delete that the user
// has written.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"
#include "clang/AST/Attr.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace mp::tool {

/// A function that the language calls by itself, operator new or delete: only
/// what the user wrote has effects that count.
void Walker::implicitCall(const FunctionDecl *F, const Expr *Site,
                          const Places &Memory) {
  if (!F || C.getSourceManager().isInSystemHeader(F->getLocation()))
    return;
  const FunctionDecl *Definition = nullptr;
  if (!F->hasBody(Definition) && F->isReplaceableGlobalAllocationFunction())
    return;
  std::vector<Argument> Args;
  for (const ParmVarDecl *P : F->parameters()) {
    Argument A;
    A.Text = Site;
    A.Type = P->getType();
    if (P->getType()->isPointerType())
      A.What.Targets = Memory;
    Args.push_back(std::move(A));
  }
  invoke(F, Site, nullptr, std::move(Args));
}

Walker::Value Walker::allocation(const CXXNewExpr *N) {
  Place Fresh = Place::of(Place::Root::Fresh);
  for (unsigned K = 0; K < N->getNumPlacementArgs(); ++K) {
    Value At = rvalue(N->getPlacementArg(K));
    bool Outside = false;
    for (const Place &P : traced(At.Targets))
      Outside |= !(P.is(Place::Root::Fresh) || P.is(Place::Root::Local) ||
                   (P.is(Place::Root::Variable) && isLocal(P.Variable)));
    if (Outside && N->getPlacementArg(K)->getType()->isPointerType())
      event(Event::Kind::UnknownWrite, N, "placement new");
  }
  if (N->isArray() && N->getArraySize())
    rvalue(*N->getArraySize());
  implicitCall(N->getOperatorNew(), N, {Fresh});
  Value Made = rvalue(N->getInitializer());
  if (holdsPointers(N->getAllocatedType(), C))
    merge(PointerStores[Fresh.key()], Made.Targets);
  Value V;
  V.Targets = {Fresh};
  return V;
}

void Walker::deallocation(const CXXDeleteExpr *D) {
  Value P = rvalue(D->getArgument());
  eventAbout(Event::Kind::Frees, D, "", traced(P.Targets));
  QualType T = D->getDestroyedType();
  if (const CXXRecordDecl *R = T.isNull() ? nullptr : recordOf(T);
      R && R->hasDefinition() && R->getDestructor() &&
      R->getDestructor()->isVirtual() && !R->hasAttr<FinalAttr>())
    event(Event::Kind::OpaqueCall, D,
          "what overrides '" + R->getDestructor()->getQualifiedNameAsString() +
              "'");
  destroyOwned(T, D);
  implicitCall(D->getOperatorDelete(), D, P.Targets);
}

} // namespace mp::tool
