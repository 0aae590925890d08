//===- WalkExpressions.cpp - Values and places of expressions -------------===//
//
// The kinds of expressions one by one: what a prvalue's value is, and where a
// glvalue's object is.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"
#include "clang/AST/ASTLambda.h"
#include "clang/AST/ExprConcepts.h"

using namespace clang;

namespace mp::tool {

/// Through what changes neither value nor place.
static const Expr *peel(const Expr *E) {
  for (;;) {
    if (auto *P = dyn_cast<ParenExpr>(E))
      E = P->getSubExpr();
    else if (auto *F = dyn_cast<FullExpr>(E))
      E = F->getSubExpr();
    else if (auto *S = dyn_cast<SubstNonTypeTemplateParmExpr>(E))
      E = S->getReplacement();
    else if (auto *I = dyn_cast<CXXDefaultInitExpr>(E))
      E = I->getExpr();
    else if (auto *L = dyn_cast<CXXStdInitializerListExpr>(E))
      E = L->getSubExpr();
    else if (auto *G = dyn_cast<GenericSelectionExpr>(E))
      E = G->getResultExpr();
    else if (auto *O = dyn_cast<OpaqueValueExpr>(E); O && O->getSourceExpr())
      E = O->getSourceExpr();
    else if (auto *K = dyn_cast<ChooseExpr>(E))
      E = K->getChosenSubExpr();
    else
      return E;
  }
}

Walker::Value Walker::rvalue(const Expr *E) {
  if (!E)
    return {};
  E = peel(E);
  if (auto *M = dyn_cast<MaterializeTemporaryExpr>(E))
    return rvalue(M->getSubExpr());
  if (auto *D = dyn_cast<CXXDefaultArgExpr>(E)) {
    SourceLocation Outer = UsedAt;
    UsedAt = D->getUsedLocation();
    Value V = rvalue(D->getExpr());
    UsedAt = Outer;
    return V;
  }
  if (auto *B = dyn_cast<CXXBindTemporaryExpr>(E)) {
    Value V = rvalue(B->getSubExpr());
    destroy(B->getType(), temporary(B, V.Targets)[0], B);
    return V;
  }
  // Constants.
  if (!E->isValueDependent() && E->getType()->isIntegralOrEnumerationType() &&
      !E->isLValue()) {
    Expr::EvalResult R;
    if (E->EvaluateAsInt(R, C, Expr::SE_NoSideEffects) &&
        R.Val.getInt().getSignificantBits() < 63) {
      Value V;
      V.Number = Polynomial(R.Val.getInt().getExtValue());
      return V;
    }
  }
  if (auto *K = dyn_cast<CastExpr>(E))
    return conversion(K);
  if (auto *U = dyn_cast<UnaryOperator>(E))
    return unary(U);
  if (auto *B = dyn_cast<BinaryOperator>(E))
    return binary(B);
  if (auto *Call = dyn_cast<CallExpr>(E))
    return call(Call);
  if (auto *Ctor = dyn_cast<CXXConstructExpr>(E))
    return construct(Ctor);
  if (auto *L = dyn_cast<LambdaExpr>(E))
    return lambda(L);
  if (auto *Cond = dyn_cast<AbstractConditionalOperator>(E)) {
    rvalue(Cond->getCond());
    Value V;
    State Before = Now;
    ++Conditional;
    assume(Cond->getCond(), true);
    Value A = rvalue(Cond->getTrueExpr());
    State Then = Now;
    Now = Before;
    assume(Cond->getCond(), false);
    Value B = rvalue(Cond->getFalseExpr());
    --Conditional;
    Now = join(Then, Now);
    merge(V.Targets, A.Targets);
    merge(V.Targets, B.Targets);
    return V;
  }
  if (isa<CXXThisExpr>(E)) {
    Value V;
    V.Targets = {Place::of(Place::Root::This)};
    // A lambda's body speaks of the object around the lambda.
    if (Function && isLambdaCallOperator(Function)) {
      V.Targets[0].Variable = methodAround(Function);
      if (!V.Targets[0].Variable) // in a member's initialiser
        V.Targets = {Place::of(Place::Root::Unknown)};
    }
    return V;
  }
  if (auto *N = dyn_cast<CXXNewExpr>(E))
    return allocation(N);
  if (auto *D = dyn_cast<CXXDeleteExpr>(E)) {
    deallocation(D);
    return {};
  }
  if (auto *T = dyn_cast<CXXThrowExpr>(E)) {
    const bool Was = AtExit;
    AtExit |= ThrowsOut.contains(T);
    if (T->getSubExpr())
      rvalue(T->getSubExpr());
    AtExit = Was;
    event(Event::Kind::Throws, E, "throw");
    Out.MayThrow = true;
    Now = std::nullopt;
    return {};
  }
  if (auto *I = dyn_cast<InitListExpr>(E)) {
    if (I->isSemanticForm() == false && I->getSemanticForm())
      I = I->getSemanticForm();
    Value V;
    for (const Expr *Item : I->inits())
      // A reference member keeps where its initialiser is.
      merge(V.Targets, Item->isGLValue() && !E->getType()->isScalarType()
                           ? lvalue(Item)
                           : rvalue(Item).Targets);
    if (I->getArrayFiller())
      rvalue(I->getArrayFiller());
    if (I->getNumInits() == 1 && E->getType()->isScalarType())
      return rvalue(I->getInit(0));
    return V;
  }
  if (auto *A = dyn_cast<ArrayInitLoopExpr>(E)) {
    rvalue(A->getSubExpr());
    return {};
  }
  if (auto *S = dyn_cast<StmtExpr>(E)) {
    walk(S->getSubStmt());
    return {};
  }
  if (isa<StringLiteral, PredefinedExpr>(E)) {
    Value V;
    V.Targets = {Place::of(Place::Root::Literal)};
    return V;
  }
  if (isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr, CXXTypeidExpr,
          IntegerLiteral, FloatingLiteral, CharacterLiteral, CXXBoolLiteralExpr,
          CXXNullPtrLiteralExpr, GNUNullExpr, CXXScalarValueInitExpr,
          ImplicitValueInitExpr, OffsetOfExpr, TypeTraitExpr, SourceLocExpr,
          ImaginaryLiteral, SizeOfPackExpr, ArrayInitIndexExpr, NoInitExpr,
          CXXPseudoDestructorExpr, ConceptSpecializationExpr, RequiresExpr>(E))
    return {};
  if (isa<VAArgExpr, CoroutineSuspendExpr, AddrLabelExpr>(E)) {
    event(Event::Kind::Construct, E, E->getStmtClassName());
    return {};
  }
  if (auto *A = dyn_cast<AtomicExpr>(E)) {
    for (const Stmt *Child : A->children())
      if (Child)
        rvalue(dyn_cast<Expr>(Child));
    if (A->getPtr())
      record(rvalue(A->getPtr()).Targets, true, true,
             A->getPtr()->getType()->getPointeeType(), E);
    return {};
  }
  if (E->isGLValue()) {
    // A discarded lvalue, or one bound where the caller takes the value.
    Places P = lvalue(E);
    Value V;
    if (E->getType()->isRecordType() || E->getType()->isArrayType()) {
      V = load(P, E->getType(), E);
    }
    return V;
  }
  for (const Stmt *Child : E->children())
    if (auto *Sub = dyn_cast_or_null<Expr>(Child))
      rvalue(Sub);
  return {};
}

static bool hasBaseTwice(const CXXRecordDecl *R,
                         llvm::SmallPtrSetImpl<const CXXRecordDecl *> &Seen) {
  for (const CXXBaseSpecifier &B : R->bases())
    if (const CXXRecordDecl *Base = B.getType()->getAsCXXRecordDecl();
        Base && Base->hasDefinition() && !B.isVirtual() &&
        (!Seen.insert(Base->getCanonicalDecl()).second ||
         hasBaseTwice(Base, Seen)))
      return true;
  return false;
}

static bool hasBaseTwice(const CXXRecordDecl *R) {
  llvm::SmallPtrSet<const CXXRecordDecl *, 8> Seen;
  return R && R->hasDefinition() && hasBaseTwice(R, Seen);
}

Walker::Places Walker::lvalue(const Expr *E) {
  E = peel(E);
  if (auto *D = dyn_cast<CXXDefaultArgExpr>(E)) {
    SourceLocation Outer = UsedAt;
    UsedAt = D->getUsedLocation();
    Places P = lvalue(D->getExpr());
    UsedAt = Outer;
    return P;
  }
  if (auto *M = dyn_cast<MaterializeTemporaryExpr>(E)) {
    return temporary(M, rvalue(M->getSubExpr()).Targets);
  }
  if (auto *D = dyn_cast<DeclRefExpr>(E)) {
    usesView(D->getType(), D);
    const ValueDecl *V = D->getDecl();
    if (auto *B = dyn_cast<BindingDecl>(V)) {
      if (B->getHoldingVar())
        return resolve(Place::variable(B->getHoldingVar()));
      if (B->getBinding())
        return lvalue(B->getBinding());
    }
    if (!isa<VarDecl>(V))
      return {Place::of(Place::Root::Local)};
    if (V->getType()->isReferenceType()) {
      if (isLocal(V))
        return resolve(Place::variable(V));
      // A reference from outside: to something plain it is that thing.
      auto *Var = cast<VarDecl>(V);
      if (!isa<ParmVarDecl>(Var) && Var->getInit() && !Var->isCXXForRangeDecl())
        if (auto *Named =
                dyn_cast<DeclRefExpr>(Var->getInit()->IgnoreParenImpCasts()))
          if (isa<VarDecl>(Named->getDecl()))
            return lvalue(Named);
    }
    return {Place::variable(V)};
  }
  if (auto *M = dyn_cast<MemberExpr>(E)) {
    if (auto *Static = dyn_cast<VarDecl>(M->getMemberDecl())) {
      rvalue(M->isArrow() ? M->getBase() : nullptr);
      return {Place::variable(Static)};
    }
    auto *F = dyn_cast<FieldDecl>(M->getMemberDecl());
    Places Base = M->isArrow() ? traced(rvalue(M->getBase()).Targets)
                               : lvalue(M->getBase());
    if (!F)
      return Base;
    Places R;
    for (const Place &P : Base) {
      // The members of a union, and theirs, share their memory.
      const CXXRecordDecl *Of = recordOf(typeOfPlace(P));
      Place At = P;
      if (!F->getParent()->isUnion() && !(Of && Of->isUnion()))
        At = P.field(F);
      if (F->getType()->isReferenceType())
        At = At.deref();
      merge(R, {At});
    }
    if (R.empty())
      R.push_back(
          Place::of(M->isArrow() ? Place::Root::Unknown : Place::Root::Local));
    return R;
  }
  if (auto *S = dyn_cast<ArraySubscriptExpr>(E)) {
    Value Base = rvalue(S->getBase());
    Value Sub = rvalue(S->getIdx());
    Places R;
    for (const Place &P : traced(Base.Targets)) {
      Place At = shift(P, Sub);
      if (At.endsInElement())
        At.Path.back().Type = E->getType();
      merge(R, {At});
    }
    if (R.empty())
      R.push_back(Place::of(Place::Root::Unknown));
    return R;
  }
  if (auto *U = dyn_cast<UnaryOperator>(E)) {
    if (U->getOpcode() == UO_Deref) {
      Places R = traced(rvalue(U->getSubExpr()).Targets);
      for (Place &P : R)
        if (P.endsInElement() && P.Path.back().Type.isNull())
          P.Path.back().Type = E->getType();
      if (R.empty())
        R.push_back(Place::of(Place::Root::Unknown));
      return R;
    }
    if (U->isIncrementDecrementOp()) {
      Places P = lvalue(U->getSubExpr());
      unary(U);
      return P;
    }
    if (U->getOpcode() == UO_Real || U->getOpcode() == UO_Imag ||
        U->getOpcode() == UO_Extension)
      return lvalue(U->getSubExpr());
  }
  if (auto *K = dyn_cast<CastExpr>(E)) {
    switch (K->getCastKind()) {
    case CK_DerivedToBase:
    case CK_UncheckedDerivedToBase:
      // Members of a base that is there twice have one name.
      if (hasBaseTwice(recordOf(K->getSubExpr()->getType()))) {
        Places Any;
        for (const Place &P : lvalue(K->getSubExpr()))
          Any.push_back(P.reach());
        return Any;
      }
      return lvalue(K->getSubExpr());
    case CK_NoOp:
    case CK_BaseToDerived:
      return lvalue(K->getSubExpr());
    case CK_LValueBitCast:
    case CK_Dynamic: {
      Places P = lvalue(K->getSubExpr());
      for (Place &One : P)
        One = unindexed(One);
      return P;
    }
    case CK_UserDefinedConversion:
      if (K->isGLValue()) // `operator int &()`
        return lvalue(K->getSubExpr());
      [[fallthrough]];
    default:
      Value V = rvalue(K->getSubExpr());
      if (K->isGLValue())
        return {Place::of(Place::Root::Unknown)};
      return temporary(K, V.Targets);
    }
  }
  if (auto *B = dyn_cast<BinaryOperator>(E)) {
    if (B->isAssignmentOp()) {
      Places P = lvalue(B->getLHS());
      binary(B);
      return P;
    }
    if (B->getOpcode() == BO_Comma) {
      rvalue(B->getLHS());
      return lvalue(B->getRHS());
    }
    if (B->isPtrMemOp()) {
      Places P = B->getOpcode() == BO_PtrMemI ? rvalue(B->getLHS()).Targets
                                              : lvalue(B->getLHS());
      rvalue(B->getRHS());
      return P; // some member: the whole object
    }
  }
  if (auto *Cond = dyn_cast<AbstractConditionalOperator>(E)) {
    rvalue(Cond->getCond());
    State Before = Now;
    ++Conditional;
    assume(Cond->getCond(), true);
    Places A = lvalue(Cond->getTrueExpr());
    State Then = Now;
    Now = Before;
    assume(Cond->getCond(), false);
    merge(A, lvalue(Cond->getFalseExpr()));
    --Conditional;
    Now = join(Then, Now);
    return A;
  }
  if (isa<StringLiteral, PredefinedExpr>(E))
    return {Place::of(Place::Root::Literal)};
  if (auto *Call = dyn_cast<CallExpr>(E)) {
    QualType T = Call->getCallReturnType(C);
    Value V = call(Call);
    if (!T->isReferenceType()) {
      return temporary(E, V.Targets);
    }
    if (V.Targets.empty())
      V.Targets.push_back(Place::of(Place::Root::Unknown));
    return V.Targets;
  }
  if (isa<CXXThrowExpr>(E)) {
    rvalue(E);
    return {};
  }
  if (isa<CompoundLiteralExpr, InitListExpr, LambdaExpr, CXXConstructExpr>(E)) {
    return temporary(E, rvalue(E).Targets);
  }
  if (auto *S = dyn_cast<StmtExpr>(E)) {
    walk(S->getSubStmt());
    return {Place::of(Place::Root::Unknown)};
  }
  if (E->isPRValue()) {
    return temporary(E, rvalue(E).Targets);
  }
  for (const Stmt *Child : E->children())
    if (auto *Sub = dyn_cast_or_null<Expr>(Child))
      rvalue(Sub);
  return {Place::of(Place::Root::Unknown)};
}

Walker::Value Walker::lambda(const LambdaExpr *E) {
  // The body's effects show where it is called. What it captures by value is
  // read here.
  Value V;
  for (auto It = E->capture_init_begin(); It != E->capture_init_end(); ++It) {
    if (!*It)
      continue;
    auto K = It - E->capture_init_begin();
    const LambdaCapture &Cap = *(E->capture_begin() + K);
    if (Cap.getCaptureKind() == LCK_ByRef) {
      merge(V.Targets, lvalue(*It));
    } else {
      Value Captured = rvalue(*It);
      merge(V.Targets, Captured.Targets);
      if (E->isInitCapture(&Cap))
        if (auto *Var = dyn_cast<VarDecl>(Cap.getCapturedVar())) {
          Facts.Declared.insert(Var);
          addTargets(Var, Captured.Targets);
        }
    }
  }
  return V;
}

} // namespace mp::tool
