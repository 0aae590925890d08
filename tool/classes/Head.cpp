//===- Head.cpp - Heads that are repeated ---------------------------------===//
//
// What the head of a loop may do where each worker runs it for the iterations
// that others have, and the parent runs it ahead to find the end.
//
//===----------------------------------------------------------------------===//

#include "classes/Classify.h"
#include "classes/Enclosing.h"
#include "effects/Library.h"
#include "loops/Exits.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace mp::tool {

/// What the head changes are variables that each worker can have for itself.
/// False: something else is changed.
bool Classifier::readHead() {
  const RegionFacts Around = RegionFacts::around(Shape.Function, C);
  for (const Access &W : E.Accesses) {
    if (!W.Writes || !W.InHeader)
      continue;
    ConditionChanges |= Shape.Goes && W.Site && isInside(W.Site, Shape.Goes, C);
    const Place &P = W.At;
    const bool Whole = P.Path.empty() || (P.Path.size() == 1 &&
                                          P.Path[0].What == Step::Kind::Header);
    const auto *V = P.is(Place::Root::Variable) && Whole
                        ? dyn_cast<VarDecl>(P.Variable)
                        : nullptr;
    const QualType T = V ? V->getType() : QualType();
    if (!V || !V->hasLocalStorage() || T->isReferenceType() ||
        T.isVolatileQualified() ||
        V->getDeclContext() !=
            static_cast<const DeclContext *>(Shape.Function) ||
        Around.AddressTaken.contains(V) ||
        !(T->isScalarType() || libraryType(T) == LibraryType::View)) {
      Diags.error(DiagID::LoopForm, W.Where,
                  "the loop's header changes '" + P.spelled() +
                      "' with every iteration; not yet supported unless it is "
                      "a local number, pointer or iterator that only the loop "
                      "has");
      return false;
    }
    if (!isHead(V))
      Head.push_back(V);
  }
  return true;
}

namespace {
/// Finds what can't be run past the iteration that leaves the loop: nothing
/// says that there is a next element, or that a number is not zero.
class Trapping {
public:
  /// Bounded: a condition ends the loop, so that iterators stay in their
  /// container.
  Trapping(const ASTContext &C, bool Bounded) : C(C), Bounded(Bounded) {}

  /// Null: nothing in E.
  const Expr *in(const Expr *E) const {
    if (const auto *Cast = dyn_cast<CastExpr>(E);
        Cast && Cast->getCastKind() == CK_LValueToRValue)
      return isNamed(Cast->getSubExpr()) ? nullptr : E;
    if (const auto *B = dyn_cast<BinaryOperator>(E);
        B && !B->getType()->isFloatingType() &&
        (B->getOpcode() == BO_Div || B->getOpcode() == BO_Rem ||
         B->getOpcode() == BO_DivAssign || B->getOpcode() == BO_RemAssign) &&
        !isHarmlessDivisor(B->getRHS()))
      return E;
    if (const auto *U = dyn_cast<UnaryOperator>(E);
        U && U->getOpcode() == UO_Deref)
      return E;
    if (isa<ArraySubscriptExpr, StmtExpr, CXXNewExpr, CXXDeleteExpr,
            CXXThrowExpr>(E))
      return E;
    if (const auto *M = dyn_cast<MemberExpr>(E);
        M && !isa<CXXMethodDecl>(M->getMemberDecl()) && !isNamed(M))
      return E;
    if (const auto *Call = dyn_cast<CallExpr>(E); Call && !isHarmless(*Call))
      return E;
    for (const Stmt *Child : E->children())
      if (const auto *Part = dyn_cast_or_null<Expr>(Child))
        if (const Expr *Found = in(Part))
          return Found;
    return nullptr;
  }

private:
  /// A variable, or a member of it or of the object.
  static bool isNamed(const Expr *E) {
    E = E->IgnoreParenImpCasts();
    if (const auto *M = dyn_cast<MemberExpr>(E))
      return M->isArrow()
                 ? isa<CXXThisExpr>(M->getBase()->IgnoreParenImpCasts())
                 : isNamed(M->getBase());
    return isa<DeclRefExpr>(E);
  }
  bool isHarmlessDivisor(const Expr *E) const {
    Expr::EvalResult Value;
    if (E->isValueDependent() ||
        !E->EvaluateAsInt(Value, C, Expr::SE_NoSideEffects))
      return false;
    return Value.Val.getInt() != 0 && !Value.Val.getInt().isAllOnes();
  }
  /// Steps and comparisons of the library's iterators, its containers' ends,
  /// and functions of numbers.
  bool isHarmless(const CallExpr &Call) const {
    const FunctionDecl *F = Call.getDirectCallee();
    if (!F)
      return false;
    if (const LibraryFunction *L = lookupLibrary(*F))
      return L->Effects == LibraryFunction::None &&
             StringRef(L->Arguments).find_first_not_of(".*") == StringRef::npos;
    if (!isInStd(F))
      return false;
    const auto *M = dyn_cast<CXXMethodDecl>(F);
    if (M && M->getIdentifier())
      return llvm::StringSwitch<bool>(M->getName())
          .Cases({"begin", "end", "cbegin", "cend", "rbegin", "rend"}, true)
          .Cases({"size", "length", "empty"}, true)
          .Default(false);
    switch (F->getOverloadedOperator()) {
    case OO_PlusPlus:
    case OO_MinusMinus:
      return Bounded &&
             libraryType(Call.getArg(0)->getType()) == LibraryType::View;
    case OO_EqualEqual:
    case OO_ExclaimEqual:
    case OO_Less:
    case OO_Equal:
      return libraryType(Call.getArg(0)->getType()) == LibraryType::View;
    default:
      return false;
    }
  }

  const ASTContext &C;
  const bool Bounded;
};
} // namespace

/// Where an iteration may leave the loop, the head runs past it.
bool Classifier::checkAhead() {
  if (!Shape.Ahead)
    return true;
  SourceLocation Leaves;
  if (const Stmt *Out = Jumps::of(Shape.Body)
                            .first({Jump::Kind::Break, Jump::Kind::Return,
                                    Jump::Kind::Goto, Jump::Kind::Throw}))
    Leaves = Out->getBeginLoc();
  for (const Event &Ev : E.Events)
    if (Leaves.isInvalid() && !Ev.InHeader &&
        (Ev.What == Event::Kind::Throws || Ev.What == Event::Kind::Exits))
      Leaves = Ev.Where;
  // By an exception out of what it calls, or there is no other way.
  if (Leaves.isInvalid() && (E.MayThrow || !Shape.Goes))
    Leaves = Shape.Body->getBeginLoc();
  if (Leaves.isInvalid())
    return true;
  Trapping Finder(C, Shape.Goes != nullptr);
  const Expr *Found = Shape.Goes ? Finder.in(Shape.Goes) : nullptr;
  for (const Expr *Change : Shape.Repeated)
    if (!Found)
      Found = Finder.in(Change);
  if (!Found)
    return true;
  Message &M = Diags.error(
      DiagID::Exit, Found->getBeginLoc(),
      "this is run ahead of the iterations, to find the loop's end, and "
      "nothing says that it can be, past an iteration that leaves the loop; "
      "make the loop's condition say where it ends");
  M.Notes.push_back({Leaves, "the loop may be left here"});
  return false;
}

} // namespace mp::tool
