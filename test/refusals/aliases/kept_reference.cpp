// A reference into a container that the loop lets grow.
#include <vector>

void f(std::vector<int> &v, const int *in, int n) {
  int &first = v[0];
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    first += in[i];     // expect-error? {{mp-carried|mp-may-alias}}
    // expect-note@-1?
    v.push_back(first); // expect-error {{mp-carried|mp-may-alias}}
    // expect-note@-1?
  }
}
