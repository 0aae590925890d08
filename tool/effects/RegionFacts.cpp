//===- RegionFacts.cpp - What code does to its variables ------------------===//
//
// Counted over the text alone, before the code is walked in the order of
// execution.
//
//===----------------------------------------------------------------------===//

#include "effects/RegionFacts.h"
#include "effects/Library.h"
#include "effects/Types.h"
#include "clang/AST/ASTLambda.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace mp::tool {

/// Functions of the C library that remember what they are given.
static bool keepsPointers(StringRef Name) {
  return llvm::is_contained({"setvbuf", "setbuf", "setbuffer", "putenv",
                             "strtok", "signal", "sigaction", "atexit"},
                            Name);
}

namespace {
/// Counts writes and declarations; every use of a variable that is neither a
/// plain read nor a plain write takes its address.
class FactFinder : public RecursiveASTVisitor<FactFinder> {
public:
  FactFinder(RegionFacts &F, const Stmt *Without) : F(F), Without(Without) {}
  bool shouldVisitImplicitCode() const { return true; }
  bool shouldVisitTemplateInstantiations() const { return false; }

  bool TraverseStmt(Stmt *S) {
    return (S && S == Without) || RecursiveASTVisitor::TraverseStmt(S);
  }
  void write(const Expr *E) {
    if (const ValueDecl *V = RegionFacts::named(E)) {
      ++F.Writes[V];
      Understood.insert(E->IgnoreParens());
    }
  }
  bool VisitVarDecl(VarDecl *V) {
    F.Declared.insert(V);
    if (auto *D = dyn_cast<DecompositionDecl>(V))
      for (auto *B : D->bindings())
        F.Declared.insert(B);
    if (V->hasInit() || V->isCXXForRangeDecl())
      ++F.Writes[V];
    return true;
  }
  bool VisitBinaryOperator(BinaryOperator *B) {
    if (B->isAssignmentOp())
      write(B->getLHS());
    if (B->getOpcode() == BO_Assign)
      if (const ValueDecl *V = RegionFacts::named(B->getLHS()))
        F.Assigned.insert(V);
    return true;
  }
  bool VisitUnaryOperator(UnaryOperator *U) {
    if (U->isIncrementDecrementOp())
      write(U->getSubExpr());
    return true;
  }
  bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr *E) {
    if (E->getNumArgs() == 0)
      return true;
    if (E->getOperator() == OO_Equal)
      if (const ValueDecl *V = RegionFacts::named(E->getArg(0)))
        F.Assigned.insert(V);
    switch (E->getOperator()) {
    case OO_Equal:
    case OO_PlusEqual:
    case OO_MinusEqual:
    case OO_PlusPlus:
    case OO_MinusMinus:
      if (libraryType(E->getArg(0)->getType()) == LibraryType::View)
        write(E->getArg(0));
      break;
    default:
      break;
    }
    return true;
  }
  // Operands that are not evaluated.
  bool TraverseDecltypeTypeLoc(DecltypeTypeLoc, bool = true) { return true; }
  bool TraverseTypeOfExprTypeLoc(TypeOfExprTypeLoc, bool = true) {
    return true;
  }
  bool TraverseCXXNoexceptExpr(CXXNoexceptExpr *) { return true; }
  bool TraverseUnaryExprOrTypeTraitExpr(UnaryExprOrTypeTraitExpr *E) {
    return E->isArgumentType() ||
                   E->getArgumentExpr()->getType()->isVariablyModifiedType()
               ? RecursiveASTVisitor::TraverseUnaryExprOrTypeTraitExpr(E)
               : true;
  }
  bool VisitImplicitCastExpr(ImplicitCastExpr *E) {
    if (E->getCastKind() == CK_LValueToRValue ||
        E->getCastKind() == CK_ArrayToPointerDecay)
      Understood.insert(E->getSubExpr()->IgnoreParens());
    return true;
  }
  bool VisitMemberExpr(MemberExpr *E) {
    Understood.insert(E->getBase()->IgnoreParenImpCasts());
    return true;
  }
  bool VisitCallExpr(CallExpr *E) {
    // A const reference can't be written through.
    const FunctionDecl *Callee = E->getDirectCallee();
    if (!Callee)
      return true;
    // `sscanf(text, "%d", &x)` writes, and keeps no pointer.
    if (const LibraryFunction *L = lookupLibrary(*Callee);
        L && Callee->getNumParams() > 1 && !keepsPointers(L->Name))
      for (const Expr *A : E->arguments())
        if (const auto *Address =
                dyn_cast<UnaryOperator>(A->IgnoreParenCasts());
            Address && Address->getOpcode() == UO_AddrOf) {
          write(Address->getSubExpr());
          if (const ValueDecl *V = RegionFacts::named(Address->getSubExpr()))
            F.Assigned.insert(V);
        }
    unsigned Skip =
        isa<CXXOperatorCallExpr>(E) && isa<CXXMethodDecl>(Callee) ? 1 : 0;
    for (unsigned K = Skip; K < E->getNumArgs(); ++K) {
      if (K - Skip >= Callee->getNumParams())
        break;
      QualType T = Callee->getParamDecl(K - Skip)->getType();
      if (!T->isReferenceType() || T->getPointeeType().isConstQualified())
        Understood.insert(E->getArg(K)->IgnoreParenImpCasts());
    }
    if (Skip && libraryType(E->getArg(0)->getType()) == LibraryType::View)
      Understood.insert(E->getArg(0)->IgnoreParenImpCasts());
    return true;
  }
  bool VisitCXXConstructExpr(CXXConstructExpr *E) {
    for (unsigned K = 0;
         K < E->getNumArgs() && K < E->getConstructor()->getNumParams(); ++K) {
      QualType T = E->getConstructor()->getParamDecl(K)->getType();
      if (!T->isReferenceType() || T->getPointeeType().isConstQualified())
        Understood.insert(E->getArg(K)->IgnoreParenImpCasts());
    }
    return true;
  }
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    if (isa<VarDecl, BindingDecl>(E->getDecl()))
      References.push_back(E);
    return true;
  }
  void finish() {
    for (const DeclRefExpr *E : References)
      if (!Understood.contains(E) && E->isLValue())
        F.AddressTaken.insert(E->getDecl());
  }

private:
  RegionFacts &F;
  const Stmt *Without;
  llvm::DenseSet<const Expr *> Understood;
  std::vector<const DeclRefExpr *> References;
};
} // namespace

const ValueDecl *RegionFacts::named(const Expr *E) {
  E = E->IgnoreParens();
  if (auto *D = dyn_cast<DeclRefExpr>(E))
    return D->getDecl();
  return nullptr;
}

RegionFacts RegionFacts::of(const Stmt *Region, ASTContext &,
                            const Stmt *Without) {
  RegionFacts F;
  FactFinder Finder(F, Without);
  Finder.TraverseStmt(const_cast<Stmt *>(Region));
  Finder.finish();
  return F;
}

RegionFacts RegionFacts::around(const FunctionDecl *F, ASTContext &C) {
  const DeclContext *D = F;
  while (D && isLambdaCallOperator(D)) {
    const DeclContext *Out = cast<CXXMethodDecl>(D)->getParent()->getParent();
    while (Out && !isa<FunctionDecl>(Out) && !Out->isFileContext())
      Out = Out->getParent();
    if (!Out || !isa<FunctionDecl>(Out))
      break;
    D = Out;
  }
  const auto *Outer = dyn_cast_or_null<FunctionDecl>(D);
  return Outer && Outer->getBody() ? of(Outer->getBody(), C) : RegionFacts();
}

} // namespace mp::tool
