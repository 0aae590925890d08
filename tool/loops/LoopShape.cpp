//===- LoopShape.cpp - Taking an annotated loop apart ---------------------===//
//
// The step part says which variable counts; the condition has to compare that
// variable with a bound; the init part may set it. A loop without a step part
// may have the step as the last statement of its body.
//
//===----------------------------------------------------------------------===//

#include "loops/LoopShape.h"
#include "diagnostics/Diagnoser.h"
#include "loops/ForShape.h"
#include "loops/Iterators.h"
#include "loops/RangeShape.h"
#include "loops/Visibility.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include <utility>

namespace mp::tool {

using namespace clang;

namespace {

/// `A op B`, whether built in, of a class, or rewritten by the compiler.
struct Binary {
  BinaryOperatorKind Op = BO_Comma;
  const Expr *Left = nullptr, *Right = nullptr;
};

} // namespace

const Expr *plain(const Expr *E) {
  for (;;) {
    const Expr *Inner = E->IgnoreParenImpCasts()->IgnoreImplicit();
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(Inner);
        Construct && Construct->getNumArgs() == 1 &&
        !isa<CXXTemporaryObjectExpr>(Construct))
      Inner = Construct->getArg(0);
    if (Inner == E)
      return E;
    E = Inner;
  }
}

const VarDecl *variableOf(const Expr *E) {
  const auto *Reference = dyn_cast<DeclRefExpr>(plain(E));
  return Reference ? dyn_cast<VarDecl>(Reference->getDecl()) : nullptr;
}

static std::optional<Binary> binary(const Expr *E) {
  E = plain(E);
  if (const auto *Operator = dyn_cast<BinaryOperator>(E))
    return Binary{Operator->getOpcode(), Operator->getLHS(),
                  Operator->getRHS()};
  if (const auto *Rewritten = dyn_cast<CXXRewrittenBinaryOperator>(E)) {
    CXXRewrittenBinaryOperator::DecomposedForm Form =
        Rewritten->getDecomposedForm();
    return Binary{Form.Opcode, Form.LHS, Form.RHS};
  }
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(E)) {
    if (Call->getNumArgs() != 2 || Call->getOperator() == OO_Subscript ||
        Call->getOperator() == OO_Call)
      return std::nullopt;
    if (Call->getOperator() == OO_PlusPlus ||
        Call->getOperator() == OO_MinusMinus)
      return std::nullopt;
    return Binary{BinaryOperator::getOverloadedOpcode(Call->getOperator()),
                  Call->getArg(0), Call->getArg(1)};
  }
  return std::nullopt;
}

/// +1 for `++`, -1 for `--`, 0 for anything else.
static int unitStep(const Expr *E, const Expr *&Target) {
  E = plain(E);
  if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
    Target = Unary->getSubExpr();
    return Unary->isIncrementOp() ? 1 : Unary->isDecrementOp() ? -1 : 0;
  }
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(E)) {
    Target = Call->getArg(0);
    return Call->getOperator() == OO_PlusPlus     ? 1
           : Call->getOperator() == OO_MinusMinus ? -1
                                                  : 0;
  }
  return 0;
}

/// Change is `++v`, `v -= k`, `v = v + k` and so on.
bool ForShaper::stepOf(const Expr &Change, const Expr *&Target) {
  Amount = nullptr;
  Sign = unitStep(&Change, Target);
  if (Sign != 0)
    return true;
  std::optional<Binary> Set = binary(&Change);
  if (!Set)
    return false;
  Target = Set->Left;
  if (Set->Op == BO_AddAssign || Set->Op == BO_SubAssign) {
    Sign = Set->Op == BO_AddAssign ? 1 : -1;
    Amount = Set->Right;
    return true;
  }
  if (Set->Op != BO_Assign)
    return false;
  std::optional<Binary> Sum = binary(Set->Right);
  const VarDecl *Variable = variableOf(Set->Left);
  if (!Sum || !Variable || (Sum->Op != BO_Add && Sum->Op != BO_Sub))
    return false;
  Sign = Sum->Op == BO_Add ? 1 : -1;
  if (variableOf(Sum->Left) == Variable)
    Amount = Sum->Right;
  else if (Sum->Op == BO_Add && variableOf(Sum->Right) == Variable)
    Amount = Sum->Left;
  return Amount != nullptr;
}

const Expr *findVariable(const Expr &E, const VarDecl &Variable) {
  if (const auto *Name = dyn_cast<DeclRefExpr>(&E))
    return Name->getDecl() == &Variable ? Name : nullptr;
  for (const Stmt *Child : E.children())
    if (const auto *Part = dyn_cast_or_null<Expr>(Child))
      if (const Expr *Found = findVariable(*Part, Variable))
        return Found;
  return nullptr;
}

/// An operator with enumerations may be overloaded for integers, too.
bool ForShaper::isOverloaded(const Expr &E) const {
  return Shape.What != LoopShape::Kind::Iterator &&
         isa<CXXOperatorCallExpr, CXXRewrittenBinaryOperator>(plain(&E));
}

static bool isCountable(QualType Type) {
  return Type->isIntegerType() && !Type->isBitIntType();
}

bool ForShaper::readAmount() {
  if (isOverloaded(*Change))
    return refuse(*Change, "the step is an operator of the program's "
                           "own; not yet supported");
  Shape.Step = nullptr;
  Shape.StepValue = Sign;
  if (!Amount)
    return true;
  Amount = Amount->IgnoreImplicit();
  if (!isCountable(Amount->getType()))
    return refuse(*Amount, "the step is not an integer; not yet supported: "
                           "write '++', '--', '+= k' or '-= k' with an "
                           "integer k");
  Expr::EvalResult Value;
  if (!Amount->isValueDependent() &&
      Amount->EvaluateAsInt(Value, Context, Expr::SE_NoSideEffects)) {
    const llvm::APSInt &Number = Value.Val.getInt();
    if (Number == 0)
      return refuse(*Amount, "the step is zero, so the loop never ends");
    if (Number.isRepresentableByInt64() &&
        Number.getExtValue() > INT64_MIN / 2 &&
        Number.getExtValue() < INT64_MAX / 2) {
      Shape.StepValue = Sign * Number.getExtValue();
      return true;
    }
  }
  if (const Expr *Again = findVariable(*Amount, *Shape.Variable))
    return repeats(refuse(*Again, "the step changes with the loop variable"));
  Shape.Step = Amount;
  return true;
}

bool ForShaper::readStep() {
  if (!Change && !findTrailingStep())
    return false;
  if (const auto *Full = dyn_cast<ExprWithCleanups>(Change))
    Change = Full->getSubExpr();
  if (!chooseStep())
    return repeats(refuse(*Change->IgnoreParenImpCasts(),
                          "the step changes more than one variable, and the "
                          "condition does not count by one of them"));
  const Expr *Target = nullptr;
  if (!stepOf(*Change, Target))
    return repeats(refuse(*Change,
                          "this step is not understood; not yet supported: "
                          "write '++i', '--i', 'i += k' or 'i -= k' with a k "
                          "that does not change"));
  const Expr *Named = plain(Target);
  const auto *Reference = dyn_cast<DeclRefExpr>(Named);
  if (!Reference)
    return refuse(*Named, "the loop variable is not a plain variable; not yet "
                          "supported: count in a local variable");
  Shape.Variable = dyn_cast<VarDecl>(Reference->getDecl());
  if (!Shape.Variable)
    return refuse(*Named, "the loop variable is a structured binding; not yet "
                          "supported: count in a variable of its own");
  return true;
}

bool ForShaper::checkType(QualType Type, std::string Name) {
  auto Refuse = [&](const std::string &What) {
    Message &M = Diags.error(DiagID::LoopForm, Change->getExprLoc(),
                             "the loop variable " + Name + ' ' + What);
    M.Notes.push_back({Shape.Variable->getLocation(), "declared here"});
    return false;
  };
  if (Type->isReferenceType())
    return Refuse("is a reference; not yet supported: count in a variable "
                  "that is no reference");
  if (Type.isVolatileQualified())
    return Refuse("is volatile, so its value can't be known ahead");
  if (Type->isBooleanType() || Type->isEnumeralType())
    return Refuse(
        std::string("is of ") +
        (Type->isBooleanType() ? "type bool" : "an enumeration type") +
        "; not yet supported: count in an integer");
  if (Type->isFloatingType())
    return repeats(Refuse("is of floating-point type"));
  if (Type->isIntegerType()) {
    if (!isCountable(Type) || Context.getTypeSize(Type) > 64)
      return Refuse("is of an integer type wider than 64 bits; not yet "
                    "supported");
    Shape.What = LoopShape::Kind::Integer;
    return true;
  }
  if (Type->isPointerType()) {
    if (Type->getPointeeType()->isVoidType() ||
        Type->getPointeeType()->isFunctionType())
      return Refuse("points to nothing that can be counted");
    Shape.What = LoopShape::Kind::Pointer;
    Shape.Contiguous = true;
    return true;
  }
  Shape.Backwards = goesBackwards(Type);
  switch (iteratorKind(Type)) {
  case IteratorKind::Contiguous:
    Shape.Contiguous = true;
    [[fallthrough]];
  case IteratorKind::RandomAccess:
    Shape.What = LoopShape::Kind::Iterator;
    return true;
  case IteratorKind::UserDefined:
    return repeats(Refuse("is an iterator of a type that is not known; not "
                          "yet supported: count in an integer"));
  case IteratorKind::None:
    break;
  }
  return repeats(Refuse("is neither an integer, a pointer nor a "
                        "random-access iterator; not yet supported"));
}

bool ForShaper::checkVariable() {
  const VarDecl &Variable = *Shape.Variable;
  if (!checkType(Variable.getType(), "'" + Variable.getNameAsString() + "'"))
    return false;
  if (const auto *Here = dyn_cast_or_null<DeclStmt>(Init))
    Shape.DeclaredInHeader = llvm::is_contained(Here->decls(), &Variable);
  Shape.SeenElsewhere = isSeenElsewhere(Variable, *Shape.Function, Loop);
  return true;
}

/// What E, an init part, gives Variable.
static const Expr *assigned(const Expr *E, const VarDecl *Variable) {
  std::optional<Binary> Set = binary(E);
  if (!Set)
    return nullptr;
  if (Set->Op == BO_Comma) {
    const Expr *Last = assigned(Set->Right, Variable);
    return Last ? Last : assigned(Set->Left, Variable);
  }
  if (Set->Op != BO_Assign)
    return nullptr;
  if (variableOf(Set->Left) == Variable)
    return Set->Right;
  return assigned(Set->Right, Variable);
}

bool ForShaper::readStart() {
  if (Shape.DeclaredInHeader)
    Shape.Start = Shape.Variable->getInit();
  else if (const auto *Sets = dyn_cast_or_null<Expr>(Init))
    Shape.Start = assigned(Sets, Shape.Variable);
  return true;
}

static std::optional<LoopShape::Condition> condition(BinaryOperatorKind Op,
                                                     bool Swap) {
  using Condition = LoopShape::Condition;
  switch (Op) {
  case BO_LT:
    return Swap ? Condition::Above : Condition::Below;
  case BO_LE:
    return Swap ? Condition::AtLeast : Condition::AtMost;
  case BO_GT:
    return Swap ? Condition::Below : Condition::Above;
  case BO_GE:
    return Swap ? Condition::AtMost : Condition::AtLeast;
  case BO_NE:
    return Condition::Until;
  default:
    return std::nullopt;
  }
}

/// A comparison means the same with the variable itself as with a cast of it
/// that keeps every value.
bool ForShaper::checkComparison(const Expr &Side) {
  const auto *Cast = dyn_cast<ExplicitCastExpr>(Side.IgnoreParenImpCasts());
  if (!Cast)
    return true;
  return refuse(*Cast, "the loop variable is converted before it is compared; "
                       "not yet supported: convert the bound instead");
}

static bool namesVariable(const Expr &E, const VarDecl *Variable) {
  const Expr *Inner = E.IgnoreParenImpCasts();
  while (const auto *Cast = dyn_cast<ExplicitCastExpr>(Inner))
    Inner = Cast->getSubExpr()->IgnoreParenImpCasts();
  return variableOf(Inner) == Variable;
}

bool ForShaper::readCondition() {
  if (Declared)
    return refuse(Declared->getLocation(), {},
                  "the loop's condition declares a variable; not yet "
                  "supported: compare the loop variable with a bound");
  if (!Condition)
    return repeats(
        refuse(Close, {},
               "the loop has no condition; not yet supported: compare the "
               "loop variable with a bound, and 'break' for the rest"));
  std::string Name = "'" + Shape.Variable->getNameAsString() + "'";
  std::optional<Binary> Compare = binary(Condition);
  if (isOverloaded(*Condition))
    Compare = std::nullopt;
  if (Compare && (Compare->Op == BO_LAnd || Compare->Op == BO_LOr))
    return repeats(refuse(*plain(Condition),
                          "the condition tests more than the loop variable"));
  bool Left = Compare && namesVariable(*Compare->Left, Shape.Variable);
  bool Right = Compare && namesVariable(*Compare->Right, Shape.Variable);
  if (Left == Right || !condition(Compare->Op, Right))
    return repeats(
        refuse(*plain(Condition),
               "this condition is not understood; not yet supported: "
               "compare " +
                   Name +
                   ", which the step changes, with a bound by "
                   "'<', '<=', '>', '>=' or '!='"));
  Shape.While = *condition(Compare->Op, Right);
  Shape.Bound = (Right ? Compare->Left : Compare->Right)->IgnoreImplicit();
  if (const Expr *Again = findVariable(*Shape.Bound, *Shape.Variable))
    return repeats(refuse(*Again,
                          "the bound changes with the loop variable; not yet "
                          "supported: the bound has to be the same in every "
                          "iteration"));
  return checkComparison(Right ? *Compare->Right : *Compare->Left) &&
         checkBound();
}

bool ForShaper::checkBound() {
  QualType Type = Shape.Bound->getType();
  bool Fits = false;
  switch (Shape.What) {
  case LoopShape::Kind::Integer:
    Fits = (isCountable(Type) && Context.getTypeSize(Type) <= 64) ||
           Type->isUnscopedEnumerationType();
    break;
  case LoopShape::Kind::Pointer:
    Fits = Type->isPointerType() || Type->isArrayType();
    break;
  case LoopShape::Kind::Iterator:
    Fits = iteratorKind(Type) == IteratorKind::Contiguous ||
           iteratorKind(Type) == IteratorKind::RandomAccess;
    break;
  case LoopShape::Kind::Range:
    break;
  }
  if (Fits)
    return true;
  return refuse(*Shape.Bound,
                Type->isFloatingType()
                    ? "the bound is of floating-point type; not yet "
                      "supported: convert it to an integer before the loop"
                    : "the bound is of a type that the loop variable can't "
                      "count up to; not yet supported");
}

/// A constant step leads away from the bound only in loops that are meant to
/// wrap around, or by mistake.
bool ForShaper::checkDirection() {
  if (Shape.Step || Shape.While == LoopShape::Condition::Until)
    return true;
  bool Up = Shape.While == LoopShape::Condition::Below ||
            Shape.While == LoopShape::Condition::AtMost;
  if (Up == (Shape.StepValue > 0))
    return true;
  return refuse(*Change,
                std::string("the step counts ") + (Up ? "down" : "up") +
                    " while the condition is " + (Up ? "an upper" : "a lower") +
                    " bound; not yet supported: write a loop that counts "
                    "towards its bound");
}

static bool refuseStatement(const Annotation &A, Diagnoser &Diags) {
  const Stmt *S = A.Loop;
  if (isa<DoStmt>(S)) {
    Diags.error(DiagID::LoopForm, S->getBeginLoc(),
                "a 'do' loop is not yet supported: write a 'for' loop with the "
                "number of its iterations in the header");
    return false;
  }
  Diags.error(DiagID::LoopForm, S->getBeginLoc(),
              "only a 'for' loop can be run in parallel");
  return false;
}

bool shapeLoop(const Annotation &A, const FunctionDecl *Function,
               ASTContext &Context, Diagnoser &Diags, LoopShape &Shape) {
  Shape = LoopShape();
  Shape.Attributes = A;
  Shape.Loop = A.Loop;
  Shape.Function = Function;
  if (const auto *For = dyn_cast<ForStmt>(A.Loop)) {
    Shape.Body = For->getBody();
    return ForShaper(*For, Context, Diags, Shape).run();
  }
  if (const auto *While = dyn_cast<WhileStmt>(A.Loop)) {
    Shape.Body = While->getBody();
    return ForShaper(*While, Context, Diags, Shape).run();
  }
  if (const auto *Range = dyn_cast<CXXForRangeStmt>(A.Loop)) {
    Shape.Body = Range->getBody();
    return shapeRange(*Range, Context, Diags, Shape);
  }
  return refuseStatement(A, Diags);
}

} // namespace mp::tool
