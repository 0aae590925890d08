//===- WalkRegion.cpp - A loop's body or a function as a whole ------------===//
//
// Sets the walk up, and repeats it until what pointers may point to is known.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"
#include "loops/Exits.h"

using namespace clang;

namespace mp::tool {

/// Repeats a walk until what pointers may point to is stable; the last walk
/// records.
void Walker::runPasses(llvm::function_ref<void()> Pass) {
  auto Signature = [this] {
    std::string S;
    std::map<std::string, std::string> Ordered;
    for (auto &[V, L] : Locals) {
      std::string T;
      for (auto &P : L.Targets)
        T += P.key() + ",";
      Ordered[Place::variable(V).key()] = T;
    }
    for (auto &[K, T] : Ordered)
      S += K + "=" + T + ";";
    for (auto &[K, T] : PointerStores) {
      S += K + "=";
      for (auto &P : T)
        S += P.key() + ",";
    }
    for (auto &[K, T] : Temporaries) {
      S += K + "=";
      for (auto &P : T)
        S += P.key() + ",";
    }
    return S;
  };
  auto Settle = [&](int Most) {
    std::string Before;
    for (int K = 0; K < Most; ++K) {
      Pass();
      std::string After = Signature();
      if (After == Before)
        break;
      if (K >= 3) // growing still: anything that can be got at
        for (auto &[V, L] : Locals)
          for (Place &P : L.Targets) {
            if (P.indirect())
              P = P.reach();
            else
              P = unindexed(P);
          }
      Before = std::move(After);
    }
  };
  do {
    Recording = false;
    Untraced = false;
    Settle(5);
    // Pointers that still lead nowhere may lead anywhere.
    Untraced = true;
    Settle(3);
    Recording = true;
    Pass();
  } while (findUnstable());
}

Effects Walker::walkFunction(const FunctionDecl *F) {
  Function = F;
  Reaches = Known.reachesAnnotated(F);
  Facts = RegionFacts::of(F->getBody(), C);
  if (auto *Ctor = dyn_cast<CXXConstructorDecl>(F))
    for (auto *I : Ctor->inits()) {
      RegionFacts More = RegionFacts::of(I->getInit(), C);
      for (auto &[V, N] : More.Writes)
        Facts.Writes[V] += N;
      for (auto *V : More.AddressTaken)
        Facts.AddressTaken.insert(V);
    }
  Stepping = Cursors::of(F->getBody(), F->parameters(), Facts, C);
  runPasses([&] {
    Now = Places();
    AtReturn = std::nullopt;
    Conditional = 0;
    Escaped = false;
    Out = Effects();
    for (const ParmVarDecl *P : F->parameters()) {
      startCursor(P);
      QualType T = P->getType();
      if (T->isReferenceType())
        addTargets(P, {Place::variable(P)});
      else if (holdsPointers(T, C))
        addTargets(P, {Place::variable(P).deref()});
    }
    if (auto *Ctor = dyn_cast<CXXConstructorDecl>(F))
      for (auto *I : Ctor->inits()) {
        Value V;
        const FieldDecl *Field = I->getAnyMember();
        if (Field && Field->getType()->isReferenceType())
          V.Targets = lvalue(I->getInit());
        else
          V = rvalue(I->getInit());
        if (Field)
          store({Place::of(Place::Root::This).field(Field)}, Field->getType(),
                V, I->getInit(), I->getInit(), false);
        else if (!V.Targets.empty()) // a base class keeps pointers
          keep(Place::of(Place::Root::This), V.Targets);
      }
    walk(F->getBody());
    State End = join(Now, AtReturn);
    if (End)
      for (const Place &P : *End)
        if (!(P.is(Place::Root::Variable) && isLocal(P.Variable) &&
              !P.Variable->getType()->isReferenceType() &&
              !(P.indirect() && selfRooted(P.Variable))))
          Out.MustWrite.push_back(P);
  });
  return std::move(Out);
}

/// The number of the element at P among all that lie in one array of arrays.
static std::optional<Polynomial> linearEnd(const Place &P) {
  size_t First = P.Path.size();
  while (First > 0 && P.Path[First - 1].What == Step::Kind::Element)
    --First;
  std::optional<Polynomial> Sum = Polynomial();
  for (size_t K = First; Sum && K < P.Path.size(); ++K) {
    const Step &S = P.Path[K];
    if (!S.At.Known || !S.At.Terms.empty() || (K > First && S.Extent == 0))
      return std::nullopt;
    Sum = Polynomial::multiply(*Sum,
                               Polynomial(static_cast<long long>(S.Extent)));
    if (Sum)
      Sum = Polynomial::add(*Sum, S.At.Form);
  }
  return Sum;
}

/// The variable of a range loop, which is or refers to one of Elements.
void Walker::ofRange(const LoopShape &Shape, const Places &Elements) {
  const VarDecl *V = Shape.Variable;
  Facts.Declared.insert(V);
  if (auto *D = dyn_cast<DecompositionDecl>(V))
    for (auto *B : D->bindings())
      Facts.Declared.insert(B);
  if (V->getType()->isReferenceType()) {
    addTargets(V, Elements);
  } else {
    Value Loaded = load(Elements, V->getType(), Shape.RangeExpr);
    addTargets(V, Loaded.Targets);
    copied(V->getType(), Shape.RangeExpr);
  }
  hold(V);
}

/// Where the loop variable starts and what it is compared with.
void Walker::readNumbers() {
  Header = HeaderNumbers();
  if (Loop->What != LoopShape::Kind::Integer) {
    Header.First = Polynomial(); // steps are counted
    return;
  }
  if (Loop->Ahead) { // so are iterations, and there is no bound
    Header.First = Polynomial();
    Header.Unsigned = true;
    return;
  }
  const bool Was = Recording;
  const State Before = Now;
  Recording = false;
  auto Number = [&](const Expr *E) -> std::optional<Polynomial> {
    if (!E || !E->getType()->isIntegralOrEnumerationType())
      return std::nullopt;
    Value V = E->isGLValue() ? load(lvalue(E), E->getType(), E) : rvalue(E);
    if (!V.Number || !V.Fits.empty() || !isInvariant(*V.Number))
      return std::nullopt;
    return V.Number;
  };
  // What the variable starts from is turned into its type. (64 bits may be cut
  // off in what is compared.)
  const QualType T = Loop->Variable->getType().getNonReferenceType();
  if (const Expr *Start = Loop->Start) {
    std::optional<Polynomial> First = Number(Start);
    const QualType From = Start->IgnoreImpCasts()->getType();
    const bool Narrows = First && !First->constant() &&
                         (!From->isIntegralOrEnumerationType() ||
                          C.getIntWidth(From) > C.getIntWidth(T));
    if (!Narrows)
      Header.First = First;
  }
  Header.Limit = Number(Loop->Bound);
  Header.Unsigned =
      T->isUnsignedIntegerType() ||
      Loop->Bound->getType()->isUnsignedIntegerOrEnumerationType();
  Recording = Was;
  Now = Before;
}

Effects Walker::walkLoop(const LoopShape &Shape) {
  Loop = &Shape;
  Facts = RegionFacts::of(Shape.Body, C, Shape.TrailingStep);
  Stepping = Cursors::of(Shape.Body, {}, Facts, C);
  readHead(Shape);
  for (const Stmt *Throw : throwsOut(Shape.Body, C))
    ThrowsOut.insert(Throw);
  Symbol S;
  S.What = Symbol::Kind::LoopVariable;
  S.Variable = Shape.Variable;
  S.Key = "loop:" + Place::variable(Shape.Variable).key();
  S.NonNegative = Shape.Variable->getType()->isUnsignedIntegerType();
  LoopSymbol = Known.Symbols.get(std::move(S));
  runPasses([&] {
    Now = Places();
    Conditional = 0;
    Escaped = false;
    TryDepth = 0;
    Out = Effects();
    Loops.assign(1, {});
    InHeader = true;
    for (const Expr *X : {Shape.Bound, Shape.Step})
      if (X && X->getType()->isArrayType())
        lvalue(X); // only where it is
      else if (X && X->isGLValue())
        load(lvalue(X), X->getType(), X);
      else if (X)
        rvalue(X);
    if (Shape.RangeExpr && Shape.RangeExpr->isLValue() &&
        libraryType(Shape.RangeExpr->getType()) != LibraryType::InPlace &&
        !Shape.RangeExpr->getType()->isArrayType())
      for (const Place &P : lvalue(Shape.RangeExpr))
        record({P.header()}, true, false, C.getSizeType(), Shape.RangeExpr);
    if (Shape.Goes)
      rvalue(Shape.Goes);
    InHeader = false;
    readNumbers();
    if (Shape.What == LoopShape::Kind::Range && Shape.Ahead) {
      // Its elements are counted in their order; no subscript leads to them.
      Places Elements;
      for (const Place &P : lvalue(Shape.RangeExpr))
        merge(Elements, {P.content(Index::at(Polynomial(LoopSymbol)),
                                   elementType(Shape.RangeExpr->getType()))});
      ofRange(Shape, Elements);
    } else if (Shape.What == LoopShape::Kind::Range) {
      // The element of this iteration.
      Places Range = lvalue(Shape.RangeExpr);
      Places Elements;
      for (const Place &P : Range)
        merge(Elements,
              {libraryType(Shape.RangeExpr->getType()) == LibraryType::Sequence
                   ? P.content(Index::at(Polynomial(LoopSymbol)),
                               elementType(Shape.RangeExpr->getType()))
                   : P.element(Index::at(Polynomial(LoopSymbol)),
                               elementType(Shape.RangeExpr->getType()))});
      if (libraryType(Shape.RangeExpr->getType()) == LibraryType::View) {
        Elements.clear();
        Value By;
        By.Number = Polynomial(LoopSymbol);
        for (const Place &T : rvalue(Shape.RangeExpr).Targets)
          merge(Elements, {shift(T, By)});
      }
      ofRange(Shape, Elements);
    } else if (Shape.What != LoopShape::Kind::Integer) {
      // A pointer or iterator: steps from where it stands at the call.
      Place At = Place::variable(Shape.Variable).deref();
      Value By;
      By.Number = Polynomial(LoopSymbol);
      Places From;
      if (Shape.Start && !Facts.writes(Shape.Variable)) {
        bool Was = Recording;
        Recording = false;
        From = rvalue(Shape.Start).Targets;
        Recording = Was;
      }
      // Where it starts, when that is plain to see.
      if (From.size() == 1 && From[0].endsInElement() &&
          From[0].Path.back().At.Known && !From[0].is(Place::Root::Unknown))
        At = From[0];
      auto Start = linearEnd(At);
      if (!Start) {
        At = Place::variable(Shape.Variable).deref();
        Start = Polynomial();
      }
      StartOffset = *Start;
      Locals[Shape.Variable].Targets = {shift(At, By, Shape.Backwards)};
    }
    walk(Shape.Body);
    Now = join(Now, Loops.back().Continue);
    if (Now)
      for (const Place &P : *Now)
        Out.MustWrite.push_back(close(P));
    InHeader = true;
    for (const Expr *Change : Shape.Repeated)
      rvalue(Change);
    InHeader = false;
  });
  return std::move(Out);
}

} // namespace mp::tool
