// errors.hpp - The exceptions that a handed-out loop adds to the program's own.
//
// Everything else that leaves `mp::parallel_map` was thrown by the user's code
// in the parent process, with its own type.

#ifndef MP_ERRORS_HPP
#define MP_ERRORS_HPP

#include <cstdint>
#include <stdexcept>
#include <string>

namespace mp {

/// A worker process died, or could not do what its iteration asked, and the
/// loop can't go on.
///
/// When it is thrown, the effects of all iterations before `iteration()` are
/// there, those of `iteration()` and later ones are not (but see
/// `traits::once`; and what the iteration had written to stderr is shown), no
/// worker process is left, and the next loop starts with fresh workers.
class worker_crashed : public std::runtime_error {
public:
  worker_crashed(const std::string &what, const char *file, int line,
                 std::uint64_t iteration, int signal, int exit_status)
      : std::runtime_error(what), file_(file), line_(line),
        iteration_(iteration), signal_(signal), exit_status_(exit_status) {}

  /// Where the loop is; the file's name lives as long as the program.
  const char *file() const noexcept { return file_; }
  int line() const noexcept { return line_; }

  /// The iteration at fault, counted from 0 at the loop's start.
  std::uint64_t iteration() const noexcept { return iteration_; }

  /// The signal that ended the worker; 0: it was none.
  int signal() const noexcept { return signal_; }

  /// The status that the worker exited with; -1: it did not exit.
  int exit_status() const noexcept { return exit_status_; }

private:
  const char *file_;
  int line_;
  std::uint64_t iteration_;
  int signal_;
  int exit_status_;
};

} // namespace mp

#endif
