// A file made by a constructor, in a loop that may return.
#include <fstream>
#include <string>

int f(const int *in, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    std::ofstream out("part" + std::to_string(i)); // expect-error {{mp-kernel-effect}}
    out << in[i];
    if (in[i] < 0)
      return i; // expect-note?
  }
  return -1;
}
