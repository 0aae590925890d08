// RUNS: serial
// The bytes that are written are those of the loop's own bound, which shrinks or grows with it.
#include <cstdio>

struct Image {
  int h, step;
  unsigned char *data;
};

static int fill(Image *im, int value) {
  int y;
  [[mp::parallel_map]]
  for (y = 0; y < im->h; y++)
    im->data[y] = static_cast<unsigned char>(y == 0 ? value : 0);
  return y;
}

static int fill_down(Image *im, int from) {
  int y;
  [[mp::parallel_map]]
  for (y = from; y >= im->h; y -= 1)
    im->data[from - y] = static_cast<unsigned char>(y == from ? from - 5 : 0);
  return y;
}

int main() {
  Image shrinks{500, 1, nullptr}, grows{2, 1, nullptr}, rises{3, 1, nullptr};
  shrinks.data = reinterpret_cast<unsigned char *>(&shrinks.h);
  grows.data = reinterpret_cast<unsigned char *>(&grows.h);
  rises.data = reinterpret_cast<unsigned char *>(&rises.h);
  int a = fill(&shrinks, 0), b = fill(&grows, 8), c = fill_down(&rises, 20);
  std::printf("%d %d\n%d %d\n%d %d\n", a, shrinks.h, b, grows.h, c, rises.h);
}
