// Scratch that is a part of an object: only that part is kept, the rest of the
// object is results.

#include <cstdio>
#include <vector>

struct Record {
  int first = 1, second = 2;
  unsigned low : 3, high : 5;
  int table[4] = {1, 2, 3, 4};
  std::vector<int> list{1, 2, 3};
};

class Model {
public:
  void whole() {
    [[mp::parallel_map]]
    for (int i = 0; i < 8; i++) {
      scratch = i * 3;
      inner.first = scratch + 1;
      inner.high = i;
      results[i] = scratch + inner.first + inner.high;
    }
  }
  void elements() {
    [[mp::parallel_map]]
    for (int i = 0; i < 8; i++) {
      scratch = i * 4;
      inner.table[1] = i;
      inner.table[2] = i - 1;
      results[i] = scratch + inner.table[1] - inner.table[2];
      if (i < 5)
        inner.table[3] = i;
    }
  }
  void print() const {
    printf("%d %d %d |", scratch, inner.first, inner.high);
    for (int t : inner.table)
      printf(" %d", t);
    for (int r : results)
      printf(" %d", r);
    printf("\n");
  }

private:
  Record inner{};
  int scratch = 0;
  int results[10] = {};
};

static int chosen = 2;

static void elements_of(int k) {
  Record records[4];
  int out[8];
  [[mp::parallel_map]]
  for (int i = 0; i < 8; i++) {
    records[k].first = i;
    out[i] = records[k].first + i;
    if (i < 5)
      records[k].second = i;
    if (i < 3)
      records[0].second = i;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 8; i++) {
    records[chosen].first = i;
    out[i] += records[chosen].first;
  }
  for (const Record &r : records)
    printf("%d %d ", r.first, r.second);
  printf("%d\n", out[7]);
}

int main() {
  Record record;
  record.low = 1;
  record.high = 2;
  int out[8];
  [[mp::parallel_map]]
  for (int i = 0; i < 8; i++) {
    record.first = i;
    record.low = i & 7;
    out[i] = record.first + record.low;
    if (i < 5)
      record.second = i;
    if (i < 4)
      record.high = i;
  }
  printf("%d %d %u %u %d\n", record.first, record.second, record.low,
         record.high, out[7]);

  [[mp::parallel_map]]
  for (int i = 0; i < 8; i++) {
    for (int k = 0; k < 4; k++)
      record.table[k] = i * k;
    record.list.assign(static_cast<size_t>(i), 2);
    out[i] = record.table[2] + static_cast<int>(record.list.size());
    if (i < 5)
      record.second += i;
  }
  printf("%d %d %zu %d\n", record.second, record.table[3], record.list.size(),
         out[7]);

  Model model;
  model.whole();
  model.print();
  model.elements();
  model.print();
  elements_of(1);
  return 0;
}
