// What a function keeps and gives a pointer to is looked at after the loop, and
// the loop may be left by an iteration that has not written it.
#include <cstdio>
#include <cstring>

static const char *text(int x) {
  static char buffer[20];
  std::snprintf(buffer, sizeof buffer, "%d", x); // expect-note
  return buffer;
}

int f(const int *in, int *out) {
  const char *first = text(1);
  [[mp::parallel_map]]
  for (int i = 0; i < 9; i++) {
    if (in[i] < 0)
      break;
    out[i] = static_cast<int>(std::strlen(text(in[i]))); // expect-error {{mp-last-value}}: buffer
  }
  return first[0];
}
