// Accumulators of user-defined types: operator+=, a method, a value that is not commutative.
#include <cstdio>
#include <string>
#include <vector>

struct Vec3 {
  double x = 0, y = 0, z = 0;
  Vec3 &operator+=(const Vec3 &o) {
    x += o.x;
    y += o.y;
    z += o.z;
    return *this;
  }
};
inline Vec3 operator*(double s, const Vec3 &v) { return {s * v.x, s * v.y, s * v.z}; }

class Path {
public:
  Path &operator<<(const std::string &part) {
    text = "(" + text + part + ")";
    return *this;
  }
  void turn(int by) { heading = (heading * 2 + by) % 360; }
  std::string text;
  int heading = 90;
};

int main() {
  Vec3 centre;
  Path path;
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    Vec3 v{i * 0.1, 1.0 / (i + 1), -2.5};
    centre += 0.3 * v;
    if (i % 4 == 0)
      path << std::to_string(i);
    path.turn(i);
  }
  std::printf("%a %a %a %s %d\n", centre.x, centre.y, centre.z, path.text.c_str(), path.heading);
}
