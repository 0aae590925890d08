// Arrays behind members, pointers to structs, unique_ptr<T[]>, a pointer to a vector.
#include <cstdio>
#include <memory>
#include <vector>

struct Atoms {
  double (*f)[3];
  double *x;
  int n;
};
struct System {
  Atoms *atoms;
  std::vector<double> energy;
  double fixed[40];
};

static void forces(System *s) {
  [[mp::parallel_map]]
  for (int i = 0; i < s->atoms->n; ++i) {
    for (int k = 0; k < 3; ++k)
      s->atoms->f[i][k] = s->atoms->x[i] * (k + 1);
    s->energy[i] = s->atoms->x[i] / 2;
    s->fixed[i] = s->energy[i] + 1;
  }
}

int main() {
  static double f[40][3], x[40];
  for (int i = 0; i < 40; ++i)
    x[i] = i * 0.3;
  Atoms atoms{f, x, 40};
  System s{&atoms, std::vector<double>(40), {}};
  forces(&s);
  std::unique_ptr<int[]> owned(new int[50]);
  std::vector<int> v(50);
  std::vector<int> *p = &v;
  [[mp::parallel_map]]
  for (int i = 0; i < 50; ++i)
    owned[i] = i * i;
  [[mp::parallel_map]]
  for (int i = 0; i < 50; ++i)
    (*p)[i] = owned[49 - i] + 1;
  for (auto &r : f)
    std::printf("%a %a %a ", r[0], r[1], r[2]);
  for (int i = 0; i < 40; ++i)
    std::printf("%a %a ", s.energy[i], s.fixed[i]);
  for (int k : v)
    std::printf("%d ", k);
  std::puts("");
}
