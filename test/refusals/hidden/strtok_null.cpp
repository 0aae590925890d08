// A null pointer goes on with the text of before, wherever it comes from.
#include <cstring>

static char *next(char *text) {
  return std::strtok(text, " "); // expect-note?
}

void f(char (*lines)[80], std::size_t *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    char *word = std::strtok(i % 2 ? nullptr : lines[i], " "); // expect-error {{mp-hidden-state}}: strtok
    out[i] = word ? std::strlen(word) : 0;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    char *word = next(nullptr); // expect-error {{mp-hidden-state}}: strtok
    out[i] = word ? std::strlen(word) : 0;
  }
}
