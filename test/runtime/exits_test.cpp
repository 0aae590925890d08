// exits_test.cpp - Loops that an iteration leaves: break, return, throw, exit.
// Whatever workers have done beyond it leaves no trace.

#include "support.hpp"
#include <cmath>
#include <cstdlib>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

MP_HANDED_OUT(Exits);

// At and around the edges of chunks, and none at all.
const int places[] = {-1, 0, 1, 2, 3, 4, 5, 63, 64, 65, 98, 99};

struct sweep {
  int i = -5;
  double sum = 0;
  std::vector<double> out = std::vector<double>(100, -1);
  bool operator==(const sweep &o) const {
    return i == o.i && sum == o.sum && out == o.out;
  }
};

sweep serial_break(int leave, bool keep_going) {
  sweep s;
  for (s.i = 0; s.i < 100; s.i++) {
    const double v = std::sqrt(double(s.i));
    s.out[std::size_t(s.i)] = v;
    if (s.i == leave)
      break;
    if (keep_going && s.i % 3 == 0)
      continue;
    s.sum += v;
  }
  return s;
}

sweep parallel_break(int leave, bool keep_going) {
  sweep result;
  int i;
  double sum = 0;
  double *out = result.out.data();
  {
    i = 0;
    static mp::site mp_site{__FILE__, __LINE__, mp::traits().marked()};
    for (auto mp_s = mp::start(mp_site, i, mp::below(100)); mp_s;) {
      mp_s.ended = false;
      for (; i < mp_s.last || mp_s.end(); i++) {
        const double v = std::sqrt(double(i));
        out[i] = v;
        if (i == leave)
          break;
        if (keep_going && i % 3 == 0)
          continue;
        sum += v;
      }
      if (!mp_s.go_on())
        break;
      mp::shadow mp_sum(sum);
      mp_s = mp::parallel_map(
          mp_s, mp_site,
          [out, leave, keep_going](mp::worker &mp_w, int i,
                                   int mp_end) mutable {
            for (; i < mp_end; i++) {
              mp_w.at(i);
              const double v = std::sqrt(double(i));
              out[i] = v;
              if (i == leave)
                return mp_w.stop();
              if (keep_going && i % 3 == 0)
                continue;
              mp_w.later(0, v);
            }
          },
          mp::results(mp::slots(out, mp::affine(0).per(1))),
          mp::tails([&sum = mp_sum.value](double v) { sum += v; }));
      i = mp_s.first;
    }
  }
  result.i = i;
  result.sum = sum;
  return result;
}

TEST_P(Exits, Break) {
  for (int leave : places)
    for (bool keep_going : {false, true})
      EXPECT_EQ(serial_break(leave, keep_going),
                parallel_break(leave, keep_going))
          << "leaving at " << leave;
}

// A type that can be neither copied nor default-constructed.
struct hit {
  int at;
  std::string text;
  hit(int a, std::string t) : at(a), text(std::move(t)) {}
  hit(const hit &) = delete;
};

hit find(int wanted, std::vector<int> &seen) {
  {
    int i = 0;
    static mp::site mp_site{__FILE__, __LINE__, mp::traits().marked()};
    for (auto mp_s = mp::start(mp_site, i, mp::below(100)); mp_s;) {
      for (; i < mp_s.last; i++) {
        seen[std::size_t(i)] = i * i;
        if (i == wanted)
          return hit(i, std::string(std::size_t(i), 'x'));
        seen[std::size_t(i)]++;
      }
      if (!mp_s.go_on())
        break;
      mp_s = mp::parallel_map(
          mp_s, mp_site,
          [&seen, wanted](mp::worker &mp_w, int i, int mp_end) mutable {
            for (; i < mp_end; i++) {
              mp_w.at(i);
              seen[std::size_t(i)] = i * i;
              if (i == wanted)
                return mp_w.stop();
              seen[std::size_t(i)]++;
            }
          },
          mp::results(mp::slots(seen.data(), mp::affine(0).per(1))));
      i = mp_s.first;
    }
  }
  return hit(-1, "none");
}

TEST_P(Exits, Return) {
  for (int wanted : places) {
    std::vector<int> seen(100, -7);
    const hit h = find(wanted, seen);
    EXPECT_EQ(h.at, wanted);
    for (int k = 0; k < 100; ++k)
      EXPECT_EQ(seen[std::size_t(k)], wanted < 0 || k < wanted ? k * k + 1
                                      : k == wanted            ? k * k
                                                               : -7);
  }
}

struct refused : std::runtime_error {
  using std::runtime_error::runtime_error;
  int where = 0;
};

int risky(int i, int bad) {
  if (i == bad) {
    refused r("at " + std::to_string(i));
    r.where = i;
    throw r;
  }
  return i + 1;
}

template <bool Marked>
int throwing(int bad, std::vector<int> &out, std::vector<int> &logged) {
  int i = 0;
  static mp::site mp_site{__FILE__, __LINE__,
                          Marked ? mp::traits().marked() : mp::traits()};
  try {
    for (auto mp_s = mp::start(mp_site, i, mp::below(100)); mp_s;) {
      for (; i < mp_s.last; i++) {
        if (Marked)
          logged.push_back(i);
        out[std::size_t(i)] = risky(i, bad);
      }
      if (!mp_s.go_on())
        break;
      mp_s = mp::parallel_map(
          mp_s, mp_site,
          [&out, bad](mp::worker &mp_w, int i, int mp_end) mutable {
            for (; i < mp_end; i++) {
              if (Marked) {
                mp_w.at(i);
                mp_w.later(0, i);
              }
              out[std::size_t(i)] = risky(i, bad);
            }
          },
          mp::results(mp::slots(out.data(), mp::affine(0).per(1))),
          mp::tails([&logged](int v) { logged.push_back(v); }));
      i = mp_s.first;
    }
  } catch (const refused &r) {
    EXPECT_EQ(r.where, bad);
    EXPECT_EQ(i, bad);
    return i;
  }
  return i;
}

TEST_P(Exits, ExceptionFromACallee) {
  for (int bad : places) {
    const int last = bad < 0 ? 100 : bad;
    std::vector<int> out(100), logged;
    EXPECT_EQ(throwing<true>(bad, out, logged), last);
    // The tail before the throwing call has run, as in the serial loop.
    EXPECT_EQ(logged.size(), std::size_t(bad < 0 ? 100 : bad + 1));
    for (int k = 0; k < 100; ++k)
      EXPECT_EQ(out[std::size_t(k)], k < last ? k + 1 : 0);
    out.assign(100, 0);
    EXPECT_EQ(throwing<false>(bad, out, logged), last);
    for (int k = 0; k < 100; ++k)
      EXPECT_EQ(out[std::size_t(k)], k < last ? k + 1 : 0);
  }
}

int leaving(int bad) {
  std::vector<int> out(100);
  std::atexit([] { std::fputs("bye\n", stdout); });
  int total = 0, i = 0;
  static mp::site mp_site{__FILE__, __LINE__, mp::traits().marked().prints()};
  const auto callee = [](int k, int at) {
    std::printf("%d\n", k);
    if (k == at)
      std::exit(40 + k % 10);
    return k;
  };
  for (auto mp_s = mp::start(mp_site, i, mp::below(100)); mp_s;) {
    for (; i < mp_s.last; i++)
      total += callee(i, bad);
    if (!mp_s.go_on())
      break;
    mp::shadow mp_total(total);
    mp_s = mp::parallel_map(
        mp_s, mp_site,
        [callee, bad](mp::worker &mp_w, int i, int mp_end) mutable {
          for (; i < mp_end; i++) {
            mp_w.at(i);
            mp_w.later(0, callee(i, bad));
          }
        },
        mp::tails([&total = mp_total.value](int v) { total += v; }));
    i = mp_s.first;
  }
  return total == 4950 ? 0 : 1;
}

TEST_P(Exits, ExitInACallee) {
  for (int bad : places) {
    const mp::test::outcome o = mp::test::run([bad] { return leaving(bad); });
    EXPECT_EQ(o.status, bad < 0 ? 0 : 40 + bad % 10);
    std::string expected;
    for (int k = 0; k < (bad < 0 ? 100 : bad + 1); ++k)
      expected += std::to_string(k) + "\n";
    EXPECT_EQ(o.out, expected + "bye\n");
  }
}

// Workers stop, but natively the iteration does not leave: it goes on.
TEST_P(Exits, StoppedForNothing) {
  std::vector<int> out(300);
  int *const o = out.data();
  int native = 0, i = 0;
  static mp::site mp_site{__FILE__, __LINE__, mp::traits().marked()};
  for (auto mp_s = mp::start(mp_site, i, mp::below(300)); mp_s;) {
    for (; i < mp_s.last; i++) {
      o[i] = i;
      ++native;
    }
    if (!mp_s.go_on())
      break;
    mp_s = mp::parallel_map(
        mp_s, mp_site,
        [o](mp::worker &mp_w, int i, int mp_end) mutable {
          for (; i < mp_end; i++) {
            mp_w.at(i);
            if (i % 100 == 50)
              throw std::bad_alloc();
            o[i] = i;
          }
        },
        mp::results(mp::slots(o, mp::affine(0).per(1))));
    i = mp_s.first;
  }
  EXPECT_EQ(i, 300);
  EXPECT_GE(native, 3);
  for (int k = 0; k < 300; ++k)
    EXPECT_EQ(o[k], k);
}

// Scratch that lives on: its value is that of the last committed iteration.
template <class Leave> void kept(Leave leaves, int bad) {
  int scratch = -1, serial_scratch = -1;
  std::vector<int> seen, serial_seen;
  int si = 0;
  for (; si < 100; si++) {
    if (leaves(si, bad))
      break;
    serial_scratch = si * 10;
    serial_seen.push_back(serial_scratch);
  }
  int i = 0;
  static mp::site mp_site{__FILE__, __LINE__, mp::traits().marked().keeps()};
  for (auto mp_s = mp::start(mp_site, i, mp::below(100)); mp_s;) {
    mp_s.ended = false;
    for (; i < mp_s.last || mp_s.end(); i++) {
      if (leaves(i, bad))
        break;
      scratch = i * 10;
      seen.push_back(scratch);
    }
    if (!mp_s.go_on())
      break;
    mp::shadow mp_scratch(scratch);
    mp_s = mp::parallel_map(
        mp_s, mp_site,
        [leaves, bad, scratch](mp::worker &mp_w, int i, int mp_end) mutable {
          for (; i < mp_end; i++) {
            mp_w.at(i);
            if (leaves(i, bad))
              return mp_w.stop();
            scratch = i * 10;
            mp_w.later(0, scratch);
          }
          mp_w.later(1, scratch);
        },
        mp::tails([&seen](int v) { seen.push_back(v); },
                  [&scratch = mp_scratch.value](int v) { scratch = v; }));
    i = mp_s.first;
  }
  EXPECT_EQ(i, si) << "leaving at " << bad;
  EXPECT_EQ(scratch, serial_scratch) << "leaving at " << bad;
  EXPECT_EQ(seen, serial_seen) << "leaving at " << bad;
}

TEST_P(Exits, LastValueOfScratch) {
  for (int bad : places)
    kept([](int i, int at) { return i == at; }, bad);
}

// The same where it can't be sent: the parent runs the last iteration.
void made_by_parent(int n) {
  const pid_t parent = getpid();
  int scratch = -1, by_workers = 0;
  std::vector<int> out;
  int i = 0;
  static mp::site mp_site{__FILE__, __LINE__, mp::traits().marked().own_last()};
  for (auto mp_s = mp::start(mp_site, i, mp::below(n)); mp_s;) {
    for (; i < mp_s.last; i++) {
      scratch = i * 10;
      out.push_back(scratch + 1);
    }
    if (!mp_s.go_on())
      break;
    mp_s = mp::parallel_map(
        mp_s, mp_site,
        [scratch, parent](mp::worker &mp_w, int i, int mp_end) mutable {
          for (; i < mp_end; i++) {
            mp_w.at(i);
            scratch = i * 10;
            mp_w.later(0, scratch + 1, getpid() != parent);
          }
        },
        mp::tails([&out, &by_workers](int v, bool other) {
          out.push_back(v);
          by_workers += other;
        }));
    i = mp_s.first;
  }
  EXPECT_EQ(i, n);
  EXPECT_EQ(scratch, n > 0 ? (n - 1) * 10 : -1);
  ASSERT_EQ(out.size(), static_cast<std::size_t>(n));
  for (int k = 0; k < n; ++k)
    EXPECT_EQ(out[static_cast<std::size_t>(k)], k * 10 + 1);
  EXPECT_EQ(by_workers, n > 1 ? n - 1 : 0);
}

TEST_P(Exits, LastValueThatCannotBeSent) {
  for (int n : {0, 1, 2, 3, 64, 65, 100})
    made_by_parent(n);
}

// The body may hold more than a ring before it leaves.
TEST_P(Exits, LongIterationThatLeaves) {
  std::vector<std::string> texts;
  int i = 0;
  static mp::site mp_site{__FILE__, __LINE__, mp::traits().marked().keeps()};
  for (auto mp_s = mp::start(mp_site, i, mp::below(10)); mp_s;) {
    mp_s.ended = false;
    for (; i < mp_s.last || mp_s.end(); i++) {
      for (int k = 0; k < 30; ++k)
        texts.push_back(std::string(100000, char('a' + k)));
      if (i == 6)
        break;
    }
    if (!mp_s.go_on())
      break;
    mp_s = mp::parallel_map(
        mp_s, mp_site,
        [](mp::worker &mp_w, int i, int mp_end) mutable {
          for (; i < mp_end; i++) {
            mp_w.at(i);
            for (int k = 0; k < 30; ++k)
              mp_w.later(0, std::string(100000, char('a' + k)));
            if (i == 6)
              return mp_w.stop();
          }
        },
        mp::tails(
            [&texts](std::string &&s) { texts.push_back(std::move(s)); }));
    i = mp_s.first;
  }
  EXPECT_EQ(i, 6);
  ASSERT_EQ(texts.size(), 210u);
  for (std::size_t k = 0; k < texts.size(); ++k)
    EXPECT_EQ(texts[k], std::string(100000, char('a' + k % 30)));
}

} // namespace
