// wire.hpp - The byte strings in which values travel between processes.
//
// Both ends are forks of one process on one machine, so bytes keep their
// meaning: no alignment, no byte order, no versions. A reader never believes a
// length that it reads: the sender may have been damaged by a bug of its body.

#ifndef MP_WIRE_HPP
#define MP_WIRE_HPP

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <stdexcept>

namespace mp {

/// A growing byte string. Not thread-safe.
class writer {
public:
  writer() noexcept = default;
  writer(const writer &) = delete;
  writer &operator=(const writer &) = delete;
  ~writer();

  /// Appends n bytes. Throws std::bad_alloc.
  void bytes(const void *from, std::size_t n) {
    if (static_cast<std::size_t>(limit_ - cursor_) < n)
      grow(n);
    if (n != 0)
      std::memcpy(cursor_, from, n);
    cursor_ += n;
  }
  /// Appends the bytes of a value.
  template <class T> void raw(const T &value) { bytes(&value, sizeof(T)); }
  /// Appends a number of things.
  void size(std::size_t n) { raw(static_cast<std::uint64_t>(n)); }

  /// Room for n more bytes, to be written in place; then `advance`.
  char *room(std::size_t n) {
    if (static_cast<std::size_t>(limit_ - cursor_) < n)
      grow(n);
    return cursor_;
  }
  void advance(std::size_t n) noexcept { cursor_ += n; }

  const char *data() const noexcept { return begin_; }
  char *data() noexcept { return begin_; }
  std::size_t length() const noexcept {
    return static_cast<std::size_t>(cursor_ - begin_);
  }
  /// Forgets all bytes from the n-th on; keeps the memory.
  void truncate(std::size_t n) noexcept { cursor_ = begin_ + n; }

private:
  void grow(std::size_t n);

  char *begin_ = nullptr, *cursor_ = nullptr, *limit_ = nullptr;
};

/// Thrown by a reader when there are fewer bytes than a value needs.
class garbled : public std::runtime_error {
public:
  garbled() : std::runtime_error("mp: the data from a worker is damaged") {}
};

/// Takes values from a byte string that it does not own.
class reader {
public:
  reader(char *begin, std::size_t n) noexcept
      : cursor_(begin), end_(begin + n) {}

  std::size_t left() const noexcept {
    return static_cast<std::size_t>(end_ - cursor_);
  }
  /// The next n bytes, where they are. Throws garbled.
  char *take(std::size_t n) {
    if (left() < n)
      throw garbled();
    char *at = cursor_;
    cursor_ += n;
    return at;
  }
  /// Throws garbled.
  void bytes(void *to, std::size_t n) {
    const char *from = take(n);
    if (n != 0)
      std::memcpy(to, from, n);
  }
  /// Throws garbled.
  template <class T> void raw(T &value) { bytes(&value, sizeof(T)); }
  /// A number of things of which each takes at least `each` bytes. Throws
  /// garbled where so many can't follow.
  std::size_t size(std::size_t each = 0) {
    std::uint64_t n;
    raw(n);
    if (each != 0 && n > left() / each)
      throw garbled();
    return static_cast<std::size_t>(n);
  }

private:
  char *cursor_, *end_;
};

} // namespace mp

#endif
