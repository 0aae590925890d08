// Objects are made in place in a buffer, and with a pointer into themselves.
// VERDICT: any
#include <cstdio>
#include <new>
#include <string>

struct Item {
  explicit Item(int i) : id(i), self(this) {}
  int id;
  Item *self;
};

int main() {
  alignas(Item) static unsigned char block[30 * sizeof(Item)];
  alignas(std::string) static unsigned char texts[20 * sizeof(std::string)];
  [[mp::parallel_map]]
  for (int i = 0; i < 30; ++i)
    new (block + i * sizeof(Item)) Item(i);
  std::string *s = reinterpret_cast<std::string *>(texts);
  [[mp::parallel_map]]
  for (int i = 0; i < 20; ++i)
    new (&s[i]) std::string(30, static_cast<char>('a' + i));
  const Item *items = std::launder(reinterpret_cast<const Item *>(block));
  for (int i = 0; i < 30; ++i)
    std::printf("%d %d\n", items[i].id, items[i].self == &items[i]);
  for (int i = 0; i < 20; ++i) {
    std::printf("%s\n", s[i].c_str());
    s[i].~basic_string();
  }
}
