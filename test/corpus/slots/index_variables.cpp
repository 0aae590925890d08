// The subscript is computed first, into a local or an outer variable.
#include <cstddef>
#include <cstdio>
#include <vector>

int main() {
  const int w = 17, h = 23;
  std::vector<unsigned char> img(3 * w * h), flipped(w * h);
  std::vector<double> big(static_cast<std::size_t>(w) * h);
  int back[40], k;
  [[mp::parallel_map]]
  for (int y = 0; y < h; ++y) {
    for (int x = 0; x < w; ++x) {
      int o = 3 * (y * w + x);
      img[o] = static_cast<unsigned char>(x);
      img[o + 1] = static_cast<unsigned char>(y);
      img[o + 2] = static_cast<unsigned char>(x * y);
      const std::size_t at = static_cast<std::size_t>(y) * w + x;
      big[at] = x / (y + 1.0);
      flipped[(h - 1 - y) * w + x] = static_cast<unsigned char>(x + y);
    }
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    k = 39 - i;
    back[k] = i;
  }
  unsigned hash = 0;
  for (unsigned char c : img)
    hash = hash * 31 + c;
  for (unsigned char c : flipped)
    hash = hash * 31 + c;
  for (double x : big)
    std::printf("%a ", x);
  for (int x : back)
    std::printf("%d ", x);
  std::printf("%u %d\n", hash, k);
}
