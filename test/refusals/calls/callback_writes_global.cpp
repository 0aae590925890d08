// qsort's callback counts comparisons, and the body hands out the count.
#include <cstdlib>

static int compared = 0;
static int compare(const void *a, const void *b) {
  ++compared; // expect-note?
  return *static_cast<const int *>(a) - *static_cast<const int *>(b);
}

void f(int (*rows)[16], int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    std::qsort(rows[i], 16, sizeof(int), compare); // expect-note?
    // expect-error@-1? {{mp-carried|mp-opaque-call|mp-hidden-state}}
    out[i] = compared; // expect-error? {{mp-carried}}: compared
    // expect-note@-1?
  }
}
