// Counters go up and down with what is found; nobody asks for them on the way.
#include <cstdio>

static int gone;

static int depth(int x) {
  int steps = 0;
  for (; x > 1; x = x % 2 ? 3 * x + 1 : x / 2)
    steps++;
  return steps;
}

int main() {
  int left = 120, free_nodes = 0, even = 0, odd = 0, in_order = 0;
  [[mp::parallel_map]]
  for (int i = left - 1; i > -1; --i)
    if (depth(i + 1) <= 20) {
      free_nodes--;
      gone++;
    }
  [[mp::parallel_map]]
  for (int i = 0; i < 120; i++) {
    if (depth(i) & 1)
      ++odd;
    else
      even += 2;
    in_order++;
  }
  std::printf("%d %d %d %d %d\n", free_nodes, gone, even, odd, in_order);
}
