// Bytes that are no text: zeros, high bytes, no end of line, from callees too.
#include <cstdio>
#include <iostream>

static void raw(int i) {
  std::putchar(0);
  std::putchar(i * 5 & 255);
  std::cout.put(static_cast<char>(255 - i));
  const char bytes[4] = {'\n', '\0', '%', static_cast<char>(i)};
  std::fwrite(bytes, 1, 4, stdout);
  std::cerr.write(bytes, 3);
}

int main() {
  [[mp::parallel_map]]
  for (int i = 0; i < 60; ++i) {
    raw(i);
    std::putchar(i & 1 ? 0 : '%');
  }
}
