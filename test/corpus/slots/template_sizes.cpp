// Subscripts that depend on the arguments of templates: sizes of matrices, blocks and rows.
#include <cstdio>
#include <vector>

template <class T, int N> struct Matrix {
  T a[N * N];
  void square(Matrix &result) const {
    [[mp::parallel_map]]
    for (int i = 0; i < N; ++i)
      for (int j = 0; j < N; ++j) {
        T sum{};
        for (int k = 0; k < N; ++k)
          sum += a[i * N + k] * a[k * N + j];
        result.a[i * N + j] = sum;
      }
  }
  void halve();
};

template <class Number, int Order> void Matrix<Number, Order>::halve() {
  [[mp::parallel_map]]
  for (int i = 0; i < Order * Order; ++i)
    a[i] = a[i] / 2;
}

template <int Width, int Height> void paint(std::vector<int> &image, int pictures) {
  [[mp::parallel_map]]
  for (int p = 0; p < pictures; ++p)
    for (int y = 0; y < Height - 1; ++y)
      for (int x = 0; x < Width; ++x)
        image[(p * Height + y) * Width + x] = p * 100 + y * 10 + x;
}

template <std::size_t N> void widen(const unsigned char (&in)[N], int (&out)[2 * N]) {
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < N; ++i) {
    out[2 * i] = in[i];
    out[2 * i + 1] = -in[i];
  }
}

template <class C> void show(const C &c) {
  for (const auto &x : c)
    std::printf("%g ", static_cast<double>(x));
  std::puts("");
}

int main() {
  Matrix<double, 4> a{{1, 2, 3, 4, 5, 6}}, b{};
  Matrix<float, 3> c{{1, 2, 3, 4, 5, 6}}, d{};
  a.square(b), c.square(d);
  b.halve(), d.halve();
  show(b.a), show(d.a);
  std::vector<int> image(300);
  paint<4, 3>(image, 25);
  show(image);
  paint<5, 2>(image, 30);
  show(image);
  unsigned char small[3] = {1, 2, 3}, large[11] = {9, 8, 7};
  int smalls[6], larges[22];
  widen(small, smalls), widen(large, larges);
  show(smalls), show(larges);
}
