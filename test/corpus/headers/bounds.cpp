// Bounds that are expressions: members, calls of size, arithmetic, strlen, a reference.
// VERDICT: any
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

struct Image {
  int w, h;
  std::vector<int> pixels;
};

int main() {
  Image image{7, 9, std::vector<int>(63)};
  const Image &ref = image;
  const int &height = image.h;
  const char *text = "the quick brown fox";
  std::string up(19, ' ');
  std::vector<int> out(70);
  [[mp::parallel_map]]
  for (int i = 0; i < ref.w * ref.h; ++i)
    image.pixels[i] = i;
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < out.size() - 0; ++i)
    out[i] = static_cast<int>(2 * i);
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < std::strlen(text); ++i)
    up[i] = static_cast<char>(text[i] == ' ' ? '_' : text[i] - 32);
  [[mp::parallel_map]]
  for (int y = height - 2; y >= 0; --y)
    for (int x = 0; x < ref.w; ++x)
      image.pixels[y * ref.w + x] += 1000 * y;
  [[mp::parallel_map]]
  for (int i = 0; i <= int(out.size()) - 5; i += 5)
    out[i + 4] = -1;
  for (int x : image.pixels)
    std::printf("%d ", x);
  for (int x : out)
    std::printf("%d ", x);
  std::printf("%s\n", up.c_str());
}
