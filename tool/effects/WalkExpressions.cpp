//===- WalkExpressions.cpp - Values and places of expressions -------------===//

#include "effects/Walker.h"
#include "clang/AST/Attr.h"
#include "clang/AST/ExprConcepts.h"
#include "clang/Basic/SourceManager.h"
#include <functional>

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

static bool isPointerLike(QualType T, const ASTContext &C) {
  return holdsPointers(T, C);
}

std::optional<Polynomial> Walker::numberOf(const Place &P, QualType T,
                                           std::vector<Index::Fit> &Fits) {
  T = T.getNonReferenceType();
  if (!T->isIntegralOrEnumerationType() || T->isBooleanType())
    return std::nullopt;
  if (P.is(Place::Root::Variable) && P.Path.empty()) {
    const ValueDecl *V = P.Variable;
    if (Loop && V == Loop->Variable)
      return Loop->What == LoopShape::Kind::Integer
                 ? std::optional(Polynomial(LoopSymbol))
                 : std::nullopt;
    if (auto It = Actives.find(V); It != Actives.end())
      return Polynomial(It->second.Sym);
    if (Facts.writes(V)) {
      auto It = Locals.find(V);
      if (It == Locals.end() || !It->second.Number)
        return std::nullopt;
      // A symbol of an inner loop that has ended has no value any more.
      bool Stale = It->second.Number->mentionsIf([&](const Symbol *S) {
        return S->What == Symbol::Kind::Variable && S->Variable &&
               Facts.writes(S->Variable) && !Actives.count(S->Variable);
      });
      if (Stale || !covered(P))
        return std::nullopt;
      Fits = It->second.Fits;
      return It->second.Number;
    }
    if (isLocal(V) && !isa<ParmVarDecl>(V))
      return std::nullopt;
    if (auto *Var = dyn_cast<VarDecl>(V))
      if (Var->getType().isConstQualified() && Var->getInit() &&
          !Var->getInit()->isValueDependent())
        if (auto *K = Var->evaluateValue();
            K && K->isInt() && K->getInt().getSignificantBits() < 63)
          return Polynomial(K->getInt().getExtValue());
    return Polynomial(variableSymbol(V));
  }
  if (P.is(Place::Root::Unknown) || P.is(Place::Root::Fresh) ||
      P.is(Place::Root::Local) || P.is(Place::Root::Literal) ||
      P.is(Place::Root::Hidden))
    return std::nullopt;
  if (P.is(Place::Root::Variable) && isLocal(P.Variable) &&
      !selfRooted(P.Variable))
    return std::nullopt;
  for (const Step &S : P.Path) {
    if (S.What == Step::Kind::Reach)
      return std::nullopt;
    if (S.What == Step::Kind::Element &&
        (!S.At.Known || !S.At.Terms.empty() || !isInvariant(S.At.Form)))
      return std::nullopt;
  }
  Symbol S;
  S.What = Symbol::Kind::Stored;
  S.Key = "value of " + P.key();
  S.At = std::make_shared<Place>(P);
  S.NonNegative = T->isUnsignedIntegerType();
  return Polynomial(Known.Symbols.get(std::move(S)));
}

/// `static const char *const names[] = {"a", "b"};`
static bool pointsToLiterals(const Place &P) {
  if (!P.is(Place::Root::Variable))
    return false;
  for (const Step &S : P.Path)
    if (S.What != Step::Kind::Element)
      return false;
  auto *Var = dyn_cast<VarDecl>(P.Variable);
  if (!Var || !Var->getAnyInitializer())
    return false;
  QualType T = Var->getType();
  while (const ArrayType *A = T->getAsArrayTypeUnsafe())
    T = A->getElementType();
  if (!T.isConstQualified() || !T->isPointerType())
    return false;
  std::function<bool(const Expr *)> Literal = [&](const Expr *E) {
    E = E->IgnoreParenImpCasts();
    if (auto *I = dyn_cast<InitListExpr>(E)) {
      for (const Expr *Item : I->inits())
        if (!Literal(Item))
          return false;
      return true;
    }
    return isa<StringLiteral, IntegerLiteral, CXXNullPtrLiteralExpr,
               GNUNullExpr, ImplicitValueInitExpr>(E);
  };
  return Literal(Var->getAnyInitializer());
}

/// Where pointers that are stored at P may point.
Walker::Places Walker::pointeesOf(const Place &P, bool IsCovered) {
  Places R;
  if (P.is(Place::Root::Variable) &&
      (isLocal(P.Variable) || (Loop && P.Variable == Loop->Variable))) {
    auto It = Locals.find(P.Variable);
    if (It != Locals.end())
      R = It->second.Targets;
    return R;
  }
  if (P.is(Place::Root::Local))
    return P.State.empty() ? R : Temporaries[P.State];
  if (P.is(Place::Root::Literal))
    return R;
  // Memory of the iteration's own: whatever is stored in any of it.
  if (P.is(Place::Root::Fresh))
    return PointerStores[Place::of(Place::Root::Fresh).key()];
  if (P.is(Place::Root::Unknown))
    return {P};
  if (pointsToLiterals(P))
    return {Place::of(Place::Root::Literal)};
  auto It = PointerStores.find(P.key(false));
  if (P.is(Place::Root::Variable) && P.Path.empty())
    if (auto *Var = dyn_cast<VarDecl>(P.Variable))
      if (const Places *Outer = targetsOfOuter(Var)) {
        R = *Outer;
        if (It != PointerStores.end())
          merge(R, It->second);
        return R;
      }
  if (It != PointerStores.end())
    R = It->second;
  if (!IsCovered || It == PointerStores.end()) {
    Place D = P.deref();
    D.Path.back().Type = QualType();
    merge(R, {D});
  }
  return R;
}

/// A local pointer of the function around the loop that is only initialised
/// and stepped: it points into what its initialiser names. Null when that
/// can't be said.
const Walker::Places *Walker::targetsOfOuter(const VarDecl *V) {
  if (!Loop || !Loop->Function || V->hasGlobalStorage() ||
      isa<ParmVarDecl>(V) || !V->getInit() ||
      !(V->getType()->isPointerType() ||
        libraryType(V->getType()) == LibraryType::View) ||
      V->getType()->isReferenceType() ||
      V->getDeclContext() != static_cast<const DeclContext *>(Loop->Function))
    return nullptr;
  auto [It, New] = OuterTargets.try_emplace(V);
  if (!New)
    return It->second ? &*It->second : nullptr;
  if (!AllFacts)
    AllFacts = RegionFacts::of(Loop->Function->getBody(), C);
  if (AllFacts->AddressTaken.contains(V) || AllFacts->Assigned.contains(V))
    return nullptr;
  bool Was = Recording;
  State Saved = Now;
  Recording = false;
  Places T =
      V->getInit()->isGLValue() ? Places() : rvalue(V->getInit()).Targets;
  Recording = Was;
  Now = Saved;
  bool Stepped = AllFacts->Writes.lookup(V) > 1;
  for (Place &P : T) {
    if (P.is(Place::Root::Unknown) || P.is(Place::Root::Local) ||
        P.is(Place::Root::Fresh))
      return nullptr;
    for (Step &S : P.Path)
      if (S.What == Step::Kind::Element &&
          (Stepped || !S.At.Known || !S.At.Terms.empty() ||
           !S.At.Form.constant()))
        S.At = Index::unknown();
  }
  if (T.empty())
    return nullptr;
  OuterTargets[V] = T;
  return &*OuterTargets[V];
}

Walker::Value Walker::load(const Places &From, QualType T, const Expr *Site) {
  Value V;
  T = T.getNonReferenceType();
  Places Resolved;
  for (const Place &P : From)
    merge(Resolved, resolve(P));
  if (Resolved.size() == 1)
    V.Number = numberOf(Resolved[0], T, V.Fits);
  if (isPointerLike(T, C))
    for (const Place &P : Resolved)
      merge(V.Targets, pointeesOf(P, covered(P)));
  record(From, true, false, T, Site);
  return V;
}

void Walker::store(const Places &To, QualType T, const Value &V,
                   const Expr *Site, const Expr *Stored, bool AlsoReads) {
  Places Resolved;
  for (const Place &P : To)
    merge(Resolved, resolve(P));
  for (const Place &P : Resolved) {
    if (isPointerLike(T, C))
      keep(P, V.Targets);
    if (P.is(Place::Root::Variable) && P.Path.empty()) {
      const ValueDecl *Var = P.Variable;
      auto It = Facts.Writes.find(Var);
      bool Single = It != Facts.Writes.end() && It->second == 1 &&
                    !Facts.AddressTaken.contains(Var);
      if (Single && !AlsoReads && !Actives.count(Var)) {
        Locals[Var].Number = V.Number;
        Locals[Var].Fits = V.Fits;
      }
    }
  }
  record(To, AlsoReads, true, T, Site, Stored, &V.Targets);
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
    Value A = rvalue(Cond->getTrueExpr());
    State Then = Now;
    Now = Before;
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
    return V;
  }
  if (auto *N = dyn_cast<CXXNewExpr>(E))
    return allocation(N);
  if (auto *D = dyn_cast<CXXDeleteExpr>(E)) {
    deallocation(D);
    return {};
  }
  if (auto *T = dyn_cast<CXXThrowExpr>(E)) {
    if (T->getSubExpr())
      rvalue(T->getSubExpr());
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
      // The members of a union share their memory.
      Place At = F->getParent()->isUnion() ? P : P.field(F);
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
    case CK_NoOp:
    case CK_DerivedToBase:
    case CK_UncheckedDerivedToBase:
    case CK_BaseToDerived:
      return lvalue(K->getSubExpr());
    case CK_LValueBitCast:
    case CK_Dynamic: {
      Places P = lvalue(K->getSubExpr());
      for (Place &One : P)
        One = unindexed(One);
      return P;
    }
    default:
      rvalue(K->getSubExpr());
      return {Place::of(Place::Root::Local)};
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
    Places A = lvalue(Cond->getTrueExpr());
    State Then = Now;
    Now = Before;
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

Walker::Value Walker::convert(Value V, QualType From, QualType To) {
  if (!V.Number || !From->isIntegralOrEnumerationType() ||
      !To->isIntegralOrEnumerationType() || To->isBooleanType()) {
    V.Number.reset();
    return V;
  }
  if (auto K = V.Number->constant()) {
    unsigned Width = C.getIntWidth(To);
    llvm::APSInt Value(llvm::APInt(64, static_cast<uint64_t>(*K), true), false);
    llvm::APSInt Cut = Value.extOrTrunc(Width);
    Cut.setIsUnsigned(To->isUnsignedIntegerOrEnumerationType());
    if (Cut.getSignificantBits() < 63)
      V.Number = Polynomial(Cut.getExtValue());
    return V;
  }
  unsigned WF = C.getIntWidth(From), WT = C.getIntWidth(To);
  bool UF = From->isUnsignedIntegerOrEnumerationType(),
       UT = To->isUnsignedIntegerOrEnumerationType();
  if (WT >= 64)
    return V; // addresses are 64 bits wide: wrapping there changes nothing
  if (WT > WF && (UF || !UT))
    return V;
  if (WT == WF && UF == UT)
    return V;
  if (WT < 32) {
    V.Number.reset(); // narrowing on purpose
    return V;
  }
  V.Fits.push_back({*V.Number,
                    {},
                    To.getCanonicalType().getUnqualifiedType().getAsString(
                        PrintingPolicy(C.getLangOpts()))});
  return V;
}

Walker::Value Walker::conversion(const CastExpr *E) {
  const Expr *Sub = E->getSubExpr();
  switch (E->getCastKind()) {
  case CK_LValueToRValue: {
    Places P = lvalue(Sub);
    if (Sub->getType().isVolatileQualified())
      for (const Place &One : P)
        event(Event::Kind::Volatile, E, One.spelled());
    return load(P, E->getType(), E);
  }
  case CK_ArrayToPointerDecay: {
    Value V;
    const ArrayType *A = C.getAsArrayType(Sub->getType());
    unsigned long long Extent = 0;
    if (auto *K = dyn_cast_or_null<ConstantArrayType>(A))
      Extent = K->getSize().getZExtValue();
    for (const Place &P : lvalue(Sub))
      V.Targets.push_back(P.is(Place::Root::Literal) || P.is(Place::Root::Local)
                              ? P
                              : P.element(Index::at(0),
                                          A ? A->getElementType() : QualType(),
                                          Extent));
    return V;
  }
  case CK_IntegralCast:
    return convert(rvalue(Sub), Sub->getType(), E->getType());
  case CK_NoOp:
  case CK_DerivedToBase:
  case CK_UncheckedDerivedToBase:
  case CK_BaseToDerived:
  case CK_UserDefinedConversion:
  case CK_ConstructorConversion:
  case CK_AtomicToNonAtomic:
  case CK_NonAtomicToAtomic:
    if (E->isGLValue() && Sub->isGLValue()) {
      Value V;
      Places P = lvalue(E);
      if (E->getType()->isRecordType())
        return load(P, E->getType(), E);
      return V;
    }
    return rvalue(Sub);
  case CK_BitCast:
  case CK_Dynamic:
  case CK_ReinterpretMemberPointer: {
    Value V = rvalue(Sub);
    QualType From = Sub->getType()->getPointeeType(),
             To = E->getType()->getPointeeType();
    bool SameSize = !From.isNull() && !To.isNull() && !From->isVoidType() &&
                    !To->isVoidType() && !From->isIncompleteType() &&
                    !To->isIncompleteType() && !From->isFunctionType() &&
                    !To->isFunctionType() &&
                    C.getTypeSize(From) == C.getTypeSize(To);
    // As void * it still counts in its own elements; back from that it must be
    // the same elements.
    auto KeepsUnit = [&](const Place &P) {
      if (!To.isNull() && To->isVoidType())
        return true;
      QualType Unit = P.endsInElement() ? P.Path.back().Type : QualType();
      return !From.isNull() && From->isVoidType() && !Unit.isNull() &&
             !To.isNull() && !To->isIncompleteType() && !To->isFunctionType() &&
             !Unit->isIncompleteType() &&
             C.getTypeSize(Unit) == C.getTypeSize(To);
    };
    if (!SameSize)
      for (Place &P : V.Targets)
        if (P.endsInElement() && !KeepsUnit(P) &&
            !(P.Path.back().At.Known && P.Path.back().At.Terms.empty() &&
              P.Path.back().At.Form.constant() == 0))
          P = unindexed(P);
    V.Number.reset();
    return V;
  }
  case CK_NullToPointer: {
    rvalue(Sub);
    Value V;
    V.Targets = {Place::of(Place::Root::Literal)}; // nothing that is used
    return V;
  }
  case CK_IntegralToPointer: {
    rvalue(Sub);
    Value V;
    V.Targets = {Place::of(Place::Root::Unknown)};
    return V;
  }
  case CK_ToVoid:
    if (Sub->isGLValue()) {
      lvalue(Sub);
      return {};
    }
    rvalue(Sub);
    return {};
  default: {
    Value V = rvalue(Sub);
    if (!holdsPointers(E->getType(), C))
      V.Targets.clear();
    V.Number.reset();
    return V;
  }
  }
}

Walker::Value Walker::unary(const UnaryOperator *E) {
  const Expr *Sub = E->getSubExpr();
  switch (E->getOpcode()) {
  case UO_AddrOf: {
    Value V;
    if (Sub->isGLValue() && !Sub->getType()->isFunctionType())
      V.Targets = lvalue(Sub);
    return V;
  }
  case UO_PostInc:
  case UO_PostDec:
  case UO_PreInc:
  case UO_PreDec: {
    Places P = lvalue(Sub);
    Value Old;
    QualType T = Sub->getType();
    if (isPointerLike(T, C)) {
      Places Resolved;
      for (const Place &One : P)
        for (const Place &R : resolve(One))
          merge(Old.Targets, pointeesOf(R, covered(R)));
      Value New;
      Value By;
      By.Number = Polynomial(1);
      for (const Place &T2 : Old.Targets)
        merge(New.Targets, {shift(T2, By, E->isDecrementOp())});
      store(P, T, New, E, nullptr, true);
      merge(Old.Targets, New.Targets);
      return Old;
    }
    store(P, T, {}, E, nullptr, true);
    return {};
  }
  case UO_Minus: {
    Value V = rvalue(Sub), Zero;
    Zero.Number = Polynomial();
    return arithmetic(BO_Sub, Zero, V, E->getType());
  }
  case UO_Plus:
  case UO_Extension:
    return rvalue(Sub);
  case UO_Deref: {
    Places P = lvalue(E);
    return load(P, E->getType(), E);
  }
  default:
    rvalue(Sub);
    return {};
  }
}

Walker::Value Walker::arithmetic(BinaryOperatorKind Op, const Value &A,
                                 const Value &B, QualType T) {
  Value V;
  if (!A.Number || !B.Number || !T->isIntegralOrEnumerationType())
    return V;
  switch (Op) {
  case BO_Add:
    V.Number = Polynomial::add(*A.Number, *B.Number);
    break;
  case BO_Sub:
    V.Number = Polynomial::subtract(*A.Number, *B.Number);
    break;
  case BO_Mul:
    V.Number = Polynomial::multiply(*A.Number, *B.Number);
    break;
  case BO_Shl:
    if (auto K = B.Number->constant(); K && *K >= 0 && *K < 31)
      V.Number = Polynomial::multiply(*A.Number, Polynomial(1LL << *K));
    break;
  default:
    break;
  }
  if (!V.Number)
    return V;
  V.Fits = A.Fits;
  V.Fits.insert(V.Fits.end(), B.Fits.begin(), B.Fits.end());
  if (T->isUnsignedIntegerOrEnumerationType() && C.getIntWidth(T) < 64 &&
      !V.Number->constant())
    V.Fits.push_back({*V.Number,
                      {},
                      T.getCanonicalType().getUnqualifiedType().getAsString(
                          PrintingPolicy(C.getLangOpts()))});
  return V;
}

Walker::Value Walker::binary(const BinaryOperator *E) {
  const Expr *L = E->getLHS(), *R = E->getRHS();
  BinaryOperatorKind Op = E->getOpcode();
  if (Op == BO_Assign) {
    Value V = rvalue(R);
    Places To = lvalue(L);
    store(To, L->getType(), V, E, R, false);
    return V;
  }
  if (E->isCompoundAssignmentOp()) {
    Value V = rvalue(R);
    Places To = lvalue(L);
    if (isPointerLike(L->getType(), C)) {
      Value New;
      for (const Place &One : To)
        for (const Place &P : resolve(One))
          for (const Place &T : pointeesOf(P, covered(P)))
            merge(New.Targets, {shift(T, V, Op == BO_SubAssign)});
      store(To, L->getType(), New, E, nullptr, true);
      return New;
    }
    store(To, L->getType(), {}, E, R, true);
    return {};
  }
  if (Op == BO_LAnd || Op == BO_LOr) {
    rvalue(L);
    conditionally([&] { rvalue(R); });
    return {};
  }
  if (Op == BO_Comma) {
    rvalue(L);
    return rvalue(R);
  }
  if (E->isPtrMemOp())
    return load(lvalue(E), E->getType(), E);
  Value A = rvalue(L), B = rvalue(R);
  bool PA = L->getType()->isPointerType(), PB = R->getType()->isPointerType();
  if ((Op == BO_Add || Op == BO_Sub) && (PA != PB)) {
    Value V;
    for (const Place &P : (PA ? A : B).Targets)
      merge(V.Targets, {shift(P, PA ? B : A, Op == BO_Sub)});
    return V;
  }
  return arithmetic(Op, A, B, E->getType());
}

/// A function that the language calls by itself, operator new or delete: only
/// what the user wrote has effects that count.
void Walker::implicitCall(const FunctionDecl *F, const Expr *Site,
                          const Places &Memory) {
  if (!F || C.getSourceManager().isInSystemHeader(F->getLocation()))
    return;
  const FunctionDecl *Definition = nullptr;
  if (!F->hasBody(Definition) && F->isReplaceableGlobalAllocationFunction())
    return;
  std::vector<Argument> Args;
  for (const ParmVarDecl *P : F->parameters()) {
    Argument A;
    A.Text = Site;
    A.Type = P->getType();
    if (P->getType()->isPointerType())
      A.What.Targets = Memory;
    Args.push_back(std::move(A));
  }
  invoke(F, Site, nullptr, std::move(Args));
}

Walker::Value Walker::allocation(const CXXNewExpr *N) {
  Place Fresh = Place::of(Place::Root::Fresh);
  for (unsigned K = 0; K < N->getNumPlacementArgs(); ++K) {
    Value At = rvalue(N->getPlacementArg(K));
    bool Outside = false;
    for (const Place &P : traced(At.Targets))
      Outside |= !(P.is(Place::Root::Fresh) || P.is(Place::Root::Local) ||
                   (P.is(Place::Root::Variable) && isLocal(P.Variable)));
    if (Outside && N->getPlacementArg(K)->getType()->isPointerType())
      event(Event::Kind::UnknownWrite, N, "placement new");
  }
  if (N->isArray() && N->getArraySize())
    rvalue(*N->getArraySize());
  implicitCall(N->getOperatorNew(), N, {Fresh});
  Value Made = rvalue(N->getInitializer());
  if (holdsPointers(N->getAllocatedType(), C))
    merge(PointerStores[Fresh.key()], Made.Targets);
  Value V;
  V.Targets = {Fresh};
  return V;
}

void Walker::deallocation(const CXXDeleteExpr *D) {
  Value P = rvalue(D->getArgument());
  eventAbout(Event::Kind::Frees, D, "", traced(P.Targets));
  QualType T = D->getDestroyedType();
  if (const CXXRecordDecl *R = recordOf(T);
      R && R->hasDefinition() && R->getDestructor() &&
      R->getDestructor()->isVirtual() && !R->hasAttr<FinalAttr>())
    event(Event::Kind::OpaqueCall, D,
          "virtual '" + R->getDestructor()->getQualifiedNameAsString() + "'");
  else if (!T.isNull())
    destroy(T, Place::of(Place::Root::Fresh), D);
  implicitCall(D->getOperatorDelete(), D, P.Targets);
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
