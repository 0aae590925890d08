// What an iteration throws is made of what the tails, slots and scratch of those
// before it left.
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

static double cost(int i) {
  double sum = 0;
  for (int k = 0; k < i % 37; ++k)
    sum += k * 0.5;
  return sum;
}

struct Failed : std::runtime_error {
  Failed(const std::string &what, int at) : std::runtime_error(what), at(at) {}
  int at;
};

static double until(double limit, int n) {
  double sum = 0;
  std::string names;
  int table[3] = {7, 8, 9}, calm = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    double x = cost(i);
    if (x > limit)
      throw std::runtime_error(std::to_string(sum) + " " + names);
    // With a count of before it would be out of bounds in a worker.
    if (x < -1)
      throw table[calm - 3];
    sum += x;
    names += 'x';
    calm++;
  }
  return -sum;
}

static int before(double limit, int n, std::vector<double> &seen) {
  int last = -1, thrown = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    double x = cost(i);
    for (int k = 0; k < 2; ++k)
      if (x > limit + k) {
        throw Failed("after " + std::to_string(last),
                     static_cast<int>(seen[i > 0 ? i - 1 : 0]) + thrown++);
      }
    try {
      if (i % 9 == 8)
        throw i;
    } catch (int k) {
      if (k > 30 && limit > 1e8)
        throw Failed("rethrown", last);
    }
    last = i;
    seen[i] = x;
  }
  return last;
}

template <class T> static void sized(const std::vector<T> &in) {
  std::size_t good = 0;
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (cost(static_cast<int>(i)) > in[i])
      throw std::out_of_range("good: " + std::to_string(good));
    ++good;
  }
}

int main() {
  for (double limit : {-1.0, 0.2, 5.0, 100.0, 1e9})
    for (int n : {0, 1, 40}) {
      std::vector<double> seen(n + 1);
      try {
        std::printf("%g\n", until(limit, n));
      } catch (const std::exception &e) {
        std::puts(e.what());
      }
      try {
        std::printf("%d\n", before(limit, n, seen));
      } catch (const Failed &e) {
        std::printf("%s at %d\n", e.what(), e.at);
      }
      for (double x : seen)
        std::printf("%g ", x);
    }
  try {
    sized(std::vector<int>(50, 40));
  } catch (const std::exception &e) {
    std::puts(e.what());
  }
  try {
    sized(std::vector<double>(50, 7.5));
  } catch (const std::exception &e) {
    std::puts(e.what());
  }
}
