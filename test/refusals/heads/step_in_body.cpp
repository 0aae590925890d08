// A step in the body has to be made in every iteration, and last.
#include <cstdio>

void skipped(int *out, const int *in, int n) {
  int i = 0;
  [[mp::parallel_map]]
  while (i < n) {
    if (in[i] == 3)
      continue; // expect-error {{mp-loop-form}}: continue
    out[i] = in[i];
    i++; // expect-note
  }
}

void twice(int *out, int n) {
  int i = 0;
  [[mp::parallel_map]]
  while (i < n) {
    out[i] = i;
    if (out[i] > 5)
      i++; // expect-error {{mp-loop-changed}}: i
    i++;
  }
}

struct Marks {
  int &at;
  int *out;
  Marks(int &at, int *out) : at(at), out(out) {}
  ~Marks() { out[at] = 1; } // expect-note
};

void marked(int *out, int n) {
  int i = 0;
  [[mp::parallel_map]]
  while (i < n) {
    // expect-error@+1 {{mp-destructor}}: Marks
    Marks m(i, out); // expect-error {{mp-loop-form}}: m
    i++;
  }
}

void never(int *out, int n) {
  int i = 0;
  [[mp::parallel_map]]
  while (i < n) { // expect-error {{mp-loop-form}}
    i++;
    out[i] = i;
  }
}
