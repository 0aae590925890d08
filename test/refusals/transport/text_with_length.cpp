// A pointer to characters that do not end with a zero is no text to be sent.
#include <cstdio>
#include <string>
#include <vector>

void appended(std::string &all, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    char b[4] = {char('a' + i), 'b', 0, 'c'};
    all.append(b, 4); // expect-error {{mp-carried}}: b // expect-note?
  }
}

void from_to(std::string &all, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    const char *p = "hello world", *q = p + i % 8;
    all.append(p, q); // expect-error {{mp-worker-pointer}}: p // expect-note?
  }
}

void inserted(std::string &all, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    char b[4] = {char('a' + i), 'b', 0, 'c'};
    all.insert(0, b, 4); // expect-error {{mp-carried}}: b // expect-note?
  }
}

void printed(int &total, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    char b[2] = {char('a' + i % 26), 'b'};
    std::printf("%d %.2s\n", total += i, b); // expect-error {{mp-carried}}: b // expect-note?
  }
}
