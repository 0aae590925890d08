//===- WalkCallbacks.cpp - Functions that the library calls ---------------===//
//
// A comparison that is handed to std::sort or qsort runs there, with elements
// of what is sorted.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace mp::tool {

/// The call operators of R and its bases, of templates each that is used.
static void addCallOperators(const CXXRecordDecl *R,
                             std::vector<const FunctionDecl *> &Into) {
  for (const Decl *D : R->decls()) {
    if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D);
        Template &&
        Template->getTemplatedDecl()->getOverloadedOperator() == OO_Call) {
      for (const FunctionDecl *F : Template->specializations())
        Into.push_back(F);
    } else if (const auto *M = dyn_cast<CXXMethodDecl>(D);
               M && M->getOverloadedOperator() == OO_Call) {
      Into.push_back(M);
    }
  }
  for (const CXXBaseSpecifier &B : R->bases())
    if (const CXXRecordDecl *Base = B.getType()->getAsCXXRecordDecl();
        Base && Base->hasDefinition())
      addCallOperators(Base, Into);
}

/// Whether an object of the library's class T calls something of the user's.
static bool forwardsCalls(QualType T) {
  return llvm::StringSwitch<bool>(stdName(T))
      .Cases({"function", "move_only_function", "reference_wrapper",
              "packaged_task"},
             true)
      .Default(stdName(T).contains("Bind") || stdName(T).contains("Mem_fn") ||
               stdName(T).contains("Not_fn"));
}

/// A function that the library calls, any number of times, with elements of
/// the ranges it was given.
void Walker::callback(const Argument &A, const Expr *Site,
                      const Places &Elements) {
  QualType T = A.Text->IgnoreParenImpCasts()->getType().getNonReferenceType();
  std::vector<const FunctionDecl *> Called;
  Places Object;
  if (const CXXRecordDecl *R = T->getAsCXXRecordDecl()) {
    if (isInStd(R) || !R->hasDefinition()) {
      if (forwardsCalls(T))
        event(Event::Kind::OpaqueCall, Site,
              "a function in a 'std::" + stdName(T).str() + "'");
      return;
    }
    Object = A.IsReference ? A.At : Places{Place::of(Place::Root::Local)};
    addCallOperators(R, Called);
  } else if (auto *D = dyn_cast<DeclRefExpr>(A.Text->IgnoreParenImpCasts());
             D && isa<FunctionDecl>(D->getDecl())) {
    Called.push_back(cast<FunctionDecl>(D->getDecl()));
  } else if (T->isFunctionPointerType() || T->isMemberFunctionPointerType()) {
    event(Event::Kind::OpaqueCall, Site, "a function through a pointer");
    return;
  }
  for (const FunctionDecl *F : Called)
    conditionally([&] {
      std::vector<Argument> Params;
      for (const ParmVarDecl *P : F->parameters()) {
        Argument One;
        One.Text = A.Text;
        One.Type = P->getType();
        One.IsReference = P->getType()->isReferenceType();
        if (One.IsReference)
          One.At = Elements.empty() ? Places{Place::of(Place::Root::Local)}
                                    : Elements;
        for (const Place &E : Elements)
          if (holdsPointers(P->getType(), C))
            merge(One.What.Targets, P->getType()->isPointerType() &&
                                            P->getType()->isVoidPointerType()
                                        ? Places{E}
                                        : pointeesOf(E, false));
        Params.push_back(std::move(One));
      }
      const auto *M = dyn_cast<CXXMethodDecl>(F);
      invoke(F, Site, M && !M->isStatic() ? &Object : nullptr,
             std::move(Params));
    });
}

} // namespace mp::tool
