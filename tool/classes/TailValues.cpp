//===- TailValues.cpp - Values that a worker sends for a tail -------------===//
//
// Which expressions of a tail statement the worker can compute: they touch
// nothing that the parent changes, and their types can be sent.
//
//===----------------------------------------------------------------------===//

#include "classes/Enclosing.h"
#include "classes/TailOrder.h"
#include "classes/TailSplit.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace mp::tool {

namespace {
struct NameFinder : RecursiveASTVisitor<NameFinder> {
  std::function<bool(const ValueDecl *)> Test;
  bool Found = false;
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    Found |= Test(E->getDecl());
    return !Found;
  }
  /// `decltype((x))` is about the function's x, not a lambda's.
  bool VisitDecltypeTypeLoc(DecltypeTypeLoc) {
    Decltype = true;
    return true;
  }
  bool Decltype = false;
};

/// Variables that are named, but for those of which a member or element is
/// loaded: those loads are accesses, each with its own place.
struct WholeFinder : RecursiveASTVisitor<WholeFinder> {
  std::function<bool(const ValueDecl *)> Test;
  bool Found = false;
  bool VisitImplicitCastExpr(ImplicitCastExpr *E) {
    if (E->getCastKind() != CK_LValueToRValue)
      return true;
    const Expr *Part = E->getSubExpr()->IgnoreParens();
    while (!isa<DeclRefExpr>(Part)) {
      const Expr *Base = nullptr;
      if (const auto *Member = dyn_cast<MemberExpr>(Part))
        Base = Member->isArrow() ? nullptr : Member->getBase();
      else if (const auto *Element = dyn_cast<ArraySubscriptExpr>(Part))
        Base = Element->getBase()->IgnoreParenImpCasts();
      else if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(Part);
               Call && Call->getOperator() == OO_Subscript &&
               Call->getDirectCallee() && isInStd(Call->getDirectCallee()))
        Base = Call->getArg(0)->IgnoreParenImpCasts();
      if (!Base || Base->getType()->isPointerType())
        return true;
      Part = Base->IgnoreParens();
      Loaded.insert(Part);
    }
    return true;
  }
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    Found |= !Loaded.contains(E) && Test(E->getDecl());
    return !Found;
  }

private:
  llvm::DenseSet<const Expr *> Loaded;
};
} // namespace

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

/// What the parent has of V is older than what the iteration has.
bool TailSplit::madeByWorkers(const ValueDecl *V) const {
  return llvm::any_of(All.Accesses, [&](const Access &W) {
    return W.Writes && !IsTail(W) && W.At.is(Place::Root::Variable) &&
           W.At.Variable == V && !W.At.indirect();
  });
}

bool TailSplit::namesRegionLocal(const Stmt *S) const {
  NameFinder F;
  // (What S declares itself, as a lambda's parameters, goes with it.)
  RegionFacts Own = RegionFacts::of(S, C);
  F.Test = [&](const ValueDecl *V) {
    return Inside.Declared.contains(V) && !Own.Declared.contains(V);
  };
  F.TraverseStmt(const_cast<Stmt *>(S));
  return F.Found;
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
  if (auto *A = dyn_cast<ArraySubscriptExpr>(E)) {
    const Expr *Base = A->getBase()->IgnoreParenImpCasts();
    const auto *Array = C.getAsConstantArrayType(Base->getType());
    Expr::EvalResult At;
    return Array && safeToSpeculate(Base) && !A->getIdx()->isValueDependent() &&
           A->getIdx()->EvaluateAsInt(At, C, Expr::SE_NoSideEffects) &&
           !At.Val.getInt().isNegative() &&
           At.Val.getInt().getExtValue() <
               static_cast<int64_t>(Array->getZExtSize());
  }
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

/// Of these arguments the pointer alone says where the text ends, by a zero: no
/// number behind it, and no other pointer.
static bool isWholeText(const Stmt *Pointer, ArrayRef<const Expr *> Given) {
  bool Behind = false;
  for (const Expr *A : Given) {
    if (isa<CXXDefaultArgExpr>(A))
      continue;
    if (Behind || (A != Pointer && A->getType()->isPointerType()))
      return false;
    Behind = A == Pointer;
  }
  return true;
}

/// `printf("%.*s", n, p)`: p need not end in a zero.
static bool limitsText(const CallExpr &Call) {
  for (const Expr *A : Call.arguments())
    if (const auto *Format = dyn_cast<StringLiteral>(A->IgnoreParenImpCasts());
        Format && Format->isOrdinary() && Format->getString().contains("%") &&
        Format->getString().contains("."))
      for (size_t At = Format->getString().find('%'); At != StringRef::npos;
           At = Format->getString().find('%', At + 1)) {
        StringRef Spec = Format->getString().substr(At + 1);
        const size_t End = Spec.find_first_not_of("0123456789-+ #*.");
        if (End != StringRef::npos && Spec[End] == 's' &&
            Spec.take_front(End).contains('.'))
          return true;
      }
  return false;
}

/// A char pointer here is used as the text it points to, and not kept.
bool TailSplit::consumesText(const Expr *E) const {
  const Stmt *S = E;
  for (const Stmt *Up = parentOf(S, C); Up; S = Up, Up = parentOf(S, C)) {
    if (isa<ImplicitCastExpr, ParenExpr, MaterializeTemporaryExpr,
            CXXBindTemporaryExpr, ExprWithCleanups>(Up))
      continue;
    if (auto *K = dyn_cast<CXXConstructExpr>(Up))
      return stdName(K->getType()) == "basic_string" &&
             isWholeText(S, {K->getArgs(), K->getNumArgs()});
    if (auto *Call = dyn_cast<CallExpr>(Up)) {
      const FunctionDecl *F = Call->getDirectCallee();
      if (!F)
        return false;
      if (const LibraryFunction *L = lookupLibrary(*F))
        return (L->Effects &
                (LibraryFunction::Prints | LibraryFunction::PrintsTo)) &&
               !limitsText(*Call);
      if (!isInStd(F))
        return false;
      if (F->getOverloadedOperator() == OO_LessLess)
        return Call->getNumArgs() &&
               libraryType(Call->getArg(0)->getType()) == LibraryType::Stream;
      if (auto *M = dyn_cast<CXXMethodDecl>(F))
        return stdName(C.getCanonicalTagType(M->getParent())) ==
                   "basic_string" &&
               isWholeText(S, {Call->getArgs(), Call->getNumArgs()});
      return F->getOverloadedOperator() == OO_Plus;
    }
    return false;
  }
  return false;
}

/// E is the right-hand side of `bits[k] = E`.
bool TailSplit::isAssignedToBit(const Expr *E) const {
  const Stmt *Up = parentOf(E, C);
  while (isa_and_nonnull<ImplicitCastExpr, MaterializeTemporaryExpr, ParenExpr>(
      Up))
    Up = parentOf(Up, C);
  const auto *Call = dyn_cast_or_null<CXXOperatorCallExpr>(Up);
  return Call && Call->getOperator() == OO_Equal &&
         isBitsetReference(Call->getArg(0)->getType());
}

/// `x.second = ..` for an element x of a map: which object that is, the worker
/// knows, and it is at the same address in the parent.
bool TailSplit::sendPlace(const Expr *E) {
  const Expr *Text = E->IgnoreUnlessSpelledInSource();
  if (!Text->isLValue() || Text->refersToBitField() ||
      Text->getType()->isFunctionType() || isBitsetReference(Text->getType()) ||
      stdName(Text->getType()) == "_Bit_reference" ||
      !isOuterInput(Text).value_or(false))
    return false;
  NameFinder Names;
  Names.Test = [&](const ValueDecl *V) {
    return !Inside.Declared.contains(V) && (IsLocal(V) || V == Shape.Variable);
  };
  Names.TraverseStmt(const_cast<Expr *>(Text));
  // (An element by its subscript is named in the parent as well.)
  NameFinder Leads;
  Leads.Test = [&](const ValueDecl *V) {
    return Names.Test(V) && !V->getType()->isIntegralOrEnumerationType();
  };
  Leads.TraverseStmt(const_cast<Expr *>(Text));
  if (!Leads.Found || Names.Decltype || namesRegionLocal(Text))
    return false;
  for (const Access &A : All.Accesses)
    if (A.Reads && A.Site && !IsTail(A) && isInside(A.Site, Text, C))
      for (const Access &W : All.Accesses)
        if (W.Writes && !W.InHeader && !IsTail(W) && W.At.From == A.At.From &&
            W.At.Variable == A.At.Variable)
          return false;
  // Nothing that the parent does moves it, or leads elsewhere then.
  auto Steps = [](const Place &P) {
    return llvm::count_if(P.Path, [](const Step &S) {
      return S.What == Step::Kind::Element || S.What == Step::Kind::Deref ||
             S.What == Step::Kind::Reach;
    });
  };
  for (const Access &A : All.Accesses) {
    if (!A.Site || !isInside(A.Site, Region, C) || !A.Writes || !IsTail(A))
      continue;
    for (const Access &W : All.Accesses)
      if (W.Writes && W.At.From == A.At.From &&
          W.At.Variable == A.At.Variable &&
          (W.Mutates || (!W.At.Path.empty() &&
                         W.At.Path.back().What == Step::Kind::Header)) &&
          Steps(W.At) < Steps(A.At))
        return false;
  }
  for (const Access &A : All.Accesses)
    if (A.Reads && !A.Writes && A.Site && A.Site != Text && IsTail(A) &&
        isInside(A.Site, Text, C))
      return false;
  TailValue V;
  V.Value = Text;
  V.Range = Text->getSourceRange();
  V.IsAddress = true;
  V.Name = "mp_" + std::to_string(Plan->Values.size() + 1);
  Occurrences.push_back({Text, Plan->Values.size(), false, true});
  Plan->Values.push_back(std::move(V));
  return true;
}

bool TailSplit::hoist(const Expr *E, bool Conditional) {
  if (Unkept)
    return true;
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
  WholeFinder Changed;
  Changed.Test = [&](const ValueDecl *V) {
    for (const Access &A : All.Accesses)
      if (A.At.is(Place::Root::Variable) && A.At.Variable == V && IsTail(A) &&
          (A.At.Path.empty() || A.At.Path[0].What != Step::Kind::Deref))
        return true;
    return false;
  };
  Changed.TraverseStmt(const_cast<Expr *>(E));
  if (Changed.Found)
    return false;
  auto Spelled = [&](SourceRange R) {
    return Lexer::getSourceText(CharSourceRange::getTokenRange(R), SM,
                                C.getLangOpts());
  };
  if (!isa<DeclRefExpr>(Text) && Text->getBeginLoc().isFileID() &&
      !Touched::by(Text, All, RegionFacts::of(Shape.Body, C), C).changes())
    for (size_t K = 0; K < Plan->Values.size(); ++K) {
      TailValue &Old = Plan->Values[K];
      if (Old.Again || Old.IsAddress || Old.Kept || mayRetain(E, Text) ||
          Old.Range.getBegin().isMacroID() ||
          Spelled(Old.Range) != Spelled(Text->getSourceRange()) ||
          Text->getType() != Old.Value->getType())
        continue;
      Old.Move = false; // used more than once
      TailValue V = Old;
      V.Value = Text;
      V.Range = Text->getSourceRange();
      V.Again = true;
      Occurrences.push_back(
          {Text, K, true, Text->isPRValue() || E->isPRValue()});
      Plan->Values.push_back(std::move(V));
      return true;
    }
  if (Conditional && !safeToSpeculate(Text))
    return false;
  // What names nothing of the iteration stays.
  NameFinder Names;
  Names.Test = [&](const ValueDecl *V) {
    return IsLocal(V) || V == Shape.Variable || madeByWorkers(V);
  };
  Names.TraverseStmt(const_cast<Expr *>(Text));
  if (Names.Decltype || readsWritten(Text))
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
  if (!bind(V, E, Text))
    return true;
  if (V.IsAddress) {
    // It is there in the parent, too.
  } else if (T->isPointerType() || T->isArrayType()) {
    QualType Pointee = elementType(T);
    if (Pointee->isAnyCharacterType() && C.getTypeSize(Pointee) == 8 &&
        consumesText(E)) {
      if (Conditional && T->isPointerType())
        return false;
    } else {
      return false;
    }
  } else {
    // A bit of a std::bitset goes as the bool that it is turned into.
    const bool IsBit = isBitsetReference(T) &&
                       (E->getType()->isBooleanType() || isAssignedToBit(E));
    if (!IsBit && (!whyNotTransportable(T, C).empty() || holdsPointers(T, C)))
      return false;
  }
  for (const Event &Ev : All.Events)
    if (Ev.What == Event::Kind::Prints && Ev.Site && Ev.Site != Region &&
        isInside(Ev.Site, Text, C) && isInside(Text, Region, C))
      for (const Access &A : All.Accesses)
        if (A.Site && IsTail(A) && isInside(A.Site, Region, C) &&
            libraryType(A.Type) == LibraryType::Stream)
          return false;
  V.Range = Text->getSourceRange();
  if (auto *D = dyn_cast<DeclRefExpr>(Text);
      D && !D->hasQualifier() && !V.IsAddress) {
    V.Name = D->getDecl()->getNameAsString();
    for (size_t K = 0; K < Plan->Values.size(); ++K)
      if (auto *Same = dyn_cast<DeclRefExpr>(Plan->Values[K].Value);
          Same && Same->getDecl() == D->getDecl() &&
          !Plan->Values[K].IsAddress) {
        Occurrences.push_back(
            {Text, K, true,
             Text->isPRValue() || E->isPRValue()}); // sent already
        return true;
      }
  } else {
    V.Name = "mp_" + std::to_string(Plan->Values.size() + 1);
  }
  Occurrences.push_back(
      {Text, Plan->Values.size(), false, Text->isPRValue() || E->isPRValue()});
  Plan->Values.push_back(std::move(V));
  return true;
}

} // namespace mp::tool
