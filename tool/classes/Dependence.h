//===- Dependence.h - What one iteration writes and another reads ---------===//
//
// Asks whether an iteration may read what an earlier one wrote: whether there
// are two iterations, the earlier one's values of inner loop variables and the
// later one's, with which the subscripts of a write and a read are the same.
// Subscripts are taken as they are while inner loops run; they, the bounds of
// all loops and the extents of arrays are linear conditions, which isl decides.
// What can't be said in that way is left out, so that "they don't meet" is
// always right.
//
// Only that direction matters: the snapshot has what later iterations have not
// written yet.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_CLASSES_DEPENDENCE_H
#define MP_TOOL_CLASSES_DEPENDENCE_H

#include "effects/Effects.h"
#include "effects/Unclosed.h"

namespace mp::tool {

struct LoopShape;

class Dependence {
public:
  enum class Answer {
    Independent, ///< for all values of what the loop does not change
    Dependent,   ///< some iteration does, if all that may be done is done
    NotShown
  };
  struct Result {
    Answer What = Answer::NotShown;
    /// Dependent: the later iteration comes so many after the earlier one; 0
    /// where that differs.
    long long Distance = 0;
    /// Independent: where none of these is negative.
    std::vector<Polynomial> Conditions;
  };

  Dependence(const LoopShape &Shape, const Symbol *LoopSymbol,
             const HeaderNumbers &Header, clang::ASTContext &C)
      : Shape(Shape), LoopSymbol(LoopSymbol), Header(Header), C(C) {}

  /// Later, in one iteration, touches what Earlier, in one before it, touched.
  /// The roots of both are the same object, and no pointer on the way changes.
  Result flows(const Access &Earlier, const Access &Later) const;

  /// What A's subscript number Step takes at most, as one form: a range that
  /// depends on other loops' variables is widened to all that it may be.
  Index hull(const Access &A, size_t Step) const;

private:
  class Question;
  bool isOwnElement(const Access &A, const Access &B) const;
  Result ask(const Access &Earlier, const Access &Later) const;
  std::optional<int> direction() const;
  std::optional<long long> step() const;
  std::optional<Polynomial>
  extreme(Polynomial P, bool Greatest,
          const std::vector<InnerRange> &Around) const;

  const LoopShape &Shape;
  const Symbol *LoopSymbol;
  const HeaderNumbers &Header;
  clang::ASTContext &C;
  /// Answers by the places' keys, for what is closed in the same loops.
  struct Answered {
    std::shared_ptr<const Unclosed> Earlier, Later;
    Result What;
  };
  mutable std::map<std::pair<std::string, std::string>, std::vector<Answered>>
      Asked;
};

} // namespace mp::tool

#endif
