//===- Subscripts.cpp - Subscripts that vary with the loop variable -------===//
//
// Where in an access's path the loop variable counts, as one form over all
// dimensions that lie in place.
//
//===----------------------------------------------------------------------===//

#include "classes/Classify.h"
#include "classes/Render.h"

using namespace clang;

namespace mp::tool {

bool Classifier::varies(const Index &I) const {
  if (!I.Known || !I.Terms.empty())
    return true;
  return I.Form.mentions(LoopSymbol);
}

bool Classifier::isLed(const Place &Array) const {
  if (!Shape.Ahead || Array.Path.empty())
    return false;
  if (Shape.What == LoopShape::Kind::Range)
    return Array.Path.back().What == Step::Kind::Content;
  return Array.is(Place::Root::Variable) && Array.Path.size() == 1 &&
         Array.Path[0].What == Step::Kind::Deref &&
         isHead(dyn_cast<VarDecl>(Array.Variable));
}

std::optional<Polynomial> Classifier::stride(const Index &I) const {
  if (!I.Known)
    return std::nullopt;
  Polynomial Rest, Factor;
  if (!I.Form.split(LoopSymbol, Rest, Factor))
    return std::nullopt;
  for (auto &T : I.Terms)
    if (T.Coefficient.mentions(LoopSymbol) || T.Low.mentions(LoopSymbol) ||
        T.High.mentions(LoopSymbol))
      return std::nullopt;
  return Factor;
}

std::optional<Subscripted> Classifier::subscripted(const Access &A) const {
  const auto &Path = A.At.Path;
  for (size_t K = 0; K < Path.size(); ++K) {
    if (Path[K].What != Step::Kind::Element || !varies(Path[K].At))
      continue;
    // Earlier dimensions of the same array belong to it.
    size_t First = K;
    while (First > 0 && Path[First - 1].What == Step::Kind::Element)
      --First;
    size_t Last = K;
    while (Last + 1 < Path.size() && Path[Last + 1].What == Step::Kind::Element)
      ++Last;
    Subscripted S;
    S.Array = A.At.shortened(Path.size() - First);
    // Arrays in a union are parts of what the union is.
    auto IsUnion = [&](const Place &P) {
      const CXXRecordDecl *R = recordOf(Alias.typeOf(P));
      return R && R->isUnion();
    };
    for (size_t D = First; D < Last; ++D)
      if (IsUnion(A.At.shortened(Path.size() - D - 1)))
        Last = D;
    // Where rows are used as a whole as well, the row is the element.
    if (auto It = Dimensions.find(S.Array.key()); It != Dimensions.end())
      Last = std::min(Last, First + It->second - 1);
    S.First = Path[First];
    // A range that depends on other variables: as far as it goes at most.
    auto At = [&](size_t D) {
      if (Path[D].At.Known)
        return Path[D].At;
      Index All = Iterations.hull(A, D);
      S.Widened |= All.Known;
      S.Beyond |= All.Known;
      return All;
    };
    S.Linear = At(First);
    // `a[j][i]`: whatever j is, there are no more rows than the array has.
    if (!S.Linear.Known && First < Last && Path[First].Extent && A.Open &&
        A.Open->InBounds > Last - First && Path.size() == Last + 1) {
      S.Linear = Index::at(0);
      S.Linear.Terms.push_back(
          {Polynomial(1), Polynomial(),
           Polynomial(static_cast<long long>(Path[First].Extent) - 1)});
      S.Widened = true;
    }
    S.Dimensions = static_cast<unsigned>(Last - First + 1);
    for (size_t D = First + 1; D <= Last; ++D) {
      // ((i * N) + j) ...: N is the size of this dimension.
      Polynomial N(static_cast<long long>(Path[D].Extent));
      const Index Here = At(D);
      if (Path[D].Extent == 0 || !S.Linear.Known || !Here.Known) {
        // A subscript that isn't known may still lie in its own row.
        if (Path[D].Extent && S.Linear.Known && !Here.Known) {
          Index Any = Index::at(0);
          Any.Terms.push_back(
              {Polynomial(1), Polynomial(),
               Polynomial(static_cast<long long>(Path[D].Extent) - 1)});
          auto F = Polynomial::multiply(S.Linear.Form, N);
          if (F) {
            Index L = S.Linear;
            L.Form = *F;
            bool Ok = true;
            for (auto &T : L.Terms) {
              auto M = Polynomial::multiply(T.Coefficient, N);
              Ok &= M.has_value();
              if (M)
                T.Coefficient = *M;
            }
            L.Terms.push_back(Any.Terms[0]);
            S.Widened = true;
            S.Linear = Ok ? L : Index::unknown();
            continue;
          }
        }
        S.Linear = Index::unknown();
        continue;
      }
      Index L = S.Linear;
      auto F = Polynomial::multiply(L.Form, N);
      auto Sum = F ? Polynomial::add(*F, Here.Form) : std::nullopt;
      if (!Sum) {
        S.Linear = Index::unknown();
        continue;
      }
      L.Form = *Sum;
      bool Ok = true;
      for (auto &T : L.Terms) {
        auto M = Polynomial::multiply(T.Coefficient, N);
        Ok &= M.has_value();
        if (M)
          T.Coefficient = *M;
      }
      L.Terms.insert(L.Terms.end(), Here.Terms.begin(), Here.Terms.end());
      L.Fits.insert(L.Fits.end(), Here.Fits.begin(), Here.Fits.end());
      S.Linear = Ok ? L : Index::unknown();
    }
    // (Nor is `this` an array.)
    if (K > Last || IsUnion(S.Array) ||
        (S.Array.is(Place::Root::This) && S.Array.Path.empty()))
      S.Linear = Index::unknown();
    auto Named = [&](const Place &P, const FieldDecl &F) {
      const CXXRecordDecl *R = recordOf(Alias.typeOf(P));
      return !R || Render::membersFound(*R, F) == 1;
    };
    size_t M = Last + 1;
    while (M < Path.size() && !Whole.count(S.Array.key()) &&
           Path[M].What == Step::Kind::Field && !Path[M].Field->isBitField() &&
           Render::accessible(Path[M].Field, Shape.Function) &&
           Named(A.At.shortened(Path.size() - M), *Path[M].Field))
      S.Fields.push_back(Path[M++]);
    S.Cut = M < Path.size() && Path[M].What == Step::Kind::Field;
    S.Element = Alias.typeOf(A.At.shortened(Path.size() - M));
    if (S.Element.isNull() && M == Path.size())
      S.Element = A.Type;
    S.Key = S.Array.key();
    for (auto &F : S.Fields)
      S.Key += "." + llvm::utohexstr(reinterpret_cast<uintptr_t>(
                         F.Field->getCanonicalDecl()));
    // What lies behind a pointer in the element is not the element's.
    for (; M < Path.size(); ++M)
      if (Path[M].What == Step::Kind::Deref ||
          Path[M].What == Step::Kind::Reach)
        S.Linear = Index::unknown();
    return S;
  }
  return std::nullopt;
}

/// The fewest subscripts with which each array is used anywhere in the loop.
void Classifier::countDimensions() {
  for (const Access &A : E.Accesses) {
    const auto &Path = A.At.Path;
    for (size_t K = 0; K < Path.size(); ++K) {
      if (Path[K].What != Step::Kind::Element ||
          (K && Path[K - 1].What == Step::Kind::Element))
        continue;
      size_t Last = K;
      while (Last + 1 < Path.size() &&
             Path[Last + 1].What == Step::Kind::Element)
        ++Last;
      size_t Count = Last - K + 1;
      auto [It, New] =
          Dimensions.emplace(A.At.shortened(Path.size() - K).key(), Count);
      if (!New)
        It->second = std::min(It->second, Count);
    }
  }
  // Where a member is written that can't be named, the element is the unit.
  std::set<std::string> Cut;
  for (const Access &A : E.Accesses)
    if (A.Writes)
      if (auto S = subscripted(A); S && S->Cut)
        Cut.insert(S->Array.key());
  Whole = std::move(Cut);
}

} // namespace mp::tool
