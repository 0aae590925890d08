//===- OuterPointers.cpp - Where pointers made before the loop lead -------===//
//
// `double *p = v.data();` in front of the loop, and p[i] in it: that is v's
// element, as long as v has the same buffer when the loop is entered. Where
// that does not show (v was swapped, moved from or handed out, a pointer that p
// was made from was set anew), p leads somewhere else for all that is known,
// and is compared when the program runs.
//
//===----------------------------------------------------------------------===//

#include "effects/OuterPointers.h"
#include "effects/Walker.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace mp::tool {

namespace {

/// Looks at all uses of one variable in the function that declares it: does
/// what a pointer was made from when After was declared still hold? Without
/// After: do only its own members and operators change it?
class SteadyUses : public RecursiveASTVisitor<SteadyUses> {
public:
  SteadyUses(const VarDecl *V, const VarDecl *After, ASTContext &C)
      : V(V), After(After), C(C) {}

  bool Steady = true;

  bool TraverseLambdaExpr(LambdaExpr *L) {
    ++Lambdas;
    bool Result = RecursiveASTVisitor::TraverseLambdaExpr(L);
    --Lambdas;
    return Result;
  }
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    if (E->getDecl() != V)
      return true;
    // What is over when the pointer is made. A lambda may be called later.
    bool Before = !After || (Lambdas == 0 &&
                             C.getSourceManager().isBeforeInTranslationUnit(
                                 E->getLocation(), After->getLocation()));
    Steady &= isRead(E) || (Before && isOwnChange(E));
    return Steady;
  }

private:
  const Expr *parent(const Expr *E) const {
    for (const DynTypedNode &P : C.getParents(*E))
      if (const auto *Up = P.get<Expr>())
        return Up;
    return nullptr;
  }
  static bool isMember(const CXXMethodDecl *M) {
    return M && M->getIdentifier() &&
           llvm::StringSwitch<bool>(M->getName())
               .Cases({"data", "begin", "end", "rbegin", "rend", "front"}, true)
               .Cases({"back", "at", "get"}, true)
               .Default(false);
  }
  /// The value is read, an element is named, or a const reference is made.
  bool isRead(const Expr *E) const {
    const Expr *Up = parent(E);
    if (!Up) { // the range of a range-for
      for (const DynTypedNode &P : C.getParents(*E))
        if (const auto *D = P.get<VarDecl>())
          return D->isImplicit();
      return false;
    }
    if (isa<LambdaExpr, UnaryExprOrTypeTraitExpr>(Up))
      return true;
    if (isa<ParenExpr>(Up))
      return isRead(Up);
    if (const auto *K = dyn_cast<ImplicitCastExpr>(Up)) {
      if (K->getCastKind() == CK_LValueToRValue ||
          K->getCastKind() == CK_ArrayToPointerDecay)
        return true;
      // Who gets a const reference may keep it, but changes nothing.
      return K->getCastKind() == CK_NoOp &&
             ((After && K->getType().isConstQualified()) || isRead(K));
    }
    if (const auto *M = dyn_cast<MemberExpr>(Up)) {
      const auto *Method = dyn_cast<CXXMethodDecl>(M->getMemberDecl());
      return Method && isInStd(Method) &&
             (Method->isConst() || isMember(Method));
    }
    if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(Up)) {
      const FunctionDecl *F = Call->getDirectCallee();
      return F && isInStd(F) && Call->getArg(0) == E &&
             (Call->getOperator() == OO_Subscript ||
              Call->getOperator() == OO_Star ||
              Call->getOperator() == OO_Arrow);
    }
    return false;
  }
  /// A member function of the library's, an assignment, a step: nobody else
  /// has a hand in it later.
  bool isOwnChange(const Expr *E) const {
    const Expr *Up = parent(E);
    if (!Up)
      return false;
    if (isa<ParenExpr>(Up))
      return isOwnChange(Up);
    if (const auto *M = dyn_cast<MemberExpr>(Up))
      return isInStd(M->getMemberDecl());
    if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(Up))
      return Call->getArg(0) == E && Call->getDirectCallee() &&
             isInStd(Call->getDirectCallee());
    if (const auto *B = dyn_cast<BinaryOperator>(Up))
      return B->isAssignmentOp() && B->getLHS() == E;
    const auto *U = dyn_cast<UnaryOperator>(Up);
    return U && U->isIncrementDecrementOp();
  }

  const VarDecl *V, *After;
  ASTContext &C;
  unsigned Lambdas = 0;
};

/// The variables in a pointer's initialiser, and whether it calls anything but
/// the library.
struct InitialiserNames : RecursiveASTVisitor<InitialiserNames> {
  std::vector<const ValueDecl *> Named;
  bool Understood = true;
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    if (!isa<FunctionDecl>(E->getDecl()))
      Named.push_back(E->getDecl());
    return true;
  }
  bool VisitCallExpr(CallExpr *E) {
    const FunctionDecl *F = E->getDirectCallee();
    Understood &= F && isInStd(F);
    return true;
  }
  bool VisitCXXThisExpr(CXXThisExpr *) { return Understood = false; }
  bool VisitMemberExpr(MemberExpr *E) {
    // What a member holds may be set by anyone; where it is does not change.
    QualType T = E->getType();
    if (isa<FieldDecl>(E->getMemberDecl()))
      Understood &= !E->isArrow() && !T->isPointerType() &&
                    !T->isReferenceType() && !recordOf(T);
    return true;
  }
};

} // namespace

/// What leads from Named to where After points has not changed since After was
/// made.
static bool isSteady(const ValueDecl *Named, const VarDecl *After,
                     const FunctionDecl &Function, ASTContext &C) {
  const auto *V = dyn_cast<VarDecl>(Named);
  if (!V)
    return isa<EnumConstantDecl>(Named);
  QualType T = V->getType();
  if (T->isReferenceType())
    return false;
  // A number, or an object (an array) that the pointer leads into: what is
  // exchanged there are values.
  if (QualType Element = C.getBaseElementType(T);
      !holdsPointers(Element, C) && Element.isTriviallyCopyableType(C))
    return true;
  if (V->hasGlobalStorage())
    return T.isConstQualified();
  // (What a container's elements own or point to could be exchanged.)
  const LibraryType Kind = libraryType(T);
  if (Kind == LibraryType::Sequence || Kind == LibraryType::Owner) {
    QualType Of = elementType(T);
    if (Of.isNull() || holdsPointers(Of, C) || !Of.isTriviallyCopyableType(C))
      return false;
  } else if (!T->isPointerType() && Kind != LibraryType::View) {
    return false;
  }
  if (V->getDeclContext() != static_cast<const DeclContext *>(&Function))
    return false;
  SteadyUses Uses(V, After, C);
  Uses.TraverseStmt(Function.getBody());
  return Uses.Steady;
}

bool isNeverPointedTo(const VarDecl &V, const FunctionDecl &Function,
                      ASTContext &C) {
  if (!Function.getBody() ||
      V.getDeclContext() != static_cast<const DeclContext *>(&Function))
    return false;
  SteadyUses Uses(&V, nullptr, C);
  Uses.TraverseStmt(Function.getBody());
  return Uses.Steady;
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
  InitialiserNames Names;
  Names.TraverseStmt(const_cast<Expr *>(V->getInit()));
  if (!Names.Understood ||
      !llvm::all_of(Names.Named, [&](const ValueDecl *Named) {
        return isSteady(Named, V, *Loop->Function, C);
      }))
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

} // namespace mp::tool
