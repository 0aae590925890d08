// coexistence_test.cpp - The rest of the program: its children, signals,
// threads and descriptors neither meet our workers nor disturb them.

#include "support.hpp"
#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <mutex>
#include <sys/time.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

MP_HANDED_OUT(Coexistence);

using mp::test::run;

// Sums i over 0 .. n-1; `body(i)` runs in workers, `tail(i)` here.
template <class Body, class Tail>
long sum(int n, Body body, Tail tail, int *native_trips = nullptr,
         mp::site *where = nullptr) {
  mp::site once{"coexistence_test.cpp", 1, mp::traits().marked()};
  mp::site &mp_site = where != nullptr ? *where : once;
  long total = 0;
  int i = 0;
  for (auto mp_s = mp::start(mp_site, i, mp::below(n)); mp_s;) {
    for (; i < mp_s.last; ++i) {
      total += i;
      if (native_trips != nullptr)
        ++*native_trips;
    }
    if (!mp_s.go_on())
      break;
    mp::shadow mp_total(total);
    mp_s = mp::parallel_map(
        mp_s, mp_site,
        [body](mp::worker &mp_w, int i, int mp_end) mutable {
          for (; i < mp_end; ++i) {
            mp_w.at(i);
            body(i);
            mp_w.later(0, i);
          }
        },
        mp::tails([&total = mp_total.value, tail](int v) {
          total += v;
          tail(v);
        }));
    i = mp_s.first;
  }
  return total;
}
const auto nothing = [](int) {};

TEST_P(Coexistence, NothingIsLeft) {
  const int descriptors = mp::test::count_descriptors();
  const int shared = mp::test::count_entries("/dev/shm");
  for (int round = 0; round < 300; ++round)
    ASSERT_EQ(sum(20, nothing, nothing), 190);
  EXPECT_EQ(mp::test::count_descriptors(), descriptors);
  EXPECT_EQ(mp::test::count_children(), 0);
  EXPECT_LE(mp::test::count_entries("/dev/shm"), shared);
}

volatile std::sig_atomic_t child_signals = 0;

TEST_P(Coexistence, WorkersAreHiddenFromTheProgram) {
  EXPECT_EQ(run([] {
              std::signal(SIGCHLD, [](int) { ++child_signals; });
              const pid_t own = fork();
              if (own == 0) {
                usleep(20000);
                _exit(5);
              }
              // A tail that waits for any child gets the program's own.
              int state = 0;
              pid_t got = 0;
              const long total = sum(50, nothing, [&](int i) {
                if (i != 10)
                  return;
                do
                  got = waitpid(-1, &state, 0);
                while (got < 0 && errno == EINTR);
              });
              if (total != 1225 || got != own || WEXITSTATUS(state) != 5)
                return 1;
              errno = 0;
              if (waitpid(-1, &state, 0) != -1 || errno != ECHILD)
                return 2;
              return child_signals == 1 ? 0 : 3;
            }).status,
            0);
}

TEST_P(Coexistence, ChildSignalsIgnored) {
  EXPECT_EQ(run([] {
              std::signal(SIGCHLD, SIG_IGN);
              return sum(50, nothing, nothing) == 1225 ? 0 : 1;
            }).status,
            0);
}

TEST_P(Coexistence, SignalHandlersRunInTheParentOnly) {
  EXPECT_EQ(run([] {
              static volatile std::sig_atomic_t hits = 0;
              std::signal(SIGALRM, [](int) { hits = hits + 1; });
              const itimerval often{{0, 500}, {0, 500}};
              setitimer(ITIMER_REAL, &often, nullptr);
              for (int round = 0; round < 20; ++round)
                if (sum(200, [](int) { usleep(20); }, nothing) != 19900)
                  return 1;
              return hits > 0 ? 0 : 2;
            }).status,
            0);
}

TEST_P(Coexistence, ForkInATail) {
  EXPECT_EQ(run([] {
              int good = 0;
              const long total = sum(50, nothing, [&](int i) {
                if (i % 10 != 0)
                  return;
                const pid_t child = fork();
                if (child == 0)
                  std::exit(4);
                int state;
                if (waitpid(child, &state, 0) == child &&
                    WEXITSTATUS(state) == 4)
                  ++good;
              });
              return total == 1225 && good == 5 ? 0 : 1;
            }).status,
            0);
}

TEST_P(Coexistence, ForkInTheBody) {
  EXPECT_EQ(sum(
                30,
                [](int i) {
                  const pid_t child = fork();
                  if (child == 0)
                    std::exit(i);
                  int state;
                  if (waitpid(child, &state, 0) != child ||
                      WEXITSTATUS(state) != i)
                    _exit(1);
                },
                nothing),
            435);
}

// A child of the program hands out loops of its own, beside its parent.
TEST_P(Coexistence, LoopsInAForkedChild) {
  ASSERT_EQ(sum(20, nothing, nothing), 190);
  const pid_t child = fork();
  if (child == 0) {
    for (int round = 0; round < 30; ++round)
      if (sum(200, nothing, nothing) != 19900)
        _exit(1);
    _exit(0);
  }
  for (int round = 0; round < 30; ++round)
    EXPECT_EQ(sum(200, nothing, nothing), 19900);
  int state;
  waitpid(child, &state, 0);
  EXPECT_EQ(state, 0);
}

// Other threads allocate, print, hold locks and fork.
TEST_P(Coexistence, BesideThreads) {
  EXPECT_EQ(run([] {
              std::atomic<bool> over{false};
              std::vector<std::thread> threads;
              threads.emplace_back([&] {
                while (!over) {
                  std::vector<std::string> v(50, std::string(100, 'x'));
                  std::fprintf(stdout, "%zu", v.size());
                }
              });
              threads.emplace_back([&] {
                while (!over) {
                  const pid_t child = fork();
                  if (child == 0)
                    _exit(0);
                  waitpid(child, nullptr, 0);
                }
              });
              int native = 0;
              for (int round = 0; round < 20; ++round)
                if (sum(
                        100,
                        [](int i) {
                          std::string s(std::size_t(i) * 10, 'y');
                          std::fprintf(stdout, "%zu", s.size());
                        },
                        nothing, &native) != 4950)
                  return 1;
              over = true;
              for (std::thread &t : threads)
                t.join();
              return native == 0 ? 0 : 2;
            }).status,
            0);
}

TEST_P(Coexistence, LoopsInSeveralThreads) {
  EXPECT_EQ(run([] {
              std::atomic<int> wrong{0};
              std::vector<std::thread> threads;
              for (int t = 0; t < 4; ++t)
                threads.emplace_back([&] {
                  for (int round = 0; round < 10; ++round)
                    if (sum(100, nothing, nothing) != 4950)
                      ++wrong;
                });
              for (std::thread &t : threads)
                t.join();
              return wrong.load();
            }).status,
            0);
}

// A thread that waits for input holds the lock of stdin.
TEST_P(Coexistence, BesideAThreadThatReadsInput) {
  EXPECT_EQ(run([] {
              int ends[2];
              if (pipe(ends) != 0)
                return 1;
              dup2(ends[0], 0);
              std::thread reader([] { std::getchar(); });
              usleep(10000);
              const long total = sum(50, nothing, nothing);
              if (write(ends[1], "x", 1) != 1)
                return 2;
              reader.join();
              return total == 1225 ? 0 : 3;
            }).status,
            0);
}

// What a worker does to its memory is its own affair.
TEST_P(Coexistence, MemoryOfTheParentIsUntouched) {
  static int global = 1;
  std::vector<int> heap(1000, 1);
  int *const h = heap.data();
  EXPECT_EQ(sum(
                100,
                [h](int i) {
                  global = i;
                  h[i] = 7;
                },
                nothing),
            4950);
  EXPECT_EQ(global, 1);
  EXPECT_EQ(heap, std::vector<int>(1000, 1));
}

TEST_P(Coexistence, NestedInATail) {
  // A loop in a tail hands out by itself.
  long inner = 0;
  EXPECT_EQ(sum(10, nothing, [&](int) { inner += sum(20, nothing, nothing); }),
            45);
  EXPECT_EQ(inner, 1900);
}

TEST_P(Coexistence, RecursionInTheBody) {
  // In a worker the loop is native, and right.
  EXPECT_EQ(sum(
                10,
                [](int) {
                  int native = 0;
                  if (sum(20, nothing, nothing, &native) != 190 || native != 20)
                    _exit(1);
                },
                nothing),
            45);
}

// More workers than iterations are never made.
TEST_P(Coexistence, NoMoreWorkersThanIterations) {
  for (int n : {1, 2, 3}) {
    int most = 0;
    sum(
        n, [](int) { usleep(1000); },
        [&](int) { most = std::max(most, mp::test::count_children()); });
    EXPECT_LE(most, n);
  }
}

// A site whose loop was short the last time begins with few workers, and gets
// the others when it takes longer.
TEST(Growth, WorkersComeWhenALoopTakesLonger) {
  mp::test::environment environment{
      {"MP_ADAPT", "off"}, {"MP_WORKERS", "3"}, {"MP_CHUNK", "1"}};
  mp::site site{"coexistence_test.cpp", 2, mp::traits().marked()};
  int most = 0;
  for (int call = 0; call < 3; ++call)
    EXPECT_EQ(sum(
                  60,
                  [&](int) {
                    if (call == 2)
                      usleep(2000);
                  },
                  [&](int) {
                    if (call == 2)
                      most = std::max(most, mp::test::count_children());
                  },
                  nullptr, &site),
              1770);
  EXPECT_EQ(most, 3);
}

} // namespace
