// worker_process.cpp - Runs units and sends what came of them.
//
// The loop from chunk to chunk, what is set up before the first one, and the
// ways in which an iteration ends early: a stop, an exception, exit.

#include "worker_process.hpp"
#include "process/system.hpp"
#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <string>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

extern "C" {
// Present in programs that are built for coverage.
// NOLINTBEGIN(bugprone-reserved-identifier): the compiler's names
[[gnu::weak]] void __gcov_reset();
[[gnu::weak]] void __gcov_dump();
// NOLINTEND(bugprone-reserved-identifier)
}

namespace mp {
namespace runtime {
namespace {

bool this_is_a_worker = false;

// A unit's log is sent in parts of about this size.
constexpr std::size_t log_part = std::size_t(32) << 10;
// An iteration that logs more than this is sent before it is complete.
constexpr std::size_t log_limit = std::size_t(256) << 10;

// A core dump would hold up the news of the worker's death. One byte, because
// a dump to a pipe ignores a limit of zero.
void forbid_core_dumps() {
  rlimit limit;
  if (getrlimit(RLIMIT_CORE, &limit) != 0)
    return;
  limit.rlim_cur = limit.rlim_max < 1 ? limit.rlim_max : 1;
  setrlimit(RLIMIT_CORE, &limit);
}

// When memory runs out, a worker shall be the victim, not the parent.
void offer_to_the_oom_killer() {
  const int fd = open("/proc/self/oom_score_adj", O_RDWR | O_CLOEXEC);
  if (fd < 0)
    return;
  char text[16] = {};
  if (read(fd, text, sizeof text - 1) > 0) {
    const int now = static_cast<int>(std::strtol(text, nullptr, 10));
    const int n =
        std::snprintf(text, sizeof text, "%d", std::min(1000, now + 300));
    if (lseek(fd, 0, SEEK_SET) == 0 &&
        write(fd, text, static_cast<std::size_t>(n)) < 0) {
      // Not allowed: then it stays as it is.
    }
  }
  close(fd);
}

} // namespace

bool in_worker() noexcept { return this_is_a_worker; }

worker_process::worker_process(board &b, unsigned index,
                               const worker_task &task)
    : board_(b), area_(b.area(index)), task_(task),
      traits_(task.loop->site->properties()),
      ring_(b, index, task.wake_fd, task.parent), self_(getpid()) {
  at_ = &area_.at;
  spill_at_ = log_limit;
  // Output and kept values need a word between any two iterations.
  turn_at_ = traits_.has_prints() || traits_.has_keeps() ? 0 : log_part;
}

// What every worker does in time, but not one that will be gone at once.
void worker_process::stay(ordinal iterations) {
  constexpr double soon_ns = 1e6;
  if (stays_)
    return;
  const double ns =
      board_.common().iteration_ns.load(std::memory_order_relaxed);
  if (ns > 0 && ns * static_cast<double>(iterations) < soon_ns &&
      static_cast<double>(system::now() - started_) < soon_ns)
    return;
  stays_ = true;
  offer_to_the_oom_killer();
}

void worker_process::settle() {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  system::leave_if_orphaned(task_.parent);
  this_is_a_worker = true;
  // What the terminal sends is for the parent; if it dies, so does this.
  sigset_t mask = task_.signals;
  for (int s : {SIGINT, SIGQUIT, SIGHUP, SIGTSTP, SIGWINCH})
    sigaddset(&mask, s);
  sigprocmask(SIG_SETMASK, &mask, nullptr);
  forbid_core_dumps();
  if (__gcov_reset != nullptr)
    __gcov_reset();
  on_exit(on_exit_called, this);
  if (task_.files.out >= 0) {
    capture_.emplace(task_.files, log_);
    captures_ = true;
  } else {
    forget_pending_output();
  }
}

void worker_process::run() {
  started_ = system::now();
  const bool again = !task_.first.empty();
  chunk c = again ? task_.first : claim(board_.common(), area_, task_.policy);
  if (c.empty()) // others have done it all
    leave();
  settle();
  run_range(c, again || task_.single ? 1 : c.end - c.begin);
  for (;;) {
    c = claim(board_.common(), area_, task_.policy);
    if (c.empty())
      leave();
    run_range(c, task_.single ? 1 : c.end - c.begin);
  }
}

void worker_process::run_range(chunk range, ordinal unit_size) {
  sent_ = 0;
  stay(range.end - range.begin);
  const std::uint64_t start = system::now();
  for (ordinal begin = range.begin; begin < range.end;) {
    const ordinal end = begin + std::min(unit_size, range.end - begin);
    run_unit(begin, end);
    begin = end;
  }
  const std::uint64_t ns = system::now() - start;
  learn(board_.common(), range, ns, sent_);
  const auto add = [](std::atomic<std::uint64_t> &sum, std::uint64_t n) {
    sum.store(sum.load(std::memory_order_relaxed) + n,
              std::memory_order_relaxed);
  };
  add(area_.busy_ns, ns);
  add(area_.iterations, range.end - range.begin);
  add(area_.chunks, 1);
}

void worker_process::run_unit(ordinal begin, ordinal end) {
  unit_begin_ = begin;
  unit_end_ = end;
  log_.truncate(0);
  log_base_ = previous_mark_ = 0;
  mark_ = 0;
  current_ = begin;
  stopped_ = false;
  area_.at.store(begin, std::memory_order_relaxed);
  area_.unit.store(begin, std::memory_order_release);
  in_unit_ = true;
  try {
    ambient::forget();
    task_.loop->run(task_.loop->context, *this, begin, end);
    left_ = ambient::now();
    if (captures_)
      capture_->collect();
  } catch (const std::exception &e) {
    give_up_unit(e.what());
  } catch (...) {
    give_up_unit("an exception");
  }
  in_unit_ = false;
  if (stopped_)
    give_up_unit(nullptr);
  send_done(end, log_position(log_.length()), 0);
}

// The iteration that runs can't be finished here: commits what is before it,
// and is heard of no more.
void worker_process::give_up_unit(const char *why) {
  if (in_unit_)
    left_ = ambient::now();
  in_unit_ = false;
  ordinal upto = current_ == unit_begin_ ? unit_begin_ : current_ - 1;
  std::uint64_t complete = log_position(mark_);
  if (traits_.has_keeps() && upto > unit_begin_) {
    --upto;
    complete = previous_mark_;
  }
  if (upto == unit_begin_)
    complete = 0;
  ordinal known = board_.common().stop_at.load(std::memory_order_relaxed);
  while (upto < known && !board_.common().stop_at.compare_exchange_weak(
                             known, upto, std::memory_order_relaxed)) {
  }
  std::uint32_t flags = message::stopped;
  if (why != nullptr && traits_.is_once()) {
    flags |= message::failed;
    std::strncpy(area_.failure, why, sizeof area_.failure - 1);
  }
  send_done(upto, complete, flags);
  leave();
}

void worker_process::leave() {
  area_.finished.store(1, std::memory_order_release);
  if (__gcov_dump != nullptr)
    __gcov_dump();
  _exit(0);
}

void worker_process::on_exit_called(int status, void *self) {
  auto &w = *static_cast<worker_process *>(self);
  // A process that the body forked has a copy of this.
  if (getpid() != w.self_ || !w.in_unit_)
    return;
  w.give_up_unit(("a call of exit(" + std::to_string(status) + ")").c_str());
}

void worker_process::collect() {
  const ambient_keeper keeper;
  capture_->collect();
}

void worker_process::turn() {
  const ambient_keeper keeper;
  if (captures_)
    capture_->collect();
  const bool keeps = traits_.has_keeps();
  const std::uint64_t ended = log_position(mark_);
  if (log_.length() >= log_part) {
    // The iteration that has just ended is kept back where it may have to be
    // run again.
    if (keeps)
      send_log(current_ == unit_begin_ ? current_ : current_ - 1, ended);
    else
      send_log(current_, log_position(log_.length()));
  }
  previous_mark_ = ended;
}

void worker_process::spill() {
  const ambient_keeper keeper;
  const bool keeps = traits_.has_keeps();
  const ordinal begun = current_ == unit_begin_ ? unit_begin_ : current_ - 1;
  if (!keeps)
    send_log(begun, log_position(mark_));
  else
    send_log(begun > unit_begin_ ? begun - 1 : begun, previous_mark_);
}

// Sends the whole log; what is after `complete` is for later.
void worker_process::send_log(ordinal upto, std::uint64_t complete) {
  const std::size_t n = log_.length();
  const message m{message::log, 0, unit_begin_, upto, complete, n, n, {}};
  ring_.put(&m, sizeof m, unit_begin_);
  ring_.put(log_.data(), n, unit_begin_);
  ring_.publish();
  ring_.wake(unit_begin_);
  sent_ += n;
  log_base_ += n;
  log_.truncate(0);
  mark_ -= n; // may wrap: log_position adds it up again
}

void worker_process::send_done(ordinal upto, std::uint64_t complete,
                               std::uint32_t flags) {
  std::uint64_t slot_size = 0;
  encoded_.truncate(0);
  encoded_ends_.clear();
  for (const footprint &f : *task_.slots) {
    const elements_view &e = f.elements;
    if (e.encode != nullptr)
      for_each_run(f, unit_begin_, upto, false,
                   [&](std::ptrdiff_t first, std::size_t n) {
                     for (std::size_t i = 0; i < n; ++i)
                       e.encode(e.base, e.unit,
                                first + static_cast<std::ptrdiff_t>(i),
                                encoded_);
                   });
    else
      for_each_run(
          f, unit_begin_, upto, e.unit == static_cast<std::ptrdiff_t>(e.size),
          [&](std::ptrdiff_t, std::size_t n) { slot_size += n * e.size; });
    encoded_ends_.push_back(encoded_.length());
  }
  slot_size += encoded_.length();
  const std::size_t n = log_.length();
  const message m{message::done, flags, unit_begin_,   upto,
                  complete,      n,     n + slot_size, left_};
  ring_.put(&m, sizeof m, unit_begin_);
  ring_.put(log_.data(), n, unit_begin_);
  send_slots(upto);
  ring_.publish();
  ring_.wake(unit_begin_);
  sent_ += m.size;
}

void worker_process::send_slots(ordinal upto) {
  std::size_t from = 0;
  for (std::size_t i = 0; i < task_.slots->size(); ++i) {
    const footprint &f = (*task_.slots)[i];
    const elements_view &e = f.elements;
    ring_.put(encoded_.data() + from, encoded_ends_[i] - from, unit_begin_);
    from = encoded_ends_[i];
    if (e.encode == nullptr)
      for_each_run(
          f, unit_begin_, upto, e.unit == static_cast<std::ptrdiff_t>(e.size),
          [&](std::ptrdiff_t first, std::size_t n) {
            ring_.put(static_cast<const char *>(e.base) + first * e.unit,
                      n * e.size, unit_begin_);
          });
  }
}

} // namespace runtime

// The body sees the base class only; every worker is a worker_process.
void worker::turn() { static_cast<runtime::worker_process *>(this)->turn(); }
void worker::collect() {
  static_cast<runtime::worker_process *>(this)->collect();
}
void worker::spill() { static_cast<runtime::worker_process *>(this)->spill(); }

void worker::print(unsigned tail, const char *format, ...) {
  before_record();
  va_list arguments, again;
  va_start(arguments, format);
  va_copy(again, arguments);
  char small[256];
  const int n = std::vsnprintf(small, sizeof small, format, arguments);
  va_end(arguments);
  const std::size_t length = n < 0 ? 0 : static_cast<std::size_t>(n);
  log_.raw(record{static_cast<std::uint16_t>(tail),
                  detail::classes_of<std::string>(),
                  detail::hash_types<std::string>()});
  log_.size(length);
  if (length < sizeof small)
    log_.bytes(small, length);
  else {
    char *to = log_.room(length + 1);
    std::vsnprintf(to, length + 1, format, again);
    log_.advance(length);
  }
  va_end(again);
  log_.raw('\0');
  after_record();
}

} // namespace mp
