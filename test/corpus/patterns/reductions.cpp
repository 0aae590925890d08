// Sums over one and two dimensions, an area under a curve, a product, a maximum
// and its place.
#include <cstdio>

static float u[30][30];
static long total;

int main() {
  const int steps = 400;
  float squares = 0;
  double area = 0, x, peak = -1, product = 1;
  const double width = 1.0 / steps;
  int at_y = -1, at_x = -1;
  for (int y = 0; y < 30; y++)
    for (int x = 0; x < 30; x++)
      u[y][x] = static_cast<float>((y * 17 + x * 5) % 31) / 7;
  [[mp::parallel_map]]
  for (int y = 0; y < 30; y++)
    for (int x = 0; x < 30; x++) {
      float t = u[y][x];
      squares = squares + t * t;
    }
  [[mp::parallel_map]]
  for (long i = 0; i < steps; i++) {
    x = (i + 0.5) * width;
    area += 4.0 / (x * x + 1.0);
  }
  [[mp::parallel_map]]
  for (int y = 0; y < 30; y++) {
    double row = 0;
    for (int x = 0; x < 30; x++)
      row += u[y][x];
    product = product * (1 + row / 1000);
    total += static_cast<long>(row);
  }
  [[mp::parallel_map]]
  for (int y = 0; y < 30; y++)
    for (int x = 0; x < 30; x++) {
      double v = u[y][x] * (x - y);
      if (v > peak) {
        peak = v;
        at_y = y;
        at_x = x;
      }
    }
  std::printf("%a %a %a %ld %a %d %d\n", static_cast<double>(squares),
              area * width, product, total, peak, at_y, at_x);
}
