// Values of one statement that change what others of it read, where the
// language leaves the order open, or they go by reference.
#include <random>
#include <utility>
#include <vector>

struct Generator {
  unsigned state;
  unsigned next() { return state = state * 1664525u + 1013904223u; }
};

void same_text(std::vector<std::pair<unsigned, unsigned>> &out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    Generator g{unsigned(i)};
    out.emplace_back(g.next() + 1, g.next() + 1); // expect-error {{mp-not-classified}}: order // expect-note?
  }
}

void sum_of_draws(std::vector<std::pair<int, int>> &out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    std::mt19937 engine(i);
    std::uniform_int_distribution<int> die(1, 6);
    out.emplace_back(die(engine), die(engine) + 1); // expect-error {{mp-not-classified}}: order // expect-note?
  }
}

void by_reference(std::vector<std::pair<int, int>> &out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    int k = i;
    out.push_back({k, k++ * 2}); // expect-error {{mp-not-classified}}: order // expect-note?
  }
}
