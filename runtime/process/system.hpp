// system.hpp - The system calls that neither the C++ library nor
// Boost.Interprocess has a word for.
//
// The rest of the runtime sees events, words to wait on and children; what a
// kernel lacks is dealt with here.

#ifndef MP_RUNTIME_PROCESS_SYSTEM_HPP
#define MP_RUNTIME_PROCESS_SYSTEM_HPP

#include <atomic>
#include <cstdint>
#include <sys/types.h>

namespace mp::runtime::system {

/// A descriptor that poll waits on and other processes signal; -1: none can be
/// made. Closed on exec. The caller owns it.
int make_event() noexcept;
void signal_event(int fd) noexcept;
void clear_event(int fd) noexcept;

/// An unnamed file in memory, closed on exec; -1: none can be made.
int make_memory_file() noexcept;

/// Waits while `word` holds `value`, at most so long. The word may be shared
/// between processes.
void futex_wait(std::atomic<std::uint32_t> &word, std::uint32_t value,
                int milliseconds) noexcept;
void futex_wake(std::atomic<std::uint32_t> &word) noexcept;

/// A forked process.
struct child {
  pid_t pid = -1;
  int pidfd = -1; // readable when it has died; -1: the kernel has none
};

/// How a process ended.
struct ending {
  enum class state { running, ended, unknown } what = state::running;
  int signal = 0;  // that killed it
  int status = -1; // that it exited with
};

/// Forks. Returns 0 in the child, 1 in the parent, -1 (and errno) on failure.
/// In a process of one thread the child gives no signal when it ends, so that
/// a `wait` or a SIGCHLD handler of the program does not meet it.
int spawn(child &c) noexcept;

/// How the child ended, if it has; waits for it if asked. After `ended` or
/// `unknown` (somebody else has reaped it) it is gone.
ending reap(const child &c, bool wait) noexcept;

/// Kills a child that has not been reaped.
void kill_child(const child &c) noexcept;

/// Ends this process if `parent` has died.
void leave_if_orphaned(pid_t parent) noexcept;

/// Monotonic time in nanoseconds, never 0.
std::uint64_t now() noexcept;

/// In a loop that waits for another core.
inline void relax() noexcept {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  asm volatile("yield");
#endif
}

} // namespace mp::runtime::system

#endif
