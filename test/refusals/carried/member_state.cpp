// A member is the state of a filter.
class Filter {
public:
  void run(const double *in, double *out, int n) {
    [[mp::parallel_map]]
    for (int i = 0; i < n; ++i) {
      out[i] = in[i] + 0.5 * last; // expect-error {{mp-carried}}: last
      last = in[i];                // expect-note
    }
  }

private:
  double last = 0;
};

void use(const double *in, double *out, int n) { Filter().run(in, out, n); }
