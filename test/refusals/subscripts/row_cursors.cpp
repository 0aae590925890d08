// Pointers into the iteration's row whose pace is not constant, or that reach
// into the next row.
#include <vector>

void sometimes(unsigned char *img, const int *in, int w, int h) {
  [[mp::parallel_map]]
  for (int i = 0; i < h; ++i) {
    unsigned char *row = img + i * w;
    for (int x = 0; x < w; ++x)
      if (in[x])
        *row++ = 1; // expect-error {{mp-unknown-write}}: what 'row' points to
  // expect-note@-1
  }
}

void overlapping(std::vector<int> &v, int h) {
  [[mp::parallel_map]]
  for (int i = 0; i < h; ++i) {
    int *row = &v[i * 10];
    for (int x = 0; x < 11; ++x)
      *row++ = i; // expect-error {{mp-unknown-write}}: what 'row' points to
    // expect-note@-1
  }
}

void twice(std::vector<int> &v, int h) {
  [[mp::parallel_map]]
  for (int i = 0; i < h; ++i) {
    int *row = &v[i * 10];
    for (int x = 0; x < 10; ++x) {
      *row++ = i; // expect-error {{mp-unknown-write}}: what 'row' points to
      *row++ = x; // expect-note@-1
    }
  }
}

void paced(std::vector<int> &v, const int *by, int h) {
  [[mp::parallel_map]]
  for (int i = 0; i < h; ++i) {
    int *row = &v[i * 10];
    for (int x = 0; x < 10; ++x) {
      *row = i; // expect-error {{mp-worker-pointer}}: 'row'
      row += by[x]; // expect-note@-1
    }
  }
}

void skipped(std::vector<int> &v, const int *in, int h) {
  [[mp::parallel_map]]
  for (int i = 0; i < h; ++i) {
    int *row = &v[i * 10];
    for (int x = 0; x < 10; ++x) {
      if (in[x] < 0)
        continue;
      *row++ = i; // expect-error {{mp-unknown-write}}: what 'row' points to
    } // expect-note@-1
    *row = 1;
  }
}

void behind(std::vector<int> &v, int n, int h) {
  [[mp::parallel_map]]
  for (int i = 0; i < h; ++i) {
    int *row = &v[i * 10];
    for (int x = 0; x < n; ++x)
      row += 2;
    *row = 1; // expect-error {{mp-worker-pointer}}: 'row'
    // expect-note@-1
  }
}

void both(std::vector<int> &v, int h) {
  [[mp::parallel_map]]
  for (int i = 0; i < h; ++i) {
    int *row = &v[i * 10];
    for (int x = 0; x < 5; ++x) {
      int k = row == &v[0] || *row++ == 3; // expect-error {{mp-carried}}: 'v' is carried
      *row = k; // expect-note
    }
  }
}

void captured(std::vector<int> &v, int h) {
  [[mp::parallel_map]]
  for (int i = 0; i < h; ++i) {
    int *row = &v[i * 10];
    auto put = [&](int k) { *row++ = k; };
    for (int x = 0; x < 10; ++x)
      put(x); // expect-error {{mp-transport}}: 'put'
    // expect-note@-1
    *row = 1;
  }
}
