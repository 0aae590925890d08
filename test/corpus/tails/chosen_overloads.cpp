// Which function a tail calls depends on whether it is given a constant, and
// whether it is given an rvalue.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <type_traits>
#include <vector>

struct Counts {
  int variable = 0, constant = 0, moved = 0, generic = 0;
  void add(int &) { ++variable; }
  void add(const int &) { ++constant; }
  void add(int &&) { ++moved; }
  void add(std::string &) { ++variable; }
  void add(const std::string &x) { constant += static_cast<int>(x.size()); }
  void add(std::string &&) { ++moved; }
  template <class T> void any(T &) {
    generic += std::is_const<T>::value ? 1 : 100;
  }
};

struct Cell {
  int x;
  int get() { return x; }
  int get() const { return -x; }
};

template <class V> int got(V &v) { return v.get(); }

int main() {
  Counts numbers, texts;
  const std::vector<std::string> names(40, "name");
  int sum = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    const int c = i * i;
    int t = c + 1;
    numbers.add(c);
    numbers.add(static_cast<const int &>(t));
    numbers.add(t + 1);
    numbers.add(std::abs(t));
    numbers.add((int)t);
    numbers.any(c);
    texts.add(names[i]);
    const std::string s = std::to_string(i);
    texts.add(s);
    texts.add(s + "!");
    const Cell cell{i};
    sum += got(cell);
  }
  for (const Counts &c : {numbers, texts})
    std::printf("%d %d %d %d\n", c.variable, c.constant, c.moved, c.generic);
  std::printf("%d\n", sum);
}
