//===- Process.cpp - Running programs as if they were this one ------------===//
//
// fork and exec, with one handler that passes signals on to the child that is
// running.
//
//===----------------------------------------------------------------------===//

#include "wrapper/Process.h"
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace mp::tool::wrapper {

static volatile sig_atomic_t Held = 0;
static volatile sig_atomic_t Running = 0; // process id, or 0
static const int Signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

extern "C" {
static void passOn(int Signal) {
  Held = Signal;
  // The terminal sends its signals to both; a second one does no harm.
  if (Running)
    kill(static_cast<pid_t>(Running), Signal);
}
}

void holdSignals() {
  struct sigaction Action = {};
  Action.sa_handler = passOn;
  sigfillset(&Action.sa_mask);
  for (int Signal : Signals) {
    struct sigaction Old;
    // What was ignored from the start (nohup) stays ignored.
    if (sigaction(Signal, nullptr, &Old) == 0 && Old.sa_handler != SIG_IGN)
      sigaction(Signal, &Action, nullptr);
  }
}

int heldSignal() { return Held; }

static std::vector<char *> pointers(const std::vector<std::string> &Words) {
  std::vector<char *> Result;
  for (const std::string &Word : Words)
    Result.push_back(const_cast<char *>(Word.c_str()));
  Result.push_back(nullptr);
  return Result;
}

int become(const std::vector<std::string> &Words) {
  execvp(Words[0].c_str(), pointers(Words).data());
  std::fprintf(stderr, "mp-cxx: can't run '%s': %s\n", Words[0].c_str(),
               std::strerror(errno));
  return 2;
}

/// Starts a program; its output goes to the descriptor Output, and its messages
/// nowhere, unless that is -1. Negative when that fails.
static pid_t start(const std::vector<std::string> &Words, int Output) {
  sigset_t All, Before;
  sigfillset(&All);
  // No signal may arrive between the fork and the note of whom to pass it to.
  sigprocmask(SIG_SETMASK, &All, &Before);
  pid_t Child = fork();
  if (Child == 0) {
    for (int Signal : Signals) {
      struct sigaction Old;
      if (sigaction(Signal, nullptr, &Old) == 0 && Old.sa_handler == passOn)
        signal(Signal, SIG_DFL);
    }
    sigprocmask(SIG_SETMASK, &Before, nullptr);
    if (Output >= 0) {
      dup2(Output, 1);
      dup2(open("/dev/null", O_WRONLY), 2);
    }
    _exit(become(Words));
  }
  if (Child > 0)
    Running = Child;
  sigprocmask(SIG_SETMASK, &Before, nullptr);
  return Child;
}

static Ended finish(pid_t Child) {
  int Status = 0;
  while (waitpid(Child, &Status, 0) < 0 && errno == EINTR)
    ;
  Running = 0;
  if (WIFSIGNALED(Status))
    return {0, WTERMSIG(Status)};
  return {WEXITSTATUS(Status), 0};
}

Ended run(const std::vector<std::string> &Words) {
  if (Held)
    return {0, Held};
  pid_t Child = start(Words, -1);
  if (Child < 0) {
    std::fprintf(stderr, "mp-cxx: can't start a process: %s\n",
                 std::strerror(errno));
    return {2, 0};
  }
  return finish(Child);
}

std::string firstWordOf(const std::vector<std::string> &Words) {
  int Pipe[2];
  if (pipe2(Pipe, O_CLOEXEC) != 0)
    return "";
  pid_t Child = start(Words, Pipe[1]);
  close(Pipe[1]);
  std::string Text;
  char Buffer[256];
  for (ssize_t N; (N = read(Pipe[0], Buffer, sizeof Buffer)) > 0;)
    Text.append(Buffer, static_cast<size_t>(N));
  close(Pipe[0]);
  return Child > 0 && finish(Child).ok()
             ? Text.substr(0, Text.find_first_of(" \t\n"))
             : "";
}

void endAs(const Ended &E) {
  if (E.Signal) {
    rlimit None = {0, 0};
    setrlimit(RLIMIT_CORE, &None);
    signal(E.Signal, SIG_DFL);
    sigset_t Only;
    sigemptyset(&Only);
    sigaddset(&Only, E.Signal);
    sigprocmask(SIG_UNBLOCK, &Only, nullptr);
    raise(E.Signal);
    _exit(128 + E.Signal); // a signal that doesn't end programs
  }
  std::fflush(nullptr);
  _exit(E.Status);
}

std::string quoted(const std::vector<std::string> &Words) {
  std::string Result;
  for (const std::string &Word : Words) {
    if (!Result.empty())
      Result += ' ';
    if (!Word.empty() &&
        Word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTU"
                               "VWXYZ0123456789_-+=./,:@%^") ==
            std::string::npos) {
      Result += Word;
      continue;
    }
    Result += '\'';
    for (char C : Word)
      Result += C == '\'' ? std::string("'\\''") : std::string(1, C);
    Result += '\'';
  }
  return Result;
}

} // namespace mp::tool::wrapper
