// Tails with lambdas: in values that the workers make, and in what the parent
// runs.

#include <algorithm>
#include <cstdio>
#include <map>
#include <numeric>
#include <vector>

struct Record {
  int number = 0;
  std::vector<int> list;
};

class Counter {
public:
  void run(int n) {
    [[mp::parallel_map]]
    for (int i = 0; i < n; i++)
      counts.push_back(std::count_if(
          in.begin(), in.end(), [this, i](int x) { return x * factor > i; }));
  }
  void print() const {
    for (auto c : counts)
      printf("%d ", static_cast<int>(c));
    printf("\n");
  }

  // What a lambda captures is an expression of its own.
  void mark(int n) {
    [[mp::parallel_map]]
    for (int i = 1; i < n; i += 2) {
      if (i % 3)
        [last = &marks.back()] { *last = 5; }();
      set(marks.back(), i * i);
    }
    printf("%d %d\n", marks[0], marks[1]);
  }

private:
  static void set(int &x, int to) { x = x / 2 + to; }

  std::vector<int> marks{1, 2};
  std::vector<long> counts;
  int factor = 3;
  std::vector<int> in{3, 1, 2};
};

template <class T>
void generic(const std::vector<T> &in, std::vector<T> &out, T factor) {
  [[mp::parallel_map]]
  for (int i = 0; i < 8; i++)
    out.push_back(std::accumulate(in.begin(), in.end(), T(i), [&](T sum, T x) {
      return sum + x * factor;
    }));
}

int main() {
  std::vector<int> in{1, 2, 3, 4, 5, 6, 7, 8}, out;
  std::map<int, long> histogram;
  int factor = 2;
  [[mp::parallel_map]]
  for (int i = 0; i < 8; i++)
    out.push_back(std::accumulate(in.begin(), in.end(), i, [&](int sum, int x) {
      return sum + x * factor;
    }));
  [[mp::parallel_map]]
  for (int i = 0; i < 8; i++)
    histogram[i % 3] +=
        std::count_if(in.begin(), in.end(), [&](int x) { return x > i; });
  // The lambda looks at what the parent makes.
  [[mp::parallel_map]]
  for (int i = 0; i < 8; i++) {
    int square = i * i % 5;
    out.push_back(
        static_cast<int>(std::count_if(out.begin(), out.end(),
                                       [&](int x) { return x > factor; })) +
        square);
  }
  // A value from one member for another.
  Record record;
  [[mp::parallel_map]]
  for (int i = 0; i < 8; i++) {
    record.number = i * 2;
    record.list.push_back(record.number + 1);
  }
  generic(in, out, 3);
  for (int x : out)
    printf("%d ", x);
  for (int x : record.list)
    printf("%d ", x);
  for (auto &h : histogram)
    printf("%d:%ld ", h.first, h.second);
  printf("%d\n", record.number);
  Counter counter;
  counter.run(9);
  counter.print();
  counter.mark(9);
  return 0;
}
