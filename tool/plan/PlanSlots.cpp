//===- PlanSlots.cpp - Elements that iterations write ---------------------===//
//
// The ranges of arrays that each iteration sends back, in the user's words.
//
//===----------------------------------------------------------------------===//

#include "plan/BuildPlan.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace mp::tool {

std::optional<FormText> PlanBuilder::form(const Index &I, LoopPlan &) {
  Polynomial Rest, Factor;
  if (!I.Known || !I.Form.split(LoopSymbol, Rest, Factor))
    return std::nullopt;
  if (Shape.What != LoopShape::Kind::Integer && !(Factor.constant() == 0)) {
    // Counted from where the iterator or pointer stands at the call.
    auto Start = Polynomial::multiply(StartOffset, Factor);
    if (Start && Shape.Backwards)
      Start = Polynomial::multiply(*Start, Polynomial(-1));
    auto FromStart = Start ? Polynomial::subtract(Rest, *Start) : std::nullopt;
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

/// The loop goes through the elements of the container at P by the container's
/// own iterators, so that its subscripts can be counted from std::begin.
bool PlanBuilder::walksThrough(const Place &P) const {
  bool Owned = !P.Path.empty() && P.Path.back().What == Step::Kind::Content;
  QualType Container = typeOfPlace(Owned ? P.shortened(1) : P);
  if (Container.isNull() || !Shape.Contiguous)
    return false;
  if (Shape.What == LoopShape::Kind::Integer)
    return false;
  if (Shape.What == LoopShape::Kind::Range)
    return C.hasSameUnqualifiedType(Shape.RangeExpr->getType(), Container);
  auto Instance = [](QualType T) {
    return dyn_cast_or_null<ClassTemplateSpecializationDecl>(
        T->getAsCXXRecordDecl());
  };
  QualType Type = Shape.Variable->getType();
  if (const auto *Reverse = Shape.Backwards ? Instance(Type) : nullptr)
    Type = Reverse->getTemplateArgs()[0].getAsType();
  if (Type->isPointerType())
    return !Owned &&
           (Container->isConstantArrayType() ||
            stdName(Container) == "array") &&
           C.hasSameUnqualifiedType(Type->getPointeeType(),
                                    elementType(Container));
  const auto *Iterator = Instance(Type);
  return Iterator && Iterator->getName() == "__normal_iterator" &&
         Iterator->getTemplateArgs().size() == 2 &&
         C.hasSameUnqualifiedType(Iterator->getTemplateArgs()[1].getAsType(),
                                  Container);
}

/// An array of arrays, of which the innermost elements are counted in one: from
/// the first of all where it has a name, else from where the loop variable
/// stands.
bool PlanBuilder::inRows(const Subscripted &S, const Index &Linear,
                         Render::Array &A, FormText &F) {
  std::string Whole = S.First.Extent ? Text.lvalue(S.Array) : "";
  auto FirstOf = [](std::string Rows, unsigned Dimensions) {
    for (unsigned D = 0; D < Dimensions; ++D)
      Rows += "[0]";
    return "&" + Rows;
  };
  std::string Zero = A.Base.front() == '&'
                         ? FirstOf(A.Base.substr(1), S.Dimensions - 1)
                         : FirstOf(A.Base, S.Dimensions);
  if (Shape.What != LoopShape::Kind::Integer &&
      Linear.Form.mentions(LoopSymbol)) {
    // What the loop variable points to may be a row, or in one.
    if (!Shape.Contiguous)
      return false;
    bool IsRange = Shape.What == LoopShape::Kind::Range;
    QualType Row = elementType(IsRange ? Shape.RangeExpr->getType()
                                       : Shape.Variable->getType());
    unsigned Inner = 0;
    for (; !Row.isNull() && !C.hasSameUnqualifiedType(Row, S.Element);
         Row = elementType(Row), ++Inner)
      if (!constantExtent(Row))
        return false;
    if (Row.isNull())
      return false;
    std::string It = IsRange ? "mp_it" : Shape.Variable->getNameAsString();
    if (!IsRange)
      Text.Named.insert(Shape.Variable);
    std::string Here = Inner == 0 ? "std::addressof(*" + It + ")"
                                  : FirstOf("(*" + It + ")", Inner);
    if (Whole.empty()) {
      Zero = Here;
    } else {
      Zero = FirstOf(Whole, S.Dimensions);
      F.Constant = "(" + Here + " - " + Zero + ") + " + F.Constant;
    }
  }
  A.Base = Zero;
  A.Bound =
      Whole.empty() ? "" : "sizeof(" + Whole + ") / sizeof(*" + Zero + ")";
  return true;
}

/// The array of S with the subscript Linear, as text.
std::optional<RangeText>
PlanBuilder::range(const Subscripted &S, const Index &Linear, LoopPlan &Plan) {
  if (Classes.isLed(S.Array) && Linear.Form.mentions(LoopSymbol))
    return std::nullopt; // no subscript leads there
  // In a template any other container may stand there.
  bool Whole = false;
  std::optional<Render::Array> A;
  if (instantiated() && S.Dimensions == 1 && S.Fields.empty() &&
      (Shape.What == LoopShape::Kind::Integer ||
       !Linear.Form.mentions(LoopSymbol) || walksThrough(S.Array))) {
    A = Text.array(S.Array, S.First, S.Fields, /*Whole=*/true);
    Whole = A && A->ByElement;
  }
  if (!Whole)
    A = Text.array(S.Array, S.First, S.Fields);
  auto F = A ? form(Linear, Plan) : std::nullopt;
  if (!F)
    return std::nullopt;
  for (const ExtentArgument &X : Shape.Attributes.Extents)
    if (X.Pointer == A->Base)
      A->Bound = "(" + X.Count + ")";
  if (S.Dimensions > 1) {
    if (!S.Fields.empty() || A->ByElement || !inRows(S, Linear, *A, *F))
      return std::nullopt;
  }
  RangeText R;
  R.Base = A->Base;
  R.ByElement = A->ByElement;
  R.Form = *F;
  R.Unit = A->Unit;
  R.Bound = A->Bound;
  if (Shape.What != LoopShape::Kind::Integer && (!Shape.Contiguous || Whole) &&
      Linear.Form.mentions(LoopSymbol)) {
    // By container and subscript, from where the iterator stands.
    if (!A->ByElement)
      return std::nullopt;
    auto End = [&](const std::string &Range, const std::string &Which) {
      return instantiated() ? "std::" + Which + "(" + Range + ")"
                            : Range + "." + Which + "()";
    };
    std::string It = "mp_it - " + End("mp_range", "begin");
    std::string Name = Shape.Variable->getNameAsString();
    if (Shape.Backwards)
      It = End(A->Base, "rend") + " - " + Name + " - 1";
    else if (Shape.What != LoopShape::Kind::Range)
      It = Name + " - " + End(A->Base, "begin");
    R.Form.Constant = "(" + It + ") + " + R.Form.Constant;
  }
  return R;
}

/// The list of the iterations' own elements, of what only the head leads
/// through.
std::optional<std::string>
PlanBuilder::list(const Subscripted &S, const Index &Linear, LoopPlan &Plan) {
  if (!Classes.isLed(S.Array) || !Linear.Known || !Linear.Terms.empty() ||
      !(Linear.Form == Polynomial(LoopSymbol)) || S.Dimensions != 1)
    return std::nullopt;
  // (Of a head that leads along, the variable is of this function.)
  std::string Element =
      "(*" +
      (Shape.What == LoopShape::Kind::Range ? "mp_it"
                                            : Text.name(*S.Array.Variable)) +
      ")";
  for (const Step &Field : S.Fields)
    Element += "." + Field.Field->getNameAsString();
  for (const LoopPlan::List &L : Plan.Lists)
    if (L.Element == Element)
      return L.Name;
  Plan.Lists.push_back(
      {"mp_found" + std::to_string(Plan.Lists.size()), std::move(Element)});
  return Plan.Lists.back().Name;
}

/// The element of a range that the iteration is about: it is there, written or
/// not.
bool PlanBuilder::isOfRange(const Access &A, const Subscripted &S) const {
  if (Shape.What != LoopShape::Kind::Range || !S.Linear.Known ||
      !S.First.At.Terms.empty() || !(S.First.At.Form == Polynomial(LoopSymbol)))
    return false;
  const std::vector<Step> &Path = A.At.Path;
  size_t First = S.Array.Path.size();
  for (size_t D = First + 1; D < First + S.Dimensions; ++D)
    if (!Path[D].Extent)
      return false;
  return true;
}

bool PlanBuilder::slot(Group &G, LoopPlan &Plan) {
  std::vector<std::pair<Index, bool>> Forms; // and whether certain
  QualType Element = G.Array.Element;
  for (const Access *W : G.Writes) {
    auto S = Classes.subscripted(*W);
    // (A head that leads along has been there.)
    bool Exists =
        (W->Certain || Classes.isLed(S->Array) || isOfRange(*W, *S)) &&
        !S->Beyond;
    bool Found = false;
    for (auto &[I, Certain] : Forms)
      if (I == S->Linear) {
        Certain |= Exists;
        Found = true;
      }
    if (!Found)
      Forms.push_back({S->Linear, Exists});
  }
  // A read that always happens shows that the element is there.
  for (const Access *A : G.All)
    if (auto S = Classes.subscripted(*A); S && A->Certain && !S->Beyond)
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
  // Several members of the same subscript differ by constants only: one range,
  // as long as it does not reach the next iteration's.
  auto Gap = [](const Index &From,
                const Index &To) -> std::optional<long long> {
    auto D = Polynomial::subtract(To.Form, From.Form);
    if (!D || !(To.Terms == From.Terms))
      return std::nullopt;
    return D->constant();
  };
  auto Reaches = [&](const Index &I, long long Length) {
    Polynomial Rest, Factor;
    auto K = I.Form.split(LoopSymbol, Rest, Factor) ? Factor.constant()
                                                    : std::nullopt;
    const long long Step = Shape.Step ? 1 : Shape.StepValue;
    return K && Length >= std::abs(*K * Step);
  };
  std::vector<std::pair<Index, bool>> Joined;
  std::vector<bool> Used(Forms.size());
  for (size_t K = 0; K < Forms.size(); ++K) {
    if (Used[K])
      continue;
    long long Low = 0, High = 0;
    bool Certain = Forms[K].second;
    for (size_t M = K + 1; M < Forms.size(); ++M) {
      auto By = Gap(Forms[K].first, Forms[M].first);
      if (!By || Used[M])
        continue;
      const long long L = std::min(Low, *By), H = std::max(High, *By);
      if (Reaches(Forms[K].first, H - L))
        continue;
      Used[M] = true;
      Low = L;
      High = H;
      Certain &= Forms[M].second;
    }
    Index I = Forms[K].first;
    if (Low != High)
      I.Terms.push_back({Polynomial(1), Polynomial(Low), Polynomial(High)});
    Joined.push_back({I, Certain});
  }
  std::vector<RangeText> Ranges;
  bool Ok = true;
  for (auto &[I, Certain] : Joined) {
    auto R = range(G.Array, I, Plan);
    if (auto List = list(G.Array, I, Plan)) {
      R.emplace();
      R->Base = *List;
      R->IsList = true;
    }
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
    if (!Why.empty() && G.Array.Cut && Classes.demote(G))
      return true;
    if (!Why.empty()) {
      Diags.error(DiagID::Transport, G.Writes.front()->Where,
                  "elements of '" + G.name() +
                      "' can't be sent from a worker: " + Why);
      return false;
    }
    SlotsOf[&G] = {Plan.Slots.size(), Ranges.size()};
    for (auto &R : Ranges)
      Plan.Slots.push_back(std::move(R));
    return pointers(G, Element);
  }
  // Through a lambda, say.
  const Access *First = G.Writes.front();
  if (G.root() && Text.name(*G.root()).empty()) {
    auto &M = Diags.error(DiagID::UnknownWrite, First->Where,
                          "this writes '" + G.name() +
                              "', which can't be named where the loop is; "
                              "annotate a loop where it can, or pass it to "
                              "this function");
    if (First->Inner.isValid())
      M.Notes.push_back(
          {First->Inner, "it is written here, in '" + First->Through + "'"});
    return false;
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

/// A is known not to see what an earlier iteration wrote, where its subscripts
/// are what they seem and the numbers are not negative. False: that can't be
/// said.
bool PlanBuilder::isApart(const Group &G, const Access &A, LoopPlan &Plan) {
  for (const auto &[Read, Numbers] : G.Apart) {
    if (Read != &A)
      continue;
    std::vector<std::string> Texts;
    for (const Polynomial &P : Numbers)
      Texts.push_back(Text.number(P));
    if (llvm::is_contained(Texts, ""))
      return false;
    for (size_t K = 0; K < Texts.size(); ++K) {
      addCheck(Plan, "mp::holds(" + Texts[K] + " >= 0)");
      Conditions.push_back(Numbers[K].text([](const Symbol *S) {
        return S->At ? S->At->spelled() : S->Variable->getNameAsString();
      }) + " >= 0");
    }
    auto Fit = [&](const Access &X) {
      for (const Step &S : X.At.Path)
        if (S.What == Step::Kind::Element && S.At.Known)
          fits(S.At, Plan);
    };
    Fit(A);
    for (const Access *W : G.Writes)
      Fit(*W);
    return true;
  }
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
      const bool IsListed = llvm::any_of(
          G.Apart, [&](const auto &Shown) { return Shown.first == A; });
      // What other iterations don't write either: slots are compared.
      const bool Ours = S && S->Array.key() == G.Array.Array.key();
      const bool Own = Ours && llvm::any_of(G.Writes, [&](const Access *W) {
                         return Classes.subscripted(*W)->Linear == S->Linear;
                       });
      if (Own || (IsListed && isApart(G, *A, Plan)) ||
          (!IsListed && (!S || A->Writes)))
        continue;
      auto R = S && !A->Writes ? range(*S, S->Linear, Plan) : std::nullopt;
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

} // namespace mp::tool
