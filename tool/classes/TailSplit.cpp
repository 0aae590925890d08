//===- TailSplit.cpp - Statements that move to the parent -----------------===//

#include "classes/TailSplit.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace mp::tool {

static const Stmt *parentOf(const Stmt *S, ASTContext &C) {
  for (const auto &P : C.getParents(*S)) {
    if (const Stmt *Up = P.get<Stmt>())
      return Up;
    if (const auto *D = P.get<VarDecl>()) {
      // The statement that declares it.
      for (const auto &Q : C.getParents(*D))
        if (const Stmt *Up = Q.get<Stmt>())
          return Up;
    }
  }
  return nullptr;
}

bool isInside(const Stmt *Inner, const Stmt *Outer, ASTContext &C) {
  for (const Stmt *S = Inner; S; S = parentOf(S, C))
    if (S == Outer)
      return true;
  return false;
}

const Stmt *tailStatement(const Stmt *Site, const LoopShape &Shape,
                          ASTContext &C) {
  const Stmt *S = Site;
  for (;;) {
    const Stmt *Up = parentOf(S, C);
    if (!Up)
      return nullptr;
    if (S == Shape.Body)
      return isa<Expr>(S) ? S : nullptr;
    if (isa<LambdaExpr>(Up))
      return nullptr;
    if (isa<CompoundStmt, SwitchCase, LabelStmt>(Up))
      return isa<Expr>(S) || isa<IfStmt, ForStmt, WhileStmt, DoStmt, SwitchStmt,
                                 CXXForRangeStmt>(S)
                 ? S
                 : nullptr;
    if (isa<DeclStmt, ReturnStmt, CXXTryStmt, CXXCatchStmt>(Up))
      return nullptr;
    if (auto *If = dyn_cast<IfStmt>(Up)) {
      if (S == If->getThen() || S == If->getElse())
        return S;
      S = Up; // in the condition: the whole statement
      continue;
    }
    if (auto *For = dyn_cast<ForStmt>(Up)) {
      if (Up == Shape.Loop)
        return S;
      if (S == For->getBody())
        return S;
      S = Up;
      continue;
    }
    if (auto *While = dyn_cast<WhileStmt>(Up)) {
      if (S == While->getBody())
        return S;
      S = Up;
      continue;
    }
    if (auto *Do = dyn_cast<DoStmt>(Up)) {
      if (S == Do->getBody())
        return S;
      S = Up;
      continue;
    }
    if (auto *Range = dyn_cast<CXXForRangeStmt>(Up)) {
      if (Up == Shape.Loop || S == Range->getBody())
        return S;
      S = Up;
      continue;
    }
    if (isa<SwitchStmt>(Up)) {
      S = Up;
      continue;
    }
    S = Up;
  }
}

namespace {
struct NameFinder : RecursiveASTVisitor<NameFinder> {
  std::function<bool(const ValueDecl *)> Test;
  bool Found = false;
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    Found |= Test(E->getDecl());
    return !Found;
  }
};
struct JumpOut : RecursiveASTVisitor<JumpOut> {
  const Stmt *Bad = nullptr;
  unsigned Loops = 0, Switches = 0;
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool nested(Stmt *S, bool IsLoop) {
    ++(IsLoop ? Loops : Switches);
    for (Stmt *Child : S->children())
      if (Child && !TraverseStmt(Child))
        return false;
    --(IsLoop ? Loops : Switches);
    return true;
  }
  bool TraverseForStmt(ForStmt *S) { return nested(S, true); }
  bool TraverseWhileStmt(WhileStmt *S) { return nested(S, true); }
  bool TraverseDoStmt(DoStmt *S) { return nested(S, true); }
  bool TraverseCXXForRangeStmt(CXXForRangeStmt *S) { return nested(S, true); }
  bool TraverseSwitchStmt(SwitchStmt *S) { return nested(S, false); }
  bool VisitBreakStmt(BreakStmt *S) {
    if (!Loops && !Switches)
      Bad = S;
    return true;
  }
  bool VisitContinueStmt(ContinueStmt *S) {
    if (!Loops)
      Bad = S;
    return true;
  }
  bool VisitReturnStmt(ReturnStmt *S) {
    Bad = S;
    return true;
  }
  bool VisitGotoStmt(GotoStmt *S) {
    Bad = S;
    return true;
  }
  bool VisitLabelStmt(LabelStmt *S) {
    Bad = S;
    return true;
  }
  bool VisitCXXThrowExpr(CXXThrowExpr *S) {
    Bad = S;
    return true;
  }
};
} // namespace

bool TailSplit::refuse(DiagID ID, const Stmt *Where, std::string Text) {
  auto &M = Diags.error(ID, Where->getBeginLoc(), std::move(Text));
  if (Where != Region)
    M.Notes.push_back({Region->getBeginLoc(),
                       "this statement would have to run in the tail, in the "
                       "parent"});
  return false;
}

bool TailSplit::touchesTail(const Stmt *S) const {
  for (const Access &A : All.Accesses)
    if (A.Site && IsTail(A) &&
        (isInside(A.Site, S, C) ||
         (isa<Expr>(A.Site) &&
          cast<Expr>(A.Site)->IgnoreUnlessSpelledInSource() == S)))
      return true;
  return false;
}

/// Reads something that the workers write.
bool TailSplit::readsWritten(const Expr *E) const {
  for (const Access &A : All.Accesses) {
    if (!A.Reads || !A.Site || IsTail(A) ||
        !(isInside(A.Site, E, C) ||
          (isa<Expr>(A.Site) &&
           cast<Expr>(A.Site)->IgnoreUnlessSpelledInSource() == E)))
      continue;
    for (const Access &W : All.Accesses)
      if (W.Writes && !IsTail(W) && W.At.From == A.At.From &&
          W.At.Variable == A.At.Variable)
        return true;
  }
  return false;
}

bool TailSplit::namesRegionLocal(const Stmt *S) const {
  NameFinder F;
  F.Test = [&](const ValueDecl *V) { return Inside.Declared.contains(V); };
  F.TraverseStmt(const_cast<Stmt *>(S));
  return F.Found;
}

bool TailSplit::split(const Stmt *S, TailPlan &P) {
  Region = S;
  Plan = &P;
  Impure = 0;
  Inside = RegionFacts::of(S, C);
  P.Statement = S;
  P.Line = C.getSourceManager().getExpansionLineNumber(S->getBeginLoc());
  JumpOut Jumps;
  Jumps.TraverseStmt(const_cast<Stmt *>(S));
  if (Jumps.Bad)
    return refuse(DiagID::Carried, Jumps.Bad,
                  "whether this is left is decided by a value that earlier "
                  "iterations made; that is not supported yet");
  for (auto &[V, N] : Inside.Writes)
    if (!Inside.Declared.contains(V) && IsLocal(V)) {
      // Written inside a value that the worker computes is fine; found below.
    }
  if (!statement(S, false))
    return false;
  if (Impure > 1)
    return refuse(DiagID::NotClassified, SecondImpure,
                  "the order in which this and another part of the statement "
                  "have their effects can't be kept; put it in a variable of "
                  "its own before");
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

/// Reads of variables of the iteration, numbers, arithmetic that can't trap:
/// may be evaluated where the program would not have.
bool TailSplit::safeToSpeculate(const Expr *E) const {
  E = E->IgnoreParens();
  if (auto *K = dyn_cast<CastExpr>(E)) {
    switch (K->getCastKind()) {
    case CK_LValueToRValue:
    case CK_NoOp:
    case CK_IntegralCast:
    case CK_FloatingCast:
    case CK_IntegralToFloating:
    case CK_IntegralToBoolean:
    case CK_FloatingToBoolean:
      return safeToSpeculate(K->getSubExpr());
    default:
      return false;
    }
  }
  if (auto *D = dyn_cast<DeclRefExpr>(E)) {
    auto *V = dyn_cast<VarDecl>(D->getDecl());
    return V ? !V->getType()->isReferenceType() || IsLocal(V)
             : isa<BindingDecl>(D->getDecl());
  }
  if (auto *M = dyn_cast<MemberExpr>(E))
    return !M->isArrow() && isa<FieldDecl>(M->getMemberDecl()) &&
           safeToSpeculate(M->getBase());
  if (auto *B = dyn_cast<BinaryOperator>(E)) {
    if (B->isAssignmentOp() || B->getOpcode() == BO_Div ||
        B->getOpcode() == BO_Rem)
      if (!(B->getType()->isFloatingType() && !B->isAssignmentOp()))
        return false;
    // Signed overflow that would not have happened does no harm here.
    return safeToSpeculate(B->getLHS()) && safeToSpeculate(B->getRHS());
  }
  if (auto *U = dyn_cast<UnaryOperator>(E))
    return !U->isIncrementDecrementOp() && U->getOpcode() != UO_Deref &&
           U->getOpcode() != UO_AddrOf && safeToSpeculate(U->getSubExpr());
  return isa<IntegerLiteral, FloatingLiteral, CharacterLiteral,
             CXXBoolLiteralExpr>(E);
}

/// A char pointer here is used as the text it points to, and not kept.
bool TailSplit::consumesText(const Expr *E) const {
  const Stmt *S = E;
  for (const Stmt *Up = parentOf(S, C); Up; S = Up, Up = parentOf(S, C)) {
    if (isa<ImplicitCastExpr, ParenExpr, MaterializeTemporaryExpr,
            CXXBindTemporaryExpr, ExprWithCleanups>(Up))
      continue;
    if (auto *K = dyn_cast<CXXConstructExpr>(Up))
      return stdName(K->getType()) == "basic_string";
    if (auto *Call = dyn_cast<CallExpr>(Up)) {
      const FunctionDecl *F = Call->getDirectCallee();
      if (!F)
        return false;
      if (const LibraryFunction *L = lookupLibrary(*F))
        return L->Effects &
               (LibraryFunction::Prints | LibraryFunction::PrintsTo);
      if (!isInStd(F))
        return false;
      if (F->getOverloadedOperator() == OO_LessLess)
        return Call->getNumArgs() &&
               libraryType(Call->getArg(0)->getType()) == LibraryType::Stream;
      if (auto *M = dyn_cast<CXXMethodDecl>(F))
        return stdName(C.getCanonicalTagType(M->getParent())) == "basic_string";
      return F->getOverloadedOperator() == OO_Plus;
    }
    return false;
  }
  return false;
}

bool TailSplit::hoist(const Expr *E, bool Conditional) {
  // The spelled expression.
  const Expr *Text = E->IgnoreUnlessSpelledInSource();
  SourceManager &SM = C.getSourceManager();
  if (isa<InitListExpr, LambdaExpr, CXXDefaultArgExpr,
          CXXStdInitializerListExpr>(Text))
    return false;
  if (auto *K = dyn_cast<CXXConstructExpr>(Text))
    if (K->isListInitialization() && !isa<CXXTemporaryObjectExpr>(K))
      return false;
  if (Text->getType()->isVoidType() || Text->getType()->isFunctionType() ||
      Text->getType()->isFunctionPointerType() ||
      Text->getType()->isMemberPointerType() ||
      Text->getType()->isSpecificBuiltinType(BuiltinType::BoundMember) ||
      Text->getType()->isNullPtrType())
    return false;
  if (touchesTail(E) || touchesTail(Text) || namesRegionLocal(Text))
    return false;
  // What the parent changes is never sent, not even to be looked at.
  NameFinder Changed;
  Changed.Test = [&](const ValueDecl *V) {
    for (const Access &A : All.Accesses)
      if (A.At.is(Place::Root::Variable) && A.At.Variable == V && IsTail(A) &&
          (A.At.Path.empty() || A.At.Path[0].What != Step::Kind::Deref))
        return true;
    return false;
  };
  Changed.TraverseStmt(const_cast<Expr *>(Text));
  if (Changed.Found)
    return false;
  auto Spelled = [&](SourceRange R) {
    return Lexer::getSourceText(CharSourceRange::getTokenRange(R), SM,
                                C.getLangOpts());
  };
  if (!isa<DeclRefExpr>(Text) && Text->getBeginLoc().isFileID())
    for (size_t K = 0; K < Plan->Values.size(); ++K) {
      TailValue &Old = Plan->Values[K];
      if (Old.Again || Old.Range.getBegin().isMacroID() ||
          Spelled(Old.Range) != Spelled(Text->getSourceRange()) ||
          Text->getType() != Old.Value->getType())
        continue;
      Old.Move = false; // used more than once
      TailValue V = Old;
      V.Value = Text;
      V.Range = Text->getSourceRange();
      V.Again = true;
      Plan->Values.push_back(std::move(V));
      return true;
    }
  if (Conditional && !safeToSpeculate(Text))
    return false;
  // What names nothing of the iteration stays.
  NameFinder Names;
  Names.Test = [&](const ValueDecl *V) {
    return IsLocal(V) || V == Shape.Variable;
  };
  Names.TraverseStmt(const_cast<Expr *>(Text));
  if (readsWritten(Text))
    Names.Found = true;
  bool HasCall = false;
  for (const Event &Ev : All.Events)
    if (Ev.Site && isInside(Ev.Site, Text, C))
      HasCall = true;
  if (!Names.Found && !HasCall && !isa<CallExpr>(Text))
    return false;
  QualType T = Text->getType().getNonReferenceType().getUnqualifiedType();
  TailValue V;
  V.Value = Text;
  if (T->isPointerType() || T->isArrayType()) {
    QualType Pointee = elementType(T);
    if (Pointee->isAnyCharacterType() && C.getTypeSize(Pointee) == 8 &&
        consumesText(E)) {
      if (Conditional && T->isPointerType())
        return false;
    } else {
      return false;
    }
  } else {
    std::string Why = whyNotTransportable(T, C);
    if (!Why.empty() || holdsPointers(T, C))
      return false;
  }
  for (const Event &Ev : All.Events)
    if (Ev.What == Event::Kind::Prints && Ev.Site && Ev.Site != Region &&
        isInside(Ev.Site, Text, C) && isInside(Text, Region, C))
      for (const Access &A : All.Accesses)
        if (A.Site && IsTail(A) && isInside(A.Site, Region, C) &&
            libraryType(A.Type) == LibraryType::Stream)
          return false;
  bool HasEffect = false;
  for (const Access &A : All.Accesses)
    HasEffect |= A.Writes && A.Site && isInside(A.Site, Text, C);
  HasEffect |= !RegionFacts::of(Text, C).Writes.empty();
  if (HasEffect && ++Impure > 1)
    SecondImpure = Text;
  V.Range = Text->getSourceRange();
  if (V.Range.isInvalid() || SM.isMacroBodyExpansion(V.Range.getBegin())) {
    // Fine as long as the editor finds the text.
  }
  if (auto *D = dyn_cast<DeclRefExpr>(Text)) {
    V.Name = D->getDecl()->getNameAsString();
    for (const TailValue &Old : Plan->Values)
      if (auto *Same = dyn_cast<DeclRefExpr>(Old.Value);
          Same && Same->getDecl() == D->getDecl())
        return true; // sent already
  } else {
    V.Name = "mp_" + std::to_string(Plan->Values.size() + 1);
  }
  V.Move = T->isRecordType() && !Text->isLValue();
  Plan->Values.push_back(std::move(V));
  return true;
}

bool TailSplit::variable(const DeclRefExpr *E, bool IsPlace) {
  const ValueDecl *V = E->getDecl();
  if (!isa<VarDecl, BindingDecl>(V) || Inside.Declared.contains(V))
    return true;
  if (IsLocal(V) || V == Shape.Variable) {
    (void)IsPlace;
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
  Plan->Captures.push_back(
      {V, Copy ? Capture::Mode::Copy : Capture::Mode::Reference});
  return true;
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
  if (!IsPlace && hoist(E, Conditional))
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
  if (auto *D = dyn_cast<DeclRefExpr>(E))
    return variable(D, IsPlace);
  if (isa<CXXThisExpr>(E)) {
    for (const Capture &Old : Plan->Captures)
      if (Old.How == Capture::Mode::This)
        return true;
    Plan->Captures.push_back({nullptr, Capture::Mode::This});
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
    return expression(B->getLHS(), false, Conditional) &&
           expression(B->getRHS(), false, Conditional || Short);
  }
  if (auto *Cond = dyn_cast<AbstractConditionalOperator>(E))
    return expression(Cond->getCond(), false, Conditional) &&
           expression(Cond->getTrueExpr(), IsPlace, true) &&
           expression(Cond->getFalseExpr(), IsPlace, true);
  if (auto *L = dyn_cast<LambdaExpr>(E)) {
    for (const LambdaCapture &Cap : L->captures())
      if (!Cap.capturesThis() && (IsLocal(Cap.getCapturedVar()) ||
                                  Cap.getCapturedVar() == Shape.Variable))
        return refuse(DiagID::Transport, E,
                      "a lambda can't be sent to the parent");
    return true;
  }
  if (auto *Call = dyn_cast<CallExpr>(E)) {
    const FunctionDecl *F = Call->getDirectCallee();
    auto *M = dyn_cast_or_null<CXXMethodDecl>(F);
    if (!F)
      return refuse(
          DiagID::NotYet, E,
          "a call through a pointer in the tail is not supported yet");
    bool Library = isInStd(F) || lookupLibrary(*F);
    bool NoThrow =
        F->getType()->castAs<FunctionProtoType>()->canThrow() == CT_Cannot;
    bool IsAt = M && M->getIdentifier() && M->getName() == "at";
    if ((!Library && !NoThrow) || IsAt)
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
      bool Place = !Callee->isArrow() &&
                   !(OnlyRead && isa<DeclRefExpr>(
                                     Callee->getBase()->IgnoreParenImpCasts()));
      if (!expression(Callee->getBase(), Place, Conditional))
        return false;
    } else if (isa<CXXOperatorCallExpr>(Call) && M && !M->isStatic()) {
      if (!expression(Call->getArg(0), !M->isConst(), Conditional))
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
        // A forwarding reference of a container's member takes a value.
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
