// Row y of a flat image needs row y - 1.
void f(float *img, int h) {
  [[mp::parallel_map]]
  for (int y = 1; y < h; ++y)
    for (int x = 0; x < 100; ++x)
      // expect-error@+1 {{mp-carried}}: img
      img[y * 100 + x] = img[y * 100 - 100 + x] * 0.5f;
  // expect-note@-1
}
