// shadow.hpp - The working copy of a scalar that tails update.
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

} // namespace mp

#endif
