//===- TailSplit.cpp - Statements that move to the parent -----------------===//
//
// Goes through the statement from the outside in. What can be computed by the
// worker is sent; what is left has to make sense in the parent.
//
//===----------------------------------------------------------------------===//

#include "classes/TailSplit.h"
#include "classes/Enclosing.h"
#include "classes/TailOrder.h"
#include "loops/Exits.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace mp::tool {

bool TailSplit::refuse(DiagID ID, const Stmt *Where, std::string Text) {
  auto &M = Diags.error(ID, Where->getBeginLoc(), std::move(Text));
  if (Where != Region)
    M.Notes.push_back({Region->getBeginLoc(),
                       "this statement would have to run in the tail, in the "
                       "parent"});
  return false;
}

bool TailSplit::split(const Stmt *S, TailPlan &P) {
  Region = S;
  Plan = &P;
  Occurrences.clear();
  Unkept = false;
  Inside = RegionFacts::of(S, C);
  P.Statement = S;
  P.Line = C.getSourceManager().getExpansionLineNumber(S->getBeginLoc());
  if (Jumps Out = Jumps::of(S); !Out.All.empty())
    return refuse(DiagID::Carried, Out.All.back().Where,
                  "whether this is left is decided by a value that earlier "
                  "iterations made; that is not supported yet");
  return statement(S, false) && !Unkept && keepOrder();
}

/// Values that depend on each other are computed as the program does.
bool TailSplit::keepOrder() {
  const RegionFacts Body = RegionFacts::of(Shape.Body, C);
  std::vector<Touched> What;
  for (const Occurrence &O : Occurrences)
    What.push_back(Touched::by(O.Text, All, Body, C));
  for (size_t J = 0; J < What.size(); ++J)
    for (size_t I = 0; I < J; ++I) {
      if (!What[I].meets(What[J]))
        continue;
      const Occurrence &First = Occurrences[I], &Second = Occurrences[J];
      TailValue &One = Plan->Values[First.Value],
                &Other = Plan->Values[Second.Value];
      const bool IsText = One.Value->getType()->isPointerType() ||
                          One.Value->getType()->isArrayType() ||
                          Other.Value->getType()->isPointerType() ||
                          Other.Value->getType()->isArrayType();
      if (First.Again || Second.Again || !First.IsRead || !Second.IsRead ||
          IsText || sequenceOf(First.Text, Second.Text, C) != Sequence::Before)
        return refuse(
            DiagID::NotClassified, What[J].changes() ? Second.Text : First.Text,
            "the order in which this and another part of the statement "
            "have their effects can't be kept; put it in a variable of "
            "its own before");
      Plan->InOrder = One.Held = Other.Held = true;
    }
  return true;
}

bool TailSplit::statement(const Stmt *S, bool Conditional) {
  if (!S)
    return true;
  if (auto *E = dyn_cast<Expr>(S))
    return expression(E, false, Conditional);
  if (isa<BreakStmt, ContinueStmt, NullStmt>(S))
    return true;
  if (auto *D = dyn_cast<DeclStmt>(S)) {
    for (const Decl *One : D->decls()) {
      auto *V = dyn_cast<VarDecl>(One);
      if (!V)
        return refuse(DiagID::Construct, S, "this declaration can't be moved");
      if (V->getInit() &&
          !expression(V->getInit(),
                      V->getType()->isReferenceType() &&
                          !V->getType()->getPointeeType().isConstQualified(),
                      true))
        return false;
    }
    return true;
  }
  if (isa<CompoundStmt>(S)) {
    for (const Stmt *Child : S->children())
      if (!statement(Child, true))
        return false;
    return true;
  }
  if (auto *If = dyn_cast<IfStmt>(S)) {
    if (If->getInit() || If->getConditionVariable())
      return refuse(DiagID::NotYet, S,
                    "a declaration in the condition of a tail is not "
                    "supported yet");
    return expression(If->getCond(), false, Conditional) &&
           statement(If->getThen(), true) && statement(If->getElse(), true);
  }
  if (isa<ForStmt, WhileStmt, DoStmt, SwitchStmt, SwitchCase>(S)) {
    for (const Stmt *Child : S->children())
      if (!statement(Child, true))
        return false;
    return true;
  }
  return refuse(DiagID::NotYet, S,
                "a statement of this kind in the tail is not supported yet");
}

bool TailSplit::variable(const ValueDecl *V, const Expr *E, bool IsPlace) {
  if (!isa<VarDecl, BindingDecl>(V) || Inside.Declared.contains(V))
    return true;
  if (IsLocal(V) || V == Shape.Variable) {
    QualType T = V->getType().getNonReferenceType();
    std::string Why = whyNotTransportable(T, C);
    if (Why.empty() && holdsPointers(T, C) && !IsPlace)
      return refuse(DiagID::WorkerPointer, E,
                    "'" + V->getNameAsString() +
                        "' may point to memory that only the worker has");
    if (Why.empty() && holdsPointers(T, C))
      return refuse(DiagID::UnknownWrite, E,
                    "it can't be said in the parent what '" +
                        V->getNameAsString() +
                        "' points to, and this has to run there");
    if (!Why.empty())
      return refuse(DiagID::Transport, E,
                    "'" + V->getNameAsString() +
                        "' can't be sent to the parent: " + Why);
    return refuse(
        DiagID::Carried, E,
        "'" + V->getNameAsString() +
            "' belongs to the iteration, but would be used where only "
            "the parent runs");
  }
  // (An element by its subscript, say, is looked at by itself.)
  if (madeByWorkers(V) && V->getType().getNonReferenceType()->isScalarType())
    return refuse(DiagID::Carried, E,
                  "'" + V->getNameAsString() +
                      "' is made by the workers, but would be used where only "
                      "the parent runs");
  if (auto *Var = dyn_cast<VarDecl>(V); Var && Var->hasGlobalStorage())
    return true;
  for (const Capture &Old : Plan->Captures)
    if (Old.Variable == V)
      return true;
  QualType T = V->getType();
  bool Copy = !T->isReferenceType() && T->isScalarType() && !IsPlace;
  for (const Access &A : All.Accesses)
    if (A.Writes && A.At.is(Place::Root::Variable) && A.At.Variable == V &&
        A.At.Path.empty())
      Copy = false;
  // A tail may change it through a pointer.
  if (Copy && Shape.Function && Shape.Function->getBody() &&
      (V->getDeclContext() !=
           static_cast<const DeclContext *>(Shape.Function) ||
       RegionFacts::around(Shape.Function, C).AddressTaken.contains(V)))
    Copy = false;
  Plan->Captures.push_back(
      {V, Copy ? Capture::Mode::Copy : Capture::Mode::Reference});
  return true;
}

void TailSplit::captureThis() {
  for (const Capture &Old : Plan->Captures)
    if (Old.How == Capture::Mode::This)
      return;
  Plan->Captures.push_back({nullptr, Capture::Mode::This});
}

/// A lambda that runs in the parent sees what the parent has.
bool TailSplit::lambda(const LambdaExpr *L) {
  for (const LambdaCapture &Cap : L->captures()) {
    const ValueDecl *V =
        Cap.capturesVariable() ? Cap.getCapturedVar() : nullptr;
    if (!V && !Cap.capturesThis())
      continue;
    if (const auto *Own = dyn_cast_or_null<VarDecl>(V);
        Own && Own->isInitCapture()) {
      if (!expression(Own->getInit(), Own->getType()->isReferenceType(), true))
        return false;
      continue;
    }
    bool Workers = V && (IsLocal(V) || V == Shape.Variable);
    for (const Access &W : All.Accesses)
      Workers |= W.Writes && !IsTail(W) &&
                 (V ? W.At.is(Place::Root::Variable) && W.At.Variable == V
                    : W.At.is(Place::Root::This));
    if (Workers && !(V && Inside.Declared.contains(V)))
      return refuse(DiagID::Transport, L,
                    "a lambda can't be sent to the parent");
    if (!V)
      captureThis();
    else if (!variable(V, L, true))
      return false;
  }
  return true;
}

/// What a smart pointer gives is not itself: a copy of it gives another thing.
static bool owns(const CXXMethodDecl *M) {
  LibraryType T =
      libraryType(M->getASTContext().getCanonicalTagType(M->getParent()));
  return T == LibraryType::Owner || T == LibraryType::Shared;
}

/// Place: the expression is written to, or its identity matters.
bool TailSplit::expression(const Expr *E, bool IsPlace, bool Conditional) {
  if (!E)
    return true;
  E = E->IgnoreParens();
  if (auto *F = dyn_cast<FullExpr>(E))
    return expression(F->getSubExpr(), IsPlace, Conditional);
  if (isa<CXXDefaultArgExpr, CXXDefaultInitExpr>(E))
    return true;
  if (IsPlace ? sendPlace(E) : hoist(E, Conditional))
    return true;
  if (isa<ImplicitCastExpr, MaterializeTemporaryExpr, CXXBindTemporaryExpr,
          CXXStdInitializerListExpr>(E)) {
    bool Decays = false;
    if (auto *K = dyn_cast<ImplicitCastExpr>(E))
      Decays = K->getCastKind() == CK_ArrayToPointerDecay ||
               K->getCastKind() == CK_DerivedToBase ||
               K->getCastKind() == CK_UncheckedDerivedToBase ||
               K->getCastKind() == CK_NoOp;
    for (const Stmt *Child : E->children())
      if (!expression(cast<Expr>(Child), IsPlace && Decays, Conditional))
        return false;
    return true;
  }
  if (auto *Cast = dyn_cast<ExplicitCastExpr>(E); Cast && Cast->isGLValue())
    return expression(Cast->getSubExpr(), true, Conditional);
  if (auto *D = dyn_cast<DeclRefExpr>(E))
    return variable(D->getDecl(), D, IsPlace);
  if (isa<CXXThisExpr>(E)) {
    captureThis();
    return true;
  }
  if (auto *M = dyn_cast<MemberExpr>(E))
    return expression(M->getBase(), !M->isArrow(), Conditional);
  if (auto *S = dyn_cast<ArraySubscriptExpr>(E))
    return expression(S->getBase(), true, Conditional) &&
           expression(S->getIdx(), false, Conditional);
  if (auto *U = dyn_cast<UnaryOperator>(E))
    return expression(U->getSubExpr(),
                      U->isIncrementDecrementOp() ||
                          U->getOpcode() == UO_AddrOf,
                      Conditional);
  if (auto *B = dyn_cast<BinaryOperator>(E)) {
    if (B->isAssignmentOp())
      return expression(B->getRHS(), false, Conditional) &&
             expression(B->getLHS(), true, Conditional);
    bool Short = B->isLogicalOp();
    bool Object = B->getOpcode() == BO_Comma && B->isGLValue();
    return expression(B->getLHS(), false, Conditional) &&
           expression(B->getRHS(), Object, Conditional || Short);
  }
  if (auto *Cond = dyn_cast<AbstractConditionalOperator>(E))
    return expression(Cond->getCond(), false, Conditional) &&
           expression(Cond->getTrueExpr(), IsPlace, true) &&
           expression(Cond->getFalseExpr(), IsPlace, true);
  if (auto *L = dyn_cast<LambdaExpr>(E))
    return lambda(L);
  if (auto *Call = dyn_cast<CallExpr>(E)) {
    const FunctionDecl *F = Call->getDirectCallee();
    auto *M = dyn_cast_or_null<CXXMethodDecl>(F);
    if (!F)
      return refuse(
          DiagID::NotYet, E,
          "a call through a pointer in the tail is not supported yet");
    bool Library = isInStd(F) || lookupLibrary(*F);
    bool IsAt = M && M->getIdentifier() && M->getName() == "at";
    if ((!Library && CanThrow(F)) || IsAt)
      MayThrow = true;
    for (const Access &A : All.Accesses)
      if (A.Site == E && A.Writes && !A.Through.empty() &&
          !A.At.endsInElement())
        CallsUser = true;
    unsigned First = 0;
    if (auto *Member = dyn_cast<CXXMemberCallExpr>(Call)) {
      auto *Callee = dyn_cast<MemberExpr>(Member->getCallee()->IgnoreParens());
      if (!Callee)
        return refuse(DiagID::NotYet, E,
                      "this call in the tail is not supported yet");
      // Reading a container of the iteration: the parent gets a copy.
      bool OnlyRead =
          isInStd(M) && M->getIdentifier() &&
          llvm::StringSwitch<bool>(M->getName())
              .Cases({"begin", "end", "cbegin", "cend", "size", "data", "c_str",
                      "front"},
                     true)
              .Cases({"back", "at", "empty", "length", "find", "count"}, true)
              .Default(M->isConst());
      bool Place =
          !Callee->isArrow() &&
          !(OnlyRead && !owns(M) &&
            isa<DeclRefExpr>(Callee->getBase()->IgnoreParenImpCasts()));
      if (!expression(Callee->getBase(), Place, Conditional))
        return false;
    } else if (isa<CXXOperatorCallExpr>(Call) && M && !M->isStatic()) {
      if (!expression(Call->getArg(0), !M->isConst() || owns(M), Conditional))
        return false;
      First = 1;
    }
    for (unsigned K = First; K < Call->getNumArgs(); ++K) {
      unsigned P = K - First;
      bool Ref = false;
      if (P < F->getNumParams()) {
        QualType T = F->getParamDecl(P)->getType();
        Ref = T->isLValueReferenceType() &&
              !T->getPointeeType().isConstQualified();
        // A forwarding reference that takes a value: `std::exchange(x, y)`.
        const FunctionDecl *Pattern = F->getTemplateInstantiationPattern();
        if (Ref && isInStd(F) && F->getIdentifier() &&
            (F->getName() == "exchange" || F->getName().starts_with("make_") ||
             F->getName().starts_with("print") ||
             F->getName().starts_with("format")) &&
            Pattern && P < Pattern->getNumParams() &&
            Pattern->getParamDecl(P)->getType()->isRValueReferenceType())
          Ref = false;
        // So does that of a container's member.
        if (Ref && M && isInStd(M) && M->getIdentifier() &&
            (M->getName().starts_with("emplace") ||
             M->getName().starts_with("push") ||
             M->getName().starts_with("insert") ||
             M->getName().starts_with("try_emplace")))
          Ref = false;
      }
      if (!expression(Call->getArg(K), Ref, Conditional))
        return false;
    }
    return true;
  }
  if (isa<CXXNewExpr, CXXDeleteExpr, CXXThrowExpr, StmtExpr, CXXTypeidExpr>(E))
    return refuse(DiagID::NotYet, E,
                  "this expression in the tail is not supported yet");
  for (const Stmt *Child : E->children())
    if (auto *Sub = dyn_cast_or_null<Expr>(Child))
      if (!expression(Sub, false, Conditional))
        return false;
  return true;
}

} // namespace mp::tool
