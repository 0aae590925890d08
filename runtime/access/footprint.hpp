// footprint.hpp - Which elements a range of iterations touches.
//
// A form base[c + s*k + k1*j1 + ...] is taken apart into *terms*, arithmetic
// progressions of subscripts; the iteration is one of them. Terms that lie side
// by side melt into contiguous runs.

#ifndef MP_RUNTIME_ACCESS_FOOTPRINT_HPP
#define MP_RUNTIME_ACCESS_FOOTPRINT_HPP

#include "mp/detail/core.hpp"
#include <algorithm>
#include <array>
#include <cstddef>

namespace mp::runtime {

using detail::elements_view;
using detail::ordinal;
using detail::wide;

/// stride * 0, stride * 1, ..., stride * (count - 1)
struct term {
  wide stride;
  wide count;
};

/// An elements_view whose form is in terms of the iteration's ordinal, counted
/// from the call, with numbers that can't overflow.
struct footprint {
  elements_view elements;
  wide start = 0; // subscript with the ordinal and all inner variables lowest
  wide per = 0;   // stride of the ordinal
  int inner_count = 0;
  std::array<term, affine::max_ranges> inner; // strides > 0
  bool empty = false;                         // touches nothing
  bool sound = true; // false: too many ranges, or numbers too large
};

/// `value` and `step`: of the loop variable at the call. `count`: iterations.
footprint make_footprint(const elements_view &elements, wide value, wide step,
                         ordinal count);

/// The smallest and one more than the largest subscript touched by iterations
/// [begin, end), before clamping to the bound.
struct subscripts {
  wide low, high;
};
subscripts extent(const footprint &f, ordinal begin, ordinal end);

/// Calls `run(first, count)` for contiguous runs of subscripts that together
/// are the elements touched by iterations [begin, end). `melt`: neighbours in
/// subscript may be taken together.
template <class Run>
void for_each_run(const footprint &f, ordinal begin, ordinal end, bool melt,
                  Run run) {
  if (f.empty || begin >= end)
    return;
  std::array<term, affine::max_ranges + 1> terms;
  std::size_t n = 0;
  for (int i = 0; i < f.inner_count; ++i)
    terms[n++] = f.inner[static_cast<std::size_t>(i)];
  wide at = f.start + f.per * static_cast<wide>(begin);
  term iteration{f.per, static_cast<wide>(end - begin)};
  if (iteration.stride < 0) {
    at += iteration.stride * (iteration.count - 1);
    iteration.stride = -iteration.stride;
  }
  if (iteration.count > 1 && iteration.stride != 0)
    terms[n++] = iteration;
  std::sort(terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(n),
            [](const term &a, const term &b) { return a.stride < b.stride; });
  wide length = 1;
  std::size_t melted = 0;
  if (melt)
    while (melted < n && terms[melted].stride <= length) {
      length += terms[melted].stride * (terms[melted].count - 1);
      ++melted;
    }
  std::array<wide, affine::max_ranges + 1> counter{};
  for (;;) {
    wide low = at, high = at + length;
    if (f.elements.is_bounded) {
      low = std::max<wide>(low, 0);
      high = std::min<wide>(high, f.elements.bound);
    }
    if (low < high)
      run(static_cast<std::ptrdiff_t>(low),
          static_cast<std::size_t>(high - low));
    std::size_t i = melted;
    for (; i < n; ++i) {
      at += terms[i].stride;
      if (++counter[i] < terms[i].count)
        break;
      at -= terms[i].stride * terms[i].count;
      counter[i] = 0;
    }
    if (i == n)
      return;
  }
}

} // namespace mp::runtime

#endif
