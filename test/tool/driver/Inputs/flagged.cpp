#include "flag.h"
#ifndef FLAG
#error FLAG is not defined
#endif
void flagged(int *p, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    p[i] = FLAG;
}
