// What calls leave in errno, and operations in the floating-point flags, is there after the loop,
// and nothing that the runtime does.
#include <cerrno>
#include <cfenv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

static double slope(int rise, int run) { return double(rise) / double(run); }

int main(int argc, char **) {
  std::printf("start: %d, %d\n", errno, std::fetestexcept(FE_ALL_EXCEPT));
  std::vector<std::string> texts;
  for (int i = 0; i < 40; ++i)
    texts.push_back(i == 17 ? "99999999999999999999999" : std::to_string(i * argc));
  std::vector<long> values(texts.size());

  errno = 0;
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < texts.size(); ++i)
    values[i] = std::strtol(texts[i].c_str(), nullptr, 10);
  std::printf("one out of range: %d\n", errno == ERANGE);

  errno = EBADF; // the last iteration that sets it wins, even when it sets it to what it was
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < texts.size(); ++i) {
    errno = i > 30 ? EBADF : 0;
    values[i] += std::strtol(texts[i].c_str(), nullptr, 10);
    if (errno == ERANGE)
      std::perror(texts[i].c_str());
    else if (errno != 0)
      std::printf("%zu: %s\n", i, std::strerror(errno));
  }
  std::printf("the last one's: %d\n", errno == EBADF);

  errno = ENOENT;
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < texts.size(); ++i) values[i] += 1;
  std::printf("nobody's: %d\n", errno == ENOENT);

  std::feclearexcept(FE_ALL_EXCEPT);
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < texts.size(); ++i) values[i] *= 3;
  std::printf("flags: %d\n", std::fetestexcept(FE_ALL_EXCEPT));

  std::vector<double> slopes(40);
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i)
    slopes[std::size_t(i)] = slope(i + argc, i - 20);
  std::printf("divided by zero: %d, overflow: %d\n", std::fetestexcept(FE_DIVBYZERO) != 0,
              std::fetestexcept(FE_OVERFLOW) != 0);

  // The sum is rounded in the parent.
  volatile double small = 0x1p-60;
  const double part = small;
  std::vector<double> parts(40, part);
  double sum = argc;
  std::feclearexcept(FE_ALL_EXCEPT);
  [[mp::parallel_map]]
  for (int i = 0; i < 40; ++i)
    sum += parts[std::size_t(i)];
  std::printf("inexact: %d, %g\n", std::fetestexcept(FE_INEXACT) != 0, sum);

  // An iteration that leaves sets it once more, natively; later ones have not been.
  errno = 0;
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < texts.size(); ++i) {
    values[i] = std::strtol(texts[i].c_str(), nullptr, 10);
    if (i == 12)
      break;
  }
  std::printf("before the break: %d\n", errno);
}
