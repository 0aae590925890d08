// Something of the program's that is called mp hides the runtime's namespace.
namespace app {
namespace mp { // expect-note // expect-note
inline int twice(int x) { return 2 * x; }
} // namespace mp

void inside(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) // expect-error {{mp-construct}}: app::mp
    out[i] = mp::twice(i);
}
} // namespace app

struct Codec {
  struct mp { // expect-note
    static int twice(int x) { return 2 * x; }
  };
  void inside(int *out, int n) {
    [[mp::parallel_map]]
    for (int i = 0; i < n; ++i) // expect-error {{mp-construct}}: Codec::mp
      out[i] = mp::twice(i);
  }
};

void opened(int *out, int n) {
  using namespace app;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) // expect-error {{mp-construct}}: app::mp
    out[i] = app::mp::twice(i);
}

// A variable hides nothing in front of `::`.
void named(int *out, int n) {
  int mp = 2;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = i * mp;
}
// ACCEPTED: 36
