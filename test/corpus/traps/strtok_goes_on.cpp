// strtok(nullptr) takes the next word in each iteration.
// VERDICT: any
#include <cstdio>
#include <cstring>

int main() {
  char text[] = "one two three four five six seven eight nine ten eleven twelve";
  const char *words[12] = {};
  int length[12];
  char *first = std::strtok(text, " ");
  words[0] = first;
  [[mp::parallel_map]]
  for (int i = 1; i < 12; ++i) {
    const char *w = std::strtok(nullptr, " ");
    length[i] = static_cast<int>(std::strlen(w));
    words[i] = w;
  }
  for (int i = 1; i < 12; ++i)
    std::printf("%s %d\n", words[i], length[i]);
}
