// The library reads what it is given pointers to: a text, a range, as far as it goes.
#include <cstring>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

static char text[32];
static int numbers[8];
void fill(char (&to)[32], int i) {
  for (int k = 0; k < 32; ++k)
    to[k] = char(i); // expect-note?
  // expect-note@-1?
  // expect-note@-2?
  // expect-note@-3?
  // expect-note@-4?
}

void f(std::vector<std::string> &out, std::vector<std::vector<int>> &rows, std::vector<int> &all,
       int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = std::string(text); // expect-error {{mp-carried}}: text
    fill(text, i);              // expect-note
  }
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    std::string s(text, 4); // expect-error {{mp-carried}}: text
    fill(text, i);          // expect-note
    out[i] = s;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i].append(text, 3); // expect-error {{mp-carried}}: text
    fill(text, i);          // expect-note
  }
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    auto p = std::make_unique<std::string>(text); // expect-error {{mp-carried}}: text
    out[i] = *p;
    if (i % 3)
      fill(text, i); // expect-note
  }
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    rows[i] = std::vector<int>(numbers, numbers + 4); // expect-error {{mp-carried}}: numbers
    numbers[i % 8] = i;                               // expect-note
  }
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    rows[i].assign(all.begin(), all.end()); // expect-error {{mp-carried}}: all
    all[i % 8] = i;                         // expect-note
  }
}
