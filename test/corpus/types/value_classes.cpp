// Trivially copyable classes with private members, operators and invariants.
#include <cstdio>
#include <vector>

class Fraction {
public:
  Fraction(long n = 0, long d = 1) : num(n), den(d) { reduce(); }
  friend Fraction operator+(const Fraction &a, const Fraction &b) {
    return Fraction(a.num * b.den + b.num * a.den, a.den * b.den);
  }
  friend Fraction operator*(const Fraction &a, const Fraction &b) {
    return Fraction(a.num * b.num, a.den * b.den);
  }
  Fraction &operator+=(const Fraction &o) { return *this = *this + o; }
  Fraction operator-() const { return Fraction(-num, den); }
  bool operator<(const Fraction &o) const { return num * o.den < o.num * den; }
  long n() const { return num; }
  long d() const { return den; }

private:
  void reduce() {
    long a = num < 0 ? -num : num, b = den;
    while (b) {
      long t = a % b;
      a = b;
      b = t;
    }
    if (a) {
      num /= a;
      den /= a;
    }
  }
  long num, den;
};

int main() {
  std::vector<Fraction> out(25);
  Fraction sum, least(1000);
  int at = -1;
  [[mp::parallel_map]]
  for (int i = 0; i < 25; ++i) {
    Fraction f(i * 6, 12 + i % 4 * 6);
    out[i] = f * Fraction(2, 3) + Fraction(1, 6);
    sum += Fraction(i, 12);
    if (-f < least) {
      least = -f;
      at = i;
    }
  }
  for (auto &f : out)
    std::printf("%ld/%ld ", f.n(), f.d());
  std::printf("%ld/%ld %ld/%ld %d\n", sum.n(), sum.d(), least.n(), least.d(), at);
}
