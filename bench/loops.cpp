// loops.cpp - Loops to be measured, in the namespace that LOOPS names.
//
// This file is compiled as it is, and through mp-cxx.

#include "loops.hpp"
#include <cmath>
#include <vector>

namespace bench::LOOPS {

// Stores of characters may change all memory that they can reach.
void image(unsigned char *out, const unsigned char *in, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    out[i] = static_cast<unsigned char>(255 - in[i]);
}

// A floating-point sum beside a slot.
double sum(double *out, const double *in, int n) {
  double total = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    out[i] = in[i] * 0.5;
    total += out[i];
  }
  return total;
}

// The loop variable is an outer one, and used afterwards.
int variable(float *out, const float *in, int n) {
  int i;
  [[mp::parallel_map]]
  for (i = 0; i < n; i++)
    out[i] = in[i] * in[i];
  return i;
}

// The results are in a container that only this function knows.
char local(int n, int seed) {
  std::vector<char> v(n);
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    v[i] = static_cast<char>(i * seed);
  return v[seed % n];
}

void additions(double *out, const double *a, const double *b, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    out[i] = a[i] + b[i];
}

static double grind(int seed) {
  double x = 1 + 1e-3 * seed;
  for (int k = 0; k < 150000; k++)
    x = std::sqrt(x) + 0.5;
  return x;
}

// About a millisecond in each iteration.
void work(double *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    out[i] = grind(i);
}

// Two iterations with next to nothing in them.
void pair(int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 2; i++)
    out[i] = i;
}

} // namespace bench::LOOPS
