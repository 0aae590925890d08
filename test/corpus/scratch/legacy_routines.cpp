// Routines with buffers of their own: a Runge-Kutta step with static arrays, a tokenizer, a
// formatter that returns its static buffer, sorting in a global work array.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

static void derive(double t, const double *y, double *dy) {
  dy[0] = y[1];
  dy[1] = -y[0] + 0.1 * t;
}

static void step(double t, double h, double *y, int n) {
  static double k1[10], k2[10], tmp[10];
  int i;
  derive(t, y, k1);
  for (i = 0; i < n; i++)
    tmp[i] = y[i] + h / 2 * k1[i];
  derive(t + h / 2, tmp, k2);
  for (i = 0; i < n; i++)
    y[i] += h * k2[i];
}

static void integrate(const double *start, double *end, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    double y[2];
    y[0] = start[i];
    y[1] = 0;
    for (int s = 0; s < 50; s++)
      step(s * 0.01, 0.01, y, 2);
    end[i] = y[0];
  }
}

static char line[256];
static char *words[16];

static int split(char *s) {
  int n = 0;
  for (char *t = std::strtok(s, " \t"); t && n < 16; t = std::strtok(nullptr, " \t"))
    words[n++] = t;
  return n;
}

static const char *format(double x) {
  static char buffer[64];
  std::sprintf(buffer, "%.3f", x);
  return buffer;
}

static double work[64];

static int compare(const void *a, const void *b) {
  double x = *static_cast<const double *>(a), y = *static_cast<const double *>(b);
  return x < y ? -1 : x > y;
}

int main() {
  double start[40], end[40];
  for (int i = 0; i < 40; i++)
    start[i] = i * 0.25;
  integrate(start, end, 40);

  std::vector<std::string> lines(40), texts(40);
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (std::size_t k = 0; k < i % 7; ++k)
      lines[i] += std::to_string(i * k) + " ";
  int total = 0;
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::strncpy(line, lines[i].c_str(), sizeof line - 1);
    line[sizeof line - 1] = 0;
    total += split(line);
  }

  [[mp::parallel_map]]
  for (std::size_t i = 0; i < texts.size(); ++i)
    texts[i] = format(end[i]);

  double least[20];
  [[mp::parallel_map]]
  for (int i = 0; i < 20; i++) {
    for (int k = 0; k < 30; k++)
      work[k] = std::sin(i * 30 + k);
    std::qsort(work, 30, sizeof work[0], compare);
    least[i] = work[0] + work[29];
  }

  std::printf("%d\n", total);
  for (int i = 0; i < 40; i++)
    std::printf("%a %s ", end[i], texts[static_cast<std::size_t>(i)].c_str());
  for (double x : least)
    std::printf("%a ", x);
}
