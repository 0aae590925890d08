// Containers and lists that can only be gone through one after the other: each
// worker goes along.

#include <cstdio>
#include <list>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

struct Node {
  int value;
  Node *next;
};

static int work(int x) { return (x * 7 + 3) % 101; }

static void containers() {
  std::list<int> numbers;
  std::map<std::string, int> ages;
  std::set<int> odd;
  std::unordered_map<int, double> weights;
  for (int i = 0; i < 90; i++) {
    numbers.push_back(i * 3 % 31);
    ages["name" + std::to_string(i)] = i;
    odd.insert(2 * i + 1);
    weights[i * 13] = i / 8.0;
  }
  std::vector<int> found;
  long sum = 0;
  [[mp::parallel_map]]
  for (int x : numbers) {
    int w = work(x);
    sum += w;
    if (w > 50)
      found.push_back(w);
  }
  [[mp::parallel_map]]
  for (const auto &[name, age] : ages)
    std::printf("%s=%d ", name.c_str(), work(age));
  std::puts("");
  [[mp::parallel_map]]
  for (auto it = odd.begin(); it != odd.end(); ++it)
    sum += work(*it);
  double weight = 0;
  [[mp::parallel_map]]
  for (const auto &entry : weights)
    weight = weight / 2 + entry.second * work(entry.first);
  auto where = numbers.rbegin();
  [[mp::parallel_map]]
  for (; where != numbers.rend(); where++) {
    if (*where == 30)
      break;
    sum -= work(*where);
  }
  std::printf("%ld %a %d\n", sum, weight,
              where == numbers.rend() ? -1 : *where);
  for (int x : found)
    std::printf("%d ", x);
  std::puts("");
  std::list<int> none;
  [[mp::parallel_map]]
  for (int x : none)
    sum += work(x);
}

static void nodes() {
  std::vector<Node> pool(80);
  for (int i = 0; i < 80; i++)
    pool[i] = {i * 5 % 23, i + 1 < 80 ? &pool[i + 1] : nullptr};
  const Node *p;
  std::vector<int> out;
  [[mp::parallel_map]]
  for (p = pool.data(); p; p = p->next)
    out.push_back(work(p->value));
  std::printf("%d ", p == nullptr);
  p = &pool[10];
  long sum = 0;
  [[mp::parallel_map]]
  while (p != nullptr && p->value != 22) {
    int w = work(p->value);
    sum = sum * 31 % 65521 + w;
    p = p->next;
  }
  std::printf("%ld %d\n", sum, p ? p->value : -1);
  for (std::size_t k = 0; k < out.size(); k++)
    std::printf("%d ", out[k]);
  std::puts("");
}

int main() {
  containers();
  nodes();
}
