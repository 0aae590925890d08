// A loop that means one thing to Clang and another to g++ can't be judged.
// RUN: %not %judge
void test(int *p, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
  // CHECK: [[#@LINE+1]]:1: error: what this loop does depends on which compiler reads it; move the condition out of the loop [mp-construct]
#ifdef __clang__
    p[i] = i;
#else
    p[i] += p[n - i];
#endif
  }
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
#if defined(__GNUC__) && defined __GNUG__
    p[i] = i;
#endif
  // CHECK: [[#@LINE+1]]:3: error: what this loop does depends on which compiler reads it
  # if __GNUC__ >= 9
    p[i] = i;
#elif defined __GNUC__
#endif
  }
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    // CHECK: [[#@LINE+1]]:1: error: what this loop does depends on which compiler reads it
#if defined(__GNUC__) && __has_builtin(__builtin_bitreverse32)
    p[i] = i;
#endif
  }
  // These are the same everywhere.
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
#ifdef __GNUC__
    p[i] = i;
#elif !defined(NDEBUG) && __cplusplus >= 201703L // __clang__
    p[i] = 2 * i;
#endif
  }
#ifdef __clang__
#endif
}
