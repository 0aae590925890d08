//===- WalkLoops.cpp - Inner loops of the walked code ---------------------===//
//
// A counted loop's variable ranges over known bounds while its body is walked;
// what the body certainly writes is then written for all values of it. Of any
// other loop the body runs any number of times.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"
#include "loops/Exits.h"

using namespace clang;

namespace mp::tool {

/// Its body may end a loop before the header does. (Where a return does, that
/// is the end of all that could see what is not written then.)
static bool endsEarly(const Jumps &Body) {
  return Body.first({Jump::Kind::Break, Jump::Kind::Goto});
}

/// The part of a loop's step that is not a cursor's; null if there are several.
const Expr *Walker::counting(const Expr *Step) const {
  Step = Step->IgnoreParenImpCasts();
  const auto *B = dyn_cast<BinaryOperator>(Step);
  if (!B || B->getOpcode() != BO_Comma)
    return Step;
  auto Moves = [&](const Expr *E) {
    return Stepping.step(E->IgnoreParenImpCasts()) != nullptr;
  };
  if (Moves(B->getRHS()))
    return counting(B->getLHS());
  return Moves(B->getLHS()) ? counting(B->getRHS()) : nullptr;
}

/// `for (j = lo; j < hi; ++j)` where the body leaves j and the bounds alone.
bool Walker::recognise(const ForStmt *S, const VarDecl *&V, Active &Range) {
  if (!S->getCond() || !S->getInc() || !S->getInit())
    return false;
  const Expr *Low = nullptr;
  if (auto *D = dyn_cast<DeclStmt>(S->getInit())) {
    auto *Cond = dyn_cast<BinaryOperator>(S->getCond()->IgnoreParenImpCasts());
    if (!Cond)
      return false;
    for (const Decl *One : D->decls())
      if (auto *Var = dyn_cast<VarDecl>(One))
        if (RegionFacts::named(Cond->getLHS()->IgnoreParenImpCasts()) == Var) {
          V = Var;
          Low = Var->getInit();
        }
  } else if (auto *A = dyn_cast<BinaryOperator>(S->getInit())) {
    if (A->getOpcode() == BO_Assign) {
      V = dyn_cast_or_null<VarDecl>(RegionFacts::named(A->getLHS()));
      Low = A->getRHS();
    }
  }
  if (!V || !Low || !V->getType()->isIntegerType() ||
      V->getType()->isBooleanType())
    return false;
  auto *Cond = dyn_cast<BinaryOperator>(S->getCond()->IgnoreParenImpCasts());
  if (!Cond || RegionFacts::named(Cond->getLHS()->IgnoreParenImpCasts()) != V)
    return false;
  long long Step = 0;
  const Expr *Inc = counting(S->getInc());
  if (!Inc)
    return false;
  if (auto *U = dyn_cast<UnaryOperator>(Inc)) {
    if (!U->isIncrementDecrementOp() ||
        RegionFacts::named(U->getSubExpr()) != V)
      return false;
    Step = U->isIncrementOp() ? 1 : -1;
  } else if (auto *B = dyn_cast<BinaryOperator>(Inc)) {
    if (RegionFacts::named(B->getLHS()) != V)
      return false;
    auto Constant = [&](const Expr *E) -> long long {
      Expr::EvalResult R;
      if (!E->isValueDependent() && E->EvaluateAsInt(R, C) &&
          R.Val.getInt().getSignificantBits() < 32)
        return R.Val.getInt().getExtValue();
      return 0;
    };
    if (B->getOpcode() == BO_AddAssign)
      Step = Constant(B->getRHS());
    else if (B->getOpcode() == BO_SubAssign)
      Step = -Constant(B->getRHS());
    else if (B->getOpcode() == BO_Assign)
      if (auto *Sum =
              dyn_cast<BinaryOperator>(B->getRHS()->IgnoreParenImpCasts()))
        if (RegionFacts::named(Sum->getLHS()->IgnoreParenImpCasts()) == V) {
          if (Sum->getOpcode() == BO_Add)
            Step = Constant(Sum->getRHS());
          else if (Sum->getOpcode() == BO_Sub)
            Step = -Constant(Sum->getRHS());
        }
  }
  if (Step == 0)
    return false;
  RegionFacts Inside = RegionFacts::of(S->getBody(), C);
  if (Inside.writes(V))
    return false;
  // Bounds, evaluated for their numbers only.
  bool WasRecording = Recording;
  Recording = false;
  State Saved = Now;
  Value L = rvalue(Low), H = rvalue(Cond->getRHS());
  Now = Saved;
  Recording = WasRecording;
  if (!L.Number || !H.Number || !L.Fits.empty() || !H.Fits.empty())
    return false;
  BinaryOperatorKind Op = Cond->getOpcode();
  std::optional<Polynomial> Last = H.Number;
  if (Op == BO_LT || (Op == BO_NE && Step == 1))
    Last = Polynomial::subtract(*H.Number, Polynomial(1));
  else if (Op == BO_GT || (Op == BO_NE && Step == -1))
    Last = Polynomial::add(*H.Number, Polynomial(1));
  else if (Op != BO_LE && Op != BO_GE)
    return false;
  if (!Last)
    return false;
  bool Up = Op == BO_LT || Op == BO_LE || (Op == BO_NE && Step > 0);
  if (Up != (Step > 0))
    return false;
  if (Step != 1 && Step != -1) {
    // The last value met; only for constants, otherwise the end is not exact.
    auto A = L.Number->constant(), B = Last->constant();
    if (!A || !B)
      return false;
    if ((*B - *A) / Step >= 0 && ((*B >= *A) == (Step > 0)))
      Last = Polynomial(*A + (*B - *A) / Step * Step);
  }
  Range.Sym = innerSymbol(V, S);
  Range.Stride = std::abs(Step);
  Range.Down = !Up;
  // The larger end wraps where it is negative.
  if (Cond->getRHS()->getType()->isUnsignedIntegerOrEnumerationType() ||
      V->getType()->isUnsignedIntegerType())
    Range.Top = Up ? *H.Number : *L.Number;
  Range.Low = Up ? *L.Number : *Last;
  Range.High = Up ? *Last : *L.Number;
  auto A = Range.Low.constant(), B = Range.High.constant();
  Range.CertainlyRuns = A && B && *A <= *B;
  return true;
}

/// After a loop: what its body certainly wrote, if it ran in full, is written
/// for all values of the loop's variable.
void Walker::closeLoop(const Places &Before, const Active *A, bool Full) {
  State End = join(Now, Loops.back().Continue);
  Places After = Before;
  if (End && A && Full) {
    Now = Before;
    for (const Place &P : *End) {
      bool Known = true, Mentions = false;
      for (const Step &S : P.Path)
        if (S.What == Step::Kind::Element && S.At.Known)
          Mentions |= S.At.Form.mentions(A->Sym);
      Place Closed = P;
      for (Step &S : Closed.Path) {
        if (S.What != Step::Kind::Element || !S.At.Known)
          continue;
        Polynomial Rest, Factor;
        if (!S.At.Form.split(A->Sym, Rest, Factor)) {
          Known = false;
          break;
        }
        if (Factor.constant() == 0)
          continue;
        // a[3*k], a[3*k + 1], a[3*k + 2]: all written, without gaps.
        auto K = Factor.constant();
        long long Gap = K ? *K * A->Stride : 0;
        if (Gap > 1 && Gap <= 16 && S.At.Terms.empty() &&
            &S == &Closed.Path.back()) {
          bool All = true;
          for (long long D = 1; D < Gap; ++D) {
            auto Next = Polynomial::add(S.At.Form, Polynomial(D));
            Place Other = P;
            if (Next)
              Other.Path.back().At.Form = *Next;
            bool Found = false;
            for (const Place &W : *End)
              Found |= Next && W.key() == Other.key();
            All &= Found;
          }
          auto Low = Polynomial::multiply(A->Low, Factor);
          auto High = Polynomial::multiply(A->High, Factor);
          if (High)
            High = Polynomial::add(*High, Polynomial(Gap - 1));
          if (All && Low && High) {
            S.At.Form = Rest;
            S.At.Terms.push_back({Polynomial(1), *Low, *High});
            continue;
          }
        }
        if ((K != 1 && A->Stride == 1) || !S.At.Terms.empty() ||
            !A->spread(Rest, Factor, S.At.Form, S.At.Terms)) {
          Known = false;
          break;
        }
      }
      if (!Known || (!Mentions && !A->CertainlyRuns))
        continue;
      // [0, v.size()): all that there is to read.
      if (Closed.Path.size() >= 2 && Closed.endsInElement() &&
          Closed.Path[Closed.Path.size() - 2].What == Step::Kind::Content) {
        const Index &I = Closed.Path.back().At;
        Place Object = Closed.shortened(2);
        auto Count = I.Terms.size() == 1
                         ? Polynomial::add(I.Terms[0].High, Polynomial(1))
                         : std::nullopt;
        if (Count && I.Form.constant() == 0 &&
            I.Terms[0].Coefficient.constant() == 1 &&
            I.Terms[0].Low.constant() == 0 && Count->terms().size() == 1 &&
            Count->terms().begin()->second == 1 &&
            Count->terms().begin()->first.size() == 1 &&
            Count->terms().begin()->first[0]->Key == "size of " + Object.key())
          Closed = Object;
      }
      // A whole array of constant size.
      if (Closed.endsInElement() && Closed.Path.back().Extent) {
        const Step &Last = Closed.Path.back();
        Place All = Closed.shortened(1);
        if (covers(Closed, All.element(Index::at(0), Last.Type, Last.Extent)) &&
            covers(
                Closed,
                All.element(Index::at(static_cast<long long>(Last.Extent) - 1),
                            Last.Type, Last.Extent)))
          Closed = All;
      }
      markWritten(Closed);
    }
    After = *Now;
  }
  Now = After;
}

void Walker::walkFor(const ForStmt *S) {
  const VarDecl *V = nullptr;
  Active Range{};
  walk(S->getInit());
  enterLoop(S);
  bool Recognised = recognise(S, V, Range);
  std::vector<CursorState> Entry =
      enterCursors(S, Recognised ? &Range : nullptr);
  if (!Recognised) {
    walkWhile(S->getCond(), S->getBody(), S->getInc(), false);
    leaveCursors(S, nullptr, Entry);
    return;
  }
  rvalue(S->getCond());
  walkAsLoop(V, Range, S->getBody(), [&] {
    walk(S->getBody());
    State BodyEnd = Now;
    // The increment is not a write that anything depends on, beyond V's own.
    if (!isLocal(V))
      record({Place::variable(V)}, true, true, V->getType(), S->getInc());
    Now = BodyEnd;
  });
  leaveCursors(S, &Range, Entry);
}

/// A loop of which it is known what values V (or the number of the element
/// that it is) takes. Iteration walks the body once, with whatever belongs to
/// it.
void Walker::walkAsLoop(const VarDecl *V, const Active &Range, const Stmt *Body,
                        llvm::function_ref<void()> Iteration) {
  Jumps Inside = Jumps::of(Body);
  bool Full = !endsEarly(Inside);
  // A function that returns from within the loop leaves out the rest of it, and
  // its caller goes on. From the loop that is judged nothing goes on.
  bool Certain = Full && (Loop || !Inside.first({Jump::Kind::Return}));
  Places Before = Now ? *Now : Places();
  bool Reachable = Now.has_value();
  Actives[V] = Range;
  ActiveOrder.push_back(V);
  bool WasEscaped = Escaped;
  if (!Certain)
    ++Conditional;
  Loops.push_back({});
  Iteration();
  closeLoop(Before, &Range, Full);
  Loops.pop_back();
  if (!Certain)
    --Conditional;
  else
    Escaped = WasEscaped; // a continue goes no further than this loop
  ActiveOrder.pop_back();
  Actives.erase(V);
  if (!Reachable)
    Now = std::nullopt;
}

void Walker::walkWhile(const Expr *Condition, const Stmt *Body,
                       const Expr *Increment, bool BodyFirst) {
  if (!BodyFirst && Condition)
    rvalue(Condition);
  State Before = Now;
  bool Once = BodyFirst && !endsEarly(Jumps::of(Body));
  if (!Once)
    ++Conditional;
  Loops.push_back({});
  if (!BodyFirst && Condition)
    assume(Condition, true);
  walk(Body);
  Now = join(Now, Loops.back().Continue);
  if (Increment && Now)
    rvalue(Increment);
  if (BodyFirst && Condition && Now)
    rvalue(Condition);
  State Break = Loops.back().Break;
  Loops.pop_back();
  if (!Once)
    --Conditional;
  if (BodyFirst)
    Now = join(Now, Break);
  else
    Now = Condition ? Before : Break; // `for (;;)` is left by break only
  if (Condition && !BodyFirst && Break)
    Now = join(Now, Break);
}

void Walker::walkRangeFor(const CXXForRangeStmt *S) {
  walk(S->getInit());
  const Expr *R = S->getRangeInit();
  QualType T = R->getType();
  enterLoop(S);
  Places Range = R->isLValue() ? lvalue(R) : Places();
  Value Held;
  LibraryType Kind = libraryType(T);
  if (!R->isLValue() || Kind == LibraryType::View)
    Held = rvalue(R);
  Places Elements;
  const VarDecl *V = S->getLoopVariable();
  // The number of the element, which has no name of the program's: the hidden
  // variable stands for it. (The size of a container may change in the body.)
  const auto *Hidden = cast<VarDecl>(S->getRangeStmt()->getSingleDecl());
  const auto Extent = static_cast<long long>(constantExtent(T));
  Index Each = Extent > 0 ? Index::at(Polynomial(innerSymbol(Hidden, S)))
                          : Index::unknown();
  if (Kind == LibraryType::View) {
    for (const Place &P : Held.Targets)
      merge(Elements, {unindexed(P)});
  } else {
    for (const Place &P : Range) {
      if (!T->isArrayType() && Kind != LibraryType::InPlace)
        record({P.header()}, true, false, C.getSizeType(), R);
      if (T->isArrayType() || Kind == LibraryType::InPlace)
        merge(Elements, {P.element(Each, elementType(T), constantExtent(T))});
      else if (Kind != LibraryType::None)
        merge(Elements, {P.content(Index::unknown(), elementType(T))});
      else
        merge(Elements, {P.reach()});
    }
    if (!R->isLValue())
      Elements.push_back(Place::of(Place::Root::Local));
  }
  // A user's class: begin() and end() are calls, and so is what the iterators
  // do.
  bool Calls = Kind == LibraryType::None && !T->isArrayType();
  if (Calls)
    for (const DeclStmt *D : {S->getBeginStmt(), S->getEndStmt()})
      if (D)
        if (auto *V = dyn_cast<VarDecl>(D->getSingleDecl()))
          declare(V);
  // `for (int &x : references)`: what the elements refer to.
  if (QualType Of = elementType(T), To = V->getType().getNonReferenceType();
      !Of.isNull() && V->getType()->isReferenceType() && recordOf(Of) &&
      isInStd(recordOf(Of)) && !C.hasSameUnqualifiedType(Of, To)) {
    Places Referred;
    for (const Place &E : Elements)
      for (const Place &R : resolve(E))
        merge(Referred, pointeesOf(R, covered(R)));
    Elements =
        Referred.empty() ? Places{Place::of(Place::Root::Unknown)} : Referred;
  }
  auto Iteration = [&] {
    Facts.Declared.insert(V);
    if (Calls) {
      rvalue(S->getCond());
      rvalue(S->getInc());
      if (const Expr *Init = V->getInit())
        merge(Elements,
              Init->isGLValue() ? lvalue(Init) : rvalue(Init).Targets);
    }
    if (V->getType()->isReferenceType()) {
      addTargets(V, Elements);
    } else {
      Value L = load(Elements, V->getType(), R);
      addTargets(V, L.Targets);
      copied(V->getType(), R);
    }
    hold(V);
    walk(S->getBody());
  };
  if (Extent > 0) {
    Active All;
    All.Sym = innerSymbol(Hidden, S);
    All.High = Polynomial(Extent - 1);
    All.CertainlyRuns = true;
    walkAsLoop(Hidden, All, S->getBody(), Iteration);
    return;
  }
  State Before = Now;
  ++Conditional;
  bool WasEscaped = Escaped;
  Loops.push_back({});
  Iteration();
  Loops.pop_back();
  --Conditional;
  Jumps Inside = Jumps::of(S->getBody());
  if (!Inside.first({Jump::Kind::Goto}) &&
      (Loop || !Inside.first({Jump::Kind::Return})))
    Escaped = WasEscaped;
  Now = Before;
}

} // namespace mp::tool
