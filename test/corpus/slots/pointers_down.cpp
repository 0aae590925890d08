// Pointers that count down, to an array's beginning and to bounds of other
// kinds.
#include <cstdio>
#include <vector>

static int f(long k) { return static_cast<int>(k * 7 % 31); }

struct Table {
  double rows[30];
  void fill() {
    [[mp::parallel_map]]
    for (double *p = rows + 29; p >= rows; --p)
      *p = f(p - rows) / 4.0;
  }
};

static void into(int (&a)[40]) {
  [[mp::parallel_map]]
  for (int *p = a + 39; p >= a; p--)
    *p = f(p - a);
}

static void upto(int *first, int n) {
  [[mp::parallel_map]]
  for (int *p = first + n - 1; p >= first; --p)
    *p += f(n);
}

int main() {
  int o[50], q[50] = {}, e[50] = {};
  [[mp::parallel_map]]
  for (int *p = o + 49; p >= o; --p)
    *p = f(p - o);
  [[mp::parallel_map]]
  for (int *p = q + 49; p > q; p -= 3)
    *p = f(p - q) + o[p - q];
  int *last;
  [[mp::parallel_map]]
  for (last = e + 48; last != e; last = last - 2)
    *last = f(last - e);
  std::printf("%d\n", static_cast<int>(last - e));
  [[mp::parallel_map]]
  for (last = &e[49]; &e[0] <= last; last -= 5)
    last[0] += 100;
  std::printf("%d\n", static_cast<int>(last - e));
  static int wide[40][3];
  [[mp::parallel_map]]
  for (int(*row)[3] = wide + 39; row >= wide; --row)
    for (int k = 0; k < 3; ++k)
      (*row)[k] = f((row - wide) * 3 + k);
  long sum = 0;
  [[mp::parallel_map]]
  for (const int *p = o + 49; p >= o; --p)
    sum = sum * 31 + f(*p);
  Table t;
  t.fill();
  int r[40];
  into(r);
  upto(r, 30);
  std::vector<int> v(37, 5);
  upto(v.data(), 37);
  for (int k = 0; k < 50; ++k)
    std::printf("%d %d %d\n", o[k], q[k], e[k]);
  for (int k = 0; k < 30; ++k)
    std::printf("%g %d %d %d %d\n", t.rows[k], r[k], v[k], wide[k][0],
                wide[k][2]);
  std::printf("%ld\n", sum);
}
