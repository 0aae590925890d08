//===- Exits.cpp - Statements by which control leaves another -------------===//
//
// One visitor, which knows how deep in loops and switches it is. Which labels
// lie inside is known at its end only.
//
//===----------------------------------------------------------------------===//

#include "loops/Exits.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace mp::tool {

namespace {
class JumpVisitor : public RecursiveASTVisitor<JumpVisitor> {
public:
  std::vector<Jump> Found;
  llvm::SmallPtrSet<const LabelDecl *, 4> Labels;

  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool TraverseCXXRecordDecl(CXXRecordDecl *) { return true; }
  bool TraverseForStmt(ForStmt *S) { return nested(S, Loops); }
  bool TraverseWhileStmt(WhileStmt *S) { return nested(S, Loops); }
  bool TraverseDoStmt(DoStmt *S) { return nested(S, Loops); }
  bool TraverseCXXForRangeStmt(CXXForRangeStmt *S) { return nested(S, Loops); }
  bool TraverseSwitchStmt(SwitchStmt *S) { return nested(S, Switches); }

  bool VisitBreakStmt(BreakStmt *S) {
    return Loops || Switches || add(Jump::Kind::Break, S);
  }
  bool VisitContinueStmt(ContinueStmt *S) {
    return Loops || add(Jump::Kind::Continue, S);
  }
  bool VisitReturnStmt(ReturnStmt *S) { return add(Jump::Kind::Return, S); }
  bool VisitGotoStmt(GotoStmt *S) { return add(Jump::Kind::Goto, S); }
  bool VisitIndirectGotoStmt(IndirectGotoStmt *S) {
    return add(Jump::Kind::Goto, S);
  }
  bool VisitLabelStmt(LabelStmt *S) {
    Labels.insert(S->getDecl());
    return add(Jump::Kind::Label, S);
  }
  bool VisitCXXThrowExpr(CXXThrowExpr *E) {
    add(Jump::Kind::Throw, E);
    Found.back().StaysInside = Tries > 0;
    return true;
  }
  bool TraverseCXXTryStmt(CXXTryStmt *S) {
    ++Tries;
    TraverseStmt(S->getTryBlock());
    --Tries;
    for (unsigned K = 0; K < S->getNumHandlers(); ++K)
      TraverseStmt(S->getHandler(K));
    return true;
  }

private:
  bool add(Jump::Kind What, const Stmt *S) {
    Found.push_back({What, S});
    return true;
  }
  bool nested(Stmt *S, unsigned &Depth) {
    ++Depth;
    for (Stmt *Child : S->children())
      TraverseStmt(Child);
    --Depth;
    return true;
  }
  unsigned Loops = 0, Switches = 0, Tries = 0;
};
} // namespace

Jumps Jumps::of(const Stmt *S) {
  JumpVisitor Visitor;
  Visitor.TraverseStmt(const_cast<Stmt *>(S));
  for (Jump &J : Visitor.Found)
    if (const auto *Goto = dyn_cast<GotoStmt>(J.Where))
      J.StaysInside = Visitor.Labels.contains(Goto->getLabel());
  return {std::move(Visitor.Found)};
}

const Stmt *Jumps::first(std::initializer_list<Jump::Kind> Kinds) const {
  auto Found = llvm::find_if(
      All, [&](const Jump &J) { return llvm::is_contained(Kinds, J.What); });
  return Found == All.end() ? nullptr : Found->Where;
}

/// S stands where a statement stands, not in an expression or a header.
static bool isStatement(const Stmt *S, ASTContext &C) {
  for (const auto &Node : C.getParents(*S)) {
    const auto *Up = Node.get<Stmt>();
    if (const auto *Full = dyn_cast_or_null<ExprWithCleanups>(Up))
      return isStatement(Full, C);
    if (const auto *For = dyn_cast_or_null<ForStmt>(Up))
      return For->getBody() == S;
    return Up && isa<CompoundStmt, IfStmt, WhileStmt, DoStmt, CXXForRangeStmt,
                     SwitchCase>(Up);
  }
  return false;
}

std::vector<const Stmt *> throwsOut(const Stmt *Body, ASTContext &C) {
  std::vector<const Stmt *> Out;
  for (const Jump &J : Jumps::of(Body).All)
    if (J.What == Jump::Kind::Throw && !J.StaysInside &&
        !J.Where->getBeginLoc().isMacroID() &&
        !J.Where->getEndLoc().isMacroID() &&
        (J.Where == Body || isStatement(J.Where, C)))
      Out.push_back(J.Where);
  return Out;
}

} // namespace mp::tool
