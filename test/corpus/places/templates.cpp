// A function template and a class template, each with several instantiations.
#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

template <typename T> T combine(std::vector<T> &out, const std::vector<T> &in, T start) {
  T sum = start;
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < in.size(); ++i) {
    out[i] = in[i] + in[i];
    sum += out[i];
  }
  return sum;
}

template <typename T, int N> struct Table {
  T data[N];
  template <typename F> void fill(F f) {
    [[mp::parallel_map]]
    for (int i = 0; i < N; ++i) {
      if constexpr (sizeof(T) > 4)
        data[i] = f(i) * 2;
      else
        data[i] = f(i);
    }
  }
};

int main() {
  std::vector<int> a(40, 3), b(40);
  std::vector<double> c(40, 0.1), d(40);
  std::vector<std::string> e(10, "ab"), f(10);
  std::printf("%d %a %s\n", combine(b, a, 1), combine(d, c, 0.5),
              combine(f, e, std::string(">")).c_str());
  Table<int, 20> t;
  Table<double, 33> u;
  t.fill([](int i) { return i * i; });
  u.fill([](int i) { return i / 8.0; });
  for (int x : t.data)
    std::printf("%d ", x);
  for (double x : u.data)
    std::printf("%a ", x);
  for (double x : d)
    std::printf("%a ", x);
  std::puts("");
}
