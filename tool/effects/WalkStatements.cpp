//===- WalkStatements.cpp - Control flow ----------------------------------===//

#include "effects/Walker.h"
#include "clang/AST/Attr.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace mp::tool {

namespace {
/// Counts writes and declarations; every use of a variable that is neither a
/// plain read nor a plain write takes its address.
class FactFinder : public RecursiveASTVisitor<FactFinder> {
public:
  explicit FactFinder(RegionFacts &F) : F(F) {}
  bool shouldVisitImplicitCode() const { return true; }
  bool shouldVisitTemplateInstantiations() const { return false; }

  static const ValueDecl *named(const Expr *E) {
    E = E->IgnoreParens();
    if (auto *D = dyn_cast<DeclRefExpr>(E))
      return D->getDecl();
    return nullptr;
  }
  void write(const Expr *E) {
    if (const ValueDecl *V = named(E)) {
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
      if (const ValueDecl *V = named(B->getLHS()))
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
      if (const ValueDecl *V = named(E->getArg(0)))
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
  llvm::DenseSet<const Expr *> Understood;
  std::vector<const DeclRefExpr *> References;
};

/// A break, goto or return that can end Body's loop early, or a continue.
class JumpFinder : public RecursiveASTVisitor<JumpFinder> {
public:
  bool Break = false, Goto = false;
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool TraverseForStmt(ForStmt *S) { return inner(S, true); }
  bool TraverseWhileStmt(WhileStmt *S) { return inner(S, true); }
  bool TraverseDoStmt(DoStmt *S) { return inner(S, true); }
  bool TraverseCXXForRangeStmt(CXXForRangeStmt *S) { return inner(S, true); }
  bool TraverseSwitchStmt(SwitchStmt *S) { return inner(S, false); }
  bool VisitBreakStmt(BreakStmt *) {
    if (Depth == 0)
      Break = true;
    return true;
  }
  bool VisitGotoStmt(GotoStmt *) {
    Goto = true;
    return true;
  }
  bool VisitIndirectGotoStmt(IndirectGotoStmt *) {
    Goto = true;
    return true;
  }

private:
  bool inner(Stmt *S, bool) {
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

RegionFacts RegionFacts::of(const Stmt *Region, ASTContext &) {
  RegionFacts F;
  FactFinder Finder(F);
  Finder.TraverseStmt(const_cast<Stmt *>(Region));
  Finder.finish();
  return F;
}

/// Repeats a walk until what pointers may point to is stable; the last walk
/// records.
void Walker::runPasses(llvm::function_ref<void()> Pass) {
  auto Signature = [this] {
    std::string S;
    std::map<std::string, std::string> Ordered;
    for (auto &[V, L] : Locals) {
      std::string T;
      for (auto &P : L.Targets)
        T += P.key() + ",";
      Ordered[Place::variable(V).key()] = T;
    }
    for (auto &[K, T] : Ordered)
      S += K + "=" + T + ";";
    for (auto &[K, T] : PointerStores) {
      S += K + "=";
      for (auto &P : T)
        S += P.key() + ",";
    }
    for (auto &[K, T] : Temporaries) {
      S += K + "=";
      for (auto &P : T)
        S += P.key() + ",";
    }
    return S;
  };
  Recording = false;
  auto Settle = [&](int Most) {
    std::string Before;
    for (int K = 0; K < Most; ++K) {
      Pass();
      std::string After = Signature();
      if (After == Before)
        break;
      if (K >= 3) // growing still: anything that can be got at
        for (auto &[V, L] : Locals)
          for (Place &P : L.Targets) {
            if (P.indirect())
              P = P.reach();
            else
              P = unindexed(P);
          }
      Before = std::move(After);
    }
  };
  Untraced = false;
  Settle(5);
  // Pointers that still lead nowhere may lead anywhere.
  Untraced = true;
  Settle(3);
  Recording = true;
  Pass();
}

Effects Walker::walkFunction(const FunctionDecl *F) {
  Function = F;
  Facts = RegionFacts::of(F->getBody(), C);
  if (auto *Ctor = dyn_cast<CXXConstructorDecl>(F))
    for (auto *I : Ctor->inits()) {
      RegionFacts More = RegionFacts::of(I->getInit(), C);
      for (auto &[V, N] : More.Writes)
        Facts.Writes[V] += N;
      for (auto *V : More.AddressTaken)
        Facts.AddressTaken.insert(V);
    }
  runPasses([&] {
    Now = Places();
    AtReturn = std::nullopt;
    Conditional = 0;
    Escaped = false;
    Out = Effects();
    for (const ParmVarDecl *P : F->parameters()) {
      QualType T = P->getType();
      if (T->isReferenceType())
        addTargets(P, {Place::variable(P)});
      else if (holdsPointers(T, C))
        addTargets(P, {Place::variable(P).deref()});
    }
    if (auto *Ctor = dyn_cast<CXXConstructorDecl>(F))
      for (auto *I : Ctor->inits()) {
        Value V;
        const FieldDecl *Field = I->getAnyMember();
        if (Field && Field->getType()->isReferenceType())
          V.Targets = lvalue(I->getInit());
        else
          V = rvalue(I->getInit());
        if (Field)
          store({Place::of(Place::Root::This).field(Field)}, Field->getType(),
                V, I->getInit(), I->getInit(), false);
        else if (!V.Targets.empty()) // a base class keeps pointers
          keep(Place::of(Place::Root::This), V.Targets);
      }
    walk(F->getBody());
    State End = join(Now, AtReturn);
    if (End)
      for (const Place &P : *End)
        if (!(P.is(Place::Root::Variable) && isLocal(P.Variable) &&
              !P.Variable->getType()->isReferenceType() &&
              !(P.indirect() && selfRooted(P.Variable))))
          Out.MustWrite.push_back(P);
  });
  return std::move(Out);
}

Effects Walker::walkLoop(const LoopShape &Shape) {
  Loop = &Shape;
  Facts = RegionFacts::of(Shape.Body, C);
  Symbol S;
  S.What = Symbol::Kind::LoopVariable;
  S.Variable = Shape.Variable;
  S.Key = "loop:" + Place::variable(Shape.Variable).key();
  S.NonNegative = Shape.Variable->getType()->isUnsignedIntegerType();
  LoopSymbol = Known.Symbols.get(std::move(S));
  runPasses([&] {
    Now = Places();
    Conditional = 0;
    Escaped = false;
    TryDepth = 0;
    Out = Effects();
    Loops.assign(1, {});
    InHeader = true;
    for (const Expr *X : {Shape.Bound, Shape.Step})
      if (X && X->isGLValue())
        load(lvalue(X), X->getType(), X);
      else if (X)
        rvalue(X);
    if (Shape.RangeExpr && Shape.RangeExpr->isLValue() &&
        libraryType(Shape.RangeExpr->getType()) != LibraryType::InPlace &&
        !Shape.RangeExpr->getType()->isArrayType())
      for (const Place &P : lvalue(Shape.RangeExpr))
        record({P.header()}, true, false, C.getSizeType(), Shape.RangeExpr);
    InHeader = false;
    if (Shape.What == LoopShape::Kind::Range) {
      // The element of this iteration.
      Places Range = lvalue(Shape.RangeExpr);
      Places Elements;
      for (const Place &P : Range)
        merge(Elements,
              {libraryType(Shape.RangeExpr->getType()) == LibraryType::Sequence
                   ? P.content(Index::at(Polynomial(LoopSymbol)),
                               elementType(Shape.RangeExpr->getType()))
                   : P.element(Index::at(Polynomial(LoopSymbol)),
                               elementType(Shape.RangeExpr->getType()))});
      if (libraryType(Shape.RangeExpr->getType()) == LibraryType::View) {
        Elements.clear();
        Value By;
        By.Number = Polynomial(LoopSymbol);
        for (const Place &T : rvalue(Shape.RangeExpr).Targets)
          merge(Elements, {shift(T, By)});
      }
      const VarDecl *V = Shape.Variable;
      Facts.Declared.insert(V);
      if (auto *D = dyn_cast<DecompositionDecl>(V))
        for (auto *B : D->bindings())
          Facts.Declared.insert(B);
      if (V->getType()->isReferenceType()) {
        addTargets(V, Elements);
      } else {
        Value Loaded = load(Elements, V->getType(), Shape.RangeExpr);
        addTargets(V, Loaded.Targets);
      }
      hold(V);
    } else if (Shape.What != LoopShape::Kind::Integer) {
      // A pointer or iterator: steps from where it stands at the call.
      Place At = Place::variable(Shape.Variable).deref();
      Value By;
      By.Number = Polynomial(LoopSymbol);
      Places From;
      if (Shape.Start && !Facts.writes(Shape.Variable)) {
        bool Was = Recording;
        Recording = false;
        From = rvalue(Shape.Start).Targets;
        Recording = Was;
      }
      // Where it starts, when that is plain to see.
      if (From.size() == 1 && From[0].endsInElement() &&
          From[0].Path.back().At.Known && !From[0].is(Place::Root::Unknown))
        At = From[0];
      StartOffset = At.Path.back().At.Form;
      Locals[Shape.Variable].Targets = {shift(At, By)};
    }
    walk(Shape.Body);
    State End = join(Now, Loops.back().Continue);
    if (End)
      for (const Place &P : *End)
        Out.MustWrite.push_back(close(P));
  });
  return std::move(Out);
}

void Walker::conditionally(llvm::function_ref<void()> Do) {
  State Before = Now;
  ++Conditional;
  Do();
  --Conditional;
  Now = Now ? join(Before, Now) : Before;
}

void Walker::walk(const Stmt *S) {
  if (!S)
    return;
  if (auto *E = dyn_cast<Expr>(S)) {
    rvalue(E);
    return;
  }
  switch (S->getStmtClass()) {
  case Stmt::NullStmtClass:
    return;
  case Stmt::CompoundStmtClass:
    return walkCompound(cast<CompoundStmt>(S));
  case Stmt::DeclStmtClass:
    for (const Decl *D : cast<DeclStmt>(S)->decls())
      if (auto *V = dyn_cast<VarDecl>(D))
        declare(V);
    return;
  case Stmt::AttributedStmtClass: {
    auto *A = cast<AttributedStmt>(S);
    State Before = Now;
    walk(A->getSubStmt());
    // What only an annotated loop has written is its last values: whether
    // somebody reads them has to show.
    for (const Attr *One : A->getAttrs())
      if (auto *Note = dyn_cast<AnnotateAttr>(One);
          Note && Function && Note->getAnnotation().starts_with("mp::") && Now)
        Now = Before;
    return;
  }
  case Stmt::IfStmtClass:
    return walkIf(cast<IfStmt>(S));
  case Stmt::ForStmtClass:
    return walkFor(cast<ForStmt>(S));
  case Stmt::CXXForRangeStmtClass:
    return walkRangeFor(cast<CXXForRangeStmt>(S));
  case Stmt::WhileStmtClass: {
    auto *W = cast<WhileStmt>(S);
    if (W->getConditionVariable())
      declare(W->getConditionVariable());
    return walkWhile(W->getCond(), W->getBody(), nullptr, false);
  }
  case Stmt::DoStmtClass:
    return walkWhile(cast<DoStmt>(S)->getCond(), cast<DoStmt>(S)->getBody(),
                     nullptr, true);
  case Stmt::SwitchStmtClass:
    return walkSwitch(cast<SwitchStmt>(S));
  case Stmt::CaseStmtClass:
  case Stmt::DefaultStmtClass:
    return walk(cast<SwitchCase>(S)->getSubStmt());
  case Stmt::LabelStmtClass:
    // Whoever jumps here may have written nothing.
    Now = Places();
    Escaped = true;
    return walk(cast<LabelStmt>(S)->getSubStmt());
  case Stmt::GotoStmtClass:
  case Stmt::IndirectGotoStmtClass:
    Escaped = true;
    Now = std::nullopt;
    return;
  case Stmt::BreakStmtClass:
    if (!Loops.empty())
      Loops.back().Break = join(Loops.back().Break, Now);
    Now = std::nullopt;
    return;
  case Stmt::ContinueStmtClass:
    // (A continue inside a switch: the switch's context passes it on.)
    if (!Loops.empty())
      Loops.back().Continue = join(Loops.back().Continue, Now);
    if (Conditional)
      Escaped = true; // what follows in this iteration may be left out
    Now = std::nullopt;
    return;
  case Stmt::ReturnStmtClass:
    return walkReturn(cast<ReturnStmt>(S));
  case Stmt::CXXTryStmtClass: {
    auto *T = cast<CXXTryStmt>(S);
    State Before = Now;
    bool Threw = Out.MayThrow;
    Out.MayThrow = false;
    ++TryDepth;
    walk(T->getTryBlock());
    --TryDepth;
    bool CatchesAll = false;
    State End = Now;
    for (unsigned K = 0; K < T->getNumHandlers(); ++K) {
      Now = Before;
      ++Conditional;
      const CXXCatchStmt *H = T->getHandler(K);
      if (const VarDecl *Caught = H->getExceptionDecl()) {
        Facts.Declared.insert(Caught);
        if (recordOf(Caught->getType()))
          addTargets(Caught, {Place::of(Place::Root::Local)});
      } else {
        CatchesAll = true;
      }
      walk(H->getHandlerBlock());
      --Conditional;
      End = join(End, Now);
    }
    Now = End;
    Out.MayThrow = Threw || (Out.MayThrow && !CatchesAll);
    return;
  }
  case Stmt::GCCAsmStmtClass:
  case Stmt::MSAsmStmtClass:
    event(Event::Kind::Construct, S, "inline assembly");
    return;
  case Stmt::CoreturnStmtClass:
    event(Event::Kind::Construct, S, "a coroutine");
    return;
  default:
    event(Event::Kind::Construct, S, S->getStmtClassName());
    for (const Stmt *Child : S->children())
      walk(Child);
    return;
  }
}

void Walker::walkCompound(const CompoundStmt *S) {
  std::vector<const VarDecl *> Variables;
  for (const Stmt *Child : S->body()) {
    walk(Child);
    if (auto *D = dyn_cast<DeclStmt>(Child))
      for (const Decl *One : D->decls())
        if (auto *V = dyn_cast<VarDecl>(One))
          Variables.push_back(V);
  }
  for (auto It = Variables.rbegin(); It != Variables.rend(); ++It)
    destroy(*It);
}

void Walker::declare(const VarDecl *V) {
  if (V->isStaticLocal()) {
    // Initialised once; what changes it later shows as a write.
    if (V->hasInit() &&
        !V->getInit()->isConstantInitializer(C,
                                             V->getType()->isReferenceType()) &&
        !V->isConstexpr()) {
      record({Place::variable(V)}, true, true, V->getType(), V->getInit());
    }
    return;
  }
  if (V->hasExternalStorage())
    return;
  const Expr *Init = V->getInit();
  if (!Init) {
    return;
  }
  if (V->getType()->isReferenceType()) {
    addTargets(V, lvalue(Init));
    hold(V);
    return;
  }
  Value Val = rvalue(Init);
  store({Place::variable(V)}, V->getType(), Val, Init, Init, false);
  hold(V);
}

/// The variables that hold the parts of a structured binding.
void Walker::hold(const VarDecl *V) {
  auto *D = dyn_cast<DecompositionDecl>(V);
  if (!D)
    return;
  for (auto *B : D->bindings())
    if (const VarDecl *Holding = B->getHoldingVar()) {
      Facts.Declared.insert(Holding);
      declare(Holding);
    }
}

void Walker::destroy(const VarDecl *V) {
  QualType T = V->getType();
  if (!T->isReferenceType() && !V->hasGlobalStorage() && V->getInit())
    destroy(T, Place::variable(V), V->getInit());
}

/// The destructor of a local or temporary that Site made, and those of its
/// bases, members and what library classes in it own.
void Walker::destroy(QualType T, const Place &What, const Expr *Site) {
  llvm::SmallPtrSet<const CXXRecordDecl *, 8> Seen;
  destroy(T, What, Site, Seen);
}

void Walker::destroy(QualType T, const Place &What, const Expr *Site,
                     llvm::SmallPtrSetImpl<const CXXRecordDecl *> &Seen) {
  while (auto *A = C.getAsArrayType(T))
    T = A->getElementType();
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (!R || !R->hasDefinition() || R->hasTrivialDestructor() ||
      !Seen.insert(R->getCanonicalDecl()).second)
    return;
  if (isInStd(R)) {
    for (QualType Argument : classArguments(T))
      destroy(Argument, Place::of(Place::Root::Local), Site, Seen);
    return;
  }
  if (const CXXDestructorDecl *D = R->getDestructor();
      D && D->isUserProvided() && !runDestructor(D, What, Site))
    return;
  for (const CXXBaseSpecifier &B : R->bases())
    destroy(B.getType(), What, Site, Seen);
  for (const FieldDecl *F : R->fields())
    destroy(F->getType(), What.field(F), Site, Seen);
}

/// False when it has been reported.
bool Walker::runDestructor(const CXXDestructorDecl *D, const Place &What,
                           const Expr *Site) {
  const CXXRecordDecl *R = D->getParent();
  const Effects *S = Known.of(D);
  auto Visible = [&](const Place &P) {
    return P.is(Place::Root::Unknown) || P.is(Place::Root::Hidden) ||
           P.indirect() ||
           (P.is(Place::Root::Variable) && !isLocal(P.Variable));
  };
  if (!S) {
    event(Event::Kind::Destructor, Site, R->getNameAsString());
    return false;
  }
  for (const Access &A : S->Accesses)
    if (A.Writes && Visible(A.At)) {
      Places Object{What};
      Frame F{D, &Object, nullptr};
      for (const Place &P : substitute(A.At, F))
        if (!P.is(Place::Root::Local) && !P.is(Place::Root::Fresh) &&
            !P.is(Place::Root::Literal) &&
            !(P.is(Place::Root::Variable) && isLocal(P.Variable))) {
          event(Event::Kind::Destructor, Site, R->getNameAsString(), A.Where);
          return false;
        }
    }
  Places Object{What};
  Frame Fr{D, &Object, nullptr};
  for (const Event &E : S->Events)
    repeat(E, Site, &Fr);
  return true;
}

void Walker::walkIf(const IfStmt *S) {
  walk(S->getInit());
  if (S->getConditionVariable())
    declare(S->getConditionVariable());
  if (S->isConstexpr() && !S->getCond()->isValueDependent()) {
    Expr::EvalResult R;
    if (S->getCond()->EvaluateAsInt(R, C)) {
      walk(R.Val.getInt().getBoolValue() ? S->getThen() : S->getElse());
      return;
    }
  }
  rvalue(S->getCond());
  State Before = Now;
  ++Conditional;
  walk(S->getThen());
  State Then = Now;
  Now = Before;
  walk(S->getElse());
  --Conditional;
  Now = join(Then, Now);
}

void Walker::walkSwitch(const SwitchStmt *S) {
  walk(S->getInit());
  if (S->getConditionVariable())
    declare(S->getConditionVariable());
  rvalue(S->getCond());
  State Before = Now;
  ++Conditional;
  LoopContext Saved = Loops.empty() ? LoopContext() : Loops.back();
  Loops.push_back({Saved.Continue, std::nullopt, false});
  bool HasDefault = false;
  for (const SwitchCase *K = S->getSwitchCaseList(); K;
       K = K->getNextSwitchCase())
    HasDefault |= isa<DefaultStmt>(K);
  // Each label starts from the state before or falls through.
  if (auto *Body = dyn_cast<CompoundStmt>(S->getBody())) {
    Now = std::nullopt;
    for (const Stmt *Child : Body->body()) {
      if (isa<SwitchCase>(Child))
        Now = join(Now, Before);
      walk(Child);
    }
  } else {
    walk(S->getBody());
  }
  LoopContext Mine = Loops.back();
  Loops.pop_back();
  if (!Loops.empty())
    Loops.back().Continue = Mine.Continue;
  --Conditional;
  Now = join(Now, Mine.Break);
  if (!HasDefault)
    Now = join(Now, Before);
}

void Walker::walkReturn(const ReturnStmt *S) {
  if (const Expr *E = S->getRetValue()) {
    if (Function && Function->getReturnType()->isReferenceType()) {
      merge(Out.Returns, lvalue(E));
    } else {
      Value V = rvalue(E);
      merge(Out.Returns, V.Targets);
      if (V.Number && V.Fits.empty() && isInvariant(*V.Number) &&
          !Out.ReturnNumber && !Conditional)
        Out.ReturnNumber = V.Number;
    }
  }
  // Out of the loop that is judged: the iteration does not end.
  if (!Loop) {
    AtReturn = join(AtReturn, Now);
    if (Conditional)
      Escaped = true;
  }
  Now = std::nullopt;
}

/// `for (j = lo; j < hi; ++j)` where the body leaves j and the bounds alone.
bool Walker::recognise(const ForStmt *S, const VarDecl *&V, Active &Range) {
  if (!S->getCond() || !S->getInc() || !S->getInit())
    return false;
  const Expr *Low = nullptr;
  if (auto *D = dyn_cast<DeclStmt>(S->getInit())) {
    auto *Cond = dyn_cast<BinaryOperator>(S->getCond()->IgnoreParenImpCasts());
    if (!Cond)
      return false;
    for (const Decl *One : D->decls())
      if (auto *Var = dyn_cast<VarDecl>(One))
        if (FactFinder::named(Cond->getLHS()->IgnoreParenImpCasts()) == Var) {
          V = Var;
          Low = Var->getInit();
        }
  } else if (auto *A = dyn_cast<BinaryOperator>(S->getInit())) {
    if (A->getOpcode() == BO_Assign) {
      V = dyn_cast_or_null<VarDecl>(FactFinder::named(A->getLHS()));
      Low = A->getRHS();
    }
  }
  if (!V || !Low || !V->getType()->isIntegerType() ||
      V->getType()->isBooleanType())
    return false;
  auto *Cond = dyn_cast<BinaryOperator>(S->getCond()->IgnoreParenImpCasts());
  if (!Cond || FactFinder::named(Cond->getLHS()->IgnoreParenImpCasts()) != V)
    return false;
  long long Step = 0;
  const Expr *Inc = S->getInc()->IgnoreParenImpCasts();
  if (auto *U = dyn_cast<UnaryOperator>(Inc)) {
    if (!U->isIncrementDecrementOp() || FactFinder::named(U->getSubExpr()) != V)
      return false;
    Step = U->isIncrementOp() ? 1 : -1;
  } else if (auto *B = dyn_cast<BinaryOperator>(Inc)) {
    if (FactFinder::named(B->getLHS()) != V)
      return false;
    auto Constant = [&](const Expr *E) -> long long {
      Expr::EvalResult R;
      if (!E->isValueDependent() && E->EvaluateAsInt(R, C) &&
          R.Val.getInt().getSignificantBits() < 32)
        return R.Val.getInt().getExtValue();
      return 0;
    };
    if (B->getOpcode() == BO_AddAssign)
      Step = Constant(B->getRHS());
    else if (B->getOpcode() == BO_SubAssign)
      Step = -Constant(B->getRHS());
    else if (B->getOpcode() == BO_Assign)
      if (auto *Sum =
              dyn_cast<BinaryOperator>(B->getRHS()->IgnoreParenImpCasts()))
        if (FactFinder::named(Sum->getLHS()->IgnoreParenImpCasts()) == V) {
          if (Sum->getOpcode() == BO_Add)
            Step = Constant(Sum->getRHS());
          else if (Sum->getOpcode() == BO_Sub)
            Step = -Constant(Sum->getRHS());
        }
  }
  if (Step == 0)
    return false;
  RegionFacts Inside = RegionFacts::of(S->getBody(), C);
  if (Inside.writes(V))
    return false;
  // Bounds, evaluated for their numbers only.
  bool WasRecording = Recording;
  Recording = false;
  State Saved = Now;
  Value L = rvalue(Low), H = rvalue(Cond->getRHS());
  Now = Saved;
  Recording = WasRecording;
  if (!L.Number || !H.Number || !L.Fits.empty() || !H.Fits.empty())
    return false;
  BinaryOperatorKind Op = Cond->getOpcode();
  std::optional<Polynomial> Last = H.Number;
  if (Op == BO_LT || (Op == BO_NE && Step == 1))
    Last = Polynomial::subtract(*H.Number, Polynomial(1));
  else if (Op == BO_GT || (Op == BO_NE && Step == -1))
    Last = Polynomial::add(*H.Number, Polynomial(1));
  else if (Op != BO_LE && Op != BO_GE)
    return false;
  if (!Last)
    return false;
  bool Up = Op == BO_LT || Op == BO_LE || (Op == BO_NE && Step > 0);
  if (Up != (Step > 0))
    return false;
  if (Step != 1 && Step != -1) {
    // The last value met; only for constants, otherwise the end is not exact.
    auto A = L.Number->constant(), B = Last->constant();
    if (!A || !B)
      return false;
    if ((*B - *A) / Step >= 0 && ((*B >= *A) == (Step > 0)))
      Last = Polynomial(*A + (*B - *A) / Step * Step);
  }
  Range.Sym = variableSymbol(V);
  Range.Stride = std::abs(Step);
  Range.Low = Up ? *L.Number : *Last;
  Range.High = Up ? *Last : *L.Number;
  auto A = Range.Low.constant(), B = Range.High.constant();
  Range.CertainlyRuns = A && B && *A <= *B;
  return true;
}

/// After a loop: what its body certainly wrote, if it ran in full, is written
/// for all values of the loop's variable.
void Walker::closeLoop(const Places &Before, const Active *A, bool Full) {
  State End = join(Now, Loops.back().Continue);
  Places After = Before;
  if (End && A && Full) {
    Now = Before;
    for (const Place &P : *End) {
      bool Known = true, Mentions = false;
      for (const Step &S : P.Path)
        if (S.What == Step::Kind::Element && S.At.Known)
          Mentions |= S.At.Form.mentions(A->Sym);
      Place Closed = P;
      for (Step &S : Closed.Path) {
        if (S.What != Step::Kind::Element || !S.At.Known)
          continue;
        Polynomial Rest, Factor;
        if (!S.At.Form.split(A->Sym, Rest, Factor)) {
          Known = false;
          break;
        }
        if (Factor.constant() == 0)
          continue;
        // a[3*k], a[3*k + 1], a[3*k + 2]: all written, without gaps.
        auto K = Factor.constant();
        long long Gap = K ? *K * A->Stride : 0;
        if (Gap > 1 && Gap <= 16 && S.At.Terms.empty() &&
            &S == &Closed.Path.back()) {
          bool All = true;
          for (long long D = 1; D < Gap; ++D) {
            auto Next = Polynomial::add(S.At.Form, Polynomial(D));
            Place Other = P;
            if (Next)
              Other.Path.back().At.Form = *Next;
            bool Found = false;
            for (const Place &W : *End)
              Found |= Next && W.key() == Other.key();
            All &= Found;
          }
          auto Low = Polynomial::multiply(A->Low, Factor);
          auto High = Polynomial::multiply(A->High, Factor);
          if (High)
            High = Polynomial::add(*High, Polynomial(Gap - 1));
          if (All && Low && High) {
            S.At.Form = Rest;
            S.At.Terms.push_back({Polynomial(1), *Low, *High});
            continue;
          }
        }
        if ((K != 1 && A->Stride == 1) || !S.At.Terms.empty() ||
            !A->spread(Rest, Factor, S.At.Form, S.At.Terms)) {
          Known = false;
          break;
        }
      }
      if (!Known || (!Mentions && !A->CertainlyRuns))
        continue;
      // [0, v.size()): all that there is to read.
      if (Closed.Path.size() >= 2 && Closed.endsInElement() &&
          Closed.Path[Closed.Path.size() - 2].What == Step::Kind::Content) {
        const Index &I = Closed.Path.back().At;
        Place Object = Closed.shortened(2);
        auto Count = I.Terms.size() == 1
                         ? Polynomial::add(I.Terms[0].High, Polynomial(1))
                         : std::nullopt;
        if (Count && I.Form.constant() == 0 &&
            I.Terms[0].Coefficient.constant() == 1 &&
            I.Terms[0].Low.constant() == 0 && Count->terms().size() == 1 &&
            Count->terms().begin()->second == 1 &&
            Count->terms().begin()->first.size() == 1 &&
            Count->terms().begin()->first[0]->Key == "size of " + Object.key())
          Closed = Object;
      }
      // A whole array of constant size.
      if (Closed.endsInElement() && Closed.Path.back().Extent) {
        const Step &Last = Closed.Path.back();
        Place All = Closed.shortened(1);
        if (covers(Closed, All.element(Index::at(0), Last.Type, Last.Extent)) &&
            covers(
                Closed,
                All.element(Index::at(static_cast<long long>(Last.Extent) - 1),
                            Last.Type, Last.Extent)))
          Closed = All;
      }
      markWritten(Closed);
    }
    After = *Now;
  }
  Now = After;
}

void Walker::walkFor(const ForStmt *S) {
  const VarDecl *V = nullptr;
  Active Range{};
  walk(S->getInit());
  bool Recognised = recognise(S, V, Range);
  if (!Recognised) {
    walkWhile(S->getCond(), S->getBody(), S->getInc(), false);
    return;
  }
  rvalue(S->getCond());
  JumpFinder Jumps;
  Jumps.TraverseStmt(const_cast<Stmt *>(S->getBody()));
  bool Full = !Jumps.Break && !Jumps.Goto;
  Places Before = Now ? *Now : Places();
  bool Reachable = Now.has_value();
  Actives[V] = Range;
  ActiveOrder.push_back(V);
  bool WasEscaped = Escaped;
  if (!Full)
    ++Conditional;
  Loops.push_back({});
  walk(S->getBody());
  State BodyEnd = Now;
  // The increment is not a write that anything depends on, beyond V's own.
  if (!isLocal(V))
    record({Place::variable(V)}, true, true, V->getType(), S->getInc());
  Now = BodyEnd;
  closeLoop(Before, &Range, Full);
  Loops.pop_back();
  if (!Full)
    --Conditional;
  else
    Escaped = WasEscaped;
  ActiveOrder.pop_back();
  Actives.erase(V);
  if (!Reachable)
    Now = std::nullopt;
}

void Walker::walkWhile(const Expr *Condition, const Stmt *Body,
                       const Expr *Increment, bool BodyFirst) {
  if (!BodyFirst && Condition)
    rvalue(Condition);
  State Before = Now;
  JumpFinder Jumps;
  Jumps.TraverseStmt(const_cast<Stmt *>(Body));
  bool Once = BodyFirst && !Jumps.Break && !Jumps.Goto;
  if (!Once)
    ++Conditional;
  bool WasEscaped = Escaped;
  Loops.push_back({});
  walk(Body);
  Now = join(Now, Loops.back().Continue);
  if (Increment && Now)
    rvalue(Increment);
  if (BodyFirst && Condition && Now)
    rvalue(Condition);
  State Break = Loops.back().Break;
  Loops.pop_back();
  if (!Once)
    --Conditional;
  if (!Jumps.Goto && !Escaped)
    Escaped = WasEscaped;
  if (BodyFirst)
    Now = join(Now, Break);
  else
    Now = Condition ? Before : Break; // `for (;;)` is left by break only
  if (Condition && !BodyFirst && Break)
    Now = join(Now, Break);
}

void Walker::walkRangeFor(const CXXForRangeStmt *S) {
  walk(S->getInit());
  const Expr *R = S->getRangeInit();
  QualType T = R->getType();
  Places Range = R->isLValue() ? lvalue(R) : Places();
  Value Held;
  LibraryType Kind = libraryType(T);
  if (!R->isLValue() || Kind == LibraryType::View)
    Held = rvalue(R);
  Places Elements;
  if (Kind == LibraryType::View) {
    for (const Place &P : Held.Targets)
      merge(Elements, {unindexed(P)});
  } else {
    for (const Place &P : Range) {
      if (!T->isArrayType() && Kind != LibraryType::InPlace)
        record({P.header()}, true, false, C.getSizeType(), R);
      if (T->isArrayType() || Kind == LibraryType::InPlace)
        merge(Elements, {P.element(Index::unknown(), elementType(T))});
      else if (Kind != LibraryType::None)
        merge(Elements, {P.content(Index::unknown(), elementType(T))});
      else
        merge(Elements, {P.reach()});
    }
    if (!R->isLValue())
      Elements.push_back(Place::of(Place::Root::Local));
  }
  // A user's class: begin() and end() are calls.
  if (Kind == LibraryType::None && !T->isArrayType())
    for (const DeclStmt *D : {S->getBeginStmt(), S->getEndStmt()})
      if (D)
        if (auto *V = dyn_cast<VarDecl>(D->getSingleDecl()))
          if (V->getInit())
            rvalue(V->getInit());
  State Before = Now;
  ++Conditional;
  bool WasEscaped = Escaped;
  Loops.push_back({});
  const VarDecl *V = S->getLoopVariable();
  Facts.Declared.insert(V);
  if (V->getType()->isReferenceType()) {
    addTargets(V, Elements);
  } else {
    Value L = load(Elements, V->getType(), R);
    addTargets(V, L.Targets);
  }
  hold(V);
  walk(S->getBody());
  Loops.pop_back();
  --Conditional;
  Escaped = WasEscaped;
  Now = Before;
}

} // namespace mp::tool
