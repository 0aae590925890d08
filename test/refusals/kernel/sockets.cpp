// Sockets, with an early exit.
#include <sys/socket.h>

int f(const int *fds, const char *data, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    if (send(fds[i], data + i, 1, 0) < 0) // expect-error {{mp-kernel-effect}}: send
      return i; // expect-note?
  return n;
}
