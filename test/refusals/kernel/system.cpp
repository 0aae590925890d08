// system: anything may happen, and the iterations behind the break have happened.
#include <cstdlib>

int f(const char **commands, int n) {
  int i;
  [[mp::parallel_map]]
  for (i = 0; i < n; ++i)
    if (std::system(commands[i]) != 0) // expect-error {{mp-kernel-effect}}: system
      break; // expect-note?
  return i;
}
