// Range-for by value and by const reference, over an initializer list and a string literal.
#include <cstdio>
#include <string>
#include <vector>

int main() {
  std::vector<std::string> names = {"ada", "bjarne", "", "dennis"};
  std::size_t total = 0;
  std::string joined;
  [[mp::parallel_map]]
  for (std::string name : names) {
    name += "!";
    total += name.size();
    joined += name;
  }
  [[mp::parallel_map]]
  for (const std::string &name : names)
    joined += name.empty() ? "-" : name.substr(1);
  int product = 1;
  [[mp::parallel_map]]
  for (int x : {2, 3, 5, 7, 11})
    product *= x;
  unsigned hash = 17;
  [[mp::parallel_map]]
  for (char c : "literal text")
    hash = hash * 31 + static_cast<unsigned char>(c);
  std::printf("%zu %s %d %u\n", total, joined.c_str(), product, hash);
}
