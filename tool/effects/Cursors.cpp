//===- Cursors.cpp - Pointers that step at a constant pace ----------------===//
//
// Every statement is visited with the loops around it and with what decides
// whether it is executed. A step counts when both are those of the pointer's
// declaration, counted loops apart, and when its full-expression names the
// pointer nowhere else, so that the order of evaluation doesn't matter.
//
//===----------------------------------------------------------------------===//

#include "effects/Cursors.h"
#include "loops/Exits.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace mp::tool {

namespace {
class CursorFinder {
public:
  CursorFinder(const ASTContext &C, Cursors &Found) : C(C), Found(Found) {}

  void declare(const VarDecl *V);
  void visit(const Stmt *S);
  void finish(const RegionFacts &Facts);

private:
  struct Candidate {
    unsigned Guard = 0;
    size_t Depth = 0;    ///< number of loops around the declaration
    long long Moved = 0; ///< by the steps so far in its own body
    unsigned Steps = 0;
    unsigned Named = 0; ///< in this full-expression
    bool Spoilt = false;
  };
  struct Body {
    const ForStmt *Loop;
    bool LeavesOut; ///< some iterations may do a part of it only
    std::map<const VarDecl *, Cursors::Pace> Moved;
  };
  /// What is executed together; never: no steps are understood there.
  static constexpr unsigned Never = 0;

  void under(unsigned Other, const Stmt *S) {
    const unsigned Was = std::exchange(Guard, Other);
    visit(S);
    Guard = Was;
  }
  void guarded(const Stmt *S) { under(++Guards, S); }
  void loop(const ForStmt *S);
  void full(const Expr *E);
  void expression(const Expr *E);
  void step(const Expr *E, const Expr *Target, long long By);
  void spoilAll(const Stmt *S);
  Candidate *candidate(const ValueDecl *V) {
    auto It = Declared.find(dyn_cast_or_null<VarDecl>(V));
    return It == Declared.end() ? nullptr : &It->second;
  }

  const ASTContext &C;
  Cursors &Found;
  std::map<const VarDecl *, Candidate> Declared;
  std::vector<Body> Around;
  unsigned Guard = 1, Guards = 1;
  std::vector<Candidate *> SteppedHere; ///< in this full-expression
  bool HasLabels = false;
};
} // namespace

void CursorFinder::declare(const VarDecl *V) {
  QualType T = V->getType();
  if (!T->isPointerType() || T.isVolatileQualified() ||
      T->getPointeeType()->isIncompleteType() ||
      T->getPointeeType()->isFunctionType() || V->hasGlobalStorage())
    return;
  Candidate &One = Declared[V];
  One.Guard = Guard;
  One.Depth = Around.size();
}

void CursorFinder::step(const Expr *E, const Expr *Target, long long By) {
  const ValueDecl *Named = RegionFacts::named(Target);
  Candidate *One = candidate(Named);
  if (!One)
    return;
  const auto *V = cast<VarDecl>(Named);
  One->Spoilt |= By == 0 || Guard == Never || One->Guard != Guard;
  ++One->Steps;
  SteppedHere.push_back(One);
  long long *Sum = &One->Moved; // in the body around the loop, then in it
  for (size_t D = One->Depth; D < Around.size(); ++D) {
    One->Spoilt |= Around[D].LeavesOut;
    Cursors::Pace &Pace =
        Around[D]
            .Moved.try_emplace(V, Cursors::Pace{V, 0, false, *Sum})
            .first->second;
    Pace.Nested |= D + 1 < Around.size();
    Sum = &Pace.By;
  }
  Found.Steps[E] = {V, By, *Sum};
  *Sum += By;
}

void CursorFinder::spoilAll(const Stmt *S) {
  if (!S)
    return;
  if (const auto *Name = dyn_cast<DeclRefExpr>(S))
    if (Candidate *One = candidate(Name->getDecl()))
      One->Spoilt = true;
  for (const Stmt *Child : S->children())
    spoilAll(Child);
}

void CursorFinder::expression(const Expr *E) {
  if (const auto *Name = dyn_cast<DeclRefExpr>(E)) {
    if (Candidate *One = candidate(Name->getDecl()))
      ++One->Named;
    return;
  }
  if (isa<LambdaExpr, StmtExpr>(E))
    return spoilAll(E);
  const auto *U = dyn_cast<UnaryOperator>(E);
  const auto *B = dyn_cast<BinaryOperator>(E);
  const auto *Call = dyn_cast<CallExpr>(E);
  if (U && U->isIncrementDecrementOp())
    step(E, U->getSubExpr(), U->isIncrementOp() ? 1 : -1);
  if (B && (B->getOpcode() == BO_AddAssign || B->getOpcode() == BO_SubAssign)) {
    Expr::EvalResult R;
    long long By = 0;
    if (!B->getRHS()->isValueDependent() && B->getRHS()->EvaluateAsInt(R, C) &&
        R.Val.getInt().getSignificantBits() < 32)
      By = R.Val.getInt().getExtValue();
    step(E, B->getLHS(), B->getOpcode() == BO_AddAssign ? By : -By);
  }
  // All of these evaluate all of their operands.
  const bool Evaluates =
      isa<CastExpr, ParenExpr, ArraySubscriptExpr, MemberExpr, CXXConstructExpr,
          FullExpr, MaterializeTemporaryExpr, CXXBindTemporaryExpr,
          InitListExpr>(E) ||
      U || (B && !B->isLogicalOp()) || (Call && !Call->getBuiltinCallee());
  const unsigned Was = Guard;
  if (!Evaluates)
    Guard = Never;
  for (const Stmt *Child : E->children())
    if (const auto *Operand = dyn_cast_or_null<Expr>(Child))
      expression(Operand);
  Guard = Was;
}

void CursorFinder::full(const Expr *E) {
  for (auto &[V, One] : Declared)
    One.Named = 0;
  SteppedHere.clear();
  expression(E);
  for (Candidate *One : SteppedHere)
    One->Spoilt |= One->Named != 1;
}

void CursorFinder::loop(const ForStmt *S) {
  visit(S->getInit());
  const Jumps Inside = Jumps::of(S->getBody());
  Around.push_back({S,
                    Inside.first({Jump::Kind::Break, Jump::Kind::Continue,
                                  Jump::Kind::Goto}) != nullptr,
                    {}});
  guarded(S->getConditionVariableDeclStmt());
  guarded(S->getCond());
  visit(S->getBody());
  visit(S->getInc());
  for (auto &[V, Pace] : Around.back().Moved)
    Found.Loops[S].push_back(Pace);
  Around.pop_back();
}

void CursorFinder::visit(const Stmt *S) {
  if (!S)
    return;
  if (const auto *E = dyn_cast<Expr>(S))
    return full(E);
  if (const auto *For = dyn_cast<ForStmt>(S))
    return loop(For);
  if (const auto *D = dyn_cast<DeclStmt>(S)) {
    for (const Decl *One : D->decls())
      if (const auto *V = dyn_cast<VarDecl>(One)) {
        under(V->isStaticLocal() ? Never : Guard, V->getInit());
        declare(V);
      }
    return;
  }
  HasLabels |= isa<LabelStmt>(S);
  const bool Plain = isa<CompoundStmt, AttributedStmt, ReturnStmt>(S);
  for (const Stmt *Child : S->children()) {
    if (Plain)
      visit(Child);
    else if (isa<SwitchStmt, SwitchCase>(S))
      under(Never, Child);
    else
      guarded(Child);
  }
}

void CursorFinder::finish(const RegionFacts &Facts) {
  for (auto &[V, One] : Declared) {
    const unsigned Set = isa<ParmVarDecl>(V) ? 0 : 1;
    if (!HasLabels && !One.Spoilt && One.Steps > 0 &&
        (Set == 0 || V->hasInit()) &&
        Facts.Writes.lookup(V) == One.Steps + Set &&
        !Facts.Assigned.contains(V) && !Facts.AddressTaken.contains(V))
      Found.All.insert(V);
  }
  llvm::SmallVector<const Expr *> Others;
  for (const auto &[E, One] : Found.Steps)
    if (!Found.All.contains(One.Pointer))
      Others.push_back(E);
  for (const Expr *E : Others)
    Found.Steps.erase(E);
  for (auto &[S, Paces] : Found.Loops)
    llvm::erase_if(Paces, [&](const Cursors::Pace &P) {
      return !Found.All.contains(P.Pointer);
    });
}

Cursors Cursors::of(const Stmt *Region,
                    llvm::ArrayRef<ParmVarDecl *> Parameters,
                    const RegionFacts &Facts, const ASTContext &C) {
  Cursors Found;
  CursorFinder Finder(C, Found);
  for (const ParmVarDecl *P : Parameters)
    Finder.declare(P);
  Finder.visit(Region);
  Finder.finish(Facts);
  return Found;
}

const Cursors::Step *Cursors::step(const Expr *E) const {
  auto It = Steps.find(E);
  return It == Steps.end() ? nullptr : &It->second;
}

llvm::ArrayRef<Cursors::Pace> Cursors::paces(const ForStmt *S) const {
  auto It = Loops.find(S);
  if (It == Loops.end())
    return {};
  return It->second;
}

} // namespace mp::tool
