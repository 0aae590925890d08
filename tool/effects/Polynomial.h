//===- Polynomial.h - Integer polynomials over program values -------------===//
//
// Subscripts, bounds and strides as polynomials with integer coefficients
// over symbols: the loop variable, the variables of inner loops, parameters,
// values that the loop does not change. Arithmetic is over the mathematical
// integers; an operation whose coefficients would overflow gives nothing.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_EFFECTS_POLYNOMIAL_H
#define MP_TOOL_EFFECTS_POLYNOMIAL_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace clang {
class ValueDecl;
}

namespace mp::tool {

struct Place;

/// Something with an integer value that stands for itself in a polynomial.
/// Symbols are unique by Key within a SymbolTable.
struct Symbol {
  enum class Kind {
    LoopVariable, ///< of the loop that is judged
    InnerLoop,    ///< the variable of a loop within, while that runs
    Variable,     ///< a local variable or parameter that is named
    Stored,       ///< the value stored at a place
    Paced,        ///< a variable that the head steps by Pace whenever the loop
                  ///< variable grows by one, less Pace times the loop variable
    Query ///< what a const member function (`size()`) says of the object at a
          ///< place
  };
  Kind What = Kind::Variable;
  std::string Key;
  const clang::ValueDecl *Variable =
      nullptr;                     ///< LoopVariable, InnerLoop, Variable, Paced
  std::shared_ptr<const Place> At; ///< Stored, Query
  std::string Member;              ///< Query: "size"
  long long Pace = 0;              ///< Paced
  bool NonNegative = false;        ///< an unsigned type, or a size
};

class SymbolTable {
public:
  const Symbol *get(Symbol S) {
    auto It = Symbols.find(S.Key);
    if (It == Symbols.end()) {
      std::string Key = S.Key;
      It = Symbols.emplace(Key, std::make_unique<Symbol>(std::move(S))).first;
    }
    return It->second.get();
  }

private:
  std::map<std::string, std::unique_ptr<Symbol>> Symbols;
};

class Polynomial {
public:
  /// Sorted by key; empty: the constant term.
  using Monomial = std::vector<const Symbol *>;
  struct Less {
    bool operator()(const Monomial &A, const Monomial &B) const;
  };
  using TermMap = std::map<Monomial, long long, Less>;

  Polynomial() = default;
  Polynomial(long long Constant) {
    if (Constant)
      Terms[{}] = Constant;
  }
  explicit Polynomial(const Symbol *S) { Terms[{S}] = 1; }

  static std::optional<Polynomial> add(const Polynomial &A,
                                       const Polynomial &B);
  static std::optional<Polynomial> subtract(const Polynomial &A,
                                            const Polynomial &B);
  static std::optional<Polynomial> multiply(const Polynomial &A,
                                            const Polynomial &B);

  bool operator==(const Polynomial &Other) const {
    return Terms == Other.Terms;
  }

  /// The value when it is a constant.
  std::optional<long long> constant() const;
  bool mentions(const Symbol *S) const;
  bool mentionsIf(llvm::function_ref<bool(const Symbol *)> Test) const;

  /// Splits P = Rest + Factor * S where neither mentions S; nothing when S
  /// occurs in a higher power.
  bool split(const Symbol *S, Polynomial &Rest, Polynomial &Factor) const;

  /// Replaces symbols; With returns nothing to fail, or the symbol itself.
  std::optional<Polynomial> substitute(
      llvm::function_ref<std::optional<Polynomial>(const Symbol *)> With) const;

  const TermMap &terms() const { return Terms; }

  /// C++ text, each symbol rendered by Name; empty when Name gives an empty
  /// string for some symbol.
  std::string text(llvm::function_ref<std::string(const Symbol *)> Name) const;
  /// For keys and messages.
  std::string key() const;

private:
  TermMap Terms;
};

} // namespace mp::tool

#endif
