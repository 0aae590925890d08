// Reading a stream in the body: its position is the state.
#include <iostream>

void f(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    std::cin >> out[i]; // expect-error {{mp-input|mp-hidden-state}}
}
