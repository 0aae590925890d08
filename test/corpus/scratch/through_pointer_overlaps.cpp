// Scratch behind pointers that may lead into the results or the inputs: then the loop runs serially.
//
// RUNS: both

#include <cstdio>

static void plain(int *temporary, const int *in, int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    *temporary = i * 2;
    out[i] = *temporary + in[i];
  }
}

struct Method {
  int *value;
  int last;
  void run(int *out, int n) {
    [[mp::parallel_map]]
    for (int i = 0; i < n; i++) {
      *value = i * 2;
      last = i;
      out[i] = *value + last;
    }
  }
};

// No reference can be made to a bit-field: the object around it is compared.
struct Bits {
  unsigned low : 3, high : 5;
};
static void bits(Bits *bits, unsigned *total, unsigned *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    bits->low = i & 7;
    *total += i;
    out[i] = bits->low;
  }
}

int main() {
  union {
    Bits parts;
    unsigned all;
  } both{};
  unsigned apart = 0, lows[9];
  bits(&both.parts, &apart, lows, 9);
  bits(&both.parts, &both.all, lows, 9);
  printf("%u %u %u\n", apart, both.all, lows[7]);
  int other = 0, out[10] = {}, in[10] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  auto print = [&] {
    for (int x : out)
      printf("%d ", x);
    for (int x : in)
      printf("%d ", x);
    printf("| %d\n", other);
  };
  plain(&other, in, out, 10);
  print();
  plain(out + 5, in, out, 10);
  print();
  plain(in + 3, in, out, 10);
  print();
  Method method{&other, 3};
  method.run(out, 10);
  print();
  method.value = out + 9;
  method.run(out, 10);
  print();
  method.value = &method.last;
  method.run(out, 10);
  print();
  return 0;
}
