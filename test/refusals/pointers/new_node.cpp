// The node exists only in the worker.
struct Node {
  int value;
};

void f(Node **out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = new Node{i}; // expect-error {{mp-worker-pointer}}: out
}
