// segment.hpp - The segments in which a loop's native text is run.
//
//     for (auto mp_s = mp::start(mp_site, i, mp::below(n)); mp_s;) {
//       for (; i < mp_s.last; i++) ...        // natively
//       if (!mp_s.go_on()) break;
//       mp_s = mp::parallel_map(mp_s, mp_site, ...);
//       i = mp_s.first;
//     }
//
// A loop too small to pay is one segment, decided by one comparison in front
// of it. All else happens out of line, and neither the segment nor anything of
// the user's function has its address taken on the way, so the native loop is
// as good as it was.

#ifndef MP_SEGMENT_HPP
#define MP_SEGMENT_HPP

#include "affine.hpp"
#include "bounds.hpp"
#include "detail/core.hpp"
#include "site.hpp"
#include <cstdint>
#include <exception>
#include <limits>
#include <new>
#include <type_traits>

#define MP_DETAIL_INLINE [[gnu::always_inline]] inline

namespace mp {
namespace detail {

template <class T>
inline constexpr bool is_counter =
    (std::is_integral_v<T> && !std::is_same_v<T, bool>) ||
    (std::is_enum_v<T> && std::is_convertible_v<T, long long>);
template <class E>
inline constexpr bool is_limit =
    std::is_integral_v<E> ||
    (std::is_enum_v<E> && std::is_convertible_v<E, long long>);

// The type in which `i < n` is compared. Both sides are converted to it anyway;
// segments' bounds have it from the start, so that a constant bound brings no
// warning about signs that it did not bring before.
template <class T, class E, bool = is_counter<T> && is_limit<E>>
struct compared_as {
  using type = E;
};
template <class T, class E> struct compared_as<T, E, true> {
  using type = std::common_type_t<T, E>;
};
template <class T, class E> using compared = typename compared_as<T, E>::type;

// Pointers and iterators: anything from which a distance can be taken.
template <class T, class E, class = void>
inline constexpr bool has_distance = false;
template <class T, class E>
inline constexpr bool has_distance<
    T, E,
    std::void_t<decltype(static_cast<std::ptrdiff_t>(
                    std::declval<const E &>() - std::declval<const T &>())),
                decltype(static_cast<E>(std::declval<const E &>() +
                                        std::ptrdiff_t())),
                decltype(static_cast<T>(std::declval<const T &>() +
                                        std::ptrdiff_t()))>> =
    !std::is_arithmetic_v<T> && !std::is_enum_v<T>;

// How many units of the loop variable lie between first and end, as an
// unsigned number; huge where it is none. Only a guess of the work is made
// from it.
template <condition C, class T, class E, class S>
MP_DETAIL_INLINE std::uint64_t distance(const T &first, const E &end,
                                        const S &step) {
  bool down = C == condition::above || C == condition::at_least;
  if constexpr (C == condition::until && !std::is_same_v<S, unit_step> &&
                std::is_signed_v<S>)
    down = step < 0;
  (void)step;
  if constexpr (is_counter<T> && is_limit<E>) {
    const auto a =
        static_cast<std::uint64_t>(static_cast<compared<T, E>>(first));
    const auto b = static_cast<std::uint64_t>(static_cast<compared<T, E>>(end));
    return down ? a - b : b - a;
  } else if constexpr (has_distance<T, E>) {
    const auto d = static_cast<std::uint64_t>(end - first);
    return down ? 0 - d : d;
  } else {
    return std::numeric_limits<std::uint64_t>::max();
  }
}

// The loop's space, counted.
struct space {
  ordinal count = 0;
  wide step = 0;
  bool sound = false; // it can be handed out
};

template <condition C, class T, class E, class S>
space measure(const T &first, const E &end, const S &step) {
  space result;
  bool ok = true;
  result.step = step_value(step, sizeof(T), ok);
  wide count = -1;
  if constexpr (is_counter<T> && is_limit<E>) {
    using common = compared<T, E>;
    const wide a = static_cast<wide>(first), b = static_cast<wide>(end);
    // Converting for the comparison must not have changed a value, and the
    // segments' bounds must be values of E, the variable's values ones of T.
    ok = ok && static_cast<wide>(static_cast<common>(first)) == a &&
         static_cast<wide>(static_cast<common>(end)) == b &&
         representable<typename integer_of<E>::type>(a);
    count = trips(C, a, b, result.step);
    ok = ok && count >= 0 &&
         representable<typename integer_of<T>::type>(a + count * result.step);
  } else if constexpr (has_distance<T, E>) {
    count = trips(C, 0, static_cast<wide>(end - first), result.step);
  }
  const wide limit = std::numeric_limits<std::int64_t>::max();
  result.sound = ok && count >= 0 && count <= limit && result.step <= limit &&
                 result.step >= -limit;
  if (result.sound)
    result.count = static_cast<ordinal>(count);
  return result;
}

} // namespace detail

namespace detail {

// All about a loop that is needed only where its native text pauses. Lives on
// the heap, so that nothing of it is in the native loop's way.
template <class T, class E, condition C> struct pause {
  // Iterations of the whole loop, and the native segment [done, upto).
  ordinal count, done, upto;
  T origin; // the variable in iteration 0
  E bound;  // the user's own
  std::int64_t step;
  progress pace;
  std::exception_ptr thrown; // by parallel_map; to be thrown on
  bool open = false;         // `count` is no more than what was found ahead

  // The variable's value in iteration k.
  T value(ordinal k) const {
    const auto offset = k * static_cast<std::uint64_t>(step);
    if constexpr (is_counter<T>)
      return static_cast<T>(static_cast<std::uint64_t>(origin) + offset);
    else if constexpr (has_distance<T, E>)
      return static_cast<T>(origin + static_cast<std::ptrdiff_t>(offset));
    else
      return origin;
  }

  // The bound of a run that ends before iteration k.
  E bound_before(ordinal k) const {
    if (k == count && !open)
      return bound;
    if (inclusive(C))
      --k;
    const auto offset = k * static_cast<std::uint64_t>(step);
    if constexpr (is_counter<T> && is_limit<E>)
      return static_cast<E>(static_cast<std::uint64_t>(origin) + offset);
    else if constexpr (has_distance<T, E>)
      return static_cast<E>(bound +
                            (static_cast<std::ptrdiff_t>(offset) -
                             static_cast<std::ptrdiff_t>(bound - origin)));
    else
      return bound;
  }
};

} // namespace detail

/// The state of a loop whose native text is run segment by segment. Made by
/// `start`; used in one thread.
template <class T, class E, detail::condition C> class segment {
  using pause = detail::pause<T, E, C>;

public:
  /// The native loop's bound.
  E last;
  /// After `parallel_map`: the loop variable at the first iteration that is
  /// not committed.
  T first;
  /// False where the native part is empty (needed for `<=` and `>=`).
  bool some = true;
  /// False after a `break` of the native loop, if set to false before it.
  bool ended = true;

  explicit operator bool() const noexcept { return true; }

  /// The native loop's condition failed: it was not left by `break`.
  bool end() noexcept {
    ended = true;
    return false;
  }

  /// What runs natively now is all there is left.
  bool all() const noexcept { return pause_ == 0; }

  /// Whether iterations are left to hand out.
  bool go_on() const noexcept {
    return __builtin_expect(pause_ != 0, 0) && ended;
  }

  /// For loops whose end only their head can tell (`mp::ahead`): runs it ahead,
  /// as `step`, which works on copies, makes one step and returns false at the
  /// end. False: nothing is to be handed out; what is left runs natively.
  template <class Step>
  MP_DETAIL_INLINE bool look_ahead(site &where, Step step) {
    if (found_ahead(pause_, where, step))
      return true;
    pause_ = 0;
    last = static_cast<E>(detail::no_end);
    return false;
  }
  template <class Step>
  MP_DETAIL_COLD static bool found_ahead(std::uintptr_t rest, site &where,
                                         Step &step) noexcept {
    auto *const p = reinterpret_cast<pause *>(rest);
    const std::uint64_t begin = detail::clock_ns();
    const detail::ordinal limit = detail::horizon(where);
    detail::ordinal found = 0;
    try {
      while (found < limit && step())
        ++found;
    } catch (...) { // the native text comes to it and throws
    }
    p->count = p->upto + found;
    if (found < limit)
      where.memory().trips.store(p->count);
    if (detail::is_worth(where, found, detail::clock_ns() - begin))
      return true;
    delete p;
    return false;
  }

  /// For the runtime only, from here on.
  MP_DETAIL_INLINE segment(E bound, T value) : last(bound), first(value) {}
  MP_DETAIL_INLINE segment(segment &&other) noexcept
      : last(other.last), first(other.first), some(other.some),
        ended(other.ended), pause_(other.pause_) {
    other.pause_ = 0;
  }
  MP_DETAIL_INLINE segment &operator=(segment &&other) noexcept {
    last = other.last;
    first = other.first;
    some = other.some;
    ended = other.ended;
    const std::uintptr_t mine = pause_;
    pause_ = other.pause_;
    other.pause_ = mine;
    return *this;
  }
  MP_DETAIL_INLINE ~segment() {
    if (__builtin_expect(pause_ != 0, 0))
      forget(pause_);
  }
  MP_DETAIL_COLD static void forget(std::uintptr_t p) noexcept {
    delete reinterpret_cast<pause *>(p);
  }

  /// Owns a pause; 0: what runs natively now is all. A number, because calls
  /// that are given a pointer of unknown origin might change through it what
  /// the native loop reads, for all that compilers can prove.
  std::uintptr_t pause_ = 0;
};

namespace detail {

// What `start` and `parallel_map` take over from the cold side. It is a type
// of its own, so that the segment itself never lives in memory for it. The
// functions that return it don't throw: what is live across a call that may
// end in a clean-up can't stay in a register of the native loop.
template <class T, class E, condition C> struct next_segment {
  E last;
  T first;
  bool some;
  std::uintptr_t rest; // see segment::pause_
  bool thrown = false; // rest has what
};

// Goes on with p, or without it when nothing will be left after the segment.
template <class T, class E, condition C>
next_segment<T, E, C> to_next(pause<T, E, C> *p, const grant &g) {
  next_segment<T, E, C> next{p->bound_before(g.upto), p->value(g.done),
                             g.done < g.upto || g.upto == p->count,
                             reinterpret_cast<std::uintptr_t>(p)};
  p->done = g.done;
  p->upto = g.upto;
  p->pace = g.pace;
  if (g.upto == p->count && (!p->open || g.final)) {
    next.last = p->bound; // the user's own decides
    delete p;
    next.rest = 0;
  }
  return next;
}

template <condition C, class T, class E, class S>
MP_DETAIL_COLD next_segment<T, E, C> start_slowly(site &where, T first, E end,
                                                  S step) noexcept {
  const space all = measure<C>(first, end, step);
  if (!all.sound) {
    stay_native(where, "its trips can't be counted");
  } else if (all.count != 0) {
    const grant g = enter(where, all.count);
    if (g.upto != all.count)
      if (auto *p = new (std::nothrow)
              pause<T, E, C>{all.count,
                             0,
                             0,
                             first,
                             end,
                             static_cast<std::int64_t>(all.step),
                             {},
                             nullptr})
        return to_next(p, g);
  }
  return {end, first, true, 0};
}

} // namespace detail

/// Begins a loop whose iterations are counted from 0 and whose end only its
/// head can tell. May be called from any thread.
MP_DETAIL_INLINE segment<std::size_t, std::size_t, detail::condition::below>
start(site &where, std::size_t first, detail::unknown_bound) {
  constexpr auto below = detail::condition::below;
  segment<std::size_t, std::size_t, below> s(detail::no_end, first);
  detail::site_memory &memory = where.memory();
  if (memory.trips.load() < memory.inline_below.load()) {
    const std::uint64_t left = memory.inline_left.load();
    if (left != 0) {
      memory.inline_left.store(left - 1);
      return s;
    }
  }
  const detail::next_segment<std::size_t, std::size_t, below> next =
      detail::start_slowly<below>(where, first, detail::no_end,
                                  detail::unit_step());
  s.last = next.last;
  s.some = next.some;
  s.pause_ = next.rest;
  if (next.rest != 0)
    reinterpret_cast<detail::pause<std::size_t, std::size_t, below> *>(
        next.rest)
        ->open = true;
  return s;
}

/// Begins the loop over `first`, `first + step`, ... while the condition holds.
/// `step` may have any integer type. Decides how much to run natively first.
/// May be called from any thread.
template <class T, class E, detail::condition C, class S = detail::unit_step>
MP_DETAIL_INLINE segment<T, detail::compared<T, E>, C>
start(site &where, T first, detail::bound<C, E> bound, S step = S()) {
  const auto end = static_cast<detail::compared<T, E>>(bound.value);
  segment<T, detail::compared<T, E>, C> s(end, first);
  detail::site_memory &memory = where.memory();
  if (__builtin_expect(detail::distance<C>(first, end, step) <
                           memory.inline_below.load(),
                       1)) {
    const std::uint64_t left = memory.inline_left.load();
    if (__builtin_expect(left != 0, 1)) {
      memory.inline_left.store(left - 1);
      return s;
    }
  }
  const detail::next_segment<T, detail::compared<T, E>, C> next =
      detail::start_slowly<C>(where, first, end, step);
  s.last = next.last;
  s.some = next.some;
  s.pause_ = next.rest;
  return s;
}

} // namespace mp

#endif
