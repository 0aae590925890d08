// ring.hpp - A worker's byte stream to the parent, and the messages in it.
//
// Memory ordering: bytes are written before `written` is advanced (release) and
// read after it was seen (acquire); likewise for room and `taken`. To sleep,
// a side first says so, then looks again; the other side first publishes, then
// looks whether it is asleep; sequentially consistent fences lie in between.

#ifndef MP_RUNTIME_MEMORY_RING_HPP
#define MP_RUNTIME_MEMORY_RING_HPP

#include "board.hpp"
#include "process/ambient.hpp"
#include <cstring>
#include <vector>

namespace mp::runtime {

/// Stands before each message's bytes.
struct message {
  enum kind : std::uint32_t {
    log, // a part of a unit's log
    done // the rest of the log, then the slots: the unit's end
  };
  enum flag : std::uint32_t {
    stopped = 1, // iteration `upto` wants to leave the loop
    failed = 2   // iteration `upto` can't be finished, see worker_area::failure
  };
  std::uint32_t what;
  std::uint32_t flags;
  ordinal unit;           // first iteration of the unit
  ordinal upto;           // iterations before this one are complete
  std::uint64_t complete; // their log ends here, in bytes from the unit's start
  std::uint64_t log_size; // bytes of log in this message
  std::uint64_t size;     // of all bytes that follow
  ambient left;           // by a unit that is done
};

/// The worker's end.
class ring_writer {
public:
  ring_writer(board &b, unsigned w, int wake_fd, int parent) noexcept;

  /// Appends bytes; waits while the ring is full. The parent sees them at
  /// `publish` or when the ring is full. `unit`: as in message.
  void put(const void *from, std::size_t n, ordinal unit);
  void publish() noexcept;
  /// Wakes the parent if it sleeps and waits for this unit.
  void wake(ordinal unit) noexcept;

private:
  void wait_for_room(ordinal unit);

  common_area &common_;
  worker_area &area_;
  char *ring_;
  std::size_t size_;
  std::uint64_t written_ = 0;
  std::uint64_t room_until_; // written_ may grow to this
  int wake_fd_;
  int parent_;
};

/// The parent's end.
class ring_reader {
public:
  ring_reader(board &b, unsigned w) noexcept;

  /// Bytes that can be taken.
  std::size_t available() const noexcept;
  /// The next n available bytes in one piece; valid until `consume`.
  char *view(std::size_t n);
  void consume(std::size_t n) noexcept;

private:
  worker_area *area_;
  char *ring_;
  std::size_t size_;
  std::uint64_t taken_ = 0;
  std::vector<char> joined_; // bytes that lie around the ring's end
};

} // namespace mp::runtime

#endif
