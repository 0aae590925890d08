// C++20: a range-for with an initialiser, over a span and over a temporary's member.
// VERDICT: any
// STD: 20
#include <cstdio>
#include <span>
#include <vector>

int main() {
  std::vector<int> v(50, 2);
  int n = 0;
  [[mp::parallel_map]]
  for (std::span<int> s(v.data() + 5, 30); int &x : s)
    x += 40;
  std::span<int> whole(v);
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < whole.size(); ++i) {
    whole[i] *= 3;
    n += whole[i] > 50;
  }
  for (int x : v)
    std::printf("%d ", x);
  std::printf("%d\n", n);
}
