// support.hpp - What the runtime's tests share.
//
// Loops run in this process with its MP_ variables set as the test says. What
// ends the process, or prints, runs in a child of its own.

#ifndef MP_TEST_RUNTIME_SUPPORT_HPP
#define MP_TEST_RUNTIME_SUPPORT_HPP

#include "mp/parallel_map.hpp"
#include <functional>
#include <gtest/gtest.h>
#include <initializer_list>
#include <string>
#include <utility>

namespace mp::test {

/// Sets variables for its lifetime, and has the runtime read them.
class environment {
public:
  explicit environment(
      std::initializer_list<std::pair<const char *, std::string>> variables);
  ~environment();
  environment(const environment &) = delete;
  environment &operator=(const environment &) = delete;

private:
  struct saved {
    const char *name;
    bool was_set;
    std::string value;
  };
  std::vector<saved> saved_;
};

/// Every loop of a test with this fixture goes to workers, at several numbers
/// of workers and sizes of chunks.
struct handing_out {
  int workers;
  int chunk; // 0: adapted
};
void PrintTo(const handing_out &h, std::ostream *to);

class HandedOut : public testing::TestWithParam<handing_out> {
protected:
  HandedOut();

private:
  environment environment_;
};

inline const auto all_ways = testing::Values(
    handing_out{1, 0}, handing_out{2, 0}, handing_out{3, 0}, handing_out{7, 0},
    handing_out{2, 1}, handing_out{3, 4}, handing_out{2, 1000});

#define MP_HANDED_OUT(name)                                                    \
  using name = mp::test::HandedOut;                                            \
  INSTANTIATE_TEST_SUITE_P(All, name, mp::test::all_ways)

/// What a program run in a child has come to.
struct outcome {
  std::string out, err; // what it wrote to descriptors 1 and 2
  int status = -1;      // what it exited with
  int signal = 0;       // that killed it
};
/// Runs `program` in a child; its return value is the exit status.
outcome run(const std::function<int()> &program);

/// Children of this process, zombies too.
int count_children();
/// Open descriptors of this process.
int count_descriptors();
/// Names in a directory.
int count_entries(const char *directory);

/// True in the process that runs the test, false in workers.
bool in_parent();

} // namespace mp::test

#endif
