// The destructor of a member, which nobody wrote for the class around it.
static int closed = 0;
struct Handle {
  ~Handle() {
    ++closed; // expect-note?
  }
};
struct Work {
  Handle handle;
  int value = 1;
};

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    Work work; // expect-error? {{mp-destructor|mp-carried}}
    // expect-note@-1?
    out[i] = work.value + closed; // expect-error? {{mp-destructor|mp-carried}}
    // expect-note@-1?
  }
}
