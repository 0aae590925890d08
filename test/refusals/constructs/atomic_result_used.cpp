// An atomic counter whose value is used is a ticket.
#include <atomic>

void f(int *out, int n) {
  std::atomic<int> next{0};
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = next.fetch_add(1); // expect-error {{mp-carried}}: next
  // expect-note@-1?
}
