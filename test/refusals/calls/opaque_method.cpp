// A non-const method of an outer object, whose body is elsewhere.
class Model {
public:
  double step(double x);

private:
  double state = 0;
};

void f(Model &model, const double *in, double *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = model.step(in[i]); // expect-error {{mp-opaque-call}}: step
}
