// A sparse matrix times a vector, by rows: the list says where the rows start.
#include <cstdio>

int main() {
  const int n = 30;
  int start[n + 1], column[200], filled = 0;
  double value[200], x[n], y[n], diagonal[n];
  for (int i = 0; i < n; i++) {
    x[i] = 1.0 / (i + 1);
    start[i] = filled;
    for (int k = 0; k < i % 6; k++) {
      column[filled] = (i * 7 + k * 3) % n;
      value[filled++] = i - k * 0.5;
    }
  }
  start[n] = filled;
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    double sum = 0;
    diagonal[i] = 0;
    for (int k = start[i]; k < start[i + 1]; k++) {
      if (column[k] == i)
        diagonal[i] = value[k];
      sum += value[k] * x[column[k]];
    }
    y[i] = sum;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++)
    for (int k = start[i]; k < start[i + 1]; k++)
      value[k] *= y[i]; // each row's own part
  for (int i = 0; i < n; i++)
    std::printf("%a %a ", y[i], diagonal[i]);
  for (int k = 0; k < filled; k++)
    std::printf("%a ", value[k]);
  std::puts("");
}
