// A text buffer keeps what longer texts of earlier iterations have left behind
// the end of the last one. Who prints it does not see that; who looks at the
// bytes may.
#include <cstdio>
#include <cstring>

void bytes(const int *in, int *out) {
  char text[8] = {};
  [[mp::parallel_map]]
  for (int i = 0; i < 16; i++) {
    std::strcpy(text, in[i] % 2 ? "alpha" : "be"); // expect-warning {{mp-last-value}}: text
    out[i] = static_cast<int>(std::strlen(text));
  }
  for (char c : text)
    std::printf("%d ", c);
}

void printed(const int *in, int *out) {
  char text[8] = {};
  [[mp::parallel_map]]
  for (int i = 0; i < 16; i++) {
    std::snprintf(text, sizeof text, "%d", in[i] % 1000);
    out[i] = static_cast<int>(std::strlen(text));
  }
  std::puts(text);
}

void whole(const int *in, int *out) {
  char text[8] = {};
  [[mp::parallel_map]]
  for (int i = 0; i < 16; i++) {
    std::memset(text, 0, sizeof text);
    std::strcpy(text, in[i] % 2 ? "alpha" : "be");
    out[i] = static_cast<int>(std::strlen(text));
  }
  for (char c : text)
    std::printf("%d ", c);
}
