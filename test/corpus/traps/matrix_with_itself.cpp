// RUNS: serial
// The matrix that is read is the one that is written: seen when the loop is entered.
#include <cstdio>
#include <vector>

class Matrix {
public:
  explicit Matrix(int n) : n_(n), data_(static_cast<std::size_t>(n * n)) {}
  double &operator()(int r, int c) { return data_[static_cast<std::size_t>(r * n_ + c)]; }
  double operator()(int r, int c) const { return data_[static_cast<std::size_t>(r * n_ + c)]; }
  int size() const { return n_; }

private:
  int n_;
  std::vector<double> data_;
};

static void smooth(const Matrix &in, Matrix &out, int n) {
  [[mp::parallel_map]]
  for (int i = 1; i < n; ++i)
    for (int j = 0; j < n; ++j)
      out(i, j) = in(i, j) + in(i - 1, (j * 7) % n) * 0.5;
}

int main() {
  Matrix a(20);
  for (int i = 0; i < 20; ++i)
    for (int j = 0; j < 20; ++j)
      a(i, j) = i * 3 - j;
  smooth(a, a, a.size());
  for (int i = 0; i < 20; ++i)
    for (int j = 0; j < 20; ++j)
      std::printf("%a ", a(i, j));
}
