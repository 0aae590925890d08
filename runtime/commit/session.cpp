// session.cpp - Takes messages in order and commits them.
//
// Messages are taken from whichever worker has the iteration that is next.
// Where that worker has died, a fresh one runs the lost chunk again, one
// iteration at a time; an iteration that costs two workers is reported as the
// one that crashes.

#include "session.hpp"
#include "configure/configuration.hpp"
#include "mp/errors.hpp"
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <poll.h>
#include <unistd.h>

namespace mp::runtime {
namespace {

// Chunks are run again at most so often in a call: something is wrong with the
// machine then, not with an iteration.
constexpr unsigned most_recoveries = 100;
// A further worker is worth starting for this much work.
constexpr double worker_pays_ns = 100e3;
// A loop that takes so long, and longer than making its workers did, is not as
// short as it was.
constexpr std::uint64_t patience_ns = 300000;
// Bytes of a dead worker's stderr that are shown.
constexpr std::size_t most_last_words = std::size_t(64) << 10;

// While tails run, errno and the flags are the program's.
class program_runs {
public:
  explicit program_runs(ambient &program) : program_(program) {
    ambient::forget();
  }
  ~program_runs() { program_.take_over(ambient::now()); }
  program_runs(const program_runs &) = delete;
  program_runs &operator=(const program_runs &) = delete;

private:
  ambient &program_;
};

} // namespace

session::session(detail::loop_view &loop, const std::vector<footprint> &slots,
                 const chunk_policy &policy, ambient &program)
    : loop_(loop), slots_(slots), program_(program), owner_(getpid()) {
  task_.loop = &loop_;
  task_.slots = &slots_;
  task_.policy = policy;
  task_.parent = owner_;
  const traits &t = loop.site->properties();
  task_.single = t.is_once() || t.has_follower() ||
                 (t.has_throwing_tails() && !slots.empty());
}

session::~session() {
  // A tail may have forked: the copy of this in its child is none of its
  // business.
  if (getpid() == owner_)
    end_all();
  if (task_.wake_fd >= 0)
    close(task_.wake_fd);
  if (board_ && getpid() == owner_)
    board::give_back(std::move(board_));
}

session_result session::run() {
  if (!start_all())
    return result_;
  result_.handed_out = true;
  try {
    commit_all();
  } catch (const garbled &) {
    crashed(member(*board_, 0), committed_, "its worker sent damaged data");
  }
  finish();
  result_.committed = committed_;
  return result_;
}

void session::commit_all() {
  while (committed_ < task_.policy.count && !result_.stopped) {
    if (step())
      continue;
    chunk range;
    if (any_died_ && lost(range) && !step())
      recover(range);
    else
      wait();
  }
}

bool session::start(unsigned w, chunk first) {
  member &m = members_[w];
  const worker_task &shared = task_;
  worker_task task = shared;
  task.first = first;
  if (loop_.site->properties().has_prints()) {
    if (m.files.out < 0 && !m.files.open())
      return false;
    task.files = m.files;
  }
  // No handler of the program may run in the child before it is ready.
  sigset_t all;
  sigfillset(&all);
  sigprocmask(SIG_SETMASK, &all, &task.signals);
  const int r = system::spawn(m.child);
  if (r == 0)
    worker_process(*board_, w, task).run();
  const int error = errno;
  sigprocmask(SIG_SETMASK, &task.signals, nullptr);
  errno = error;
  m.alive = r > 0;
  return m.alive;
}

bool session::start_all() {
  const unsigned n = task_.policy.workers;
  unsigned at_first = n;
  // A loop that was short the last time is started with no more than pay.
  if (const double ns = task_.policy.iteration_ns; ns > 0)
    at_first = static_cast<unsigned>(std::clamp(
        ns * static_cast<double>(task_.policy.count) / worker_pays_ns, 1.0,
        static_cast<double>(n)));
  try {
    board_ = board::take(n);
  } catch (const boost::interprocess::interprocess_exception &) {
    result_.why = "no shared memory is to be had";
    return false;
  }
  task_.policy.ring_size = board_->ring_size();
  board_->common().iteration_ns.store(task_.policy.iteration_ns);
  task_.wake_fd = system::make_event();
  if (task_.wake_fd < 0) {
    result_.why = "no file descriptor is to be had";
    return false;
  }
  flush_files();
  members_.reserve(n);
  start_workers(at_first);
  waiting_for_more_ = spins_ = at_first < n && !members_.empty();
  if (members_.empty())
    result_.why = "no process is to be had";
  return !members_.empty();
}

// Starts workers up to a number of them.
void session::start_workers(unsigned n) {
  const std::uint64_t start_time = system::now();
  for (auto w = static_cast<unsigned>(members_.size()); w < n; ++w) {
    // The first ones may have finished all there is.
    if (board_->common().next.load(std::memory_order_relaxed) >=
        task_.policy.count)
      break;
    members_.emplace_back(*board_, w);
    if (!start(w, {})) {
      members_.back().files.close();
      members_.pop_back();
      break;
    }
  }
  result_.workers = static_cast<unsigned>(members_.size());
  result_.start_ns += system::now() - start_time;
}

// Takes one message of the unit that is next; false: there is none.
bool session::step() {
  for (member &m : members_)
    if (take(m))
      return true;
  return false;
}

bool session::take(member &m) {
  if (!m.has_head) {
    if (m.ring.available() < sizeof(message))
      return false;
    std::memcpy(&m.head, m.ring.view(sizeof(message)), sizeof(message));
    m.ring.consume(sizeof(message));
    m.has_head = true;
    m.large.clear();
  }
  if (m.head.unit != committed_)
    return false;
  const std::size_t size = static_cast<std::size_t>(m.head.size);
  const std::size_t available = m.ring.available();
  if (m.large.empty() && available >= size) {
    m.has_head = false;
    commit(m, m.ring.view(size));
    m.ring.consume(size);
    return true;
  }
  if (size <= board_->ring_size() / 2)
    return false;
  const std::size_t part = std::min(available, size - m.large.size());
  if (part == 0)
    return false;
  const char *bytes = m.ring.view(part);
  m.large.insert(m.large.end(), bytes, bytes + part);
  m.ring.consume(part);
  if (m.large.size() == size) {
    m.has_head = false;
    const std::vector<char> all = std::move(m.large);
    m.large.clear();
    commit(m, const_cast<char *>(all.data()));
  }
  return true;
}

void session::commit(member &m, char *bytes) {
  const message &head = m.head;
  const std::size_t log_size = static_cast<std::size_t>(head.log_size);
  if (head.log_size > head.size || head.upto > task_.policy.count ||
      head.upto < head.unit)
    throw garbled();
  reader log(bytes, log_size);
  const bool throws = loop_.site->properties().has_throwing_tails();
  if (head.what == message::done && throws) {
    reader slots(bytes + log_size,
                 static_cast<std::size_t>(head.size) - log_size);
    commit_slots(slots, head.unit, head.upto);
  }
  commit_log(m, log);
  tails_done_ = std::max(tails_done_, head.upto);
  if (head.what != message::done)
    return;
  if (!throws) {
    reader slots(bytes + log_size,
                 static_cast<std::size_t>(head.size) - log_size);
    commit_slots(slots, head.unit, head.upto);
  }
  m.pending.clear();
  m.pending_from = 0;
  program_.take_over(head.left);
  committed_ = head.upto;
  loop_.committed = committed_;
  board_->common().expected.store(committed_);
  result_.stopped = (head.flags & message::stopped) != 0;
  if ((head.flags & message::failed) != 0)
    crashed(
        m, committed_,
        std::string(
            board_->area(static_cast<unsigned>(&m - members_.data())).failure) +
            " in an iteration that can't be run again");
}

// Runs what is complete of a unit's log, keeps the rest.
void session::commit_log(member &m, reader &from) {
  const message &head = m.head;
  const bool again = head.upto <= tails_done_ && head.upto > head.unit;
  if (m.pending.empty() && head.complete == m.pending_from + from.left()) {
    m.pending_from = head.complete;
    if (!again)
      run_log(from);
    return;
  }
  const std::size_t n = from.left();
  const char *bytes = from.take(n);
  m.pending.insert(m.pending.end(), bytes, bytes + n);
  if (head.complete < m.pending_from ||
      head.complete - m.pending_from > m.pending.size())
    throw garbled();
  const std::size_t complete =
      static_cast<std::size_t>(head.complete - m.pending_from);
  std::vector<char> all = std::move(m.pending);
  m.pending.assign(all.begin() + static_cast<std::ptrdiff_t>(complete),
                   all.end());
  m.pending_from = head.complete;
  reader ready(all.data(), complete);
  if (!again)
    run_log(ready);
}

void session::run_log(reader &from) {
  if (from.left() == 0)
    return;
  const program_runs tails(program_);
  while (from.left() != 0) {
    worker::record r;
    from.raw(r);
    if (r.tail >= static_cast<std::uint16_t>(channel::first))
      replay(static_cast<channel>(r.tail), from);
    else if (loop_.tail != nullptr)
      loop_.tail(loop_.context, r.tail, r.classes, r.types, from);
    else
      throw garbled();
  }
}

void session::commit_slots(reader &from, ordinal begin, ordinal end) {
  for (const footprint &f : slots_) {
    const elements_view &e = f.elements;
    if (e.decode != nullptr) {
      for_each_run(f, begin, end, false,
                   [&](std::ptrdiff_t first, std::size_t n) {
                     for (std::size_t i = 0; i < n; ++i)
                       e.decode(e.base, e.unit,
                                first + static_cast<std::ptrdiff_t>(i), from);
                   });
      continue;
    }
    char *base = static_cast<char *>(const_cast<void *>(e.base));
    for_each_run(f, begin, end, e.unit == static_cast<std::ptrdiff_t>(e.size),
                 [&](std::ptrdiff_t first, std::size_t n) {
                   from.bytes(base + first * e.unit, n * e.size);
                 });
  }
}

// Calls f until it is true, as long as a core is free for that and it may pay.
template <class F> bool session::spin(F f) const {
  constexpr std::uint64_t longest_ns = 150000;
  if (!spins_ || members_.size() >= processors())
    return f();
  const std::uint64_t start = system::now();
  do {
    for (int i = 0; i < 16; ++i) {
      if (f())
        return true;
      system::relax();
    }
  } while (system::now() - start < longest_ns);
  return false;
}

// Waits until a worker has something, or has died.
void session::wait() {
  if (spin([this] { return step(); }))
    return;
  common_area &common = board_->common();
  common.asleep.store(1);
  std::atomic_thread_fence(std::memory_order_seq_cst);
  if (step()) {
    common.asleep.store(0);
    return;
  }
  std::vector<pollfd> fds{{task_.wake_fd, POLLIN, 0}};
  bool blind = false;
  for (const member &m : members_)
    if (m.alive) {
      if (m.child.pidfd >= 0)
        fds.push_back({m.child.pidfd, POLLIN, 0});
      else
        blind = true;
    }
  // With claims in doubt, or a kernel without pidfds, look again soon.
  timespec limit{0, blind || any_died_ ? 5000000 : 0};
  if (waiting_for_more_)
    limit.tv_nsec = static_cast<long>(std::min<std::uint64_t>(
        std::max(patience_ns, result_.start_ns), 100000000));
  const int r = ppoll(fds.data(), fds.size(),
                      limit.tv_nsec != 0 ? &limit : nullptr, nullptr);
  common.asleep.store(0);
  if (waiting_for_more_ && r == 0) { // it takes longer this time
    waiting_for_more_ = spins_ = false;
    flush_files();
    start_workers(task_.policy.workers);
  }
  if (r > 0 && fds[0].revents != 0)
    system::clear_event(task_.wake_fd);
  notice_deaths();
}

void session::notice_deaths() {
  for (unsigned w = 0; w < members_.size(); ++w)
    if (members_[w].alive) {
      const system::ending e = system::reap(members_[w].child, false);
      if (e.what != system::ending::state::running)
        bury(w, e);
    }
}

void session::bury(unsigned w, system::ending ending) {
  member &m = members_[w];
  m.alive = false;
  m.ending = ending;
  if (m.child.pidfd >= 0)
    close(m.child.pidfd);
  m.child = system::child();
  if (board_->area(w).finished.load(std::memory_order_acquire) == 0)
    any_died_ = true;
}

// Whether the iteration that is next was claimed by a worker that has died,
// and the chunk that is lost with it.
bool session::lost(chunk &range) {
  common_area &common = board_->common();
  const ordinal next = common.next.load(std::memory_order_acquire);
  if (next <= committed_) {
    // Nobody claims any more where all have left.
    if (std::any_of(members_.begin(), members_.end(),
                    [](const member &m) { return m.alive; }))
      return false;
    range = {committed_, committed_ + 1};
    common.next.store(committed_ + 1);
    return true;
  }
  range = {committed_, next};
  for (unsigned w = 0; w < members_.size(); ++w) {
    const worker_area &a = board_->area(w);
    const ordinal begin = a.claim_begin.load(std::memory_order_acquire);
    const ordinal end = a.claim_end.load(std::memory_order_relaxed);
    if (begin == no_ordinal)
      continue;
    const bool covers = begin <= committed_ && committed_ < end;
    if (covers && members_[w].alive)
      return false;
    if (covers)
      range.end = std::min(range.end, end);
    if (begin > committed_)
      range.end = std::min(range.end, begin);
  }
  return true;
}

// Has a fresh worker run a lost chunk, one iteration at a time; gives up when
// an iteration has cost two workers.
void session::recover(chunk range) {
  unsigned dead = 0;
  const auto n = static_cast<unsigned>(members_.size());
  unsigned spare = n;
  for (unsigned w = 0; w < n; ++w) {
    const member &m = members_[w];
    if (m.alive)
      continue;
    worker_area &a = board_->area(w);
    const ordinal begin = a.claim_begin.load();
    const bool covers = begin <= committed_ && committed_ < a.claim_end.load();
    if (covers)
      dead = w;
    if (covers || (spare == n && (begin == no_ordinal || begin < committed_)))
      spare = w;
  }
  const member &m = members_[dead];
  const worker_area &was = board_->area(dead);
  const ordinal at = was.at.load(std::memory_order_relaxed);
  const bool in_range = at > committed_ && at <= range.end;
  const ordinal running = in_range ? at - 1 : committed_;
  // Which iteration it was is known where bodies say so, and when it ran alone.
  const bool alone = committed_ < m.again_until &&
                     was.unit.load(std::memory_order_relaxed) == committed_;
  const bool known =
      alone || (loop_.site->properties().is_marked() && in_range);
  if (loop_.site->properties().is_once() || spare == n ||
      (known && running == last_death_) || ++recoveries_ > most_recoveries)
    crashed(m, running, "");
  last_death_ = known ? running : no_ordinal;
  member &fresh = members_[spare];
  fresh.files.close();
  board_->reset(spare);
  worker_area &a = board_->area(spare);
  a.claim_end.store(range.end);
  a.claim_begin.store(range.begin);
  fresh.ring = ring_reader(*board_, spare);
  fresh.has_head = false;
  fresh.large.clear();
  fresh.pending.clear();
  fresh.pending_from = 0;
  fresh.again_until = range.end;
  board_->common().stop_at.store(no_ordinal);
  flush_files();
  if (!start(spare, range))
    crashed(m, running, "");
}

void session::crashed(const member &m, ordinal iteration,
                      const std::string &how) {
  const site &s = *loop_.site;
  std::string text = std::string(s.file()) + ":" + std::to_string(s.line());
  if (s.properties().label() != nullptr)
    text += std::string(" (") + s.properties().label() + ")";
  text += ": iteration " + std::to_string(loop_.done + iteration);
  if (loop_.counted)
    text +=
        " (value " +
        std::to_string(static_cast<long long>(
            loop_.value + loop_.step * static_cast<detail::wide>(iteration))) +
        ")";
  if (!how.empty())
    text += ": " + how;
  else if (m.ending.signal != 0)
    text += std::string(": its worker was killed by SIG") +
            sigabbrev_np(m.ending.signal) + " (" + strsignal(m.ending.signal) +
            ")";
  else if (m.ending.what == system::ending::state::ended)
    text +=
        ": its worker exited with status " + std::to_string(m.ending.status);
  else
    text += ": its worker died";
  // What an assertion printed, say.
  if (m.files.err >= 0) {
    const std::string words = leftover(m.files.err, most_last_words);
    std::fwrite(words.data(), 1, words.size(), stderr);
  }
  throw worker_crashed(text, s.file(), s.line(), loop_.done + iteration,
                       m.ending.signal, m.ending.status);
}

// All is committed, or an iteration wants to leave.
void session::finish() {
  if (result_.stopped)
    end_all();
  for (unsigned w = 0; w < members_.size(); ++w) {
    if (!members_[w].alive)
      continue;
    system::ending ending;
    if (!spin([&] {
          ending = system::reap(members_[w].child, false);
          return ending.what != system::ending::state::running;
        }))
      ending = system::reap(members_[w].child, true);
    bury(w, ending);
  }
  for (unsigned w = 0; w < members_.size(); ++w) {
    const worker_area &a = board_->area(w);
    result_.chunks += a.chunks.load(std::memory_order_relaxed);
    result_.busy_ns += a.busy_ns.load(std::memory_order_relaxed);
    result_.iterations += a.iterations.load(std::memory_order_relaxed);
  }
}

void session::end_all() noexcept {
  for (member &m : members_)
    if (m.alive)
      system::kill_child(m.child);
  for (unsigned w = 0; w < members_.size(); ++w) {
    if (members_[w].alive)
      bury(w, system::reap(members_[w].child, true));
    members_[w].files.close();
  }
}

} // namespace mp::runtime
