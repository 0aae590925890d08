// worker.hpp - The worker's side of a loop, as the copy of the body sees it.
//
// Rewritten code announces each iteration and logs the values that tails need;
// all that is inline. What is done when the log is full or has to be told apart
// by iteration is in libmp (worker_process.cpp).

#ifndef MP_WORKER_HPP
#define MP_WORKER_HPP

#include "detail/core.hpp"
#include "values.hpp"
#include "wire.hpp"
#include <atomic>
#include <cstdint>

namespace mp {

/// Passed to the copy of the body. Lives in a worker process; used by the one
/// thread that runs the body.
class worker {
public:
  /// An iteration begins. What is logged from here on belongs to it.
  template <class T> void at(const T &) {
    if (__builtin_expect(log_.length() >= turn_at_, 0))
      turn();
    mark_ = log_.length();
    ++current_;
    at_->store(current_, std::memory_order_relaxed);
  }

  /// The iteration begun last wants to leave the loop: it is run again in the
  /// parent, after all earlier ones are committed.
  void stop() noexcept { stopped_ = true; }

  /// Has the parent call tail number `tail` with these values, after all that
  /// was logged before. May wait until the parent has taken earlier data.
  template <class... A> void later(unsigned tail, A &&...values) {
    using namespace detail;
    before_record();
    log_.raw(record{static_cast<std::uint16_t>(tail),
                    classes_of<sent_as_t<A>...>(),
                    hash_types<sent_as_t<A>...>()});
    (put_argument<A>(log_, std::forward<A>(values)), ...);
    after_record();
  }

  /// Formats as printf does and sends the text to tail number `tail`.
  [[gnu::format(printf, 3, 4)]] void print(unsigned tail, const char *format,
                                           ...);

  /// For the runtime only: what stands before the values of a tail.
  struct record {
    std::uint16_t tail;    // or one of the channels of captured output
    std::uint16_t classes; // two bits for each value
    std::uint32_t types;
  };

protected:
  worker() = default;
  ~worker() = default;
  worker(const worker &) = delete;
  worker &operator=(const worker &) = delete;

  // Between two iterations: sends the log, collects output.
  void turn();
  void collect();
  void spill();

  void before_record() {
    if (__builtin_expect(captures_, 0))
      collect();
  }
  void after_record() {
    if (__builtin_expect(log_.length() >= spill_at_, 0))
      spill();
  }

  writer log_;                  // records not sent yet
  std::size_t mark_ = 0;        // log_.length() when the iteration began
  std::size_t turn_at_ = 0;     // length from which on `at` calls turn()
  std::size_t spill_at_ = 0;    // length from which on `later` calls spill()
  detail::ordinal current_ = 0; // one more than the iteration that runs
  std::atomic<detail::ordinal> *at_ = nullptr; // the same, for the parent
  bool stopped_ = false;
  bool captures_ = false;
};

/// `later`, with values that are computed from left to right: between braces
/// the order is the language's, and not the compiler's.
struct in_order {
  template <class... A> in_order(worker &by, unsigned tail, A &&...values) {
    by.later(tail, std::forward<A>(values)...);
  }
};

/// What a value is now, before a later one changes it.
template <class T> std::decay_t<T> held(T &&value) {
  return std::forward<T>(value);
}

} // namespace mp

#endif
