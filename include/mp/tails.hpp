// tails.hpp - The statements that run in the parent, in order.
//
// A tail is a callable of rewritten code. The worker sends values for it by
// `mp_w.later`; the parent takes them apart by the types of the callable's
// parameters and calls it, in the order of the iterations.

#ifndef MP_TAILS_HPP
#define MP_TAILS_HPP

#include "values.hpp"
#include <cstddef>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace mp {
namespace detail {

template <class F> struct parameters_of {
  static_assert(always_false<F>,
                "mp: a tail is a lambda with one call operator whose parameter "
                "types are written out");
};
template <class F, class R, class... P>
struct parameters_of<R (F::*)(P...) const> {
  using type = std::tuple<P...>;
};
template <class F, class R, class... P> struct parameters_of<R (F::*)(P...)> {
  using type = std::tuple<P...>;
};
template <class F, class R, class... P>
struct parameters_of<R (F::*)(P...) const noexcept> {
  using type = std::tuple<P...>;
};
template <class F, class R, class... P>
struct parameters_of<R (F::*)(P...) noexcept> {
  using type = std::tuple<P...>;
};

template <class F, class... P>
void call_tail(F &f, unsigned classes, std::uint32_t types, reader &from,
               std::tuple<P...> *) {
  if (types != hash_types<std::remove_cv_t<std::remove_reference_t<P>>...>())
    throw std::logic_error("mp: the values of a tail are not those it takes");
  [[maybe_unused]] unsigned shift = 0;
  [[maybe_unused]] const auto sent = [&] {
    const unsigned at = shift;
    shift += 2;
    return at < 16 ? static_cast<wire_class>(classes >> at & 3)
                   : wire_class::plain;
  };
  (void)from;
  // Braces: the values are read in order.
  std::tuple<held_value<P>...> held{held_value<P>(from, sent())...};
  std::apply([&f](held_value<P> &...value) { f(value.pass()...); }, held);
}

template <class... F> struct tails_part {
  std::tuple<F...> functions;

  template <std::size_t I>
  static void call(tails_part &self, unsigned classes, std::uint32_t types,
                   reader &from) {
    using f = std::tuple_element_t<I, std::tuple<F...>>;
    using parameters = typename parameters_of<decltype(&f::operator())>::type;
    call_tail(std::get<I>(self.functions), classes, types, from,
              static_cast<parameters *>(nullptr));
  }

  template <std::size_t... I>
  void dispatch(unsigned tail, unsigned classes, std::uint32_t types,
                reader &from, std::index_sequence<I...>) {
    const bool found =
        (... || (tail == I && (call<I>(*this, classes, types, from), true)));
    if (!found)
      throw std::logic_error("mp: there is no tail of this number");
  }

  void operator()(unsigned tail, unsigned classes, std::uint32_t types,
                  reader &from) {
    dispatch(tail, classes, types, from, std::index_sequence_for<F...>());
  }
};

} // namespace detail

/// The loop's tails, number 0 first. Their parameter types say what to decode.
template <class... F> detail::tails_part<F...> tails(F... functions) {
  return {std::tuple<F...>(std::move(functions)...)};
}

} // namespace mp

#endif
