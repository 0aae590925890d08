// independence.cpp - Dependence questions on affine footprints, in bytes.
//
// Two accesses are compared as sets of byte intervals: an element's bytes,
// moved by the iteration's stride and by those of the inner terms; or the bytes
// of each listed element. Everything here errs on the side of "dependent".

#include "independence.hpp"
#include <algorithm>
#include <numeric>

namespace mp::runtime {
namespace {

using detail::check_view;
using detail::loop_view;

struct interval {
  wide low, high; // [low, high)
  bool empty() const { return low >= high; }
};

bool meet(interval a, interval b) {
  return !a.empty() && !b.empty() && a.low < b.high && b.low < a.high;
}

wide magnitude(wide v) { return v < 0 ? -v : v; }

wide gcd(wide a, wide b) {
  a = magnitude(a);
  b = magnitude(b);
  while (b != 0) {
    const wide r = a % b;
    a = b;
    b = r;
  }
  return a;
}

// An access: bytes [start + step*k + sum of terms, + size) in iteration k, or
// [listed[j], + size) in the iteration that has this element.
struct access {
  const void *container = nullptr; // set where elements have no addresses
  const void *list = nullptr;      // set where elements are listed
  std::vector<wide> listed;        // sorted
  bool is_listed() const { return list != nullptr; }
  wide start = 0;
  wide step = 0;
  wide size = 0;
  ordinal count = 0; // of iterations
  std::vector<term> terms;
  interval all{0, 0}; // bytes touched by all iterations, clamped to the bound
  bool empty = false;
};

access to_access(const footprint &f, ordinal count) {
  access a;
  a.count = count;
  a.empty = f.empty || count == 0;
  if (a.empty)
    return a;
  if (f.elements.is_listed) {
    a.list = f.elements.base;
    a.size = static_cast<wide>(f.elements.size);
    const auto *const table = static_cast<void *const *>(f.elements.base);
    for (ordinal k = 0; k < count; ++k)
      if (table[k] != nullptr)
        a.listed.push_back(
            static_cast<wide>(reinterpret_cast<std::uintptr_t>(table[k])));
    std::sort(a.listed.begin(), a.listed.end());
    a.empty = a.listed.empty();
    if (!a.empty)
      a.all = {a.listed.front(), a.listed.back() + a.size};
    return a;
  }
  const bool addressed = f.elements.size != 0;
  const wide unit = addressed ? f.elements.unit : 1;
  const wide base =
      addressed
          ? static_cast<wide>(reinterpret_cast<std::uintptr_t>(f.elements.base))
          : 0;
  if (!addressed)
    a.container = f.elements.base;
  a.size = addressed ? static_cast<wide>(f.elements.size) : 1;
  a.start = base + f.start * unit;
  a.step = f.per * unit;
  wide low = a.start, high = a.start + a.size;
  for (int i = 0; i < f.inner_count; ++i) {
    term t = f.inner[static_cast<std::size_t>(i)];
    t.stride *= unit;
    if (t.stride < 0) { // a negative unit
      a.start += t.stride * (t.count - 1);
      low += t.stride * (t.count - 1);
      t.stride = -t.stride;
    } else {
      high += t.stride * (t.count - 1);
    }
    a.terms.push_back(t);
  }
  const wide travel = a.step * (static_cast<wide>(count) - 1);
  (travel < 0 ? low : high) += travel;
  a.all = {low, high};
  if (f.elements.is_bounded && unit > 0) {
    a.all.low = std::max(low, base);
    a.all.high =
        std::min(high, base + (wide(f.elements.bound) - 1) * unit + a.size);
    a.empty = a.all.empty();
  }
  return a;
}

// A listed element has a byte of x.
bool meets(const access &listed, interval x) {
  if (x.empty())
    return false;
  const auto next = std::upper_bound(listed.listed.begin(), listed.listed.end(),
                                     x.low - listed.size);
  return next != listed.listed.end() && *next < x.high;
}

wide span_of(const std::vector<term> &terms) {
  wide span = 0;
  for (const term &t : terms)
    span += t.stride * (t.count - 1);
  return span;
}

// The accesses of two footprints with the terms that both have the same way,
// and that are too far apart to let iterations meet, taken out.
struct reduced {
  std::vector<term> a, b;
  wide shift = 0; // what b's start is moved by
};

// Calls `holds` with ever more of the largest terms taken out of a and b;
// true as soon as it is. Taking out is sound where the distance that the rest
// can bridge is smaller than any that the terms taken out can make, which are
// multiples of a number; starts are compared but for such multiples, too.
template <class Holds>
bool reduces(const access &a, const access &b, Holds holds) {
  std::vector<wide> strides{0};
  for (const access *x : {&a, &b})
    for (const term &t : x->terms)
      strides.push_back(t.stride);
  std::sort(strides.begin(), strides.end());
  strides.erase(std::unique(strides.begin(), strides.end()), strides.end());
  for (auto at = strides.rbegin(); at != strides.rend(); ++at) {
    reduced r;
    wide common = 0;
    for (const term &t : a.terms)
      if (t.stride <= *at)
        r.a.push_back(t);
      else
        common = gcd(common, t.stride);
    for (const term &t : b.terms)
      if (t.stride <= *at)
        r.b.push_back(t);
      else
        common = gcd(common, t.stride);
    if (common != 0) {
      wide apart = (b.start - a.start) % common;
      if (apart > common / 2)
        apart -= common;
      else if (apart < -(common / 2))
        apart += common;
      r.shift = apart - (b.start - a.start);
      const wide first = b.start + r.shift;
      const wide n = static_cast<wide>(a.count) - 1;
      const wide low = std::min(std::min(a.start, a.start + a.step * n),
                                std::min(first, first + b.step * n));
      const wide high = std::max(
          std::max(a.start, a.start + a.step * n) + span_of(r.a) + a.size,
          std::max(first, first + b.step * n) + span_of(r.b) + b.size);
      if (high - low > common)
        continue;
    }
    if (holds(r))
      return true;
  }
  return false;
}

// No iteration of a touches a byte that another iteration of b touches.
bool separate_iterations(const access &a, const access &b) {
  if (a.count < 2)
    return true;
  if (a.is_listed() || b.is_listed())
    return a.list == b.list &&
           std::adjacent_find(a.listed.begin(), a.listed.end(),
                              [&](wide x, wide y) { return y - x < a.size; }) ==
               a.listed.end();
  if (a.step != b.step)
    return false;
  return reduces(a, b, [&](const reduced &r) {
    const wide first = b.start + r.shift;
    const wide low = std::min(a.start, first);
    const wide high = std::max(a.start + span_of(r.a) + a.size,
                               first + span_of(r.b) + b.size);
    return high - low <= magnitude(a.step);
  });
}

// Strides sorted by size, each larger than the span of the smaller ones: then
// distinct values of the variables are distinct elements.
bool superincreasing(const access &a) {
  if (a.is_listed())
    return false;
  std::vector<term> terms = a.terms;
  terms.push_back({magnitude(a.step), static_cast<wide>(a.count)});
  std::sort(terms.begin(), terms.end(),
            [](const term &x, const term &y) { return x.stride < y.stride; });
  wide span = a.size;
  for (const term &t : terms) {
    if (t.stride < span)
      return false;
    span += t.stride * (t.count - 1);
  }
  return true;
}

// All bytes of a and all bytes of b differ: by extent, or because their
// strides have a common divisor that keeps them apart (members of a struct).
bool disjoint(const access &a, const access &b) {
  if (a.empty || b.empty)
    return true;
  if (a.container != b.container) // a list's may be those of a container
    return !a.is_listed() && !b.is_listed();
  if (!meet(a.all, b.all))
    return true;
  if (a.is_listed() && b.is_listed())
    return std::none_of(b.listed.begin(), b.listed.end(),
                        [&](wide at) { return meets(a, {at, at + b.size}); });
  if (a.is_listed() || b.is_listed())
    return a.is_listed() ? !meets(a, b.all) : !meets(b, a.all);
  wide common = gcd(a.step, b.step);
  for (const access *x : {&a, &b})
    for (const term &t : x->terms)
      common = gcd(common, t.stride);
  if (common == 0)
    return false;
  wide offset = (b.start - a.start) % common;
  if (offset < 0)
    offset += common;
  return offset >= a.size && common - offset >= b.size;
}

// No iteration reads what an earlier one wrote.
bool reads_ahead(const access &write, const access &read) {
  if (write.count < 2)
    return true;
  if (write.is_listed() || read.is_listed())
    return false;
  const wide n = static_cast<wide>(write.count);
  return reduces(write, read, [&](const reduced &r) {
    const interval w{write.start, write.start + span_of(r.a) + write.size};
    const wide first = read.start + r.shift;
    const interval x{first, first + span_of(r.b) + read.size};
    // For iteration k of [0, n-2], linear in k: look at both ends.
    bool above = true, below = true;
    for (const wide k : {wide(0), n - 2}) {
      const wide nearest_up = read.step >= 0 ? k + 1 : n - 1;
      const wide nearest_down = read.step <= 0 ? k + 1 : n - 1;
      above =
          above && x.low + read.step * nearest_up >= w.high + write.step * k;
      below =
          below && x.high + read.step * nearest_down <= w.low + write.step * k;
    }
    return above || below;
  });
}

interval bytes_of(const check_view &c) {
  const auto at =
      static_cast<wide>(reinterpret_cast<std::uintptr_t>(c.address));
  return {at, at + c.size};
}

// Memory that is read or written all over has a part of the access.
bool touches(const interval &all, const access &a) {
  return !a.empty && a.container == nullptr &&
         (a.is_listed() ? meets(a, all) : meet(all, a.all));
}

std::vector<interval> pieces_of(const check_view &c) {
  std::vector<interval> all;
  const auto *const pieces = static_cast<const detail::piece *>(c.address);
  for (wide k = 0; k < c.size; ++k) {
    const auto at =
        static_cast<wide>(reinterpret_cast<std::uintptr_t>(pieces[k].at));
    all.push_back({at, at + static_cast<wide>(pieces[k].bytes)});
  }
  return all;
}

// Pieces of memory that tails write: which of them meets another is found by a
// search.
class updated_memory {
public:
  void add(interval x) { all_.push_back(x); }
  void sort() {
    std::sort(all_.begin(), all_.end(),
              [](interval a, interval b) { return a.low < b.low; });
    for (const interval &x : all_)
      upto_.push_back(upto_.empty() ? x.high : std::max(upto_.back(), x.high));
  }
  bool meets(interval x) const {
    if (x.empty())
      return false;
    const auto end =
        std::lower_bound(all_.begin(), all_.end(), x.high,
                         [](interval a, wide high) { return a.low < high; });
    return end != all_.begin() &&
           upto_[static_cast<std::size_t>(end - all_.begin()) - 1] > x.low;
  }
  auto begin() const { return all_.begin(); }
  auto end() const { return all_.end(); }

private:
  std::vector<interval> all_;
  std::vector<wide> upto_; // the end of all up to here
};

} // namespace

std::vector<footprint> make_slots(const loop_view &loop) {
  std::vector<footprint> slots;
  for (std::size_t i = 0; i < loop.slot_count; ++i)
    slots.push_back(make_footprint(loop.slots[i], loop.value, loop.step,
                                   loop.count - loop.done));
  return slots;
}

const char *first_failed_check(const loop_view &loop,
                               const std::vector<footprint> &slots,
                               ordinal count) {
  std::vector<access> written;
  for (const footprint &f : slots) {
    if (!f.sound)
      return "a subscript is too large";
    written.push_back(to_access(f, count));
  }
  for (std::size_t i = 0; i < written.size(); ++i) {
    const access &a = written[i];
    if (a.empty)
      continue;
    if (!separate_iterations(a, a) && !superincreasing(a))
      return "iterations write the same element";
    for (std::size_t j = i + 1; j < written.size(); ++j)
      if (!disjoint(a, written[j]) && !separate_iterations(a, written[j]))
        return "two results overlap";
  }
  // What tails write.
  std::vector<access> updated;
  updated_memory updated_bytes;
  std::vector<check_view> checks(loop.checks, loop.checks + loop.check_count);
  for (check_view &c : checks) {
    if (c.find != nullptr)
      c.find(c);
    if (c.what == check_view::kind::updates) {
      interval all = bytes_of(c);
      all.high += c.per * static_cast<wide>(count);
      updated_bytes.add(all);
    } else if (c.what == check_view::kind::updates_regions) {
      for (const interval &x : pieces_of(c))
        updated_bytes.add(x);
    } else if (c.what == check_view::kind::writes) {
      const footprint f =
          make_footprint(c.elements, loop.value, loop.step, count);
      if (!f.sound)
        return "a subscript is too large";
      updated.push_back(to_access(f, count));
      for (const access &w : written)
        if (!disjoint(w, updated.back()))
          return "a tail updates what is a result";
    }
  }
  updated_bytes.sort();
  for (const interval &x : updated_bytes)
    for (const access &w : written)
      if (touches(x, w))
        return "a tail updates what is a result";
  for (const check_view &c : checks) {
    switch (c.what) {
    case check_view::kind::holds:
      if (!c.value)
        return "a condition of the loop does not hold";
      break;
    case check_view::kind::fits: {
      const footprint f =
          make_footprint(c.elements, loop.value, loop.step, count);
      if (f.empty)
        break;
      const subscripts e = extent(f, 0, count);
      if (!f.sound || e.low < c.low || e.high - 1 > c.high)
        return "a subscript does not fit its type";
      break;
    }
    case check_view::kind::reads: {
      const footprint f =
          make_footprint(c.elements, loop.value, loop.step, count);
      if (!f.sound)
        return "a subscript is too large";
      const access read = to_access(f, count);
      for (std::size_t k = 0; k < written.size(); ++k) {
        const access &w = written[k];
        const bool known = k >= c.elements.beside &&
                           k - c.elements.beside < c.elements.beside_count;
        if (!known && !disjoint(w, read) && !separate_iterations(w, read) &&
            !reads_ahead(w, read))
          return "an iteration may read a result of an earlier one";
      }
      for (const interval &u : updated_bytes)
        if (touches(u, read))
          return "what a tail updates is read";
      for (const access &u : updated)
        if (!disjoint(u, read))
          return "what a tail updates is read";
      break;
    }
    case check_view::kind::bytes:
    case check_view::kind::pointer: {
      interval all = bytes_of(c);
      if (c.what == check_view::kind::pointer)
        all.high = all.low + 1;
      for (const access &w : written)
        if (touches(all, w))
          return "a result is read as a whole";
      for (const access &u : updated)
        if (touches(all, u))
          return "what a tail updates is read";
      if (updated_bytes.meets(all))
        return "what a tail updates is read";
      break;
    }
    case check_view::kind::reads_regions:
      for (const interval &x : pieces_of(c)) {
        for (const access &w : written)
          if (touches(x, w))
            return "a result is read as a whole";
        for (const access &u : updated)
          if (touches(x, u))
            return "what a tail updates is read";
        if (updated_bytes.meets(x))
          return "what a tail updates is read";
      }
      break;
    case check_view::kind::updates:
    case check_view::kind::updates_regions:
    case check_view::kind::writes:
      break; // above
    }
  }
  return nullptr;
}

} // namespace mp::runtime
