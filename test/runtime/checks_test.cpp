// checks_test.cpp - Loops that are independent or not only on the data at
// hand: handed out where they are, native where they are not.

#include "support.hpp"
#include <iostream>
#include <numeric>
#include <sstream>
#include <vector>

namespace {

class Checks : public testing::Test {
  mp::test::environment environment_{
      {"MP_ADAPT", "off"}, {"MP_WORKERS", "2"}, {"MP_CHUNK", ""}};
};

// Whether 100 iterations with these parts are handed out.
template <class... Parts> bool handed_out(Parts... parts) {
  static mp::site mp_site{__FILE__, __LINE__};
  int i = 0, native = 0;
  for (auto mp_s = mp::start(mp_site, i, mp::below(100)); mp_s;) {
    for (; i < mp_s.last; ++i)
      ++native;
    if (!mp_s.go_on())
      break;
    mp_s = mp::parallel_map(
        mp_s, mp_site,
        [](mp::worker &, int i, int mp_end) mutable {
          for (; i < mp_end; ++i) {
          }
        },
        parts...);
    i = mp_s.first;
  }
  EXPECT_TRUE(native == 0 || native == 100);
  return native == 0;
}

std::vector<int> numbers(400);
int *const a = numbers.data();

TEST_F(Checks, Slots) {
  EXPECT_TRUE(handed_out(mp::results(mp::slots(a, mp::affine(0).per(1)))));
  EXPECT_TRUE(handed_out(mp::results(mp::slots(a, mp::affine(300).per(-3)))));
  EXPECT_FALSE(handed_out(mp::results(mp::slots(a, mp::affine(3)))));
  EXPECT_TRUE(handed_out(mp::results(mp::slots(a, mp::affine(0).per(1)),
                                     mp::slots(a, mp::affine(100).per(1)))));
  EXPECT_FALSE(handed_out(mp::results(mp::slots(a, mp::affine(0).per(1)),
                                      mp::slots(a, mp::affine(99).per(1)))));
  EXPECT_FALSE(handed_out(
      mp::results(mp::slots(a, mp::affine(0).per(1).over(1, 0, 1)))));
  EXPECT_TRUE(handed_out(
      mp::results(mp::slots(a, mp::affine(0).per(1).over(1, 0, -1)))));
  // Clamped to nothing, or to one half each.
  EXPECT_TRUE(handed_out(mp::results(mp::slots(a, mp::affine(3)).bounded(0))));
  EXPECT_FALSE(handed_out(mp::results(mp::slots(a, mp::affine(0).per(1)),
                                      mp::slots(a, mp::affine(50).per(1)))));
  EXPECT_TRUE(
      handed_out(mp::results(mp::slots(a, mp::affine(0).per(1)).bounded(50),
                             mp::slots(a, mp::affine(50).per(1)))));
}

struct point {
  int x;
  double y;
  std::string name;
};

TEST_F(Checks, MembersOfElements) {
  std::vector<point> points(100);
  point *const p = points.data();
  EXPECT_TRUE(handed_out(mp::results(
      mp::slots(&p[0].x, mp::affine(0).per(1)).unit(sizeof p[0]),
      mp::slots(&p[0].y, mp::affine(0).per(1)).unit(sizeof p[0]),
      mp::slots(&p[0].name, mp::affine(0).per(1)).unit(sizeof p[0]))));
  // x of one element and another iteration's x.
  EXPECT_FALSE(handed_out(
      mp::results(mp::slots(&p[0].x, mp::affine(0).per(1)).unit(sizeof p[0]),
                  mp::slots(&p[0].x, mp::affine(1).per(1)).unit(sizeof p[0]))));
  // y may be read anywhere while x is written.
  EXPECT_TRUE(handed_out(
      mp::results(mp::slots(&p[0].x, mp::affine(0).per(1)).unit(sizeof p[0])),
      mp::checks(
          mp::reads(&p[0].y, mp::affine(0).over(1, 0, 99)).unit(sizeof p[0]))));
}

TEST_F(Checks, Reads) {
  const auto out = [] {
    return mp::results(mp::slots(a, mp::affine(0).per(1)));
  };
  EXPECT_TRUE(
      handed_out(out(), mp::checks(mp::reads(a, mp::affine(0).per(1)))));
  EXPECT_TRUE(
      handed_out(out(), mp::checks(mp::reads(a, mp::affine(1).per(1)))));
  EXPECT_FALSE(
      handed_out(out(), mp::checks(mp::reads(a, mp::affine(-1).per(1)))));
  EXPECT_TRUE(
      handed_out(out(), mp::checks(mp::reads(a, mp::affine(100).per(1)))));
  EXPECT_FALSE(
      handed_out(out(), mp::checks(mp::reads(a, mp::affine(0).over(1, 0, 5)))));
  EXPECT_TRUE(handed_out(
      out(), mp::checks(mp::reads(a, mp::affine(0).over(1, 100, 150)))));
  EXPECT_TRUE(handed_out(out(), mp::checks(mp::reads_all(a + 100, 300))));
  EXPECT_FALSE(handed_out(out(), mp::checks(mp::reads_all(a + 99, 300u))));
  EXPECT_TRUE(handed_out(out(), mp::checks(mp::reads_all(a, 0))));
  EXPECT_TRUE(handed_out(out(), mp::checks(mp::reads_all(a, -5))));
}

TEST_F(Checks, ObjectsAndPointers) {
  int n = 100;
  const auto out = [] {
    return mp::results(mp::slots(a, mp::affine(0).per(1)));
  };
  EXPECT_TRUE(handed_out(out(), mp::checks(mp::object(n))));
  // The bound is one of the results.
  EXPECT_FALSE(handed_out(out(), mp::checks(mp::object(a[7]))));
  EXPECT_TRUE(handed_out(out(), mp::checks(mp::object(a[100]))));
  EXPECT_FALSE(handed_out(out(), mp::checks(mp::pointer(a + 5))));
  EXPECT_TRUE(handed_out(out(), mp::checks(mp::pointer(&n))));
  EXPECT_FALSE(handed_out(out(), mp::checks(mp::updates(a[5]))));
  EXPECT_TRUE(handed_out(out(), mp::checks(mp::updates(a[100]))));
  EXPECT_FALSE(handed_out(mp::checks(mp::object(n), mp::updates(n))));
  EXPECT_FALSE(handed_out(mp::checks(mp::updates(n), mp::object(n))));
  EXPECT_FALSE(handed_out(
      mp::checks(mp::updates(a[5]), mp::reads(a, mp::affine(0).per(1)))));
  EXPECT_TRUE(handed_out(
      mp::checks(mp::updates(a[100]), mp::reads(a, mp::affine(0).per(1)))));
}

TEST_F(Checks, Conditions) {
  EXPECT_TRUE(handed_out(mp::checks(mp::holds(true))));
  EXPECT_FALSE(handed_out(mp::checks(mp::holds(true), mp::holds(false))));
  EXPECT_TRUE(
      handed_out(mp::checks(mp::fits<unsigned char>(mp::affine(56).per(2)))));
  EXPECT_TRUE(
      handed_out(mp::checks(mp::fits<unsigned char>(mp::affine(57).per(2)))));
  EXPECT_FALSE(
      handed_out(mp::checks(mp::fits<unsigned char>(mp::affine(58).per(2)))));
  EXPECT_FALSE(
      handed_out(mp::checks(mp::fits<unsigned>(mp::affine(98).per(-1)))));
  EXPECT_FALSE(
      handed_out(mp::checks(mp::fits<int>(mp::affine(0).per(PTRDIFF_MAX)))));
}

TEST_F(Checks, Containers) {
  std::vector<bool> bits(100), others(100);
  EXPECT_TRUE(handed_out(
      mp::results(mp::slots(mp::elements(bits), mp::affine(0).per(1)),
                  mp::slots(mp::elements(others), mp::affine(0).per(1)))));
  EXPECT_FALSE(handed_out(mp::results(
      mp::slots(mp::elements(bits), mp::affine(0).per(1)),
      mp::slots(mp::elements(bits), mp::affine(1).per(1)).bounded(100))));
  EXPECT_TRUE(handed_out(
      mp::results(mp::slots(mp::elements(bits), mp::affine(0).per(1))),
      mp::checks(mp::reads(mp::elements(others), mp::affine(0)))));
  EXPECT_FALSE(handed_out(
      mp::results(mp::slots(mp::elements(bits), mp::affine(0).per(1))),
      mp::checks(mp::reads(mp::elements(bits), mp::affine(0)))));
}

// A native loop in the user's sense: what depends on the data comes out right.
TEST_F(Checks, DependentLoopIsRight) {
  std::vector<long> serial(200, 1), v(200, 1);
  for (int shift : {-1, 1, 0}) {
    for (std::size_t i = 1; i < 199; ++i)
      serial[i] = serial[i + std::size_t(shift)] * 3 % 1000 + 1;
    long *const p = v.data();
    std::size_t i = 1;
    static mp::site mp_site{__FILE__, __LINE__};
    for (auto mp_s = mp::start(mp_site, i, mp::below(std::size_t(199)));
         mp_s;) {
      for (; i < mp_s.last; ++i)
        p[i] = p[i + std::size_t(shift)] * 3 % 1000 + 1;
      if (!mp_s.go_on())
        break;
      mp_s = mp::parallel_map(
          mp_s, mp_site,
          [p, shift](mp::worker &, std::size_t i, std::size_t mp_end) mutable {
            for (; i < mp_end; ++i)
              p[i] = p[i + std::size_t(shift)] * 3 % 1000 + 1;
          },
          mp::results(mp::slots(p, mp::affine(0).per(1))),
          mp::checks(mp::reads(p, mp::affine(shift).per(1))));
      i = mp_s.first;
    }
    EXPECT_EQ(v, serial) << shift;
  }
}

} // namespace
