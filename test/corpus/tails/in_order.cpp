// Values of one statement that depend on each other: computed in the order of
// the program, where that has one.
#include <iostream>
#include <random>
#include <vector>

struct Generator {
  unsigned state;
  unsigned next() {
    state = state * 1664525u + 1013904223u;
    return state >> 8;
  }
};

static int up(int &k) { return ++k; }

int main() {
  std::vector<unsigned> drawn;
  [[mp::parallel_map]]
  for (int i = 0; i < 50; ++i) {
    Generator g{unsigned(i) * 77u};
    drawn.push_back(g.next()), drawn.push_back(g.next());
    std::cout << g.next() << " " << g.state << " " << g.next() << "\n";
  }
  for (unsigned d : drawn)
    std::cout << d << "\n";
  [[mp::parallel_map]]
  for (int i = 0; i < 20; ++i) {
    std::mt19937 engine(i);
    std::uniform_int_distribution<int> die(1, 6);
    int k = i;
    std::cout << die(engine) << die(engine) << " " << k << " " << up(k) << " "
              << k * 2 << "\n";
  }
}
