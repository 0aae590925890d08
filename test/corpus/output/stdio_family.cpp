// The printf family and its relatives, of values of every kind.
#include <cstdio>
#include <string>

int main() {
  const char *names[] = {"zero", "one", "two"};
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i) {
    std::string s = std::to_string(i * 11);
    char local[16];
    std::snprintf(local, sizeof local, "<%04d>", i);
    std::printf("%s %s %s %c %5.2f %-6d| %*d %.*s %zu %lld %%\n", s.c_str(), local, names[i % 3],
                'a' + i % 26, i / 3.0, i, 5, i, 2, s.c_str(), s.size(), i * 10000000000LL);
    std::puts(local);
    std::fputs(s.c_str(), stdout);
    std::putchar('\n');
    std::fputc('0' + i % 10, stderr);
    std::fwrite(local, 1, 3, stdout);
    std::putc('\n', stdout);
    std::fflush(stdout);
  }
}
