// The best cell so far is looked up in the table that the loop fills.
void f(const int *gain, int *score, int n) {
  int at = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    score[i] = gain[i] * 3 - i; // expect-note
    if (score[i] > score[at])   // expect-error {{mp-carried}}: score
      at = i;
  }
}
