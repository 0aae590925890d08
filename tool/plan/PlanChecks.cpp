//===- PlanChecks.cpp - What is compared when the program runs ------------===//
//
// Places that may be the same memory for all that can be seen, and subscripts
// that may wrap: the loop runs in workers only if they turn out well.
//
//===----------------------------------------------------------------------===//

#include "classes/Enclosing.h"
#include "plan/BuildPlan.h"
#include "clang/AST/ParentMapContext.h"

using namespace clang;

namespace mp::tool {

void PlanBuilder::addCheck(LoopPlan &Plan, std::string Check) {
  if (std::find(Plan.Checks.begin(), Plan.Checks.end(), Check) ==
      Plan.Checks.end())
    Plan.Checks.push_back(std::move(Check));
}

static std::string spell(const FormText &F) {
  std::string S = "mp::affine(" + F.Constant + ").per(" + F.PerIteration + ")";
  for (auto &R : F.Ranges)
    S += ".over(" + R.Coefficient + ", " + R.Low + ", " + R.High + ")";
  return S;
}

void PlanBuilder::fits(const Index &I, LoopPlan &Plan) {
  for (const Index::Fit &Fit : I.Fits) {
    Index Sub;
    Sub.Known = true;
    Sub.Form = Fit.Form;
    Sub.Terms = Fit.Terms;
    if (auto F = form(Sub, Plan)) {
      addCheck(Plan, "mp::fits<" + Fit.Type + ">(" + spell(*F) + ")");
      Conditions.push_back("a subscript fits '" + Fit.Type + "'");
    } else {
      Diags.error(DiagID::Subscript, Shape.Loop->getBeginLoc(),
                  "a subscript in this loop is computed in '" + Fit.Type +
                      "' and can't be shown not to wrap");
    }
  }
}

/// No reference can be made to a bit-field: the object that it is a part of.
static Place addressable(const Place &P) {
  bool Bits = !P.Path.empty() && P.Path.back().What == Step::Kind::Field &&
              P.Path.back().Field->isBitField();
  return Bits ? P.shortened(1) : P;
}

/// Both are owned by containers: they don't meet when the objects that the
/// containers are parts of are different ones.
bool PlanBuilder::apart(const Place &A, const Place &B, LoopPlan &Plan) {
  auto Owner = [](const Place &P) -> std::optional<Place> {
    if ((!P.is(Place::Root::Variable) && !P.is(Place::Root::This)) ||
        isShared(P))
      return std::nullopt;
    std::optional<Place> First;
    for (size_t K = 0; K < P.Path.size(); ++K) {
      if (P.Path[K].What == Step::Kind::Deref ||
          P.Path[K].What == Step::Kind::Reach)
        return std::nullopt;
      if (P.Path[K].What == Step::Kind::Content && !First)
        First = P.shortened(P.Path.size() - K);
    }
    return First;
  };
  // Elements of P's containers that could have the other container inside.
  auto MayOwn = [&](const Place &P, QualType Other) {
    for (size_t K = 0; K < P.Path.size(); ++K)
      if (P.Path[K].What == Step::Kind::Content &&
          (K + 1 >= P.Path.size() ||
           mayHold(typeOfPlace(P.shortened(P.Path.size() - K - 2)), Other, C)))
        return true;
    return false;
  };
  auto Named = [&](Place P) {
    for (;; P = P.shortened(1)) {
      std::string Object = Text.lvalue(P);
      if (!Object.empty() || P.Path.empty())
        return Object;
    }
  };
  auto OwnerA = Owner(A), OwnerB = Owner(B);
  if (!OwnerA || !OwnerB || MayOwn(A, typeOfPlace(*OwnerB)) ||
      MayOwn(B, typeOfPlace(*OwnerA)))
    return false;
  std::string TextA = Named(*OwnerA), TextB = Named(*OwnerB);
  if (TextA.empty() || TextB.empty() || TextA == TextB)
    return false;
  if (TextB < TextA)
    std::swap(TextA, TextB);
  addCheck(Plan, "mp::apart(" + TextA + ", " + TextB + ")");
  return true;
}

/// Behind a pointer in an element, or in what an element owns: `*p[i]` and
/// `rows[i][j]`, which are not in the memory of p and rows.
static bool leadsElsewhere(const Access &A, const Subscripted &S) {
  return std::any_of(A.At.Path.begin() +
                         static_cast<std::ptrdiff_t>(S.Array.Path.size()),
                     A.At.Path.end(), [](const Step &Step) {
                       return Step.What == Step::Kind::Deref ||
                              Step.What == Step::Kind::Reach ||
                              Step.What == Step::Kind::Content;
                     });
}

/// In memory that a container owns.
static bool isOwned(const Place &P) {
  return llvm::any_of(
      P.Path, [](const Step &S) { return S.What == Step::Kind::Content; });
}

/// W writes elements that a container owns, and A is a part of an object that
/// no such element holds.
bool PlanBuilder::outsideElements(const Access &W, const Access &A) const {
  auto Kind = [](const Place &P, size_t K) { return P.Path[K].What; };
  size_t K = W.At.Path.size();
  while (K > 0 && Kind(W.At, K - 1) != Step::Kind::Content) {
    --K;
    if (Kind(W.At, K) == Step::Kind::Deref ||
        Kind(W.At, K) == Step::Kind::Reach)
      return false;
  }
  if (K == 0 || K >= W.At.Path.size() || Kind(W.At, K) != Step::Kind::Element)
    return false;
  for (const Step &S : A.At.Path)
    if (S.What != Step::Kind::Field && S.What != Step::Kind::Element)
      return false;
  if (A.At.Path.empty() || A.At.Path.front().What != Step::Kind::Field)
    return false;
  QualType Element = typeOfPlace(W.At.shortened(W.At.Path.size() - K - 1));
  QualType Object = A.At.is(Place::Root::This)
                        ? Text.classOfThis()
                        : typeOfPlace(A.At.shortened(A.At.Path.size()));
  // It may be a base of what it was cast to.
  QualType Derived =
      C.getCanonicalTagType(A.At.Path.front().Field->getParent());
  return !mayHold(Element, Object, C) && !mayHold(Element, Derived, C);
}

void PlanBuilder::check(const Access &W, const Group &G, const Access &A,
                        LoopPlan &Plan) {
  if (instantiated() && (outsideElements(W, A) || outsideElements(A, W)))
    return;
  auto Warn = [&]() {
    std::string Read = A.At.is(Place::Root::Unknown) && !A.Through.empty()
                           ? "what '" + A.Through + "' reads"
                           : "'" + A.At.spelled() + "'";
    std::string Key = Read + "|" + G.name();
    if (!Warned.insert(Key).second)
      return;
    auto &M = Diags.error(DiagID::MayAlias, A.Where,
                          Read + " may be a part of '" + G.name() +
                              "', which the loop writes; if it isn't, say so "
                              "with '__restrict', or "
                              "say how far it reaches with extent(p, n)");
    M.Notes.push_back({W.Where, "'" + G.name() + "' is written here"});
  };
  Conditions.push_back("'" + G.name() + "' does not overlap '" +
                       A.At.spelled() + "'");
  if (apart(W.At, A.At, Plan))
    return;
  const Group *Own = groupOf(A);
  // What is read of scratch was written before, and that is compared.
  if (!A.Writes && Own && Own->isOfWorker())
    return;
  const Group *Other = A.Writes ? Own : nullptr;
  auto Updated = [&](const Access &X, const Group &Of) {
    if (auto Check = rangeCheck("updates", X, Plan))
      return addCheck(Plan, *Check), true;
    if (auto Check = appendCheck(X))
      return addCheck(Plan, *Check), true;
    if (auto S = Classes.subscripted(X); S && leadsElsewhere(X, *S))
      return ownedCheck("updates", X, {}, Plan);
    std::string Target = Text.lvalue(Of.IsArray && !Of.Array.Array.indirect()
                                         ? Of.Array.Array
                                         : addressable(X.At));
    if (Target.empty())
      return ownedCheck("updates", X, {}, Plan);
    addCheck(Plan, "mp::updates(" + Target + ")");
    return true;
  };
  // What a worker has of its own must not be what the parent updates.
  bool OfWorker = G.isOfWorker(), OtherOfWorker = Other && Other->isOfWorker();
  if (Other && OfWorker != OtherOfWorker && G.What != Group::Kind::Slot &&
      Other->What != Group::Kind::Slot) {
    auto Whole = [&](const Access &X, const Group &Of) {
      return Text.lvalue(Of.IsArray && !Of.Array.Array.indirect()
                             ? Of.Array.Array
                             : addressable(X.At));
    };
    const Access &Own = OfWorker ? W : A, &Tail = OfWorker ? A : W;
    const Group &TailGroup = OfWorker ? *Other : G;
    std::string Scratch = Whole(Own, OfWorker ? G : *Other);
    std::string Target = Whole(Tail, TailGroup);
    const bool InPlace = !isOwned(Own.At) && !isOwned(Tail.At);
    if (!Scratch.empty() && !Target.empty() && InPlace)
      return addCheck(Plan, "mp::apart(" + Scratch + ", " + Target + ")");
    if (!Updated(Tail, TailGroup))
      return Warn();
    if (isOwned(Own.At) ? !ownedCheck("reads", Own, {}, Plan) : Scratch.empty())
      return Warn();
    if (!isOwned(Own.At))
      addCheck(Plan, "mp::object(" + Scratch + ")");
    return;
  }
  if (G.What != Group::Kind::Slot && !Updated(W, G))
    return Warn();
  // What a result's elements own is written where it is.
  for (const auto &[X, Of] : {std::pair(&W, &G), std::pair(&A, Other)})
    if (auto S = Classes.subscripted(*X);
        S && Of && Of->What == Group::Kind::Slot && leadsElsewhere(*X, *S) &&
        !ownedCheck("updates", *X, {}, Plan))
      return Warn();
  // Slots are compared with one another anyway.
  if (Other && Other->What == Group::Kind::Slot)
    return;
  if (Other) {
    if (!Updated(A, *Other))
      Warn();
    return;
  }
  // A whole object is read, and what it owns.
  if (Classes.Alias.readsOwned(A, W)) {
    if (!ownedCheck("reads", A,
                    W.Type.isNull() ? Classes.Alias.typeOf(W.At) : W.Type,
                    Plan))
      return Warn();
    if (!instantiated() && !Classes.Alias.shareInPlace(A, W))
      return;
  }
  Place P = A.At;
  if (!P.Path.empty() && P.Path.back().What == Step::Kind::Header)
    P = P.shortened(1);
  if (auto S = Classes.subscripted(A)) {
    if (auto Check = rangeCheck("reads", A, Plan))
      return addCheck(Plan, *Check);
    std::string Whole = Text.lvalue(S->Array);
    if (Whole.empty() || S->Array.indirect() || leadsElsewhere(A, *S)) {
      if (!ownedCheck("reads", A, {}, Plan))
        Warn();
      return;
    }
    return addCheck(Plan, "mp::object(" + Whole + ")");
  }
  std::string Object = Text.lvalue(addressable(P));
  if (Object.empty() && ownedCheck("reads", A, {}, Plan))
    return;
  if (Object.empty())
    return Warn();
  addCheck(Plan, "mp::object(" + Object + ")");
}

/// A reads what slots of the same array don't write in earlier iterations: they
/// are not to be compared.
std::string PlanBuilder::beside(const Access &A, const Subscripted &S) const {
  for (const Group &G : Classes.Groups) {
    auto Slots = SlotsOf.find(&G);
    if (G.What != Group::Kind::Slot || Slots == SlotsOf.end() ||
        llvm::none_of(G.Apart,
                      [&](const auto &One) { return One.first == &A; }))
      continue;
    const bool Own = llvm::any_of(G.Writes, [&](const Access *W) {
      auto Wrote = Classes.subscripted(*W);
      return Wrote && Wrote->Linear == S.Linear;
    });
    if (!Own)
      return ".beside(" + std::to_string(Slots->second.first) + ", " +
             std::to_string(Slots->second.second) + ")";
  }
  return "";
}

/// `mp::reads(..)` or `mp::updates(..)` of the elements that A touches, or
/// `mp::reads_all(..)` where it can be any of them.
std::optional<std::string>
PlanBuilder::rangeCheck(StringRef Function, const Access &A, LoopPlan &Plan) {
  auto S = Classes.subscripted(A);
  if (!S || leadsElsewhere(A, *S))
    return std::nullopt;
  if (Function == "reads")
    if (auto List = list(*S, S->Linear, Plan))
      return "mp::reads(" + *List + ")" + beside(A, *S);
  if (auto R = S->Linear.Known ? range(*S, S->Linear, Plan) : std::nullopt) {
    fits(S->Linear, Plan);
    std::string Check =
        "mp::" + Function.str() + "(" +
        (R->ByElement ? "mp::elements(" + R->Base + ")" : R->Base) + ", " +
        spell(R->Form) + ")";
    if (!R->Unit.empty())
      Check += ".unit(" + R->Unit + ")";
    if (!R->Bound.empty())
      Check += ".bounded(" + R->Bound + ")";
    if (Function == "reads")
      Check += beside(A, *S);
    return Check;
  }
  auto Array = Text.array(S->Array, S->First, S->Fields);
  if (Array)
    for (const ExtentArgument &X : Shape.Attributes.Extents)
      if (X.Pointer == Array->Base)
        Array->Bound = "(" + X.Count + ")";
  if (!Array || Array->Bound.empty() || Array->ByElement ||
      S->Dimensions != 1 || !Array->Unit.empty())
    return std::nullopt;
  return "mp::" + Function.str() + "_all(" + Array->Base + ", " + Array->Bound +
         ")";
}

/// `out[n++] = x` once in an iteration: from out[n] on, one element for each.
std::optional<std::string> PlanBuilder::appendCheck(const Access &A) {
  auto *Assign = dyn_cast_or_null<BinaryOperator>(A.Site);
  auto *Element =
      Assign && Assign->isAssignmentOp()
          ? dyn_cast<ArraySubscriptExpr>(Assign->getLHS()->IgnoreParens())
          : nullptr;
  auto *Step =
      Element
          ? dyn_cast<UnaryOperator>(Element->getIdx()->IgnoreParenImpCasts())
          : nullptr;
  auto *Count = Step && Step->getOpcode() == UO_PostInc
                    ? dyn_cast<DeclRefExpr>(Step->getSubExpr()->IgnoreParens())
                    : nullptr;
  auto S = Count ? Classes.subscripted(A) : std::nullopt;
  if (!S || S->Dimensions != 1 || !S->Fields.empty())
    return std::nullopt;
  // Nothing else changes it, and no inner loop repeats it.
  const ValueDecl *V = Count->getDecl();
  RegionFacts Facts = RegionFacts::of(Shape.Body, C, Shape.TrailingStep);
  if (Facts.Writes.lookup(V) != 1 || Facts.AddressTaken.contains(V))
    return std::nullopt;
  for (const Access &X : E.Accesses)
    if (X.Writes && X.Site != Step && X.At.is(Place::Root::Variable) &&
        X.At.Variable == V)
      return std::nullopt;
  for (const Stmt *Up = A.Site; Up && Up != Shape.Body;) {
    if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt, LambdaExpr>(Up))
      return std::nullopt;
    const Stmt *Next = nullptr;
    for (const auto &P : C.getParents(*Up))
      Next = P.get<Stmt>();
    Up = Next;
  }
  auto Array = Text.array(S->Array, S->First, S->Fields);
  std::string Index = Text.lvalue(Place::variable(V));
  if (!Array || Array->ByElement || Index.empty())
    return std::nullopt;
  return "mp::appends(" + Array->Base + " + " + Index + ", 1)";
}

/// A is done by a tail's own text, not for a value that the worker sends.
bool PlanBuilder::runsInTail(const Access &A, const LoopPlan &Plan) const {
  return A.Site && llvm::any_of(Plan.Tails, [&](const TailPlan &T) {
           return T.Statement && isInside(A.Site, T.Statement, C) &&
                  !isSent(A.Site, T);
         });
}

void PlanBuilder::checks(LoopPlan &Plan) {
  for (const Group &G : Classes.Groups) {
    if (G.Fixed.is(Place::Root::Hidden))
      continue;
    std::set<std::string> Done;
    for (const Access *W : G.Writes)
      for (const Access &A : E.Accesses) {
        // In what an iteration returns; or in the parent, in its turn.
        if (A.AtExit || (G.What == Group::Kind::Tail && runsInTail(A, Plan)))
          continue;
        if (&A == W || std::find(G.All.begin(), G.All.end(), &A) != G.All.end())
          continue;
        // The worker has the head as the iteration finds it.
        if (G.What == Group::Kind::Head && !A.Writes && !runsInTail(A, Plan))
          continue;
        // What an opaque call reads: the warning about it says enough.
        if (A.Type.isNull() && !A.At.Path.empty() &&
            A.At.Path.back().What == Step::Kind::Reach)
          continue;
        if (Classes.Alias.relate(*W, A) != Relation::Unknown)
          continue;
        // Two tails: both run in the parent, in order.
        const Group *Other =
            A.Writes || G.What == Group::Kind::Tail ? groupOf(A) : nullptr;
        if (Other && Other->What == Group::Kind::Tail &&
            G.What == Group::Kind::Tail)
          continue;
        if (Other && A.Writes && Other->isOfWorker() && G.isOfWorker())
          continue;
        std::string Key = W->At.key() + "|" + A.At.key();
        if (Done.insert(Key).second)
          check(*W, G, A, Plan);
      }
  }
}

} // namespace mp::tool
