// session.hpp - One call that hands out iterations: the parent's side.
//
// Forks workers, takes their messages in the order of iterations, commits
// slots and runs tails, and sees to it that every wait has an end: a worker
// that dies wakes the parent through its pidfd.

#ifndef MP_RUNTIME_COMMIT_SESSION_HPP
#define MP_RUNTIME_COMMIT_SESSION_HPP

#include "access/footprint.hpp"
#include "memory/board.hpp"
#include "memory/ring.hpp"
#include "process/system.hpp"
#include "work/worker_process.hpp"
#include <memory>
#include <vector>

namespace mp::runtime {

/// What a call has come to.
struct session_result {
  ordinal committed = 0;   // iterations, counted from the call
  bool stopped = false;    // the next iteration wants to run natively
  bool handed_out = false; // there were workers
  const char *why = "";    // why there were none
  unsigned workers = 0;
  std::uint64_t chunks = 0;
  std::uint64_t start_ns = 0;   // for making the workers
  std::uint64_t busy_ns = 0;    // of all workers together, in the body
  std::uint64_t iterations = 0; // in that time
};

class session {
public:
  /// `program` is what the program's thread is to find after the call.
  session(detail::loop_view &loop, const std::vector<footprint> &slots,
          const chunk_policy &policy, ambient &program);
  ~session();
  session(const session &) = delete;
  session &operator=(const session &) = delete;

  /// Throws worker_crashed, what a tail throws, and std::bad_alloc.
  session_result run();

private:
  // The parent's view of one worker.
  struct member {
    member(board &b, unsigned w) : ring(b, w) {}
    system::child child;
    ring_reader ring;
    capture_files files;
    bool alive = false;
    ordinal again_until = 0; // end of the lost chunk it runs one by one
    system::ending ending;
    bool has_head = false; // a message's head is taken, its bytes are not
    message head{};
    std::vector<char> large;        // bytes of a message too large for the ring
    std::vector<char> pending;      // log that is not complete yet
    std::uint64_t pending_from = 0; // its place in the unit's log
  };

  bool start(unsigned w, chunk first);
  bool start_all();
  void start_workers(unsigned n);
  template <class F> bool spin(F f) const;
  void commit_all();
  bool step();
  bool take(member &m);
  void commit(member &m, char *bytes);
  void commit_log(member &m, reader &from);
  void run_log(reader &from);
  void commit_slots(reader &from, ordinal begin, ordinal end);
  void wait();
  void notice_deaths();
  void bury(unsigned w, system::ending ending);
  bool lost(chunk &range);
  void recover(chunk range);
  [[noreturn]] void crashed(const member &m, ordinal iteration,
                            const std::string &how);
  void finish();
  void end_all() noexcept;

  detail::loop_view &loop_;
  const std::vector<footprint> &slots_;
  ambient &program_;
  worker_task task_;
  pid_t owner_;
  std::unique_ptr<board> board_;
  std::vector<member> members_;
  session_result result_;
  ordinal committed_ = 0;  // slots and tails of iterations before it are done
  ordinal tails_done_ = 0; // tails of iterations before it are done
  ordinal last_death_ = no_ordinal; // the iteration that cost a worker
  unsigned recoveries_ = 0;
  bool any_died_ = false;         // a worker that was not finished
  bool spins_ = false;            // a core is free meanwhile
  bool waiting_for_more_ = false; // workers that the loop may not need
};

} // namespace mp::runtime

#endif
