// State that the body changes, but not in every iteration alike.
#include <cmath>
#include <cstdio>
#include <fstream>
#include <random>
#include <vector>

double heavy(double x) { return std::sin(x) * std::cos(x); }

void conditional(std::vector<double> &out, std::mt19937 &engine, int n) {
  std::normal_distribution<double> d;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    double x = heavy(i);
    if (x > 0.1)
      x += d(engine); // expect-error {{mp-hidden-state}}: engine // expect-error {{mp-hidden-state}}: 'd'
    out[i] = x;
  }
}

void after_continue(std::vector<double> &out, std::mt19937 &engine, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    if (heavy(i) > 0.1)
      continue;
    double x = static_cast<double>(engine()); // expect-error {{mp-hidden-state}}: engine
    out[i] = heavy(x);
  }
}

void until_it_fits(std::vector<double> &out, std::mt19937 &engine, int n) {
  std::uniform_real_distribution<double> u;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    double x, y;
    do {
      x = u(engine); // expect-error {{mp-hidden-state}}: engine // expect-error {{mp-hidden-state}}: 'u'
      y = u(engine);
    } while (x * x + y * y > 1);
    out[i] = heavy(x);
  }
}

void as_often_as_it_takes(std::vector<double> &out, std::mt19937 &engine, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    int times = static_cast<int>(heavy(i) * 10);
    double x = 0;
    for (int k = 0; k < times; ++k)
      x += static_cast<double>(engine()); // expect-error {{mp-hidden-state}}: engine
    out[i] = heavy(x);
  }
}

void of_what_was_computed(std::vector<double> &out, int n) {
  double t = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    double x = heavy(t + i); // expect-error {{mp-carried}}: t
    t = t + x;               // expect-note?
    out[i] = x;
  }
}

void of_a_result(std::vector<double> &out, int n) {
  double t = 0;
  [[mp::parallel_map]]
  for (int i = 1; i < n; ++i) {
    t = t + out[i];    // expect-note?
    out[i] = heavy(t); // expect-error {{mp-carried}}: t
  }
}

void short_circuit(std::vector<double> &out, std::mt19937 &engine, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    bool both = heavy(i) > 0 && engine() % 2; // expect-error {{mp-hidden-state}}: engine
    out[i] = heavy(both);
  }
}

void unordered(std::vector<double> &out, std::mt19937 &engine, int n) {
  std::normal_distribution<double> d;
  std::uniform_real_distribution<double> u;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = heavy(d(engine) - u(engine)); // expect-error {{mp-hidden-state}}: engine // expect-error? {{mp-hidden-state}} // expect-error? {{mp-hidden-state}}
}

void sometimes_started_anew(std::vector<double> &out, int n) {
  double t = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    t += 0.1; // expect-note?
    if (heavy(i) > 0.5)
      t = 0; // expect-note?
    out[i] = heavy(t); // expect-error {{mp-carried}}: t
  }
}

void through_a_pointer(double *out, double *t, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    *t += 0.1;           // expect-note?
    out[i] = heavy(*t);  // expect-error {{mp-carried}}
  }
}

void to_a_file(std::vector<double> &out, std::ofstream &log, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    log << i; // expect-note?
    out[i] = heavy(log.good()); // expect-error {{mp-carried}}: log
  }
}

static unsigned state_;
unsigned next_number() { return state_ = state_ * 1664525u + 1013904223u; } // expect-note? // expect-note?
double uses_it(double x) { return x + next_number(); }

void in_a_callee_too(std::vector<double> &out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    double x = next_number(); // expect-error {{mp-carried}}: state_ // expect-note?
    out[i] = uses_it(heavy(x));
  }
}

// Nothing is left but the recurrence.
void only_the_recurrence(std::vector<double> &out, int n) {
  double x = 0.5;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    x = 3.9 * x * (1 - x); // expect-note?
    out[i] = x;            // expect-error {{mp-carried}}: x
  }
}

void filter(const double *in, std::vector<double> &out, int n) {
  double s = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    s = s / 2 + in[i];  // expect-note?
    out[i] = heavy(s);  // expect-error {{mp-carried}}: s
  }
}

void unordered_in_a_declaration(std::vector<double> &out, std::mt19937 &engine, int n) {
  std::normal_distribution<double> d;
  std::uniform_real_distribution<double> u;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    double a = d(engine) - u(engine), b = i; // expect-error {{mp-hidden-state}}: engine // expect-error? {{mp-hidden-state}} // expect-error? {{mp-hidden-state}}
    out[i] = heavy(a) + b;
  }
}
