// hand_out.cpp - The two entries from the header templates.
//
// `enter` is asked when a loop is entered and says how much of it runs natively
// first; `hand_out` is asked at the end of each native segment. It looks at the
// checks, runs a session, and says what to run natively next.

#include "access/independence.hpp"
#include "commit/session.hpp"
#include "configure/configuration.hpp"
#include "decide.hpp"
#include "watch/report.hpp"
#include "work/worker_process.hpp"
#include <limits>

namespace mp::detail {
namespace {

using namespace runtime;

double slot_bytes(const std::vector<footprint> &slots) {
  double bytes = 0;
  for (const footprint &f : slots) {
    double n = f.empty ? 0 : 1;
    for (int i = 0; i < f.inner_count; ++i)
      n *= static_cast<double>(f.inner[static_cast<std::size_t>(i)].count);
    // What an encoded element takes shows only later.
    bytes += n * (f.elements.encode != nullptr
                      ? 64
                      : static_cast<double>(f.elements.size));
  }
  return bytes;
}

grant rest_natively(site &s, const loop_view &loop, const char *why) {
  note_native(s, loop.count - loop.done, why);
  grant g{loop.done, loop.count, {}};
  g.final = true;
  return g;
}

// After workers were stopped: is what is left worth another try?
bool try_again(const site &s, ordinal left, unsigned workers) {
  if (!current_configuration().adapt)
    return true;
  const double ns = const_cast<site &>(s).memory().iteration_ns.load(
      std::memory_order_relaxed);
  return pays(ns * static_cast<double>(left), workers);
}

} // namespace

grant enter(site &s, ordinal count) noexcept {
  const ambient_keeper program;
  if (in_worker())
    return {0, count, {}};
  const configuration &c = current_configuration();
  // (Of a loop whose end is not known none are counted.)
  const ordinal noted = count < no_end ? count : 0;
  if (c.serial) {
    note_native(s, noted, "MP_START is serial");
    if (!c.report) {
      site_memory &m = s.memory();
      m.inline_left.store(std::numeric_limits<std::uint64_t>::max());
      m.inline_below.store(std::numeric_limits<std::uint64_t>::max());
    }
    return {0, count, {}};
  }
  if (!c.adapt)
    return {0, 0, {}};
  const entry e = decide_entry(s, count);
  if (e.why != nullptr) {
    note_native(s, noted, e.why);
    return {0, count, {}};
  }
  grant g{0, e.upto, {}};
  g.pace.clock = e.upto == 0 ? 0 : system::now();
  return g;
}

// Far enough that what is found keeps workers busy; near where all paths are to
// be tried.
ordinal horizon(site &) noexcept {
  return current_configuration().adapt ? ordinal(1) << 16 : 64;
}

bool is_worth(site &s, ordinal found, std::uint64_t ns) noexcept {
  if (found == 0)
    return false;
  const double each = s.memory().iteration_ns.load(std::memory_order_relaxed);
  if (!current_configuration().adapt || each <= 0)
    return true;
  if (s.memory().rest.load(std::memory_order_relaxed) != 0)
    return false; // the last time workers did not pay
  // Running the head was a part of each iteration, too. Now it is run once more
  // here, and by every worker for all iterations.
  const unsigned workers = workers_for(s, found);
  const double all = each * static_cast<double>(found);
  const double head = static_cast<double>(ns);
  return pays(all, workers) && (all - head) * (1 - 1.0 / workers) > 3 * head;
}

std::uint64_t clock_ns() noexcept { return system::now(); }

void stay_native(site &s, const char *why) noexcept { note_native(s, 0, why); }

grant hand_out(loop_view &loop) {
  ambient_keeper program;
  site &s = *loop.site;
  const configuration &c = current_configuration();
  // Iterations that workers don't get.
  const ordinal kept = s.properties().has_own_last() ? 1 : 0;
  if (loop.count - loop.done <= kept)
    return {loop.done, loop.count, {}};
  const ordinal left = loop.count - loop.done - kept;
  const unsigned workers = workers_for(s, left);
  if (loop.pace.clock != 0) {
    const std::uint64_t ns = system::now() - loop.pace.clock;
    const verdict v =
        decide_segment(s, loop.done, loop.count, loop.segment, ns, loop.pace);
    if (!v.hand_out) {
      if (v.upto == loop.count)
        note_native(s, loop.count, "it is too short for workers");
      grant g{loop.done, v.upto, loop.pace};
      g.pace.spent += ns;
      ++g.pace.turns;
      g.pace.clock = system::now();
      return g;
    }
  } else if (loop.pace.stops != 0 && !try_again(s, left, workers)) {
    return rest_natively(s, loop, "it was stopped and little is left");
  }

  loop.count -= kept;
  const std::vector<footprint> slots = make_slots(loop);
  const char *const obstacle = first_failed_check(loop, slots, left);
  loop.count += kept;
  if (obstacle != nullptr)
    return rest_natively(s, loop, obstacle);
  if (loop.narrow)
    return rest_natively(s, loop, "its bound's type is too narrow");
  if (s.properties().has_prints() && !streams_are_standard())
    return rest_natively(s, loop, "a standard stream is redirected");

  chunk_policy policy;
  policy.count = left;
  policy.workers = workers;
  policy.fixed = c.chunk != 0 ? c.chunk : s.properties().chunk();
  policy.slot_bytes = slot_bytes(slots);
  policy.iteration_ns = s.memory().iteration_ns.load(std::memory_order_relaxed);
  const std::uint64_t start = system::now();
  session_result result;
  loop.count -= kept;
  try {
    result = session(loop, slots, policy, program.value).run();
    loop.count += kept;
  } catch (...) {
    loop.count += kept;
    note_call(s, result, system::now() - start);
    throw;
  }
  const std::uint64_t ns = system::now() - start;
  if (!result.handed_out)
    return rest_natively(s, loop, result.why);
  note_call(s, result, ns);
  learn_from_call(s, result, ns);
  const ordinal done = loop.done + result.committed;
  grant g{done, done, {}};
  if (result.stopped) {
    // Usually the iteration leaves the loop; if not, the native part grows.
    const ordinal native = ordinal(1) << std::min(loop.pace.stops, 30u);
    g.upto = done + std::min(native, loop.count - done);
    g.pace.stops = loop.pace.stops + 1;
  }
  return g;
}

} // namespace mp::detail
