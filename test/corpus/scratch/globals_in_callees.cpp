// File-scope buffers that callees write before they read: a legacy tokenizer.
// EXPECT-WARNING: mp-may-carry
#include <cstdio>
#include <cstring>

static char buffer[64];
static int length;
static double work[8];

static void load(int i) { length = std::sprintf(buffer, "item %d of %d", i, i * i); }

static int vowels() {
  int n = 0;
  for (int k = 0; k < length; ++k)
    if (std::strchr("aeiou", buffer[k]))
      ++n;
  return n;
}

static double norm(double x) {
  for (int k = 0; k < 8; ++k)
    work[k] = x / (k + 1);
  double s = 0;
  for (int k = 7; k >= 0; --k)
    s += work[k] * work[k];
  return s;
}

int main() {
  int count[70], size[70];
  double norms[70];
  [[mp::parallel_map]]
  for (int i = 0; i < 70; ++i) {
    load(i * 13);
    count[i] = vowels();
    size[i] = length;
    norms[i] = norm(i);
  }
  for (int i = 0; i < 70; ++i)
    std::printf("%d %d %a\n", count[i], size[i], norms[i]);
}
