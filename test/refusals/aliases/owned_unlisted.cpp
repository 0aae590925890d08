// What objects own is compared with what is written, where it can be listed; here it can't.
#include <cmath>
#include <memory>
#include <tuple>
#include <vector>

static double slow(double x) { return std::sin(x) * std::cos(x); }

struct Row {
  int width;
  double *data;
};

void behind_pointers(const std::vector<Row> &rows, double &sum) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; i++)
    sum += slow(rows[i].data[1]); // expect-error {{mp-may-alias}}: rows // expect-note?
}

void behind_shared(const std::vector<std::shared_ptr<std::vector<double>>> &rows, double &sum) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; i++)
    sum += slow((*rows[i])[1]); // expect-error {{mp-may-alias}}: rows // expect-note?
}

struct Base {
  std::vector<double> values;
};
struct Derived : Base {
  int id = 0;
};

void in_a_base(const Derived &object, double &sum) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; i++) {
    Derived copy = object; // expect-error {{mp-may-alias}}: object
    copy.values[0] += i;
    sum += slow(copy.values[0]); // expect-note?
  }
}

void in_a_tuple(const std::tuple<int, std::vector<double>> &object, double &sum) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; i++) {
    auto copy = object; // expect-error {{mp-may-alias}}: object
    sum += slow(std::get<1>(copy)[0] + i); // expect-note?
  }
}
