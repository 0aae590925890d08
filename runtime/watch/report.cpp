// report.cpp - One line per loop, to stderr, when the program ends.
//
// Each site gets a record when it is first met with MP_REPORT set; all of them
// are printed by an atexit handler, in the parent only.

#include "report.hpp"
#include "configure/configuration.hpp"
#include "work/worker_process.hpp"
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <new>

namespace mp::detail {

// A loop's line. Guarded by the mutex below.
struct site_statistics {
  const site *where = nullptr;
  site_statistics *next = nullptr;
  unsigned long long native = 0, native_iterations = 0;
  unsigned long long calls = 0, iterations = 0, chunks = 0;
  unsigned workers = 0;
  double seconds = 0;
  const char *why = nullptr;
};

} // namespace mp::detail

namespace mp::runtime {
namespace {

using detail::site_statistics;

std::mutex guard;
site_statistics *all = nullptr;

void print_all() {
  if (in_worker())
    return;
  const std::lock_guard<std::mutex> lock(guard);
  for (const site_statistics *s = all; s != nullptr; s = s->next) {
    std::fprintf(stderr, "mp: %s:%d", s->where->file(), s->where->line());
    if (s->where->properties().label() != nullptr)
      std::fprintf(stderr, " (%s)", s->where->properties().label());
    if (s->calls != 0)
      std::fprintf(stderr,
                   ": handed out %llu times: %llu iterations in %llu chunks, "
                   "%u workers, %.3f s",
                   s->calls, s->iterations, s->chunks, s->workers, s->seconds);
    if (s->native != 0)
      std::fprintf(
          stderr, "%s native %llu times: %llu iterations, last because %s",
          s->calls != 0 ? ";" : ":", s->native, s->native_iterations, s->why);
    std::fputc('\n', stderr);
  }
}

// The loop's line, made when it is first asked for; call with the lock held.
site_statistics *of(site &s) noexcept {
  site_statistics *mine = s.memory().statistics.load(std::memory_order_relaxed);
  if (mine != nullptr)
    return mine;
  mine = new (std::nothrow) site_statistics;
  if (mine == nullptr)
    return nullptr;
  if (all == nullptr)
    std::atexit(print_all);
  mine->where = &s;
  mine->next = all;
  all = mine;
  s.memory().statistics.store(mine, std::memory_order_relaxed);
  return mine;
}

bool wanted() { return current_configuration().report && !in_worker(); }

} // namespace

void note_native(site &s, ordinal iterations, const char *why) noexcept {
  if (!wanted())
    return;
  const std::lock_guard<std::mutex> lock(guard);
  if (site_statistics *mine = of(s)) {
    ++mine->native;
    mine->native_iterations += iterations;
    mine->why = why;
  }
}

void note_call(site &s, const session_result &result,
               std::uint64_t ns) noexcept {
  if (!wanted())
    return;
  const std::lock_guard<std::mutex> lock(guard);
  if (site_statistics *mine = of(s)) {
    ++mine->calls;
    mine->iterations += result.committed;
    mine->chunks += result.chunks;
    if (result.workers > mine->workers)
      mine->workers = result.workers;
    mine->seconds += static_cast<double>(ns) * 1e-9;
  }
}

} // namespace mp::runtime
