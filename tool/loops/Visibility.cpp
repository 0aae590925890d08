//===- Visibility.cpp - Who else can see the loop variable ----------------===//
//
// Looks at the function around the loop for uses of the variable that may keep
// a reference to it. Reads and writes of its value don't; whatever is not known
// not to, may.
//
//===----------------------------------------------------------------------===//

#include "loops/Visibility.h"
#include "clang/AST/Decl.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace mp::tool {

using namespace clang;

namespace {

/// Looks for a use of the variable outside the loop that is not a plain read
/// or write of its value.
class UseVisitor : public RecursiveASTVisitor<UseVisitor> {
public:
  UseVisitor(const VarDecl &Variable, const Stmt &Loop)
      : Variable(Variable), Loop(Loop) {}

  bool TraverseStmt(Stmt *S) {
    return S == &Loop || RecursiveASTVisitor::TraverseStmt(S);
  }
  bool TraverseLambdaExpr(LambdaExpr *L) {
    for (const LambdaCapture &Capture : L->captures())
      if (Capture.capturesVariable() && Capture.getCapturedVar() == &Variable &&
          Capture.getCaptureKind() == LCK_ByRef)
        Seen = true;
    return RecursiveASTVisitor::TraverseLambdaExpr(L);
  }
  // What follows uses the value only; everything else that names the variable
  // may keep a reference to it.
  bool VisitImplicitCastExpr(ImplicitCastExpr *E) {
    if (E->getCastKind() == CK_LValueToRValue)
      allow(E->getSubExpr());
    return true;
  }
  bool VisitUnaryOperator(UnaryOperator *E) {
    if (E->isIncrementDecrementOp())
      allow(E->getSubExpr());
    return true;
  }
  bool VisitBinaryOperator(BinaryOperator *E) {
    if (E->isAssignmentOp())
      allow(E->getLHS());
    return true;
  }
  // Iterators: operators of the class, and copies.
  bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr *E) {
    for (Expr *Argument : E->arguments())
      allow(Argument);
    return true;
  }
  bool VisitCXXConstructExpr(CXXConstructExpr *E) {
    if (E->getConstructor()->isCopyOrMoveConstructor())
      allow(E->getArg(0));
    return true;
  }
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    if (E->getDecl() == &Variable && !Allowed.contains(E))
      Seen = true;
    return !Seen;
  }

  bool Seen = false;

private:
  void allow(const Expr *E) { Allowed.insert(E->IgnoreParenImpCasts()); }

  const VarDecl &Variable;
  const Stmt &Loop;
  llvm::SmallPtrSet<const Stmt *, 16> Allowed;
};

} // namespace

bool isSeenElsewhere(const VarDecl &Variable, const FunctionDecl &Function,
                     const Stmt &Loop) {
  if (Variable.hasGlobalStorage() || Variable.isInitCapture() ||
      Variable.getDeclContext() != static_cast<const DeclContext *>(&Function))
    return true;
  if (!Function.getBody())
    return true;
  UseVisitor Visitor(Variable, Loop);
  Visitor.TraverseStmt(Function.getBody());
  return Visitor.Seen;
}

} // namespace mp::tool
