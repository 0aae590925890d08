// A row buffer outside the loop, filled by a callee and then copied to its place.
#include <cstdio>
#include <cstring>

static void render(unsigned char *row, int w, int y) {
  for (int x = 0; x < w; ++x) {
    row[3 * x] = static_cast<unsigned char>(x + y);
    row[3 * x + 1] = static_cast<unsigned char>(x * y);
    row[3 * x + 2] = static_cast<unsigned char>(x ^ y);
  }
}

int main() {
  enum { w = 20, h = 35 };
  static unsigned char img[h * w * 3];
  unsigned char row[w * 3];
  int y;
  [[mp::parallel_map]]
  for (y = 0; y < h; y++) {
    render(row, w, y);
    std::memcpy(img + y * w * 3, row, sizeof row);
  }
  unsigned hash = 0;
  for (unsigned char c : img)
    hash = hash * 31 + c;
  std::printf("%u %d\n", hash, y);
}
