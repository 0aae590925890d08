// A recursive callee writes a global array that it reads again in the next iteration.
static int stack[64];
static int top;

static void push(int depth, int x) {
  if (depth > 0)
    push(depth - 1, x);
  stack[top++ & 63] = x; // expect-note?
}

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    push(i % 3, i);            // expect-error? {{mp-carried}}
    // expect-note@-1?
    out[i] = stack[i & 63];    // expect-error? {{mp-carried}}
    // expect-note@-1?
    // expect-error@-2? {{mp-carried}}
  }
}
