// All shortest paths: the loop over the stations; and the loop over the rows,
// one of which is the row that all of them read.
static int way[30][30];

void stations() {
  [[mp::parallel_map]]
  for (int k = 0; k < 30; k++)
    for (int i = 0; i < 30; i++)
      for (int j = 0; j < 30; j++)
        // expect-error@+1 {{mp-carried}}: way
        if (way[i][k] + way[k][j] < way[i][j])
          way[i][j] = way[i][k] + way[k][j]; // expect-note
}

void rows(int k) {
  [[mp::parallel_map]]
  for (int i = 0; i < 30; i++)
    for (int j = 0; j < 30; j++)
      if (way[i][k] + way[k][j] < way[i][j]) // expect-error {{mp-carried}}: way
        way[i][j] = way[i][k] + way[k][j];   // expect-note
}
