// decision_test.cpp - Which loops stay native. Nothing here depends on how long
// anything takes, except that a second is longer than a microsecond.

#include "schedule/decide.hpp"
#include "support.hpp"
#include <unistd.h>
#include <vector>

namespace {

using mp::test::environment;
using mp::test::run;

class Decision : public testing::Test {
  environment environment_{
      {"MP_ADAPT", ""}, {"MP_WORKERS", "2"}, {"MP_CHUNK", ""}};
};

struct trips {
  int native = 0, workers = 0;
};

// Runs n iterations of `body` and says where.
template <class Body> trips count(mp::site &mp_site, int n, Body body) {
  trips t;
  int i = 0;
  for (auto mp_s = mp::start(mp_site, i, mp::below(n)); mp_s;) {
    for (; i < mp_s.last; ++i) {
      body(i);
      ++t.native;
    }
    if (!mp_s.go_on())
      break;
    mp_s = mp::parallel_map(
        mp_s, mp_site,
        [body](mp::worker &mp_w, int i, int mp_end) mutable {
          for (; i < mp_end; ++i) {
            mp_w.at(i);
            body(i);
            mp_w.later(0);
          }
        },
        mp::tails([&workers = t.workers] { ++workers; }));
    i = mp_s.first;
  }
  EXPECT_EQ(t.native + t.workers, n);
  return t;
}

const auto nothing = [](int) {};
const auto slow = [](int) { usleep(5000); };

TEST_F(Decision, TinyByEstimate) {
  static mp::site site{__FILE__, __LINE__, mp::traits().estimate(1).marked()};
  for (int k = 0; k < 5; ++k)
    EXPECT_EQ(count(site, 1000, nothing).workers, 0);
  // No call is made any more for a loop of this size.
  EXPECT_GT(site.memory().inline_below.load(), 1000u);
  EXPECT_EQ(site.memory().iteration_ns.load(), 0);
}

TEST_F(Decision, TinyByTrial) {
  static mp::site site{__FILE__, __LINE__, mp::traits().marked()};
  for (int k = 0; k < 300; ++k)
    EXPECT_EQ(count(site, 300, nothing).workers, 0);
  EXPECT_GT(site.memory().iteration_ns.load(), 0);
}

TEST_F(Decision, LongLoopsAreHandedOut) {
  static mp::site site{__FILE__, __LINE__, mp::traits().marked()};
  const trips first = count(site, 100, slow);
  EXPECT_GT(first.workers, 80);
  // Remembered: no trial the second time.
  EXPECT_EQ(count(site, 100, slow).native, 0);
}

// The first iteration may say nothing about the others.
TEST_F(Decision, ExpensiveFirstIteration) {
  static mp::site site{__FILE__, __LINE__, mp::traits().marked()};
  const trips t = count(site, 5, [](int i) {
    if (i == 0)
      usleep(100);
  });
  EXPECT_EQ(t.workers, 0);
}

TEST_F(Decision, CheapBeginning) {
  static mp::site site{__FILE__, __LINE__, mp::traits().marked()};
  const trips t = count(site, 3000, [](int i) {
    if (i >= 1000)
      usleep(1000);
  });
  EXPECT_GT(t.workers, 500);
}

// A loop that was short once may be long later.
TEST_F(Decision, ShortThenLong) {
  static mp::site site{__FILE__, __LINE__, mp::traits().marked()};
  for (int k = 0; k < 10; ++k)
    count(site, 20, nothing);
  int tries = 0;
  while (count(site, 20, [](int) { usleep(300); }).workers == 0 && tries < 500)
    ++tries;
  EXPECT_LT(tries, 500);
}

TEST_F(Decision, OneIterationOrOneProcessor) {
  static mp::site site{__FILE__, __LINE__, mp::traits().marked()};
  EXPECT_EQ(count(site, 1, slow).native, 1);
  const environment one({{"MP_WORKERS", "1"}});
  static mp::site other{__FILE__, __LINE__, mp::traits().marked()};
  EXPECT_EQ(count(other, 10, slow).native, 10);
}

TEST_F(Decision, WorkersOfTheSite) {
  const environment none({{"MP_WORKERS", ""}});
  static mp::site three{__FILE__, __LINE__, mp::traits().workers(3)};
  EXPECT_EQ(mp::runtime::workers_for(three, 100), 3u);
  EXPECT_EQ(mp::runtime::workers_for(three, 2), 2u);
  const environment five({{"MP_WORKERS", "5"}});
  EXPECT_EQ(mp::runtime::workers_for(three, 100), 5u);
}

TEST_F(Decision, Report) {
  const mp::test::outcome o = run([] {
    const environment report({{"MP_REPORT", "1"}});
    static mp::site site{"report.cpp", 5, mp::traits().marked().label("rows")};
    count(site, 100, slow);
    static mp::site tiny{"report.cpp", 9, mp::traits().marked().estimate(1)};
    for (int k = 0; k < 3; ++k)
      count(tiny, 10, nothing);
    return 0;
  });
  EXPECT_NE(o.err.find("mp: report.cpp:5 (rows): handed out 1 times"),
            std::string::npos)
      << o.err;
  EXPECT_NE(o.err.find("mp: report.cpp:9: native 3 times: 30 iterations"),
            std::string::npos)
      << o.err;
}

} // namespace
