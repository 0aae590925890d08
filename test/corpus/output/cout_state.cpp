// std::cout's format state flows from iteration to iteration, and out of the loop.
#include <iomanip>
#include <iostream>

int main() {
  std::cout << std::setprecision(3) << 1.23456 << '\n';
  [[mp::parallel_map]]
  for (int i = 0; i < 60; ++i) {
    double x = i * 1.37;
    if (i == 20)
      std::cout << std::hex << std::showbase;
    if (i == 40)
      std::cout << std::fixed << std::setprecision(1);
    std::cout << i << ' ' << std::setw(8) << x << std::setfill(i % 2 ? '.' : '_');
    std::cout << std::endl;
  }
  std::cout << 255 << ' ' << std::setw(9) << 2.5 << '\n';
}
