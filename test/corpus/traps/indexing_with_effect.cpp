// operator[] that counts, grows or remembers the last index.
// VERDICT: any
#include <cstdio>
#include <vector>

class Log {
public:
  int &operator[](int i) {
    last = last * 3 % 1000 + i;
    if (i >= static_cast<int>(data.size()))
      data.resize(i + 1, last);
    return data[i];
  }
  std::vector<int> data;
  int last = 1;
};

int main() {
  Log log;
  [[mp::parallel_map]]
  for (int i = 0; i < 50; ++i)
    log[i * 3 % 50] += i;
  for (int x : log.data)
    std::printf("%d ", x);
  std::printf("%d\n", log.last);
}
