// Functions of the user's that the library finds by their names, and what
// range-for calls.
#include <algorithm>
#include <exception>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <utility>

static int counter;
struct Swapped {
  int value;
};
static void swap(Swapped &a, Swapped &b) {
  ++counter; // expect-note
  std::swap(a.value, b.value);
}
struct Mutex {
  void lock() { ++counter; } // expect-note
  void unlock() {}
};
struct Sized {
  int size() const { return counter; } // expect-note
};
struct Numbers {
  struct Iterator {
    int at;
    int operator*() const { return counter + at; } // expect-note
    Iterator &operator++() {
      ++at;
      return *this;
    }
    bool operator!=(const Iterator &other) const { return at != other.at; }
  };
  Iterator begin() const { return {0}; }
  Iterator end() const { return {3}; }
};
template <class T> struct Allocator {
  using value_type = T;
  Allocator() = default;
  template <class U> Allocator(const Allocator<U> &) {}
  T *allocate(std::size_t n) {
    ++counter; // expect-note
    return std::allocator<T>().allocate(n);
  }
  void deallocate(T *p, std::size_t n) { std::allocator<T>().deallocate(p, n); }
  bool operator==(const Allocator &) const { return true; }
  bool operator!=(const Allocator &) const { return false; }
};
struct Error : std::exception {
  const char *what() const noexcept override {
    return counter ? "some" : "none"; // expect-note
  }
};
static int plain() { return counter; } // expect-note
static bool odd(int x) { return (x + counter) % 2; } // expect-note

void swapping(int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    Swapped all[3] = {{1}, {2}, {i}};
    out[i] = counter; // expect-error {{mp-carried}}: counter
    std::reverse(all, all + 3); // expect-note
  }
}
void locking(int *out) {
  Mutex mutex;
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    out[i] = counter;
    std::lock_guard<Mutex> guard(mutex); // expect-error {{mp-carried}}: counter
  }
}
void sized(int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    out[i] = static_cast<int>(std::size(Sized())); // expect-error {{mp-carried}}: counter
    if (i % 3)
      counter += i; // expect-note
  }
}
void ranged(int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    out[i] = 0;
    for (int x : Numbers()) // expect-error {{mp-carried}}: counter
      out[i] += x;
    if (i % 3)
      counter += i; // expect-note
  }
}
void allocated(int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    out[i] = counter;
    // expect-error@+1 {{mp-carried}}: counter
    std::map<int, int, std::less<int>, Allocator<std::pair<const int, int>>> m;
    m[i] = 1;
  }
}
void described(int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    try {
      throw Error();
    } catch (const std::exception &e) {
      out[i] = e.what()[0]; // expect-error {{mp-carried}}: counter
    }
    if (i % 3)
      counter += i; // expect-note
  }
}
void referred(int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    // expect-warning@+2 {{mp-opaque-call}}: reference_wrapper
    // expect-error@+1 {{mp-carried}}: counter
    out[i] = std::ref(plain)();
    if (i % 3)
      counter += i; // expect-note
  }
}
void listed(int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    std::list<int> list{1, 2, i};
    list.remove_if(odd); // expect-error {{mp-carried}}: counter
    out[i] = static_cast<int>(list.size());
    if (i % 3)
      counter += i; // expect-note
  }
}
