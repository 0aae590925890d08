//===- Freshness.cpp - What can lead to a variable or an allocation -------===//
//
// `double *a = new double[n]`: when every value that a local pointer takes
// comes from an allocation, and its value is only used to get at that memory,
// nothing else leads there. Likewise a static array, when its address is only
// used to get at its elements, or passed to functions that do nothing else.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/SetVector.h"

using namespace clang;

namespace mp::tool {

namespace {
class UseFinder : public RecursiveASTVisitor<UseFinder> {
public:
  UseFinder(const VarDecl *V, Summaries &Known)
      : V(V), Known(Known), C(Known.Context) {}
  bool Escapes = false;
  /// Parameters that it is passed to.
  llvm::SetVector<const ParmVarDecl *> Passed;

  bool VisitVarDecl(VarDecl *D) {
    if (D == V && D->getInit() && D->getType()->isPointerType())
      Escapes |= !isAllocation(D->getInit());
    return !Escapes;
  }
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    if (E->getDecl() == V)
      Escapes |=
          !(V->getType()->isPointerType() ? isHarmless(E) : isPlainUse(E));
    return !Escapes;
  }

  // Operands that are not evaluated.
  bool TraverseUnaryExprOrTypeTraitExpr(UnaryExprOrTypeTraitExpr *) {
    return true;
  }
  bool TraverseCXXNoexceptExpr(CXXNoexceptExpr *) { return true; }
  bool TraverseDecltypeTypeLoc(DecltypeTypeLoc, bool = true) { return true; }

private:
  bool isAllocation(const Expr *E) const {
    E = E->IgnoreParenCasts();
    if (auto *N = dyn_cast<CXXNewExpr>(E))
      return N->getNumPlacementArgs() == 0;
    if (isa<CXXNullPtrLiteralExpr, GNUNullExpr>(E))
      return true;
    if (auto *I = dyn_cast<IntegerLiteral>(E))
      return I->getValue() == 0;
    auto *Call = dyn_cast<CallExpr>(E);
    const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
    if (!F)
      return false;
    if (const LibraryFunction *L = lookupLibrary(*F))
      return L->Returns == 'n' && StringRef(L->Name) != "realloc";
    if (auto *M = dyn_cast<CXXMethodDecl>(F); M && M->isVirtual())
      return false;
    const Effects *S = isInStd(F) ? nullptr : Known.of(F);
    if (!S || S->Returns.empty())
      return false;
    for (const Place &P : S->Returns)
      if (!P.is(Place::Root::Fresh) && !P.is(Place::Root::Literal))
        return false;
    // Nor does the function keep it.
    for (const Access &A : S->Accesses)
      for (const Place &P : A.StoredTargets)
        if (P.is(Place::Root::Fresh) && !A.At.is(Place::Root::Fresh))
          return false;
    return true;
  }

  const Expr *parent(const Expr *E) const {
    for (const auto &P : C.getParents(*E))
      return P.get<Expr>();
    return nullptr;
  }

  /// What is done with the value of E, a pointer into the memory.
  bool isHarmless(const Expr *E) {
    const Expr *Up = parent(E);
    if (!Up) { // discarded, or it initialises something
      for (const auto &P : C.getParents(*E))
        if (auto *S = P.get<Stmt>())
          return isa<CompoundStmt, IfStmt, ForStmt, WhileStmt>(S);
      return false;
    }
    if (isa<ParenExpr>(Up))
      return isHarmless(Up);
    if (auto *K = dyn_cast<CastExpr>(Up))
      return K->getCastKind() == CK_PointerToBoolean ||
             K->getCastKind() == CK_ToVoid ||
             (K->getType()->isPointerType() && isHarmless(K));
    if (isa<ArraySubscriptExpr>(Up))
      return isPlainUse(Up);
    if (auto *M = dyn_cast<MemberExpr>(Up))
      return M->isArrow() && isPlainUse(M);
    if (isa<CXXDeleteExpr>(Up))
      return true;
    if (auto *U = dyn_cast<UnaryOperator>(Up))
      return U->getOpcode() == UO_Deref
                 ? isPlainUse(U)
                 : U->getOpcode() == UO_LNot ||
                       (U->isIncrementDecrementOp() && isHarmless(U));
    if (auto *B = dyn_cast<BinaryOperator>(Up)) {
      if (B->isComparisonOp() || B->isLogicalOp())
        return true;
      if (B->getOpcode() == BO_Add || B->getOpcode() == BO_Sub)
        return !B->getType()->isPointerType() || isHarmless(B);
      if (B->getOpcode() == BO_AddAssign || B->getOpcode() == BO_SubAssign)
        return B->getLHS() == E && isHarmless(B);
      return B->getOpcode() == BO_Assign && B->getLHS() == E &&
             isAllocation(B->getRHS());
    }
    if (auto *Call = dyn_cast<CallExpr>(Up))
      return isHarmlessArgument(E, Call);
    return false;
  }

  /// The memory itself, E: its address must not be taken further, nor a
  /// reference made to it.
  bool isPlainUse(const Expr *E) {
    const Expr *Up = parent(E);
    if (!Up) { // discarded; all else makes a reference
      for (const auto &P : C.getParents(*E))
        if (auto *S = P.get<Stmt>())
          return isa<CompoundStmt, IfStmt, ForStmt, WhileStmt>(S);
      return false;
    }
    if (isa<ParenExpr>(Up))
      return isPlainUse(Up);
    if (auto *K = dyn_cast<CastExpr>(Up)) {
      if (K->getCastKind() == CK_LValueToRValue)
        return true;
      if (K->getCastKind() == CK_ArrayToPointerDecay)
        return isHarmless(K);
      return K->getCastKind() == CK_NoOp && isPlainUse(K);
    }
    if (auto *M = dyn_cast<MemberExpr>(Up))
      return isPlainUse(M);
    if (isa<ArraySubscriptExpr>(Up))
      return true;
    if (auto *B = dyn_cast<BinaryOperator>(Up))
      return B->isAssignmentOp();
    if (auto *U = dyn_cast<UnaryOperator>(Up))
      return U->isIncrementDecrementOp() ||
             (U->getOpcode() == UO_AddrOf && isHarmless(U));
    if (auto *Call = dyn_cast<CallExpr>(Up))
      return isHarmlessArgument(E, Call);
    if (auto *K = dyn_cast<CXXConstructExpr>(Up))
      return K->getConstructor()->isCopyOrMoveConstructor() &&
             K->getConstructor()->isTrivial();
    return false;
  }

  /// The function does not keep the pointer, nor hand it back.
  bool isHarmlessArgument(const Expr *E, const CallExpr *Call) {
    const FunctionDecl *F = Call->getDirectCallee();
    if (!F || E == Call->getCallee())
      return false;
    unsigned Skip =
        isa<CXXOperatorCallExpr>(Call) && isa<CXXMethodDecl>(F) ? 1 : 0;
    unsigned K = 0;
    while (K < Call->getNumArgs() && Call->getArg(K) != E)
      ++K;
    if (K == Call->getNumArgs() || K < Skip)
      return false;
    // The pointer itself, to be set to something else.
    if (K - Skip < F->getNumParams())
      if (QualType T = F->getParamDecl(K - Skip)->getType();
          T->isReferenceType() && T->getPointeeType()->isPointerType() &&
          !T->getPointeeType().isConstQualified())
        return false;
    if (const LibraryFunction *L = lookupLibrary(*F))
      return L->Returns != static_cast<char>('0' + K) || isDiscarded(Call);
    if (isInStd(F))
      return false;
    K -= Skip;
    const Effects *S = Known.of(F);
    if (!S || K >= F->getNumParams())
      return false;
    const FunctionDecl *Body = F->getDefinition();
    const ParmVarDecl *Parameter = (Body ? Body : F)->getParamDecl(K);
    auto Leads = [&](const Place &P) {
      return P.is(Place::Root::Unknown) ||
             (P.is(Place::Root::Variable) && P.Variable == Parameter);
    };
    for (const Access &A : S->Accesses)
      if (llvm::any_of(A.StoredTargets, Leads))
        return false;
    for (const Event &Ev : S->Events)
      if (Ev.What == Event::Kind::OpaqueMutable ||
          Ev.What == Event::Kind::UnknownWrite)
        return false;
    if (llvm::any_of(S->Returns, Leads))
      return false;
    Passed.insert(Parameter);
    return true;
  }
  bool isDiscarded(const Expr *E) const {
    for (const auto &P : C.getParents(*E))
      return P.get<CompoundStmt>() != nullptr;
    return false;
  }

  const VarDecl *V;
  Summaries &Known;
  ASTContext &C;
};
} // namespace

bool Summaries::leadsAlone(const ValueDecl *D) {
  auto *V = dyn_cast<VarDecl>(D);
  if (!V || V->hasGlobalStorage() || isa<ParmVarDecl>(V) ||
      !V->getType()->isPointerType())
    return false;
  auto [It, New] = Alone.try_emplace(V, false);
  if (!New)
    return It->second;
  auto *F = dyn_cast<FunctionDecl>(V->getDeclContext());
  if (!F || !F->getBody() || F->isDependentContext())
    return false;
  UseFinder Finder(V, *this);
  Finder.TraverseStmt(F->getBody());
  return Alone[V] = !Finder.Escapes;
}

bool Summaries::leadsTo(const FunctionDecl *F, const ValueDecl *D) {
  auto *V = dyn_cast<VarDecl>(D);
  if (!V || !V->hasGlobalStorage() || V->isExternallyVisible())
    return true;
  auto [It, New] = Reaches.try_emplace(V);
  if (New) {
    findRoots();
    std::optional<std::set<const FunctionDecl *>> Reached;
    Reached.emplace();
    llvm::SetVector<const ParmVarDecl *> Parameters;
    auto Collect = [&](UseFinder &Finder) {
      if (Finder.Escapes)
        Reached.reset();
      for (const ParmVarDecl *P : Finder.Passed)
        Parameters.insert(P);
    };
    for (const Expr *E : Initialisers) {
      UseFinder Finder(V, *this);
      Finder.TraverseStmt(const_cast<Expr *>(E));
      if (Reached)
        Collect(Finder);
    }
    for (const FunctionDecl *Defined : Definitions) {
      UseFinder Finder(V, *this);
      Finder.TraverseStmt(Defined->getBody());
      if (Reached)
        Collect(Finder);
    }
    for (size_t K = 0; K < Parameters.size() && Reached; ++K) {
      auto *G = cast<FunctionDecl>(Parameters[K]->getDeclContext());
      Reached->insert(G->getCanonicalDecl());
      if (Parameters[K]->getType()->isReferenceType()) {
        Reached.reset(); // not followed
        break;
      }
      UseFinder Finder(Parameters[K], *this);
      Finder.TraverseStmt(G->getBody());
      Collect(Finder);
    }
    It = Reaches.find(V);
    It->second = std::move(Reached);
  }
  return !It->second || (F && It->second->count(F->getCanonicalDecl()));
}

} // namespace mp::tool
