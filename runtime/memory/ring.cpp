// ring.cpp - Both ends of a ring.
//
// A writer without room waits until the parent has taken something, and leaves
// when the parent is gone. A reader gives a message as one piece, also where it
// wraps around the ring's end.

#include "ring.hpp"
#include "process/system.hpp"
#include <algorithm>

namespace mp::runtime {

ring_writer::ring_writer(board &b, unsigned w, int wake_fd, int parent) noexcept
    : common_(b.common()), area_(b.area(w)), ring_(b.ring(w)),
      size_(b.ring_size()), room_until_(b.ring_size()), wake_fd_(wake_fd),
      parent_(parent) {}

void ring_writer::put(const void *from, std::size_t n, ordinal unit) {
  const char *bytes = static_cast<const char *>(from);
  while (n != 0) {
    if (written_ == room_until_) {
      room_until_ = area_.taken.load(std::memory_order_acquire) + size_;
      if (written_ == room_until_)
        wait_for_room(unit);
    }
    const std::size_t at = written_ % size_;
    const std::size_t part = std::min(
        {n, static_cast<std::size_t>(room_until_ - written_), size_ - at});
    std::memcpy(ring_ + at, bytes, part);
    bytes += part;
    n -= part;
    written_ += part;
  }
}

void ring_writer::publish() noexcept {
  area_.written.store(written_, std::memory_order_release);
}

void ring_writer::wake(ordinal unit) noexcept {
  std::atomic_thread_fence(std::memory_order_seq_cst);
  if (common_.asleep.load(std::memory_order_relaxed) != 0 &&
      common_.expected.load(std::memory_order_relaxed) == unit &&
      common_.asleep.exchange(0) != 0)
    system::signal_event(wake_fd_);
}

void ring_writer::wait_for_room(ordinal unit) {
  publish();
  wake(unit);
  for (;;) {
    area_.wants_room.store(1);
    std::atomic_thread_fence(std::memory_order_seq_cst);
    room_until_ = area_.taken.load(std::memory_order_acquire) + size_;
    if (written_ != room_until_)
      break;
    system::futex_wait(area_.wants_room, 1, 500);
    system::leave_if_orphaned(parent_);
  }
  area_.wants_room.store(0, std::memory_order_relaxed);
}

ring_reader::ring_reader(board &b, unsigned w) noexcept
    : area_(&b.area(w)), ring_(b.ring(w)), size_(b.ring_size()) {}

std::size_t ring_reader::available() const noexcept {
  return static_cast<std::size_t>(
      area_->written.load(std::memory_order_acquire) - taken_);
}

char *ring_reader::view(std::size_t n) {
  const std::size_t at = taken_ % size_;
  if (at + n <= size_)
    return ring_ + at;
  joined_.resize(n);
  std::memcpy(joined_.data(), ring_ + at, size_ - at);
  std::memcpy(joined_.data() + (size_ - at), ring_, n - (size_ - at));
  return joined_.data();
}

void ring_reader::consume(std::size_t n) noexcept {
  taken_ += n;
  area_->taken.store(taken_, std::memory_order_release);
  std::atomic_thread_fence(std::memory_order_seq_cst);
  if (area_->wants_room.load(std::memory_order_relaxed) != 0) {
    area_->wants_room.store(0);
    system::futex_wake(area_->wants_room);
  }
}

} // namespace mp::runtime
