// Heads that are repeated, wherever a loop can stand: macros, templates,
// members, lambdas, switches, branches without braces.

#include <cstdio>
#include <list>
#include <memory>
#include <vector>
#define EACH(it, c) for (auto it = (c).begin(); it != (c).end(); ++it)
#define UNTIL(c) while (!(c))
int work(int x) { return x * 37 % 101; }
template <class T> struct Box {
  std::list<T> items;
  T sum{};
  T all() {
    if (!items.empty()) [[mp::parallel_map]]
      for (const T &x : items)
        sum += work(static_cast<int>(x)) * T(0.5);
    return sum;
  }
};
int macro(std::list<int> &l) {
  int s = 0;
  [[mp::parallel_map]]
  EACH(it, l) {
    s = s * 3 % 1009 + work(*it);
  }
  int i = 0;
  [[mp::parallel_map]]
  UNTIL(i >= 40) {
    s = s * 5 % 2003 + work(i);
    ++i;
  }
  return s + i;
}
int in_switch(int k, int n) {
  int s = 0, i = 0;
  switch (k) {
  case 1:
    [[mp::parallel_map]]
    while (i < n) {
      s = s * 7 % 1013 + work(i);
      i += 2;
    }
    break;
  default:
    if (k > 5) [[mp::parallel_map]]
      for (double t = 0.5; t < n; t *= 1.5)
        s = (s * 11 + work(static_cast<int>(t))) % 997;
    else
      s = -1;
  }
  return s;
}
int lambda(std::vector<int> v) {
  auto f = [&](int from) {
    int s = 0;
    [[mp::parallel_map]]
    for (int i = from, j = static_cast<int>(v.size()) - 1; i < j; ++i, --j)
      s = s * 3 % 10007 + v[i] - v[j];
    return s;
  };
  return f(0) + f(5) + f(1000);
}
static int scratch[8];
int helper(int x) {
  for (int k = 0; k < 8; k++)
    scratch[k] = x + k;
  int s = 0;
  for (int k = 0; k < 8; k++)
    s += scratch[k] * k;
  return s;
}
int with_scratch(std::list<int> &l) {
  int last = 0, n = 0;
  [[mp::parallel_map]]
  for (int x : l) {
    int h = helper(x);
    if (h % 3) {
      last = h;
      n++;
    }
  }
  return last * 100 + n + scratch[7];
}
void unique(std::list<std::unique_ptr<int>> &l) {
  [[mp::parallel_map]]
  for (auto &p : l)
    std::printf("%d ", work(*p));
}
void chars(const char *s) {
  [[mp::parallel_map]]
  for (const char *p = s; *p; ++p)
    std::printf("%d ", work(*p));
  const char *q = s;
  [[mp::parallel_map]]
  while (*q && *q != 'z') {
    std::putchar(*q ^ 1);
    q++;
  }
  std::printf(" %s\n", q);
}
unsigned collatz(unsigned n, std::vector<unsigned> &out) {
  unsigned steps = 0;
  [[mp::parallel_map]]
  for (unsigned x = n; x != 1; x = x % 2 ? 3 * x + 1 : x / 2, ++steps)
    out.push_back(static_cast<unsigned>(work(static_cast<int>(x % 1000))));
  return steps;
}
int main() {
  Box<int> b;
  Box<double> d;
  for (int i = 0; i < 90; i++) {
    b.items.push_back(i);
    d.items.push_back(i * 1.25);
  }
  std::printf("%d %a\n", b.all(), d.all());
  std::list<int> l;
  for (int i = 0; i < 70; i++)
    l.push_back(i * i % 53);
  std::printf("%d\n", macro(l));
  std::printf("%d %d %d %d\n", in_switch(1, 50), in_switch(2, 50),
              in_switch(9, 500), in_switch(1, 0));
  std::vector<int> v(81);
  for (int i = 0; i < 81; i++)
    v[i] = i * 7 % 23;
  std::printf("%d\n", lambda(v));
  std::printf("%d\n", with_scratch(l));
  std::list<std::unique_ptr<int>> u;
  for (int i = 0; i < 40; i++)
    u.emplace_back(new int(i));
  unique(u);
  chars("the quick brown fox jumps over the lazy dog and more of that text");
  chars("");
  std::vector<unsigned> out;
  std::printf("%u\n", collatz(27, out));
  for (unsigned x : out)
    std::printf("%u ", x);
}
