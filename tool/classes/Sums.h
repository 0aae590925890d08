//===- Sums.h - Arithmetic on polynomials that may not be known -----------===//
//
// Nothing with anything is nothing.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_CLASSES_SUMS_H
#define MP_TOOL_CLASSES_SUMS_H

#include "effects/Polynomial.h"

namespace mp::tool {

inline std::optional<Polynomial> minus(const std::optional<Polynomial> &A,
                                       const std::optional<Polynomial> &B) {
  return A && B ? Polynomial::subtract(*A, *B) : std::nullopt;
}
inline std::optional<Polynomial> plus(const std::optional<Polynomial> &A,
                                      const std::optional<Polynomial> &B) {
  return A && B ? Polynomial::add(*A, *B) : std::nullopt;
}
inline std::optional<Polynomial> times(const std::optional<Polynomial> &A,
                                       const std::optional<Polynomial> &B) {
  return A && B ? Polynomial::multiply(*A, *B) : std::nullopt;
}

} // namespace mp::tool

#endif
