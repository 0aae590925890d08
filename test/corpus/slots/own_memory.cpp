// Pointers to memory that was allocated in the function, read with any subscript.
#include <cmath>
#include <cstdio>
#include <cstdlib>

template <typename T> static T *allocate(int n) {
  return static_cast<T *>(std::malloc(static_cast<std::size_t>(n) * sizeof(T)));
}

int main() {
  int n = 300;
  double *a = static_cast<double *>(std::malloc(static_cast<std::size_t>(n) * sizeof(double)));
  double *b = new double[300];
  int *index = allocate<int>(n);
  for (int i = 0; i < n; i++) {
    b[i] = i * 0.5;
    index[i] = (i * 7) % n;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    a[i] = std::sqrt(b[index[i]]);
  double s = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    s += a[(i * 11) % n] * i;
  std::printf("%a\n", s);
  std::free(a);
  delete[] b;
  std::free(index);
}
