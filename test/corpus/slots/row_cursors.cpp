// Pointers into the iteration's row that step through it at a constant pace: in
// the body and the header of inner loops, in functions, down and by more than
// one.
#include <cstdio>
#include <vector>

static const int width = 30, height = 20;

static int f(int k) { return k * 7 % 31 + 1; }

static void gradient(unsigned char *row, int n, int y) {
  for (int x = 0; x < n; ++x) {
    *row++ = static_cast<unsigned char>(x * 3);
    *row++ = static_cast<unsigned char>(y);
  }
}

static int total(const int *p, int n) {
  int sum = 0;
  for (int k = 0; k < n; ++k)
    sum += *p++;
  return sum;
}

struct Image {
  std::vector<double> data = std::vector<double>(width * height * 2);
  void fill() {
    [[mp::parallel_map]]
    for (int y = 0; y < height; ++y) {
      double *at = &data[y * width * 2];
      for (int x = width; x > 0; --x) {
        at[1] = y;
        *at = x;
        at += 2;
      }
    }
  }
};

int main(int argc, char **) {
  const int w = width + argc - 1, h = height;
  std::vector<unsigned char> picture(w * h * 3), grey(w * h * 2);
  unsigned char *img = picture.data();
  [[mp::parallel_map]]
  for (int i = 0; i < h; ++i) {
    unsigned char *row = img + i * w * 3;
    for (int x = 0; x < w; ++x) {
      *row++ = static_cast<unsigned char>(x);
      *row++ = static_cast<unsigned char>(i);
      *row++ = static_cast<unsigned char>(x * i);
    }
  }
  // From one to the other, stepped by the header.
  [[mp::parallel_map]]
  for (int i = 0; i < h; ++i) {
    const unsigned char *from = picture.data() + i * w * 3;
    unsigned char *to = &grey[i * w * 2];
    for (int x = 0; x < w; ++x, from += 3, to += 2) {
      to[0] = static_cast<unsigned char>((from[0] + from[1] + from[2]) / 3);
      to[1] = 255;
    }
  }
  // Downwards, with a margin on either side.
  static int table[20][40];
  [[mp::parallel_map]]
  for (int i = 0; i < 20; ++i) {
    int *p = table[i] + 39;
    *p-- = -1;
    for (int k = 0; k < 19; k++) {
      *p = f(i + k);
      --p;
      *p-- = f(k);
    }
    *p = -2;
  }
  // A member at a time, and several cursors.
  struct Cell {
    int a, b;
  };
  std::vector<Cell> cells(h * 8);
  std::vector<int> sums(h);
  [[mp::parallel_map]]
  for (int i = 0; i < h; ++i) {
    Cell *cell = &cells[8 * i];
    int line[16], *next = line;
    for (int k = 0; k < 8; ++k) {
      *next++ = f(k);
      *next++ = f(i);
      cell->a = k;
      cell->b = i;
      ++cell;
    }
    sums[i] = total(line, 16);
  }
  std::vector<unsigned char> drawn(h * 2 * w);
  [[mp::parallel_map]]
  for (int i = 0; i < h; ++i)
    gradient(drawn.data() + i * 2 * w, w, i);
  // Behind loops that don't run.
  std::vector<int> margins(h * 6);
  [[mp::parallel_map]]
  for (int i = 0; i < h; ++i) {
    int *p = &margins[6 * i];
    for (int k = 0; k < 0; k += 2)
      p += 5;
    *p++ = i;
    for (unsigned k = 3; k < 2; ++k)
      ++p;
    *p = -i;
  }
  Image image;
  image.fill();
  long sum = 0;
  for (unsigned char c : picture)
    sum = sum * 31 % 1000003 + c;
  std::printf("%ld\n", sum);
  for (unsigned char c : grey)
    sum = sum * 31 % 1000003 + c;
  std::printf("%ld\n", sum);
  for (auto &row : table)
    for (int k : row)
      std::printf("%d ", k);
  for (const Cell &c : cells)
    std::printf("%d %d ", c.a, c.b);
  for (int k : sums)
    std::printf("%d ", k);
  for (unsigned char c : drawn)
    std::printf("%d ", c);
  for (int k : margins)
    std::printf("%d ", k);
  for (double d : image.data)
    std::printf("%g ", d);
  std::puts("");
}
