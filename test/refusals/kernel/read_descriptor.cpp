// read moves the offset of an inherited descriptor.
#include <unistd.h>

void f(int fd, char *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    if (read(fd, out + i, 1) != 1) // expect-error {{mp-input|mp-kernel-effect}}: read
      out[i] = 0;
}
