// Loops in templates whose instantiations differ in what is called and in the types of elements:
// lambdas with and without captures, functions that may throw or print, derived classes.
#include <cstddef>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

template <class T, class F>
void map(const std::vector<T> &in, std::vector<T> &out, F f) {
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < in.size(); ++i)
    out[i] = f(in[i]);
}

template <class R, class F> R fold(int n, R start, F f) {
  R all = start;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    all = all + f(i);
  return all;
}

template <bool Checked> int count(const std::vector<int> &in) {
  int n = 0;
  [[mp::parallel_map]]
  for (int x : in) {
    if constexpr (Checked)
      if (x > 30)
        break;
    if (x % 3 == 0)
      ++n;
  }
  return n;
}

template <class Shape> struct Grid {
  void fill(std::vector<double> &areas) {
    [[mp::parallel_map]]
    for (std::size_t i = 0; i < areas.size(); ++i)
      areas[i] = static_cast<const Shape *>(this)->area(static_cast<double>(i));
  }
};
struct Square : Grid<Square> {
  double area(double side) const { return side * side; }
};
struct Ring : Grid<Ring> {
  double hole = 0.5;
  double area(double radius) const { return 3.0 * (radius - hole) * (radius + hole); }
};

static int checked(int x) {
  if (x > 1000)
    throw std::runtime_error("too much");
  std::printf("<%d>", x);
  return x + 1;
}

struct Times {
  int factor;
  int operator()(int x) const { return x * factor; }
};

int main() {
  std::vector<int> numbers(40), out(40);
  for (int i = 0; i < 40; ++i)
    numbers[i] = i;
  auto show = [&]() {
    for (int x : out)
      std::printf("%d ", x);
    std::puts("");
  };
  map(numbers, out, [](int x) { return x * 2; });
  show();
  int k = 5;
  map(numbers, out, [k](int x) { return x + k; });
  show();
  map(numbers, out, [&k](int x) { return x - k; });
  show();
  map(numbers, out, [](int x) { return checked(x); });
  show();
  map(numbers, out, Times{7});
  show();
  std::vector<std::string> words(20, "x"), doubled(20);
  map(words, doubled, [](const std::string &x) { return x + x; });
  for (const std::string &x : doubled)
    std::printf("%s ", x.c_str());
  std::printf("%d %a %s\n", fold(40, 0, [](int i) { return i; }),
              fold(40, 0.25, [k](int i) { return i / (k + 0.5); }),
              fold(9, std::string(">"), [](int i) { return std::to_string(i); }).c_str());
  std::printf("%d %d\n", count<true>(numbers), count<false>(numbers));
  std::vector<double> areas(15);
  Square().fill(areas);
  for (double x : areas)
    std::printf("%a ", x);
  Ring().fill(areas);
  for (double x : areas)
    std::printf("%a ", x);
  std::puts("");
}
