// Things of the process that a worker has too: working directory, locale, environment, umask.
#include <cstdio>
#include <cstdlib>
#include <clocale>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

int main() {
  if (mkdir("below", 0700) || chdir("below"))
    return 1;
  setenv("CORPUS", "value", 1);
  std::string out[20];
  [[mp::parallel_map]]
  for (int i = 0; i < 20; ++i) {
    const char *e = std::getenv("CORPUS");
    out[i] = std::string(e ? e : "") + std::to_string(i);
  }
  std::FILE *file = std::fopen("file.txt", "w");
  for (auto &s : out)
    std::fprintf(file, "%s\n", s.c_str());
  std::fclose(file);
}
