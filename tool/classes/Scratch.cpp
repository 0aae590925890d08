//===- Scratch.cpp - What each worker can have of its own -----------------===//
//
// The test for scratch: an iteration writes it before it reads it. Whether its
// value is read once the loop is left decides if it is sent.
//
//===----------------------------------------------------------------------===//

#include "classes/Classify.h"
#include "effects/Library.h"
#include "effects/Types.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace mp::tool {

/// The end of an object of type T runs code of the program's own.
static bool destructorMayRead(QualType T) {
  while (const auto *A = T->getAsArrayTypeUnsafe())
    T = A->getElementType();
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (!R || !R->hasDefinition() || R->hasTrivialDestructor())
    return false;
  // (A deleter can be anything.)
  if (const auto *Of = dyn_cast<ClassTemplateSpecializationDecl>(R);
      Of && stdName(T) == "unique_ptr" &&
      stdName(Of->getTemplateArgs()[1].getAsType()) != "default_delete")
    return true;
  if (isInStd(R))
    return libraryType(T) == LibraryType::Shared ||
           llvm::any_of(classArguments(T), [](QualType Of) {
             return Of->isFunctionPointerType() || destructorMayRead(Of) ||
                    (recordOf(Of) && !isInStd(recordOf(Of)) &&
                     recordOf(Of)->hasMemberName(
                         recordOf(Of)
                             ->getASTContext()
                             .DeclarationNames.getCXXOperatorName(OO_Call)));
           });
  const CXXDestructorDecl *D = R->getDestructor();
  return (D && D->isUserProvided()) ||
         llvm::any_of(R->bases(),
                      [](const CXXBaseSpecifier &B) {
                        return destructorMayRead(B.getType());
                      }) ||
         llvm::any_of(R->fields(), [](const FieldDecl *F) {
           return destructorMayRead(F->getType());
         });
}

/// A local of the body's whose destructor is the program's own code.
const VarDecl *Classifier::destroyedAfterStep() const {
  for (const Stmt *Child : Shape.Body->children())
    if (const auto *D = dyn_cast_or_null<DeclStmt>(Child))
      for (const Decl *One : D->decls())
        if (const auto *V = dyn_cast<VarDecl>(One);
            V && destructorMayRead(V->getType()))
          return V;
  return nullptr;
}

bool isOfCallee(const VarDecl *V, const FunctionDecl *F) {
  if (!V->isStaticLocal())
    return false;
  for (const DeclContext *D = F; D; D = D->getParent())
    if (D == V->getParentFunctionOrMethod())
      return false;
  return true;
}

bool Classifier::lives(const Group &G) const {
  const ValueDecl *V = G.root();
  const Place &P = G.Fixed;
  if (P.is(Place::Root::Hidden))
    return !Known.isDeadBetweenCalls(P.State);
  if (!V)
    return true;
  if (listed(Shape.Attributes.Scratch, V))
    return false;
  if (G.ReadAtExit)
    return true;
  auto *Var = dyn_cast<VarDecl>(V);
  if (P.indirect() || V->getType()->isReferenceType())
    return true;
  if (!Var || Var->hasGlobalStorage()) {
    // A static of a callee that writes it before it reads it, in each call.
    if (Var && isOfCallee(Var, Shape.Function)) {
      bool Inside = true;
      for (const Access *A : G.All)
        Inside &= !A->Reads || A->CoveredInside;
      if (Inside && !Known.handsOut(Var))
        return false;
    }
    return !Var || !Known.isDeadBetweenCalls(Var);
  }
  if (destructorMayRead(V->getType()))
    return true;
  // Named anywhere outside the loop, where control can come after it?
  struct Finder : RecursiveASTVisitor<Finder> {
    const Stmt *Loop;
    const ValueDecl *V;
    const ASTContext &C;
    bool After = false, Seen = false, Goto = false;
    bool Try = false, Captured = false;
    unsigned Depth = 0;
    Finder(const Stmt *L, const ValueDecl *V, const ASTContext &C)
        : Loop(L), V(V), C(C) {}
    bool TraverseStmt(Stmt *S) {
      if (!S)
        return true;
      if (S == Loop) {
        Seen = true;
        return true;
      }
      bool IsLoop = isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S);
      Depth += IsLoop;
      bool R = RecursiveASTVisitor::TraverseStmt(S);
      Depth -= IsLoop;
      return R;
    }
    bool VisitDeclRefExpr(DeclRefExpr *D) {
      if (D->getDecl() == V && (Seen || Depth > 0))
        After = true;
      // A pointer to the array's elements, kept perhaps.
      if (D->getDecl() == V && V->getType()->isArrayType() &&
          !Elements.contains(D))
        Captured = true;
      return true;
    }
    bool VisitArraySubscriptExpr(ArraySubscriptExpr *E) {
      Elements.insert(E->getBase()->IgnoreParenImpCasts());
      return true;
    }
    bool VisitCXXForRangeStmt(CXXForRangeStmt *S) {
      Elements.insert(S->getRangeInit()->IgnoreParenImpCasts());
      return true;
    }
    bool VisitUnaryExprOrTypeTraitExpr(UnaryExprOrTypeTraitExpr *E) {
      if (!E->isArgumentType())
        Elements.insert(E->getArgumentExpr()->IgnoreParenImpCasts());
      return true;
    }
    bool VisitCallExpr(CallExpr *E) {
      const FunctionDecl *F = E->getDirectCallee();
      if (F && (lookupLibrary(*F) || isInStd(F)))
        for (const Expr *A : E->arguments())
          Elements.insert(A->IgnoreParenImpCasts());
      return true;
    }
    /// Pointers and iterators into a container.
    bool VisitCXXMemberCallExpr(CXXMemberCallExpr *E) {
      const Expr *Object = E->getImplicitObjectArgument();
      const auto *D = Object
                          ? dyn_cast<DeclRefExpr>(Object->IgnoreParenImpCasts())
                          : nullptr;
      if (D && D->getDecl() == V && !Seen && E->isPRValue() &&
          holdsPointers(E->getType(), C))
        Captured = true;
      return true;
    }
    llvm::DenseSet<const Expr *> Elements; ///< harmless uses
    bool VisitGotoStmt(GotoStmt *) {
      Goto = true;
      return true;
    }
    bool VisitCXXTryStmt(CXXTryStmt *) {
      Try = true;
      return true;
    }
    bool VisitLambdaExpr(LambdaExpr *L) {
      for (const LambdaCapture &Cap : L->captures())
        Captured |= Cap.capturesVariable() && Cap.getCapturedVar() == V &&
                    Cap.getCaptureKind() == LCK_ByRef;
      return true;
    }
  } F(Shape.Loop, V, C);
  if (Shape.Function && Shape.Function->getBody()) {
    F.TraverseStmt(Shape.Function->getBody());
    // A constructor of an enclosing lambda's function: its variables live on.
    if (V->getDeclContext() != static_cast<const DeclContext *>(Shape.Function))
      return true;
  }
  // Perhaps looked at through what was made before the loop.
  if (F.Captured || (Shape.Function && Shape.Function->getBody() &&
                     RegionFacts::of(Shape.Function->getBody(), C, Shape.Loop)
                         .AddressTaken.contains(Var)))
    return true;
  if (!F.After && !F.Goto && F.Seen)
    return false;
  // Named, but perhaps written before it is read.
  if (F.Seen && !F.Goto && !F.Try && !F.Captured &&
      Var->getType()->isScalarType() && P.Path.empty() &&
      !RegionFacts::of(Shape.Function->getBody(), C).AddressTaken.contains(Var))
    return Known.isReadAfter(Shape.Function, Shape.Loop, Var).value_or(true);
  return true;
}

bool Classifier::staysPut(const Place &P) const {
  for (size_t K = 0; K < P.Path.size(); ++K) {
    if (P.Path[K].What == Step::Kind::Reach)
      return false;
    if (P.Path[K].What != Step::Kind::Deref)
      continue;
    Access Pointer;
    Pointer.At = P.shortened(P.Path.size() - K);
    Pointer.Type = C.VoidPtrTy;
    Pointer.Reads = true;
    if (QualType T = Alias.typeOf(Pointer.At); !T.isNull())
      Pointer.Type = T;
    for (const Access &A : E.Accesses)
      if (A.Writes && Alias.relate(A, Pointer) != Relation::Disjoint)
        return false;
  }
  return true;
}

bool Classifier::tryScratch(Group &G) {
  const ValueDecl *V = G.root();
  if (listed(Shape.Attributes.Scratch, V)) {
    G.Live = false;
    return true;
  }
  bool AnyRead = false;
  for (const Access *A : G.All)
    if (A->Reads) {
      AnyRead = true;
      if (!A->Covered)
        return false;
    }
  for (const Access *W : G.Writes)
    if (W->At.indirect() && (G.IsArray || !staysPut(W->At)))
      return false;
  G.Live = lives(G);
  // Better a tail than a last value that can't be sent.
  if (G.Live && !whyNotTransportable(Alias.typeOf(G.Fixed), C).empty() &&
      !AnyRead)
    return false;
  if (!AnyRead && G.Live) {
    // Only its last value counts; a tail does that where it isn't certain.
    bool Certain = true;
    for (const Access *W : G.Writes)
      Certain &= W->Certain;
    if (!Certain)
      return false;
  }
  return true;
}

} // namespace mp::tool
