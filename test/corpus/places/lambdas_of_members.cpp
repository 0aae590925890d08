// Lambdas in the body of a member function's loop: what they do to the object
// around them.

#include <cstdio>
#include <vector>

template <class F> int sum_of(int n, F term) {
  int sum = 0;
  for (int k = 0; k < n; k++)
    sum += term(k);
  return sum;
}

struct Series {
  int start = 0;
  template <class F> int operator()(int n, F term) const {
    int sum = start;
    for (int k = 0; k < n; k++)
      sum += term(k);
    return sum;
  }
};

class Table {
public:
  Table() : out(10), in{3, 1, 4, 1, 5, 9, 2, 6, 5, 3} {}

  void immediate() {
    [[mp::parallel_map]]
    for (int i = 0; i < 10; i++) {
      [&] { out[i] = in[i] + i; }();
    }
  }
  void named() {
    [[mp::parallel_map]]
    for (int i = 0; i < 10; i++) {
      auto put = [this](int k, int value) { out[k] += value; };
      put(i, in[i] * 2);
    }
  }
  void outer() {
    auto term = [this](int k) { return in[k] * 3; };
    [[mp::parallel_map]]
    for (int i = 0; i < 10; i++)
      out[i] += term(i);
  }
  void generic() {
    [[mp::parallel_map]]
    for (int i = 0; i < 10; i++) {
      auto put = [this](auto k) { array[k] = in[k] + 1; };
      put(i);
    }
  }
  void handed_on() {
    [[mp::parallel_map]]
    for (int i = 0; i < 10; i++) {
      out[i] += sum_of(4, [&](int k) { return in[k] + i; });
      out[i] += series(4, [this](int k) { return in[k]; });
    }
  }
  void scratch() {
    [[mp::parallel_map]]
    for (int i = 0; i < 10; i++) {
      [&] { last = i * 2; }();
      out[i] += last;
    }
  }
  void around() {
    auto all = [&](int add) {
      [[mp::parallel_map]]
      for (int i = 0; i < 10; i++)
        out[i] += [&] { return in[i] + add; }();
    };
    all(2);
  }
  void print() const {
    for (int x : out)
      printf("%d ", x);
    for (int x : array)
      printf("%d ", x);
    printf("%d\n", last);
  }

private:
  std::vector<int> out, in;
  int array[10] = {};
  int last = 0;
  Series series;
};

int main() {
  Table table;
  table.immediate();
  table.print();
  table.named();
  table.print();
  table.outer();
  table.print();
  table.generic();
  table.print();
  table.handed_on();
  table.print();
  table.scratch();
  table.print();
  table.around();
  table.print();
  return 0;
}
