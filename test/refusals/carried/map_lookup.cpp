// Seen before? The map that iterations fill is looked into by the body.
#include <map>

void f(const int *in, int *out, int n) {
  std::map<int, int> first;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    auto hit = first.find(in[i]);       // expect-error {{mp-carried}}: first
    out[i] = hit == first.end() ? -1 : hit->second; // expect-error? {{mp-carried}}: first
    first.emplace(in[i], i);            // expect-note
    // expect-note@-1?
  }
}
