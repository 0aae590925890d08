// Callees write what another variable's name, or a member's, hides where the loop is.
#include <cstdio>

int table[30];
static int rows[30];
namespace store {
int cells[30];
}

static void keep(int i) {
  table[i] = i * i;
  rows[i] = -i;
  store::cells[i] = i + 7;
}

struct Sheet {
  int rows = 5;
  void fill() {
    [[mp::parallel_map]]
    for (int i = 0; i < 30; ++i)
      keep(i);
  }
};

int main() {
  auto show = [] {
    for (int i = 0; i < 30; ++i)
      std::printf("%d %d %d ", table[i], ::rows[i], store::cells[i]);
    std::puts("");
  };
  {
    int table[30] = {}, rows[2] = {1, 2};
    [[mp::parallel_map]]
    for (int i = 0; i < 30; ++i)
      keep(i);
    show();
    std::printf("%d %d\n", table[3], rows[1]);
  }
  for (int i = 0; i < 30; ++i)
    keep(0);
  Sheet sheet;
  sheet.fill();
  show();
  int kept[30] = {};
  auto note = [&kept](int i) { kept[i] = 3 * i; };
  auto all = [&] {
    [[mp::parallel_map]]
    for (int i = 0; i < 30; ++i)
      note(i);
  };
  all();
  for (int x : kept)
    std::printf("%d ", x);
  std::puts("");
}
