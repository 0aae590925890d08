// Visible callees write the elements: by pointer, by reference, a whole row, an accessor.
#include <cstdio>
#include <vector>

static void store(double *where, double x) { *where = x; }
static void store(int &where, int x) { where = x * 2; }
static void fill(double *row, int d, double x) {
  for (int j = 0; j < d; ++j)
    row[j] = x + j;
}

class Domain {
public:
  explicit Domain(int n) : force(n), mass(n) {}
  double &fx(int i) { return force[i]; }
  void mass_at(int i, double m) { mass[i] = m; }
  double get(int i) const { return mass[i]; }

private:
  std::vector<double> force, mass;
};

int main() {
  double a[70], rows[30 * 9];
  int b[70];
  Domain domain(70);
  [[mp::parallel_map]]
  for (int i = 0; i < 70; ++i) {
    store(&a[i], i / 2.0);
    store(b[i], i);
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 30; ++i)
    fill(rows + i * 9, 9, i);
  [[mp::parallel_map]]
  for (int i = 0; i < 70; ++i)
    domain.fx(i) = i * 0.75;
  [[mp::parallel_map]]
  for (int i = 0; i < 70; ++i)
    domain.mass_at(i, domain.fx(i) + 1);
  for (int i = 0; i < 70; ++i)
    std::printf("%a %d %a %a\n", a[i], b[i], domain.fx(i), domain.get(i));
  for (double x : rows)
    std::printf("%a ", x);
  std::puts("");
}
