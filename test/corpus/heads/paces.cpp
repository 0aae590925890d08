// Heads that are repeated: steps that wrap, subscripts that go along, loops
// that are left, nested loops.
//
// RUNS: any

#include <cstdio>
#include <list>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>
struct N {
  int v;
  int out;
  N *next;
};
int work(int x) { return x * 31 % 97; }
int f4(N *h) {
  int s = 0;
  [[mp::parallel_map]]
  for (N *p = h; p; p = p->next) {
    s = s * 7 % 10007 + work(p->v) + (p->next ? p->next->out : 0);
  }
  return s;
}
void f7(int *a, int n) {
  int j = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++, j += 2)
    a[j] = a[j + 2] + 1;
  std::printf("%d\n", j);
}
void f9(int *a, unsigned char j, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++, j++)
    a[j] = i;
  std::printf("j %d\n", j);
}
void f9b(int *a, unsigned short j, int n) {
  [[mp::parallel_map]]
  for (int i = n; i > 0; --i, j--)
    a[j] = i * 2;
  std::printf("j %d\n", j);
}
void f10(int *a, int n) {
  int i = 0;
  [[mp::parallel_map]]
  while (i < n) {
    auto f = [&] { return i; };
    a[f()] = i;
    i++;
  }
}
struct S {
  std::multiset<int> m;
  std::vector<double> res;
  double acc = 0;
  void run() {
    [[mp::parallel_map]]
    for (int x : m) {
      if (x % 5 == 4)
        continue;
      double d = work(x) / 3.0;
      acc += d;
      res.push_back(d);
    }
    int k = 0;
    double t = 0.25;
    [[mp::parallel_map]]
    for (; t < 40 && k < static_cast<int>(res.size()); t *= 1.1, ++k) {
      res[k] += t;
      std::printf("%g ", res[k]);
    }
    std::printf("k %d t %a\n", k, t);
  }
  int find(int v) {
    [[mp::parallel_map]]
    for (auto it = m.begin(); it != m.end(); ++it) {
      int w = work(*it);
      if (w == v)
        return *it;
      acc += w;
    }
    return -1;
  }
};
void thrower(std::list<std::string> &l, int bad) {
  std::list<std::string>::iterator it;
  int n = 0;
  try {
    [[mp::parallel_map]]
    for (it = l.begin(), n = 0; it != l.end(); ++it, n++) {
      if (static_cast<int>(it->size()) == bad)
        throw std::runtime_error(*it);
      std::printf("%s,", it->c_str());
    }
  } catch (std::exception &e) {
    std::printf("caught %s ", e.what());
  }
  std::printf("n %d %s\n", n, it == l.end() ? "end" : it->c_str());
}
int nested(std::map<int, std::vector<int>> &m) {
  int s = 0;
  [[mp::parallel_map]]
  for (auto &[k, v] : m) {
    int best = 0;
    [[mp::parallel_map]]
    for (int x : v)
      if (x > best)
        best = x;
    s = s * 5 % 9973 + best + k;
  }
  return s;
}
int main() {
  std::vector<N> pool(100);
  for (int i = 0; i < 100; i++)
    pool[i] = {i, i * 3 % 11, i < 99 ? &pool[i + 1] : nullptr};
  std::printf("%d\n", f4(&pool[0]));
  std::printf("%d\n", f4(nullptr));
  std::vector<int> a(70000, 5);
  for (int i = 0; i < 500; i++)
    a[i] = i * i % 31;
  f7(a.data(), 200);
  f9(a.data(), 3, 100);
  f9(a.data(), 250, 100);
  f9(a.data(), 0, 0);
  f9b(a.data(), 200, 100);
  f9b(a.data(), 50, 100);
  f10(a.data(), 77);
  for (int i = 0; i < 600; i++)
    std::printf("%d ", a[i]);
  long h = 0;
  for (int x : a)
    h = h * 31 % 1000003 + x;
  std::printf("%ld\n", h);
  S s;
  for (int i = 0; i < 130; i++)
    s.m.insert(i * 17 % 60);
  s.run();
  const int found = s.find(31 * 20 % 97);
  const int none = s.find(12345);
  std::printf("%d %d %a\n", found, none, s.acc);
  std::list<std::string> w;
  for (int i = 0; i < 60; i++)
    w.push_back(std::string(i % 30, 'x') + "y");
  thrower(w, 25);
  thrower(w, 99);
  std::map<int, std::vector<int>> m;
  for (int i = 0; i < 80; i++)
    m[i * 3 % 79] = {i, i * 2 % 37, 5};
  std::printf("%d\n", nested(m));
  for (double d : s.res)
    std::printf("%a ", d);
}
