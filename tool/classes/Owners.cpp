//===- Owners.cpp - What results own, and who else points to it -----------===//
//
// What a std::unique_ptr owns is sent as a value, and put into what the
// parent's owns already. Where the iteration hands it over to another owner,
// the parent would make a copy, and pointers to it from before the loop would
// lead nowhere.
//
//===----------------------------------------------------------------------===//

#include "classes/Classify.h"
#include "classes/Enclosing.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace mp::tool {

namespace {
/// Finds unique_ptrs that give away what they own.
struct GivenAway : RecursiveASTVisitor<GivenAway> {
  std::vector<const Expr *> Owners;

  void add(const Expr *E) {
    if (stdName(E->getType()) == "unique_ptr")
      Owners.push_back(E);
  }
  bool VisitCallExpr(CallExpr *E) {
    const FunctionDecl *F = E->getDirectCallee();
    if (!F || !isInStd(F) || !F->getIdentifier())
      return true;
    if (const auto *Member = dyn_cast<CXXMemberCallExpr>(E);
        Member && (F->getName() == "release" || F->getName() == "swap"))
      add(Member->getImplicitObjectArgument());
    if (!isa<CXXMemberCallExpr>(E) &&
        (F->getName() == "move" || F->getName() == "swap" ||
         F->getName() == "exchange" || F->getName() == "iter_swap"))
      for (const Expr *A : E->arguments())
        add(A->IgnoreParenImpCasts());
    return true;
  }
  bool VisitCXXStaticCastExpr(CXXStaticCastExpr *E) {
    if (E->isXValue())
      add(E->getSubExpr());
    return true;
  }
};
} // namespace

void Classifier::checkOwners() {
  GivenAway Finder;
  Finder.TraverseStmt(const_cast<Stmt *>(Shape.Body));
  const ValueDecl *Root = nullptr;
  for (const Expr *E : Finder.Owners)
    if (isOuterObject(
            E, Shape, [this](const ValueDecl *V) { return isLocal(V); }, C,
            Root)
            .value_or(true)) {
      Diags.error(DiagID::Transport, E->getBeginLoc(),
                  "this hands over what it owns: the parent would get a copy "
                  "of that, and pointers to it that were made before the loop "
                  "would lead nowhere; hand it over in a loop of its own");
      return;
    }
}

} // namespace mp::tool
