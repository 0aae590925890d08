//===- TailOrder.cpp - In which order a tail's values are computed --------===//
//
// What an expression touches is read off its text, with care: what is not seen
// to be harmless changes everything. The order of two parts of an expression is
// C++17's.
//
//===----------------------------------------------------------------------===//

#include "classes/TailOrder.h"
#include "classes/Enclosing.h"
#include "effects/Library.h"
#include "effects/Types.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace mp::tool {

static bool anyOf(const llvm::DenseSet<const ValueDecl *> &A,
                  const llvm::DenseSet<const ValueDecl *> &B) {
  return llvm::any_of(A, [&](const ValueDecl *V) { return B.contains(V); });
}

bool Touched::meets(const Touched &Other) const {
  auto Hits = [](const Touched &A, const Touched &B) {
    return anyOf(A.Changes, B.Names) || anyOf(A.Changes, B.Changes) ||
           (A.ChangesMore && (B.ReadsMore || B.ChangesMore));
  };
  return Hits(*this, Other) || Hits(Other, *this);
}

namespace {
class TouchFinder : public RecursiveASTVisitor<TouchFinder> {
public:
  TouchFinder(Touched &T, const RegionFacts &Body) : T(T), Body(Body) {}
  bool shouldVisitImplicitCode() const { return true; }

  bool VisitDeclRefExpr(DeclRefExpr *E) {
    const auto *V = dyn_cast<ValueDecl>(E->getDecl());
    if (!isa<VarDecl, BindingDecl>(V))
      return true;
    T.Names.insert(V);
    T.ReadsMore |= isMore(V);
    return true;
  }
  bool VisitCXXThisExpr(CXXThisExpr *) {
    T.ReadsMore = true;
    return true;
  }
  bool VisitBinaryOperator(BinaryOperator *B) {
    if (B->isAssignmentOp())
      change(B->getLHS());
    return true;
  }
  bool VisitUnaryOperator(UnaryOperator *U) {
    if (U->isIncrementDecrementOp())
      change(U->getSubExpr());
    return true;
  }
  bool VisitCXXConstructExpr(CXXConstructExpr *E) {
    arguments(*E->getConstructor(), {E->getArgs(), E->getNumArgs()});
    T.ReadsMore |=
        !isInStd(E->getConstructor()) && !E->getConstructor()->isTrivial();
    return true;
  }
  bool VisitCallExpr(CallExpr *E) {
    const FunctionDecl *F = E->getDirectCallee();
    if (!F) {
      T.ChangesMore = T.ReadsMore = true;
      return true;
    }
    const auto *M = dyn_cast<CXXMethodDecl>(F);
    llvm::ArrayRef<const Expr *> Arguments(E->getArgs(), E->getNumArgs());
    const Expr *Object = nullptr;
    if (const auto *Member = dyn_cast<CXXMemberCallExpr>(E)) {
      Object = Member->getImplicitObjectArgument();
    } else if (isa<CXXOperatorCallExpr>(E) && M && !M->isStatic()) {
      Object = Arguments.front();
      Arguments = Arguments.drop_front();
    }
    if (Object && M && mayChangeObject(*M))
      change(Object);
    if (const LibraryFunction *L = lookupLibrary(*F)) {
      library(*L, Arguments);
      return true;
    }
    arguments(*F, Arguments);
    T.ReadsMore |= !isInStd(F);
    return true;
  }
  bool VisitLambdaExpr(LambdaExpr *) {
    T.ChangesMore = T.ReadsMore = true;
    return true;
  }
  bool VisitStmt(Stmt *S) {
    if (isa<CXXNewExpr, CXXDeleteExpr, CXXThrowExpr, StmtExpr>(S))
      T.ChangesMore = T.ReadsMore = true;
    return true;
  }

  void change(const Expr *E) {
    for (;;) {
      E = E->IgnoreParenCasts();
      if (const auto *Full = dyn_cast<FullExpr>(E)) {
        E = Full->getSubExpr();
      } else if (const auto *M = dyn_cast<MemberExpr>(E)) {
        T.ChangesMore |= M->isArrow();
        E = M->getBase();
      } else if (const auto *A = dyn_cast<ArraySubscriptExpr>(E)) {
        E = A->getBase();
      } else if (const auto *U = dyn_cast<UnaryOperator>(E);
                 U &&
                 (U->getOpcode() == UO_Deref || U->getOpcode() == UO_AddrOf)) {
        T.ChangesMore |= U->getOpcode() == UO_Deref;
        E = U->getSubExpr();
      } else {
        break;
      }
    }
    if (const auto *D = dyn_cast<DeclRefExpr>(E)) {
      T.Changes.insert(D->getDecl());
      T.ChangesMore |= isMore(D->getDecl());
      return;
    }
    if (isa<MaterializeTemporaryExpr, CXXBindTemporaryExpr>(E) ||
        (isa<CXXConstructExpr, CXXTemporaryObjectExpr>(E) && E->isPRValue()))
      return; // dies with the expression
    if (const auto *Call = dyn_cast<CallExpr>(E);
        Call && E->isPRValue() && !E->getType()->isPointerType())
      return;
    T.ChangesMore = true;
    // `a[k].next()`: a part of what the call was given.
    if (const auto *Call = dyn_cast<CallExpr>(E)) {
      if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
        change(Member->getImplicitObjectArgument());
      else if (Call->getNumArgs())
        change(Call->getArg(0));
    }
  }

private:
  bool isMore(const ValueDecl *V) const {
    const auto *Var = dyn_cast<VarDecl>(V);
    if (!Var) // a binding stands for a part of something
      return true;
    const QualType Of = V->getType();
    return (Var->hasGlobalStorage() && !Of.isConstQualified()) ||
           Of->isReferenceType() || Of->isPointerType() ||
           Body.AddressTaken.contains(V) ||
           libraryType(Of) == LibraryType::View ||
           libraryType(Of) == LibraryType::Shared ||
           (recordOf(Of) && recordOf(Of)->isLambda());
  }
  static bool hasMutable(const CXXRecordDecl *R) {
    return llvm::any_of(R->fields(),
                        [](const FieldDecl *F) { return F->isMutable(); });
  }
  static bool mayChangeObject(const CXXMethodDecl &M) {
    const CXXRecordDecl *Of = M.getParent();
    if (Of->isLambda())
      return true;
    if (!isInStd(&M))
      return !M.isConst() || hasMutable(Of);
    if (M.isConst())
      return false;
    switch (M.getOverloadedOperator()) {
    case OO_Subscript:
    case OO_Star:
    case OO_Arrow:
      return false;
    default:
      break;
    }
    return !M.getIdentifier() ||
           !llvm::StringSwitch<bool>(M.getName())
                .Cases({"begin", "end", "rbegin", "rend", "data"}, true)
                .Cases({"at", "front", "back", "find", "get"}, true)
                .Cases({"lower_bound", "upper_bound", "equal_range", "top"},
                       true)
                .Cases({"value", "c_str", "count", "size"}, true)
                .Default(false);
  }
  void library(const LibraryFunction &L, llvm::ArrayRef<const Expr *> Given) {
    if (L.Effects & ~unsigned(LibraryFunction::Throws))
      T.ChangesMore = T.ReadsMore = true;
    StringRef Codes(L.Arguments);
    char Code = '.';
    for (const Expr *A : Given) {
      if (!Codes.empty() && Codes.front() != '*') {
        Code = Codes.front();
        Codes = Codes.drop_front();
      }
      if (Code == 'r')
        T.ReadsMore = true;
      else if (Code != '.')
        change(A), T.ReadsMore = true;
    }
  }
  /// Parameter K of the template, or the pack at its end: `T &&...`.
  static bool isForwarding(const FunctionDecl &Pattern, unsigned K) {
    if (Pattern.getNumParams() == 0)
      return false;
    QualType T = Pattern.getParamDecl(std::min(K, Pattern.getNumParams() - 1))
                     ->getType();
    if (const auto *Pack = T->getAs<PackExpansionType>())
      T = Pack->getPattern();
    else if (K >= Pattern.getNumParams())
      return false;
    return T->isRValueReferenceType();
  }
  void arguments(const FunctionDecl &F, llvm::ArrayRef<const Expr *> Given) {
    const FunctionDecl *Pattern = F.getTemplateInstantiationPattern();
    for (unsigned K = 0; K < Given.size(); ++K) {
      if (K >= F.getNumParams()) {
        T.ChangesMore |= Given[K]->getType()->isPointerType();
        continue;
      }
      const QualType P = F.getParamDecl(K)->getType();
      if (P->isReferenceType() && !P->getPointeeType().isConstQualified()) {
        // A forwarding reference of the library's takes the value.
        const bool Forwards = P->isLValueReferenceType() && isInStd(&F) &&
                              Pattern && isForwarding(*Pattern, K);
        if (!Forwards)
          change(Given[K]);
      } else if (P->isPointerType() &&
                 !P->getPointeeType().isConstQualified()) {
        change(Given[K]);
        T.ChangesMore = true;
      } else if (P->isPointerType()) {
        T.ReadsMore = true;
      } else if (const CXXRecordDecl *R = recordOf(P);
                 R && holdsPointers(P, F.getASTContext())) {
        T.ChangesMore |= !isInStd(&F);
        T.ReadsMore = true;
      }
    }
  }

  Touched &T;
  const RegionFacts &Body;
};
} // namespace

Touched Touched::by(const Expr *E, const Effects &All, const RegionFacts &Body,
                    ASTContext &C) {
  Touched T;
  TouchFinder(T, Body).TraverseStmt(const_cast<Expr *>(E));
  for (const Access &A : All.Accesses) {
    if (!A.Writes || !A.Site || !isInside(A.Site, E, C) ||
        A.At.is(Place::Root::Local) || A.At.is(Place::Root::Fresh) ||
        A.At.is(Place::Root::Literal))
      continue;
    if (A.At.is(Place::Root::Variable) && !A.At.indirect())
      T.Changes.insert(A.At.Variable);
    const auto *V = A.At.is(Place::Root::Variable)
                        ? dyn_cast<VarDecl>(A.At.Variable)
                        : nullptr;
    T.ChangesMore |= !V || V->hasGlobalStorage() || A.At.indirect();
  }
  for (const Event &Ev : All.Events)
    if (Ev.Site && isInside(Ev.Site, E, C) && Ev.What != Event::Kind::Throws)
      T.ChangesMore = T.ReadsMore = true;
  return T;
}

/// Of two children of Up, the first and the second in its text.
static Sequence leftFirst(bool IsLeft) {
  return IsLeft ? Sequence::Before : Sequence::After;
}

static Sequence orderWithin(const Stmt *Up, const Stmt *A, const Stmt *B) {
  bool IsLeft = false;
  for (const Stmt *Child : Up->children())
    if (Child == A || Child == B) {
      IsLeft = Child == A;
      break;
    }
  if (!isa<Expr>(Up))
    return leftFirst(IsLeft);
  if (isa<AbstractConditionalOperator, InitListExpr, ArraySubscriptExpr>(Up))
    return leftFirst(IsLeft);
  if (const auto *K = dyn_cast<CXXConstructExpr>(Up))
    return K->isListInitialization() ? leftFirst(IsLeft)
                                     : Sequence::Unspecified;
  if (const auto *Op = dyn_cast<BinaryOperator>(Up)) {
    if (Op->isAssignmentOp())
      return leftFirst(!IsLeft);
    return Op->isShiftOp() || Op->isLogicalOp() || Op->isCommaOp()
               ? leftFirst(IsLeft)
               : Sequence::Unspecified;
  }
  if (const auto *Op = dyn_cast<CXXOperatorCallExpr>(Up)) {
    if (Op->isAssignmentOp())
      return leftFirst(!IsLeft);
    switch (Op->getOperator()) {
    case OO_LessLess:
    case OO_GreaterGreater:
    case OO_Comma:
    case OO_AmpAmp:
    case OO_PipePipe:
    case OO_Subscript:
      return leftFirst(IsLeft);
    case OO_Call: // the object comes before the arguments
      return Op->getArg(0) == A || Op->getArg(0) == B
                 ? leftFirst(Op->getArg(0) == A)
                 : Sequence::Unspecified;
    default:
      return Sequence::Unspecified;
    }
  }
  if (const auto *Call = dyn_cast<CallExpr>(Up))
    return Call->getCallee() == A || Call->getCallee() == B
               ? leftFirst(Call->getCallee() == A)
               : Sequence::Unspecified;
  return Sequence::Unspecified;
}

Sequence sequenceOf(const Expr *A, const Expr *B, ASTContext &C) {
  llvm::DenseMap<const Stmt *, const Stmt *> Above; // to the child towards A
  const Stmt *Child = A;
  for (const Stmt *S = parentOf(A, C); S; Child = S, S = parentOf(S, C))
    Above.try_emplace(S, Child);
  Child = B;
  for (const Stmt *S = parentOf(B, C); S; Child = S, S = parentOf(S, C))
    if (auto Found = Above.find(S); Found != Above.end())
      return Found->second == Child ? Sequence::Unspecified
                                    : orderWithin(S, Found->second, Child);
  return Sequence::Unspecified;
}

} // namespace mp::tool
