// return of what was found, out of nested loops, of several types.
#include <cstdio>
#include <string>
#include <vector>

class Token { // neither copied nor default-constructed
public:
  explicit Token(int v) : value(v) {}
  Token(const Token &) = delete;
  Token(Token &&) = delete;
  const int value;
};

static int find(const std::vector<int> &v, int x, std::vector<int> &seen) {
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < v.size(); ++i) {
    seen[i] = v[i] * 2;
    if (v[i] == x)
      return static_cast<int>(i);
  }
  return -1;
}

static std::string name(int n, int limit) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    std::string s = std::to_string(i * i);
    for (char c : s)
      if (c - '0' > limit)
        return s + "!";
  }
  return "none";
}

static Token token(int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    if (i * i > 500)
      return Token(i);
  return Token(-1);
}

static void nothing(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    if (i == 13)
      return;
    out[i] = i;
  }
  out[0] = 99;
}

int main() {
  std::vector<int> v, seen(60);
  for (int i = 0; i < 60; ++i)
    v.push_back(i * 7 % 60);
  int out[30] = {};
  std::printf("%d %d\n", find(v, 21, seen), find(v, 1000, seen));
  std::printf("%s %s\n", name(90, 8).c_str(), name(10, 9).c_str());
  std::printf("%d %d\n", token(100).value, token(10).value);
  nothing(out, 30);
  for (int x : out)
    std::printf("%d ", x);
  for (int x : seen)
    std::printf("%d ", x);
  std::puts("");
}
