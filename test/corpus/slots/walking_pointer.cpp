// A local pointer that walks along the iteration's own row.
// VERDICT: any
#include <cstdio>

int main() {
  static unsigned char img[40 * 30 * 3];
  [[mp::parallel_map]]
  for (int y = 0; y < 40; ++y) {
    unsigned char *p = img + y * 30 * 3;
    for (int x = 0; x < 30; ++x) {
      *p++ = static_cast<unsigned char>(x);
      *p++ = static_cast<unsigned char>(y);
      *p++ = static_cast<unsigned char>(x ^ y);
    }
  }
  unsigned hash = 0;
  for (unsigned char c : img)
    hash = hash * 31 + c;
  std::printf("%u\n", hash);
}
