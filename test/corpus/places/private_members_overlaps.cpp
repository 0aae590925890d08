// Private results of one object that may be the inputs of another: then the loop runs serially.
//
// RUNS: both

#include <cstdio>

class Row {
public:
  explicit Row(double *values, int n) : data(values), count(n) {}
  double &operator[](int i) { return data[i]; }
  double operator[](int i) const { return data[i]; }
  int size() const { return count; }

private:
  double *data;
  int count;
};

static void sums(const Row &in, Row &out) {
  [[mp::parallel_map]]
  for (int i = 1; i < out.size(); i++)
    out[i] = in[i - 1] + in[i];
}

int main() {
  double a[9] = {1, 2, 3, 4, 5, 6, 7, 8, 9}, b[9] = {};
  Row first(a, 9), second(b, 9), shifted(a + 1, 8);
  sums(first, second);
  sums(first, first);
  sums(shifted, first);
  sums(first, shifted);
  for (int i = 0; i < 9; i++)
    printf("%g %g ", a[i], b[i]);
  printf("\n");
  return 0;
}
