// aggregate.hpp - The members of a plain aggregate, one by one.
//
// Members are counted by the empty initialisers that the class takes, and named
// by a structured binding, both of which see an array as the one member that it
// is. (PFR, which counts values, takes it for its elements.) What can't be
// initialised by `{}` is left to PFR.

#ifndef MP_AGGREGATE_HPP
#define MP_AGGREGATE_HPP

#include <boost/pfr/core.hpp>
#include <boost/preprocessor/repetition/enum.hpp>
#include <boost/preprocessor/repetition/enum_params.hpp>
#include <boost/preprocessor/repetition/repeat_from_to.hpp>
#include <cstddef>
#include <type_traits>

namespace mp {
namespace detail {

/// The most members of a class that has arrays among them.
inline constexpr std::size_t most_members = 64;

// Stands for a value of any type.
struct anything {
  template <class T> operator T() const noexcept;
};

/// T can be initialised by N times `{}`, and by those and one value more.
template <class T, std::size_t N, class = void>
inline constexpr bool takes_empty = false;
template <class T, std::size_t N, class = void>
inline constexpr bool takes_value = false;

#define MP_DETAIL_EMPTY(z, n, text)                                            \
  {                                                                            \
  }
#define MP_DETAIL_TAKES(z, n, text)                                            \
  template <class T>                                                           \
  inline constexpr bool takes_empty<                                           \
      T, n,                                                                    \
      std::void_t<decltype(T{BOOST_PP_ENUM_##z(n, MP_DETAIL_EMPTY, )})>> =     \
      true;                                                                    \
  template <class T>                                                           \
  inline constexpr bool takes_value<                                           \
      T, n,                                                                    \
      std::void_t<decltype(T{BOOST_PP_ENUM_##z(n, MP_DETAIL_EMPTY, ),          \
                             anything()})>> = true;

BOOST_PP_REPEAT_FROM_TO(1, 66, MP_DETAIL_TAKES, )

#undef MP_DETAIL_TAKES
#undef MP_DETAIL_EMPTY

/// How many members T has, if `{}` can initialise all of them; else none.
template <class T, std::size_t Known = 0>
constexpr std::size_t count_members() noexcept {
  if constexpr (Known <= most_members) {
    if constexpr (takes_empty<T, Known + 1>)
      return count_members<T, Known + 1>();
    else if constexpr (Known != 0 && !takes_value<T, Known>)
      return Known;
  }
  return 0;
}

template <class Visit, class... Members>
void visit_each(Visit &visit, Members &...members) {
  (visit(members), ...);
}

/// Calls `visit` for each member of `value`, in their order.
template <class T, class Visit> void for_each_member(T &value, Visit visit) {
  constexpr std::size_t count = count_members<std::remove_const_t<T>>();
  if constexpr (count == 0)
    boost::pfr::for_each_field(value, visit);

#define MP_DETAIL_VISIT(z, n, text)                                            \
  else if constexpr (count == (n)) {                                           \
    auto &[BOOST_PP_ENUM_PARAMS_Z(z, n, member)] = value;                      \
    visit_each(visit, BOOST_PP_ENUM_PARAMS_Z(z, n, member));                   \
  }

  BOOST_PP_REPEAT_FROM_TO(1, 65, MP_DETAIL_VISIT, )

#undef MP_DETAIL_VISIT
}

} // namespace detail
} // namespace mp

#endif
