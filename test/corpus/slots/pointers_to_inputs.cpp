// Results that point to literals and into memory from before the loop; views of inputs.
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

struct Label {
  std::string text;
  const char *kind;
  const std::string *from;
};

int main() {
  std::vector<std::string> in;
  for (int i = 0; i < 40; ++i)
    in.push_back("input " + std::to_string(i * i));
  std::vector<std::string_view> views(40);
  std::vector<const char *> words(40);
  std::vector<Label> labels(40);
  static const char *const names[3] = {"zero", "one", "two"};
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    views[i] = std::string_view(in[i]).substr(6);
    words[i] = i % 5 ? names[i % 3] : "fifth";
    labels[i] = Label{std::to_string(i), i % 2 ? "odd" : "even", &in[i]};
  }
  for (int i = 0; i < 40; ++i)
    std::printf("%.*s %s %s %s %s %d\n", static_cast<int>(views[i].size()), views[i].data(),
                words[i], labels[i].text.c_str(), labels[i].kind, labels[i].from->c_str(),
                labels[i].from == &in[i] && views[i].data() == in[i].data() + 6);
}
