// The head runs ahead of the body: what it reads must not change in the loop.
#include <list>
#include <map>

struct Node {
  int value;
  Node *next;
};

void relinks(Node *head, Node *other) {
  [[mp::parallel_map]]
  for (Node *p = head; p; p = p->next) // expect-note
    p->next = other; // expect-error {{mp-loop-changed}}: other
}

void two_steps(int *out, int n) {
  int i;
  double t;
  [[mp::parallel_map]]
  for (i = 0, t = 0; i < n; i++, t += 0.5) {
    out[i] = static_cast<int>(t);
    t += 1; // expect-error {{mp-loop-changed}}: t
  }
}

void step_that_changes(int *out, int n) {
  int i, step = 1;
  [[mp::parallel_map]]
  for (i = 0; i * i < n; i += step) { // expect-note
    out[i] = i;
    step = 2; // expect-error {{mp-loop-changed}}: step
  }
}

int flag_in_condition(const int *in, int *out, int n) {
  int found = 0;
  [[mp::parallel_map]]
  for (int i = 0; i < n && !found; i++) { // expect-note
    out[i] = in[i] * 2;
    if (in[i] < 0)
      found = 1; // expect-error {{mp-loop-changed}}: found
  }
  return found;
}

void grows(std::list<int> &l) {
  [[mp::parallel_map]]
  for (int x : l) // expect-note
    if (x > 3)
      l.push_back(x); // expect-error {{mp-loop-changed}}: l
}

void erases(std::map<int, int> &m) {
  [[mp::parallel_map]]
  for (auto it = m.begin(); it != m.end(); ++it) // expect-note
    if (it->second > 3)
      m.erase(9); // expect-error {{mp-loop-changed}}: m
}
