// Containers whose comparators have a state: only the elements would travel.
#include <map>
#include <set>
#include <vector>

struct Modulo {
  int m = 1;
  bool operator()(int a, int b) const { return a % m < b % m; }
};

void pushed(std::vector<std::set<int, Modulo>> &out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    std::set<int, Modulo> t(Modulo{i + 2});
    t.insert(i);
    out.push_back(t); // expect-error {{mp-transport}}: state // expect-note?
  }
}

void stored(std::vector<std::map<int, int, Modulo>> &out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = std::map<int, int, Modulo>(Modulo{i + 2}); // expect-error {{mp-transport}}: state
}

void by_function(std::vector<std::set<int, bool (*)(int, int)>> &out, bool (*less)(int, int),
                 int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = std::set<int, bool (*)(int, int)>(less); // expect-error {{mp-transport}}: state // expect-warning {{mp-opaque-call}}
}
