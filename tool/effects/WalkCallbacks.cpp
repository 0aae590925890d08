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

/// Whether an object of the library's class T calls something of the user's.
bool Walker::forwardsCalls(QualType T) {
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
      if (!forwardsCalls(T))
        return;
      event(Event::Kind::OpaqueCall, Site,
            "what a 'std::" + stdName(T).str() + "' holds");
      mayRun(Known.calledThrough(T), Site, nullptr, {});
      return;
    }
    Object = A.IsReference ? A.At : Places{Place::of(Place::Root::Local)};
    Called = Known.calledThrough(T);
  } else if (auto *D = dyn_cast<DeclRefExpr>(A.Text->IgnoreParenImpCasts());
             D && isa<FunctionDecl>(D->getDecl())) {
    Called.push_back(cast<FunctionDecl>(D->getDecl()));
  } else if (T->isFunctionPointerType() || T->isMemberFunctionPointerType()) {
    event(Event::Kind::OpaqueCall, Site, "what a pointer leads to");
    Called = Known.pointedTo(T);
    Object = {Place::of(Place::Root::Unknown)};
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
