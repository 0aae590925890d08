// Pointers to literals and into the parent's memory are collected and used after the loop.
#include <cstdio>
#include <string>
#include <vector>

int main() {
  const char *names[] = {"zero", "one", "two", "three"};
  std::vector<const char *> words;
  std::vector<const int *> pointers;
  const char *last = "none";
  int in[60];
  for (int i = 0; i < 60; ++i)
    in[i] = i * 17 % 23;
  [[mp::parallel_map]]
  for (int i = 0; i < 60; ++i) {
    words.push_back(in[i] > 11 ? "big" : "small");
    if (in[i] % 4 == 1) {
      pointers.push_back(&in[i]);
      last = names[in[i] % 4];
    }
  }
  for (auto w : words)
    std::printf("%s ", w);
  for (auto p : pointers)
    std::printf("%td:%d ", p - in, *p);
  std::printf("%s\n", last);
}
