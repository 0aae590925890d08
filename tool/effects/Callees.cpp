//===- Callees.cpp - What a call without a named target may run -----------===//
//
// Overriders of a virtual function, functions of which the address is taken,
// and what a std::function or the like is made from, as far as this file shows
// them. There may be more elsewhere.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/SetVector.h"

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

std::vector<const FunctionDecl *>
Summaries::overridersOf(const CXXMethodDecl *M) {
  findRoots();
  if (Overriders.empty())
    for (const FunctionDecl *F : Definitions)
      if (const auto *Method = dyn_cast<CXXMethodDecl>(F);
          Method && Method->isVirtual()) {
        llvm::SetVector<const CXXMethodDecl *> Above;
        Above.insert(Method->getCanonicalDecl());
        for (size_t K = 0; K < Above.size(); ++K)
          for (const CXXMethodDecl *Base : Above[K]->overridden_methods())
            Above.insert(Base->getCanonicalDecl());
        for (const CXXMethodDecl *Base : Above)
          Overriders[Base].push_back(F);
      }
  auto It = Overriders.find(M->getCanonicalDecl());
  return It == Overriders.end() ? std::vector<const FunctionDecl *>()
                                : It->second;
}

std::vector<const FunctionDecl *> Summaries::pointedTo(QualType T) {
  findRoots();
  const CXXRecordDecl *Of = nullptr;
  if (const auto *Member = T->getAs<MemberPointerType>()) {
    Of = Member->getMostRecentCXXRecordDecl();
    T = Member->getPointeeType();
  } else if (T->isPointerType()) {
    T = T->getPointeeType();
  }
  std::vector<const FunctionDecl *> Found;
  for (const FunctionDecl *F : Pointed) {
    const auto *M = dyn_cast<CXXMethodDecl>(F);
    bool IsMember = M && !M->isStatic() && !M->getParent()->isLambda();
    QualType Type = F->getType();
    if (M && M->getParent()->isLambda()) // what its conversion points to
      Type = Context.getFunctionType(
          F->getReturnType(), Type->castAs<FunctionProtoType>()->param_types(),
          FunctionProtoType::ExtProtoInfo());
    if (IsMember != (Of != nullptr) ||
        !Context.hasSameFunctionTypeIgnoringExceptionSpec(Type, T))
      continue;
    if (IsMember && M->isVirtual())
      for (const FunctionDecl *O : overridersOf(M))
        Found.push_back(O);
    else
      Found.push_back(F);
  }
  return Found;
}

std::vector<const FunctionDecl *> Summaries::calledThrough(QualType T) {
  T = T.getNonReferenceType().getUnqualifiedType();
  std::vector<const FunctionDecl *> Found;
  auto Add = [&](QualType From) {
    for (const FunctionDecl *F : calledThrough(From))
      Found.push_back(F);
  };
  if (T->isFunctionPointerType() || T->isFunctionType() ||
      T->isMemberFunctionPointerType())
    return pointedTo(T);
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (!R || !R->hasDefinition())
    return Found;
  if (!isInStd(R)) {
    addCallOperators(R, Found);
    return Found;
  }
  StringRef Name = stdName(T);
  auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(R);
  if (!Special || !Through.insert(R->getCanonicalDecl()).second)
    return Found;
  if (Name == "function" || Name == "move_only_function" ||
      Name == "packaged_task") {
    // Its constructors and assignments are templates over what it holds.
    for (const Decl *D : R->decls())
      if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D))
        for (const FunctionDecl *F : Template->specializations())
          if (const TemplateArgumentList *L =
                  F->getTemplateSpecializationArgs();
              L && L->size() && L->get(0).getKind() == TemplateArgument::Type)
            Add(L->get(0).getAsType());
  } else {
    // reference_wrapper<F>, _Bind<F (bound arguments)>, _Not_fn<F>.
    const TemplateArgumentList &L = Special->getTemplateArgs();
    for (const TemplateArgument &A : L.asArray())
      if (A.getKind() == TemplateArgument::Type) {
        const auto *Bound = A.getAsType()->getAs<FunctionType>();
        Add(Bound && Name.contains("Bind") ? Bound->getReturnType()
                                           : A.getAsType());
      }
  }
  Through.erase(R->getCanonicalDecl());
  return Found;
}

} // namespace mp::tool
