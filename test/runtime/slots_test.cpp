// slots_test.cpp - Results: they arrive where they belong, and nothing else
// is touched.

#include "support.hpp"
#include <array>
#include <complex>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace {

MP_HANDED_OUT(Slots);

// Runs iterations first .. n-1 in workers.
template <class Body, class... Parts>
void in_workers(int first, int n, Body body, Parts... parts) {
  mp::site mp_site{"slots_test.cpp", 1, mp::traits().marked()};
  int i = first;
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
            body(i);
          }
        },
        parts...);
    i = mp_s.first;
  }
}

// An annotated loop that is met in a worker.
void inner_loop(int *row, int i) {
  static mp::site mp_site{__FILE__, __LINE__};
  int j = 0;
  for (auto mp_s = mp::start(mp_site, j, mp::below(30)); mp_s;) {
    for (; j < mp_s.last; ++j)
      row[j] = i * 1000 + j;
    if (!mp_s.go_on())
      break;
    std::abort();
  }
}

TEST_P(Slots, EveryElement) {
  for (int n : {1, 2, 3, 100, 5000}) {
    std::vector<int> v(std::size_t(n) + 2, -1);
    int *const p = v.data() + 1;
    in_workers(
        0, n, [p](int i) { p[i] = i * 3; },
        mp::results(mp::slots(p, mp::affine(0).per(1))));
    EXPECT_EQ(v.front(), -1);
    EXPECT_EQ(v.back(), -1);
    for (int i = 0; i < n; ++i)
      ASSERT_EQ(p[i], i * 3);
  }
}

TEST_P(Slots, ReversedScaledAndShifted) {
  std::vector<int> v(400, -1), expected = v;
  int *const p = v.data();
  in_workers(
      5, 95, [p](int i) { p[300 - 3 * i] = i; },
      mp::results(mp::slots(p, mp::affine(300).per(-3))));
  for (int i = 5; i < 95; ++i)
    expected[std::size_t(300 - 3 * i)] = i;
  EXPECT_EQ(v, expected);
}

TEST_P(Slots, RowsColumnsAndChannels) {
  const int w = 37, h = 23;
  std::vector<unsigned char> image(std::size_t(3 * w * h), 9), columns = image;
  unsigned char *const img = image.data(), *const col = columns.data();
  in_workers(
      0, h,
      [=](int y) {
        for (int x = 0; x < w; ++x)
          for (int c = 0; c < 3; ++c)
            img[3 * (y * w + x) + c] = (unsigned char)(y * 31 + x * 7 + c);
      },
      mp::results(mp::slots(
          img, mp::affine(0).per(3 * w).over(3, 0, w - 1).over(1, 0, 2))));
  in_workers(
      0, w,
      [=](int x) {
        for (int y = 0; y < h; ++y)
          for (int c = 0; c < 3; ++c)
            col[3 * (y * w + x) + c] = (unsigned char)(y * 31 + x * 7 + c);
      },
      mp::results(mp::slots(
          col, mp::affine(0).per(3).over(3 * w, 0, h - 1).over(1, 0, 2))));
  for (int y = 0; y < h; ++y)
    for (int x = 0; x < w; ++x)
      for (int c = 0; c < 3; ++c)
        ASSERT_EQ(img[3 * (y * w + x) + c],
                  (unsigned char)(y * 31 + x * 7 + c));
  EXPECT_EQ(image, columns);
}

// What lies between the elements belongs to somebody else.
TEST_P(Slots, GapsAreNotTouched) {
  std::vector<int> v(200);
  int *const p = v.data();
  in_workers(
      0, 100,
      [p](int i) {
        p[2 * i] = i + 1;
        p[2 * i + 1] = 777; // not among the results
      },
      mp::results(mp::slots(p, mp::affine(0).per(2))));
  for (int i = 0; i < 100; ++i) {
    EXPECT_EQ(p[2 * i], i + 1);
    EXPECT_EQ(p[2 * i + 1], 0);
  }
}

struct atom {
  char kind;
  double x;
  std::string name;
  int charge;
};

TEST_P(Slots, MembersOfElements) {
  std::vector<atom> atoms(60, atom{'c', 1.5, "n", 3});
  atom *const p = atoms.data();
  in_workers(
      0, 60,
      [p](int i) {
        p[i].x *= i;
        p[i].name += std::to_string(i);
      },
      mp::results(
          mp::slots(&p[0].x, mp::affine(0).per(1)).unit(sizeof p[0]),
          mp::slots(&p[0].name, mp::affine(0).per(1)).unit(sizeof p[0])));
  for (int i = 0; i < 60; ++i) {
    EXPECT_EQ(p[i].x, 1.5 * i);
    EXPECT_EQ(p[i].name, "n" + std::to_string(i));
    EXPECT_EQ(p[i].kind, 'c');
    EXPECT_EQ(p[i].charge, 3);
  }
}

TEST_P(Slots, BoundedSubscripts) {
  std::vector<int> v(50, -1);
  int *const p = v.data();
  in_workers(
      0, 100,
      [p](int i) {
        if (i < 50)
          p[i] = i;
      },
      mp::results(mp::slots(p, mp::affine(0).per(1)).bounded(v.size())));
  for (int i = 0; i < 50; ++i)
    EXPECT_EQ(p[i], i);
}

// The size of an element, and what it takes, are known only in the worker.
TEST_P(Slots, ElementsOfClassType) {
  std::vector<std::vector<std::string>> rows(40);
  rows[3] = {"there", "already"};
  const std::string *const kept = &rows[3][0];
  auto *const p = rows.data();
  in_workers(
      0, 40,
      [p](int i) {
        for (int k = 0; k < i; ++k)
          p[i].push_back(std::string(std::size_t(k) * 50, char('a' + i % 26)));
      },
      mp::results(mp::slots(p, mp::affine(0).per(1))));
  for (int i = 0; i < 40; ++i) {
    const std::size_t before = i == 3 ? 2 : 0;
    ASSERT_EQ(p[i].size(), std::size_t(i) + before);
    for (int k = 0; k < i; ++k)
      EXPECT_EQ(p[i][before + std::size_t(k)],
                std::string(std::size_t(k) * 50, char('a' + i % 26)));
  }
  (void)kept;
}

TEST_P(Slots, VectorOfBoolAndDeque) {
  std::vector<bool> bits(130, true);
  std::deque<std::string> names(130);
  in_workers(
      0, 130,
      [&bits, &names](int i) {
        bits[std::size_t(i)] = i % 3 == 0;
        names[std::size_t(i)] = std::to_string(i);
      },
      mp::results(mp::slots(mp::elements(bits), mp::affine(0).per(1)),
                  mp::slots(mp::elements(names), mp::affine(0).per(1))));
  for (int i = 0; i < 130; ++i) {
    EXPECT_EQ(bits[std::size_t(i)], i % 3 == 0);
    EXPECT_EQ(names[std::size_t(i)], std::to_string(i));
  }
}

TEST_P(Slots, TwoDimensionalArrays) {
  static double grid[20][30];
  static std::array<std::array<std::string, 3>, 20> texts;
  auto *const t = texts.data();
  in_workers(
      0, 20,
      [t](int i) {
        for (int j = 0; j < 30; ++j)
          grid[i][j] = i + j * 0.25;
        t[i][1] = std::to_string(i);
      },
      mp::results(mp::slots(&grid[0][0], mp::affine(0).per(30).over(1, 0, 29)),
                  mp::slots(t, mp::affine(0).per(1))));
  for (int i = 0; i < 20; ++i) {
    for (int j = 0; j < 30; ++j)
      EXPECT_EQ(grid[i][j], i + j * 0.25);
    EXPECT_EQ(texts[std::size_t(i)][1], std::to_string(i));
    EXPECT_EQ(texts[std::size_t(i)][0], "");
  }
}

// In a pointer loop the subscript counts from the current pointer.
TEST_P(Slots, PointerLoop) {
  std::vector<long> v(90, 5);
  long *p = v.data(), *const end = p + 90;
  static mp::site mp_site{__FILE__, __LINE__};
  for (auto mp_s = mp::start(mp_site, p, mp::until(end), 3); mp_s;) {
    for (; p != mp_s.last; p += 3)
      ADD_FAILURE();
    if (!mp_s.go_on())
      break;
    mp_s = mp::parallel_map(
        mp_s, mp_site,
        [v0 = v.data()](mp::worker &, long *p, long *mp_end) mutable {
          for (; p != mp_end; p += 3) {
            *p = p - v0;
            p[1] *= 2;
          }
        },
        mp::results(mp::slots(p, mp::affine(0).per(1)),
                    mp::slots(p, mp::affine(1).per(1))));
    p = mp_s.first;
  }
  EXPECT_EQ(p, end);
  for (int i = 0; i < 90; ++i)
    EXPECT_EQ(v[std::size_t(i)], i % 3 == 0 ? i : i % 3 == 1 ? 10 : 5);
}

// Results many times the size of a ring, of one iteration too.
TEST_P(Slots, LargeResults) {
  const std::size_t row = 700000;
  std::vector<int> v(row * 9);
  int *const p = v.data();
  in_workers(
      0, 9,
      [=](int i) {
        for (std::size_t k = 0; k < row; ++k)
          p[row * std::size_t(i) + k] = int(k) ^ i;
      },
      mp::results(mp::slots(p, mp::affine(0)
                                   .per(std::ptrdiff_t(row))
                                   .over(1, 0, std::ptrdiff_t(row) - 1))));
  bool same = true;
  for (std::size_t i = 0; i < 9; ++i)
    for (std::size_t k = 0; k < row; ++k)
      same = same && p[row * i + k] == (int(k) ^ int(i));
  EXPECT_TRUE(same);
}

// a[i] = a[i + 1] + 1: the snapshot has the old values.
TEST_P(Slots, ReadsAhead) {
  std::vector<int> v(301), serial(301);
  for (std::size_t i = 0; i < v.size(); ++i)
    v[i] = serial[i] = int(i * i % 97);
  for (std::size_t i = 0; i < 300; ++i)
    serial[i] = serial[i + 1] + 1;
  int *const p = v.data();
  in_workers(
      0, 300, [p](int i) { p[i] = p[i + 1] + 1; },
      mp::results(mp::slots(p, mp::affine(0).per(1))),
      mp::checks(mp::reads(p, mp::affine(1).per(1))));
  EXPECT_EQ(v, serial);
}

// Conditional writes: the old value stays.
TEST_P(Slots, ConditionalAndCompound) {
  std::vector<int> v(200, 10);
  int *const p = v.data();
  in_workers(
      0, 200,
      [p](int i) {
        if (i % 7 == 0)
          p[i] += i;
      },
      mp::results(mp::slots(p, mp::affine(0).per(1))));
  for (int i = 0; i < 200; ++i)
    EXPECT_EQ(p[i], i % 7 == 0 ? 10 + i : 10);
}

TEST_P(Slots, LoopInALoop) {
  // The inner loop is native in a worker, and right.
  std::vector<int> v(20 * 30);
  int *const p = v.data();
  in_workers(
      0, 20, [p](int i) { inner_loop(p + i * 30, i); },
      mp::results(mp::slots(p, mp::affine(0).per(30).over(1, 0, 29))));
  for (int i = 0; i < 600; ++i)
    EXPECT_EQ(p[i], (i / 30) * 1000 + i % 30);
}

} // namespace
