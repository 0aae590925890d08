//===- Estimate.cpp - How long one iteration takes at most, roughly -------===//
//
// Adds up the operations of a body, the dearer branch of each choice, the
// bodies of visible callees and inner loops whose trip count is a constant.
// Allocation, unknown calls, unknown trip counts and recursion have no bound,
// and so the body has none.
//
//===----------------------------------------------------------------------===//

#include "plan/Estimate.h"
#include "effects/Library.h"
#include "effects/Types.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseMap.h"
#include <cmath>
#include <limits>

using namespace clang;

namespace mp::tool {
namespace {

// Generous figures: an estimate that is too high costs one timed entry, one
// that is too low leaves a loop native that would have paid.
constexpr double Unknown = std::numeric_limits<double>::infinity();
constexpr double Step = 0.5;     // an addition, a comparison, a jump
constexpr double Access = 1;     // a load or store that hits a cache
constexpr double Division = 8;   // also a remainder
constexpr double Call = 2;       // and return
constexpr double Function = 40;  // of the C library, on numbers alone
constexpr double Dearest = 1000; // beyond that timing is cheap in comparison

class Estimator {
public:
  explicit Estimator(ASTContext &C) : C(C) {}

  double statement(const Stmt *S);

private:
  double children(const Stmt &S);
  double function(const FunctionDecl *F);
  double callee(const FunctionDecl *F);
  double declaration(const Decl *D);
  double operation(const BinaryOperator &B);
  double tripCount(const ForStmt &For);
  double tripCount(const CXXForRangeStmt &For);
  std::optional<double> constant(const Expr *E);

  ASTContext &C;
  /// Of functions met before; Unknown while one is being looked at, so that
  /// recursion has no bound.
  llvm::DenseMap<const FunctionDecl *, double> Known;
};

} // namespace

double Estimator::children(const Stmt &S) {
  double Sum = 0;
  for (const Stmt *Child : S.children()) {
    Sum += statement(Child);
    if (Sum > Dearest)
      return Unknown;
  }
  return Sum;
}

std::optional<double> Estimator::constant(const Expr *E) {
  Expr::EvalResult Result;
  if (!E || E->isValueDependent() || !E->EvaluateAsInt(Result, C))
    return std::nullopt;
  return Result.Val.getInt().roundToDouble();
}

/// Of `for (int k = 0; k < 3; ++k)`, whichever way the comparison is written.
double Estimator::tripCount(const ForStmt &For) {
  const auto *Test = dyn_cast_or_null<BinaryOperator>(For.getCond());
  const Expr *First = nullptr;
  const ValueDecl *Variable = nullptr;
  if (const auto *D = dyn_cast_or_null<DeclStmt>(For.getInit());
      D && D->isSingleDecl()) {
    const auto *V = dyn_cast<VarDecl>(D->getSingleDecl());
    Variable = V;
    First = V ? V->getInit() : nullptr;
  } else if (const auto *B = dyn_cast_or_null<BinaryOperator>(For.getInit());
             B && B->getOpcode() == BO_Assign) {
    if (const auto *R = dyn_cast<DeclRefExpr>(B->getLHS()->IgnoreParens()))
      Variable = R->getDecl();
    First = B->getRHS();
  }
  if (!Test || !Test->isComparisonOp() || !Variable)
    return Unknown;
  const auto Names = [&](const Expr *E) {
    const auto *R = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
    return R && R->getDecl() == Variable;
  };
  const Expr *Bound = Names(Test->getLHS())   ? Test->getRHS()
                      : Names(Test->getRHS()) ? Test->getLHS()
                                              : nullptr;
  double By = 1;
  if (const auto *Add =
          dyn_cast_or_null<CompoundAssignOperator>(For.getInc())) {
    if (!Names(Add->getLHS()) ||
        (Add->getOpcode() != BO_AddAssign && Add->getOpcode() != BO_SubAssign))
      return Unknown;
    By = std::abs(constant(Add->getRHS()).value_or(0));
  } else if (const auto *Next = dyn_cast_or_null<UnaryOperator>(For.getInc());
             !Next || !Next->isIncrementDecrementOp() ||
             !Names(Next->getSubExpr())) {
    return Unknown;
  }
  auto From = constant(First), To = constant(Bound);
  if (!From || !To || By < 1)
    return Unknown;
  return std::floor(std::abs(*To - *From) / By) + 1;
}

double Estimator::tripCount(const CXXForRangeStmt &For) {
  unsigned long long Extent = constantExtent(For.getRangeInit()->getType());
  return Extent ? static_cast<double>(Extent) : Unknown;
}

double Estimator::declaration(const Decl *D) {
  const auto *V = dyn_cast<VarDecl>(D);
  if (!V)
    return isa<TypeDecl, StaticAssertDecl, UsingDecl, UsingDirectiveDecl>(D)
               ? 0
               : Unknown;
  if (V->isStaticLocal() || V->needsDestruction(C))
    return Unknown;
  double Size = 0;
  if (const auto *Array = C.getAsConstantArrayType(V->getType());
      Array && V->getInit())
    Size = C.getTypeSizeInChars(V->getType()).getQuantity() / 8.0;
  return (V->getInit() ? statement(V->getInit()) : 0) + Size * Step;
}

double Estimator::operation(const BinaryOperator &B) {
  double Own = Step;
  switch (B.getOpcode()) {
  case BO_Div:
  case BO_Rem:
  case BO_DivAssign:
  case BO_RemAssign:
    Own = Division;
    break;
  default:
    // Of numbers that the machine can't add in one step.
    if (B.getType()->isAnyComplexType() ||
        B.getType()->isSpecificBuiltinType(BuiltinType::LongDouble))
      Own = Division;
  }
  return Own + children(B);
}

/// What a call of F costs beside its arguments.
double Estimator::callee(const FunctionDecl *F) {
  if (!F || F->getType().isVolatileQualified())
    return Unknown;
  if (F->isNoReturn())
    return 0;
  if (const auto *M = dyn_cast<CXXMethodDecl>(F); M && M->isVirtual())
    return Unknown;
  if (F->isTrivial())
    return Step *
           (1 + (F->getNumParams()
                     ? C.getTypeSizeInChars(
                            F->getParamDecl(0)->getType().getNonReferenceType())
                               .getQuantity() /
                           8.0
                     : 0));
  if (F->hasBody())
    return function(F->getDefinition() ? F->getDefinition() : F);
  const LibraryFunction *L = lookupLibrary(*F);
  if (!L || L->Effects != LibraryFunction::None ||
      !F->getReturnType()->isArithmeticType())
    return Unknown;
  for (const ParmVarDecl *P : F->parameters())
    if (!P->getType()->isArithmeticType())
      return Unknown;
  return Function;
}

double Estimator::function(const FunctionDecl *F) {
  auto [Entry, IsNew] = Known.try_emplace(F, Unknown);
  if (!IsNew)
    return Entry->second;
  double Sum = Call + statement(F->getBody());
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(F))
    for (const CXXCtorInitializer *I : Constructor->inits())
      Sum += statement(I->getInit());
  if (isa<CXXDestructorDecl>(F))
    Sum = Unknown;
  return Known[F] = Sum;
}

double Estimator::statement(const Stmt *S) {
  if (!S)
    return 0;
  if (const auto *E = dyn_cast<Expr>(S)) {
    if (isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr, CXXThrowExpr,
            LambdaExpr>(E))
      return Step;
    if (isa<CXXNewExpr, CXXDeleteExpr, CXXBindTemporaryExpr, AtomicExpr,
            StmtExpr, CXXTypeidExpr, CXXDynamicCastExpr>(E))
      return Unknown;
    if (const auto *B = dyn_cast<BinaryOperator>(E))
      return operation(*B);
    if (isa<UnaryOperator, ArraySubscriptExpr>(E))
      return Access + children(*E);
    if (const auto *M = dyn_cast<MemberExpr>(E))
      return (M->isArrow() ? Access : 0) + children(*E);
    if (const auto *Choice = dyn_cast<AbstractConditionalOperator>(E))
      return Step + statement(Choice->getCond()) +
             std::max(statement(Choice->getTrueExpr()),
                      statement(Choice->getFalseExpr()));
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(E))
      return callee(Construct->getConstructor()) + children(*E);
    if (const auto *Inherited = dyn_cast<CXXInheritedCtorInitExpr>(E))
      return callee(Inherited->getConstructor());
    if (const auto *Default = dyn_cast<CXXDefaultArgExpr>(E))
      return statement(Default->getExpr());
    if (const auto *Default = dyn_cast<CXXDefaultInitExpr>(E))
      return statement(Default->getExpr());
    if (const auto *C = dyn_cast<CallExpr>(E))
      return callee(C->getDirectCallee()) + children(*E);
    return children(*E);
  }
  if (const auto *D = dyn_cast<DeclStmt>(S)) {
    double Sum = 0;
    for (const Decl *Declared : D->decls())
      Sum += declaration(Declared);
    return Sum;
  }
  if (const auto *If = dyn_cast<IfStmt>(S)) {
    double Before = If->getConditionVariableDeclStmt()
                        ? statement(If->getConditionVariableDeclStmt())
                        : 0;
    return Step + Before + statement(If->getInit()) + statement(If->getCond()) +
           std::max(statement(If->getThen()), statement(If->getElse()));
  }
  if (const auto *For = dyn_cast<ForStmt>(S))
    return statement(For->getInit()) +
           tripCount(*For) *
               (Step + statement(For->getCond()) + statement(For->getBody()) +
                statement(For->getInc()));
  if (const auto *For = dyn_cast<CXXForRangeStmt>(S))
    return tripCount(*For) * (2 * Step + statement(For->getLoopVarStmt()) +
                              statement(For->getBody()));
  if (isa<CompoundStmt, ReturnStmt, SwitchStmt, SwitchCase, AttributedStmt,
          NullStmt, BreakStmt, ContinueStmt>(S))
    return Step + children(*S);
  return Unknown;
}

double estimateNs(const Stmt &Body, ASTContext &C) {
  double Ns = Estimator(C).statement(&Body);
  if (!(Ns <= Dearest))
    return 0;
  // Whole nanoseconds: more digits would claim too much.
  return std::ceil(std::max(Ns, 1.0));
}

} // namespace mp::tool
