//===- BuildPlan.cpp - From classes to the plan ---------------------------===//

#include "plan/BuildPlan.h"
#include "classes/TailSplit.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace mp::tool {

bool PlanBuilder::isTail(const Access &A) const {
  const Group *G = groupOf(A);
  return G && G->What == Group::Kind::Tail;
}

const Group *PlanBuilder::groupOf(const Access &A) const {
  for (const Group &G : Classes.Groups)
    for (const Access *Own : G.All)
      if (Own == &A)
        return &G;
  return nullptr;
}

std::optional<FormText> PlanBuilder::form(const Index &I, LoopPlan &) {
  Polynomial Rest, Factor;
  if (!I.Known || !I.Form.split(LoopSymbol, Rest, Factor))
    return std::nullopt;
  if (Shape.What != LoopShape::Kind::Integer && !(Factor.constant() == 0)) {
    // Counted from where the iterator or pointer stands at the call.
    auto FromStart = Polynomial::subtract(Rest, StartOffset);
    if (!FromStart)
      return std::nullopt;
    Rest = *FromStart;
  }
  FormText F;
  F.Constant = Text.number(Rest);
  F.PerIteration = Text.number(Factor);
  if (F.Constant.empty() || F.PerIteration.empty())
    return std::nullopt;
  for (auto &T : I.Terms) {
    FormText::Range R{Text.number(T.Coefficient), Text.number(T.Low),
                      Text.number(T.High)};
    if (R.Coefficient.empty() || R.Low.empty() || R.High.empty())
      return std::nullopt;
    F.Ranges.push_back(R);
  }
  return F;
}

/// In a template the text has to be the same whatever the types are.
bool PlanBuilder::instantiated() const {
  for (const DeclContext *D = Shape.Function; D; D = D->getParent()) {
    if (auto *F = dyn_cast<FunctionDecl>(D); F && F->isTemplateInstantiation())
      return true;
    if (isa<ClassTemplateSpecializationDecl>(D))
      return true;
  }
  return false;
}

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

/// Pointers in results must not lead into memory that only a worker has.
bool PlanBuilder::pointers(const Group &G, QualType Element) {
  for (const Access *W : G.Writes) {
    QualType T = W->Type.isNull() ? Element : W->Type;
    if (!holdsPointers(T, C) && !holdsPointers(Element, C))
      continue;
    for (const Place &P : W->StoredTargets) {
      std::string What;
      if (P.is(Place::Root::Fresh))
        What = "memory that is allocated in the iteration";
      else if (P.is(Place::Root::Local) ||
               (P.is(Place::Root::Variable) && Classes.isLocal(P.Variable)))
        What = P.is(Place::Root::Variable)
                   ? "'" + P.Variable->getNameAsString() +
                         "', a local of the iteration"
                   : "a temporary of the iteration";
      else if (P.is(Place::Root::Unknown))
        What = "memory that can't be traced";
      else if (P.is(Place::Root::Hidden))
        What = "static memory of the library";
      else if (P.is(Place::Root::Variable))
        for (const Group &Other : Classes.Groups) {
          if (Other.root() != P.Variable || P.indirect())
            continue;
          size_t Owned = 0;
          for (size_t K = Other.IsArray ? Other.Array.Array.Path.size() : 0;
               K < P.Path.size(); ++K)
            Owned += P.Path[K].What == Step::Kind::Content;
          // What an element owns is made anew when it is decoded.
          if (Owned || Other.What == Group::Kind::Scratch)
            What = "'" + P.Variable->getNameAsString() +
                   "', of which each worker has its own";
        }
      if (What.empty())
        continue;
      auto &M = Diags.error(DiagID::WorkerPointer, W->Where,
                            "'" + G.name() + "' would point to " + What +
                                ", which ends with the worker");
      if (W->Inner.isValid())
        M.Notes.push_back(
            {W->Inner, "it is stored here, in '" + W->Through + "'"});
      return false;
    }
    if (W->Mutates && W->StoredTargets.empty() && W->Stored == nullptr &&
        W->Type.isNull()) {
      Diags.error(DiagID::WorkerPointer, W->Where,
                  "'" + G.name() +
                      "' holds pointers, and it can't be seen where they lead");
      return false;
    }
  }
  return true;
}

/// The array of S with the subscript Linear, as text.
std::optional<RangeText>
PlanBuilder::range(const Subscripted &S, const Index &Linear, LoopPlan &Plan) {
  auto A = Text.array(S.Array, S.First, S.Fields, S.Element);
  auto F = A ? form(Linear, Plan) : std::nullopt;
  if (!F)
    return std::nullopt;
  for (const ExtentArgument &X : Shape.Attributes.Extents)
    if (X.Pointer == A->Base)
      A->Bound = "(" + X.Count + ")";
  if (S.Dimensions > 1) {
    // A pointer to the innermost element; the first dimension counts rows.
    if (!S.Fields.empty() || A->ByElement)
      return std::nullopt;
    std::string Zero = A->Base.front() == '&' ? A->Base : "&" + A->Base + "[0]";
    for (unsigned D = 1; D < S.Dimensions; ++D)
      Zero += "[0]";
    A->Base = Zero;
    std::string Whole = S.First.Extent ? Text.lvalue(S.Array) : "";
    A->Bound =
        Whole.empty() ? "" : "sizeof(" + Whole + ") / sizeof(*" + Zero + ")";
  }
  RangeText R;
  R.Base = A->Base;
  R.ByElement = A->ByElement;
  R.Form = *F;
  R.Unit = A->Unit;
  R.Bound = A->Bound;
  if (Shape.What != LoopShape::Kind::Integer && !Shape.Contiguous &&
      Linear.Form.mentions(LoopSymbol)) {
    // By container and subscript, from where the iterator stands.
    if (!A->ByElement)
      return std::nullopt;
    std::string It = "mp_it - mp_range.begin()";
    if (Shape.What == LoopShape::Kind::Iterator)
      It = Shape.Variable->getNameAsString() + " - " + A->Base + ".begin()";
    R.Form.Constant = "(" + It + ") + " + R.Form.Constant;
  }
  return R;
}

bool PlanBuilder::slot(Group &G, LoopPlan &Plan) {
  std::vector<std::pair<Index, bool>> Forms; // and whether certain
  QualType Element = G.Array.Element;
  for (const Access *W : G.Writes) {
    auto S = Classes.subscripted(*W);
    bool Found = false;
    for (auto &[I, Certain] : Forms)
      if (I == S->Linear) {
        Certain |= W->Certain;
        Found = true;
      }
    if (!Found)
      Forms.push_back({S->Linear, W->Certain});
  }
  // A read that always happens shows that the element is there.
  for (const Access *A : G.All)
    if (auto S = Classes.subscripted(*A); S && A->Certain)
      for (auto &[I, Certain] : Forms)
        if (I == S->Linear)
          Certain = true;
  // The same element again, in an inner loop that may not run.
  for (size_t K = 0; K < Forms.size(); ++K)
    for (size_t M = Forms.size(); M-- > 0;) {
      Index Bare = Forms[M].first;
      llvm::erase_if(Bare.Terms, [](const Index::Term &T) {
        return T.Coefficient.constant() == 0;
      });
      if (M != K && Bare == Forms[K].first) {
        Forms.erase(Forms.begin() + static_cast<std::ptrdiff_t>(M));
        K -= M < K;
      }
    }
  // Several members of the same subscript differ by constants only: one range.
  auto Merge = [&]() {
    for (size_t K = 0; K < Forms.size(); ++K)
      for (size_t M = K + 1; M < Forms.size(); ++M) {
        auto D = Polynomial::subtract(Forms[M].first.Form, Forms[K].first.Form);
        auto Gap = D ? D->constant() : std::nullopt;
        if (!Gap || !(Forms[M].first.Terms == Forms[K].first.Terms))
          continue;
        // Collected below.
        return true;
      }
    return false;
  };
  std::vector<std::pair<Index, bool>> Joined;
  if (Merge()) {
    std::vector<bool> Used(Forms.size());
    for (size_t K = 0; K < Forms.size(); ++K) {
      if (Used[K])
        continue;
      long long Low = 0, High = 0;
      bool Certain = Forms[K].second;
      for (size_t M = K + 1; M < Forms.size(); ++M) {
        auto D = Polynomial::subtract(Forms[M].first.Form, Forms[K].first.Form);
        auto Gap = D ? D->constant() : std::nullopt;
        if (!Gap || !(Forms[M].first.Terms == Forms[K].first.Terms))
          continue;
        Used[M] = true;
        Low = std::min(Low, *Gap);
        High = std::max(High, *Gap);
        Certain &= Forms[M].second;
      }
      Index I = Forms[K].first;
      if (Low != High)
        I.Terms.push_back({Polynomial(1), Polynomial(Low), Polynomial(High)});
      Joined.push_back({I, Certain});
    }
  } else {
    Joined = Forms;
  }
  std::vector<RangeText> Ranges;
  bool Ok = true;
  for (auto &[I, Certain] : Joined) {
    auto R = range(G.Array, I, Plan);
    if (!R || (R->Bound.empty() && !Certain)) {
      Ok = false;
      break;
    }
    Ranges.push_back(std::move(*R));
    fits(I, Plan);
  }
  std::string Why = whyNotTransportable(Element, C);
  bool BitField = false;
  for (const Step &S : G.Array.Fields)
    BitField |= S.Field->isBitField();
  if (Ok && !BitField) {
    if (!Why.empty()) {
      Diags.error(DiagID::Transport, G.Writes.front()->Where,
                  "elements of '" + G.name() +
                      "' can't be sent from a worker: " + Why);
      return false;
    }
    for (auto &R : Ranges)
      Plan.Slots.push_back(std::move(R));
    return pointers(G, Element);
  }
  // Said element by element, by the parent.
  if (Classes.demote(G))
    return true;
  const Access *W = G.Writes.front();
  for (const Access *X : G.Writes)
    if (!X->Certain)
      W = X;
  auto &M = Diags.error(
      DiagID::Subscript, W->Where,
      "not every iteration writes its elements of '" + G.name() +
          "', and it can't be seen how many elements there are; say so with "
          "extent(" +
          (G.root() ? G.root()->getNameAsString() : std::string("p")) + ", n)");
  if (W->Inner.isValid())
    M.Notes.push_back(
        {W->Inner, "it is written here, in '" + W->Through + "'"});
  return false;
}

bool PlanBuilder::slots(LoopPlan &Plan) {
  for (Group &G : Classes.Groups)
    if (G.What == Group::Kind::Slot && !slot(G, Plan))
      return false;
  // Reads of an array that is written, where only the run shows the distance.
  for (Group &G : Classes.Groups) {
    if (G.What != Group::Kind::Slot)
      continue;
    for (const Access *A : G.All) {
      auto S = Classes.subscripted(*A);
      if (!S || A->Writes)
        continue;
      bool Own = false;
      for (const Access *W : G.Writes)
        Own |= Classes.subscripted(*W)->Linear == S->Linear;
      if (Own)
        continue;
      auto R = range(*S, S->Linear, Plan);
      if (!R) {
        Diags.error(DiagID::Carried, A->Where,
                    "'" + G.name() +
                        "' is read here where an earlier iteration may have "
                        "written it");
        return false;
      }
      fits(S->Linear, Plan);
      Plan.Reads.push_back(*R);
      Conditions.push_back("no iteration reads of '" + G.name() +
                           "' what an earlier one wrote");
    }
  }
  return true;
}

/// Both are owned by containers: they don't meet when the objects that the
/// containers are parts of are different ones.
bool PlanBuilder::apart(const Place &A, const Place &B, LoopPlan &Plan) {
  auto Owner = [](const Place &P) -> std::optional<Place> {
    if (!P.is(Place::Root::Variable) && !P.is(Place::Root::This))
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

void PlanBuilder::check(const Access &W, const Group &G, const Access &A,
                        LoopPlan &Plan) {
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
  if (!A.Writes && Own && Own->What == Group::Kind::Scratch)
    return;
  // Slots are compared with one another anyway.
  const Group *Other = A.Writes ? Own : nullptr;
  if (Other && Other->What == Group::Kind::Slot && G.What == Group::Kind::Slot)
    return;
  auto Updated = [&](const Access &X, const Group &Of) {
    if (auto Check = rangeCheck("updates", X, Plan))
      return addCheck(Plan, *Check), true;
    if (auto Check = appendCheck(X))
      return addCheck(Plan, *Check), true;
    std::string Target = Text.lvalue(
        Of.IsArray && !Of.Array.Array.indirect() ? Of.Array.Array : X.At);
    if (!Target.empty())
      addCheck(Plan, "mp::updates(" + Target + ")");
    return !Target.empty();
  };
  if (G.What != Group::Kind::Slot && !Updated(W, G))
    return Warn();
  if (Other && Other->What == Group::Kind::Slot)
    return;
  if (Other) {
    if (!Updated(A, *Other))
      Warn();
    return;
  }
  Place P = A.At;
  if (!P.Path.empty() && P.Path.back().What == Step::Kind::Header)
    P = P.shortened(1);
  if (auto S = Classes.subscripted(A)) {
    if (auto Check = rangeCheck("reads", A, Plan))
      return addCheck(Plan, *Check);
    std::string Whole = Text.lvalue(S->Array);
    if (Whole.empty() || S->Array.indirect())
      return Warn();
    return addCheck(Plan, "mp::object(" + Whole + ")");
  }
  std::string Object = Text.lvalue(P);
  if (Object.empty())
    return Warn();
  addCheck(Plan, "mp::object(" + Object + ")");
}

/// `mp::reads(..)` or `mp::updates(..)` of the elements that A touches, or
/// `mp::reads_all(..)` where it can be any of them.
std::optional<std::string>
PlanBuilder::rangeCheck(StringRef Function, const Access &A, LoopPlan &Plan) {
  auto S = Classes.subscripted(A);
  if (!S)
    return std::nullopt;
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
    return Check;
  }
  auto Array = Text.array(S->Array, S->First, S->Fields, S->Element);
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
  RegionFacts Facts = RegionFacts::of(Shape.Body, C);
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
  auto Array = Text.array(S->Array, S->First, S->Fields, S->Element);
  std::string Index = Text.lvalue(Place::variable(V));
  if (!Array || Array->ByElement || Index.empty())
    return std::nullopt;
  return "mp::appends(" + Array->Base + " + " + Index + ", 1)";
}

void PlanBuilder::checks(LoopPlan &Plan) {
  for (const Group &G : Classes.Groups) {
    if (G.Fixed.is(Place::Root::Hidden))
      continue;
    std::set<std::string> Done;
    for (const Access *W : G.Writes)
      for (const Access &A : E.Accesses) {
        if (&A == W || std::find(G.All.begin(), G.All.end(), &A) != G.All.end())
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
        if (Other && A.Writes && Other->What == Group::Kind::Scratch &&
            G.What == Group::Kind::Scratch)
          continue;
        std::string Key = W->At.key(false) + "|" + A.At.key();
        if (Done.insert(Key).second)
          check(*W, G, A, Plan);
      }
  }
}

/// In what the parent runs, only tails may be written, and nothing read that
/// only the worker has.
bool PlanBuilder::tailBody(const TailPlan &T) {
  auto Named = [](const Stmt *S) -> const ValueDecl * {
    auto *E = dyn_cast<Expr>(S);
    auto *D =
        E ? dyn_cast<DeclRefExpr>(E->IgnoreUnlessSpelledInSource()) : nullptr;
    return D ? D->getDecl() : nullptr;
  };
  auto Sent = [&](const Stmt *S) {
    for (const TailValue &V : T.Values)
      if ((Named(S) && Named(S) == Named(V.Value)) || isInside(S, V.Value, C) ||
          (isa<Expr>(S) &&
           cast<Expr>(S)->IgnoreUnlessSpelledInSource() == V.Value))
        return true;
    return false;
  };
  for (const Access &A : E.Accesses) {
    if (!A.Site || !isInside(A.Site, T.Statement, C) || Sent(A.Site))
      continue;
    const Group *G = groupOf(A);
    if (!G || G->What == Group::Kind::Tail)
      continue;
    // Said of what makes the statement a tail.
    for (const Access &Cause : E.Accesses)
      if (Cause.Site && isTail(Cause) && isInside(Cause.Site, T.Statement, C)) {
        if (Cause.Writes)
          Classes.reportCarried(*groupOf(Cause), nullptr, &Cause,
                                "its value is used further in the iteration");
        else
          Classes.reportCarried(*groupOf(Cause), &Cause, nullptr, "");
        return false;
      }
    auto &M = Diags.error(
        DiagID::Carried, A.Where,
        "'" + A.At.spelled() + "' is " + (A.Writes ? "written" : "read") +
            " in a statement that has to run in the parent, in order, but the "
            "rest of the iteration needs it in the worker");
    for (const Access *Other : G->All)
      if (!isInside(Other->Site, T.Statement, C)) {
        M.Notes.push_back({Other->Where, "it is used here"});
        break;
      }
    return false;
  }
  // Locals of the iteration that the statement changes.
  RegionFacts Facts = RegionFacts::of(T.Statement, C);
  for (auto &[V, N] : Facts.Writes) {
    if (Facts.Declared.contains(V) || !Classes.isLocal(V))
      continue;
    unsigned Sending = 0;
    for (const TailValue &Value : T.Values) {
      RegionFacts Inside = RegionFacts::of(Value.Value, C);
      auto It = Inside.Writes.find(V);
      Sending += It == Inside.Writes.end() ? 0 : It->second;
    }
    if (Sending != N) {
      Diags.error(DiagID::Carried, T.Statement->getBeginLoc(),
                  "'" + V->getNameAsString() +
                      "' is changed in a statement that has to run in the "
                      "parent, in order, but belongs to the iteration");
      return false;
    }
  }
  return true;
}

/// A tail that S reads and does not write; null if there is none.
const Access *PlanBuilder::readWithoutWrite(const Stmt *S) const {
  for (const Access &A : E.Accesses) {
    if (!A.Site || !A.Reads || A.Writes || !isTail(A) ||
        !isInside(A.Site, S, C))
      continue;
    bool Written = false;
    for (const Access *W : groupOf(A)->Writes)
      Written |= isInside(W->Site, S, C);
    if (!Written)
      return &A;
  }
  return nullptr;
}

/// The body is tails only, and they get nothing that had to be computed.
bool PlanBuilder::nothingLeft(const LoopPlan &Plan,
                              const std::vector<const Stmt *> &Tails) const {
  auto IsTailStatement = [&](const Stmt *S) {
    return std::find(Tails.begin(), Tails.end(), S) != Tails.end();
  };
  const Stmt *Body = Shape.Body;
  if (auto *Block = dyn_cast<CompoundStmt>(Body)) {
    for (const Stmt *Child : Block->body())
      if (!IsTailStatement(Child) && !isa<NullStmt>(Child))
        return false;
  } else if (!IsTailStatement(Body)) {
    return false;
  }
  struct CallFinder : RecursiveASTVisitor<CallFinder> {
    bool Found = false;
    bool VisitCallExpr(CallExpr *) {
      Found = true;
      return false;
    }
  };
  for (const TailPlan &T : Plan.Tails)
    for (const TailValue &V : T.Values) {
      CallFinder F;
      F.TraverseStmt(const_cast<Expr *>(V.Value));
      if (F.Found)
        return false;
    }
  return true;
}

bool PlanBuilder::tails(LoopPlan &Plan) {
  std::vector<const Stmt *> All;
  for (const Group &G : Classes.Groups)
    if (G.What == Group::Kind::Tail)
      for (const Stmt *S : G.Tails)
        if (std::find(All.begin(), All.end(), S) == All.end())
          All.push_back(S);
  std::vector<const Stmt *> Outer;
  for (const Stmt *S : All) {
    bool Inner = false;
    for (const Stmt *T : All)
      Inner |= T != S && isInside(S, T, C);
    if (!Inner)
      Outer.push_back(S);
  }
  const SourceManager &SM = C.getSourceManager();
  std::sort(Outer.begin(), Outer.end(), [&](const Stmt *A, const Stmt *B) {
    return SM.isBeforeInTranslationUnit(A->getBeginLoc(), B->getBeginLoc());
  });
  bool UserCalls = false;
  for (const Stmt *S : Outer) {
    Diagnoser Local;
    TailSplit Splitter(
        Shape, C, Local, E, [this](const Access &A) { return isTail(A); },
        [this](const ValueDecl *V) { return Classes.isLocal(V); });
    TailPlan T;
    if (!Splitter.split(S, T)) {
      // What has to be in order because it reads a tail is said as such.
      if (const Access *R = readWithoutWrite(S)) {
        Classes.reportCarried(*groupOf(*R), R, nullptr, "");
        return false;
      }
      // So is what a callee keeps from call to call.
      for (const Access &A : E.Accesses)
        if (A.Site && A.Reads && !A.Covered && !A.Through.empty() &&
            isTail(A) && isInside(A.Site, S, C)) {
          Classes.reportCarried(*groupOf(A), &A, nullptr, "");
          return false;
        }
      for (const Message &M : Local.messages())
        Diags.report(M);
      return false;
    }
    if (!tailBody(T))
      return false;
    if (Splitter.MayThrow) {
      Plan.TailsThrow = true;
      Plan.Follows =
          Shape.What != LoopShape::Kind::Range && !Shape.DeclaredInHeader;
      for (const Group &G : Classes.Groups)
        if (G.What == Group::Kind::Slot ||
            (G.What == Group::Kind::Scratch && G.Live))
          for (const Access *W : G.Writes)
            if (!SM.isBeforeInTranslationUnit(W->Where, S->getBeginLoc())) {
              auto &M = Diags.error(
                  DiagID::Exit, S->getBeginLoc(),
                  "this may throw in the parent, when '" + G.name() +
                      "' has been written further on already; that is not "
                      "supported yet: move it to the end of the body");
              M.Notes.push_back({W->Where, "it is written here"});
              return false;
            }
    }
    UserCalls |= Splitter.CallsUser;
    Plan.Tails.push_back(std::move(T));
  }
  if (!Outer.empty() && nothingLeft(Plan, Outer))
    for (const Stmt *S : Outer) {
      const Access *R = readWithoutWrite(S);
      // `x[k] = f(x[k])`: the statement is the recurrence.
      for (const Access &A : E.Accesses)
        if (const Group *G = A.Site && A.Reads && !A.Writes && isTail(A) &&
                                     isInside(A.Site, S, C)
                                 ? groupOf(A)
                                 : nullptr;
            G && G->IsArray && !isa<IfStmt>(S))
          R = &A;
      if (R) {
        Classes.reportCarried(*groupOf(*R), R, nullptr, "");
        return false;
      }
    }
  if (UserCalls && nothingLeft(Plan, Outer)) {
    Diags.error(DiagID::NothingParallel, Outer.front()->getBeginLoc(),
                "all of the iteration would have to run in the parent, in "
                "order; nothing is left to run in parallel");
    return false;
  }
  for (const Group &G : Classes.Groups)
    if (G.What == Group::Kind::Tail) {
      QualType Element =
          G.IsArray ? G.Array.Element : Classes.Alias.typeOf(G.Fixed);
      if (!pointers(G, Element))
        return false;
    }
  // A scalar that tails update is worked on as a copy.
  if (!instantiated())
    for (const Group &G : Classes.Groups) {
      auto *V = dyn_cast_or_null<VarDecl>(G.root());
      if (G.What != Group::Kind::Tail || !V || G.IsArray ||
          !G.Fixed.Path.empty() || V->hasGlobalStorage() ||
          !V->getType()->isScalarType() || V->getType()->isReferenceType())
        continue;
      if (std::find(Plan.Shadows.begin(), Plan.Shadows.end(), V) ==
          Plan.Shadows.end())
        Plan.Shadows.push_back(V);
    }
  return true;
}

bool PlanBuilder::lastValues(LoopPlan &Plan) {
  std::vector<const ValueDecl *> Done;
  for (const Group &G : Classes.Groups) {
    if (G.What != Group::Kind::Scratch || !G.Live ||
        G.Fixed.is(Place::Root::Hidden))
      continue;
    const ValueDecl *V = G.root();
    auto Refuse = [&](std::string Why) {
      const Access *W = G.Writes.front();
      auto &M =
          Diags.error(DiagID::LastValue, W->Where,
                      "the value of '" + G.name() +
                          "' after the loop is not known: " + Why +
                          "; if it does not matter, say scratch(" +
                          (V ? V->getNameAsString() : std::string("x")) + ")");
      if (W->Inner.isValid())
        M.Notes.push_back(
            {W->Inner, "it is written here, in '" + W->Through + "'"});
      return false;
    };
    auto *Var = dyn_cast_or_null<VarDecl>(V);
    if (!Var)
      return Refuse("it can't be named here");
    if (Var->isStaticLocal() &&
        Var->getParentFunctionOrMethod() !=
            static_cast<const DeclContext *>(Shape.Function))
      return Refuse("it is a static variable of a function");
    if (Text.lvalue(Place::variable(V)).empty())
      return Refuse("it can't be named here");
    for (const Access *W : G.Writes) {
      bool Must = false;
      for (const Place &P : E.MustWrite) {
        if (!P.is(Place::Root::Variable) || P.Variable != V)
          continue;
        bool Header =
            !P.Path.empty() && P.Path.back().What == Step::Kind::Header;
        Place Prefix = Header ? P.shortened(1) : P;
        bool Varies = false;
        for (const Step &S : Prefix.Path)
          Varies |= S.What == Step::Kind::Element &&
                    (!S.At.Known || S.At.Form.mentions(LoopSymbol));
        if (Varies)
          continue;
        // The write is within P: by path, and P does not change with i.
        if (Prefix.Path.size() <= W->At.Path.size()) {
          bool Inside = true;
          for (size_t K = 0; K < Prefix.Path.size(); ++K)
            Inside &= Prefix.Path[K].What == W->At.Path[K].What &&
                      Prefix.Path[K].Field == W->At.Path[K].Field &&
                      (Prefix.Path[K].What != Step::Kind::Element ||
                       Prefix.Path[K].At == W->At.Path[K].At);
          Must |= Inside;
        }
      }
      if (!Must)
        return Refuse("not every iteration writes all of it");
    }
    if (std::find(Done.begin(), Done.end(), V) != Done.end())
      continue;
    Done.push_back(V);
    QualType T = Var->getType();
    std::string Why = whyNotTransportable(T, C);
    if (!Why.empty())
      return Refuse("it can't be sent to the parent (" + Why + ")");
    if (!pointers(G, T))
      return false;
    if (holdsPointers(T, C) && G.Writes.front()->StoredTargets.empty() &&
        !T->isPointerType())
      return Refuse("it holds pointers");
    TailPlan Tail;
    Tail.What = TailPlan::Kind::LastValue;
    Tail.Kept = V;
    if (!Var->hasGlobalStorage())
      Tail.Captures.push_back({V, Capture::Mode::Reference});
    Plan.Tails.push_back(std::move(Tail));
    Plan.Keeps = true;
    if (!instantiated() && !Var->hasGlobalStorage() && T->isScalarType() &&
        std::find(Plan.Shadows.begin(), Plan.Shadows.end(), V) ==
            Plan.Shadows.end())
      Plan.Shadows.push_back(V);
  }
  return true;
}

namespace {
class ExitFinder : public RecursiveASTVisitor<ExitFinder> {
public:
  std::vector<const Stmt *> Exits;
  std::vector<const LabelDecl *> Labels;
  std::vector<const GotoStmt *> Gotos;
  bool Break = false;
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool TraverseCXXRecordDecl(CXXRecordDecl *) { return true; }
  bool TraverseForStmt(ForStmt *S) { return nested(S); }
  bool TraverseWhileStmt(WhileStmt *S) { return nested(S); }
  bool TraverseDoStmt(DoStmt *S) { return nested(S); }
  bool TraverseCXXForRangeStmt(CXXForRangeStmt *S) { return nested(S); }
  bool TraverseSwitchStmt(SwitchStmt *S) { return nested(S); }
  bool VisitBreakStmt(BreakStmt *S) {
    if (!Depth) {
      Break = true;
      Exits.push_back(S);
    }
    return true;
  }
  bool VisitReturnStmt(ReturnStmt *S) {
    Exits.push_back(S);
    return true;
  }
  bool VisitGotoStmt(GotoStmt *S) {
    Gotos.push_back(S);
    return true;
  }
  bool VisitLabelStmt(LabelStmt *S) {
    Labels.push_back(S->getDecl());
    return true;
  }

private:
  bool nested(Stmt *S) {
    ++Depth;
    for (Stmt *Child : S->children())
      if (Child && !TraverseStmt(Child))
        return false;
    --Depth;
    return true;
  }
  unsigned Depth = 0;
};
} // namespace

void PlanBuilder::exits(LoopPlan &Plan) {
  ExitFinder F;
  F.TraverseStmt(const_cast<Stmt *>(Shape.Body));
  Plan.LeavesByBreak = F.Break;
  for (const Stmt *S : F.Exits)
    Plan.Exits.push_back({S});
  for (const GotoStmt *G : F.Gotos)
    if (std::find(F.Labels.begin(), F.Labels.end(), G->getLabel()) ==
        F.Labels.end())
      Plan.Exits.push_back({G});
}

/// std::vector, but not of bool, and std::basic_string.
static bool hasData(QualType T) {
  auto *Class = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T->getAsCXXRecordDecl());
  if (!Class || !Class->isInStdNamespace() || T->isReferenceType())
    return false;
  if (Class->getName() == "basic_string")
    return true;
  return Class->getName() == "vector" &&
         !Class->getTemplateArgs()[0].getAsType()->isBooleanType();
}

namespace {
/// Outer variables that a piece of code names.
class CaptureFinder : public RecursiveASTVisitor<CaptureFinder> {
public:
  std::vector<const ValueDecl *> Variables;
  llvm::DenseMap<const ValueDecl *, unsigned> Named, Subscripted;
  bool This = false;
  const std::vector<const Stmt *> *Skip = nullptr;
  bool shouldVisitImplicitCode() const { return true; }
  bool TraverseStmt(Stmt *S) {
    if (S && Skip && std::find(Skip->begin(), Skip->end(), S) != Skip->end())
      return true;
    return RecursiveASTVisitor::TraverseStmt(S);
  }
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    ++Named[E->getDecl()];
    add(E->getDecl());
    return true;
  }
  bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr *E) {
    if (E->getOperator() == OO_Subscript)
      if (auto *Object =
              dyn_cast<DeclRefExpr>(E->getArg(0)->IgnoreParenImpCasts()))
        ++Subscripted[Object->getDecl()];
    return true;
  }
  /// Whether nothing but elements of a local contiguous container is named.
  bool onlyElements(const VarDecl *V) const {
    auto Found = Subscripted.find(V);
    return Found != Subscripted.end() && Found->second == Named.lookup(V) &&
           hasData(V->getType());
  }
  bool VisitCXXThisExpr(CXXThisExpr *) {
    This = true;
    return true;
  }
  void add(const ValueDecl *V) {
    if (!isa<VarDecl, BindingDecl>(V) ||
        std::find(Variables.begin(), Variables.end(), V) != Variables.end())
      return;
    if (auto *Var = dyn_cast<VarDecl>(V); Var && Var->hasGlobalStorage())
      return;
    Variables.push_back(V);
  }
};
} // namespace

void PlanBuilder::captures(LoopPlan &Plan) {
  CaptureFinder F;
  std::vector<const Stmt *> Tails;
  for (const TailPlan &T : Plan.Tails)
    if (T.Statement)
      Tails.push_back(T.Statement);
  F.Skip = &Tails;
  F.TraverseStmt(const_cast<Stmt *>(Shape.Body));
  F.Skip = nullptr;
  for (const TailPlan &T : Plan.Tails) {
    for (const TailValue &V : T.Values)
      F.TraverseStmt(const_cast<Expr *>(V.Value));
    for (const Expr *X : T.Format)
      F.TraverseStmt(const_cast<Expr *>(X));
    if (T.Kept)
      F.add(T.Kept);
  }
  if (Shape.Step)
    F.TraverseStmt(const_cast<Expr *>(Shape.Step));
  if (F.This)
    Plan.Captures.push_back({nullptr, Capture::Mode::This});
  RegionFacts BodyFacts = RegionFacts::of(Shape.Body, C);
  for (const ValueDecl *V : F.Variables) {
    if (Classes.isLocal(V) || V == Shape.Variable)
      continue;
    auto *Var = dyn_cast<VarDecl>(V);
    QualType T = V->getType();
    if (Var && Var->isInitCapture() && false)
      continue;
    bool Copy = T->isScalarType() && !T->isReferenceType();
    // Written through another name as well?
    bool Written = false;
    for (const Access &A : E.Accesses)
      Written |= A.Writes && A.At.is(Place::Root::Variable) &&
                 A.At.Variable == V && A.At.Path.empty();
    if (Written && Shape.Function && Shape.Function->getBody() &&
        RegionFacts::of(Shape.Function->getBody(), C).AddressTaken.contains(V))
      Copy = false;
    if (T.isVolatileQualified() || instantiated())
      Copy = false;
    // Where the body compares or passes on its address, it has to be the same.
    if (BodyFacts.AddressTaken.contains(V))
      Copy = false;
    auto How = Copy ? Capture::Mode::Copy : Capture::Mode::Reference;
    // Scratch that has no value before the loop.
    if (Copy && Var && !Var->hasInit() && !isa<ParmVarDecl>(Var))
      for (const Group &G : Classes.Groups)
        if (G.What == Group::Kind::Scratch && G.root() == V)
          How = Capture::Mode::Fresh;
    if (Var && Var->isLocalVarDeclOrParm() && !T.isVolatileQualified() &&
        !instantiated() && F.onlyElements(Var))
      How = Capture::Mode::Data;
    Plan.Captures.push_back({V, How});
  }
}

bool PlanBuilder::build(LoopPlan &Plan) {
  Plan.Shape = &Shape;
  Plan.Label = Shape.Attributes.Label;
  Plan.Workers = Shape.Attributes.Workers.value_or(0);
  Plan.Chunk = Shape.Attributes.Chunk.value_or(0);
  Plan.Rechecks = Classes.Rechecks;
  exits(Plan);
  if (!slots(Plan) || !tails(Plan) || !lastValues(Plan))
    return false;
  checks(Plan);
  if (Diags.refused())
    return false;
  bool Calls = E.MayThrow;
  for (const Access &A : E.Accesses)
    Calls |= !A.Through.empty();
  for (const Event &Ev : E.Events) {
    Calls = true;
    bool InTail = false;
    for (const TailPlan &T : Plan.Tails)
      InTail |= T.Statement && Ev.Site && isInside(Ev.Site, T.Statement, C);
    if (Ev.What == Event::Kind::Prints && !InTail)
      Plan.Prints = true;
    if (Ev.What == Event::Kind::OpaqueCall || Ev.What == Event::Kind::Prints)
      Plan.Prints = true;
    if (Ev.What == Event::Kind::Files)
      Plan.Once = true;
  }
  Plan.Marked = Calls || !Plan.Tails.empty() || !Plan.Exits.empty() ||
                Plan.Prints || Plan.Keeps;
  captures(Plan);
  return !Diags.refused();
}

} // namespace mp::tool
