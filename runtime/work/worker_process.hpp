// worker_process.hpp - The life of a worker, from its fork to its exit.
//
// A worker claims chunks and runs them in *units*: one call of the body's copy
// each, after which the slots of its iterations and the rest of its log are
// sent. A unit is a whole chunk, or one iteration where effects have to be
// told apart that finely. See memory/ring.hpp for what it sends.

#ifndef MP_RUNTIME_WORK_WORKER_PROCESS_HPP
#define MP_RUNTIME_WORK_WORKER_PROCESS_HPP

#include "access/footprint.hpp"
#include "capture.hpp"
#include "chunks.hpp"
#include "memory/ring.hpp"
#include "mp/worker.hpp"
#include "process/ambient.hpp"
#include <csignal>
#include <optional>
#include <sys/types.h>
#include <vector>

namespace mp::runtime {

/// What a worker is given by the parent.
struct worker_task {
  const detail::loop_view *loop = nullptr;
  const std::vector<footprint> *slots = nullptr;
  chunk_policy policy;
  bool single = false; // units of one iteration
  chunk first;         // to be run before all else, in units of one iteration
  capture_files files; // out < 0: output is not captured
  int wake_fd = -1;
  pid_t parent = -1;
  sigset_t signals{}; // the mask to run with
};

/// True in a worker: loops met there run natively.
bool in_worker() noexcept;

class worker_process final : public worker {
public:
  worker_process(board &b, unsigned index, const worker_task &task);

  /// Works until there is nothing left, then exits.
  [[noreturn]] void run();

  // For the base class.
  void turn();
  void collect();
  void spill();

private:
  void settle();
  void stay(ordinal iterations);
  void run_range(chunk range, ordinal unit_size);
  void run_unit(ordinal begin, ordinal end);
  void give_up_unit(const char *why);
  void send_log(ordinal upto, std::uint64_t complete);
  void send_done(ordinal upto, std::uint64_t complete, std::uint32_t flags);
  void send_slots(ordinal upto);
  std::uint64_t log_position(std::size_t offset) const {
    return log_base_ + offset;
  }
  [[noreturn]] void leave();
  static void on_exit_called(int status, void *self);

  board &board_;
  worker_area &area_;
  const worker_task &task_;
  const traits &traits_;
  ring_writer ring_;
  std::optional<class capture> capture_;
  writer encoded_; // slots that are no plain bytes
  std::vector<std::size_t> encoded_ends_;
  std::uint64_t log_base_ = 0;      // bytes of the unit's log already sent
  std::uint64_t previous_mark_ = 0; // where the iteration before began
  std::uint64_t sent_ = 0;          // bytes sent for the chunk
  ordinal unit_begin_ = 0, unit_end_ = 0;
  std::uint64_t started_ = 0; // by the clock
  bool stays_ = false;
  pid_t self_;
  bool in_unit_ = false;
  ambient left_; // by the unit that has just run
};

} // namespace mp::runtime

#endif
