// An image as C programs have it: a struct with sizes and a pointer to bytes, which might be
// the struct's own for all the compiler knows.
#include <cstdio>
#include <vector>

struct Image {
  int w, h;
  unsigned char *data;
};

static void invert(Image *im) {
  [[mp::parallel_map]]
  for (int y = 0; y < im->h; y++)
    for (int x = 0; x < im->w; x++)
      for (int c = 0; c < 3; c++)
        im->data[3 * (y * im->w + x) + c] =
            static_cast<unsigned char>(255 - im->data[3 * (y * im->w + x) + c]);
}

int main() {
  std::vector<unsigned char> bytes(3 * 20 * 30);
  for (std::size_t i = 0; i < bytes.size(); ++i)
    bytes[i] = static_cast<unsigned char>(i * 7);
  Image im{20, 30, bytes.data()};
  invert(&im);
  for (unsigned char b : bytes)
    std::printf("%d ", b);
}
