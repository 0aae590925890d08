//===- PlanExits.cpp - Ways out of the loop -------------------------------===//
//
// Every break, return and goto in the body that ends the loop.
//
//===----------------------------------------------------------------------===//

#include "plan/BuildPlan.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace mp::tool {

namespace {
class ExitFinder : public RecursiveASTVisitor<ExitFinder> {
public:
  std::vector<const Stmt *> Exits;
  std::vector<const LabelDecl *> Labels;
  std::vector<const GotoStmt *> Gotos;
  bool Break = false;
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool TraverseCXXRecordDecl(CXXRecordDecl *) { return true; }
  bool TraverseForStmt(ForStmt *S) { return nested(S); }
  bool TraverseWhileStmt(WhileStmt *S) { return nested(S); }
  bool TraverseDoStmt(DoStmt *S) { return nested(S); }
  bool TraverseCXXForRangeStmt(CXXForRangeStmt *S) { return nested(S); }
  bool TraverseSwitchStmt(SwitchStmt *S) { return nested(S); }
  bool VisitBreakStmt(BreakStmt *S) {
    if (!Depth) {
      Break = true;
      Exits.push_back(S);
    }
    return true;
  }
  bool VisitReturnStmt(ReturnStmt *S) {
    Exits.push_back(S);
    return true;
  }
  bool VisitGotoStmt(GotoStmt *S) {
    Gotos.push_back(S);
    return true;
  }
  bool VisitLabelStmt(LabelStmt *S) {
    Labels.push_back(S->getDecl());
    return true;
  }

private:
  bool nested(Stmt *S) {
    ++Depth;
    for (Stmt *Child : S->children())
      if (Child && !TraverseStmt(Child))
        return false;
    --Depth;
    return true;
  }
  unsigned Depth = 0;
};
} // namespace

void PlanBuilder::exits(LoopPlan &Plan) {
  ExitFinder F;
  F.TraverseStmt(const_cast<Stmt *>(Shape.Body));
  Plan.LeavesByBreak = F.Break;
  for (const Stmt *S : F.Exits)
    Plan.Exits.push_back({S});
  for (const GotoStmt *G : F.Gotos)
    if (std::find(F.Labels.begin(), F.Labels.end(), G->getLabel()) ==
        F.Labels.end())
      Plan.Exits.push_back({G});
}

} // namespace mp::tool
