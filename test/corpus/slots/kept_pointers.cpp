// Pointers and references into elements, made before the loop, see what the loop wrote.
#include <cstdio>
#include <map>
#include <string>
#include <vector>

int main() {
  std::vector<std::vector<int>> rows(20, std::vector<int>(6, 1));
  std::vector<std::map<int, int>> maps(20, std::map<int, int>{{1, 1}, {2, 2}});
  std::vector<std::string> names(20, "a name that is long enough to be on the heap");
  int *cell = &rows[7][2];
  int &value = maps[9].at(2);
  char *letter = &names[11][3];
  std::string *name = &names[4];
  [[mp::parallel_map]]
  for (int i = 0; i < 20; ++i) {
    rows[i][2] = 100 + i;
    maps[i][2] = 200 + i;
    names[i][3] = static_cast<char>('A' + i);
  }
  std::printf("%d %d %c %s\n", *cell, value, *letter, name->c_str());
  *cell = 1;
  value = 2;
  *letter = '!';
  std::printf("%d %d %s\n", rows[7][2], maps[9][2], names[11].c_str());
}
