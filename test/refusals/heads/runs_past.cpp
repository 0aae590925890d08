// The head is run ahead to find the end. Where the loop may be left before, it
// must not be such as could not run on.
#include <vector>

struct Node {
  int value;
  Node *next;
};

long sentinel(Node *head) {
  long sum = 0;
  [[mp::parallel_map]]
  for (Node *p = head;; p = p->next) { // expect-error {{mp-exit}}: ahead
    if (!p)
      break; // expect-note
    sum += p->value;
  }
  return sum;
}

long last_is_marked(Node *head) {
  long sum = 0;
  [[mp::parallel_map]]
  for (Node *p = head; p; p = p->next) { // expect-error {{mp-exit}}: ahead
    sum += p->value;
    if (p->value < 0)
      return sum; // expect-note
  }
  return sum;
}

int divided(int x) {
  [[mp::parallel_map]]
  for (int k = x; k > -100; k = 1000 / (k - 3) - 40) // expect-error {{mp-exit}}: ahead
    if (k == 3)
      return k; // expect-note
  return 0;
}

int unbounded_table(const int *in, int *out) {
  int i;
  [[mp::parallel_map]]
  for (i = 0; in[i] != 7; i++) { // expect-error {{mp-exit}}: ahead
    if (i == 50)
      break; // expect-note
    out[i] = i;
  }
  return i;
}

long thrown(Node *head, const std::vector<int> &table) {
  long sum = 0;
  [[mp::parallel_map]]
  for (Node *p = head; p; p = p->next) // expect-error {{mp-exit}}: ahead
    sum += table.at(p->value); // expect-note
  return sum;
}
