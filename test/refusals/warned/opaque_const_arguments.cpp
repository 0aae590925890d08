// What it gets from outside it can only read.
struct Market {
  double rate;
};
double price(const Market &market, const double *curve, int n);

void f(const Market &market, const double *in, double *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = price(market, in + i, 3); // expect-warning {{mp-opaque-call}}: price
}
