// Results and inputs in private members of other classes, which the loop's function may not name.
// EXPECT-WARNING: mp-last-value

#include <cmath>
#include <cstdio>
#include <cstring>
#include <vector>

class Matrix {
public:
  Matrix(int rows, int cols) : rows_(rows), cols_(cols), data_(new double[rows * cols]()) {}
  ~Matrix() { delete[] data_; }
  Matrix(const Matrix &) = delete;
  Matrix &operator=(const Matrix &) = delete;
  double &operator()(int i, int j) { return data_[i * cols_ + j]; }
  double operator()(int i, int j) const { return data_[i * cols_ + j]; }
  double *row(int i) { return data_ + i * cols_; }
  int rows() const { return rows_; }
  int cols() const { return cols_; }

protected:
  int rows_, cols_;

private:
  double *data_;
};

namespace lib {
template <class T> class Array {
public:
  explicit Array(int n) : items(new T[n]()), count(n) {}
  ~Array() { delete[] items; }
  Array(const Array &) = delete;
  Array &operator=(const Array &) = delete;
  T &operator[](int i) { return items[i]; }
  const T &operator[](int i) const { return items[i]; }
  int size() const { return count; }

private:
  T *items;
  int count;
};

namespace {
class Fixed {
  int values[20] = {};

public:
  int &at(int i) { return values[i]; }
  static int *table() { return shared; }

private:
  static int shared[20];
};
int Fixed::shared[20];
} // namespace

class Outer {
  class Inner {
    friend class Outer;
    std::vector<float> list = std::vector<float>(20);
  };
  Inner inner;
  std::vector<bool> flags = std::vector<bool>(20);

public:
  float &item(int i) { return inner.list[i]; }
  std::vector<bool>::reference flag(int i) { return flags[i]; }
  bool flag(int i) const { return flags[i]; }
};

[[gnu::noinline]] static void with_attribute(Fixed &fixed) {
  [[mp::parallel_map]]
  for (int i = 0; i < 20; i++)
    fixed.at(i) += i;
}

static void several(Fixed &fixed, Outer &outer, Array<double> &array) {
  [[mp::parallel_map]]
  for (int i = 0; i < 20; i++)
    fixed.at(i) = i * i;
  [[mp::parallel_map]]
  for (int i = 0; i < 20; i++) {
    outer.item(i) = fixed.at(i) * 0.5f;
    outer.flag(i) = i % 3 == 0;
  }
  [[mp::parallel_map]]
  for (int i = 0; i < array.size(); i++)
    array[i] = std::sqrt(static_cast<double>(i)) + fixed.at(i);
}
} // namespace lib

static void multiply(const Matrix &a, const Matrix &b, Matrix &c) {
  [[mp::parallel_map]]
  for (int i = 0; i < c.rows(); i++)
    for (int j = 0; j < c.cols(); j++) {
      double sum = 0;
      for (int k = 0; k < a.cols(); k++)
        sum += a(i, k) * b(k, j);
      c(i, j) = sum;
    }
}

#define ROWS(m) (m).rows()
static void fill(Matrix &m) {
  [[mp::parallel_map]]
  for (int i = 0; i < ROWS(m); i++) {
    double *row = m.row(i);
    for (int j = 0; j < m.cols(); j++)
      row[j] = i - j * 0.5;
  }
}

class Parser {
public:
  static int letters(const char *text) {
    std::strcpy(buffer, text);
    position = 0;
    while (std::strlen(buffer) > static_cast<size_t>(position))
      position++;
    return position;
  }
  static int last() { return position; }

private:
  static char buffer[40];
  static int position;
};
char Parser::buffer[40];
int Parser::position;

class Square : public Matrix {
public:
  explicit Square(int n) : Matrix(n, n) {}
  void diagonal() {
    [[mp::parallel_map]]
    for (int i = 0; i < rows_; i++)
      (*this)(i, i) = i;
  }
};

int main() {
  Matrix a(7, 5), b(5, 6), c(7, 6);
  fill(a);
  fill(b);
  multiply(a, b, c);
  for (int i = 0; i < 7; i++)
    for (int j = 0; j < 6; j++)
      printf("%g ", c(i, j));
  lib::Fixed fixed;
  lib::Outer outer;
  lib::Array<double> array(20);
  lib::several(fixed, outer, array);
  lib::with_attribute(fixed);
  for (int i = 0; i < 20; i++)
    printf("%d %g %d %g ", fixed.at(i), static_cast<double>(outer.item(i)),
           static_cast<int>(outer.flag(i)), array[i]);
  int lengths[9];
  [[mp::parallel_map]]
  for (int i = 0; i < 9; i++)
    lengths[i] = Parser::letters(&"abcdefghi"[i]);
  for (int length : lengths)
    printf("%d ", length);
  Square square(6);
  square.diagonal();
  printf("%d %g %d\n", Parser::last(), square(3, 3), lib::Fixed::table()[2]);
  return 0;
}
