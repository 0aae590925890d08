// Names that need more than the last word: members hidden by those of a derived
// class, variables in namespaces without a name, members of unions.

#include <cstdio>

namespace inner {
static int y;
namespace {
int z;
int row[12];
struct Counters {
  static int all;
};
int Counters::all;
} // namespace
} // namespace inner

struct Base {
  int z = 0;
  int rows[12] = {};
  void set(int x) { z = x; }
  int get() const { return z; }
};
struct Derived : Base {
  int z = 0;
  int rows[12] = {};
};

union Word {
  int whole;
  char bytes[4];
  struct {
    short low, high;
  } halves;
};

int main() {
  Derived d, many[12];
  Word word, words[12] = {};
  int out[12] = {}, sum = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++) {
    d.Base::rows[i] = i;
    d.rows[i] = i * 2;
    many[i].Base::z = i + 1;
    many[i].z = i + 2;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++) {
    d.set(i);
    d.z = i * 3;
    out[i] = d.get() + d.z;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++) {
    inner::z = i;
    inner::y = i * 2;
    inner::Counters::all = i + 5;
    inner::row[i] = inner::z + inner::y + inner::Counters::all;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++) {
    word.whole = i * 65537;
    out[i] += word.whole;
    words[i].whole = 257;
    words[i].bytes[1] = static_cast<char>(i);
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++)
    words[i].halves.high = static_cast<short>(i);
  [[mp::parallel_map]]
  for (int i = 0; i < 12; i++)
    sum += words[i].whole;
  for (int i = 0; i < 12; i++)
    std::printf("%d %d %d %d %d %d %d\n", d.Base::rows[i], d.rows[i],
                many[i].Base::z, many[i].z, out[i], inner::row[i],
                words[i].whole);
  std::printf("%d %d %d %d %d %d %d\n", d.Base::z, d.z, inner::z, inner::y,
              inner::Counters::all, word.whole, sum);
}
