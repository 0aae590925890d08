// What a call may run that names no target, as far as the file shows it.
#include <functional>
#include <memory>
#include <vector>

static int total;
static int withTotal(int x) { return x + total; } // expect-note

struct Shape {
  virtual ~Shape() = default;
  virtual int size() const { return 1; }
};
struct Square : Shape {
  int size() const override { return total; } // expect-note
};
static int dead;
struct Counted : Shape {
  ~Counted() override { ++dead; } // expect-note
};
struct Other {
  virtual int size() const { return total; }
};

void pointer(int (*work)(int), int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    // expect-warning@+2 {{mp-opaque-call}}: work
    // expect-error@+1 {{mp-carried}}: total
    out[i] = work(i);
    if (i % 3)
      total += i; // expect-note
  }
}

void overrider(const std::vector<std::unique_ptr<Shape>> &shapes, int *out) {
  [[mp::parallel_map]]
  for (size_t i = 0; i < shapes.size(); ++i) {
    // expect-warning@+2 {{mp-opaque-call}}: size
    // expect-error@+1 {{mp-carried}}: total
    out[i] = shapes[i]->size();
    if (i % 3)
      total += 1; // expect-note
  }
}

void closure(int *out, int n) {
  int sum = 0;
  std::function<int(int)> next = [&](int x) { return x + sum; }; // expect-note
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    // expect-warning@+2 {{mp-opaque-call}}: function
    // expect-error@+1 {{mp-carried}}: sum
    out[i] = next(i);
    sum += i; // expect-note
  }
}

void writing(int *out, int n) {
  int calls = 0;
  std::function<int(int)> next = [&](int x) { return x + ++calls; }; // expect-note
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    // expect-warning@+2 {{mp-opaque-call}}: function
    // expect-error@+1 {{mp-carried}}: calls
    out[i] = next(i);
}

struct Source {
  int last = 0;
  int next() { return last++; } // expect-note
};
void bound(Source &source, int *out, int n) {
  auto next = std::bind(&Source::next, &source);
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    // expect-error@+2 {{mp-unknown-write}}: next
    // expect-warning@+1 {{mp-opaque-call}}: _Bind
    out[i] = next();
}

void destroyed(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    auto shape = std::make_unique<Shape>(); // expect-error {{mp-destructor}}: Counted
    out[i] = 1;
  }
}

int main() {
  Square square;
  Counted counted;
  int out[2];
  pointer(withTotal, out, 2);
  return square.size() + counted.size();
}

struct Listener {
  int sum = 0;
  std::function<void(int)> add = [this](int x) { sum += x; }; // expect-note
  void run(int *out) {
    [[mp::parallel_map]]
    for (int i = 0; i < 9; ++i) {
      // expect-error@+2 {{mp-unknown-write}}
      // expect-warning@+1 {{mp-opaque-call}}: function
      add(i);
      out[i] = i;
    }
  }
};
int listen(int *out) {
  Listener listener;
  listener.run(out);
  return listener.sum;
}
