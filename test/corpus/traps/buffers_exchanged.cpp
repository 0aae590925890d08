// A pointer made before the loop leads to where the buffer was then, which may
// be another container's by now. What can't be told is compared at the entry.
// RUNS: any

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

static void containers() {
  std::vector<int> v(40, 1), w(40, 2), from(40, 3), into, other(40, 5);
  {
    int *p = v.data();
    v.swap(w);
    [[mp::parallel_map]]
    for (int i = 1; i < 40; i++)
      w[i] = p[i - 1] * 3 % 101 + i; // p is w's buffer now
  }
  {
    const int *p = &from[0];
    into = std::move(from);
    [[mp::parallel_map]]
    for (int i = 1; i < 40; i++)
      into[i] = p[i - 1] * 5 % 101 + i;
  }
  {
    auto p = other.begin();
    auto change = [&] { std::swap(other, w); };
    change();
    [[mp::parallel_map]]
    for (int i = 1; i < 40; i++)
      w[i] = p[i - 1] * 7 % 101 + i;
  }
  std::vector<std::vector<int>> rows(3, std::vector<int>(40, 4));
  {
    int *p = rows[0].data();
    std::swap(rows[0], rows[2]);
    [[mp::parallel_map]]
    for (int i = 1; i < 40; i++)
      rows[2][i] = p[i - 1] * 7 % 101 + i;
  }
  std::unique_ptr<int[]> a(new int[40]()), b(new int[40]());
  {
    int *p = a.get();
    a.swap(b);
    [[mp::parallel_map]]
    for (int i = 1; i < 40; i++)
      b[i] = p[i - 1] * 11 % 101 + i;
  }
  for (int i = 0; i < 40; i++)
    std::printf("%d %d %d %d\n", w[i], into[i], rows[2][i], b[i]);
}

static void arrays_of_vectors() {
  std::vector<int> rows[3] = {std::vector<int>(40, 1), std::vector<int>(40, 2),
                              std::vector<int>(40, 3)};
  int *p = rows[0].data();
  std::swap(rows[0], rows[2]);
  [[mp::parallel_map]]
  for (int i = 1; i < 40; i++)
    rows[2][i] = p[i - 1] * 7 % 101 + i;
  std::array<std::vector<int>, 2> pair = {std::vector<int>(40, 4),
                                          std::vector<int>(40, 5)};
  int *q = pair[0].data();
  pair[0].swap(pair[1]);
  [[mp::parallel_map]]
  for (int i = 1; i < 40; i++)
    pair[1][i] = q[i - 1] * 7 % 101 + i;
  for (int i = 0; i < 40; i++)
    std::printf("%d %d\n", rows[2][i], pair[1][i]);
}

static int *now, *next;
struct Pair {
  int *first, *second;
};

static void pointers() {
  int *a = static_cast<int *>(std::calloc(40, sizeof(int)));
  int *b = static_cast<int *>(std::calloc(40, sizeof(int)));
  int *p = a;
  a = b;
  b = p;
  [[mp::parallel_map]]
  for (int i = 1; i < 40; i++)
    b[i] = (p[i - 1] * 3 + i) % 101;
  now = new int[40]();
  next = new int[40]();
  int *old = now;
  now = next;
  next = old;
  [[mp::parallel_map]]
  for (int i = 1; i < 40; i++)
    next[i] = (old[i - 1] * 3 + i) % 101;
  Pair s = {new int[40](), new int[40]()};
  int *first = s.first;
  std::swap(s.first, s.second);
  [[mp::parallel_map]]
  for (int i = 1; i < 40; i++)
    s.second[i] = (first[i - 1] * 3 + i) % 101;
  for (int i = 0; i < 40; i++)
    std::printf("%d %d %d %d\n", a[i], b[i], next[i], s.second[i]);
}

static void lose(int *&a, int *b) { a = b; }

static void by_reference() {
  int *a = new int[40](), *b = new int[40]();
  lose(a, b);
  [[mp::parallel_map]]
  for (int i = 1; i < 40; i++)
    b[i] = (a[i - 1] * 3 + i) % 101;
  static int x[40], y[40];
  int *c = x, *d = y;
  std::memcpy(&d, &c, sizeof c);
  [[mp::parallel_map]]
  for (int i = 1; i < 40; i++)
    d[i] = (x[i - 1] * 3 + i) % 101;
  for (int i = 0; i < 40; i++)
    std::printf("%d %d\n", b[i], d[i]);
}

// Two subscripts of one array that tails update: both reaches count.
static void spread(int *out, const int *in, int n) {
  [[mp::parallel_map]]
  for (int i = 1; i < n; i++) {
    out[i] = i * 5 % 7;
    out[3 * i + 100] = in[i] * 2 % 1009 + 1;
  }
}

int main() {
  containers();
  arrays_of_vectors();
  pointers();
  by_reference();
  int a[300];
  for (int i = 0; i < 300; i++)
    a[i] = i * 31 % 101;
  spread(a, a + 100, 40);
  for (int x : a)
    std::printf("%d ", x);
  std::puts("");
}
