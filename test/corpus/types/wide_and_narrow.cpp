// Results of every scalar type: bool, char, short, enum, pointer, float, long double, __int128.
#include <cstddef>
#include <cstdint>
#include <cstdio>

enum class Kind : unsigned char { none, low, high };
__extension__ typedef __int128 wide;

int main() {
  const int n = 45;
  static bool b[n];
  static char c[n];
  static short s[n];
  static Kind k[n];
  static const int *p[n];
  static int (*f[n])(int);
  static float g[n];
  static long double l[n];
  static wide w[n];
  static wchar_t u[n];
  static std::int64_t q[n];
  static int base[n];
  auto twice = +[](int x) { return 2 * x; };
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    b[i] = i % 3 == 1;
    c[i] = static_cast<char>('a' + i % 26);
    s[i] = static_cast<short>(i * 700);
    k[i] = i < 10 ? Kind::none : i < 30 ? Kind::low : Kind::high;
    p[i] = i % 4 ? base + i : nullptr;
    f[i] = i % 2 ? twice : nullptr;
    g[i] = static_cast<float>(i) / 3.0f;
    l[i] = i / 3.0L;
    w[i] = static_cast<wide>(i) << 70;
    u[i] = static_cast<wchar_t>(1000 + i);
    q[i] = i * 1234567890123LL;
  }
  for (int i = 0; i < n; ++i)
    std::printf("%d %c %d %d %td %d %a %La %lld %d %lld\n", b[i], c[i], s[i],
                static_cast<int>(k[i]), p[i] ? p[i] - base : std::ptrdiff_t(-1),
                f[i] ? f[i](i) : -1, static_cast<double>(g[i]), l[i],
                static_cast<long long>(w[i] >> 64), static_cast<int>(u[i]),
                static_cast<long long>(q[i]));
}
