// Stencils out of place, and in place where only what is still old is read.
#include <cstdio>
#include <vector>

enum { H = 16, W = 14 };
static float in[H][W], out[H][W], place[H][W];

int main() {
  std::vector<double> line(80), smooth(80);
  for (int y = 0; y < H; y++)
    for (int x = 0; x < W; x++)
      in[y][x] = place[y][x] = static_cast<float>(y * 5 % 7 + x);
  for (int i = 0; i < 80; i++)
    line[i] = i * 11 % 17;
  [[mp::parallel_map]]
  for (int y = 1; y < H - 1; y++)
    for (int x = 1; x < W - 1; x++) {
      float sum = 0;
      for (int dy = -1; dy <= 1; dy++)
        for (int dx = -1; dx <= 1; dx++)
          sum += in[y + dy][x + dx];
      out[y][x] = sum / 9;
    }
  [[mp::parallel_map]]
  for (int i = 2; i < 78; i++)
    smooth[i] = (line[i - 2] + 4 * line[i - 1] + 6 * line[i] + 4 * line[i + 1] +
                 line[i + 2]) /
                16;
  [[mp::parallel_map]]
  for (int y = 0; y < H - 1; y++) // to the right and below
    for (int x = 0; x < W - 1; x++)
      place[y][x] = (place[y][x] + place[y][x + 1] + place[y + 1][x] +
                     place[y + 1][x + 1]) /
                    4;
  for (int y = 0; y < H; y++)
    for (int x = 0; x < W; x++)
      std::printf("%a %a ", static_cast<double>(out[y][x]),
                  static_cast<double>(place[y][x]));
  for (double x : smooth)
    std::printf("%a ", x);
  std::puts("");
}
