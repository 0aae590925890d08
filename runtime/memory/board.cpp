// board.cpp - Makes and keeps boards.
//
// The last call's is kept for the next one with as many workers, so that a loop
// that is entered again and again does not map its memory anew.

#include "board.hpp"
#include <algorithm>
#include <boost/interprocess/anonymous_shared_memory.hpp>
#include <new>
#include <sys/mman.h>
#include <unistd.h>

namespace mp::runtime {
namespace {

constexpr std::size_t page = 4096;

std::size_t ring_size_for(unsigned workers) {
  const std::size_t all = std::size_t(64) << 20;
  std::size_t size = std::size_t(1) << 20;
  while (size > (std::size_t(1) << 18) && size * workers > all)
    size /= 2;
  return size;
}

std::size_t head_size(unsigned workers) {
  const std::size_t n = sizeof(common_area) + workers * sizeof(worker_area);
  return (n + page - 1) / page * page;
}

// The board of the last call. A process that was forked in between finds the
// parent's here and must not use it.
std::atomic<board *> kept{nullptr};

} // namespace

board::board(unsigned workers)
    : workers_(workers), ring_size_(ring_size_for(workers)), owner_(getpid()),
      region_(boost::interprocess::anonymous_shared_memory(
          head_size(workers) + workers * ring_size_)) {
  char *start = static_cast<char *>(region_.get_address());
  common_ = new (start) common_area;
  areas_ = reinterpret_cast<worker_area *>(start + sizeof(common_area));
  for (unsigned w = 0; w < workers; ++w)
    new (areas_ + w) worker_area;
  rings_ = start + head_size(workers);
  madvise(start, region_.get_size(), MADV_DONTDUMP);
}

void board::reset(unsigned w) noexcept { new (areas_ + w) worker_area; }

void board::reset() noexcept {
  new (common_) common_area;
  for (unsigned w = 0; w < workers_; ++w)
    reset(w);
}

std::unique_ptr<board> board::take(unsigned workers) {
  std::unique_ptr<board> b(kept.exchange(nullptr));
  if (b && b->owner_ == getpid() && b->workers_ == workers) {
    b->reset();
    return b;
  }
  b.reset();
  return std::unique_ptr<board>(new board(workers));
}

void board::give_back(std::unique_ptr<board> b) noexcept {
  delete kept.exchange(b.release());
}

} // namespace mp::runtime
