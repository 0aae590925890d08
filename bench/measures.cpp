// measures.cpp - The measures that are taken inside one process.
//
// A name is MEASURE/CASE/WHO, where WHO is the loop as rewritten or its rival.
// bench/run starts this program with the environment that a measure needs, and
// compares the times.

#include "loops.hpp"
#include <benchmark/benchmark.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

using benchmark::State;

// The loops of one namespace; `compared` has both.
struct loops {
  const char *who;
  void (*image)(unsigned char *, const unsigned char *, int);
  double (*sum)(double *, const double *, int);
  int (*variable)(float *, const float *, int);
  char (*local)(int, int);
  void (*additions)(double *, const double *, const double *, int);
  void (*work)(double *, int);
};

const loops compared[] = {
    {"rival", bench::plain::image, bench::plain::sum, bench::plain::variable,
     bench::plain::local, bench::plain::additions, bench::plain::work},
    {"mp", bench::rewritten::image, bench::rewritten::sum,
     bench::rewritten::variable, bench::rewritten::local,
     bench::rewritten::additions, bench::rewritten::work}};

// What stays in the first level of the cache, so that not the memory is
// measured; and enough that a loop takes far longer than its entry, whose cost
// `additions` shows.
const int bytes = 16384;
template <class T> const int elements = bytes / static_cast<int>(sizeof(T));

// Arrays that both rivals use: where they lie makes no difference between them.
template <class T> std::vector<T> &array(int which) {
  const int n = elements<T>;
  static std::vector<T> arrays[3] = {std::vector<T>(n, T(1)),
                                     std::vector<T>(n, T(2)),
                                     std::vector<T>(n, T(3))};
  return arrays[which];
}

template <class F>
void add(const std::string &measure, const loops &l, F body) {
  benchmark::RegisterBenchmark((measure + "/" + l.who).c_str(),
                               [body](State &state) {
                                 for (auto _ : state) {
                                   body();
                                   benchmark::ClobberMemory();
                                 }
                               })
      ->UseRealTime();
}

void add_native(const loops &l) {
  add("native/image", l, [l] {
    l.image(array<unsigned char>(0).data(), array<unsigned char>(1).data(),
            elements<unsigned char>);
  });
  add("native/sum", l, [l] {
    benchmark::DoNotOptimize(l.sum(array<double>(0).data(),
                                   array<double>(1).data(), elements<double>));
  });
  add("native/variable", l, [l] {
    benchmark::DoNotOptimize(l.variable(
        array<float>(0).data(), array<float>(1).data(), elements<float>));
  });
  add("native/local", l,
      [l] { benchmark::DoNotOptimize(l.local(bytes, 12345)); });
}

// What there is to beat for two iterations in two processes.
void fork_and_wait(int children) {
  std::vector<pid_t> all;
  for (int k = 0; k < children; k++) {
    const pid_t child = fork();
    if (child == 0)
      _exit(0);
    all.push_back(child);
  }
  for (const pid_t child : all)
    waitpid(child, nullptr, 0);
}

} // namespace

int main(int argc, char **argv) {
  for (const loops &l : compared) {
    add_native(l);
    add("additions", l, [l] {
      l.additions(array<double>(0).data(), array<double>(1).data(),
                  array<double>(2).data(), 1000);
    });
    add("work", l, [l] { l.work(array<double>(0).data(), 1000); });
  }
  add("pair", compared[0], [] { fork_and_wait(2); });
  add("pair", compared[1],
      [] { bench::rewritten::pair(array<int>(0).data()); });
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv))
    return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
