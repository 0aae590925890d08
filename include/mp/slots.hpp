// slots.hpp - Where the elements are that iterations write.
//
// Slots, reads and updates are sets of elements, each a base and an affine form
// of subscripts: `mp::slots(p, mp::affine(0).per(1))`; slots may be listed
// instead, `mp::slots(places)`. Slots are what workers send back; all three are
// what the checks compare. The templates only note sizes and addresses and,
// where elements are not plain bytes, how they are encoded.

#ifndef MP_SLOTS_HPP
#define MP_SLOTS_HPP

#include "affine.hpp"
#include "codec.hpp"
#include "detail/core.hpp"
#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>
#include <vector>

namespace mp {

/// The addresses of the elements that iterations write, one for each iteration
/// in order, for elements that no subscript leads to (of a std::list, say). The
/// elements are not owned. Filled by the thread that runs the loop.
template <class T> class places {
public:
  /// The next iteration's element; null: it has none. Throws std::bad_alloc.
  void add(T *element) { table_.push_back(element); }
  T *const *data() const noexcept { return table_.data(); }
  std::size_t size() const noexcept { return table_.size(); }

private:
  std::vector<T *> table_;
};

namespace detail {

template <class Container> struct elements_of {
  Container *container;
};

// That of vector<bool> returns nothing.
template <class Container, class = void> inline constexpr bool has_data = false;
template <class Container>
inline constexpr bool has_data<
    Container, std::void_t<decltype(*std::declval<Container &>().data())>> =
    true;

template <class Derived> struct elements_builder {
  elements_view view;

  /// Bytes between neighbouring elements.
  Derived &unit(std::size_t bytes) noexcept {
    view.unit = static_cast<std::ptrdiff_t>(bytes);
    return static_cast<Derived &>(*this);
  }
  /// Subscripts outside [0, n) are never touched.
  template <class N> Derived &bounded(N n) noexcept {
    view.is_bounded = true;
    view.bound = static_cast<std::ptrdiff_t>(n);
    return static_cast<Derived &>(*this);
  }
};

template <class T>
elements_view view_of(const T *base, const affine &form) noexcept {
  elements_view v;
  v.base = const_cast<const void *>(static_cast<const volatile void *>(base));
  v.form = form;
  if constexpr (std::is_void_v<T>) {
    v.size = 1;
    v.unit = 1;
  } else {
    v.size = sizeof(T);
    v.unit = static_cast<std::ptrdiff_t>(sizeof(T));
  }
  return v;
}

template <class Container>
elements_view view_of(elements_of<Container> e, const affine &form) noexcept {
  elements_view v;
  v.base = e.container;
  v.form = form;
  return v;
}

template <class T> elements_view view_of(const places<T> &list) noexcept {
  elements_view v;
  v.base = list.data();
  v.is_listed = true;
  v.size = sizeof(T);
  v.is_bounded = true;
  v.bound = static_cast<std::ptrdiff_t>(list.size());
  return v;
}

struct slot_part : elements_builder<slot_part> {};
struct read_part : elements_builder<read_part> {
  /// Slots [first, first + count) of the results write nothing of it in earlier
  /// iterations.
  read_part &beside(std::size_t first, std::size_t count) noexcept {
    view.beside = first;
    view.beside_count = count;
    return *this;
  }
};
struct update_part : elements_builder<update_part> {};

template <std::size_t N> struct results_part {
  std::array<elements_view, N> slots;
};

} // namespace detail

/// The elements of a container, whichever it is: by a pointer to the first
/// where they lie side by side (array, vector, string), else as `c[k]` (deque,
/// vector<bool>).
template <class T, std::size_t N> T *elements(T (&array)[N]) noexcept {
  return array;
}
template <class Container> auto elements(Container &c) noexcept {
  if constexpr (detail::has_data<Container>)
    return c.data();
  else
    return detail::elements_of<Container>{&c};
}

/// The elements `base[form]`, sent back by the workers.
template <class T>
MP_DETAIL_COLD detail::slot_part slots(T *base, const affine &form) noexcept {
  detail::slot_part part{{detail::view_of(base, form)}};
  if constexpr (!detail::is_bytewise<T>) {
    part.view.encode = [](const void *b, std::ptrdiff_t unit,
                          std::ptrdiff_t index, writer &to) {
      encode<T>(to, *reinterpret_cast<const T *>(static_cast<const char *>(b) +
                                                 index * unit));
    };
    part.view.decode = [](const void *b, std::ptrdiff_t unit,
                          std::ptrdiff_t index, reader &from) {
      decode<T>(from,
                *reinterpret_cast<T *>(
                    static_cast<char *>(const_cast<void *>(b)) + index * unit));
    };
  }
  return part;
}

template <class Container>
MP_DETAIL_COLD detail::slot_part slots(detail::elements_of<Container> base,
                                       const affine &form) noexcept {
  using value_type = typename Container::value_type;
  using size_type = typename Container::size_type;
  detail::slot_part part{{detail::view_of(base, form)}};
  part.view.encode = [](const void *b, std::ptrdiff_t, std::ptrdiff_t index,
                        writer &to) {
    const auto &c = *static_cast<const Container *>(b);
    encode<value_type>(to, c[static_cast<size_type>(index)]);
  };
  part.view.decode = [](const void *b, std::ptrdiff_t, std::ptrdiff_t index,
                        reader &from) {
    auto &c = *static_cast<Container *>(const_cast<void *>(b));
    auto &&element = c[static_cast<size_type>(index)];
    if constexpr (std::is_same_v<decltype(element), value_type &>)
      decode<value_type>(from, element);
    else
      element = decoded<value_type>(from);
  };
  return part;
}

/// Listed elements, sent back by the workers; `list` has to stay as it is as
/// long as the loop is handed out.
template <class T>
MP_DETAIL_COLD detail::slot_part slots(const places<T> &list) noexcept {
  detail::slot_part part{{detail::view_of(list)}};
  part.view.encode = [](const void *b, std::ptrdiff_t, std::ptrdiff_t index,
                        writer &to) {
    if (T *const element = static_cast<T *const *>(b)[index])
      encode<T>(to, *element);
  };
  part.view.decode = [](const void *b, std::ptrdiff_t, std::ptrdiff_t index,
                        reader &from) {
    if (T *const element = static_cast<T *const *>(b)[index])
      decode<T>(from, *element);
  };
  return part;
}

/// The loop's results.
template <class... S>
MP_DETAIL_COLD detail::results_part<sizeof...(S)>
results(const S &...parts) noexcept {
  return {{parts.view...}};
}

} // namespace mp

#endif
