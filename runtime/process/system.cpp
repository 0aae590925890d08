// system.cpp - Linux.
//
// A process of one thread is cloned without an exit signal, any other one
// forked. Where an older kernel has no clone3 or no pidfds, fork and the number
// of the process stand in.

#include "system.hpp"
#include <cerrno>
#include <csignal>
#include <ctime>
#include <fcntl.h>
#include <linux/futex.h>
#include <linux/sched.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/single_threaded.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef __WALL
#define __WALL 0x40000000
#endif
#ifndef PR_GET_TID_ADDRESS
#define PR_GET_TID_ADDRESS 40
#endif

namespace mp::runtime::system {
namespace {

constexpr idtype_t by_pidfd = static_cast<idtype_t>(3); // P_PIDFD

// Where the C library keeps the thread's number, so that the child's copy of
// it is right; null: the kernel does not tell.
int *thread_number() noexcept {
  int *address = nullptr;
  if (prctl(PR_GET_TID_ADDRESS, &address, 0, 0, 0) != 0)
    return nullptr;
  return address;
}

// As fork does it in a process of one thread, but without an exit signal.
long clone_quietly(child &c) noexcept {
  int *const number = thread_number();
  clone_args a{};
  a.flags = CLONE_PIDFD;
  a.pidfd = reinterpret_cast<std::uintptr_t>(&c.pidfd);
  if (number != nullptr) {
    a.flags |= CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID;
    a.child_tid = reinterpret_cast<std::uintptr_t>(number);
  }
  return syscall(SYS_clone3, &a, sizeof a);
}

// Descriptors of ours stay clear of the standard ones, which a program may
// have closed.
int lift(int fd) noexcept {
  if (fd < 0 || fd > 2)
    return fd;
  const int higher = fcntl(fd, F_DUPFD_CLOEXEC, 3);
  close(fd);
  return higher;
}

} // namespace

int make_event() noexcept {
  return lift(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
}

void signal_event(int fd) noexcept {
  const std::uint64_t one = 1;
  while (write(fd, &one, sizeof one) < 0 && errno == EINTR) {
  }
}

void clear_event(int fd) noexcept {
  std::uint64_t n;
  while (read(fd, &n, sizeof n) < 0 && errno == EINTR) {
  }
}

int make_memory_file() noexcept {
  return lift(memfd_create("mp", MFD_CLOEXEC));
}

void futex_wait(std::atomic<std::uint32_t> &word, std::uint32_t value,
                int milliseconds) noexcept {
  timespec limit{milliseconds / 1000, milliseconds % 1000 * 1000000L};
  syscall(SYS_futex, &word, FUTEX_WAIT, value, &limit, nullptr, 0);
}

void futex_wake(std::atomic<std::uint32_t> &word) noexcept {
  syscall(SYS_futex, &word, FUTEX_WAKE, 1, nullptr, nullptr, 0);
}

int spawn(child &c) noexcept {
  c = child();
  if (__libc_single_threaded) {
    const long pid = clone_quietly(c);
    if (pid == 0)
      return 0;
    if (pid > 0) {
      c.pid = static_cast<pid_t>(pid);
      c.pidfd = lift(c.pidfd);
      return 1;
    }
    c.pidfd = -1;
    if (errno != ENOSYS && errno != EPERM && errno != EINVAL)
      return -1;
  }
  const pid_t pid = fork();
  if (pid <= 0)
    return pid;
  c.pid = pid;
  c.pidfd = lift(static_cast<int>(syscall(SYS_pidfd_open, pid, 0)));
  return 1;
}

ending reap(const child &c, bool wait) noexcept {
  ending e;
  siginfo_t info{};
  const int options = WEXITED | __WALL | (wait ? 0 : WNOHANG);
  int r;
  do {
    info.si_pid = 0;
    r = c.pidfd >= 0
            ? waitid(by_pidfd, static_cast<id_t>(c.pidfd), &info, options)
            : waitid(P_PID, static_cast<id_t>(c.pid), &info, options);
  } while (r != 0 && errno == EINTR);
  if (r != 0) {
    e.what = ending::state::unknown;
  } else if (info.si_pid != 0) {
    e.what = ending::state::ended;
    if (info.si_code == CLD_EXITED)
      e.status = info.si_status;
    else
      e.signal = info.si_status;
  }
  return e;
}

void kill_child(const child &c) noexcept {
  // By number only where there is no other way: somebody may have reaped it.
  if (c.pidfd < 0 ||
      syscall(SYS_pidfd_send_signal, c.pidfd, SIGKILL, nullptr, 0) != 0)
    kill(c.pid, SIGKILL);
}

void leave_if_orphaned(pid_t parent) noexcept {
  if (getppid() != parent)
    _exit(0);
}

std::uint64_t now() noexcept {
  timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return static_cast<std::uint64_t>(t.tv_sec) * 1000000000u +
         static_cast<std::uint64_t>(t.tv_nsec) + 1;
}

} // namespace mp::runtime::system
