// exit() in the body: atexit handlers, static destructors and buffers once, in the parent.
// EXIT: 7
#include <cstdio>
#include <cstdlib>
#include <iostream>

struct Farewell {
  ~Farewell() { std::cout << "destroyed " << count << std::endl; }
  int count = 0;
};
static Farewell farewell;

int main() {
  std::atexit([] { std::puts("at exit"); });
  std::printf("unflushed, ");
  [[mp::parallel_map]]
  for (int i = 0; i < 60; ++i) {
    farewell.count += i;
    int x = i * i;
    std::printf("%d ", x);
    if (x > 900)
      std::exit(x % 100 + 7 - 61);
  }
  std::puts("not reached");
}
