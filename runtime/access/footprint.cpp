// footprint.cpp - From affine forms to terms.
//
// All arithmetic is checked: a form whose numbers do not fit makes a footprint
// that is not sound, and the loop then stays native.

#include "footprint.hpp"
#include <limits>

namespace mp::runtime {
namespace {

// Sums and products that remember when one did not fit.
struct exact {
  bool sound = true;
  wide times(wide a, wide b) {
    wide r = 0;
    sound = sound && !__builtin_mul_overflow(a, b, &r);
    return r;
  }
  wide plus(wide a, wide b) {
    wide r = 0;
    sound = sound && !__builtin_add_overflow(a, b, &r);
    return r;
  }
};

// Numbers of this size can be added, and multiplied by an element's size,
// without a thought.
bool small(wide v) {
  const wide limit = std::numeric_limits<std::ptrdiff_t>::max();
  return v <= limit && v >= -limit;
}

} // namespace

footprint make_footprint(const elements_view &elements, wide value, wide step,
                         ordinal count) {
  footprint f;
  f.elements = elements;
  if (elements.is_listed) {
    f.per = 1;
    f.empty = count == 0;
    f.sound = static_cast<wide>(count) <= elements.bound;
    return f;
  }
  const affine &form = elements.form;
  if (form.range_count() > affine::max_ranges) {
    f.sound = false;
    return f;
  }
  exact e;
  f.start = e.plus(form.constant(), e.times(form.per_iteration(), value));
  f.per = e.times(form.per_iteration(), step);
  wide span = e.times(f.per, static_cast<wide>(count));
  f.empty = count == 0 || (elements.is_bounded && elements.bound <= 0);
  for (int i = 0; i < form.range_count(); ++i) {
    const affine::range &r = form[i];
    if (r.low > r.high) {
      f.empty = true;
      return f;
    }
    const wide stride = r.stride < 0 ? -wide(r.stride) : wide(r.stride);
    const wide n = wide(r.high) - r.low + 1;
    f.start = e.plus(f.start, e.times(r.stride, r.stride < 0 ? r.high : r.low));
    if (stride == 0 || n == 1)
      continue;
    f.inner[static_cast<std::size_t>(f.inner_count++)] = {stride, n};
    span = e.plus(span < 0 ? -span : span, e.times(stride, n));
  }
  const wide unit_limit = wide(1) << 40;
  f.sound = e.sound && small(f.start) && small(f.per) && small(span) &&
            elements.unit < unit_limit && elements.unit > -unit_limit;
  return f;
}

subscripts extent(const footprint &f, ordinal begin, ordinal end) {
  const wide first = f.start + f.per * static_cast<wide>(begin);
  const wide last = f.start + f.per * (static_cast<wide>(end) - 1);
  wide span = 0;
  for (int i = 0; i < f.inner_count; ++i)
    span += f.inner[static_cast<std::size_t>(i)].stride *
            (f.inner[static_cast<std::size_t>(i)].count - 1);
  return {std::min(first, last), std::max(first, last) + span + 1};
}

} // namespace mp::runtime
