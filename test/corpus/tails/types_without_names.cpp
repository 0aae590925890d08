// Values for the tail whose types have no name where the loop is: local to another function, a
// container of such, and private to a class.
#include <cstdio>
#include <vector>

static auto measure(int i) {
  struct Reading {
    int at;
    double value;
  };
  return Reading{i, i * 7 % 19 + 0.5};
}

class Scale {
  struct Weight {
    int grams;
  };

public:
  static Weight weigh(int i) { return {i * 11 % 23}; }
  using List = std::vector<Weight>;
};

int main() {
  std::vector<decltype(measure(0))> all;
  auto best = measure(-1);
  Scale::List weights;
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    auto reading = measure(i);
    all.push_back(reading);
    if (reading.value > best.value)
      best = reading;
    weights.push_back(Scale::weigh(i));
  }
  for (const auto &r : all)
    std::printf("%d %g ", r.at, r.value);
  for (const auto &w : weights)
    std::printf("%d ", w.grams);
  std::printf("%d %g\n", best.at, best.value);
}
