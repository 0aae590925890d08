// Callees leave a standard stream's format changed, for whatever is printed next.
#include <iomanip>
#include <iostream>

static void width(int i) {
  std::cout << i << std::setw(i % 7); // expect-note?
}
static void setWidth(int i) {
  std::cout << i;
  std::cout.width(i % 7); // expect-note?
}
static std::ostream &hexadecimal(std::ostream &to) {
  to.setf(std::ios::hex, std::ios::basefield); // expect-note?
  return to;
}
static void manipulated(int i) {
  std::cout << i << hexadecimal; // expect-note?
}
static void restored(int i) { std::cout << std::setw(5) << i << '\n'; }

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    width(i); // expect-error
    out[i] = i;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    setWidth(i); // expect-error
    out[i] = i;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    manipulated(i); // expect-error
    out[i] = i;
  }
  // ACCEPTED: 39
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    restored(i);
    out[i] = i;
  }
}
