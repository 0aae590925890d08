// The bound is a member that a callee changes.
struct Work {
  int count;
  void drop() {
    --count; // expect-note?
  }
};

void f(Work &work, double *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < work.count; ++i) { // expect-note?
    out[i] = i;
    if (i % 100 == 99)
      work.drop(); // expect-error {{mp-loop-changed|mp-carried}}
  }
}
