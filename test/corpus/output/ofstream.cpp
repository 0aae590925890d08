// An outer std::ofstream and an outer FILE, written by every iteration, and used afterwards.
#include <cstdio>
#include <fstream>

int main() {
  std::ofstream csv("rows.csv");
  std::FILE *log = std::fopen("log.txt", "w");
  csv << "i,x\n";
  std::fprintf(log, "start\n");
  [[mp::parallel_map]]
  for (int i = 0; i < 70; ++i) {
    double x = i / 8.0;
    csv << i << ',' << x << '\n';
    if (i % 9 == 0)
      std::fprintf(log, "%d %5.3f\n", i, x);
    std::fputs(i % 2 ? "odd\n" : "", log);
  }
  csv << "end\n";
  std::fprintf(log, "end %ld\n", std::ftell(log));
  std::fclose(log);
}
