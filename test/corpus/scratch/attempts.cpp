// Variables that a call fills if it succeeds, used where the program has looked.
#include <cstdio>
#include <cstring>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

static int numbers(const std::vector<std::string> &in, std::vector<int> &out) {
  int x, y, got = 0;
  char name[32];
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < in.size(); ++i) {
    got = std::sscanf(in[i].c_str(), "%d %31s %d", &x, name, &y);
    if (got < 1)
      continue;
    out[i] = x;
    if (got >= 2)
      out[i] += int(std::strlen(name));
    if (3 == got)
      out[i] *= y;
  }
  return got;
}

static void streams(const std::vector<std::string> &in, std::vector<int> &out) {
  int x, y;
  std::string word;
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < in.size(); ++i) {
    std::istringstream s(in[i]);
    if (s >> x >> word && !word.empty())
      out[i] += x;
    while (s >> word)
      out[i] += int(word.size());
    std::istringstream again(in[i]);
    again >> y;
    again >> word;
    if (again.fail())
      continue;
    out[i] += y * int(word.size());
  }
}

static void lines(const std::vector<std::string> &in, std::vector<int> &out) {
  char line[16];
  std::string text;
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < in.size(); ++i) {
    std::FILE *file = std::fopen(in[i].c_str(), "r");
    if (!file)
      continue;
    while (std::fgets(line, sizeof line, file) != nullptr)
      out[i] += int(std::strlen(line));
    std::fclose(file);
    std::ifstream again(in[i]);
    while (std::getline(again, text))
      out[i] += int(text.size());
  }
}

int main() {
  std::vector<std::string> in = {"1 a 2", "", "x", "7", "5 bcd", "3 ef 4 more words", "-1 g h"};
  for (int i = 0; i < 20; ++i)
    in.push_back(std::to_string(i) + " w" + std::to_string(i * i) + (i % 3 ? " 2" : ""));
  std::vector<int> out(in.size());
  int got = numbers(in, out);
  streams(in, out);
  for (std::size_t i = 0; i < in.size(); i += 2)
    std::ofstream("f" + std::to_string(i)) << in[i] << "\na line longer than sixteen\n";
  std::vector<std::string> names;
  for (std::size_t i = 0; i < in.size(); ++i)
    names.push_back("f" + std::to_string(i));
  lines(names, out);
  for (int x : out)
    std::printf("%d ", x);
  std::printf("%d\n", got);
}
