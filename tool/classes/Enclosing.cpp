//===- Enclosing.cpp - What a statement is a part of ----------------------===//
//
// Up the tree from a statement: what holds it, and which statement would have
// to move to the parent with it.
//
//===----------------------------------------------------------------------===//

#include "classes/Enclosing.h"
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

} // namespace mp::tool
