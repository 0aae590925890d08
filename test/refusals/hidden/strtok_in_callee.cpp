// A tokenizer function that goes on with the line of the iteration before.
#include <cstdlib>
#include <cstring>

static int next_number() {
  const char *word = std::strtok(nullptr, " "); // expect-note?
  return word ? std::atoi(word) : 0;
}

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = next_number(); // expect-error {{mp-hidden-state}}: strtok
}
