// Exceptions thrown and caught within an iteration, by the library too.
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

int main() {
  std::vector<std::string> in, out(60);
  for (int i = 0; i < 60; ++i)
    in.push_back(i % 4 ? std::to_string(i * 3) : "x" + std::to_string(i));
  int bad = 0;
  long sum = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 60; ++i) {
    try {
      int x = std::stoi(in[i]);
      if (x > 150)
        throw std::string("large");
      out[i] = "number " + std::to_string(x);
      sum += x;
    } catch (const std::invalid_argument &) {
      out[i] = "no number";
      ++bad;
    } catch (const std::string &s) {
      out[i] = s;
    }
  }
  for (auto &s : out)
    std::printf("%s, ", s.c_str());
  std::printf("%d %ld\n", bad, sum);
}
