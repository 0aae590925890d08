//===- Polynomial.cpp - Integer polynomials over program values -----------===//
//
// Terms in a map, sorted by monomial, so that equal polynomials are equal maps.
// Every coefficient is computed with a check for overflow.
//
//===----------------------------------------------------------------------===//

#include "effects/Polynomial.h"
#include <algorithm>

namespace mp::tool {

bool Polynomial::Less::operator()(const Monomial &A, const Monomial &B) const {
  return std::lexicographical_compare(
      A.begin(), A.end(), B.begin(), B.end(),
      [](const Symbol *X, const Symbol *Y) { return X->Key < Y->Key; });
}

static bool accumulate(Polynomial::TermMap &Into, const Polynomial::Monomial &M,
                       long long Coefficient) {
  auto It = Into.find(M);
  long long Sum = It == Into.end() ? 0 : It->second;
  if (__builtin_add_overflow(Sum, Coefficient, &Sum))
    return false;
  if (Sum == 0) {
    if (It != Into.end())
      Into.erase(It);
  } else {
    Into[M] = Sum;
  }
  return true;
}

std::optional<Polynomial> Polynomial::add(const Polynomial &A,
                                          const Polynomial &B) {
  Polynomial R = A;
  for (auto &[M, C] : B.Terms)
    if (!accumulate(R.Terms, M, C))
      return std::nullopt;
  return R;
}

std::optional<Polynomial> Polynomial::subtract(const Polynomial &A,
                                               const Polynomial &B) {
  auto Negative = multiply(B, Polynomial(-1));
  return Negative ? add(A, *Negative) : std::nullopt;
}

std::optional<Polynomial> Polynomial::multiply(const Polynomial &A,
                                               const Polynomial &B) {
  Polynomial R;
  for (auto &[MA, CA] : A.Terms)
    for (auto &[MB, CB] : B.Terms) {
      long long C;
      if (__builtin_mul_overflow(CA, CB, &C))
        return std::nullopt;
      Monomial M = MA;
      M.insert(M.end(), MB.begin(), MB.end());
      if (M.size() > 6)
        return std::nullopt;
      std::sort(M.begin(), M.end(), [](const Symbol *X, const Symbol *Y) {
        return X->Key < Y->Key;
      });
      if (!accumulate(R.Terms, M, C))
        return std::nullopt;
    }
  return R;
}

std::optional<long long> Polynomial::constant() const {
  if (Terms.empty())
    return 0;
  if (Terms.size() == 1 && Terms.begin()->first.empty())
    return Terms.begin()->second;
  return std::nullopt;
}

bool Polynomial::mentions(const Symbol *S) const {
  return mentionsIf([S](const Symbol *Other) { return S == Other; });
}

bool Polynomial::mentionsIf(
    llvm::function_ref<bool(const Symbol *)> Test) const {
  for (auto &[M, C] : Terms)
    for (const Symbol *S : M)
      if (Test(S))
        return true;
  return false;
}

bool Polynomial::split(const Symbol *S, Polynomial &Rest,
                       Polynomial &Factor) const {
  Rest = Polynomial();
  Factor = Polynomial();
  for (auto &[M, C] : Terms) {
    auto Count = std::count(M.begin(), M.end(), S);
    if (Count > 1)
      return false;
    if (Count == 0) {
      Rest.Terms[M] = C;
      continue;
    }
    Monomial Without = M;
    Without.erase(std::find(Without.begin(), Without.end(), S));
    Factor.Terms[Without] = C;
  }
  return true;
}

std::optional<Polynomial> Polynomial::substitute(
    llvm::function_ref<std::optional<Polynomial>(const Symbol *)> With) const {
  Polynomial Sum;
  for (auto &[M, C] : Terms) {
    Polynomial Product(C);
    for (const Symbol *S : M) {
      auto Value = With(S);
      if (!Value)
        return std::nullopt;
      auto Next = multiply(Product, *Value);
      if (!Next)
        return std::nullopt;
      Product = std::move(*Next);
    }
    auto Next = add(Sum, Product);
    if (!Next)
      return std::nullopt;
    Sum = std::move(*Next);
  }
  return Sum;
}

std::string
Polynomial::text(llvm::function_ref<std::string(const Symbol *)> Name) const {
  if (Terms.empty())
    return "0";
  std::string Out;
  // The constant comes last, as people write it.
  std::vector<std::pair<Monomial, long long>> Ordered;
  for (auto &T : Terms)
    if (!T.first.empty())
      Ordered.push_back(T);
  if (auto It = Terms.find({}); It != Terms.end())
    Ordered.push_back(*It);
  for (auto &[M, C] : Ordered) {
    std::string Product;
    for (const Symbol *S : M) {
      std::string Factor = Name(S);
      if (Factor.empty())
        return "";
      Product += (Product.empty() ? "" : " * ") + Factor;
    }
    bool Negative = C < 0;
    unsigned long long Magnitude =
        Negative ? 0ULL - static_cast<unsigned long long>(C)
                 : static_cast<unsigned long long>(C);
    if (Product.empty())
      Product = std::to_string(Magnitude);
    else if (Magnitude != 1)
      Product = std::to_string(Magnitude) + " * " + Product;
    if (Out.empty())
      Out = (Negative ? "-" : "") + Product;
    else
      Out += (Negative ? " - " : " + ") + Product;
  }
  return Out;
}

std::string Polynomial::key() const {
  return text([](const Symbol *S) { return S->Key.empty() ? "?" : S->Key; });
}

} // namespace mp::tool
