//===- WalkHead.cpp - What the judged loop's head steps -------------------===//
//
// A head that is repeated (LoopShape::Repeated) moves pointers and iterators,
// of which it isn't known where they are in an iteration, and integers by
// constants, of which it is.
//
//===----------------------------------------------------------------------===//

#include "effects/Types.h"
#include "effects/Walker.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace mp::tool {

/// By how much Change steps V, an integer; nothing: not by a constant.
static std::optional<long long> paceOf(const Expr *Change, const ValueDecl *V,
                                       const ASTContext &C) {
  Change = Change->IgnoreParenImpCasts();
  if (const auto *U = dyn_cast<UnaryOperator>(Change))
    return U->isIncrementDecrementOp() &&
                   RegionFacts::named(U->getSubExpr()) == V
               ? std::optional<long long>(U->isIncrementOp() ? 1 : -1)
               : std::nullopt;
  const auto *B = dyn_cast<BinaryOperator>(Change);
  if (!B || RegionFacts::named(B->getLHS()) != V)
    return std::nullopt;
  const Expr *Amount = B->getRHS();
  BinaryOperatorKind Op = B->getOpcode();
  if (Op == BO_Assign) { // `v = v + k`
    const auto *Sum = dyn_cast<BinaryOperator>(Amount->IgnoreParenImpCasts());
    if (!Sum || RegionFacts::named(Sum->getLHS()->IgnoreParenImpCasts()) != V)
      return std::nullopt;
    Amount = Sum->getRHS();
    Op = Sum->getOpcode() == BO_Add   ? BO_AddAssign
         : Sum->getOpcode() == BO_Sub ? BO_SubAssign
                                      : BO_Comma;
  }
  if (Op != BO_AddAssign && Op != BO_SubAssign)
    return std::nullopt;
  Expr::EvalResult Value;
  if (Amount->isValueDependent() || !Amount->getType()->isIntegerType() ||
      !Amount->EvaluateAsInt(Value, C, Expr::SE_NoSideEffects) ||
      !Value.Val.getInt().isRepresentableByInt64())
    return std::nullopt;
  long long K = Value.Val.getInt().getExtValue();
  if (K < -(1LL << 40) || K > (1LL << 40))
    return std::nullopt;
  return Op == BO_AddAssign ? K : -K;
}

/// Goes from element to element of the library's containers.
static bool isElementIterator(QualType T) {
  return llvm::StringSwitch<bool>(stdName(T))
      .Cases({"_List_iterator", "_Fwd_list_iterator"}, true)
      .Cases({"_Rb_tree_iterator", "_Node_iterator"}, true)
      .Default(false);
}

/// The variable that the head moves with `++` through a container, or with
/// `p = p->next` along a list; null: there is none, or more than one.
static const ValueDecl *leaderOf(const LoopShape &Shape, ASTContext &C) {
  const ValueDecl *Found = nullptr;
  for (const Expr *Change : Shape.Repeated)
    for (const auto &[V, N] : RegionFacts::of(Change, C).Writes) {
      const QualType T = V->getType();
      const auto *Var = dyn_cast<VarDecl>(V);
      if (!T->isPointerType() && libraryType(T) != LibraryType::View)
        continue; // a number
      if (Found || N != 1 || !Var || !Var->hasLocalStorage())
        return nullptr;
      const Expr *Step = Change->IgnoreParenImpCasts();
      if (const auto *Full = dyn_cast<ExprWithCleanups>(Step))
        Step = Full->getSubExpr()->IgnoreParenImpCasts();
      const auto *Op = dyn_cast<CXXOperatorCallExpr>(Step);
      const auto *Assign = dyn_cast<BinaryOperator>(Step);
      const auto *Next =
          Assign && Assign->getOpcode() == BO_Assign
              ? dyn_cast<MemberExpr>(Assign->getRHS()->IgnoreParenImpCasts())
              : nullptr;
      if (isElementIterator(T)
              ? !Op || Op->getOperator() != OO_PlusPlus
              : !Next || !Next->isArrow() ||
                    !isa<FieldDecl>(Next->getMemberDecl()) ||
                    RegionFacts::named(
                        Next->getBase()->IgnoreParenImpCasts()) != V)
        return nullptr;
      Found = V;
    }
  return Found;
}

void Walker::readHead(const LoopShape &Shape) {
  llvm::DenseMap<const ValueDecl *, unsigned> Changes;
  auto Count = [&](const Expr *Part) {
    for (const auto &[V, N] : RegionFacts::of(Part, C).Writes) {
      Moving.insert(V);
      Changes[V] += N;
    }
  };
  for (const Expr *Change : Shape.Repeated)
    Count(Change);
  if (Shape.Goes)
    Count(Shape.Goes);
  if (Shape.Ahead && Shape.What == LoopShape::Kind::Integer)
    Leader = leaderOf(Shape, C);
  if (Leader && (Changes[Leader] != 1 || Facts.Writes.count(Leader)))
    Leader = nullptr;
  if (Shape.Step || (Shape.StepValue != 1 && Shape.StepValue != -1) ||
      Shape.What != LoopShape::Kind::Integer)
    return;
  for (const Expr *Change : Shape.Repeated)
    for (const auto &[V, N] : RegionFacts::of(Change, C).Writes) {
      const QualType T = V->getType();
      if (Changes[V] != 1 || !T->isIntegerType() || T->isBooleanType() ||
          T->isEnumeralType() || C.getTypeSize(T) > 64 || Facts.writes(V) ||
          T.isVolatileQualified())
        continue;
      if (auto Pace = paceOf(Change, V, C))
        Paces[V] = *Pace * Shape.StepValue;
    }
}

/// The value of V in an iteration, which is one of V's type.
std::optional<Polynomial> Walker::paced(const ValueDecl *V, long long Pace,
                                        QualType T,
                                        std::vector<Index::Fit> &Fits) {
  Symbol S;
  S.What = Symbol::Kind::Paced;
  S.Key = "paced " + std::to_string(Pace) + ":" + Place::variable(V).key();
  S.Variable = V;
  S.Pace = Pace;
  auto Steps = Polynomial::multiply(Polynomial(Pace), Polynomial(LoopSymbol));
  auto Number =
      Steps
          ? Polynomial::add(Polynomial(Known.Symbols.get(std::move(S))), *Steps)
          : std::nullopt;
  if (Number && (T->isUnsignedIntegerType() || C.getTypeSize(T) < 32))
    Fits.push_back({*Number,
                    {},
                    T.getCanonicalType().getUnqualifiedType().getAsString(
                        PrintingPolicy(C.getLangOpts()))});
  return Number;
}

} // namespace mp::tool
