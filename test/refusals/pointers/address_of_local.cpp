// A pointer to memory of the iteration, hidden in a struct.
#include <vector>

struct Row {
  const int *begin;
  int size;
};

void f(std::vector<Row> &out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    int *cells = new int[4]();
    out[i] = Row{cells, 4}; // expect-error {{mp-worker-pointer}}
  }
}
