// strncpy fills a part of the buffer only; what is behind it is read.
#include <cstring>

static char line[16];

void f(const char *const *in, int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    std::strncpy(line, in[i], 8); // expect-note?
    out[i] = line[12];            // expect-error? {{mp-carried|mp-may-alias}}
    // expect-note@-1?
    line[12] = 'x'; // expect-error? {{mp-carried}}
    // expect-note@-1?
  }
}

int g() { return line[0]; }
