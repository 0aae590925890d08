// A class that owns memory behind a raw pointer, without a serialize member.
#include <vector>

class Buffer {
public:
  Buffer() = default;
  explicit Buffer(int n) : data(new int[n]()), size(n) {}
  Buffer(const Buffer &) = delete;
  Buffer &operator=(Buffer &&o) {
    delete[] data; // expect-note?
    data = o.data;
    size = o.size;
    o.data = nullptr;
    return *this;
  }
  ~Buffer() { delete[] data; } // expect-note?

private:
  int *data = nullptr;
  int size = 0;
};

void f(std::vector<Buffer> &out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = Buffer(i); // expect-error {{mp-transport|mp-worker-pointer|mp-outer-free}}
  // expect-error@-1? {{mp-transport|mp-worker-pointer|mp-outer-free}}
}
