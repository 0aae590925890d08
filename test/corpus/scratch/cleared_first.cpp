// memset, = {} or a whole assignment first, then written in places only.
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

struct State {
  int count[4];
  double sum;
};

static int digits[10];

int main() {
  State state;
  std::vector<double> row(6);
  std::string out[40];
  double rows[40];
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    std::memset(digits, 0, sizeof digits);
    for (int x = i * i * 37; x; x /= 10)
      digits[x % 10]++;
    state = State{};
    for (int k = 0; k < 10; ++k)
      if (digits[k])
        state.count[k % 4] += digits[k];
    state.sum = state.count[0] * 0.5 + state.count[3];
    for (std::size_t x = 0; x < row.size(); ++x)
      row[x] = static_cast<double>(x) * state.sum;
    rows[i] = row[1] + row[5];
    for (int k : state.count)
      out[i] += std::to_string(k);
  }
  for (int i = 0; i < 40; ++i)
    std::printf("%s %a\n", out[i].c_str(), rows[i]);
}
