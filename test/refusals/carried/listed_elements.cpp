// Elements that the head leads to: those of other iterations are not to be read or written.
#include <cmath>
#include <iterator>
#include <list>
#include <map>

static double slow(double x) { return std::sin(x) * std::cos(x); }

struct Node {
  double x, y;
  Node *next, *before;
};

void reads_next(Node *head) {
  [[mp::parallel_map]]
  for (Node *p = head; p->next; p = p->next)
    p->x = slow(p->next->x); // expect-error {{mp-may-alias}}: p->next // expect-note?
}

void writes_next(Node *head) {
  [[mp::parallel_map]]
  for (Node *p = head; p->next; p = p->next)
    p->next->x = slow(p->x); // expect-error {{mp-may-alias}}: p->x // expect-note?
}

void reads_before(Node *head) {
  [[mp::parallel_map]]
  for (Node *p = head; p->next; p = p->next)
    p->x = slow(p->before->x); // expect-error {{mp-may-alias}}: p->before // expect-note?
}

void two_lead(Node *p, Node *q) {
  [[mp::parallel_map]]
  for (; q; p = p->next, q = q->next)
    p->x = slow(q->x); // expect-error {{mp-worker-pointer}}: p // expect-note?
}

void faster(Node *head) {
  [[mp::parallel_map]]
  for (Node *p = head; p && p->next; p = p->next->next)
    p->x = slow(p->x); // expect-error {{mp-worker-pointer}}: p // expect-note?
}

void moves_on(Node *head) {
  [[mp::parallel_map]]
  for (Node *p = head; p; p = p->next) {
    Node *q = p;
    q->x = slow(q->x); // expect-error {{mp-worker-pointer}}: q // expect-note?
    q = head;
    q->y = 1;
  }
}

void neighbour(std::list<double> &l) {
  [[mp::parallel_map]]
  for (auto it = std::next(l.begin()); it != l.end(); ++it)
    *it = slow(*it) + *std::prev(it); // expect-error {{mp-carried|mp-may-alias}} // expect-note?
}

void of_a_range(std::map<int, double> &m) {
  [[mp::parallel_map]]
  for (auto &entry : m)
    entry.second = slow(m.at(entry.first - 1)); // expect-error {{mp-carried}}: m // expect-note?
}

void relinks(Node *head, Node *end) {
  [[mp::parallel_map]]
  for (Node *p = head; p; p = p->next) { // expect-note?
    p->x = slow(p->x); // expect-error {{mp-loop-changed}}
    p->next = end;
  }
}
