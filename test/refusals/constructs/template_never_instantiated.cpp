// Nobody knows what T does.
template <typename T> void f(T &out, int n) {
  // expect-error@+1? {{mp-template}}
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) // expect-error? {{mp-template}}
    out[i] = out[i] * 3;
}
