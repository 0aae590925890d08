// shadow.hpp - Variables that are brought up to date when the call ends, also
// by an exception: the working copy of a scalar that tails update, and the loop
// variable.
//
// A tail holds a reference to what it updates. Were that the user's variable,
// the compiler would have to keep it in memory in the native loop too, where
// every store might change it. The copy lives in memory of its own, so the
// variable's address goes nowhere.

#ifndef MP_SHADOW_HPP
#define MP_SHADOW_HPP

#include <utility>

namespace mp {

/// Copies x; when it is destroyed, also by an exception, writes the copy back.
/// Not copyable. Ends the program when there is no memory for it.
template <class T> class shadow {
public:
  // The variable may not have a value yet: then it is written before it is
  // read, and GCC is not to warn that it is copied.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wuninitialized"
#ifndef __clang__
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
  [[gnu::always_inline]] explicit shadow(T &x) : value(copy(x)), target_(x) {}
#pragma GCC diagnostic pop
  [[gnu::always_inline]] ~shadow() {
    target_ = std::move(value);
    delete &value;
  }
  shadow(const shadow &) = delete;
  shadow &operator=(const shadow &) = delete;

  T &value;

private:
  // By value, and without throwing: see segment.hpp.
  [[gnu::noinline, gnu::cold]] static T &copy(T x) noexcept {
    return *new T(std::move(x));
  }

  T &target_;
};

/// While it lives, and so when the call throws, x takes the value of `first` of
/// the segment s when it is destroyed. Not copyable.
template <class T, class Segment> class follow {
public:
  [[gnu::always_inline]] follow(T &x, const Segment &s) noexcept
      : target_(x), segment_(s) {}
  [[gnu::always_inline]] ~follow() { target_ = segment_.first; }
  follow(const follow &) = delete;
  follow &operator=(const follow &) = delete;

private:
  T &target_;
  const Segment &segment_;
};

} // namespace mp

#endif
