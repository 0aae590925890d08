//===- Exits.cpp - Statements by which control leaves another -------------===//
//
// One visitor, which knows how deep in loops and switches it is. Which labels
// lie inside is known at its end only.
//
//===----------------------------------------------------------------------===//

#include "loops/Exits.h"
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
  bool VisitCXXThrowExpr(CXXThrowExpr *E) { return add(Jump::Kind::Throw, E); }

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
  unsigned Loops = 0, Switches = 0;
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

} // namespace mp::tool
