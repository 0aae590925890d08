// The program has a namespace mp of its own, whose names meet the runtime's there.
namespace mp {
struct worker { // expect-note
  int wage;
};
} // namespace mp

void f(mp::worker *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) // expect-error {{mp-construct}}: mp::worker
    out[i].wage = i;
}
