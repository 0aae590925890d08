// The same bytes under another type.
void f(int *words, int n) {
  unsigned char *bytes = reinterpret_cast<unsigned char *>(words);
  [[mp::parallel_map]]
  for (int i = 1; i < n; ++i)
    bytes[i] = static_cast<unsigned char>(bytes[i] + words[i / 8]); // expect-error {{mp-carried|mp-subscript|mp-may-alias}}
  // expect-note@-1?
}
