// What is printed depends on what tails made: line numbers, running sums, sizes.
#include <cstdio>
#include <iostream>
#include <vector>

int main() {
  int line = 0;
  double sum = 0;
  std::vector<int> seen;
  [[mp::parallel_map]]
  for (int i = 0; i < 70; ++i) {
    double x = i * 0.1;
    if (i % 3 == 2)
      continue;
    sum += x;
    seen.push_back(i);
    std::printf("%d: %d %a\n", ++line, i, sum);
    std::cout << "seen " << seen.size() << " last " << seen.back() << std::endl;
  }
}
