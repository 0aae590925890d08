// Results made from a running sum that iterations need before they are written.
#include <cmath>
#include <vector>

static double slow(double x) { return std::sin(x) * std::cos(x); }

void of_the_one_before(std::vector<double> &out, int n) {
  double s = 0;
  [[mp::parallel_map]]
  for (int i = 1; i < n; ++i) {
    s += slow(out[i - 1]); // expect-error {{mp-carried}}: i-1
    out[i] = s;            // expect-note
  }
}

void of_its_own(std::vector<double> &out, std::vector<double> &other, int n) {
  double s = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    s += slow(i); // expect-note
    out[i] = s;   // expect-error {{mp-carried}}: s
    double x = out[i] * 2;
    other[i] = slow(x);
  }
}

void through_a_local(std::vector<double> &out, int n) {
  double s = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    s += slow(i);       // expect-note
    double mean = s / (i + 1); // expect-error {{mp-carried}}: s
    out[i] = slow(mean);
  }
}

void cheap(const double *in, std::vector<double> &out, int n) {
  double s = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    s += in[i]; // expect-note?
    out[i] = s; // expect-error {{mp-carried}}: s
  }
}
