// Atomics whose results are not used.
#include <atomic>
#include <cstdio>

static std::atomic<int> done{0};

int main() {
  std::atomic<long> sum{5};
  std::atomic<unsigned> bits{0};
  std::atomic<int> last{-1};
  int out[80];
  [[mp::parallel_map]]
  for (int i = 0; i < 80; ++i) {
    out[i] = i * 3;
    ++done;
    done.fetch_add(2, std::memory_order_relaxed);
    sum += out[i];
    bits |= 1u << (i % 20);
    last.store(i);
  }
  for (int x : out)
    std::printf("%d ", x);
  std::printf("%d %ld %u %d\n", done.load(), sum.load(), bits.load(), last.load());
}
