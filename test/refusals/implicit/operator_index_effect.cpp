// A user's operator[] that remembers what was asked for last.
struct Log {
  int &operator[](int i) {
    last = last * 3 + i; // expect-note?
    return data[(last & 1023)];
  }
  int data[1024];
  int last = 0;
};

void f(Log &log, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    log[i] = i; // expect-error {{mp-carried|mp-subscript|mp-nothing-parallel}}
  // expect-note@-1?
}
