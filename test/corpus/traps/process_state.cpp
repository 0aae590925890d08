// umask, the working directory, the environment and signals: changed in the body.
// VERDICT: any
#include <cstdio>
#include <cstdlib>
#include <sys/stat.h>
#include <unistd.h>

int main() {
  int out[20];
  mkdir("inner", 0700);
  [[mp::parallel_map]]
  for (int i = 0; i < 20; ++i) {
    if (i == 12) {
      umask(077);
      setenv("LATE", "yes", 1);
      if (chdir("inner"))
        out[i] = -1;
    }
    out[i] = std::getenv("LATE") ? i : 0;
  }
  std::FILE *file = std::fopen("here.txt", "w");
  std::fprintf(file, "x\n");
  std::fclose(file);
  const char *late = std::getenv("LATE");
  std::printf("%s %o:", late ? late : "no", static_cast<unsigned>(umask(0)));
  for (int x : out)
    std::printf(" %d", x);
  std::puts("");
}
