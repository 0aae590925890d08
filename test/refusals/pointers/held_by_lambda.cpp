// A lambda writes to what it holds, which has no name where the loop is; or its name means
// another variable there.
template <class F> void each(int n, F f) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    f(i); // expect-error {{mp-unknown-write}}: out
}

void caller(int n) {
  int out[100] = {};
  each(n < 100 ? n : 100, [&](int i) { out[i] = i; }); // expect-note
}

int hidden(int n) {
  int out[100] = {};
  auto set = [&](int i) { out[i % 100] = i; };
  auto put = [&](int i) { out[i] = i; }; // expect-note
  set(0);
  {
    int out[3] = {};
    [[mp::parallel_map]]
    for (int i = 0; i < n; ++i)
      put(i); // expect-error {{mp-unknown-write}}: out
    return out[0];
  }
}

void not_held(int n) {
  int out[100] = {};
  auto put = [&out](int i) { out[i] = i; }; // expect-note
  auto loop = [put, n] {
    [[mp::parallel_map]]
    for (int i = 0; i < n; ++i)
      put(i); // expect-error {{mp-unknown-write}}: out
  };
  loop();
}
