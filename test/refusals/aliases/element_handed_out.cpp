// A reference to an element of the static array is handed out.
static int table[10];

int &cell(int i) { return table[i]; }

void f(const int *in, const int *index, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    int x = in[index[i]]; // expect-error? {{mp-may-alias|mp-carried}}
    // expect-note@-1?
    table[x % 10] += i; // expect-error? {{mp-may-alias|mp-carried}}
    // expect-note@-1?
  }
}
