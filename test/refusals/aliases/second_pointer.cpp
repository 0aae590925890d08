// Another pointer leads to the allocated memory, too.
struct Holder {
  double *kept = nullptr;
};

void f(Holder &holder, const int *index, int n) {
  double *a = new double[1000];
  holder.kept = a;
  double *b = holder.kept;
  [[mp::parallel_map]]
  for (int i = 1; i < n; ++i)
    a[i] = b[index[i]] + 1; // expect-error {{mp-may-alias|mp-carried}}
    // expect-note@-1?
  delete[] a;
}
