// site.hpp - One annotated loop of the program, and what is known about it.
//
// Rewritten code has one `static mp::site` per loop. It is constant-initialised
// and never destroyed, so it costs no guard; the runtime keeps in it what it
// learns about the loop from one entry to the next.

#ifndef MP_SITE_HPP
#define MP_SITE_HPP

#include <atomic>
#include <cstdint>

namespace mp {

/// What the tool found out about a loop. Each function returns a changed copy:
/// `mp::traits().estimate(3.5).marked()`.
class traits {
public:
  constexpr traits() noexcept = default;

  /// A guess of the time of one iteration in nanoseconds; 0: none. A loop whose
  /// trip count times this is tiny never leaves its native text.
  constexpr traits estimate(double nanoseconds) const noexcept {
    traits t = *this;
    t.estimate_ = nanoseconds;
    return t;
  }
  /// The body calls `mp_w.at(i)` first in every iteration.
  constexpr traits marked() const noexcept { return with(marked_bit); }
  /// Code reached from the body may print; it is captured per iteration.
  constexpr traits prints() const noexcept { return with(prints_bit); }
  /// Scratch is live after the loop, sent by a tail at the end of each chunk.
  constexpr traits keeps() const noexcept { return with(keeps_bit); }
  /// The head is repeated: each worker runs it for all iterations.
  constexpr traits repeats() const noexcept { return with(repeats_bit); }
  /// The parent runs the last iteration itself, once all others are committed:
  /// it leaves behind what can't be sent.
  constexpr traits own_last() const noexcept { return with(own_last_bit); }
  /// A tail may throw: results are committed iteration by iteration.
  constexpr traits tails_throw() const noexcept {
    return with(tails_throw_bit);
  }
  /// Who catches what a tail throws sees the loop variable: as above, always.
  constexpr traits follows() const noexcept { return with(follows_bit); }
  /// The body has effects that are not contained in the worker: an iteration
  /// that has begun is never run again.
  constexpr traits once() const noexcept { return with(once_bit); }
  /// A name for messages. `text` must live as long as the program.
  constexpr traits label(const char *text) const noexcept {
    traits t = *this;
    t.label_ = text;
    return t;
  }
  /// Number of worker processes; 0: as many as the machine gives.
  constexpr traits workers(unsigned n) const noexcept {
    traits t = *this;
    t.workers_ = n;
    return t;
  }
  /// Iterations in a chunk; 0: adapted to their measured time.
  constexpr traits chunk(std::uint64_t n) const noexcept {
    traits t = *this;
    t.chunk_ = n;
    return t;
  }

  constexpr double estimate() const noexcept { return estimate_; }
  constexpr bool is_marked() const noexcept { return bits_ & marked_bit; }
  constexpr bool has_prints() const noexcept { return bits_ & prints_bit; }
  constexpr bool has_keeps() const noexcept { return bits_ & keeps_bit; }
  constexpr bool has_own_last() const noexcept { return bits_ & own_last_bit; }
  constexpr bool has_repeated_head() const noexcept {
    return bits_ & repeats_bit;
  }
  constexpr bool has_throwing_tails() const noexcept {
    return bits_ & tails_throw_bit;
  }
  constexpr bool has_follower() const noexcept { return bits_ & follows_bit; }
  constexpr bool is_once() const noexcept { return bits_ & once_bit; }
  constexpr const char *label() const noexcept { return label_; }
  constexpr unsigned workers() const noexcept { return workers_; }
  constexpr std::uint64_t chunk() const noexcept { return chunk_; }

private:
  enum : unsigned {
    marked_bit = 1,
    prints_bit = 2,
    keeps_bit = 4,
    tails_throw_bit = 8,
    once_bit = 16,
    follows_bit = 32,
    own_last_bit = 64,
    repeats_bit = 128
  };
  constexpr traits with(unsigned bit) const noexcept {
    traits t = *this;
    t.bits_ |= bit;
    return t;
  }

  double estimate_ = 0;
  const char *label_ = nullptr;
  std::uint64_t chunk_ = 0;
  unsigned workers_ = 0;
  unsigned bits_ = 0;
};

namespace detail {

// A word that threads read and write without order, on the way into a native
// loop. Compilers take even a relaxed atomic access for one that may change all
// memory, and forget what they knew about the loop's; a volatile one compiles
// to the same instruction and costs nothing else. Where races are watched, it
// is atomic.
class loose_word {
public:
  constexpr loose_word() noexcept = default;
#if defined(__SANITIZE_THREAD__)
#define MP_DETAIL_ATOMIC_WORDS 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define MP_DETAIL_ATOMIC_WORDS 1
#endif
#endif
#ifdef MP_DETAIL_ATOMIC_WORDS
  std::uint64_t load() const noexcept {
    return word_.load(std::memory_order_relaxed);
  }
  void store(std::uint64_t value) noexcept {
    word_.store(value, std::memory_order_relaxed);
  }

private:
  std::atomic<std::uint64_t> word_{0};
#else
  std::uint64_t load() const noexcept { return word_; }
  void store(std::uint64_t value) noexcept { word_ = value; }

private:
  volatile std::uint64_t word_ = 0;
#endif
};

// What the runtime remembers about a loop. All of it is advice: threads may
// update it at the same time without order, and a lost update costs at most a
// worse guess.
struct site_memory {
  // A loop over a shorter distance than this runs natively without a call.
  loose_word inline_below;
  // Iterations of the last entry, where only running the head tells.
  loose_word trips;
  // Native entries left before the loop is timed again.
  loose_word inline_left;
  // How many native entries lie between two that are timed.
  std::atomic<std::uint64_t> inline_period{0};
  // Measured time of an iteration in nanoseconds; 0: not measured.
  std::atomic<double> iteration_ns{0};
  // Entries left in which workers are not tried, after they did not pay.
  std::atomic<std::uint32_t> rest{0};
  // How often in a row workers did not pay.
  std::atomic<std::uint32_t> losses{0};
  // Used by the runtime for MP_REPORT.
  std::atomic<struct site_statistics *> statistics{nullptr};
};

} // namespace detail

/// An annotated loop.
class site {
public:
  /// `file` must live as long as the program.
  constexpr site(const char *file, int line, traits t = traits()) noexcept
      : file_(file), line_(line), traits_(t) {}
  site(const site &) = delete;
  site &operator=(const site &) = delete;

  constexpr const char *file() const noexcept { return file_; }
  constexpr int line() const noexcept { return line_; }
  constexpr const traits &properties() const noexcept { return traits_; }

  /// For the runtime only.
  detail::site_memory &memory() noexcept { return memory_; }

private:
  const char *file_;
  int line_;
  traits traits_;
  detail::site_memory memory_;
};

} // namespace mp

#endif
