// Lines are read from an outer stream in the body.
#include <fstream>
#include <string>
#include <vector>

void f(std::ifstream &in, std::vector<std::string> &out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    std::getline(in, out[i]); // expect-error {{mp-input}}
}
