// Parts of the library that can't be followed.
#include <ostream>
#include <streambuf>
#include <valarray>

struct Buffer : std::streambuf {};
static void leave(int *) {}

void slices(std::valarray<int> &v) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i)
    v[std::slice(i, 1, 1)] = std::valarray<int>(i, 1); // expect-error {{mp-construct}}: slice_array
}
void streams(int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    Buffer buffer;
    std::ostream stream(&buffer); // expect-error {{mp-construct}}: buffer
    stream << i;
    out[i] = i;
  }
}
void cleanup(int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; ++i) {
    __attribute__((cleanup(leave))) int x = i; // expect-error {{mp-construct}}: cleanup
    out[i] = x;
  }
}
