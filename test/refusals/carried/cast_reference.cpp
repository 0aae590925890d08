// A reference of the iteration's own, behind a cast, is what it refers to, not
// a value that could be sent.
struct Left {
  int a;
};
struct Right {
  int b;
};
struct Both : Left, Right {
  int c;
};

void f(int &total, Both &one, int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; i++) {
    int &r = total;
    out[i] = i;
    // expect-error@+2 {{mp-carried}}: r
    // expect-note@+1
    static_cast<int &>(r) += i;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 9; i++) {
    Right &r = one;
    out[i] = i;
    // expect-error@+2 {{mp-carried}}: r
    // expect-note@+1
    static_cast<Both &>(r).c += i;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 9; i++) {
    int &r = total;
    out[i] = i;
    // expect-error@+2 {{mp-carried}}: r
    // expect-note@+1
    (void(), r) += i;
  }
}
