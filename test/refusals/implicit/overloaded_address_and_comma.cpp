// Overloaded & and comma that count.
struct Odd {
  int *operator&() {
    ++taken; // expect-note?
    return &value;
  }
  int value = 0, taken = 0;
};

void f(Odd *odd, int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = *&odd[0] + odd[0].taken; // expect-error {{mp-carried}}
  // expect-note@-1?
}
