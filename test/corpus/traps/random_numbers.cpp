// rand() in the body, an outer engine in the body: one stream for the whole loop.
// VERDICT: any
#include <cstdio>
#include <cstdlib>
#include <random>

int main() {
  unsigned out[50];
  std::mt19937 engine(7);
  std::srand(3);
  [[mp::parallel_map]]
  for (int i = 0; i < 50; ++i)
    out[i] = engine() + static_cast<unsigned>(std::rand() % 10);
  for (unsigned x : out)
    std::printf("%u ", x);
  std::printf("%u\n", static_cast<unsigned>(engine()));
}
