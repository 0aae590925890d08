//===- WalkIndirect.cpp - Calls whose target is not named -----------------===//
//
// Through pointers to functions and members, and objects that hold functions.
// What this file shows that may run there has its effects; what else may run
// is unknown all the same.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"

using namespace clang;

namespace mp::tool {

Walker::Value Walker::indirect(const CallExpr *E) {
  if (isa<CXXPseudoDestructorExpr>(E->getCallee()->IgnoreParens()))
    return {};
  std::vector<Argument> Args;
  rvalue(E->getCallee());
  for (const Expr *A : E->arguments())
    Args.push_back(argument(A, A->isGLValue()
                                   ? C.getLValueReferenceType(A->getType())
                                   : A->getType()));
  const Expr *Callee = E->getCallee()->IgnoreParenImpCasts();
  std::string Name = "what a pointer leads to";
  if (auto *D = dyn_cast<DeclRefExpr>(Callee))
    Name = "what '" + D->getDecl()->getNameAsString() + "' points to";
  else if (auto *M = dyn_cast<MemberExpr>(Callee))
    Name = "what '" + M->getMemberDecl()->getNameAsString() + "' points to";
  // `(object.*member)(..)`
  const auto *Selected =
      dyn_cast<BinaryOperator>(E->getCallee()->IgnoreParens());
  if (!Selected || !Selected->isPtrMemOp()) {
    mayRun(Known.pointedTo(Callee->getType()), E, nullptr, Args);
    return opaque(Name, E, nullptr, false, Args);
  }
  Places Object = Selected->getOpcode() == BO_PtrMemI
                      ? traced(rvalue(Selected->getLHS()).Targets)
                      : lvalue(Selected->getLHS());
  QualType Member = Selected->getRHS()->getType();
  mayRun(Known.pointedTo(Member), E, &Object, Args);
  const auto *Type = Member->castAs<MemberPointerType>()
                         ->getPointeeType()
                         ->getAs<FunctionProtoType>();
  return opaque(Name, E, &Object, Type && Type->isConst(), Args);
}

/// Any of Candidates runs, or none.
void Walker::mayRun(ArrayRef<const FunctionDecl *> Candidates, const Expr *Site,
                    const Places *Object, const std::vector<Argument> &Args) {
  for (const FunctionDecl *F : Candidates) {
    if (!F->hasBody())
      continue;
    std::vector<Argument> Params;
    for (unsigned K = 0; K < F->getNumParams(); ++K) {
      Argument One;
      One.Text = Site;
      if (Args.size() == F->getNumParams())
        One = Args[K];
      One.Type = F->getParamDecl(K)->getType();
      One.IsReference = One.Type->isReferenceType();
      // Bound to it elsewhere.
      bool Writes = !One.Type.getNonReferenceType().isConstQualified();
      if (One.IsReference && One.At.empty())
        One.At = Writes && Args.size() != F->getNumParams()
                     ? Places{Place::of(Place::Root::Unknown)}
                     : Places{Place::of(Place::Root::Local)};
      Params.push_back(std::move(One));
    }
    const auto *M = dyn_cast<CXXMethodDecl>(F);
    Places Made{Place::of(M && M->isConst() ? Place::Root::Local
                                            : Place::Root::Unknown)};
    const Places *This = Object ? Object : &Made;
    conditionally([&] {
      invoke(F, Site, M && !M->isStatic() ? This : nullptr, std::move(Params));
    });
  }
}

} // namespace mp::tool
