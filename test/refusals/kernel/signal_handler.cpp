// A handler would be installed in the worker only.
#include <csignal>

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = i;
    if (i == 5)
      std::signal(SIGUSR1, SIG_IGN); // expect-error {{mp-kernel-effect|mp-hidden-state}}: signal
  }
}
