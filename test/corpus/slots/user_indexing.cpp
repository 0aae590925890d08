// User-defined operator[] and operator() that return references; a two-dimensional matrix.
#include <cstdio>
#include <vector>

class Matrix {
public:
  Matrix(int h, int w) : width(w), cells(h * w) {}
  double &operator()(int y, int x) { return cells[y * width + x]; }
  double operator()(int y, int x) const { return cells[y * width + x]; }
  double *operator[](int y) { return &cells[y * width]; }

private:
  int width;
  std::vector<double> cells;
};

int main() {
  Matrix m(25, 8), k(25, 8);
  [[mp::parallel_map]]
  for (int y = 0; y < 25; ++y)
    for (int x = 0; x < 8; ++x)
      m(y, x) = y + x / 16.0;
  [[mp::parallel_map]]
  for (int y = 0; y < 25; ++y)
    for (int x = 0; x < 8; ++x)
      k[y][x] = m(y, 7 - x) * 2;
  const Matrix &read = k;
  for (int y = 0; y < 25; ++y)
    for (int x = 0; x < 8; ++x)
      std::printf("%a %a\n", m(y, x), read(y, x));
}
