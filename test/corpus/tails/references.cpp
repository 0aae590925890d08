// Histograms and sums of containers that are all references of the same type.
#include <cstdio>
#include <vector>

static void count(const std::vector<int> &keys, const std::vector<int> &weights,
                  std::vector<int> &hist, std::vector<int> &last) {
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < keys.size(); ++i) {
    int k = keys[i] % 10;
    hist[static_cast<std::size_t>(k)] += weights[keys[i] % weights.size()];
    last[static_cast<std::size_t>(k)] = static_cast<int>(i);
  }
}

int main() {
  std::vector<int> keys, weights{3, 1, 4, 1, 5, 9, 2}, hist(10), last(10, -1);
  for (int i = 0; i < 200; ++i)
    keys.push_back(i * i % 97);
  count(keys, weights, hist, last);
  for (int k = 0; k < 10; ++k)
    std::printf("%d %d\n", hist[static_cast<std::size_t>(k)], last[static_cast<std::size_t>(k)]);
}
