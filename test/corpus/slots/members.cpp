// Members of elements, of different widths; only some members of each element are written.
#include <cstdio>
#include <vector>

struct Vec {
  double x, y, z;
};
struct Particle {
  Vec position, velocity;
  short charge;
  char tag[5];
  bool alive : 1;
  unsigned kind : 5;
};

int main() {
  std::vector<Particle> p(55);
  Particle fixed[21] = {};
  for (std::size_t i = 0; i < p.size(); ++i)
    p[i] = {{0, 0, 0}, {0.5 * static_cast<double>(i), 1, 2}, 1, "abcd", true, 3};
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < p.size(); ++i) {
    p[i].position.x += p[i].velocity.x;
    p[i].position.z = 3;
    p[i].charge = static_cast<short>(-static_cast<int>(i));
    p[i].tag[i % 4] = 'x';
    p[i].alive = i % 3 != 0;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 21; ++i) {
    fixed[i].velocity = {1.0 * i, 2.0 * i, 3.0 * i};
    fixed[i].kind = static_cast<unsigned>(i) & 31;
  }
  for (auto &q : p)
    std::printf("%a %a %a %a %d %.4s %d %u\n", q.position.x, q.position.y, q.position.z,
                q.velocity.x, q.charge, q.tag, q.alive, q.kind);
  for (auto &q : fixed)
    std::printf("%a %a %d %u\n", q.velocity.x, q.velocity.z, q.charge, q.kind);
}
