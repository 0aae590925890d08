//===- Unclosed.h - Subscripts while inner loops run ----------------------===//
//
// A place's subscripts say which elements an iteration of the judged loop may
// touch in all. Here they are as they were when the access was made, in terms
// of the variables of the inner loops that ran then: which elements belong
// together can still be told.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_EFFECTS_UNCLOSED_H
#define MP_TOOL_EFFECTS_UNCLOSED_H

#include "effects/Place.h"

namespace mp::tool {

/// An inner loop that runs while an access is made: its variable takes the
/// values Low, Low + Stride .. High.
struct InnerRange {
  const Symbol *Variable = nullptr;
  Polynomial Low, High;
  long long Stride = 1; ///< > 1: Low and High are constants
  /// Where the comparison is made in an unsigned type: the range is right only
  /// if this is not negative.
  std::optional<Polynomial> Top;
  bool operator==(const InnerRange &O) const {
    return Variable == O.Variable && Low == O.Low && High == O.High &&
           Stride == O.Stride && Top == O.Top;
  }
};

struct Unclosed {
  std::vector<Index> At;          ///< one for each step of the place's path
  std::vector<InnerRange> Around; ///< outermost first
  /// So many of the last subscripts are applied to arrays as such, and lie
  /// within their extents: `a[i][j]`, not `p[i * n + j]`.
  unsigned InBounds = 0;
  bool operator==(const Unclosed &O) const {
    return At == O.At && Around == O.Around && InBounds == O.InBounds;
  }
};

/// What the judged loop's header says of the loop symbol, where that is known:
/// its value in the first iteration, and what it is compared with.
struct HeaderNumbers {
  std::optional<Polynomial> First, Limit;
  bool Unsigned = false; ///< what is compared may be taken for unsigned
};

} // namespace mp::tool

#endif
