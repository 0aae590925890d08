// decide.cpp - Estimates of time, and what follows from them.
//
// What handing out costs is a guess until the first worker is made, and
// measured from then on. Each of the two questions, at a loop's entry and after
// a timed segment, compares that with what is left.

#include "decide.hpp"
#include "configure/configuration.hpp"
#include <algorithm>
#include <cstdio>
#include <limits>

namespace mp::runtime {
namespace {

constexpr std::uint64_t for_ever = std::numeric_limits<std::uint64_t>::max();

// The tool's estimate is a guess: well below what a fork costs.
constexpr double tiny_guess_ns = 20e3;
// Measured times are better known.
constexpr double tiny_measured_ns = 50e3;
// Shorter times are mostly the clock's own.
constexpr double reliable_ns = 2e3;
constexpr double shortest_segment_ns = 10e3;
// A trial of less does not have workers started.
constexpr double believable_ns = 20e3;
// Exiting, waking and committing, whatever the number of workers.
constexpr double join_ns = 100e3;

// Time to make one worker; 0: none was made yet.
std::atomic<double> start_ns{0};

// Before the first worker: forking copies page tables.
double guessed_start_ns() {
  double pages = 0;
  if (std::FILE *file = std::fopen("/proc/self/statm", "re")) {
    long total = 0, resident = 0;
    // The kernel's numbers fit.
    // NOLINTNEXTLINE(bugprone-unchecked-string-to-number-conversion)
    if (std::fscanf(file, "%ld %ld", &total, &resident) == 2)
      pages = static_cast<double>(resident);
    std::fclose(file);
  }
  return 100e3 + 30 * pages;
}

double overhead_ns(unsigned workers) {
  double each = start_ns.load(std::memory_order_relaxed);
  if (each <= 0)
    each = guessed_start_ns();
  return join_ns + each * workers;
}

void learn_iteration(site &s, double ns) noexcept {
  detail::site_memory &m = s.memory();
  const double old = m.iteration_ns.load(std::memory_order_relaxed);
  // What a first entry took for cold memory is not held against the next.
  const double mean = old <= 0 || ns < old ? ns : old + (ns - old) / 2;
  m.iteration_ns.store(mean, std::memory_order_relaxed);
  // Every entry is to be counted, or to use workers.
  if (current_configuration().report || !current_configuration().adapt)
    return;
  const double below = tiny_measured_ns / std::max(mean, 1e-3);
  m.inline_below.store(static_cast<std::uint64_t>(below));
  if (m.inline_period.load(std::memory_order_relaxed) == 0) {
    m.inline_period.store(64, std::memory_order_relaxed);
    m.inline_left.store(64);
  }
}

} // namespace

unsigned workers_for(const site &s, ordinal iterations) {
  const configuration &c = current_configuration();
  ordinal n = c.workers != 0                  ? c.workers
              : s.properties().workers() != 0 ? s.properties().workers()
                                              : processors();
  n = std::min<ordinal>(n, iterations);
  return static_cast<unsigned>(std::min<ordinal>(n, 4096));
}

bool pays(double ns, unsigned workers) {
  const double gain = ns * (1 - 1.0 / workers);
  // The cheap test first: it is the common answer.
  return workers > 1 && gain > join_ns && gain > 1.5 * overhead_ns(workers);
}

entry decide_entry(site &s, ordinal count) {
  detail::site_memory &m = s.memory();
  const unsigned workers = workers_for(s, count);
  if (workers < 2)
    return {count,
            count < 2 ? "there is one iteration" : "there is one processor"};
  const double measured = m.iteration_ns.load(std::memory_order_relaxed);
  const double guess = s.properties().estimate();
  const double n = static_cast<double>(count);
  if (measured <= 0 && guess > 0) {
    if (!current_configuration().report) {
      m.inline_below.store(static_cast<std::uint64_t>(tiny_guess_ns / guess));
      m.inline_left.store(for_ever);
    }
    if (guess * n < tiny_guess_ns)
      return {count, "it is estimated to be tiny"};
  }
  if (measured > 0 && m.inline_left.load() == 0) {
    // It is time to look again, and after that less often.
    const std::uint64_t period = std::min<std::uint64_t>(
        m.inline_period.load(std::memory_order_relaxed) * 4, 1u << 20);
    m.inline_period.store(period, std::memory_order_relaxed);
    m.inline_left.store(period);
  } else if (measured > 0 && measured * n < tiny_measured_ns &&
             !current_configuration().report) {
    return {count, "it is tiny"};
  }
  if (const std::uint32_t rest = m.rest.load(std::memory_order_relaxed);
      rest != 0) {
    m.rest.store(rest - 1, std::memory_order_relaxed);
    return {count, "workers did not pay before"};
  }
  if (measured > 0 && pays(measured * n / 2, workers))
    return {0, nullptr};
  const double known = measured > 0 ? measured : guess;
  double first = known > 0 ? reliable_ns / known : 1;
  first = std::clamp(first, 1.0, std::max(1.0, n / 8));
  return {static_cast<ordinal>(first), nullptr};
}

verdict decide_segment(site &s, ordinal next, ordinal count, ordinal segment,
                       std::uint64_t ns, const detail::progress &pace) {
  const double took = static_cast<double>(ns);
  const double each = std::max(took / static_cast<double>(segment), 1e-2);
  const ordinal left = count - next;
  const double remaining = each * static_cast<double>(left);
  const unsigned workers = workers_for(s, left);
  const bool reliable = took >= reliable_ns || segment >= left;
  // The mean of all that ran natively, while nothing else has.
  const double all_took = static_cast<double>(pace.spent) + took;
  if (pace.stops > 0 ? reliable : reliable || all_took >= reliable_ns)
    learn_iteration(s,
                    pace.stops > 0
                        ? each
                        : std::max(all_took / static_cast<double>(next), 1e-2));
  // The first iteration may be the only dear one; it is believed when workers
  // that turn out to be of no use would not show beside it. Those after it may
  // meet a page that is not in memory yet.
  if (pays(remaining, workers) &&
      took > (pace.turns > 0 ? believable_ns : 10 * overhead_ns(workers)))
    return {true, 0};
  const double target = std::max(shortest_segment_ns, all_took);
  double n = target / each;
  if (!reliable)
    n = std::min(n, static_cast<double>(left) / 2 + 1);
  const double all = static_cast<double>(left);
  if (n >= all || (reliable && 2 * n >= all))
    return {false, count};
  return {false, next + std::max<ordinal>(1, static_cast<ordinal>(n))};
}

void learn_from_call(site &s, const session_result &result,
                     std::uint64_t ns) noexcept {
  const double each = static_cast<double>(result.start_ns) / result.workers;
  const double old_start = start_ns.load(std::memory_order_relaxed);
  start_ns.store(old_start <= 0 ? each : old_start + (each - old_start) / 4,
                 std::memory_order_relaxed);
  if (result.iterations == 0 || result.stopped)
    return;
  detail::site_memory &m = s.memory();
  const bool repeats = s.properties().has_repeated_head();
  const double iterations = static_cast<double>(result.iterations);
  // What workers took has the heads of others' iterations in it.
  const double busy =
      repeats ? m.iteration_ns.load(std::memory_order_relaxed) * iterations
              : static_cast<double>(result.busy_ns);
  if (!repeats)
    learn_iteration(s, busy / iterations);
  if (busy <= 0 || static_cast<double>(ns) < 0.95 * busy) {
    m.losses.store(0, std::memory_order_relaxed);
    return;
  }
  const std::uint32_t losses =
      std::min(m.losses.load(std::memory_order_relaxed) + 1, 12u);
  m.losses.store(losses, std::memory_order_relaxed);
  m.rest.store(1u << losses, std::memory_order_relaxed);
}

} // namespace mp::runtime
