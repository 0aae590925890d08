// affine.hpp - Affine subscripts.
//
//     mp::affine(c).per(s).over(k, lo, hi)
//
// is the set of subscripts c + s*v + k*j for the loop variable's value v and
// all lo <= j <= hi. For pointer and iterator loops v counts steps from the
// current value of the variable.

#ifndef MP_AFFINE_HPP
#define MP_AFFINE_HPP

#include <cstddef>

// Code that stands in the middle of a user's function but is hardly ever run.
// It is kept out of line, because optimisers give up on large functions.
#define MP_DETAIL_COLD [[gnu::noinline, gnu::cold]]

namespace mp {

/// An affine form with any sign of its numbers; arithmetic on it is done by the
/// runtime over integers that don't overflow.
class affine {
public:
  /// A form has at most this many inner variables; with more of them the loop
  /// stays native.
  static constexpr int max_ranges = 8;

  struct range {
    std::ptrdiff_t stride, low, high;
  };

  MP_DETAIL_COLD explicit affine(std::ptrdiff_t constant = 0) noexcept
      : constant_(constant) {}

  /// Adds `stride` times the loop variable.
  affine &per(std::ptrdiff_t stride) noexcept {
    per_ += stride;
    return *this;
  }

  /// Adds `stride` times an inner variable that takes all values from `low` to
  /// `high`; `low > high`: nothing is touched at all.
  MP_DETAIL_COLD affine &over(std::ptrdiff_t stride, std::ptrdiff_t low,
                              std::ptrdiff_t high) noexcept {
    if (count_ < max_ranges)
      ranges_[count_] = {stride, low, high};
    ++count_;
    return *this;
  }

  std::ptrdiff_t constant() const noexcept { return constant_; }
  std::ptrdiff_t per_iteration() const noexcept { return per_; }
  /// More than `max_ranges`: not all of them are held.
  int range_count() const noexcept { return count_; }
  const range &operator[](int i) const noexcept { return ranges_[i]; }

private:
  std::ptrdiff_t constant_;
  std::ptrdiff_t per_ = 0;
  int count_ = 0;
  range ranges_[max_ranges] = {};
};

} // namespace mp

#endif
