//===- Enclosing.cpp - What a statement is a part of ----------------------===//
//
// Up the tree from a statement: what holds it, and which statement would have
// to move to the parent with it.
//
//===----------------------------------------------------------------------===//

#include "classes/Enclosing.h"
#include "effects/RegionFacts.h"
#include "effects/Types.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace mp::tool {

const Stmt *parentOf(const Stmt *S, ASTContext &C) {
  for (const auto &P : C.getParents(*S)) {
    if (const Stmt *Up = P.get<Stmt>())
      return Up;
    if (const auto *D = P.get<VarDecl>()) {
      // The statement that declares it.
      for (const auto &Q : C.getParents(*D))
        if (const Stmt *Up = Q.get<Stmt>())
          return Up;
    }
  }
  return nullptr;
}

bool isInside(const Stmt *Inner, const Stmt *Outer, ASTContext &C) {
  for (const Stmt *S = Inner; S; S = parentOf(S, C))
    if (S == Outer)
      return true;
  return false;
}

const Stmt *tailStatement(const Stmt *Site, const LoopShape &Shape,
                          ASTContext &C) {
  const Stmt *S = Site;
  for (;;) {
    const Stmt *Up = parentOf(S, C);
    if (!Up)
      return nullptr;
    if (S == Shape.Body)
      return isa<Expr>(S) ? S : nullptr;
    if (isa<LambdaExpr>(Up))
      return nullptr;
    if (isa<CompoundStmt, SwitchCase, LabelStmt>(Up))
      return isa<Expr>(S) || isa<IfStmt, ForStmt, WhileStmt, DoStmt, SwitchStmt,
                                 CXXForRangeStmt>(S)
                 ? S
                 : nullptr;
    if (isa<DeclStmt, ReturnStmt, CXXTryStmt, CXXCatchStmt>(Up))
      return nullptr;
    if (auto *If = dyn_cast<IfStmt>(Up)) {
      if (S == If->getThen() || S == If->getElse())
        return S;
      S = Up; // in the condition: the whole statement
      continue;
    }
    if (auto *For = dyn_cast<ForStmt>(Up)) {
      if (Up == Shape.Loop)
        return S;
      if (S == For->getBody())
        return S;
      S = Up;
      continue;
    }
    if (auto *While = dyn_cast<WhileStmt>(Up)) {
      if (Up == Shape.Loop || S == While->getBody())
        return S;
      S = Up;
      continue;
    }
    if (auto *Do = dyn_cast<DoStmt>(Up)) {
      if (S == Do->getBody())
        return S;
      S = Up;
      continue;
    }
    if (auto *Range = dyn_cast<CXXForRangeStmt>(Up)) {
      if (Up == Shape.Loop || S == Range->getBody())
        return S;
      S = Up;
      continue;
    }
    if (isa<SwitchStmt>(Up)) {
      S = Up;
      continue;
    }
    S = Up;
  }
}

std::optional<bool>
isOuterObject(const Expr *E, const LoopShape &Shape,
              llvm::function_ref<bool(const ValueDecl *)> IsLocal,
              ASTContext &C, const ValueDecl *&Root) {
  Root = nullptr;
  // How many pointers lead from what E, as far as it was taken apart, names to
  // the object in question.
  int Leading = 0;
  auto LeadsBy = [](QualType T) {
    return T->isPointerType() || libraryType(T) == LibraryType::View ||
           libraryType(T) == LibraryType::Shared;
  };
  for (unsigned Depth = 0; Depth < 16; ++Depth) {
    E = E->IgnoreParenImpCasts();
    if (const auto *M = dyn_cast<MemberExpr>(E)) {
      E = M->getBase();
      Leading += M->isArrow() && E->getType()->isPointerType();
    } else if (const auto *A = dyn_cast<ArraySubscriptExpr>(E)) {
      E = A->getBase();
      Leading += E->IgnoreParenImpCasts()->getType()->isPointerType();
    } else if (const auto *U = dyn_cast<UnaryOperator>(E);
               U &&
               (U->getOpcode() == UO_Deref || U->getOpcode() == UO_AddrOf)) {
      E = U->getSubExpr();
      Leading += U->getOpcode() == UO_Deref ? 1 : -1;
    } else if (const auto *Op = dyn_cast<CXXOperatorCallExpr>(E);
               Op && (Op->getOperator() == OO_Subscript ||
                      Op->getOperator() == OO_Star ||
                      Op->getOperator() == OO_Arrow)) {
      E = Op->getArg(0);
      // (An arrow's operand gives a pointer, which is counted already.)
      Leading += Op->getOperator() == OO_Arrow ? LeadsBy(E->getType()) - 1
                                               : LeadsBy(E->getType());
    } else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E);
               Call && isInStd(Call->getMethodDecl()) &&
               (Call->isGLValue() ||
                libraryType(Call->getType()) == LibraryType::View)) {
      // An element, or an iterator that leads to one.
      E = Call->getImplicitObjectArgument();
      const bool Arrow = E->getType()->isPointerType();
      const QualType Of = Arrow ? E->getType()->getPointeeType() : E->getType();
      Leading += Arrow + LeadsBy(Of) - !Call->isGLValue();
    } else if (isa<CXXThisExpr>(E)) {
      Root = nullptr;
      return true;
    } else if (const auto *D = dyn_cast<DeclRefExpr>(E)) {
      const ValueDecl *V = D->getDecl();
      const auto *B = dyn_cast<BindingDecl>(V);
      const auto *Var =
          dyn_cast<VarDecl>(B ? cast<ValueDecl>(B->getDecomposedDecl()) : V);
      if (!Var)
        return std::nullopt;
      Root = Var;
      const QualType T = Var->getType();
      const bool Leads = T->isReferenceType() || (Leading > 0 && LeadsBy(T));
      if (Var == Shape.Variable)
        return Leads;
      if (!IsLocal(V))
        return true;
      if (!Leads)
        return false;
      // Where it leads from its declaration on.
      const RegionFacts Body = RegionFacts::of(Shape.Body, C);
      if (!Var->getInit() || Body.Writes.lookup(Var) > 1 ||
          (!T->isReferenceType() && Body.AddressTaken.contains(Var)))
        return std::nullopt;
      E = Var->getInit();
    } else {
      return Leading <= 0 && E->isPRValue() && !LeadsBy(E->getType())
                 ? std::optional<bool>(false)
                 : std::nullopt;
    }
  }
  return std::nullopt;
}

} // namespace mp::tool
