// The attribute through a macro, macros in the body and in the header.
#include <cstdio>

#if defined(__has_cpp_attribute)
#define PARALLEL [[mp::parallel_map]]
#endif
#define SQUARE(x) ((x) * (x))
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define ADD(sum, value)                                                                            \
  do {                                                                                             \
    sum += (value);                                                                                \
    ++added;                                                                                       \
  } while (0)

int main() {
  int out[64], sum = 0, added = 0;
  PARALLEL
  for (unsigned i = 0; i < COUNT(out); ++i) {
    out[i] = static_cast<int>(SQUARE(i + 1));
    if (out[i] % 2)
      ADD(sum, out[i]);
  }
  for (int x : out)
    std::printf("%d ", x);
  std::printf("%d %d\n", sum, added);
}
