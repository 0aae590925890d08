// crash_test.cpp - Workers that die. Every wait has an end, all iterations
// before the one at fault are committed, and nothing is left behind.

#include "mp/errors.hpp"
#include "support.hpp"
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <new>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

MP_HANDED_OUT(Crash);

using mp::test::run;

// Words that parent and workers share.
class shared_words {
public:
  shared_words()
      : words_(static_cast<std::atomic<int> *>(
            mmap(nullptr, 4096, PROT_READ | PROT_WRITE,
                 MAP_SHARED | MAP_ANONYMOUS, -1, 0))) {}
  ~shared_words() { munmap(words_, 4096); }
  std::atomic<int> *operator*() const { return words_; }

private:
  std::atomic<int> *words_;
};

// Sums and squares 0 .. n-1; `before(i)` is where workers die.
struct result {
  std::vector<int> out;
  std::vector<int> log;
  int native = 0;
};
template <class Before>
void squares(result &r, int n, mp::traits traits, Before before) {
  r.out.assign(std::size_t(n), -1);
  int *const out = r.out.data();
  std::vector<int> &log = r.log;
  const bool marked = traits.is_marked();
  mp::site mp_site{"crash_test.cpp", 77, traits.label("squares")};
  int i = 0;
  for (auto mp_s = mp::start(mp_site, i, mp::below(n)); mp_s;) {
    for (; i < mp_s.last; ++i) {
      ++r.native;
      out[i] = i * i;
      if (marked)
        log.push_back(i);
    }
    if (!mp_s.go_on())
      break;
    mp_s = mp::parallel_map(
        mp_s, mp_site,
        [out, before, marked](mp::worker &mp_w, int i, int mp_end) mutable {
          for (; i < mp_end; ++i) {
            if (marked) {
              mp_w.at(i);
              mp_w.later(0, i);
            }
            before(i);
            out[i] = i * i;
          }
        },
        mp::results(mp::slots(out, mp::affine(0).per(1))),
        mp::tails([&log](int v) { log.push_back(v); }));
    i = mp_s.first;
  }
}

void expect_committed(const result &r, int upto, bool marked) {
  for (int k = 0; k < int(r.out.size()); ++k)
    EXPECT_EQ(r.out[std::size_t(k)], k < upto ? k * k : -1) << "element " << k;
  if (marked) {
    ASSERT_EQ(r.log.size(), std::size_t(upto));
    for (int k = 0; k < upto; ++k)
      EXPECT_EQ(r.log[std::size_t(k)], k);
  }
}

const int places[] = {0, 1, 5, 49, 99};

TEST_P(Crash, SignalsAndExits) {
  struct death {
    int signal, status;
    void (*die)();
  };
  const death deaths[] = {
      {SIGKILL, -1, [] { raise(SIGKILL); }},
      {SIGSEGV, -1,
       [] {
         volatile int *volatile nowhere = nullptr;
         *nowhere = 1;
       }},
      {SIGABRT, -1, [] { std::abort(); }},
      {0, 3, [] { _exit(3); }},
      {0, 0, [] { _exit(0); }},
  };
  for (const death &d : deaths)
    for (int bad : places)
      for (bool marked : {true, false}) {
        result r;
        try {
          squares(r, 100, marked ? mp::traits().marked() : mp::traits(),
                  [d, bad](int i) {
                    if (i == bad)
                      d.die();
                  });
          ADD_FAILURE() << "no exception";
        } catch (const mp::worker_crashed &e) {
          EXPECT_EQ(e.iteration(), unsigned(bad)) << e.what();
          EXPECT_EQ(e.signal(), d.signal);
          EXPECT_EQ(e.exit_status(), d.status);
          EXPECT_EQ(e.line(), 77);
          EXPECT_STREQ(e.file(), "crash_test.cpp");
          const std::string what = e.what();
          EXPECT_NE(what.find("crash_test.cpp:77 (squares): iteration " +
                              std::to_string(bad)),
                    std::string::npos)
              << what;
          if (d.signal != 0) {
            EXPECT_NE(what.find(std::string("SIG") + sigabbrev_np(d.signal)),
                      std::string::npos)
                << what;
          }
        }
        expect_committed(r, bad, marked);
        EXPECT_EQ(r.native, 0);
        EXPECT_EQ(mp::test::count_children(), 0);
      }
}

// A death that does not repeat costs nothing but time.
TEST_P(Crash, TransientDeath) {
  for (int bad : places)
    for (bool marked : {true, false}) {
      shared_words deaths;
      result r;
      squares(r, 100, marked ? mp::traits().marked() : mp::traits(),
              [bad, died = *deaths](int i) {
                if (i == bad && died->fetch_add(1) == 0)
                  raise(SIGKILL);
              });
      expect_committed(r, 100, marked);
      EXPECT_EQ(r.native, 0);
      EXPECT_EQ((*deaths)->load(), 2);
    }
}

// All workers die at once, several times.
TEST_P(Crash, ManyDeaths) {
  shared_words deaths;
  result r;
  squares(r, 200, mp::traits().marked(), [died = *deaths](int i) {
    if (i % 10 == 3 && died[i].fetch_add(1) == 0)
      raise(SIGKILL);
  });
  expect_committed(r, 200, true);
}

// An iteration beyond the one that leaves may crash as it likes.
TEST_P(Crash, BeyondAnExit) {
  std::vector<int> out(100, -1);
  int *const o = out.data();
  int i = 0;
  static mp::site mp_site{__FILE__, __LINE__, mp::traits().marked()};
  for (auto mp_s = mp::start(mp_site, i, mp::below(100)); mp_s;) {
    mp_s.ended = false;
    for (; i < mp_s.last || mp_s.end(); ++i) {
      o[i] = i;
      if (i == 30)
        break;
    }
    if (!mp_s.go_on())
      break;
    mp_s = mp::parallel_map(
        mp_s, mp_site,
        [o](mp::worker &mp_w, int i, int mp_end) mutable {
          for (; i < mp_end; ++i) {
            mp_w.at(i);
            if (i > 30)
              raise(SIGSEGV);
            o[i] = i;
            if (i == 30)
              return mp_w.stop();
          }
        },
        mp::results(mp::slots(o, mp::affine(0).per(1))));
    i = mp_s.first;
  }
  EXPECT_EQ(i, 30);
  for (int k = 0; k < 100; ++k)
    EXPECT_EQ(o[k], k <= 30 ? k : -1);
}

// Effects that are not contained: nothing is run again.
TEST_P(Crash, OnceIsOnce) {
  for (int bad : places) {
    shared_words runs;
    result r;
    try {
      squares(r, 100, mp::traits().marked().once(), [bad, ran = *runs](int i) {
        if (i == bad) {
          ran->fetch_add(1);
          raise(SIGKILL);
        }
      });
      ADD_FAILURE() << "no exception";
    } catch (const mp::worker_crashed &e) {
      EXPECT_EQ(e.iteration(), unsigned(bad));
    }
    EXPECT_EQ((*runs)->load(), 1);
    expect_committed(r, bad, true);
  }
}

TEST_P(Crash, OnceAndAnException) {
  result r;
  try {
    squares(r, 100, mp::traits().marked().once(), [](int i) {
      if (i == 40)
        throw std::runtime_error("no such file");
    });
    ADD_FAILURE() << "no exception";
  } catch (const mp::worker_crashed &e) {
    EXPECT_EQ(e.iteration(), 40u);
    EXPECT_EQ(e.signal(), 0);
    EXPECT_NE(std::string(e.what()).find("no such file"), std::string::npos);
  }
  expect_committed(r, 40, true);
}

// In a loop whose tails may throw, results are committed with their tails.
TEST_P(Crash, WithThrowingTails) {
  result r;
  EXPECT_THROW(squares(r, 100, mp::traits().marked().tails_throw(),
                       [](int i) {
                         if (i == 63)
                           raise(SIGSEGV);
                       }),
               mp::worker_crashed);
  expect_committed(r, 63, true);
}

// The ring is full when the worker dies.
TEST_P(Crash, WithALongLog) {
  std::vector<std::string> got;
  int i = 0;
  static mp::site mp_site{__FILE__, __LINE__, mp::traits().marked()};
  try {
    for (auto mp_s = mp::start(mp_site, i, mp::below(20)); mp_s;) {
      for (; i < mp_s.last; ++i)
        ADD_FAILURE();
      if (!mp_s.go_on())
        break;
      mp_s = mp::parallel_map(
          mp_s, mp_site,
          [](mp::worker &mp_w, int i, int mp_end) {
            for (; i < mp_end; ++i) {
              mp_w.at(i);
              for (int k = 0; k < 50; ++k)
                mp_w.later(0, std::string(60000, char('a' + i)));
              if (i == 13)
                raise(SIGKILL);
              mp_w.later(0, std::to_string(i));
            }
          },
          mp::tails([&got](std::string s) { got.push_back(std::move(s)); }));
      i = mp_s.first;
    }
    ADD_FAILURE() << "no exception";
  } catch (const mp::worker_crashed &e) {
    EXPECT_EQ(e.iteration(), 13u);
  }
  ASSERT_EQ(got.size(), 13u * 51);
  for (std::size_t k = 0; k < got.size(); ++k)
    EXPECT_TRUE(got[k] == (k % 51 == 50
                               ? std::to_string(k / 51)
                               : std::string(60000, char('a' + k / 51))));
}

TEST_P(Crash, ThePoolStaysUsable) {
  for (int round = 0; round < 20; ++round) {
    result bad, good;
    EXPECT_THROW(squares(bad, 50, mp::traits().marked(),
                         [](int i) {
                           if (i == 20)
                             raise(SIGKILL);
                         }),
                 mp::worker_crashed);
    squares(good, 50, mp::traits().marked(), [](int) {});
    expect_committed(good, 50, true);
  }
}

// The words that an assertion printed before it aborted are not lost.
TEST_P(Crash, LastWords) {
  const mp::test::outcome o = run([] {
    result r;
    try {
      squares(r, 50, mp::traits().marked().prints(), [](int i) {
        if (i == 20) {
          std::fputs("assertion failed\n", stderr);
          std::abort();
        }
      });
    } catch (const mp::worker_crashed &e) {
      std::fprintf(stderr, "%s\n", e.what());
      return 7;
    }
    return 0;
  });
  EXPECT_EQ(o.status, 7);
  EXPECT_NE(o.err.find("assertion failed"), std::string::npos) << o.err;
  EXPECT_NE(o.err.find("SIGABRT"), std::string::npos) << o.err;
}

// When the parent is killed its workers go too: the pipe's writers are gone.
TEST_P(Crash, ParentIsKilled) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const pid_t parent = fork();
  if (parent == 0) {
    close(ends[0]);
    result r;
    squares(r, 1000, mp::traits().marked(), [&](int) {
      if (write(ends[1], "x", 1) != 1)
        _exit(1);
      usleep(200000);
    });
    _exit(0);
  }
  close(ends[1]);
  char c;
  ASSERT_EQ(read(ends[0], &c, 1), 1);
  usleep(1000);
  kill(parent, SIGKILL);
  int state;
  waitpid(parent, &state, 0);
  while (read(ends[0], &c, 1) == 1) {
  }
  close(ends[0]);
  SUCCEED();
}

class Limits : public testing::Test {
  mp::test::environment environment_{
      {"MP_ADAPT", "off"}, {"MP_WORKERS", "3"}, {"MP_CHUNK", ""}};
};

int squares_under(int resource, rlim_t limit) {
  const rlimit r{limit, limit};
  if (setrlimit(resource, &r) != 0)
    return 90;
  result got;
  squares(got, 100, mp::traits().marked(), [](int) {});
  for (int k = 0; k < 100; ++k)
    if (got.out[std::size_t(k)] != k * k || got.log[std::size_t(k)] != k)
      return 91;
  return got.native == 100 ? 1 : got.native == 0 ? 2 : 92;
}

// Where there is no process, no memory or no descriptor, the loop is native.
TEST_F(Limits, NoProcess) {
  const int status = run([] {
                       // The limit does not hold for the superuser.
                       if (getuid() == 0 && setresuid(60001, 60001, 60001) != 0)
                         return 1;
                       return squares_under(RLIMIT_NPROC, 0);
                     }).status;
  EXPECT_EQ(status, 1);
}
TEST_F(Limits, NoMemory) {
  EXPECT_EQ(run([] { return squares_under(RLIMIT_AS, 1 << 20); }).status, 1);
}
TEST_F(Limits, NoDescriptor) {
  EXPECT_EQ(run([] { return squares_under(RLIMIT_NOFILE, 3); }).status, 1);
}
TEST_F(Limits, FewDescriptors) {
  for (rlim_t n = 4; n < 12; ++n) {
    const int status =
        run([n] { return squares_under(RLIMIT_NOFILE, n); }).status;
    EXPECT_TRUE(status == 1 || status == 2) << n << ": " << status;
  }
}

TEST_F(Limits, NoCoreDump) {
  EXPECT_EQ(run([] {
              result r;
              squares(r, 100, mp::traits(), [](int) {
                rlimit l;
                getrlimit(RLIMIT_CORE, &l);
                if (l.rlim_cur > 1)
                  _exit(1);
              });
              return r.native == 0 ? 0 : 1;
            }).status,
            0);
}

} // namespace
