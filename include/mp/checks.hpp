// checks.hpp - Conditions under which a loop may be handed out.
//
// They are looked at once, before any worker is made; where one fails, the
// loop runs natively, and MP_REPORT says which.

#ifndef MP_CHECKS_HPP
#define MP_CHECKS_HPP

#include "slots.hpp"
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <type_traits>

namespace mp {
namespace detail {

template <std::size_t N> struct checks_part {
  std::array<check_view, N> checks;
};

MP_DETAIL_COLD inline check_view to_check(const check_view &c) noexcept {
  return c;
}
MP_DETAIL_COLD inline check_view to_check(const read_part &r) noexcept {
  check_view c;
  c.what = check_view::kind::reads;
  c.elements = r.view;
  return c;
}

MP_DETAIL_COLD inline check_view to_check(const update_part &u) noexcept {
  check_view c;
  c.what = check_view::kind::writes;
  c.elements = u.view;
  return c;
}

MP_DETAIL_COLD inline check_view byte_check(check_view::kind what,
                                            const volatile void *at,
                                            wide bytes) noexcept {
  check_view c;
  c.what = what;
  c.address = const_cast<const void *>(at);
  c.size = bytes;
  return c;
}

} // namespace detail

/// The elements `base[form]` are read: none that an earlier iteration writes.
template <class T>
MP_DETAIL_COLD detail::read_part reads(T *base, const affine &form) noexcept {
  return {{detail::view_of(base, form)}};
}
template <class Container>
MP_DETAIL_COLD detail::read_part reads(detail::elements_of<Container> base,
                                       const affine &form) noexcept {
  return {{detail::view_of(base, form)}};
}
template <class T>
MP_DETAIL_COLD detail::read_part reads(const places<T> &list) noexcept {
  return {{detail::view_of(list)}};
}

/// All of `count` elements are read; none is written by an iteration.
template <class T, class N>
detail::check_view reads_all(const T *base, N count) noexcept {
  detail::wide size = 1;
  if constexpr (!std::is_void_v<T>)
    size = sizeof(T);
  return detail::byte_check(detail::check_view::kind::bytes, base,
                            static_cast<detail::wide>(count) * size);
}

/// The bytes of x are read.
template <class T> detail::check_view object(const T &x) noexcept {
  return detail::byte_check(detail::check_view::kind::bytes, std::addressof(x),
                            sizeof(T));
}

/// Memory from p on is read, nobody knows how much.
template <class T> detail::check_view pointer(const T *p) noexcept {
  return detail::byte_check(detail::check_view::kind::pointer, p, 0);
}

/// The elements `base[form]` are written by a tail.
template <class T>
MP_DETAIL_COLD detail::update_part updates(T *base,
                                           const affine &form) noexcept {
  return {{detail::view_of(base, form)}};
}
template <class Container>
MP_DETAIL_COLD detail::update_part updates(detail::elements_of<Container> base,
                                           const affine &form) noexcept {
  return {{detail::view_of(base, form)}};
}

/// Any of `count` elements is written by a tail.
template <class T, class N>
detail::check_view updates_all(const T *base, N count) noexcept {
  return detail::byte_check(detail::check_view::kind::updates, base,
                            static_cast<detail::wide>(count) *
                                static_cast<detail::wide>(sizeof(T)));
}

/// Tails write elements from p on, `each` of them for an iteration at most.
template <class T>
detail::check_view appends(const T *p, detail::wide each) noexcept {
  detail::check_view c =
      detail::byte_check(detail::check_view::kind::updates, p, 0);
  c.per = each * static_cast<detail::wide>(sizeof(T));
  return c;
}

/// The bytes of x are written by a tail.
template <class T> detail::check_view updates(const T &x) noexcept {
  return detail::byte_check(detail::check_view::kind::updates,
                            std::addressof(x), sizeof(T));
}

/// Every value of the form is one of the integer type U.
template <class U>
MP_DETAIL_COLD detail::check_view fits(const affine &form) noexcept {
  detail::check_view c;
  c.what = detail::check_view::kind::fits;
  c.elements.form = form;
  c.low = static_cast<detail::wide>(std::numeric_limits<U>::min());
  c.high = static_cast<detail::wide>(std::numeric_limits<U>::max());
  return c;
}

/// The two objects have no byte in common.
template <class A, class B>
MP_DETAIL_COLD detail::check_view apart(const A &a, const B &b) noexcept {
  const auto x = reinterpret_cast<std::uintptr_t>(std::addressof(a));
  const auto y = reinterpret_cast<std::uintptr_t>(std::addressof(b));
  detail::check_view c;
  c.value = x < y ? y - x >= sizeof(A) : x - y >= sizeof(B);
  return c;
}

/// Any other condition.
MP_DETAIL_COLD inline detail::check_view holds(bool condition) noexcept {
  detail::check_view c;
  c.value = condition;
  return c;
}

template <class... C>
MP_DETAIL_COLD detail::checks_part<sizeof...(C)>
checks(const C &...conditions) noexcept {
  return {{detail::to_check(conditions)...}};
}

} // namespace mp

#endif
