// bounds.hpp - The condition of a loop, as a value.
//
// `i < n` is `mp::below(n)`, `i <= n` is `mp::at_most(n)`, `i > n` is
// `mp::above(n)`, `i >= n` is `mp::at_least(n)`, `i != n` is `mp::until(n)`.
// This header also counts the trips of a loop over mathematical integers, so
// that no conversion and no overflow goes unnoticed.

#ifndef MP_BOUNDS_HPP
#define MP_BOUNDS_HPP

#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>

namespace mp {

namespace detail {

__extension__ typedef __int128 wide;

enum class condition { below, at_most, above, at_least, until };

constexpr bool inclusive(condition c) noexcept {
  return c == condition::at_most || c == condition::at_least;
}

template <condition C, class E> struct bound {
  static constexpr condition kind = C;
  using value_type = E;
  E value;
};

// The step of a loop that names none.
struct unit_step {};

// Number of iterations of a loop over the integers from `first` by `step`
// until the condition against `end` fails. Negative: there is no such number,
// or the condition and the direction do not go together.
constexpr wide trips(condition c, wide first, wide end, wide step) noexcept {
  switch (c) {
  case condition::below:
    if (first >= end)
      return 0;
    return step > 0 ? (end - first + step - 1) / step : -1;
  case condition::at_most:
    if (first > end)
      return 0;
    return step > 0 ? (end - first) / step + 1 : -1;
  case condition::above:
    if (first <= end)
      return 0;
    return step < 0 ? (first - end - step - 1) / -step : -1;
  case condition::at_least:
    if (first < end)
      return 0;
    return step < 0 ? (first - end) / -step + 1 : -1;
  case condition::until:
    if (first == end)
      return 0;
    if (step == 0 || (end - first) % step != 0)
      return -1;
    return (end - first) / step > 0 ? (end - first) / step : -1;
  }
  return -1;
}

// The step as a number with sign. Unsigned types hold `-(k)` in two's
// complement; where that can't be told from a large positive step (the loop
// variable is wider than the step), `ok` is false.
template <class S>
constexpr wide step_value(S step, std::size_t variable_size,
                          bool &ok) noexcept {
  if constexpr (std::is_unsigned_v<S> && !std::is_same_v<S, bool>) {
    if (step > std::numeric_limits<S>::max() / 2) {
      if (sizeof(S) < variable_size)
        ok = false;
      return static_cast<wide>(step) -
             static_cast<wide>(std::numeric_limits<S>::max()) - 1;
    }
  }
  (void)variable_size;
  return static_cast<wide>(step);
}

template <>
inline constexpr wide step_value(unit_step, std::size_t, bool &) noexcept {
  return 1;
}

template <class U> constexpr bool representable(wide v) noexcept {
  if constexpr (std::is_same_v<U, bool>)
    return v == 0 || v == 1;
  else
    return v >= static_cast<wide>(std::numeric_limits<U>::min()) &&
           v <= static_cast<wide>(std::numeric_limits<U>::max());
}

// Enumerations count as the integers that they convert to.
template <class T, bool = std::is_enum_v<T>> struct integer_of {
  using type = T;
};
template <class T> struct integer_of<T, true> {
  using type = std::underlying_type_t<T>;
};

// The bound of a counter whose end is found by running ahead: never reached.
struct unknown_bound {};
inline constexpr std::size_t no_end = std::size_t(1)
                                      << (sizeof(std::size_t) * 8 - 2);

} // namespace detail

/// How far is not known: see `segment::look_ahead`.
constexpr detail::unknown_bound ahead() noexcept { return {}; }

/// `i < end`
template <class E>
constexpr detail::bound<detail::condition::below, E> below(E end) {
  return {end};
}
/// `i <= end`
template <class E>
constexpr detail::bound<detail::condition::at_most, E> at_most(E end) {
  return {end};
}
/// `i > end`
template <class E>
constexpr detail::bound<detail::condition::above, E> above(E end) {
  return {end};
}
/// `i >= end`
template <class E>
constexpr detail::bound<detail::condition::at_least, E> at_least(E end) {
  return {end};
}
/// `i != end`
template <class E>
constexpr detail::bound<detail::condition::until, E> until(E end) {
  return {end};
}

} // namespace mp

#endif
