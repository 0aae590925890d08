//===- Process.h - Running programs as if they were this one --------------===//
//
// Whoever started mp-cxx means the compiler: exit status, signals and output
// have to be those that the compiler's own command would have had.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_WRAPPER_PROCESS_H
#define MP_TOOL_WRAPPER_PROCESS_H

#include <string>
#include <vector>

namespace mp::tool::wrapper {

/// How a program ended.
struct Ended {
  int Status = 0; ///< exit status
  int Signal = 0; ///< that it died by; 0: it exited
  bool ok() const { return Status == 0 && Signal == 0; }
};

/// From here on SIGINT, SIGTERM, SIGHUP and SIGQUIT don't end this program:
/// they are passed to the one that is running, and noted.
void holdSignals();

/// The signal that was held, or 0.
int heldSignal();

/// Runs a program, found along PATH, and waits for its end. A program that
/// can't be started is reported, with exit status 2.
Ended run(const std::vector<std::string> &Words);

/// The first word that a program prints, or nothing when it fails. What it says
/// on stderr is dropped.
std::string firstWordOf(const std::vector<std::string> &Words);

/// Becomes the program. Returns, with exit status 2 after a message, only when
/// it can't be started.
int become(const std::vector<std::string> &Words);

/// Ends this program as another one ended: with its exit status, or by its
/// signal (without a second core dump).
[[noreturn]] void endAs(const Ended &E);

/// Words as one could type them.
std::string quoted(const std::vector<std::string> &Words);

} // namespace mp::tool::wrapper

#endif
