//===- Dependence.cpp - What one iteration writes and another reads -------===//
//
// Both accesses get unknowns of their own for the loop variable and those of
// inner loops. Products of an unknown and a parameter, `p[i * n + j]`, are
// taken apart where the rest is shown to lie in [0, n).
//
//===----------------------------------------------------------------------===//

#include "classes/Dependence.h"
#include "classes/IntegerSet.h"
#include "classes/Overlap.h"
#include "classes/Sums.h"
#include "loops/LoopShape.h"
#include <numeric>

using namespace clang;

namespace mp::tool {

class Dependence::Question {
public:
  Question(const Dependence &D, int Direction) : D(D), Direction(Direction) {}

  Result answer(const Access &Earlier, const Access &Later);

private:
  /// One of the two accesses, with its own unknowns.
  struct Instance {
    const Access &A;
    std::string Prefix;
    std::map<const Symbol *, const Symbol *> Own;
  };
  struct Dimension {
    std::optional<Polynomial> Earlier, Later;
    long long Extent = 0;
    bool InBounds = false; ///< both
  };

  const Symbol *make(std::string Key, bool NonNegative, bool IsParameter);
  std::optional<LinearForm> linear(const Polynomial &P);
  std::optional<Polynomial> rename(const Polynomial &P, const Instance &I);
  bool require(const std::optional<Polynomial> &P);
  bool shown(const std::optional<Polynomial> &P);
  std::optional<Polynomial> least(Polynomial P) const;
  bool iterations(Instance &Earlier, Instance &Later);
  void innerLoops(Instance &I);
  std::optional<Polynomial> subscript(Instance &I, size_t K);
  bool fits(const Index::Fit &F, const Instance &I);
  bool inBounds(const Instance &I, size_t K) const;
  bool compare(Instance &Earlier, Instance &Later);
  void array(std::vector<Dimension> Dimensions);
  bool within(const std::optional<Polynomial> &P, long long Extent);
  void same(const Polynomial &A, const Polynomial &B, unsigned Depth = 0);
  bool apart(const Polynomial &A, const Polynomial &B, const Symbol *Stride,
             unsigned Depth);

  const Dependence &D;
  const int Direction;
  IntegerSet Set;
  std::vector<std::unique_ptr<Symbol>> Made;
  std::set<const Symbol *> Unknowns; ///< those of Made that are no parameters
  std::map<std::string, unsigned> Columns;
  std::optional<unsigned> Distance;
  /// What the unknowns lie between, those that depend on others last.
  struct Range {
    const Symbol *Unknown;
    std::optional<Polynomial> Low, High;
  };
  std::vector<Range> Ranges;
  std::vector<LinearForm> Equal;
  std::vector<Polynomial> Conditions;
  bool Exact = true;
};

const Symbol *Dependence::Question::make(std::string Key, bool NonNegative,
                                         bool IsParameter) {
  auto S = std::make_unique<Symbol>();
  S->What = Symbol::Kind::InnerLoop;
  S->Key = "~" + std::to_string(Made.size()) + " " + std::move(Key);
  S->NonNegative = NonNegative;
  Made.push_back(std::move(S));
  const Symbol *New = Made.back().get();
  if (!IsParameter)
    Unknowns.insert(New);
  if (NonNegative)
    require(Polynomial(New));
  return New;
}

/// P as a sum over unknowns; products of parameters are parameters.
std::optional<LinearForm> Dependence::Question::linear(const Polynomial &P) {
  LinearForm F;
  for (const auto &[Product, Factor] : P.terms()) {
    if (Product.empty()) {
      if (!F.addConstant(Factor))
        return std::nullopt;
      continue;
    }
    const bool IsUnknown = llvm::any_of(
        Product, [&](const Symbol *S) { return Unknowns.count(S); });
    if (IsUnknown && Product.size() > 1)
      return std::nullopt;
    std::string Key;
    for (const Symbol *S : Product)
      Key += S->Key + "|";
    auto [It, New] = Columns.emplace(Key, 0);
    if (New) {
      const unsigned Column = Set.unknown(!IsUnknown);
      It->second = Column;
      auto Bound = [&](long long Sign, long long Constant) {
        LinearForm B;
        if (B.add(Column, Sign) && B.addConstant(Constant))
          Set.always(std::move(B));
      };
      if (!IsUnknown &&
          llvm::all_of(Product, [](const Symbol *S) { return S->NonNegative; }))
        Bound(1, 0);
      // What its type can hold.
      const Symbol *S = Product.front();
      if (Product.size() == 1 && S->What == Symbol::Kind::Variable)
        if (QualType T = S->Variable->getType().getNonReferenceType();
            T->isIntegerType() && D.C.getIntWidth(T) <= 32) {
          const unsigned Bits =
              D.C.getIntWidth(T) - !T->isUnsignedIntegerOrEnumerationType();
          Bound(-1, (1LL << Bits) - 1);
          if (!S->NonNegative)
            Bound(1, 1LL << Bits);
        }
    }
    if (!F.add(It->second, Factor))
      return std::nullopt;
  }
  return F;
}

std::optional<Polynomial> Dependence::Question::rename(const Polynomial &P,
                                                       const Instance &I) {
  return P.substitute([&](const Symbol *S) -> std::optional<Polynomial> {
    if (auto It = I.Own.find(S); It != I.Own.end())
      return Polynomial(It->second);
    if (S->What == Symbol::Kind::InnerLoop || S == D.LoopSymbol)
      return std::nullopt;
    return Polynomial(S);
  });
}

/// P is not negative. False where that can't be said.
bool Dependence::Question::require(const std::optional<Polynomial> &P) {
  auto F = P ? linear(*P) : std::nullopt;
  if (!F)
    return false;
  Set.notNegative(std::move(*F));
  return true;
}

/// P is never negative.
bool Dependence::Question::shown(const std::optional<Polynomial> &P) {
  if (!P)
    return false;
  if (auto K = P->constant())
    return *K >= 0;
  auto F = linear(*P);
  auto Negative = minus(Polynomial(-1), P);
  auto N = F && Negative ? linear(*Negative) : std::nullopt;
  if (!N)
    return false;
  const size_t Before = Set.size();
  Set.notNegative(std::move(*N));
  const bool Never = Set.isEmpty() == true;
  Set.shrink(Before);
  return Never;
}

/// What P is at least, in terms of parameters.
std::optional<Polynomial> Dependence::Question::least(Polynomial P) const {
  for (auto It = Ranges.rbegin(); It != Ranges.rend(); ++It) {
    Polynomial Rest, Factor;
    if (!P.split(It->Unknown, Rest, Factor))
      return std::nullopt;
    auto K = Factor.constant();
    if (K == 0)
      continue;
    auto Least = K ? plus(Rest, times(*K > 0 ? It->Low : It->High, Factor))
                   : std::nullopt;
    if (!Least)
      return std::nullopt;
    P = *Least;
  }
  const bool IsFixed = !P.mentionsIf([&](const Symbol *S) {
    return S->Key.front() == '~'; // one of ours
  });
  return IsFixed && !P.constant() ? std::optional(P) : std::nullopt;
}

/// The values of the loop variable in an iteration and in a later one.
bool Dependence::Question::iterations(Instance &Earlier, Instance &Later) {
  const bool Unsigned = D.LoopSymbol->NonNegative;
  const Polynomial A(make("earlier", Unsigned, false)),
      B(make("later", Unsigned, false));
  Earlier.Own[D.LoopSymbol] = A.terms().begin()->first.front();
  Later.Own[D.LoopSymbol] = B.terms().begin()->first.front();
  const Polynomial Sign(Direction);
  const auto Step = D.step();
  std::optional<Polynomial> First = D.Header.First;
  // (Where an unsigned variable starts from something negative it starts from
  // something large.)
  const bool Wraps = First && Unsigned && !shown(First);
  if (Wraps && Direction < 0)
    First = std::nullopt;
  if (!First || !linear(*First))
    First = Polynomial(make("first", false, true));
  if (Step) {
    if (!Wraps) {
      const Polynomial Count(make("count", true, false));
      auto Sum = plus(First, times(Count, Polynomial(*Step)));
      auto F = minus(A, Sum) ? linear(*minus(A, Sum)) : std::nullopt;
      if (!F)
        return false;
      Set.zero(std::move(*F));
    }
    const Polynomial Between(make("distance", false, false));
    auto Sum = plus(A, times(Between, Polynomial(*Step)));
    auto F = minus(B, Sum) ? linear(*minus(B, Sum)) : std::nullopt;
    if (!F || !require(minus(Between, Polynomial(1))))
      return false;
    Set.zero(std::move(*F));
    Distance = linear(Between)->Factors.begin()->first;
  } else if (!require(minus(times(Sign, minus(B, A)), Polynomial(1)))) {
    return false;
  }
  if (!require(times(Sign, minus(A, First))))
    return false;
  // The bound.
  std::optional<Polynomial> Limit = D.Header.Limit;
  if (D.Shape.What != LoopShape::Kind::Integer)
    Limit = std::nullopt;
  if (Limit && D.Header.Unsigned &&
      (!shown(Limit) || (Direction < 0 && !Unsigned)))
    Limit = std::nullopt;
  const bool Met = D.Shape.While == LoopShape::Condition::AtMost ||
                   D.Shape.While == LoopShape::Condition::AtLeast;
  if (!Limit || !linear(*Limit))
    Limit = Polynomial(make("limit", false, true));
  const std::optional<Polynomial> Last =
      minus(Limit, Polynomial(Met ? 0 : Direction));
  for (const Polynomial &V : {A, B}) {
    if (!require(times(Sign, minus(Last, V))))
      return false;
    Ranges.push_back({V.terms().begin()->first.front(),
                      Direction > 0 ? First : Last,
                      Direction > 0 ? Last : First});
  }
  return true;
}

void Dependence::Question::innerLoops(Instance &I) {
  if (!I.A.Open)
    return;
  for (const InnerRange &R : I.A.Open->Around) {
    auto Low = rename(R.Low, I), High = rename(R.High, I);
    auto Top = R.Top ? rename(*R.Top, I) : std::nullopt;
    const Polynomial V(
        make(I.Prefix + R.Variable->Key, R.Variable->NonNegative, false));
    I.Own[R.Variable] = V.terms().begin()->first.front();
    Exact &= require(minus(V, Low));
    if (R.Top && !shown(Top)) {
      Exact = false;
      High = std::nullopt;
    } else {
      Exact &= require(minus(High, V));
    }
    Ranges.push_back({I.Own[R.Variable], Low, High});
    if (R.Stride > 1) {
      const Polynomial Count(make(I.Prefix + "count", false, false));
      auto Rest = minus(minus(V, Low), times(Count, Polynomial(R.Stride)));
      auto F = Rest ? linear(*Rest) : std::nullopt;
      if (F)
        Set.zero(std::move(*F));
      else
        Exact = false;
    }
  }
}

bool Dependence::Question::fits(const Index::Fit &F, const Instance &I) {
  if (!F.Terms.empty() || (F.Type != "unsigned int" && F.Type != "int"))
    return false;
  const long long Low = F.Type == "int" ? -(1LL << 31) : 0;
  auto P = rename(F.Form, I);
  return shown(minus(P, Polynomial(Low))) &&
         shown(minus(Polynomial(Low + (1LL << 32) - 1), P));
}

/// Subscript number K of the path, over the instance's unknowns.
std::optional<Polynomial> Dependence::Question::subscript(Instance &I,
                                                          size_t K) {
  const Index &Closed = I.A.At.Path[K].At;
  const Index &X = I.A.Open ? I.A.Open->At[K] : Closed;
  if (!X.Known)
    return std::nullopt;
  // What isn't shown to fit is looked at when the program runs, in terms of the
  // closed form.
  for (const Index::Fit &F : X.Fits)
    if (!Closed.Known && !fits(F, I))
      return std::nullopt;
  auto P = rename(X.Form, I);
  for (const Index::Term &T : X.Terms) {
    if (T.Coefficient.constant() == 0)
      continue;
    auto Low = rename(T.Low, I), High = rename(T.High, I);
    const Polynomial V(make(I.Prefix + "term", false, false));
    Exact &= require(minus(V, Low));
    // (It may come from a comparison of unsigned numbers.)
    if (shown(plus(High, Polynomial(1))))
      Exact &= require(minus(High, V));
    else
      Exact = false;
    P = plus(P, times(rename(T.Coefficient, I), V));
  }
  return P;
}

/// Subscript number K lies within its array by the rules of the language.
bool Dependence::Question::inBounds(const Instance &I, size_t K) const {
  const auto &Path = I.A.At.Path;
  if (!I.A.Open || !I.A.Open->InBounds || Path[K].Extent < 2)
    return false;
  size_t End = Path.size();
  while (End > 0 && Path[End - 1].What == Step::Kind::Field)
    --End;
  if (K >= End || End - K > I.A.Open->InBounds)
    return false;
  for (size_t M = K; M < End; ++M)
    if (Path[M].What != Step::Kind::Element)
      return false;
  // The last member may stand for an array that goes on.
  return K == 0 || Path[K - 1].What != Step::Kind::Field;
}

bool Dependence::Question::within(const std::optional<Polynomial> &P,
                                  long long Extent) {
  return shown(P) && shown(minus(Polynomial(Extent - 1), P));
}

/// A and B, both with Stride as a factor here and there, are the same where
/// the multiples of Stride are, and what is left is.
bool Dependence::Question::apart(const Polynomial &A, const Polynomial &B,
                                 const Symbol *Stride, unsigned Depth) {
  // `3 * (y * w + x) + c`: of 3 * w.
  long long Common = 0;
  for (const Polynomial *P : {&A, &B})
    for (const auto &[Product, Factor] : P->terms())
      if (llvm::is_contained(Product, Stride))
        Common = std::gcd(Common, Factor);
  const auto Whole = times(Polynomial(Stride), Polynomial(Common));
  if (!Whole || Common == 0)
    return false;
  const Polynomial &S = *Whole;
  struct Parts {
    Polynomial Multiple, Rest;
  };
  std::vector<Polynomial> Needed;
  auto Split = [&](const Polynomial &P) -> std::optional<Parts> {
    Parts Of;
    Polynomial Multiples;
    if (!P.split(Stride, Of.Rest, Multiples) || !linear(Of.Rest))
      return std::nullopt;
    for (const auto &[Product, Factor] : Multiples.terms()) {
      std::optional<Polynomial> One = Polynomial(Factor / Common);
      for (const Symbol *X : Product)
        One = times(One, Polynomial(X));
      auto Sum = plus(Of.Multiple, One);
      if (!Sum)
        return std::nullopt;
      Of.Multiple = *Sum;
    }
    for (long long Shift : {0, 1, -1}) {
      auto Rest = plus(Of.Rest, times(S, Polynomial(Shift)));
      auto Multiple = minus(Of.Multiple, Polynomial(Shift));
      if (Multiple && shown(Rest) &&
          shown(minus(minus(S, Rest), Polynomial(1))))
        return Parts{*Multiple, *Rest};
    }
    // What does not change in the loop can be looked at when it begins.
    for (const auto &One :
         {std::optional(Of.Rest), minus(minus(S, Of.Rest), Polynomial(1))}) {
      if (shown(One))
        continue;
      auto Least = One ? least(*One) : std::nullopt;
      if (!Least)
        return std::nullopt;
      Needed.push_back(*Least);
    }
    return Of;
  };
  auto PA = Split(A);
  auto PB = PA ? Split(B) : std::nullopt;
  if (!PB)
    return false;
  // Only where it can be so.
  const size_t Before = Set.size();
  for (const Polynomial &One : Needed)
    require(One);
  const bool Never = !Needed.empty() && Set.isEmpty() != false;
  Set.shrink(Before);
  if (Never)
    return false;
  for (const Polynomial &One : Needed)
    if (!llvm::is_contained(Conditions, One))
      Conditions.push_back(One);
  same(PA->Rest, PB->Rest, Depth + 1);
  same(PA->Multiple, PB->Multiple, Depth + 1);
  return true;
}

/// The subscripts A and B are equal.
void Dependence::Question::same(const Polynomial &A, const Polynomial &B,
                                unsigned Depth) {
  auto Difference = Polynomial::subtract(A, B);
  if (auto F = Difference ? linear(*Difference) : std::nullopt) {
    Equal.push_back(std::move(*F));
    return;
  }
  std::set<std::string> Tried;
  for (const Polynomial *P : {&A, &B})
    for (const auto &[Product, Factor] : P->terms()) {
      if (Depth > 3 || Product.size() < 2 ||
          llvm::none_of(
              Product, [&](const Symbol *S) { return Unknowns.count(S) != 0; }))
        continue;
      for (const Symbol *S : Product)
        if (!Unknowns.count(S) && Tried.insert(S->Key).second &&
            apart(A, B, S, Depth))
          return;
    }
  Exact = false;
}

/// The subscripts of one array of arrays: one by one where they lie within
/// their extents, else taken together.
void Dependence::Question::array(std::vector<Dimension> Dimensions) {
  while (Dimensions.size() > 1) {
    Dimension Last = std::move(Dimensions.back());
    Dimensions.pop_back();
    if (Last.InBounds || (within(Last.Earlier, Last.Extent) &&
                          within(Last.Later, Last.Extent))) {
      if (Last.Earlier && Last.Later)
        same(*Last.Earlier, *Last.Later);
      else
        Exact = false;
      continue;
    }
    Dimension &Next = Dimensions.back();
    const Polynomial Extent(Last.Extent);
    Next.Earlier = plus(times(Next.Earlier, Extent), Last.Earlier);
    Next.Later = plus(times(Next.Later, Extent), Last.Later);
    Next.Extent = Next.Extent > 0 && Next.Extent < (1LL << 30) &&
                          Last.Extent < (1LL << 30)
                      ? Next.Extent * Last.Extent
                      : 0;
    Next.InBounds = false;
  }
  const Dimension &First = Dimensions.front();
  if (First.Earlier && First.Later)
    same(*First.Earlier, *First.Later);
  else
    Exact = false;
}

/// Follows both paths while they are the same but for subscripts. False: it
/// can't be said which elements meet.
bool Dependence::Question::compare(Instance &Earlier, Instance &Later) {
  const Place &P = Earlier.A.At, &Q = Later.A.At;
  bool OneElement = true; // so far, whatever the subscripts are
  auto SizeAt = [&](const Place &X, size_t K) -> std::optional<uint64_t> {
    QualType T = typeOfPlace(X.shortened(X.Path.size() - K - 1));
    if (T.isNull() || T->isDependentType() || T->isIncompleteType() ||
        T->isFunctionType())
      return std::nullopt;
    return D.C.getTypeSize(T.getNonReferenceType());
  };
  size_t N = std::min(P.Path.size(), Q.Path.size());
  std::vector<Dimension> Run;
  auto Finish = [&] {
    if (!Run.empty())
      array(std::move(Run));
    Run.clear();
  };
  for (size_t K = 0; K < N; ++K) {
    const Step &S = P.Path[K], &T = Q.Path[K];
    if (S.What != T.What ||
        (S.What == Step::Kind::Field &&
         S.Field->getCanonicalDecl() != T.Field->getCanonicalDecl()))
      break;
    if (S.What != Step::Kind::Element) {
      Finish();
      if (S.What == Step::Kind::Deref && !OneElement)
        return false; // pointers out of different elements may be equal
      continue;
    }
    Dimension Next;
    Next.Earlier = subscript(Earlier, K);
    Next.Later = subscript(Later, K);
    if (!Next.Earlier || !Next.Later || !(*Next.Earlier == *Next.Later) ||
        Next.Earlier->mentionsIf(
            [&](const Symbol *X) { return Unknowns.count(X) != 0; }))
      OneElement = false;
    // The same elements are counted.
    auto Size = SizeAt(P, K);
    if (!Size || Size != SizeAt(Q, K) || (!Run.empty() && S.Extent != T.Extent))
      return false;
    Next.Extent = static_cast<long long>(
        std::min<unsigned long long>(S.Extent, 1ULL << 40));
    if (!Run.empty() && Next.Extent == 0)
      return false;
    Next.InBounds = inBounds(Earlier, K) && inBounds(Later, K);
    for (auto [I, V, Of] : {std::tuple(&Earlier, &Next.Earlier, S.Extent),
                            std::tuple(&Later, &Next.Later, T.Extent)})
      if (*V && inBounds(*I, K)) {
        require(*V);
        require(minus(Polynomial(static_cast<long long>(Of) - 1), *V));
      }
    Run.push_back(std::move(Next));
  }
  Finish();
  // Nothing reaches beyond the element.
  for (const Access *A : {&Earlier.A, &Later.A}) {
    const Place &X = A->At;
    for (const Step &S : X.Path)
      if (S.What == Step::Kind::Reach)
        return false;
    if (!X.Path.empty() && X.Path.back().What == Step::Kind::Header)
      continue;
    QualType Is = typeOfPlace(X), As = A->Type;
    if (Is.isNull() || As.isNull())
      return false;
    Is = Is.getNonReferenceType();
    As = As.getNonReferenceType();
    for (QualType T : {Is, As})
      if (T->isDependentType() || T->isIncompleteType() ||
          T->isFunctionType() || T->isVoidType())
        return false;
    if (D.C.getTypeSize(As) > D.C.getTypeSize(Is))
      return false;
  }
  return true;
}

Dependence::Result Dependence::Question::answer(const Access &E,
                                                const Access &L) {
  Instance Earlier{E, "earlier ", {}}, Later{L, "later ", {}};
  if (isShared(E.At) || isShared(L.At) || !iterations(Earlier, Later))
    return {};
  innerLoops(Earlier);
  innerLoops(Later);
  if (!compare(Earlier, Later))
    return {};
  const size_t Domain = Set.size();
  for (LinearForm &F : Equal)
    Set.zero(std::move(F));
  Result R;
  const auto Empty = Set.isEmpty();
  if (Empty == true) {
    R.What = Answer::Independent;
    R.Conditions = std::move(Conditions);
    return R;
  }
  if (!Empty || !Exact || !Conditions.empty())
    return R;
  auto Fixed = Distance ? Set.value(*Distance) : std::nullopt;
  if (!Set.hasParameters() || Fixed || Set.followsFrom(Domain)) {
    R.What = Answer::Dependent;
    R.Distance = Fixed.value_or(0);
  }
  return R;
}

Dependence::Result Dependence::ask(const Access &Earlier,
                                   const Access &Later) const {
  if (auto Known = direction())
    return Question(*this, *Known).answer(Earlier, Later);
  Result Up = Question(*this, 1).answer(Earlier, Later),
         Down = Question(*this, -1).answer(Earlier, Later);
  if (Up.What != Answer::Independent || Down.What != Answer::Independent)
    return {};
  Up.Conditions.insert(Up.Conditions.end(), Down.Conditions.begin(),
                       Down.Conditions.end());
  return Up;
}

} // namespace mp::tool
