//===- IntegerSet.h - Whether linear conditions can hold ------------------===//
//
// Conditions over integer unknowns, each a sum of multiples of them and a
// constant that is zero or not negative. isl says whether integers can meet
// them all, within a limit of work, after which the answer is that it is not
// known.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_CLASSES_INTEGERSET_H
#define MP_TOOL_CLASSES_INTEGERSET_H

#include <map>
#include <optional>
#include <vector>

namespace mp::tool {

struct LinearForm {
  std::map<unsigned, long long> Factors; ///< by unknown
  long long Constant = 0;
  /// False where the numbers are too large.
  bool add(unsigned Unknown, long long Factor);
  bool addConstant(long long C);
};

class IntegerSet {
public:
  /// A parameter is the same in all of what is asked about a loop.
  unsigned unknown(bool IsParameter);
  void zero(LinearForm F) { Conditions.push_back({std::move(F), true}); }
  void notNegative(LinearForm F) {
    Conditions.push_back({std::move(F), false});
  }

  /// What is so of parameters whatever is asked; not counted below.
  void always(LinearForm F) {
    Conditions.insert(Conditions.begin(), {std::move(F), false});
    ++Always;
  }

  size_t size() const { return Conditions.size() - Always; }
  /// Drops all but the first N conditions.
  void shrink(size_t N) { Conditions.resize(Always + N, {{}, true}); }
  bool hasParameters() const;

  /// No integers meet the conditions. Nothing: it was too much work.
  std::optional<bool> isEmpty() const;

  /// The only value that the unknown can have; nothing where there are several
  /// (or none).
  std::optional<long long> value(unsigned Unknown) const;

  /// Whatever values of the parameters let the first N conditions be met let
  /// all be met.
  bool followsFrom(size_t N) const;

private:
  struct Condition {
    LinearForm Form;
    bool IsZero;
  };
  struct Built;
  std::vector<bool> Parameters; ///< by unknown
  std::vector<Condition> Conditions;
  size_t Always = 0;
};

} // namespace mp::tool

#endif
