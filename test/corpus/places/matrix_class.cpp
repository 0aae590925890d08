// A class with private members around a vector, reached through operator().
#include <cstdio>
#include <vector>

class Matrix {
public:
  Matrix(int r, int c) : rows_(r), cols_(c), data_(static_cast<std::size_t>(r * c)) {}
  double &operator()(int r, int c) { return data_[static_cast<std::size_t>(r * cols_ + c)]; }
  double operator()(int r, int c) const { return data_[static_cast<std::size_t>(r * cols_ + c)]; }
  int rows() const { return rows_; }
  int cols() const { return cols_; }

private:
  int rows_, cols_;
  std::vector<double> data_;
};

static void multiply(const Matrix &a, const Matrix &b, Matrix &c) {
  [[mp::parallel_map]]
  for (int i = 0; i < a.rows(); ++i)
    for (int j = 0; j < b.cols(); ++j) {
      double s = 0;
      for (int k = 0; k < a.cols(); ++k)
        s += a(i, k) * b(k, j);
      c(i, j) = s;
    }
}

int main() {
  Matrix a(30, 40), b(40, 20), c(30, 20);
  for (int i = 0; i < 30; ++i)
    for (int j = 0; j < 40; ++j)
      a(i, j) = i + j * 0.5;
  for (int i = 0; i < 40; ++i)
    for (int j = 0; j < 20; ++j)
      b(i, j) = i - j / 3.0;
  multiply(a, b, c);
  double t = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 30; ++i)
    for (int j = 0; j < 20; ++j)
      t += c(i, j);
  Matrix d(30, 20);
  [[mp::parallel_map]]
  for (int i = 0; i < d.rows(); ++i)
    for (int j = 0; j < d.cols(); ++j)
      d(i, j) = 2 * c(i, j);
  std::printf("%a %a %a\n", t, d(3, 4), c(29, 19));
}
