// A tail's value in what is thrown, where the iteration goes on or the throw is
// not a statement of its own.
#include <stdexcept>
#include <string>

static double cost(int i) { return i * 0.5; }

double caught(int n) {
  double sum = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    double x = cost(i);
    try {
      if (x > 5)
        throw std::runtime_error(std::to_string(sum)); // expect-error {{mp-carried}}: 'sum' is carried
    } catch (const std::exception &e) {
      x = e.what()[0];
    }
    sum += x; // expect-note
  }
  return sum;
}

double inExpression(int n) {
  double sum = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    double x = cost(i);
    x = x > 5 ? throw sum : x; // expect-error {{mp-carried}}: 'sum' is carried
    sum += x; // expect-note
  }
  return sum;
}

static double checked(double x, double sum) {
  if (x > 5)
    throw sum;
  return x;
}

double inFunction(int n) {
  double sum = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    double x = checked(cost(i), sum); // expect-error {{mp-carried}}: 'sum' is carried
    sum += x; // expect-note
  }
  return sum;
}

double decides(int n) {
  double sum = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    if (sum > 5) // expect-error {{mp-carried}}: 'sum' is carried
      throw i;
    sum += cost(i); // expect-note
  }
  return sum;
}
