// board.hpp - The shared memory of one call: counters and rings.
//
// One anonymous mapping, shared by the parent and the workers that it forks;
// it has no name, so nothing is left of it when they are gone. Each word says
// who writes it. A *ring* is a worker's byte stream to the parent: the worker
// only ever advances `written`, the parent only ever advances `taken`.

#ifndef MP_RUNTIME_MEMORY_BOARD_HPP
#define MP_RUNTIME_MEMORY_BOARD_HPP

#include "mp/detail/core.hpp"
#include <atomic>
#include <boost/interprocess/mapped_region.hpp>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace mp::runtime {

using detail::ordinal;

inline constexpr ordinal no_ordinal = ~ordinal(0);

/// One worker's part.
struct worker_area {
  // Written by the worker.
  alignas(64) std::atomic<std::uint64_t> written{0}; // bytes put into the ring
  std::atomic<ordinal> claim_begin{no_ordinal};      // its chunk, or the one it
  std::atomic<ordinal> claim_end{no_ordinal};        // is about to claim
  std::atomic<ordinal> unit{no_ordinal};  // first iteration of what it runs
  std::atomic<ordinal> at{0};             // one more than the iteration it runs
  std::atomic<std::uint32_t> finished{0}; // it will exit and send no more
  std::atomic<std::uint64_t> busy_ns{0};  // time spent in the body
  std::atomic<std::uint64_t> iterations{0};
  std::atomic<std::uint64_t> chunks{0};
  char failure[256] = {}; // why an iteration can't be finished
  // Written by the parent.
  alignas(64) std::atomic<std::uint64_t> taken{0}; // bytes taken out
  // Set by the worker before it waits for room, cleared by the parent.
  alignas(64) std::atomic<std::uint32_t> wants_room{0};
};

/// What all share.
struct common_area {
  // Written by workers.
  alignas(64) std::atomic<ordinal> next{0}; // first iteration nobody claimed
  std::atomic<ordinal> stop_at{no_ordinal}; // smallest iteration that leaves
  std::atomic<double> iteration_ns{0};      // measured; 0: not yet
  std::atomic<double> iteration_bytes{0};   // effects of an iteration
  // Written by the parent: the first iteration not committed.
  alignas(64) std::atomic<ordinal> expected{0};
  std::atomic<std::uint32_t> asleep{0}; // the parent waits to be woken
};

/// Layout of the mapping. Movable, not copyable.
class board {
public:
  /// An unused board for so many workers, from an earlier call where there is
  /// one. Throws boost::interprocess::interprocess_exception, std::bad_alloc.
  static std::unique_ptr<board> take(unsigned workers);
  /// Keeps the board for a later call.
  static void give_back(std::unique_ptr<board> b) noexcept;

  common_area &common() noexcept { return *common_; }
  worker_area &area(unsigned w) noexcept { return areas_[w]; }
  char *ring(unsigned w) noexcept { return rings_ + w * ring_size_; }
  std::size_t ring_size() const noexcept { return ring_size_; }
  unsigned workers() const noexcept { return workers_; }

  /// Makes worker w's area as new.
  void reset(unsigned w) noexcept;

private:
  explicit board(unsigned workers);
  void reset() noexcept;

  unsigned workers_;
  std::size_t ring_size_;
  int owner_; // the process that made it
  boost::interprocess::mapped_region region_;
  common_area *common_;
  worker_area *areas_;
  char *rings_;
};

} // namespace mp::runtime

#endif
