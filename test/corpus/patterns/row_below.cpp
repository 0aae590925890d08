// Rows are made from the row below, which a later iteration overwrites.
#include <cstdio>
#include <vector>

static void settle(std::vector<float> &bed, int rows, int width) {
  [[mp::parallel_map]]
  for (int r = 0; r < rows - 1; r++)
    for (int c = 0; c < width; c++)
      bed[r * width + c] += bed[(r + 1) * width + c] * 0.5f;
}

int main() {
  const int rows = 24, width = 9;
  static double heat[rows][width];
  std::vector<float> bed(rows * width);
  for (int r = 0; r < rows; r++)
    for (int c = 0; c < width; c++) {
      heat[r][c] = r * 0.25 - c;
      bed[r * width + c] = static_cast<float>(r ^ c);
    }
  [[mp::parallel_map]]
  for (int r = 0; r < rows - 1; r++)
    for (int c = 0; c < width; c++)
      heat[r][c] += heat[r + 1][c];
  [[mp::parallel_map]]
  for (int r = 0; r < rows - 2; r++) // two below, and to both sides
    for (int c = 1; c < width - 1; c++)
      heat[r][c] = heat[r + 2][c - 1] * 0.5 + heat[r + 1][c + 1];
  settle(bed, rows, width);
  for (auto &row : heat)
    for (double x : row)
      std::printf("%a ", x);
  for (float x : bed)
    std::printf("%a ", static_cast<double>(x));
  std::puts("");
}
