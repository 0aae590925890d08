//===- WalkCallbacks.cpp - Functions that the library calls ---------------===//
//
// A comparison that is handed to std::sort or qsort runs there, with elements
// of what is sorted.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"

using namespace clang;

namespace mp::tool {

/// A function that the library calls, any number of times, with elements of
/// the ranges it was given.
void Walker::callback(const Argument &A, const Expr *Site,
                      const Places &Elements) {
  QualType T = A.Text->IgnoreParenImpCasts()->getType().getNonReferenceType();
  const FunctionDecl *F = nullptr;
  Places Object;
  if (const CXXRecordDecl *R = T->getAsCXXRecordDecl()) {
    if (isInStd(R) || !R->hasDefinition())
      return;
    Object = A.IsReference ? A.At : Places{Place::of(Place::Root::Local)};
    for (const CXXMethodDecl *M : R->methods())
      if (M->getOverloadedOperator() == OO_Call &&
          !M->getDescribedFunctionTemplate())
        F = M;
    if (!F && R->isLambda()) {
      if (FunctionTemplateDecl *G = R->getDependentLambdaCallOperator())
        for (FunctionDecl *I : G->specializations())
          F = I;
      if (!F)
        F = R->getLambdaCallOperator();
    }
  } else if (auto *D = dyn_cast<DeclRefExpr>(A.Text->IgnoreParenImpCasts())) {
    F = dyn_cast<FunctionDecl>(D->getDecl());
  } else if (T->isFunctionPointerType()) {
    event(Event::Kind::OpaqueCall, Site, "a function through a pointer");
    return;
  }
  if (!F)
    return;
  conditionally([&] {
    const Effects *S = Known.of(F);
    std::vector<Argument> Params;
    for (const ParmVarDecl *P : F->parameters()) {
      Argument One;
      One.Text = A.Text;
      One.Type = P->getType();
      One.IsReference = P->getType()->isReferenceType();
      if (One.IsReference)
        One.At =
            Elements.empty() ? Places{Place::of(Place::Root::Local)} : Elements;
      for (const Place &E : Elements)
        if (holdsPointers(P->getType(), C))
          merge(One.What.Targets, P->getType()->isPointerType() &&
                                          P->getType()->isVoidPointerType()
                                      ? Places{E}
                                      : pointeesOf(E, false));
      Params.push_back(std::move(One));
    }
    if (S)
      apply(*S, F, Site, Object.empty() ? nullptr : &Object, Params);
    else if (!lookupLibrary(*F) && !isInStd(F))
      event(Event::Kind::OpaqueCall, Site, "'" + F->getNameAsString() + "'");
  });
}

} // namespace mp::tool
