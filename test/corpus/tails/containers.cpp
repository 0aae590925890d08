// Every kind of collecting container; the order of a hash map's elements is that of serial.
#include <bitset>
#include <cstdio>
#include <deque>
#include <list>
#include <map>
#include <queue>
#include <sstream>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

int main() {
  std::list<int> l;
  std::deque<int> d;
  std::priority_queue<int> q;
  std::bitset<64> bits;
  std::unordered_map<std::string, int> counts;
  std::unordered_set<int> set;
  std::multimap<int, int> byMod;
  std::map<int, std::vector<int>> groups;
  std::ostringstream text;
  [[mp::parallel_map]]
  for (int i = 0; i < 130; ++i) {
    int x = i * i % 97;
    l.push_front(x);
    if (x % 2)
      d.push_front(i);
    else
      d.push_back(i);
    q.push(x);
    bits.set(x % 64);
    counts["k" + std::to_string(x % 23)] += i;
    set.insert(x * 1001);
    byMod.emplace(x % 5, i);
    groups[x % 6].push_back(i);
    text << x << ',';
  }
  for (int x : l)
    std::printf("%d ", x);
  for (int x : d)
    std::printf("%d ", x);
  for (; !q.empty(); q.pop())
    std::printf("%d ", q.top());
  for (auto &c : counts)
    std::printf("%s=%d ", c.first.c_str(), c.second);
  for (int x : set)
    std::printf("%d ", x);
  for (auto &m : byMod)
    std::printf("%d:%d ", m.first, m.second);
  for (auto &g : groups)
    std::printf("%d:%zu:%d ", g.first, g.second.size(), g.second.back());
  std::printf("\n%s\n%s\n", bits.to_string().c_str(), text.str().c_str());
}
