// Results through reverse iterators, of all that has them.
#include <array>
#include <cstdio>
#include <deque>
#include <iterator>
#include <string>
#include <vector>

static int g(int k) { return k * 7 % 31 + 1; }

template <class Container> static void add(Container &c) {
  int k = 0;
  for (auto &x : c)
    x = ++k;
  [[mp::parallel_map]]
  for (auto it = c.rbegin(); it != c.rend(); ++it)
    *it += g(static_cast<int>(it - c.rbegin()));
}

template <class It> static void square(It first, It last) {
  [[mp::parallel_map]]
  for (It it = first; it != last; ++it)
    *it = *it * *it;
}

struct Pair {
  int a;
  std::string b;
};

struct Holder {
  std::vector<long> all = std::vector<long>(41, 2);
  void fill() {
    [[mp::parallel_map]]
    for (auto it = all.rbegin(); it < all.rend(); it += 2)
      *it = all.rend() - it;
  }
};

static void print(const char *what, int k) { std::printf("%s %d\n", what, k); }

int main() {
  std::vector<int> v(50, 3), w(50, 1), later(50);
  [[mp::parallel_map]]
  for (auto it = v.rbegin(); it != v.rend(); ++it)
    *it = g(*it) + static_cast<int>(it - v.rbegin());
  std::vector<int>::reverse_iterator at;
  [[mp::parallel_map]]
  for (at = w.rbegin() + 3; at != w.rend() - 7; ++at)
    *at = v[static_cast<std::size_t>(at - w.rbegin())];
  print("at", static_cast<int>(at - w.rbegin()));
  for (int k = 0; k < 50; ++k)
    later[k] = k * k;
  // Reads what later iterations write.
  [[mp::parallel_map]]
  for (auto it = later.rbegin(); it != later.rend() - 1; ++it)
    *it -= it[1] + *std::next(it);
  std::array<double, 20> a;
  [[mp::parallel_map]]
  for (auto it = a.rbegin(); it != a.rend(); ++it)
    *it = (a.rend() - it) / 4.0;
  std::string s(30, '.');
  [[mp::parallel_map]]
  for (auto it = s.rbegin(); it != s.rend(); ++it)
    *it = static_cast<char>('a' + (it - s.rbegin()) % 26);
  std::deque<std::string> d(25);
  [[mp::parallel_map]]
  for (auto it = d.rbegin(); it != d.rend(); ++it)
    *it = std::to_string(it - d.rbegin());
  std::vector<bool> bits(70);
  [[mp::parallel_map]]
  for (auto it = bits.rbegin(); it != bits.rend(); ++it)
    *it = (it - bits.rbegin()) % 3 == 0;
  int c[40];
  [[mp::parallel_map]]
  for (auto it = std::rbegin(c); it != std::rend(c); ++it)
    *it = g(static_cast<int>(&*it - c));
  int e[40] = {};
  [[mp::parallel_map]]
  for (std::reverse_iterator<int *> it(e + 30);
       it != std::reverse_iterator<int *>(e + 10); ++it)
    *it = g(c[&*it - e]);
  std::vector<Pair> pairs(33);
  [[mp::parallel_map]]
  for (auto it = pairs.rbegin(); it != pairs.rend(); ++it) {
    it->a = static_cast<int>(it - pairs.rbegin());
    it->b.assign(static_cast<std::size_t>(it->a % 5), 'x');
  }
  std::vector<std::array<int, 3>> rows(21);
  [[mp::parallel_map]]
  for (auto it = rows.rbegin(); it != rows.rend(); ++it)
    for (int k = 0; k < 3; ++k)
      (*it)[k] = static_cast<int>(it - rows.rbegin()) * 3 + k;
  int grid[12][4];
  [[mp::parallel_map]]
  for (auto it = std::rbegin(grid); it != std::rend(grid); ++it)
    for (int k = 0; k < 4; ++k)
      (*it)[k] = static_cast<int>(it - std::rbegin(grid)) * 4 + k;
  long sum = 0;
  [[mp::parallel_map]]
  for (auto it = v.crbegin(); it != v.crend(); ++it)
    sum = sum * 31 + g(*it);
  // Through a reverse iterator of the iteration's own.
  std::vector<int> own(60, 1), mirrored(60);
  const int n = 20;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    auto it = own.rbegin() + 3 * i;
    it[0] = i;
    it[1] = 2 * i;
    *(it + 2) = 3 * i;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    std::reverse_iterator<int *> it(&mirrored[3 * i] + 3);
    *it = i;
    *std::prev(it.base()) += 1000;
  }
  Holder holder;
  holder.fill();
  add(w);
  add(d.empty() ? later : w);
  std::deque<int> numbers(15);
  add(numbers);
  square(v.rbegin(), v.rend());
  square(later.rbegin() + 2, later.rend() - 1);
  for (int k : v)
    print("v", k);
  for (int k : w)
    print("w", k);
  for (int k : later)
    print("later", k);
  for (double k : a)
    std::printf("%g ", k);
  std::puts(s.c_str());
  for (const std::string &k : d)
    std::printf("%s ", k.c_str());
  for (bool k : bits)
    std::printf("%d", k);
  for (int k = 0; k < 40; ++k)
    std::printf("\n%d %d", c[k], e[k]);
  for (const Pair &p : pairs)
    std::printf("\n%d %s", p.a, p.b.c_str());
  for (const auto &r : rows)
    std::printf("\n%d %d %d", r[0], r[1], r[2]);
  for (const auto &r : grid)
    std::printf("\n%d %d %d", r[0], r[1], r[3]);
  for (int k : own)
    print("own", k);
  for (int k : mirrored)
    print("mirrored", k);
  for (long k : holder.all)
    std::printf("%ld ", k);
  for (int k : numbers)
    print("numbers", k);
  std::printf("%ld\n", sum);
}
