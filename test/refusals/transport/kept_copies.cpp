// Tails that would keep a pointer to the copy that the parent gets.
#include <queue>
#include <string>
#include <string_view>
#include <vector>

struct Item {
  int value;
};

struct Best {
  const Item *item = nullptr;
  void offer(const Item &x) {
    if (!item || x.value > item->value)
      item = &x;
  }
};

struct Names {
  mutable std::string last;
  const std::string &name(int i) const {
    last = "name " + std::to_string(i); // expect-note?
    return last;
  }
};

void view_of_a_result(std::vector<std::string> &out, std::vector<std::string_view> &views, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = std::to_string(i); // expect-note?
    views.push_back(out[i]); // expect-error {{mp-worker-pointer}} // expect-note?
  }
}

void by_reference(std::vector<std::string> &out, std::vector<std::string_view> &views, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i] = std::to_string(i); // expect-note?
    const std::string &r = out[i];
    views.push_back(r); // expect-error {{mp-worker-pointer}} // expect-note?
  }
}

void address_of_a_result(std::vector<Item> &out, Best &best, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i].value = i * 7 % 11; // expect-note?
    best.offer(out[i]); // expect-error {{mp-worker-pointer}} // expect-note?
  }
}

void of_an_accessor(const Names &names, std::vector<std::string_view> &views, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    views.push_back(names.name(i)); // expect-error {{mp-worker-pointer}} // expect-note?
}

void written_where_a_local_is(std::vector<Item *> &chosen, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    Item own{i};
    chosen[i] = &own; // expect-error? {{mp-worker-pointer}} // expect-note?
    Item *p = chosen[i];
    p->value += i; // expect-error? {{mp-worker-pointer|mp-carried|mp-unknown-write}} // expect-note?
  }
}

void pointed_elsewhere(Item &outer, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    Item own{i};
    Item *p = &outer;
    if (i % 2)
      p = &own;
    p->value += i; // expect-error {{mp-worker-pointer|mp-carried|mp-unknown-write|mp-not-classified}} // expect-note?
  }
}

struct Modulo {
  int m = 1;
  bool operator()(int a, int b) const { return a % m < b % m; }
};

void heap(std::vector<std::priority_queue<int, std::vector<int>, Modulo>> &out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    std::priority_queue<int, std::vector<int>, Modulo> own(Modulo{i + 2});
    own.push(i);
    out[i] = own; // expect-error {{mp-transport}}: state
  }
}
