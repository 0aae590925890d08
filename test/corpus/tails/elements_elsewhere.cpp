// Elements of maps and lists, nodes, and what pointers lead to: the worker says
// which object it is, and the parent writes it.
#include <cmath>
#include <cstdio>
#include <list>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

static double slow(double x) {
  for (int k = 0; k < 50; ++k)
    x = std::sin(x + k);
  return x;
}

struct Particle {
  double x = 0, force = 0;
  int hits = 0;
  std::vector<double> track;
};

struct Left {
  int a;
};
struct Right {
  int b;
};
struct Both : Left, Right {
  int c;
};

struct Node {
  double value, result;
  Node *next;
};

int main() {
  std::map<int, double> squares;
  std::map<std::string, std::vector<double>> series;
  std::unordered_map<int, Particle> cloud;
  std::list<Particle> particles;
  for (int i = 0; i < 30; ++i) {
    squares[i * 3] = 0;
    series["s" + std::to_string(i)];
    cloud[i].x = i;
    particles.emplace_back();
    particles.back().x = i * 0.5;
  }
  [[mp::parallel_map]]
  for (auto &x : squares)
    x.second = slow(x.first);
  [[mp::parallel_map]]
  for (auto &[name, values] : series)
    values.push_back(slow(static_cast<double>(name.size())));
  [[mp::parallel_map]]
  for (Particle &p : particles) {
    const double f = slow(p.x);
    p.force += f;
    if (f > 0)
      p.hits++;
    p.track.push_back(f);
  }
  [[mp::parallel_map]]
  for (auto it = cloud.begin(); it != cloud.end(); ++it)
    it->second.force = slow(it->first);
  std::vector<Node> nodes(30);
  for (int i = 0; i < 30; ++i)
    nodes[i] = {i * 2.0, 0, i ? &nodes[i - 1] : nullptr};
  [[mp::parallel_map]]
  for (Node *p = &nodes[29]; p; p = p->next)
    p->result = slow(p->value);
  std::vector<Particle *> chosen;
  for (Particle &p : particles)
    chosen.insert(chosen.begin(), &p);
  chosen.push_back(chosen[3]);
  [[mp::parallel_map]]
  for (Particle *p : chosen) {
    p->force += slow(p->x * 2);
    p->hits += 100;
  }
  // References of a range loop.
  std::list<double> numbers(20, 0.25);
  [[mp::parallel_map]]
  for (double &x : numbers)
    x += slow(squares[3]);
  [[mp::parallel_map]]
  for (double &x : numbers)
    x *= 2;
  for (double x : numbers)
    std::printf("%.17g ", x);
  int total = 0;
  Both one{};
  [[mp::parallel_map]]
  for (int i = 0; i < 30; i++) {
    int &r = total;
    Right &part = one;
    nodes[i].value = slow(i);
    static_cast<int &>(r) += i;
    static_cast<Both &>(part).c += i;
    (void(), r) += i;
  }
  std::printf("%d %d\n", total, one.c);
  for (const auto &[k, v] : squares)
    std::printf("%d %.17g\n", k, v);
  for (const auto &[k, v] : series)
    std::printf("%s %.17g\n", k.c_str(), v.at(0));
  for (const Particle &p : particles)
    std::printf("%.17g %d %zu\n", p.force, p.hits, p.track.size());
  for (int i = 0; i < 30; ++i)
    std::printf("%.17g %.17g\n", cloud[i].force, nodes[i].result);
}
