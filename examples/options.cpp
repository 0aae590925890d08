// options: the price of an Asian barrier option by Monte Carlo simulation.
//
//     options [PATHS [SEED]]      default: 50000 2
//
// The model is a stochastic volatility with jumps. Each path is seeded by its
// number, so that any one of them can be looked at again by itself; the
// generator is a global, as in the library it was once taken from. A path on
// which the volatility explodes ends the run: nothing after it counts.

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

struct path_result {
  double payoff;
  double lowest;
  double highest_volatility;
  int jumps;
};

const int steps = 2000;
const double years = 1.0;
const double start_price = 100.0;
const double strike = 98.0;
const double barrier = 40.0;
const double rate = 0.02;
const double volatility_limit = 0.65;

static unsigned long long state;
static double spare;
static bool have_spare;

static void seed_generator(unsigned long long seed, long path) {
  state = seed * 0x9E3779B97F4A7C15ull + (unsigned long long)path;
  state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9ull;
  state = (state ^ (state >> 27)) * 0x94D049BB133111EBull;
  spare = 0;
  have_spare = false;
}

static double uniform() {
  state = state * 6364136223846793005ull + 1442695040888963407ull;
  return (double)(state >> 11) * (1.0 / 9007199254740992.0);
}

// Marsaglia's polar method: makes two at a time and keeps one.
static double normal() {
  double u, v, s;

  if (have_spare) {
    have_spare = false;
    return spare;
  }
  do {
    u = 2 * uniform() - 1;
    v = 2 * uniform() - 1;
    s = u * u + v * v;
  } while (s >= 1 || s == 0);
  s = std::sqrt(-2 * std::log(s) / s);
  spare = v * s;
  have_spare = true;
  return u * s;
}

static path_result simulate(unsigned long long seed, long path) {
  const double dt = years / steps;
  double price = start_price, variance = 0.04, sum = 0, z;
  path_result r = {0, start_price, 0, 0};

  seed_generator(seed, path);
  for (int i = 0; i < steps; i++) {
    z = normal();
    price *=
        std::exp((rate - 0.5 * variance) * dt + std::sqrt(variance * dt) * z);
    if (uniform() < 0.8 * dt) {
      price *= std::exp(-0.05 + 0.12 * normal());
      variance += 0.02 * -std::log(1 - uniform());
      r.jumps++;
    }
    variance += 3 * (0.04 - variance) * dt +
                0.9 * variance * std::sqrt(dt) * (0.8 * normal() - 0.6 * z);
    if (variance < 0.0001)
      variance = 0.0001;
    if (price < r.lowest)
      r.lowest = price;
    if (std::sqrt(variance) > r.highest_volatility)
      r.highest_volatility = std::sqrt(variance);
    sum += price;
  }
  if (r.lowest > barrier && sum / steps > strike)
    r.payoff = std::exp(-rate * years) * (sum / steps - strike);
  return r;
}

int main(int argc, char **argv) {
  long paths = argc > 1 ? std::atol(argv[1]) : 50000;
  unsigned long long seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 2;
  if (paths < 1) {
    std::fprintf(stderr, "options: at least one path\n");
    return 2;
  }

  std::vector<path_result> results((std::size_t)paths);
  double sum = 0, lowest = start_price;
  long i, lowest_path = -1, exploded = -1, jumps = 0;

  [[mp::parallel_map]]
  for (i = 0; i < paths; i++) {
    results[i] = simulate(seed, i);
    if (results[i].highest_volatility > volatility_limit) {
      exploded = i;
      break;
    }
    sum += results[i].payoff;
    jumps += results[i].jumps;
    if (results[i].lowest < lowest) {
      lowest = results[i].lowest;
      lowest_path = i;
    }
  }

  std::printf("%ld of %ld paths, %ld jumps\n", i, paths, jumps);
  if (exploded >= 0)
    std::printf("volatility exploded on path %ld: %.3f\n", exploded,
                results[exploded].highest_volatility);
  if (i == 0)
    return 1;
  double mean = sum / i, squares = 0;
  for (long k = 0; k < i; k++)
    squares += (results[k].payoff - mean) * (results[k].payoff - mean);
  std::printf("price %.17g, standard error %.3g\n", mean,
              std::sqrt(squares / i / i));
  std::printf("lowest %.17g on path %ld\n", lowest, lowest_path);
  return 0;
}
