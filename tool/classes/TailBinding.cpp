//===- TailBinding.cpp - What a tail does with the values it gets ---------===//
//
// A value that the parent gets is another object than the one in the program.
// That counts where the tail keeps its address, moves from it, or is chosen by
// whether it is const or an rvalue.
//
//===----------------------------------------------------------------------===//

#include "classes/Enclosing.h"
#include "classes/TailSplit.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace mp::tool {

/// The call, constructor or list that E is directly given to.
static const Expr *consumerOf(const Expr *E, const Stmt *Region,
                              ASTContext &C) {
  const Stmt *S = E;
  while (S != Region) {
    S = parentOf(S, C);
    if (!isa_and_nonnull<Expr>(S))
      return nullptr;
    if (isa<ImplicitCastExpr, ParenExpr, MaterializeTemporaryExpr,
            CXXBindTemporaryExpr, ExprWithCleanups, ConditionalOperator>(S))
      continue;
    return cast<Expr>(S);
  }
  return nullptr;
}

std::optional<bool> TailSplit::isOuterInput(const Expr *E) const {
  const ValueDecl *Root = nullptr;
  const std::optional<bool> Outer = isOuterObject(E, Shape, IsLocal, C, Root);
  if (Outer.value_or(false))
    for (const Access &W : All.Accesses)
      if (W.Writes && !W.InHeader && !IsTail(W) &&
          (Root ? W.At.is(Place::Root::Variable) && W.At.Variable == Root
                : W.At.is(Place::Root::This)))
        return std::nullopt;
  return Outer;
}

/// The tail may keep a pointer, reference or view of what Text names, which is
/// turned into E and given away.
bool TailSplit::mayRetain(const Expr *E, const Expr *Text) const {
  if (!Text->isGLValue())
    return false;
  // Turned into a view, or into an object that refers to it.
  if (!E->isGLValue() && E->getType()->isRecordType() &&
      holdsPointers(E->getType(), C) && !holdsPointers(Text->getType(), C))
    return true;
  for (const Expr *Way = E;;) {
    const Expr *To = consumerOf(Way, Region, C);
    if (!To || !Way->isGLValue())
      return false;
    if (isa<InitListExpr>(To))
      return true;
    if (const auto *K = dyn_cast<CXXConstructExpr>(To)) {
      if (K->getConstructor()->isCopyOrMoveConstructor() &&
          K->getType()->isRecordType() &&
          C.hasSameUnqualifiedType(K->getType(), Text->getType()))
        return false;
      return holdsPointers(K->getType(), C) || holdsReferences(K->getType()) ||
             !isInStd(K->getConstructor());
    }
    const auto *Call = dyn_cast<CallExpr>(To);
    const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
    if (!Call)
      return false;
    if (!F)
      return true;
    if (lookupLibrary(*F))
      return false;
    if (!isInStd(F))
      return true;
    if (const auto *M = dyn_cast<CXXMethodDecl>(F); M && !M->isStatic()) {
      const QualType Object = C.getCanonicalTagType(M->getParent());
      return holdsPointers(Object, C) || holdsReferences(Object);
    }
    if (holdsPointers(Call->getType(), C) || holdsReferences(Call->getType()))
      return true;
    if (!Call->isGLValue())
      return false;
    Way = Call; // `std::max(best, x)`
  }
}

/// What an expression `std::move(x)` names; null: it is none.
const Expr *movedFrom(const Expr *E) {
  const auto *Call = dyn_cast<CallExpr>(E->IgnoreParenImpCasts());
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  if (Call && F && isInStd(F) && F->getIdentifier() && F->getName() == "move" &&
      Call->getNumArgs() == 1)
    return Call->getArg(0);
  const auto *Cast = dyn_cast<CXXStaticCastExpr>(E->IgnoreParenImpCasts());
  return Cast && Cast->isXValue() ? Cast->getSubExpr() : nullptr;
}

/// E, an rvalue of T that names an object, is moved from in any case.
bool TailSplit::isConsumed(const Expr *E, QualType T) const {
  if (const auto *K = dyn_cast<CXXConstructExpr>(E->IgnoreImplicit());
      K && K->isPRValue())
    return K->getConstructor()->isMoveConstructor();
  const Expr *To = consumerOf(E, Region, C);
  if (const auto *K = dyn_cast_or_null<CXXConstructExpr>(To))
    return K->getConstructor()->isMoveConstructor() &&
           C.hasSameUnqualifiedType(K->getType(), T);
  const auto *Call = dyn_cast_or_null<CallExpr>(To);
  const auto *M =
      Call ? dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee()) : nullptr;
  if (!M)
    return false;
  if (M->isMoveAssignmentOperator())
    return isInStd(M) || M->isDefaulted();
  const QualType Of = C.getCanonicalTagType(M->getParent());
  return isInStd(M) && M->getIdentifier() &&
         llvm::StringSwitch<bool>(M->getName())
             .Cases({"push_back", "push_front", "push"}, true)
             .Cases({"emplace_back", "emplace_front"}, true)
             .Default(false) &&
         C.hasSameUnqualifiedType(elementType(Of), T);
}

/// V is named behind the tail statement, or before it in an inner loop.
bool TailSplit::isUsedAfter(const ValueDecl *V) const {
  const Stmt *Around = Region; // the outermost loop that V outlives
  for (const Stmt *S = Region; S && S != Shape.Body; S = parentOf(S, C))
    if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S) &&
        !RegionFacts::of(S, C).Declared.contains(V))
      Around = S;
  struct Uses : RecursiveASTVisitor<Uses> {
    const ValueDecl *V = nullptr;
    std::vector<const DeclRefExpr *> All;
    bool VisitDeclRefExpr(DeclRefExpr *E) {
      if (E->getDecl() == V)
        All.push_back(E);
      return true;
    }
  } Finder;
  Finder.V = V;
  Finder.TraverseStmt(const_cast<Stmt *>(Shape.Body));
  const SourceManager &SM = C.getSourceManager();
  unsigned Within = 0;
  for (const DeclRefExpr *E : Finder.All) {
    if (isInside(E, Region, C)) {
      ++Within;
      continue;
    }
    if (isInside(E, Around, C) ||
        SM.isBeforeInTranslationUnit(Region->getEndLoc(), E->getBeginLoc()))
      return true;
  }
  return Within > 1 || Around != Region;
}

/// How V, which stands for Text, is handed to what E is given to. False: it
/// can't be.
bool TailSplit::bind(TailValue &V, const Expr *E, const Expr *Text) {
  const QualType T = Text->getType();
  if (const Expr *From = Text->isXValue() ? movedFrom(Text) : nullptr;
      From && T->isRecordType() && !isConsumed(E, T)) {
    const ValueDecl *Named = RegionFacts::named(From->IgnoreParenImpCasts());
    if (!Named || !IsLocal(Named) || Named->getType()->isReferenceType() ||
        isUsedAfter(Named)) {
      Unkept = true;
      return refuse(DiagID::NotClassified, Text,
                    "whether this is moved from is decided in the parent, and "
                    "it may be used afterwards; hand over a copy");
    }
    V.Kept = From;
  }
  if (mayRetain(E, Text)) {
    const std::optional<bool> Outer = isOuterInput(Text);
    if (Outer.value_or(false) && Text->isLValue() &&
        !Text->refersToBitField() && !readsWritten(Text)) {
      V.IsAddress = true;
      return true;
    }
    // What it is turned into, or put into, refers to it; or what it is given to
    // is seen to keep a pointer.
    bool Keeps = !E->isGLValue();
    const Expr *To = consumerOf(E, Region, C);
    if (const auto *Call = dyn_cast_or_null<CallExpr>(To))
      Keeps |= Call->getDirectCallee() && isInStd(Call->getDirectCallee());
    else
      Keeps |= isa_and_nonnull<InitListExpr, CXXConstructExpr>(To);
    for (const Access &W : All.Accesses)
      Keeps |= W.Writes && W.Site && IsTail(W) && !W.StoredTargets.empty() &&
               isInside(W.Site, Region, C);
    if (Outer.value_or(true) && Keeps) {
      Unkept = true;
      return refuse(DiagID::WorkerPointer, Text,
                    "the parent would keep a pointer to its copy of this, and "
                    "not to what the worker has");
    }
  }
  // Which function is called may depend on it.
  V.IsConst = Text->isLValue() && T.isConstQualified() && E->isGLValue();
  V.Move = !Text->isLValue() && T->isRecordType();
  if (!Text->isLValue() && T->isScalarType()) {
    const Expr *To = consumerOf(E, Region, C);
    const auto *Call = dyn_cast_or_null<CallExpr>(To);
    const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
    V.Move = E->isGLValue() && F && !isInStd(F);
  }
  return true;
}

} // namespace mp::tool
