// co_await in the body.
// STD: 20
#include <coroutine>

struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};

Task f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    co_await std::suspend_never(); // expect-error {{mp-construct}}
    out[i] = i;
  }
}
