// What is taken out of another list may be of the one that is gone through: that is seen at run
// time.
// RUNS: both
#include <cmath>
#include <cstdio>
#include <iterator>
#include <list>

static int slow(int x) {
  for (int k = 0; k < 50; ++k)
    x = x * 3 % 1009 + k;
  return x;
}

static void taken_out(std::list<int> &a, std::list<int> &b) {
  [[mp::parallel_map]]
  for (int x : a)
    if (slow(x) % 3 == 0)
      b.remove(x + 3);
}

static void added(std::list<int> &a, std::list<int> &b, size_t limit) {
  [[mp::parallel_map]]
  for (int &x : a) {
    x = slow(x);
    if (b.size() < limit)
      b.push_back(x + 3);
  }
}

static void one_for_all(std::list<int> &a, std::list<int> &b) {
  [[mp::parallel_map]]
  for (auto it = a.begin(); it != a.end(); ++it)
    *it = slow(*it) + *std::next(b.begin(), 3);
}

int main() {
  std::list<int> one, other;
  for (int i = 0; i < 60; i++) {
    one.push_back(i);
    other.push_back(i);
  }
  taken_out(one, other);
  taken_out(one, one);
  added(one, other, 100);
  added(other, other, 120);
  one_for_all(one, other);
  one_for_all(one, one);
  for (int x : one)
    std::printf("%d ", x);
  for (int x : other)
    std::printf("%d ", x);
}
