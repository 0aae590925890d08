// tails_test.cpp - Statements that run in the parent, in order.

#include "support.hpp"
#include <array>
#include <cmath>
#include <cstring>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

MP_HANDED_OUT(Tails);

double work(int i) {
  double v = i;
  for (int k = 0; k < 20; ++k)
    v = std::sqrt(v * v + k);
  return v;
}

struct everything {
  std::vector<std::string> names;
  double sum = 0, best = 1e9;
  int at = -1, count = 0;
  std::array<int, 500> out{};
  std::map<int, long> histogram;
  bool operator==(const everything &o) const {
    return names == o.names && sum == o.sum && best == o.best && at == o.at &&
           count == o.count && out == o.out && histogram == o.histogram;
  }
};

everything serial(int n) {
  everything e;
  for (int i = 0; i < n; ++i) {
    const double x = work(i * 37 % 101);
    if (i % 5 == 3)
      continue;
    e.sum += x;
    if (x < e.best) {
      e.best = x;
      e.at = i;
    }
    for (int k = 0; k < i % 4; ++k) {
      if (k == 2)
        break;
      e.names.push_back("n" + std::to_string(i * k));
      e.histogram[(i + k) % 7] += k + 1;
    }
    if (i % 3 == 0)
      e.out[std::size_t(e.count++)] = int(x);
  }
  return e;
}

everything parallel(int n) {
  everything e;
  double &sum = e.sum, &best = e.best;
  int &at = e.at, &count = e.count;
  auto &out = e.out;
  auto &names = e.names;
  auto &histogram = e.histogram;
  {
    int i = 0;
    static mp::site mp_site{__FILE__, __LINE__, mp::traits().marked()};
    for (auto mp_s = mp::start(mp_site, i, mp::below(n)); mp_s;) {
      for (; i < mp_s.last; ++i) {
        const double x = work(i * 37 % 101);
        if (i % 5 == 3)
          continue;
        sum += x;
        if (x < best) {
          best = x;
          at = i;
        }
        for (int k = 0; k < i % 4; ++k) {
          if (k == 2)
            break;
          names.push_back("n" + std::to_string(i * k));
          histogram[(i + k) % 7] += k + 1;
        }
        if (i % 3 == 0)
          out[std::size_t(count++)] = int(x);
      }
      if (!mp_s.go_on())
        break;
      mp::shadow mp_sum(sum);
      mp::shadow mp_best(best);
      mp::shadow mp_at(at);
      mp::shadow mp_count(count);
      mp_s = mp::parallel_map(
          mp_s, mp_site,
          [](mp::worker &mp_w, int i, int mp_end) mutable {
            for (; i < mp_end; ++i) {
              mp_w.at(i);
              const double x = work(i * 37 % 101);
              if (i % 5 == 3)
                continue;
              mp_w.later(0, x);
              mp_w.later(1, x, i);
              for (int k = 0; k < i % 4; ++k) {
                if (k == 2)
                  break;
                mp_w.later(2, "n" + std::to_string(i * k));
                mp_w.later(3, (i + k) % 7, k + 1);
              }
              if (i % 3 == 0)
                mp_w.later(4, int(x));
            }
          },
          mp::checks(mp::updates(sum), mp::object(n)),
          mp::tails(
              [&sum = mp_sum.value](double x) { sum += x; },
              [&best = mp_best.value, &at = mp_at.value](double x, int i) {
                if (x < best) {
                  best = x;
                  at = i;
                }
              },
              [&names](std::string &&mp_1) {
                names.push_back(std::move(mp_1));
              },
              [&histogram](int mp_1, int mp_2) { histogram[mp_1] += mp_2; },
              [&out, &count = mp_count.value](int mp_1) {
                out[std::size_t(count++)] = mp_1;
              }));
      i = mp_s.first;
    }
  }
  return e;
}

TEST_P(Tails, AllKinds) {
  for (int n : {0, 1, 2, 5, 100, 400, 1000})
    EXPECT_TRUE(serial(n) == parallel(n)) << n;
}

// Runs iterations 0 .. n-1 in workers; nothing is expected to be native.
template <class Body, class... Parts>
void in_workers(int n, mp::traits traits, Body body, Parts... parts) {
  mp::site mp_site{"tails_test.cpp", 1, traits};
  int i = 0;
  for (auto mp_s = mp::start(mp_site, i, mp::below(n)); mp_s;) {
    for (; i < mp_s.last; ++i)
      ADD_FAILURE() << "iteration " << i << " is native";
    if (!mp_s.go_on())
      break;
    mp_s = mp::parallel_map(
        mp_s, mp_site,
        [body](mp::worker &mp_w, int i, int mp_end) mutable {
          for (; i < mp_end; ++i) {
            mp_w.at(i);
            body(mp_w, i);
          }
        },
        parts...);
    i = mp_s.first;
  }
  EXPECT_EQ(i, n);
}

TEST_P(Tails, KindsOfText) {
  std::string all;
  const char *null = nullptr;
  in_workers(
      3, mp::traits().marked(),
      [null](mp::worker &w, int i) {
        char array[8] = "arr";
        char *pointer = array;
        const char fixed[] = "fixed";
        std::string with_zero("a\0b", 3);
        w.later(0, "literal");
        w.later(0, array);
        w.later(0, pointer);
        w.later(0, fixed);
        w.later(0, null);
        w.later(1, with_zero);
        w.later(2, std::string_view("view").substr(i % 2 == 0 ? 0 : 1));
        w.later(0, with_zero);
        w.later(1, "to string");
        w.later(3, pointer);
        w.print(1, "%s-%d-%.2f", "printed", i, 0.5);
        w.print(0, "%0500d", i);
      },
      mp::tails([&all](const char *s) { all += s == nullptr ? "(null)" : s; },
                [&all](std::string s) { all += std::to_string(s.size()) + s; },
                [&all](std::string_view s) { all += s; },
                [&all](char *s) {
                  s[0] = 'X';
                  all += s;
                }));
  std::string expected;
  for (int i = 0; i < 3; ++i) {
    char zeros[600];
    std::snprintf(zeros, sizeof zeros, "%0500d", i);
    const std::string printed = "printed-" + std::to_string(i) + "-0.50";
    expected += std::string("literalarrarrfixed(null)3a") + '\0' + "b" +
                (i % 2 == 0 ? "view" : "iew") + "a9to stringXrr" +
                std::to_string(printed.size()) + printed + zeros;
  }
  EXPECT_EQ(all, expected);
}

TEST_P(Tails, Addresses) {
  int numbers[5] = {10, 11, 12, 13, 14};
  char text[] = "parent";
  std::vector<const void *> got;
  in_workers(
      5, mp::traits().marked(),
      [&numbers, &text](mp::worker &w, int i) {
        w.later(0, numbers + i);
        w.later(1, mp::address(text + i));
        w.later(2, mp::address(&numbers[i]));
        w.later(0, nullptr);
        w.later(3, mp::address(text + i));
      },
      mp::tails([&got](int *p) { got.push_back(p); },
                [&got](char *p) { got.push_back(p); },
                [&got](const void *p) { got.push_back(p); },
                [&got](std::uintptr_t p) {
                  got.push_back(reinterpret_cast<const void *>(p));
                }));
  std::vector<const void *> expected;
  for (int i = 0; i < 5; ++i)
    for (const void *p : {static_cast<const void *>(numbers + i),
                          static_cast<const void *>(text + i),
                          static_cast<const void *>(numbers + i),
                          static_cast<const void *>(nullptr),
                          static_cast<const void *>(text + i)})
      expected.push_back(p);
  EXPECT_EQ(got, expected);
}

struct cell {
  unsigned a : 3, b : 5;
};
enum class colour : short { red = -3, blue = 7 };

TEST_P(Tails, KindsOfValues) {
  std::vector<std::string> got;
  std::vector<bool> bits{true, false, true};
  in_workers(
      3, mp::traits().marked(),
      [&bits](mp::worker &w, int i) {
        cell c{unsigned(i), 9};
        const int grid[2][2] = {{i, 1}, {2, 3}};
        std::vector<std::string> v{"x", std::string(std::size_t(i), 'y')};
        w.later(0, unsigned(c.a), unsigned(c.b), colour::blue);
        w.later(1, bits[std::size_t(i)]);
        w.later(2, grid);
        w.later(3, v);
        w.later(3, std::move(v));
        // Moved from, as in the serial program.
        w.later(1, v.empty());
        w.later(4);
        w.later(5, std::make_unique<int>(i));
        w.later(6, 1, 2, 3, 4, 5, 6, 7, 8, "nine", 10.0);
      },
      mp::tails(
          [&got](unsigned a, unsigned b, colour c) {
            got.push_back(std::to_string(a) + std::to_string(b) +
                          std::to_string(int(c)));
          },
          [&got](bool b) { got.push_back(b ? "t" : "f"); },
          [&got](const int (&g)[2][2]) {
            got.push_back(
                std::to_string(g[0][0] + g[0][1] + g[1][0] + g[1][1]));
          },
          [&got](const std::vector<std::string> &v) {
            got.push_back(v[0] + v[1]);
          },
          [&got]() noexcept { got.push_back("none"); },
          [&got](std::unique_ptr<int> p) { got.push_back(std::to_string(*p)); },
          [&got](int a, int, int, int, int, int, int, int h, const char *nine,
                 double ten) mutable {
            got.push_back(std::to_string(a + h) + nine +
                          std::to_string(int(ten)));
          }));
  std::vector<std::string> expected;
  for (int i = 0; i < 3; ++i) {
    const std::string ys = "x" + std::string(std::size_t(i), 'y');
    for (const std::string &s :
         {std::to_string(i) + "97", std::string(i == 1 ? "f" : "t"),
          std::to_string(i + 6), ys, ys, std::string("t"), std::string("none"),
          std::to_string(i), std::string("9nine10")})
      expected.push_back(s);
  }
  EXPECT_EQ(got, expected);
}

// A log much larger than the rings, from cheap iterations.
TEST_P(Tails, LongLogs) {
  const int n = 300000;
  std::vector<int> got;
  in_workers(
      n, mp::traits().marked(),
      [](mp::worker &w, int i) {
        w.later(0, i);
        if (i % 1000 == 0)
          w.later(0, -i);
      },
      mp::tails([&got](int i) { got.push_back(i); }));
  std::vector<int> expected;
  for (int i = 0; i < n; ++i) {
    expected.push_back(i);
    if (i % 1000 == 0)
      expected.push_back(-i);
  }
  EXPECT_TRUE(got == expected);
}

// A few iterations whose effects are many times a ring.
TEST_P(Tails, LargeIterations) {
  std::vector<std::string> got;
  in_workers(
      6, mp::traits().marked(),
      [](mp::worker &w, int i) {
        w.later(0, std::string(std::size_t(5) << 20, char('a' + i)));
        for (int k = 0; k < 40; ++k)
          w.later(0, std::string(100000, char('A' + i)));
      },
      mp::tails([&got](std::string &&s) { got.push_back(std::move(s)); }));
  ASSERT_EQ(got.size(), 6u * 41);
  for (int i = 0; i < 6; ++i) {
    EXPECT_TRUE(got[std::size_t(i) * 41] ==
                std::string(std::size_t(5) << 20, char('a' + i)));
    for (int k = 1; k <= 40; ++k)
      EXPECT_TRUE(got[std::size_t(i * 41 + k)] ==
                  std::string(100000, char('A' + i)));
  }
}

// A tail that throws: what is before it is there, what is after it is not.
TEST_P(Tails, ThrowingTail) {
  for (int bad : {0, 1, 7, 63, 99}) {
    std::vector<int> out(100, -1), log;
    int *const o = out.data();
    EXPECT_THROW(in_workers(
                     100, mp::traits().marked().tails_throw(),
                     [o](mp::worker &w, int i) {
                       o[i] = i;
                       w.later(0, i);
                     },
                     mp::results(mp::slots(o, mp::affine(0).per(1))),
                     mp::tails([&log, bad](int i) {
                       log.push_back(i);
                       if (i == bad)
                         throw std::out_of_range("tail");
                     })),
                 std::out_of_range);
    EXPECT_EQ(log.size(), std::size_t(bad + 1));
    for (int k = 0; k < 100; ++k)
      EXPECT_EQ(out[std::size_t(k)], k <= bad ? k : -1);
    EXPECT_EQ(mp::test::count_children(), 0);
  }
}

TEST_P(Tails, ShadowIsWrittenBackWhenATailThrows) {
  double sum = 0;
  try {
    mp::shadow mp_sum(sum);
    in_workers(
        50, mp::traits().marked(), [](mp::worker &w, int i) { w.later(0, i); },
        mp::tails([&sum = mp_sum.value](int i) {
          if (i == 30)
            throw std::runtime_error("tail");
          sum += i;
        }));
  } catch (const std::runtime_error &) {
  }
  EXPECT_EQ(sum, 30 * 29 / 2);
}

// A call and a tail that do not belong together are an error.
TEST_P(Tails, MismatchedValues) {
  EXPECT_THROW(in_workers(
                   3, mp::traits().marked(),
                   [](mp::worker &w, int i) { w.later(0, i); },
                   mp::tails([](double) {})),
               std::logic_error);
  EXPECT_THROW(in_workers(
                   3, mp::traits().marked(),
                   [](mp::worker &w, int i) { w.later(0, i); },
                   mp::tails([](int, int) {})),
               std::logic_error);
  EXPECT_THROW(in_workers(
                   3, mp::traits().marked(),
                   [](mp::worker &w, int i) { w.later(1, i); },
                   mp::tails([](int) {})),
               std::logic_error);
}

// A result that depends on the order of floating-point additions.
TEST_P(Tails, SumIsBitIdentical) {
  double serial = 0, sum = 0;
  for (int i = 0; i < 20000; ++i)
    serial += 1.0 / (i + 1);
  in_workers(
      20000, mp::traits().marked(),
      [](mp::worker &w, int i) { w.later(0, 1.0 / (i + 1)); },
      mp::tails([&sum](double v) { sum += v; }));
  EXPECT_EQ(std::memcmp(&sum, &serial, sizeof sum), 0);
}

} // namespace
