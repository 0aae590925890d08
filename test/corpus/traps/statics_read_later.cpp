// Variables that only this file can name, written in each iteration: every
// reader writes them first, it seems, but reads them once the loop is left.

#include <cstdio>
#include <cstring>

static int top;
namespace {
int rounds, depth;
char word[8];
} // namespace
static long squares[4];
int out[12];

static int last() { return top; }

static void init() { depth = -1; }
static void descend(int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    depth = i * 2;
    out[i] = depth + 1;
  }
}
static void show() { std::printf("%d\n", depth); }

static void fill(int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    for (int k = 0; k < 4; k++)
      squares[k] = static_cast<long>(i + k) * k;
    out[i] = static_cast<int>(squares[3]);
  }
}

/// Leaves early: the value is that of the iteration which leaves.
static int find(int n) {
  top = 100;
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    top = i + 1;
    out[i] = top;
    if (i == 7)
      return top;
  }
  return -top;
}

static void throws(int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    top = i * 5;
    out[i] = top;
    if (i == 6)
      throw i;
  }
}

/// Reads before and behind the loop, once after the other.
static void again(int n, int times) {
  for (int t = 0; t < times; t++) {
    std::printf("%d ", rounds);
    [[mp::parallel_map]]
    for (int i = 0; i < n; i++) {
      rounds = i + t;
      out[i] = rounds;
    }
  }
  std::printf("%d\n", rounds);
}

static void recursive(int n) {
  std::printf("%d ", top);
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    top = i + n;
    out[i] = top;
  }
  if (n > 3)
    recursive(n - 3);
}

// The loop is in a lambda, and the static is the function's around it.
static void around_a_lambda(int n) {
  static unsigned s = 115u;
  static char text[16] = "none";
  auto run = [&] {
    [[mp::parallel_map]]
    for (int i = 0; i < n; i += 1)
      s = static_cast<unsigned>(i) + 3u;
    [[mp::parallel_map]]
    for (int i = 0; i < n; i++)
      std::snprintf(text, sizeof text, "line %d", i);
  };
  run();
  std::printf("s %u %s\n", s, text);
}

int main() {
  around_a_lambda(3);
  static int local;
  top = 0;
  local = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 10; i++) {
    top = i + 1;
    local = top * 2;
    out[i] = top + local;
  }
  std::printf("%d %d\n", top, local);

  top = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < 10; i++) {
    top = i + 3;
    out[i] = top;
  }
  std::printf("%d\n", last());

  init();
  descend(9);
  show();

  std::memset(squares, 0, sizeof squares);
  fill(8);
  std::printf("%ld %ld %ld\n", squares[0], squares[1], squares[3]);

  std::memset(word, 0, sizeof word);
  [[mp::parallel_map]]
  for (int i = 0; i < 9; i++) {
    for (int k = 0; k < 8; k++)
      word[k] = static_cast<char>(k < 7 ? 'a' + (i + k) % 26 : 0);
    out[i] = word[3];
  }
  std::puts(word);

  rounds = 77;
  again(6, 3);
  std::printf("%d", find(10));
  std::printf(" %d\n", top);
  top = 1;
  try {
    throws(9);
  } catch (int i) {
    std::printf("%d %d\n", i, top);
  }
  top = 2;
  recursive(10);
  std::printf("%d\n", top);
  int sum = 0;
  for (int x : out)
    sum = sum * 3 + x;
  std::printf("%d\n", sum);
}
