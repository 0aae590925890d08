// A pass that compares overlapping pairs carries the largest along.
void pass(int (&a)[60]) {
  [[mp::parallel_map]]
  for (int i = 0; i < 59; i++)
    if (a[i] > a[i + 1]) { // expect-error {{mp-carried}}: a
      int t = a[i];
      a[i] = a[i + 1];
      a[i + 1] = t; // expect-note
    }
}

void insertion(int (&a)[60]) {
  [[mp::parallel_map]]
  for (int i = 1; i < 60; i++) {
    int x = a[i], j = i; // expect-error {{mp-carried}}: a
    for (; j > 0 && a[j - 1] > x; j--)
      a[j] = a[j - 1]; // expect-note
    a[j] = x;
  }
}
