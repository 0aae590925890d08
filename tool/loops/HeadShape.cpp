//===- HeadShape.cpp - Heads that are more than a count -------------------===//
//
// Steps that stand in the body, further variables that the header steps, and
// loops that nothing counts.
//
//===----------------------------------------------------------------------===//

#include "loops/Exits.h"
#include "loops/ForShape.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"

namespace mp::tool {

using namespace clang;

/// The last statement of the body, when it is a step and nothing skips it.
bool ForShaper::findTrailingStep() {
  const auto *Body = dyn_cast<CompoundStmt>(Shape.Body);
  const Stmt *Last = Body && !Body->body_empty() ? Body->body_back() : nullptr;
  const auto *Step = dyn_cast_or_null<Expr>(Last);
  const Expr *Target = nullptr;
  if (const auto *Full = dyn_cast_or_null<ExprWithCleanups>(Step))
    Step = Full->getSubExpr();
  const bool Found = Step && stepOf(*Step, Target) && variableOf(Target) &&
                     Condition && findVariable(*Condition, *variableOf(Target));
  if (!Found)
    return repeats(
        refuse(Close, {},
               "this loop has no step that is understood; not yet "
               "supported: change the loop variable in the header ('++i', "
               "'i += k') or in the last statement of the body, and "
               "nowhere else"));
  Change = Step;
  Shape.TrailingStep = Last;
  return isAlwaysReached(*Last);
}

/// Nothing in the body skips Step, its last statement.
bool ForShaper::isAlwaysReached(const Stmt &Step) {
  for (const Jump &J : Jumps::of(Shape.Body).All)
    if (J.What == Jump::Kind::Continue || J.What == Jump::Kind::Label) {
      Message &M = Diags.error(
          DiagID::LoopForm, J.Where->getBeginLoc(),
          J.What == Jump::Kind::Continue
              ? "this 'continue' skips the loop's step; write a 'for' loop "
                "with the step in its header"
              : "a jump to here may skip a part of the iteration; not yet "
                "supported in a loop whose step is in the body");
      M.Notes.push_back({Step.getBeginLoc(), "the step is here"});
      return false;
    }
  return true;
}

/// The variable that Change sets: `v = ..`, `v += ..`, `++v`.
static const VarDecl *changedBy(const Expr &Change) {
  const Expr *E = plain(&Change);
  if (const auto *B = dyn_cast<BinaryOperator>(E))
    return B->isAssignmentOp() ? variableOf(B->getLHS()) : nullptr;
  if (const auto *U = dyn_cast<UnaryOperator>(E))
    return U->isIncrementDecrementOp() ? variableOf(U->getSubExpr()) : nullptr;
  const auto *Call = dyn_cast<CXXOperatorCallExpr>(E);
  if (!Call)
    return nullptr;
  switch (Call->getOperator()) {
  case OO_PlusPlus:
  case OO_MinusMinus:
  case OO_Equal:
  case OO_PlusEqual:
  case OO_MinusEqual:
    return variableOf(Call->getArg(0));
  default:
    return nullptr;
  }
}

/// E names a variable that Body declares.
static bool namesLocal(const Expr &E, const Stmt &Body,
                       const SourceManager &SM) {
  if (const auto *Name = dyn_cast<DeclRefExpr>(&E))
    return isa<VarDecl, BindingDecl>(Name->getDecl()) &&
           !SM.isBeforeInTranslationUnit(Name->getDecl()->getLocation(),
                                         Body.getBeginLoc()) &&
           SM.isBeforeInTranslationUnit(Name->getDecl()->getLocation(),
                                        Body.getEndLoc());
  return llvm::any_of(E.children(), [&](const Stmt *Child) {
    const auto *Part = dyn_cast_or_null<Expr>(Child);
    return Part && namesLocal(*Part, Body, SM);
  });
}

/// The operands of built-in commas, in order.
static void addParts(const Expr *E, std::vector<const Expr *> &Parts) {
  const auto *Comma = dyn_cast<BinaryOperator>(E->IgnoreParenImpCasts());
  if (!Comma || Comma->getOpcode() != BO_Comma) {
    Parts.push_back(E);
    return;
  }
  addParts(Comma->getLHS(), Parts);
  addParts(Comma->getRHS(), Parts);
}

/// Of several changes, the one by which the condition counts; the others are
/// repeated. False: there is none.
bool ForShaper::chooseStep() {
  std::vector<const Expr *> Parts;
  addParts(Change, Parts);
  if (Parts.size() < 2)
    return true;
  const Expr *Counting = nullptr;
  unsigned InCondition = 0;
  for (const Expr *Part : Parts) {
    const Expr *Target = nullptr;
    const VarDecl *V = stepOf(*Part, Target) ? variableOf(Target) : nullptr;
    if (V && Condition && findVariable(*Condition, *V)) {
      ++InCondition;
      Counting = Part;
    }
  }
  if (InCondition != 1)
    return false;
  for (const Expr *Part : Parts)
    if (Part != Counting)
      Shape.Repeated.push_back(Part);
  Change = Counting;
  return true;
}

/// A loop of which nothing counts the iterations: a counter of its own does.
bool ForShaper::shapeAhead() {
  if (Declared)
    return false;
  const Expr *Step = Whole;
  if (!Step && !Condition)
    return false;
  if (!Step) {
    const auto *Body = dyn_cast<CompoundStmt>(Shape.Body);
    Step = Body && !Body->body_empty() ? dyn_cast<Expr>(Body->body_back())
                                       : nullptr;
    const VarDecl *Changed = Step ? changedBy(*Step) : nullptr;
    if (!Changed || !findVariable(*Condition, *Changed) ||
        namesLocal(*Step, *Body, Context.getSourceManager()))
      Step = nullptr; // it is the condition that changes something
    if (Step ? !isAlwaysReached(*Step) : !Condition->HasSideEffects(Context))
      return false;
    Shape.TrailingStep = Step;
  }
  if (Step)
    addParts(Step, Shape.Repeated);
  QualType Type = Context.getSizeType();
  const SourceLocation Where = Loop.getBeginLoc();
  Shape.Variable =
      VarDecl::Create(Context, const_cast<FunctionDecl *>(Shape.Function),
                      Where, Where, &Context.Idents.get("mp_k"), Type,
                      Context.getTrivialTypeSourceInfo(Type, Where), SC_None);
  const_cast<VarDecl *>(Shape.Variable)->setImplicit();
  Shape.What = LoopShape::Kind::Integer;
  Shape.DeclaredInHeader = true;
  Shape.Ahead = true;
  Shape.Goes = Condition;
  return true;
}

} // namespace mp::tool
