// at() and stoi throw out of the loop; the message is the library's.
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

int main() {
  std::vector<int> v(30), out(50);
  std::vector<std::string> texts = {"1", "22", "333", "4x", "five", "6"};
  int i, total = 0;
  try {
    [[mp::parallel_map]]
    for (i = 0; i < 50; ++i)
      out[i] = v.at(i) + i;
  } catch (const std::exception &e) {
    std::printf("%d %s\n", i, e.what());
  }
  try {
    [[mp::parallel_map]]
    for (i = 0; i < 6; ++i) {
      int x = std::stoi(texts[i]);
      total += x;
    }
  } catch (const std::exception &e) {
    std::printf("%d %d %s\n", i, total, e.what());
  }
  for (int x : out)
    std::printf("%d ", x);
  std::puts("");
}
