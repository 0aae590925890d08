// segments_test.cpp - All headers: the same trips and the same last value as
// the serial loop, whatever the types, the step and the bound.

#include "support.hpp"
#include <cstdint>
#include <deque>
#include <limits>
#include <list>
#include <string>
#include <vector>

namespace {

// The tests compare as users do.
#pragma GCC diagnostic ignored "-Wsign-compare"
#if defined(__clang__)
#pragma GCC diagnostic ignored "-Wshadow"
#endif

MP_HANDED_OUT(Segments);

// Trips that were not handed out.
int native_trips = 0;

// The values a serial loop visits, and the variable's last value.
template <class T> struct trips {
  std::vector<T> visited;
  T last;
};
template <class T> bool operator==(const trips<T> &a, const trips<T> &b) {
  return a.visited == b.visited && a.last == b.last;
}

// One loop, serially and as rewritten. NATIVE: how its native part begins.
#define MP_TEST_TRIPS_AS(NATIVE, T, START, OP, LIMIT, NEXT, BOUND_AND_STEP)    \
  do {                                                                         \
    trips<T> serial, parallel;                                                 \
    T i = START;                                                               \
    for (; i OP LIMIT; NEXT)                                                   \
      serial.visited.push_back(i);                                             \
    serial.last = i;                                                           \
    i = START;                                                                 \
    auto &seen = parallel.visited;                                             \
    static mp::site mp_site{__FILE__, __LINE__, mp::traits().marked()};        \
    const auto start = [&](auto... rest) {                                     \
      return mp::start(mp_site, i, rest...);                                   \
    };                                                                         \
    for (auto mp_s = start BOUND_AND_STEP; mp_s;) {                            \
      NATIVE for (; i OP mp_s.last; NEXT) {                                    \
        seen.push_back(i);                                                     \
        ++native_trips;                                                        \
      }                                                                        \
      if (!mp_s.go_on())                                                       \
        break;                                                                 \
      mp_s = mp::parallel_map(                                                 \
          mp_s, mp_site,                                                       \
          [](mp::worker &mp_w, T i, std::decay_t<decltype(LIMIT)> mp_end) {    \
            for (; i OP mp_end; NEXT) {                                        \
              mp_w.at(i);                                                      \
              mp_w.later(0, i);                                                \
            }                                                                  \
          },                                                                   \
          mp::tails([&seen](T i) { seen.push_back(i); }));                     \
      i = mp_s.first;                                                          \
    }                                                                          \
    parallel.last = i;                                                         \
    EXPECT_TRUE(serial == parallel)                                            \
        << #T " from " #START " while " #OP " " #LIMIT ", " #NEXT ": "         \
        << serial.visited.size() << " serially, " << parallel.visited.size();  \
  } while (false)
#define MP_TEST_TRIPS(T, START, OP, LIMIT, NEXT, BOUND_AND_STEP)               \
  MP_TEST_TRIPS_AS(, T, START, OP, LIMIT, NEXT, BOUND_AND_STEP)
#define MP_TEST_INCLUSIVE_TRIPS(T, START, OP, LIMIT, NEXT, BOUND_AND_STEP)     \
  MP_TEST_TRIPS_AS(if (mp_s.some), T, START, OP, LIMIT, NEXT, BOUND_AND_STEP)

TEST_P(Segments, Below) {
  native_trips = 0;
  MP_TEST_TRIPS(int, 0, <, 100, i++, (mp::below(100)));
  MP_TEST_TRIPS(int, -7, <, 100, i++, (mp::below(100)));
  MP_TEST_TRIPS(long, 3, <, 4, ++i, (mp::below(4)));
  MP_TEST_TRIPS(int, 0, <, 100, i += 7, (mp::below(100), 7));
  MP_TEST_TRIPS(std::size_t, 0, <, std::size_t(33), i = i + 1,
                (mp::below(std::size_t(33))));
  MP_TEST_TRIPS(unsigned, 5, <, 50u, i += 5u, (mp::below(50u), 5u));
  EXPECT_EQ(native_trips, 0);
}

TEST_P(Segments, AtMost) {
  native_trips = 0;
  MP_TEST_INCLUSIVE_TRIPS(int, 1, <=, 60, i++, (mp::at_most(60)));
  MP_TEST_INCLUSIVE_TRIPS(int, 0, <=, 0, i++, (mp::at_most(0)));
  MP_TEST_INCLUSIVE_TRIPS(int, 1, <=, 0, i++, (mp::at_most(0)));
  MP_TEST_INCLUSIVE_TRIPS(long, -9, <=, 50L, i += 8, (mp::at_most(50L), 8));
  MP_TEST_INCLUSIVE_TRIPS(std::size_t, 0, <=, std::size_t(40), i++,
                          (mp::at_most(std::size_t(40))));
  EXPECT_EQ(native_trips, 0);
}

TEST_P(Segments, Above) {
  native_trips = 0;
  MP_TEST_TRIPS(int, 50, >, 0, i--, (mp::above(0), -1));
  MP_TEST_TRIPS(int, 50, >, -11, i -= 4, (mp::above(-11), -(4)));
  MP_TEST_TRIPS(std::size_t, 30, >, std::size_t(0), --i,
                (mp::above(std::size_t(0)), -1));
  MP_TEST_TRIPS(std::size_t, 31, >, 0u, i -= 1,
                (mp::above(0u), -(std::size_t(1))));
  MP_TEST_TRIPS(unsigned, 31, >, 1u, i -= 2u, (mp::above(1u), -(2u)));
  EXPECT_EQ(native_trips, 0);
}

TEST_P(Segments, AtLeast) {
  native_trips = 0;
  MP_TEST_INCLUSIVE_TRIPS(int, 50, >=, 0, i--, (mp::at_least(0), -1));
  MP_TEST_INCLUSIVE_TRIPS(long, 50, >=, 1, i -= 7, (mp::at_least(1), -(7)));
  MP_TEST_INCLUSIVE_TRIPS(int, -1, >=, 0, i--, (mp::at_least(0), -1));
  MP_TEST_INCLUSIVE_TRIPS(unsigned, 50, >=, 1u, i--, (mp::at_least(1u), -1));
  EXPECT_EQ(native_trips, 0);
}

TEST_P(Segments, Until) {
  native_trips = 0;
  MP_TEST_TRIPS(int, 0, !=, 40, i++, (mp::until(40)));
  MP_TEST_TRIPS(int, 0, !=, 42, i += 3, (mp::until(42), 3));
  MP_TEST_TRIPS(int, 12, !=, -12, i -= 2, (mp::until(-12), -(2)));
  MP_TEST_TRIPS(int, 12, !=, 12, i++, (mp::until(12)));
  EXPECT_EQ(native_trips, 0);
}

TEST_P(Segments, ZeroTrips) {
  MP_TEST_TRIPS(int, 5, <, 5, i++, (mp::below(5)));
  MP_TEST_TRIPS(int, 6, <, 5, i++, (mp::below(5)));
  MP_TEST_TRIPS(int, 5, >, 5, i--, (mp::above(5), -1));
  MP_TEST_INCLUSIVE_TRIPS(std::size_t, 1, <=, 0u, i++, (mp::at_most(0u)));
}

TEST_P(Segments, NarrowTypes) {
  MP_TEST_TRIPS(std::uint8_t, 0, <, 200, i++, (mp::below(200)));
  MP_TEST_TRIPS(std::uint8_t, 0, <, std::uint8_t(255), i++,
                (mp::below(std::uint8_t(255))));
  MP_TEST_TRIPS(std::int8_t, -128, <, 127, i++, (mp::below(127)));
  MP_TEST_TRIPS(std::int8_t, 127, >, -128, i--, (mp::above(-128), -1));
  MP_TEST_TRIPS(std::uint8_t, 0, !=, 255, i += 5, (mp::until(255), 5));
  MP_TEST_TRIPS(std::int16_t, -300, <, std::int8_t(100), i++,
                (mp::below(std::int8_t(100))));
  MP_TEST_TRIPS(char, 'a', <, 'z', i++, (mp::below('z')));
  MP_TEST_TRIPS(wchar_t, L'a', <, L'z', i++, (mp::below(L'z')));
}

TEST_P(Segments, MixedTypes) {
  MP_TEST_TRIPS(std::size_t, 0, <, 40, i++, (mp::below(40)));
  MP_TEST_TRIPS(int, 0, <, std::size_t(40), i++, (mp::below(std::size_t(40))));
  MP_TEST_TRIPS(int, -3, <, 40LL, i++, (mp::below(40LL)));
  MP_TEST_TRIPS(std::int64_t, -3, <, std::int8_t(40), i++,
                (mp::below(std::int8_t(40))));
  // -1 is large as unsigned: no trip at all.
  MP_TEST_TRIPS(int, -1, <, 40u, i++, (mp::below(40u)));
  // The bound overshoots what its own type can hold.
  MP_TEST_TRIPS(int, 0, <, std::uint8_t(255), i += 2,
                (mp::below(std::uint8_t(255)), 2));
  MP_TEST_TRIPS(int, -5, <, std::uint8_t(20), i++,
                (mp::below(std::uint8_t(20))));
  MP_TEST_TRIPS(std::size_t, 30, >, 0, i--, (mp::above(0), -1));
  MP_TEST_TRIPS(int, 0, <, true, i++, (mp::below(true)));
  MP_TEST_TRIPS(int, 0, <, 10.5, i++, (mp::below(10.5)));
  enum limit { ten = 10 };
  MP_TEST_TRIPS(int, 0, <, ten, i++, (mp::below(ten)));
}

TEST_P(Segments, ExtremeValues) {
  constexpr int high = std::numeric_limits<int>::max();
  constexpr int low = std::numeric_limits<int>::min();
  MP_TEST_TRIPS(int, high - 20, <, high, i++, (mp::below(high)));
  MP_TEST_TRIPS(int, low + 20, >, low, i--, (mp::above(low), -1));
  MP_TEST_TRIPS(int, low, !=, low + 10, i++, (mp::until(low + 10)));
  constexpr auto most = std::numeric_limits<std::size_t>::max();
  MP_TEST_TRIPS(std::size_t, most - 20, <, most, i++, (mp::below(most)));
  MP_TEST_INCLUSIVE_TRIPS(std::size_t, most - 20, <=, most - 1, i++,
                          (mp::at_most(most - 1)));
  constexpr auto far = std::numeric_limits<std::int64_t>::min();
  MP_TEST_TRIPS(std::int64_t, far, <, far + 20, i += 3,
                (mp::below(far + 20), 3));
}

TEST_P(Segments, Pointers) {
  native_trips = 0;
  static int a[50];
  MP_TEST_TRIPS(int *, a, <, a + 50, i++, (mp::below(a + 50)));
  MP_TEST_TRIPS(const int *, a, !=, a + 50, ++i, (mp::until(a + 50)));
  MP_TEST_TRIPS(int *, a, <, a + 50, i += 7, (mp::below(a + 50), 7));
  MP_TEST_TRIPS(int *, a + 49, >, a, i--, (mp::above(a), -1));
  MP_TEST_INCLUSIVE_TRIPS(int *, a + 1, <=, a + 49, i++, (mp::at_most(a + 49)));
  MP_TEST_TRIPS(const int *, a, <, static_cast<int *>(a + 9), i++,
                (mp::below(static_cast<int *>(a + 9))));
  EXPECT_EQ(native_trips, 0);
}

TEST_P(Segments, Iterators) {
  // Iterators themselves can't travel; their distances can.
  std::deque<int> d(40);
  for (int from : {0, 3, 40}) {
    std::vector<std::ptrdiff_t> seen;
    auto it = d.begin() + from;
    static mp::site mp_site{__FILE__, __LINE__, mp::traits().marked()};
    for (auto mp_s = mp::start(mp_site, it, mp::until(d.cend())); mp_s;) {
      for (; it != mp_s.last; ++it)
        seen.push_back(it - d.begin());
      if (!mp_s.go_on())
        break;
      mp_s = mp::parallel_map(
          mp_s, mp_site,
          [&d](mp::worker &mp_w, std::deque<int>::iterator it,
               std::deque<int>::const_iterator mp_end) {
            for (; it != mp_end; ++it) {
              mp_w.at(it);
              mp_w.later(0, it - d.begin());
            }
          },
          mp::tails([&seen](std::ptrdiff_t k) { seen.push_back(k); }));
      it = mp_s.first;
    }
    EXPECT_EQ(it, d.end());
    ASSERT_EQ(seen.size(), d.size() - static_cast<std::size_t>(from));
    for (std::size_t k = 0; k < seen.size(); ++k)
      EXPECT_EQ(seen[k], from + static_cast<std::ptrdiff_t>(k));
  }
}

// Whatever can't be counted runs natively, with the user's own bound.
TEST_P(Segments, WrongDirectionIsNative) {
  int i = 0, trips = 0;
  static mp::site mp_site{__FILE__, __LINE__};
  auto mp_s = mp::start(mp_site, i, mp::below(10), -1);
  EXPECT_EQ(mp_s.last, 10);
  EXPECT_TRUE(mp_s.some);
  for (; i < mp_s.last && trips < 5; i--)
    ++trips;
  EXPECT_FALSE(mp_s.go_on());
  EXPECT_EQ(trips, 5);
}

TEST_P(Segments, UncountableIsNative) {
  static mp::site mp_site{__FILE__, __LINE__};
  EXPECT_FALSE(mp::start(mp_site, 0, mp::until(10), 3).go_on());
  EXPECT_FALSE(mp::start(mp_site, 0, mp::until(-10)).go_on());
  EXPECT_FALSE(mp::start(mp_site, 0, mp::below(10), 0).go_on());
  // i would overflow before it stops.
  EXPECT_FALSE(
      mp::start(mp_site, 0, mp::at_most(std::numeric_limits<int>::max()))
          .go_on());
  EXPECT_FALSE(mp::start(mp_site, std::uint8_t(0), mp::below(256)).go_on());
  EXPECT_FALSE(mp::start(mp_site, 0u, mp::at_least(0u), -1).go_on());
  // 4294967293 or -3? A 64-bit variable can't tell.
  EXPECT_FALSE(
      mp::start(mp_site, std::size_t(30), mp::above(std::size_t(0)), -(3u))
          .go_on());
  // Some way to go, but it can be counted.
  EXPECT_TRUE(mp::start(mp_site, 0, mp::below(10)).go_on());
}

TEST_P(Segments, SerialStartIsOneSegment) {
  const mp::test::environment serial({{"MP_START", "serial"}});
  static mp::site mp_site{__FILE__, __LINE__};
  for (int k = 0; k < 3; ++k) {
    const auto mp_s = mp::start(mp_site, 0, mp::below(1000000000));
    EXPECT_EQ(mp_s.last, 1000000000);
    EXPECT_FALSE(mp_s.go_on());
  }
}

} // namespace
