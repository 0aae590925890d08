// footprint_test.cpp - Affine footprints against brute force.

#include "access/footprint.hpp"
#include "access/independence.hpp"
#include "mp/parallel_map.hpp"
#include <deque>
#include <gtest/gtest.h>
#include <map>
#include <random>
#include <set>
#include <vector>

namespace {

using mp::runtime::footprint;
using mp::runtime::make_footprint;

struct form {
  std::ptrdiff_t c, s;
  std::vector<mp::affine::range> ranges;
  mp::affine affine() const {
    mp::affine a(c);
    a.per(s);
    for (const auto &r : ranges)
      a.over(r.stride, r.low, r.high);
    return a;
  }
};

// All subscripts of one iteration.
std::vector<std::ptrdiff_t> subscripts(const form &f, std::ptrdiff_t value) {
  std::vector<std::ptrdiff_t> all{f.c + f.s * value};
  for (const auto &r : f.ranges) {
    std::vector<std::ptrdiff_t> more;
    for (std::ptrdiff_t x : all)
      for (std::ptrdiff_t j = r.low; j <= r.high; ++j)
        more.push_back(x + r.stride * j);
    all = more;
  }
  return all;
}

class random_forms {
public:
  int number(int low, int high) {
    return std::uniform_int_distribution<int>(low, high)(engine_);
  }
  form next() {
    form f{number(-20, 20), number(-6, 6), {}};
    for (int n = number(0, 2); n > 0; --n) {
      const int low = number(-3, 3);
      f.ranges.push_back({number(-8, 8), low, low + number(-1, 3)});
    }
    return f;
  }

private:
  std::mt19937 engine_{12345};
};

TEST(Footprint, RunsAreTheElementsTouched) {
  random_forms random;
  for (int round = 0; round < 20000; ++round) {
    const form f = random.next();
    const int value = random.number(-5, 5), step = random.number(-3, 3);
    const unsigned count = unsigned(random.number(0, 9));
    const bool bounded = random.number(0, 1) != 0;
    std::vector<int> array(1000);
    auto part = mp::slots(array.data(), f.affine());
    if (bounded)
      part.bounded(random.number(-2, 40));
    const footprint p = make_footprint(part.view, value, step, count);
    ASSERT_TRUE(p.sound);
    const unsigned begin = unsigned(random.number(0, 3));
    std::set<std::ptrdiff_t> expected, got;
    for (unsigned k = begin; k < count; ++k)
      for (std::ptrdiff_t x : subscripts(f, value + step * int(k)))
        if (!bounded || (x >= 0 && x < part.view.bound))
          expected.insert(x);
    const bool melt = random.number(0, 1) != 0;
    std::size_t largest = 0;
    for_each_run(p, begin, count, melt,
                 [&](std::ptrdiff_t first, std::size_t n) {
                   largest = std::max(largest, n);
                   for (std::size_t i = 0; i < n; ++i)
                     got.insert(first + std::ptrdiff_t(i));
                 });
    ASSERT_EQ(expected, got) << "round " << round;
    if (!melt) {
      ASSERT_LE(largest, 1u);
    }
  }
}

TEST(Footprint, ContiguousRowsAreOneRun) {
  double array[1];
  const auto rows = mp::slots(array, mp::affine(0).per(100).over(1, 0, 99));
  const footprint p = make_footprint(rows.view, 0, 1, 50);
  int runs = 0;
  for_each_run(p, 10, 20, true, [&](std::ptrdiff_t first, std::size_t n) {
    EXPECT_EQ(first, 1000);
    EXPECT_EQ(n, 1000u);
    ++runs;
  });
  EXPECT_EQ(runs, 1);
}

TEST(Footprint, LargeNumbersAreUnsound) {
  double array[1];
  constexpr std::ptrdiff_t most = PTRDIFF_MAX;
  const auto sound = [&](const mp::affine &a, mp::detail::ordinal n) {
    return make_footprint(mp::slots(array, a).view, most, 1, n).sound;
  };
  EXPECT_FALSE(sound(mp::affine(0).per(2), 10));
  EXPECT_FALSE(sound(mp::affine(most).per(1), 10));
  EXPECT_FALSE(sound(mp::affine(0).over(most, 0, 2), 10));
  EXPECT_FALSE(
      sound(mp::affine(0).over(most, most, most).over(most, 0, most), 10));
  EXPECT_FALSE(
      make_footprint(mp::slots(array, mp::affine(0).per(most)).view, 0, 1, 3)
          .sound);
  mp::affine deep(0);
  for (int i = 0; i < 13; ++i)
    deep.over(1, 0, 1);
  EXPECT_FALSE(sound(deep, 1));
}

// What the checks accept must be what is independent.
struct situation {
  form written, other;
  int value, step;
  unsigned count;
  bool read; // other is read, else written too
  std::ptrdiff_t size_written = 1, size_other = 1;
};

bool independent(const situation &s) {
  // For each byte the iterations that write it.
  std::map<std::ptrdiff_t, std::set<unsigned>> writers;
  const auto add = [&](const form &f, std::ptrdiff_t size) {
    for (unsigned k = 0; k < s.count; ++k)
      for (std::ptrdiff_t x : subscripts(f, s.value + s.step * int(k)))
        for (std::ptrdiff_t b = 0; b < size; ++b)
          writers[x + b].insert(k);
  };
  add(s.written, s.size_written);
  if (!s.read)
    add(s.other, s.size_other);
  for (const auto &[where, who] : writers)
    if (who.size() > 1)
      return false;
  if (s.read)
    for (unsigned k = 0; k < s.count; ++k)
      for (std::ptrdiff_t x : subscripts(s.other, s.value + s.step * int(k)))
        for (std::ptrdiff_t b = 0; b < s.size_other; ++b)
          if (auto at = writers.find(x + b);
              at != writers.end() && *at->second.begin() < k)
            return false;
  return true;
}

// A byte array seen as elements of `size` bytes at a distance of one.
mp::detail::elements_view bytes(char *base, const form &f,
                                std::ptrdiff_t size) {
  mp::detail::elements_view v = mp::slots(base, f.affine()).view;
  v.size = std::size_t(size);
  return v;
}

const char *check(const situation &s) {
  static char memory[4096];
  char *const base = memory + 2048;
  mp::detail::loop_view loop;
  loop.count = s.count;
  loop.value = s.value;
  loop.step = s.step;
  std::vector<mp::detail::elements_view> slots{
      bytes(base, s.written, s.size_written)};
  mp::detail::check_view c;
  if (s.read) {
    c.what = mp::detail::check_view::kind::reads;
    c.elements = bytes(base, s.other, s.size_other);
    loop.checks = &c;
    loop.check_count = 1;
  } else {
    slots.push_back(bytes(base, s.other, s.size_other));
  }
  loop.slots = slots.data();
  loop.slot_count = slots.size();
  return mp::runtime::first_failed_check(loop, mp::runtime::make_slots(loop),
                                         s.count);
}

TEST(Independence, NothingDependentIsAccepted) {
  random_forms random;
  int accepted = 0, independents = 0;
  for (int round = 0; round < 200000; ++round) {
    situation s{random.next(),
                random.next(),
                random.number(-3, 3),
                random.number(-2, 2),
                unsigned(random.number(1, 6)),
                random.number(0, 1) != 0,
                random.number(1, 3),
                random.number(1, 3)};
    if (random.number(0, 1) != 0) { // the interesting ones are alike
      s.other.s = s.written.s;
      s.other.ranges = s.written.ranges;
    }
    const bool truth = independent(s);
    const bool verdict = check(s) == nullptr;
    ASSERT_TRUE(truth || !verdict) << "round " << round;
    accepted += verdict;
    independents += truth;
  }
  // It would be easy to refuse everything.
  EXPECT_GT(accepted, independents * 2 / 3)
      << accepted << " of " << independents;
}

// Listed elements, and what else a loop of `count` iterations writes or reads.
const char *check_listed(const mp::places<int> &list, unsigned count,
                         const std::vector<mp::detail::elements_view> &slots,
                         const std::vector<mp::detail::check_view> &checks) {
  std::vector<mp::detail::elements_view> all{mp::slots(list).view};
  all.insert(all.end(), slots.begin(), slots.end());
  mp::detail::loop_view loop;
  loop.count = count;
  loop.step = 1;
  loop.slots = all.data();
  loop.slot_count = all.size();
  loop.checks = checks.data();
  loop.check_count = checks.size();
  return mp::runtime::first_failed_check(loop, mp::runtime::make_slots(loop),
                                         count);
}

TEST(Independence, ListedElements) {
  int memory[40] = {};
  mp::places<int> list;
  for (int k : {7, 3, 30, 12})
    list.add(&memory[k]);
  list.add(nullptr); // one that has none
  const auto accepted =
      [&](const std::vector<mp::detail::elements_view> &slots,
          const std::vector<mp::detail::check_view> &checks = {}) {
        return check_listed(list, 5, slots, checks) == nullptr;
      };
  const auto per = [](int c, int s) { return mp::affine(c).per(s); };
  EXPECT_TRUE(accepted({}));
  // As many as there are iterations, or more.
  EXPECT_EQ(check_listed(list, 4, {}, {}), nullptr);
  EXPECT_NE(check_listed(list, 6, {}, {}), nullptr);
  // Between them, and over one.
  EXPECT_TRUE(accepted({mp::slots(memory, per(13, 1)).view}));
  EXPECT_TRUE(accepted({mp::slots(memory, per(31, 1)).view}));
  EXPECT_FALSE(accepted({mp::slots(memory, per(8, 1)).view}));
  EXPECT_TRUE(
      accepted({}, {mp::detail::to_check(mp::reads(memory, per(13, 1)))}));
  EXPECT_FALSE(
      accepted({}, {mp::detail::to_check(mp::reads(memory, per(0, 1)))}));
  EXPECT_TRUE(accepted({}, {mp::object(memory[4])}));
  EXPECT_FALSE(accepted({}, {mp::object(memory[3])}));
  EXPECT_FALSE(accepted({}, {mp::updates(memory[30])}));
  // An iteration reads its own, which no other writes; not those of another
  // list.
  EXPECT_TRUE(accepted({}, {mp::detail::to_check(mp::reads(list))}));
  mp::places<int> other;
  for (int k : {8, 4, 31, 13, 20})
    other.add(&memory[k]);
  EXPECT_TRUE(accepted({}, {mp::detail::to_check(mp::reads(other))}));
  EXPECT_TRUE(accepted({mp::slots(other).view}));
  mp::places<int> shifted;
  for (int k : {8, 7, 31, 13, 20})
    shifted.add(&memory[k]);
  EXPECT_FALSE(accepted({}, {mp::detail::to_check(mp::reads(shifted))}));
  EXPECT_FALSE(accepted({mp::slots(shifted).view}));
  // A container's elements have no addresses to compare.
  std::deque<int> deque(5);
  EXPECT_FALSE(accepted({mp::slots(mp::elements(deque), per(0, 1)).view}));
  list.add(&memory[12]);
  EXPECT_NE(check_listed(list, 6, {}, {}), nullptr);
}

TEST(Independence, Regions) {
  std::vector<std::vector<int>> rows(4, std::vector<int>(10));
  std::deque<int> deque(600, 1);
  const auto some = mp::owned([&](mp::regions &all) {
    for (auto &row : rows)
      all.elements(row);
  });
  const auto single = mp::owned([&](mp::regions &all) { all.elements(deque); });
  const auto accepted = [&](int *out,
                            const std::vector<mp::detail::check_view> &checks) {
    mp::places<int> list;
    for (int k = 0; k < 3; ++k)
      list.add(out + k);
    return check_listed(list, 3, {}, checks) == nullptr;
  };
  int apart[3];
  EXPECT_TRUE(accepted(apart, {mp::reads(some), mp::reads(single)}));
  EXPECT_TRUE(accepted(apart, {mp::updates(some), mp::reads(single)}));
  EXPECT_TRUE(accepted(apart, {mp::updates(single), mp::object(rows)}));
  EXPECT_FALSE(accepted(&rows[2][7], {mp::reads(some)}));
  EXPECT_FALSE(accepted(&rows[0][0], {mp::updates(some)}));
  EXPECT_FALSE(accepted(apart, {mp::updates(some), mp::object(rows[1][9])}));
  EXPECT_FALSE(accepted(apart, {mp::updates(rows[1][9]), mp::reads(some)}));
  EXPECT_FALSE(accepted(apart, {mp::updates(some), mp::reads(some)}));
  EXPECT_FALSE(accepted(apart, {mp::updates(deque[300]), mp::reads(single)}));
  EXPECT_TRUE(accepted(apart, {mp::updates(deque[300]), mp::reads(some)}));
  // The elements, not the containers.
  EXPECT_TRUE(accepted(apart, {mp::updates(rows[1]), mp::reads(some)}));
}

TEST(Independence, FormsThatMustBeAccepted) {
  const auto accepted = [](const situation &s) { return check(s) == nullptr; };
  const auto range = [](std::ptrdiff_t k, std::ptrdiff_t n) {
    return mp::affine::range{k, 0, n - 1};
  };
  // a[i] = a[i + 1], upwards and a[i] = a[i - 1], downwards.
  EXPECT_TRUE(accepted({{0, 4, {}}, {4, 4, {}}, 0, 1, 50, true, 4, 4}));
  EXPECT_FALSE(accepted({{0, 4, {}}, {-4, 4, {}}, 0, 1, 50, true, 4, 4}));
  EXPECT_TRUE(accepted({{0, 4, {}}, {-4, 4, {}}, 40, -1, 40, true, 4, 4}));
  EXPECT_FALSE(accepted({{0, 4, {}}, {4, 4, {}}, 40, -1, 40, true, 4, 4}));
  // A column of a matrix, from itself and from the next one.
  const auto column = range(100, 9);
  EXPECT_TRUE(
      accepted({{0, 4, {column}}, {0, 4, {column}}, 0, 1, 20, true, 4, 4}));
  EXPECT_TRUE(
      accepted({{0, 4, {column}}, {4, 4, {column}}, 0, 1, 20, true, 4, 4}));
  EXPECT_FALSE(
      accepted({{4, 4, {column}}, {0, 4, {column}}, 0, 1, 20, true, 4, 4}));
  // Two members of a structure; both halves of an array; rgb.
  EXPECT_TRUE(accepted({{0, 12, {}}, {4, 12, {}}, 0, 1, 50, false, 4, 8}));
  EXPECT_TRUE(accepted({{0, 1, {}}, {50, 1, {}}, 0, 1, 50, false}));
  EXPECT_FALSE(accepted({{0, 1, {}}, {49, 1, {}}, 0, 1, 50, false}));
  EXPECT_TRUE(accepted({{0, 3, {}}, {1, 3, {}}, 0, 1, 50, false}));
  // y * w + x and its mirror, over half of the rows.
  EXPECT_TRUE(accepted(
      {{0, 10, {range(1, 10)}}, {90, -10, {range(1, 10)}}, 0, 1, 5, false}));
  EXPECT_FALSE(accepted(
      {{0, 10, {range(1, 10)}}, {90, -10, {range(1, 10)}}, 0, 1, 6, false}));
  // The same element in every iteration, and a stride that is too small.
  EXPECT_FALSE(accepted({{0, 0, {}}, {500, 1, {}}, 0, 1, 2, true}));
  EXPECT_TRUE(accepted({{0, 0, {}}, {500, 1, {}}, 0, 1, 1, true}));
  EXPECT_FALSE(accepted({{0, 9, {range(1, 10)}}, {900, 1, {}}, 0, 1, 5, true}));
  // Three dimensions, with the loop's in the middle.
  EXPECT_TRUE(accepted({{0, 10, {range(1, 10), range(100, 5)}},
                        {0, 10, {range(1, 10), range(100, 5)}},
                        0,
                        1,
                        10,
                        true}));
}

} // namespace
