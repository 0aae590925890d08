// Lines that match are collected in another vector of the same type, which might be the first one
// for all the function knows.
#include <cstdio>
#include <string>
#include <vector>

static int grep(const std::vector<std::string> &lines, const std::string &what,
                std::vector<std::string> &hits) {
  int n = 0;
  [[mp::parallel_map]]
  for (const std::string &line : lines)
    if (line.find(what) != std::string::npos) {
      hits.push_back(line);
      ++n;
    }
  return n;
}

int main() {
  std::vector<std::string> lines, hits;
  for (int i = 0; i < 80; ++i)
    lines.push_back("line " + std::to_string(i * 7));
  int n = grep(lines, "4", hits);
  for (const std::string &s : hits)
    std::printf("%s\n", s.c_str());
  std::printf("%d\n", n);
}
