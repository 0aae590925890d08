// Rows that the C library fills: as many elements as it reads, not one.
// EXPECT-WARNING: mp-last-value

#include <cstdio>
#include <cstring>
#include <iomanip>
#include <sstream>

int main() {
  char names[8][16] = {}, marks[8][4] = {}, words[8][12] = {};
  int numbers[8] = {}, rows[8][6] = {};
  const char *lines[] = {"one 1 abc", "two 22 bcd", "three 3 cde",
                         "four 44 def"};
  [[mp::parallel_map]]
  for (int i = 0; i < 8; i++)
    std::sscanf(lines[i % 4], "%15s %d", names[i], &numbers[i]);
  [[mp::parallel_map]]
  for (int i = 0; i < 8; i++)
    std::sscanf(lines[i % 4], "%*s %*d %3c", marks[i]);
  [[mp::parallel_map]]
  for (int i = 0; i < 8; i++) {
    std::istringstream in(lines[i % 4]);
    in >> std::setw(11) >> words[i];
  }
  std::FILE *f = std::fopen("scanned.bin", "wb");
  for (int k = 0; k < 48; k++) {
    int x = k * k;
    std::fwrite(&x, sizeof x, 1, f);
  }
  std::fclose(f);
  [[mp::parallel_map]]
  for (int i = 0; i < 8; i++) {
    std::FILE *in = std::fopen("scanned.bin", "rb");
    if (std::fread(rows[i], sizeof(int), 6, in) == 6)
      rows[i][5] += i;
    std::fclose(in);
  }
  // A text of which the first character is set by itself.
  char word[16];
  [[mp::parallel_map]]
  for (int i = 0; i < 8; i++) {
    word[0] = 0;
    std::snprintf(word, sizeof word, "%.5s/%d", names[i], numbers[i]);
    numbers[i] += static_cast<int>(std::strlen(word));
  }
  [[mp::parallel_map]]
  for (int i = 0; i < 8; i++) {
    std::snprintf(word, sizeof word, "%d-%d", i, numbers[i]);
    word[0] = 'x';
  }
  for (int i = 0; i < 8; i++) {
    std::printf("%s %d %.3s %s", names[i], numbers[i], marks[i], words[i]);
    for (int x : rows[i])
      std::printf(" %d", x);
    std::printf("\n");
  }
  std::puts(word);
}
