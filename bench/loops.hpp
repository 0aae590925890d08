// loops.hpp - The loops that are measured, and their rivals.
//
// Each is there twice, from the same text: as the compiler makes it of the
// source, and as it makes it of what mp-rewrite writes.

#ifndef MP_BENCH_LOOPS_HPP
#define MP_BENCH_LOOPS_HPP

#define MP_BENCH_DECLARE(WHICH)                                                \
  namespace bench::WHICH {                                                     \
  void image(unsigned char *out, const unsigned char *in, int n);              \
  double sum(double *out, const double *in, int n);                            \
  int variable(float *out, const float *in, int n);                            \
  char local(int n, int seed);                                                 \
  void additions(double *out, const double *a, const double *b, int n);        \
  void work(double *out, int n);                                               \
  void pair(int *out);                                                         \
  }

MP_BENCH_DECLARE(plain)
MP_BENCH_DECLARE(rewritten)

#endif
