// Each element is made from one that only a later iteration overwrites.
#include <cstdio>

static double level[90];

static void slide(int *queue, int length) {
  [[mp::parallel_map]]
  for (int i = 0; i < length - 1; i++)
    queue[i] = queue[i + 1] + 1;
}

int main() {
  int queue[70], count[61];
  for (int i = 0; i < 70; i++)
    queue[i] = i * 31 % 70;
  for (int i = 0; i < 61; i++)
    count[i] = i * i % 23;
  for (int i = 0; i < 90; i++)
    level[i] = i / 8.0;
  slide(queue, 70);
  [[mp::parallel_map]]
  for (int i = 60; i >= 1; i--) // downwards, the one before is the later one
    count[i] = 2 * count[i - 1] - count[i];
  [[mp::parallel_map]]
  for (int i = 0; i < 80; i++) // several steps ahead
    level[i] = (level[i] + level[i + 3] + level[i + 10]) / 3;
  for (int x : queue)
    std::printf("%d ", x);
  for (int x : count)
    std::printf("%d ", x);
  for (double x : level)
    std::printf("%a ", x);
  std::puts("");
}
