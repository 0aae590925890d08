// What the head changes has to be the loop's alone.
int counter;
int next_number();

void global(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n;
       i++, counter++) // expect-error {{mp-loop-form}}: counter
    out[i] = i;
}

void pointed_to(int *out, int n) {
  int x = 0, *p = &x;
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++, x += 2) // expect-error {{mp-loop-form}}: x
    out[i] = *p;
}

void elements(int *out, int *hits, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++, hits[0]++) // expect-error {{mp-loop-form}}: hits
    out[i] = i;
}

void drawn(int *out) {
  [[mp::parallel_map]]
  for (int x = 1; x != 0;
       x = next_number()) // expect-error {{mp-loop-form}}: next_number
    out[x] = x;
}
