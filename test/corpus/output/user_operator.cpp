// operator<< of a user's type, chained; print through a function that gets the stream.
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

struct Money {
  long cents;
};

static std::ostream &operator<<(std::ostream &out, const Money &m) {
  return out << m.cents / 100 << '.' << m.cents / 10 % 10 << m.cents % 10;
}

static void row(std::ostream &out, const std::vector<int> &v) {
  for (int x : v)
    out << x << ' ';
  out << '\n';
}

int main() {
  [[mp::parallel_map]]
  for (int i = 0; i < 45; ++i) {
    Money m{i * 137L};
    std::vector<int> v(i % 4, i);
    std::cout << "item " << i << ": " << m << " and " << Money{5} << std::endl;
    row(std::cout, v);
    row(std::cerr, v);
  }
}
