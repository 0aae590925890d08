// Library functions that write the element or row: memset, memcpy, snprintf, std::fill, sort.
#include <algorithm>
#include <cstdio>
#include <cstring>

int main() {
  static char names[40][12];
  static int rows[40][16], copies[40][16];
  static unsigned char bytes[40 * 5];
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    std::snprintf(names[i], sizeof names[i], "n%03d", i * 7);
    std::memset(bytes + i * 5, i, 5);
    for (int j = 0; j < 16; ++j)
      rows[i][j] = (j * 7 + i * 3) % 16;
    std::memcpy(copies[i], rows[i], sizeof rows[i]);
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    std::sort(rows[i], rows[i] + 16);
    std::fill(copies[i] + 4, copies[i] + 8, i);
  }
  for (int i = 0; i < 40; ++i) {
    std::printf("%s %d:", names[i], bytes[i * 5 + 4]);
    for (int j = 0; j < 16; ++j)
      std::printf(" %d/%d", rows[i][j], copies[i][j]);
    std::puts("");
  }
}
