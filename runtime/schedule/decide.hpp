// decide.hpp - Whether a loop goes to workers.
//
// A loop that would be done before a pool could help never leaves its native
// text. Otherwise its first iterations are timed natively, in segments that
// grow, until it is clear that workers pay or nothing is left. What was learned
// is kept in the loop's site.

#ifndef MP_RUNTIME_SCHEDULE_DECIDE_HPP
#define MP_RUNTIME_SCHEDULE_DECIDE_HPP

#include "commit/session.hpp"
#include "mp/detail/core.hpp"

namespace mp::runtime {

/// How many workers a loop of so many iterations gets.
unsigned workers_for(const site &s, ordinal iterations);

/// Whether `ns` of native work are done sooner by so many workers.
bool pays(double ns, unsigned workers);

/// What to do at a loop's entry, with adaption on.
struct entry {
  ordinal upto = 0;          // run natively to here first
  const char *why = nullptr; // set where that is the whole loop
};
entry decide_entry(site &s, ordinal count);

/// What to do after a timed native segment of `segment` iterations in `ns`,
/// before iteration `next` of `count`.
struct verdict {
  bool hand_out = false;
  ordinal upto = 0; // otherwise: run natively to here
};
verdict decide_segment(site &s, ordinal next, ordinal count, ordinal segment,
                       std::uint64_t ns, const detail::progress &pace);

/// Learns from a call that took `ns`.
void learn_from_call(site &s, const session_result &result,
                     std::uint64_t ns) noexcept;

} // namespace mp::runtime

#endif
