// A pointer loop that looks one element back.
void f(int *begin, int *end) {
  [[mp::parallel_map]]
  for (int *p = begin + 1; p < end; ++p)
    // expect-error@+1 {{mp-carried}}
    *p = p[-1] + 1;
  // expect-note@-1
}
