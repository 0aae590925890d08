// Elements that are written where they are, and read by other iterations.
#include <cmath>
#include <list>
#include <map>
#include <vector>

static double slow(double x) { return std::sin(x) * std::cos(x); }

struct Node {
  double value, result;
  Node *next;
};

void of_the_next(Node *head) {
  [[mp::parallel_map]]
  for (Node *p = head; p->next; p = p->next)
    p->next->value = slow(p->value); // expect-error {{mp-carried|mp-worker-pointer|mp-loop-changed|mp-may-alias}} // expect-note?
}

void of_the_first(std::map<int, double> &m) {
  [[mp::parallel_map]]
  for (auto &x : m)
    x.second = slow(m.begin()->second); // expect-error {{mp-carried|mp-worker-pointer|mp-loop-changed|mp-may-alias}} // expect-note?
}

void of_any(std::map<int, double> &m) {
  [[mp::parallel_map]]
  for (auto &x : m)
    x.second = slow(m.at(x.first / 2)); // expect-error {{mp-carried|mp-worker-pointer|mp-loop-changed|mp-may-alias}} // expect-note?
}

void linked_anew(Node *head) {
  [[mp::parallel_map]]
  for (Node *p = head; p; p = p->next) // expect-note?
    if (slow(p->value) > 0 && p->next)
      p->next = p->next->next; // expect-error {{mp-carried|mp-worker-pointer|mp-loop-changed|mp-may-alias}} // expect-note?
}

void moved_by_the_tail(std::vector<std::vector<double>> &rows, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    double &first = rows[0][0]; // expect-error {{mp-carried}}: rows
    first += slow(i);
    rows.push_back({slow(i)}); // expect-note?
  }
}

void through_both(std::vector<double *> &pointers, std::vector<double> &values, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    double *p = pointers[i];
    *p = slow(values[i]); // expect-error {{mp-carried|mp-worker-pointer|mp-loop-changed|mp-may-alias}} // expect-note?
  }
}
