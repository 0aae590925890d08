// chunks.hpp - How many iterations a worker takes at a time.
//
// Workers claim chunks of a shared counter themselves, without asking the
// parent. What a chunk has cost is told to all of them, and the next ones are
// sized by it.

#ifndef MP_RUNTIME_WORK_CHUNKS_HPP
#define MP_RUNTIME_WORK_CHUNKS_HPP

#include "memory/board.hpp"

namespace mp::runtime {

/// What is fixed for a call.
struct chunk_policy {
  ordinal count = 0; // iterations to hand out
  ordinal fixed = 0; // iterations in a chunk; 0: adapt
  unsigned workers = 1;
  std::size_t ring_size = 0;
  double slot_bytes = 0;   // bytes of results in an iteration
  double iteration_ns = 0; // measured before; 0: not known
};

struct chunk {
  ordinal begin = 0, end = 0;
  bool empty() const { return begin == end; }
};

/// Claims the next chunk; empty when there is none that could count. Called by
/// workers.
chunk claim(common_area &common, worker_area &area, const chunk_policy &policy);

/// Tells what a finished chunk has cost.
void learn(common_area &common, const chunk &c, std::uint64_t ns,
           std::uint64_t bytes) noexcept;

} // namespace mp::runtime

#endif
