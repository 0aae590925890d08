// A call that fails leaves its arguments alone, and an earlier iteration's values in them.
#include <cstdio>
#include <sstream>
#include <string>
#include <sys/stat.h>
#include <vector>

void f(const std::vector<std::string> &in, std::vector<int> &out, int n) {
  int x = 0, y = 0;
  struct stat file;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    std::sscanf(in[i].c_str(), "%d", &x); // expect-note?
    out[i] = x;                           // expect-error {{mp-carried}}: x
  }
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    if (std::sscanf(in[i].c_str(), "%d %d", &x, &y) >= 1) // expect-note?
      out[i] = y;                                         // expect-error {{mp-carried}}: y
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    if (stat(in[i].c_str(), &file)) // expect-note?
      out[i] = int(file.st_size);   // expect-error {{mp-carried}}: file
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    std::istringstream s(in[i]);
    s >> x; // expect-note?
    s.clear();
    if (s)
      out[i] = x; // expect-error {{mp-carried}}: x
  }
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    std::istringstream s(in[i]);
    if (in[i].size() > 2)
      s >> x; // expect-note?
    if (!s)
      continue;
    out[i] = x; // expect-error {{mp-carried}}: x
  }
}
