// A wavefront: the loop over the cells of one anti-diagonal needs only the
// diagonals before.
#include <cstdio>

enum { N = 18 };
static int edit[N][N], score[N * N];

int main() {
  const char *a = "gattacagattacagat", *b = "tactacgattagacaga";
  int best = -1, at = 0;
  for (int i = 0; i < N; i++)
    edit[i][0] = edit[0][i] = i;
  for (int d = 2; d <= 2 * N - 2; d++) {
    int first = d < N ? 1 : d - N + 1, end = d < N ? d : N;
    [[mp::parallel_map]]
    for (int i = first; i < end; i++) {
      int up = edit[i - 1][d - i] + 1, left = edit[i][d - i - 1] + 1;
      int both = edit[i - 1][d - i - 1] + (a[i - 1] != b[d - i - 1]);
      edit[i][d - i] = up < left     ? (up < both ? up : both)
                       : left < both ? left
                                     : both;
    }
  }
  for (int d = 2; d <= 2 * N - 2; d++) {
    int first = d < N ? 1 : d - N + 1, end = d < N ? d : N;
    [[mp::parallel_map]]
    for (int i = first; i < end; i++) {
      int cell = i * N + d - i;
      int h = score[cell - N - 1] + (a[i - 1] == b[d - i - 1] ? 5 : -3);
      if (score[cell - N] - 4 > h)
        h = score[cell - N] - 4;
      if (score[cell - 1] - 4 > h)
        h = score[cell - 1] - 4;
      if (h < 0)
        h = 0;
      score[cell] = h;
      if (h > best) {
        best = h;
        at = cell;
      }
    }
  }
  for (auto &row : edit)
    for (int x : row)
      std::printf("%d ", x);
  for (int x : score)
    std::printf("%d ", x);
  std::printf("%d %d\n", best, at);
}
