// Last values that nobody names after the loop: a destructor reads them, a
// pointer made before the loop leads to them, the library keeps them.

#include <cstdio>
#include <cstring>
#include <ctime>
#include <memory>
#include <string>
#include <vector>

int out[12];

struct Report {
  int number = 1, count = 2;
  char text[16] = "none";
  ~Report() { std::printf("report %d %d %s\n", number, count, text); }
};

struct Base {
  int shown = 3;
  ~Base() { std::printf("base %d\n", shown); }
};
struct Derived : Base {
  int other = 4;
};

static void destructors(int n, Report passed) {
  Report local;
  Derived derived;
  std::vector<Report> several(2);
  auto owned = std::make_unique<Report>();
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    local.number = i;
    derived.shown = i * 2;
    several[1].count = i * 3;
    passed.number = i * 5;
    out[i] = local.number + derived.shown + several[1].count + passed.number;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    std::snprintf(local.text, sizeof local.text, "line %d", i * i);
    owned->count = i + 7;
    out[i] += static_cast<int>(std::strlen(local.text)) + owned->count;
  }
}

// A deleter sees what it deletes, and it may be a function.
struct Closing {
  void operator()(int *p) const {
    std::printf("closing %d\n", *p);
    delete p;
  }
};
static void close_array(double *p) {
  std::printf("closing %g %g\n", p[0], p[1]);
  delete[] p;
}

static void deleters(int n) {
  std::unique_ptr<int, Closing> one(new int(1));
  std::unique_ptr<double[], void (*)(double *)> two(new double[2]{1, 2},
                                                    close_array);
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    *one = i * 3;
    out[i] = *one + 1;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    two[0] = i * 0.5;
    two[1] = two[0] + 1;
    out[i] += static_cast<int>(two[0] * two[1]);
  }
}

static int &cell() {
  static int value = 1;
  return value;
}

static const char *format(int x) {
  static char buffer[20];
  std::snprintf(buffer, sizeof buffer, "<%d>", x);
  return buffer;
}

static void statics(int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    cell() = i;
    out[i] = cell() * 2;
  }
  std::printf("%d\n", cell());
  const char *before = format(77);
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    std::string s = format(i * 99);
    out[i] += static_cast<int>(s.size());
  }
  std::puts(before);
}

static void library(int n) {
  std::time_t t = 86400;
  const std::tm *day = std::gmtime(&t);
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    std::time_t at = static_cast<std::time_t>(i) * 86400 * 40;
    out[i] += std::gmtime(&at)->tm_mon;
  }
  std::printf("%d %d\n", day->tm_mon, day->tm_mday);
}

int main() {
  destructors(12, Report());
  destructors(1, Report());
  deleters(12);
  deleters(0);
  statics(12);
  statics(0);
  library(12);
  for (int x : out)
    std::printf("%d ", x);
  std::printf("\n");
}
