// Tails that keep a pointer, a reference or a view of what they are given: of
// the program's object, not of a copy.
#include <cstdio>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

struct Item {
  int value;
};

struct Pointer {
  const Item *to;
  Pointer(const Item &x) : to(&x) {}
};

struct Best {
  const Item *item = nullptr;
  int seen = 0;
  void offer(const Item &x) {
    ++seen;
    if (!item || x.value > item->value)
      item = &x;
  }
};

struct Word {
  const std::string &text;
  int number;
};

struct Place {
  const int *to;
};

static Place placeOf(const int &x) { return Place{&x}; }

int main() {
  const int n = 40;
  std::vector<Item> items(n);
  std::vector<std::string> texts(n);
  std::vector<int> numbers(n);
  std::map<std::string, int> named;
  for (int i = 0; i < n; ++i) {
    items[i].value = i * 7 % n;
    texts[i] =
        "a text too long to be kept in place " + std::to_string(i * i % 7);
    numbers[i] = i * 3;
    named["a name that is long enough to be elsewhere " + std::to_string(i)] =
        i;
  }
  std::vector<std::string_view> views;
  std::map<std::string_view, int> counts;
  std::set<std::string_view> different;
  std::unordered_map<std::string_view, int> firsts;
  std::vector<std::pair<std::string_view, int>> pairs;
  std::vector<Pointer> pointers;
  std::vector<Word> words;
  std::vector<Place> places;
  std::vector<std::string_view> keys;
  std::string_view greatest;
  Best best;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    if (texts[i].size() % 3)
      views.push_back(texts[i]);
    counts[texts[i]] += i;
    different.insert(texts[i]);
    firsts.emplace(texts[i], i);
    pairs.emplace_back(texts[i], i);
    if (items[i].value * items[i].value % 3)
      pointers.emplace_back(items[i]);
    words.push_back(Word{texts[i], i});
    places.push_back(placeOf(numbers[i]));
    if (texts[i] > greatest)
      greatest = texts[i];
    best.offer(items[i]);
  }
  [[mp::parallel_map]]
  for (const auto &[key, number] : named)
    if (number % 3)
      keys.push_back(key);
  [[mp::parallel_map]]
  for (const std::string &t : texts)
    views.push_back(t);
  for (std::string_view v : views)
    std::cout << v << "\n";
  for (const auto &[text, count] : counts)
    std::cout << text << " " << count << " " << firsts.at(text)
              << different.count(text) << "\n";
  for (const auto &[text, i] : pairs)
    std::cout << text << i << (text.data() == texts[i].data()) << "\n";
  for (const Pointer &p : pointers)
    std::cout << p.to->value << " " << p.to - items.data() << "\n";
  for (const Word &w : words)
    std::cout << w.text << w.number << "\n";
  for (const Place &p : places)
    std::cout << p.to - numbers.data() << "\n";
  for (std::string_view k : keys)
    std::cout << k << "\n";
  std::cout << greatest << best.seen << best.item - items.data() << "\n";
}
