// Reads that move the offset of an inherited descriptor.
// VERDICT: any
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

int main() {
  int fd = open("data", O_RDWR | O_CREAT, 0600);
  for (char c = 'a'; c <= 'z'; ++c)
    if (write(fd, &c, 1) != 1)
      return 1;
  lseek(fd, 0, SEEK_SET);
  char out[26], at[26];
  [[mp::parallel_map]]
  for (int i = 0; i < 26; ++i) {
    char c = '?';
    if (read(fd, &c, 1) == 1)
      out[i] = c;
    if (pread(fd, &c, 1, 25 - i) == 1)
      at[i] = c;
  }
  std::printf("%.26s %.26s %ld\n", out, at, static_cast<long>(lseek(fd, 0, SEEK_CUR)));
  close(fd);
}
