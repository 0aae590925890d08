// Stacks, queues and priority queues as results, in tails and as scratch.
#include <cstdio>
#include <deque>
#include <functional>
#include <queue>
#include <stack>
#include <string>
#include <vector>

int main() {
  const int n = 40;
  std::vector<std::stack<int>> stacks(n);
  std::vector<std::queue<std::string>> queues(n);
  std::vector<std::priority_queue<int, std::vector<int>, std::greater<int>>>
      heaps(n);
  std::vector<std::stack<int, std::vector<int>>> kept;
  std::priority_queue<std::pair<int, int>> best;
  std::stack<int> work;
  std::vector<int> sizes(n);
  for (int i = 0; i < n; ++i)
    stacks[i].push(-i);
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    std::stack<int, std::vector<int>> own;
    work = std::stack<int>();
    for (int k = 0; k < i % 7; ++k) {
      stacks[i].push(k * i);
      queues[i].push(std::to_string(i + k));
      heaps[i].push((k * 5 + i) % 11);
      own.push(k);
      work.push(k);
    }
    sizes[i] = static_cast<int>(work.size());
    kept.push_back(own);
    best.push({i * 17 % 23, i});
  }
  for (int i = 0; i < n; ++i) {
    std::printf("%d:", sizes[i]);
    for (; !stacks[i].empty(); stacks[i].pop())
      std::printf(" %d", stacks[i].top());
    for (; !queues[i].empty(); queues[i].pop())
      std::printf(" %s", queues[i].front().c_str());
    for (; !heaps[i].empty(); heaps[i].pop())
      std::printf(" %d", heaps[i].top());
    for (; !kept[i].empty(); kept[i].pop())
      std::printf(" %d", kept[i].top());
    std::printf("\n");
  }
  std::printf("%zu\n", work.size());
  for (; !best.empty(); best.pop())
    std::printf("%d %d\n", best.top().first, best.top().second);
}
