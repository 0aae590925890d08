// parallel_map.hpp - What rewritten code includes.
//
// The shape of that code, and what it may expect of the runtime, is described
// in docs/internals/rewritten-code.md. The templates here are thin: they turn
// the loop's types into ordinals and bytes and leave the rest to libmp.

#ifndef MP_PARALLEL_MAP_HPP
#define MP_PARALLEL_MAP_HPP

#include "affine.hpp"
#include "bounds.hpp"
#include "checks.hpp"
#include "codec.hpp"
#include "detail/core.hpp"
#include "errors.hpp"
#include "regions.hpp"
#include "segment.hpp"
#include "shadow.hpp"
#include "site.hpp"
#include "slots.hpp"
#include "tails.hpp"
#include "values.hpp"
#include "worker.hpp"

namespace mp {
namespace detail {

// Adds one part of the call to what the core is shown.
template <class Context, std::size_t N>
void add_part(loop_view &loop, Context &, results_part<N> &part) noexcept {
  loop.slots = part.slots.data();
  loop.slot_count = N;
}
template <class Context, std::size_t N>
void add_part(loop_view &loop, Context &, checks_part<N> &part) noexcept {
  loop.checks = part.checks.data();
  loop.check_count = N;
}
template <class Context, class... F>
void add_part(loop_view &loop, Context &context,
              tails_part<F...> &part) noexcept {
  context.tails = &part;
  loop.tail = [](void *c, unsigned tail, unsigned classes, std::uint32_t types,
                 reader &from) {
    auto &tails =
        *static_cast<tails_part<F...> *>(static_cast<Context *>(c)->tails);
    tails(tail, classes, types, from);
  };
}

// Whether the body's parameter can hold the bound of any chunk between two
// values: it has the type of the user's bound, which may be narrower than the
// one that is compared in.
template <class Body> bool takes_bounds(wide one, wide other) {
  using parameters = typename parameters_of<decltype(&Body::operator())>::type;
  using type = std::decay_t<std::tuple_element_t<2, parameters>>;
  if constexpr (is_limit<type>) {
    using number = typename integer_of<type>::type;
    return representable<number>(one) && representable<number>(other);
  } else {
    return false;
  }
}

template <class T, class E, condition C, class Body, class... Parts>
MP_DETAIL_COLD next_segment<T, E, C> map_slowly(std::uintptr_t rest,
                                                site &where, Body &body,
                                                Parts &...parts) noexcept {
  auto *const p = reinterpret_cast<pause<T, E, C> *>(rest);
  struct context {
    const pause<T, E, C> *p;
    Body *body;
    void *tails;
  } c{p, &body, nullptr};
  loop_view loop;
  loop.site = &where;
  loop.done = p->upto;
  loop.count = p->count;
  loop.segment = p->upto - p->done;
  loop.pace = p->pace;
  loop.step = p->step;
  if constexpr (is_counter<T>) {
    loop.counted = true;
    loop.value = static_cast<wide>(p->value(p->upto));
  }
  loop.context = &c;
  if constexpr (is_counter<T> && is_limit<E>)
    loop.narrow = !takes_bounds<Body>(static_cast<wide>(p->origin),
                                      static_cast<wide>(p->bound));
  loop.run = [](void *v, worker &w, ordinal begin, ordinal end) {
    const context &at = *static_cast<context *>(v);
    const ordinal base = at.p->upto;
    Body copy(*at.body);
    using parameters =
        typename parameters_of<decltype(&Body::operator())>::type;
    copy(w, at.p->value(base + begin),
         static_cast<std::decay_t<std::tuple_element_t<2, parameters>>>(
             at.p->bound_before(base + end)));
  };
  (add_part(loop, c, parts), ...);
  try {
    return to_next(p, hand_out(loop));
  } catch (...) {
    p->thrown = std::current_exception();
    return {p->bound, p->value(p->upto + loop.committed), true, rest, true};
  }
}

template <class T, class E, condition C>
[[noreturn]] MP_DETAIL_COLD void throw_on(std::uintptr_t rest) {
  auto *const p = reinterpret_cast<pause<T, E, C> *>(rest);
  const std::exception_ptr thrown = p->thrown;
  delete p;
  std::rethrow_exception(thrown);
}

} // namespace detail

/// Hands out the iterations that the last native segment has left, to workers
/// that run `body`, and commits their effects in order. Parts: `results`,
/// `checks`, `tails`, each at most once. Returns the segment to run natively
/// next. Throws worker_crashed, and what a tail throws; all earlier iterations
/// are committed then, and `s.first` is the loop variable's value in the one
/// that it happened in. May be called from any thread.
template <class T, class E, detail::condition C, class Body, class... Parts>
MP_DETAIL_INLINE segment<T, E, C> parallel_map(segment<T, E, C> &s, site &where,
                                               Body body, Parts... parts) {
  const detail::next_segment<T, E, C> next =
      detail::map_slowly<T, E, C>(s.pause_, where, body, parts...);
  s.pause_ = 0;
  if (__builtin_expect(next.thrown, 0)) {
    s.first = next.first;
    detail::throw_on<T, E, C>(next.rest);
  }
  segment<T, E, C> result(next.last, next.first);
  result.some = next.some;
  result.pause_ = next.rest;
  return result;
}

} // namespace mp

#endif
