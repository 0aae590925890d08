// STD: 20
// Tails that write behind what a member or parameter holds: through smart
// pointers, algorithms for ranges, references in temporaries.

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

struct Store {
  std::vector<std::unique_ptr<int>> owned;
  std::vector<std::unique_ptr<std::vector<int>>> lists;
  std::vector<std::vector<int>> rows{4, std::vector<int>(3)};
  std::vector<std::optional<int>> maybe{4, 1};
  int out[12] = {};

  Store() {
    for (int k = 0; k < 4; k++) {
      owned.push_back(std::make_unique<int>(k));
      lists.push_back(std::make_unique<std::vector<int>>());
    }
  }
  void run(int n) {
    [[mp::parallel_map]]
    for (int i = 0; i < n; i++) {
      out[i] = i * i;
      *owned[out[i] % 4] += i;
    }
    [[mp::parallel_map]]
    for (int i = 0; i < n; i++) {
      out[i] += i;
      lists[out[i] % 4]->push_back(i);
    }
    [[mp::parallel_map]]
    for (int i = 0; i < n; i++) {
      out[i] *= 2;
      std::ranges::fill(rows[out[i] % 4], i + 5);
    }
    [[mp::parallel_map]]
    for (int i = 0; i < n; i++) {
      out[i] += 1;
      *maybe[out[i] % 4] *= 3;
    }
  }
};

struct Both {
  int (&counts)[4];
  int &total;
  int i;
  void go() {
    if (i % 3 == 1)
      counts[2] = i;
    total += i;
  }
};

static void together(int (&counts)[4], int &total, int (&out)[12]) {
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++) {
    out[i] = i;
    Both{counts, total, i}.go();
  }
}

static void behind(Store *s) {
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++) {
    s->out[i] = i / 2;
    *s->owned[s->out[i] % 4] += 100;
  }
}

int main() {
  Store s;
  s.run(12);
  behind(&s);
  int counts[4] = {}, total = 0, out[12] = {}, four[4];
  together(counts, total, out);
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++) {
    for (int k = 0; k < 4; k++)
      four[k] = i + k;
    std::exchange(out[i], four[2]);
  }
  for (int k = 0; k < 4; k++) {
    std::printf("%d %d %d %d:", *s.owned[k], counts[k], *s.maybe[k], four[k]);
    for (int x : *s.lists[k])
      std::printf(" %d", x);
    for (int x : s.rows[k])
      std::printf(" %d", x);
    std::printf("\n");
  }
  for (int k = 0; k < 12; k++)
    std::printf("%d %d ", s.out[k], out[k]);
  std::printf("%d\n", total);
}
