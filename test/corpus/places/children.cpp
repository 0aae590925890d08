// The program's own children, its SIGCHLD handler and its wait for any child see only its own.
#include <csignal>
#include <cstdio>
#include <cerrno>
#include <sys/wait.h>
#include <unistd.h>

static volatile std::sig_atomic_t ended = 0;
static void count(int) { ended = ended + 1; }

int main() {
  std::signal(SIGCHLD, count);
  std::fflush(stdout);
  pid_t child = fork();
  if (child == 0)
    _exit(5);
  int status = 0;
  int out[60], sum = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 60; ++i) {
    out[i] = i * i;
    sum += out[i];
  }
  pid_t got;
  do
    got = waitpid(-1, &status, 0);
  while (got < 0 && errno == EINTR);
  bool none = waitpid(-1, &status, WNOHANG) < 0 && errno == ECHILD;
  std::printf("%d %d %d %d\n", got == child, none, static_cast<int>(ended), sum);
}
