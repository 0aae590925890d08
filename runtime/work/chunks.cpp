// chunks.cpp - Guided self-scheduling, bounded by time and by bytes.
//
// A chunk is a share of what is left, so that chunks get smaller towards the
// end and workers finish together; but it is neither so short that handing it
// out shows, nor so long that the parent has nothing to commit, nor so large
// that its effects would fill the ring and make the worker wait for its turn.

#include "chunks.hpp"
#include <algorithm>
#ifdef MP_TEST_SLOW_CLAIMS
#include <ctime>
#endif

namespace mp::runtime {
namespace {

constexpr double shortest_ns = 50e3;
constexpr double longest_ns = 10e6;

ordinal size_of(const common_area &common, const chunk_policy &policy,
                ordinal left) {
  if (policy.fixed != 0)
    return policy.fixed;
  const double share =
      static_cast<double>(left) / (4.0 * static_cast<double>(policy.workers));
  const double ns = common.iteration_ns.load(std::memory_order_relaxed);
  if (ns <= 0) // nothing known: feel the way
    return 1;
  double size = std::max(share, shortest_ns / ns);
  size = std::min(size, longest_ns / ns);
  const double bytes =
      std::max(common.iteration_bytes.load(std::memory_order_relaxed),
               policy.slot_bytes);
  if (bytes > 0)
    size = std::min(size, static_cast<double>(policy.ring_size) / 4 / bytes);
  // Near the end everybody shall have something.
  size = std::min(size, std::max(1.0, static_cast<double>(left) /
                                          static_cast<double>(policy.workers)));
  return size < 1 ? 1 : static_cast<ordinal>(size);
}

} // namespace

chunk claim(common_area &common, worker_area &area,
            const chunk_policy &policy) {
#ifdef MP_TEST_SLOW_CLAIMS
  // The tests' build: however short a loop is, every worker gets a share.
  static long pauses = 100;
  timespec pause{0, 300000};
  if (pauses-- > 0)
    nanosleep(&pause, nullptr);
#endif
  ordinal begin = common.next.load(std::memory_order_relaxed);
  for (;;) {
    if (begin >= policy.count ||
        begin > common.stop_at.load(std::memory_order_relaxed))
      return {};
    const ordinal left = policy.count - begin;
    const ordinal end = begin + std::min(left, size_of(common, policy, left));
    // Said before it is done: if this worker dies in between, the parent still
    // finds an owner.
    area.claim_end.store(end, std::memory_order_relaxed);
    area.claim_begin.store(begin, std::memory_order_release);
    if (common.next.compare_exchange_weak(begin, end,
                                          std::memory_order_acq_rel))
      return {begin, end};
  }
}

void learn(common_area &common, const chunk &c, std::uint64_t ns,
           std::uint64_t bytes) noexcept {
  const double n = static_cast<double>(c.end - c.begin);
  const auto blend = [](std::atomic<double> &mean, double value) {
    const double old = mean.load(std::memory_order_relaxed);
    mean.store(old <= 0 ? value : old + (value - old) / 4,
               std::memory_order_relaxed);
  };
  blend(common.iteration_ns, std::max(1.0, static_cast<double>(ns)) / n);
  blend(common.iteration_bytes, static_cast<double>(bytes) / n);
}

} // namespace mp::runtime
