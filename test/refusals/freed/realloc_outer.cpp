// realloc of an outer block.
#include <cstdlib>

void f(char **texts, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    texts[i] = static_cast<char *>(std::realloc(texts[i], 100)); // expect-error {{mp-outer-free|mp-worker-pointer}}
  // expect-error@-1? {{mp-outer-free|mp-worker-pointer}}
}
