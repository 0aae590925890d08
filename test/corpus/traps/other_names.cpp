// What the loop works on has other names: pointers in objects, lambdas made before the loop,
// pointers to pointers, members of bases.
//
// RUNS: any

#include <algorithm>
#include <cstdio>
#include <vector>

struct Hold {
  int *p;
};
struct Base {
  int y = 4, x = 3;
};
struct Derived : Base {
  int z = 9, w = 3;
};
struct Show {
  const int &value;
  ~Show() { printf("%d\n", value); }
};

static void put(int **p, int v) { **p = v; }
static void along(int *row, int n, int v) {
  if (n == 0)
    return;
  *row += v;
  along(row + 1, n - 1, v + 1);
}
static void three(int *p, int *q, int &t) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; i++) {
    *p = i;
    *q = i + 1;
    t += *p + *q;
  }
}

int main() {
  int s = 5, t = 3, out[40] = {};
  Hold hold = {&s};
  [[mp::parallel_map]]
  for (int i = 0; i < 9; i++) {
    s = i + 1;
    *hold.p ^= 7;
    t += s;
  }
  printf("%d %d\n", s, t);
  [[mp::parallel_map]]
  for (int i = 0; i < 9; i++) {
    *hold.p += i;
    t += s;
  }
  printf("%d %d\n", s, t);

  int last = 1, count = 2;
  Show shown{last};
  auto show = [&] { printf("%d %d\n", last, count); };
  [[mp::parallel_map]]
  for (int i = 0; i < 9; i++) {
    last = i;
    count += last;
  }
  show();

  int w = 3, *pw = &w;
  [[mp::parallel_map]]
  for (int i = 0; i < 9; i++) {
    pw[0] += i;
    out[i] = i;
  }
  printf("%d\n", w);

  int buffer[4] = {9, 9, 9, 9}, *in_buffer = buffer;
  std::vector<int> values(3, 7);
  int *data = values.data();
  [[mp::parallel_map]]
  for (int i = 0; i < 9; i++) {
    for (int k = 0; k < 4; k++)
      buffer[k] = i * k;
    std::fill(values.begin(), values.end(), i);
    t += buffer[2] + values[1];
  }
  printf("%d %d %d\n", in_buffer[2], data[1], t);

  [[mp::parallel_map]]
  for (int i = 0; i < 9; i++) {
    int *q = out + 4 * i;
    put(&q, i);
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 9; i++)
    along(out + 4 * i, 4, i);
  for (int x : out)
    printf("%d ", x);
  int a = 0, b = 0;
  three(&a, &b, t);
  three(&a, &b, a);
  printf("%d %d %d\n", a, b, t);

  std::vector<Derived> all(12);
  [[mp::parallel_map]]
  for (int i = 1; i < 9; i++) {
    all[i].y = i;
    if (i % 2)
      all[i].z = all[i + 1].w;
    all[i].x++;
  }
  for (const Derived &d : all)
    printf("%d %d %d ", d.z, d.y, d.x);
  printf("\n");
  return 0;
}
