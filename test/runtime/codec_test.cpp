// codec_test.cpp - Values survive the journey, and what they are read into
// keeps what it can.

#include "mp/codec.hpp"
#include <array>
#include <bitset>
#include <chrono>
#include <complex>
#include <deque>
#include <forward_list>
#include <gtest/gtest.h>
#include <list>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <queue>
#include <random>
#include <set>
#include <stack>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <valarray>
#include <variant>
#include <vector>

namespace {

// Writes `value`, reads it into `into`.
template <class T> void send(const T &value, T &into) {
  mp::writer w;
  mp::encode(w, value);
  mp::reader r(w.data(), w.length());
  mp::decode(r, into);
  EXPECT_EQ(r.left(), 0u);
}

template <class T> T sent(const T &value) {
  mp::writer w;
  mp::encode(w, value);
  mp::reader r(w.data(), w.length());
  T result = mp::decoded<T>(r);
  EXPECT_EQ(r.left(), 0u);
  return result;
}

// Equal when sent into nothing, into an empty value and into `other`.
template <class T> void survives(const T &value, T other) {
  EXPECT_TRUE(sent(value) == value);
  T empty{};
  send(value, empty);
  EXPECT_TRUE(empty == value);
  send(value, other);
  EXPECT_TRUE(other == value);
  send(T{}, other);
  EXPECT_TRUE(other == T{});
}

using namespace std::string_literals;

TEST(Codec, Scalars) {
  survives(7, 8);
  survives(0.1, 3.5);
  survives(true, false);
  survives('x', 'y');
  survives(std::complex<float>(1, 2), {});
  survives(std::bitset<77>(12345), std::bitset<77>(1));
  survives(std::chrono::nanoseconds(5), std::chrono::nanoseconds(6));
}

TEST(Codec, Strings) {
  survives("with a \0 inside"s, "x"s);
  survives(std::string(100000, 'q'), "short"s);
  survives(u"wide"s, u""s);
  survives(U"wider"s, U"12345678901234567890"s);
}

TEST(Codec, Sequences) {
  survives(std::vector<int>{1, 2, 3}, {9});
  survives(std::vector<std::string>{"a", "", "c"}, {"1", "2", "3", "4", "5"});
  survives(std::vector<std::vector<double>>{{1}, {}, {2, 3}}, {{}, {5}});
  survives(std::deque<std::string>{"a", "b"}, {"c"});
  survives(std::list<int>{1, 2, 3}, {4, 5, 6, 7});
  survives(std::forward_list<std::string>{"a", "b"}, {"c", "d", "e"});
  survives(std::array<std::string, 2>{"a", "b"}, {"c", "d"});
  survives(std::array<int, 3>{1, 2, 3}, {});
  survives(std::array<int, 0>{}, {});
}

TEST(Codec, Valarrays) {
  const std::valarray<double> value{1.5, 2.5};
  for (std::valarray<double> into :
       {std::valarray<double>(), std::valarray<double>(7.0, 5)}) {
    send(value, into);
    ASSERT_EQ(into.size(), 2u);
    EXPECT_TRUE((into == value).min());
  }
  const auto rows = sent(std::valarray<std::string>{"a", "bc"});
  EXPECT_EQ(rows[1], "bc");
}

TEST(Codec, VectorOfBool) {
  for (std::size_t n : {0u, 1u, 63u, 64u, 65u, 200u}) {
    std::vector<bool> v(n);
    for (std::size_t i = 0; i < n; ++i)
      v[i] = i % 3 == 0;
    survives(v, std::vector<bool>(100, true));
  }
}

TEST(Codec, Products) {
  survives(std::pair(1, "x"s), {2, "y"});
  survives(std::tuple(1, "x"s, 2.5), {2, "y", 0});
  survives(std::tuple<>(), {});
}

TEST(Codec, Sums) {
  using variant = std::variant<int, std::string, std::vector<int>>;
  survives(std::optional<std::string>("x"), std::optional<std::string>());
  survives(std::optional<int>(), std::optional<int>(3));
  survives(variant("text"), variant(3));
  survives(variant(std::vector<int>{1, 2}), variant(std::vector<int>{7}));
  survives(std::variant<std::monostate, int>(4), {});
}

TEST(Codec, Ordered) {
  survives(std::map<std::string, std::vector<int>>{{"a", {1}}, {"b", {2, 3}}},
           {{"b", {}}, {"c", {5}}});
  survives(std::set<std::string>{"a", "b", "d"}, {"b", "c", "e", "f"});
  survives(std::multimap<int, int>{{1, 1}, {1, 0}, {2, 5}},
           {{1, 7}, {1, 8}, {1, 9}, {3, 3}});
  survives(std::multiset<int>{1, 1, 1, 4}, {0, 1, 1, 4, 4});
}

TEST(Codec, NodesOfAMapStay) {
  std::map<int, std::string> m{{1, "one"}, {2, "two"}, {5, "five"}};
  const std::string *const two = &m[2], *const five = &m[5];
  send<std::map<int, std::string>>({{0, "z"}, {2, "TWO"}, {3, "t"}, {5, "f"}},
                                   m);
  EXPECT_EQ(two, &m[2]);
  EXPECT_EQ(five, &m[5]);
  EXPECT_EQ(*two, "TWO");
  EXPECT_EQ(m.size(), 4u);
}

// Order of iteration and number of buckets are as in the original.
template <class C> void same_order(const C &value, C into) {
  send(value, into);
  EXPECT_EQ(value.bucket_count(), into.bucket_count());
  ASSERT_EQ(value.size(), into.size());
  EXPECT_TRUE(std::equal(value.begin(), value.end(), into.begin()));
  EXPECT_EQ(value.max_load_factor(), into.max_load_factor());
}

TEST(Codec, UnorderedKeepTheirOrder) {
  std::mt19937 random(1);
  for (int n : {0, 1, 2, 5, 12, 13, 14, 29, 100, 1000}) {
    std::unordered_map<int, std::string> m;
    std::unordered_set<std::string> s;
    std::unordered_multimap<int, int> mm;
    std::unordered_multiset<int> ms;
    for (int i = 0; i < n; ++i) {
      const int k = int(random() % 500);
      m[k] = std::to_string(i);
      s.insert(std::to_string(k));
      mm.emplace(k % 20, i);
      ms.insert(k % 10);
      if (k % 5 == 0) {
        m.erase(int(random() % 500));
        s.erase(std::to_string(random() % 500));
      }
    }
    same_order(m, {});
    same_order(m, {{1, "x"}, {7, "y"}, {499, "z"}});
    same_order(s, {});
    same_order(s, {"1", "2", "q"});
    same_order(mm, {});
    same_order(mm, {{1, 1}, {1, 2}, {30, 3}});
    same_order(ms, {});
    same_order(ms, {1, 1, 1, 77});
    m.max_load_factor(3);
    m.rehash(0);
    same_order(m, {});
    // What is inserted afterwards goes on the same way.
    auto copy = m;
    copy.clear();
    send(m, copy);
    for (int i = 0; i < 50; ++i) {
      m[i * 7] = "later";
      copy[i * 7] = "later";
    }
    EXPECT_TRUE(std::equal(m.begin(), m.end(), copy.begin(), copy.end()));
  }
}

TEST(Codec, Adaptors) {
  std::stack<int> s;
  std::queue<std::string> q;
  std::priority_queue<int> p;
  for (int i = 0; i < 5; ++i) {
    s.push(i);
    q.push(std::to_string(i));
    p.push(i * 7 % 5);
  }
  survives(s, {});
  survives(q, {});
  std::priority_queue<int> into;
  send(p, into);
  while (!p.empty()) {
    EXPECT_EQ(p.top(), into.top());
    p.pop();
    into.pop();
  }
  EXPECT_TRUE(into.empty());
}

struct shape_base {
  virtual ~shape_base() = default;
};

struct final_shape final : shape_base {
  int sides = 0;
  template <class A> void serialize(A &ar) { ar(sides); }
};

TEST(Codec, UniquePointers) {
  std::unique_ptr<std::string> p, into;
  send(p, into);
  EXPECT_EQ(into, nullptr);
  p = std::make_unique<std::string>("x");
  send(p, into);
  EXPECT_EQ(*into, "x");
  const std::string *const where = into.get();
  *p = "longer than it was before";
  send(p, into);
  EXPECT_EQ(*into, *p);
  EXPECT_EQ(into.get(), where);
  p.reset();
  send(p, into);
  EXPECT_EQ(into, nullptr);
  auto shape = std::make_unique<final_shape>();
  shape->sides = 6;
  std::unique_ptr<final_shape> other;
  send(shape, other);
  EXPECT_EQ(other->sides, 6);
}

struct inner {
  int a;
  std::string b;
};
struct outer {
  std::vector<inner> v;
  std::pair<int, std::string> p;
  double d;
};

TEST(Codec, Aggregates) {
  const outer o{{{1, "x"}, {2, "y"}}, {3, "z"}, 4.5};
  outer into{};
  for (const outer &r : {sent(o), (send(o, into), into)}) {
    EXPECT_EQ(r.v.size(), 2u);
    EXPECT_EQ(r.v[1].b, "y");
    EXPECT_EQ(r.p.second, "z");
    EXPECT_EQ(r.d, 4.5);
  }
}

struct with_arrays {
  std::string names[2];
  double numbers[2][3];
  std::unique_ptr<int> owned;
  inner parts[2];
  char text[4096];
};

TEST(Codec, AggregatesWithArrays) {
  static_assert(mp::detail::count_members<with_arrays>() == 5);
  static_assert(mp::detail::count_members<outer>() == 3);
  with_arrays value{{"a", "bc"},
                    {{1, 2, 3}, {4, 5, 6}},
                    std::make_unique<int>(7),
                    {{8, "x"}, {9, "yz"}},
                    "text"};
  with_arrays into{};
  send(value, into);
  for (const with_arrays &r : {std::cref(into), std::cref(value)}) {
    EXPECT_EQ(r.names[1], "bc");
    EXPECT_EQ(r.numbers[1][2], 6);
    EXPECT_EQ(*r.owned, 7);
    EXPECT_EQ(r.parts[1].b, "yz");
    EXPECT_STREQ(r.text, "text");
  }
  EXPECT_EQ(sent(value).parts[0].a, 8);
}

// A value is needed for `level`, so that only PFR can count the members.
struct needs_value {
  struct rank {
    explicit rank(int k) : k(k) {}
    int k;
  };
  std::string name;
  rank level;
  int n;
};

TEST(Codec, AggregatesWithoutDefault) {
  static_assert(mp::detail::count_members<needs_value>() == 0);
  const needs_value value{"a", needs_value::rank(3), 4};
  needs_value into{"b", needs_value::rank(5), 6};
  send(value, into);
  EXPECT_EQ(into.name, "a");
  EXPECT_EQ(into.level.k, 3);
  EXPECT_EQ(into.n, 4);
}

// Neither default-constructible nor copyable, but an aggregate's member can be
// made in place.
struct no_default {
  explicit no_default(int k) : v(1, k) {}
  std::vector<int> v;
  template <class A> void serialize(A &ar) { ar(v); }
};

TEST(Codec, ExistingElementsNeedNoDefault) {
  no_default a(5), b(6);
  a.v.push_back(7);
  send(a, b);
  EXPECT_EQ(b.v, a.v);
}

class cereal_style {
public:
  int x = 0;
  std::string y;
  template <class Archive> void serialize(Archive &archive) { archive(x, y); }
};
class boost_style {
public:
  int x = 0;
  std::string y;
  template <class Archive> void serialize(Archive &ar, const unsigned) {
    ar & x;
    ar & y;
    if (Archive::is_loading::value)
      ++loads;
  }
  int loads = 0;
};

TEST(Codec, SerializeMembers) {
  cereal_style c;
  c.x = 4;
  c.y = "why";
  EXPECT_EQ(sent(c).y, "why");
  boost_style b;
  b.x = 4;
  b.y = "why";
  const boost_style r = sent(b);
  EXPECT_EQ(r.x, 4);
  EXPECT_EQ(r.y, "why");
  EXPECT_EQ(r.loads, 1);
  EXPECT_EQ(sent(std::vector<boost_style>(3, b))[2].y, "why");
}

TEST(Codec, Arrays) {
  std::string a[2][2] = {{"a", "b"}, {"c", "d"}}, b[2][2];
  mp::writer w;
  mp::encode(w, a);
  mp::reader r(w.data(), w.length());
  mp::decode(r, b);
  EXPECT_EQ(b[1][0], "c");
}

struct own {
  int *hidden = nullptr;
};

} // namespace

template <> struct mp::codec<own> {
  static void write(writer &to, const own &o) { encode(to, *o.hidden); }
  static void read(reader &from, own &o) { decode(from, *o.hidden); }
};

namespace {

TEST(Codec, OwnSpecialisation) {
  int a = 5, b = 6;
  own x{&a}, y{&b};
  send(x, y);
  EXPECT_EQ(b, 5);
  EXPECT_EQ(y.hidden, &b);
  std::vector<own> v{{&a}}, u{{&b}};
  a = 9;
  send(v, u);
  EXPECT_EQ(b, 9);
}

// A reader does not believe what it reads.
TEST(Codec, DamagedDataIsNoticed) {
  mp::writer w;
  mp::encode(w, std::vector<std::string>{"abc", "def"});
  for (std::size_t n = 0; n < w.length(); ++n) {
    mp::reader r(w.data(), n);
    std::vector<std::string> v;
    EXPECT_THROW(mp::decode(r, v), mp::garbled);
  }
  mp::writer huge;
  huge.size(~std::size_t(0) / 2);
  mp::reader r(huge.data(), huge.length());
  std::vector<double> d;
  EXPECT_THROW(mp::decode(r, d), mp::garbled);
  mp::reader r2(huge.data(), huge.length());
  std::string s;
  EXPECT_THROW(mp::decode(r2, s), mp::garbled);
  mp::reader r3(huge.data(), huge.length());
  std::variant<int, char> x;
  EXPECT_THROW(mp::decode(r3, x), mp::garbled);
}

} // namespace
