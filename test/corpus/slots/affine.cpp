// p[i*D+j], img[3*i+c], reversed and scaled subscripts on raw pointers.
#include <cstdio>
#include <cstdlib>

static void fill(double *p, unsigned char *img, int *back, int *far, int n, int d) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < d; ++j)
      p[i * d + j] = i + j / 16.0;
    for (int c = 0; c < 3; ++c)
      img[3 * i + c] = static_cast<unsigned char>(i * c);
    back[n - 1 - i] = i;
    far[5 * i + 2] = i;
  }
}

int main() {
  const int n = 60, d = 11;
  double *p = static_cast<double *>(std::calloc(n * d, sizeof(double)));
  unsigned char *img = static_cast<unsigned char *>(std::calloc(n, 3));
  int *back = static_cast<int *>(std::calloc(n, sizeof(int)));
  int *far = static_cast<int *>(std::calloc(n * 5, sizeof(int)));
  fill(p, img, back, far, n, d);
  for (int i = 0; i < n * d; ++i)
    std::printf("%a ", p[i]);
  for (int i = 0; i < n * 3; ++i)
    std::printf("%d ", img[i]);
  for (int i = 0; i < n; ++i)
    std::printf("%d ", back[i]);
  for (int i = 0; i < n * 5; ++i)
    std::printf("%d ", far[i]);
  std::puts("");
  std::free(p);
  std::free(img);
  std::free(back);
  std::free(far);
}
