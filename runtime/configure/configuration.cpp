// configuration.cpp - Reads the MP_ variables.
//
// The variables are read once, when the program starts: what the program puts
// into its environment later is meant for others.

#include "configuration.hpp"
#include "process/ambient.hpp"
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <initializer_list>

namespace mp::runtime {
namespace {

void complain(const char *name, const char *value, const char *why) {
  std::fprintf(stderr, "mp: %s=%s: %s\n", name, value, why);
}

// The variable's value; null where it is not set or empty.
const char *variable(const char *name) {
  const char *value = std::getenv(name);
  return value != nullptr && *value != '\0' ? value : nullptr;
}

std::uint64_t number(const char *name, std::uint64_t limit) {
  const char *value = variable(name);
  if (value == nullptr)
    return 0;
  char *end = nullptr;
  errno = 0;
  const unsigned long long n = std::strtoull(value, &end, 10);
  if (*value < '0' || *value > '9' || *end != '\0' || errno != 0 || n == 0 ||
      n > limit) {
    complain(name, value, "not a number that can be used; the default is");
    return 0;
  }
  return n;
}

bool on(const char *name) {
  const char *value = variable(name);
  if (value == nullptr || std::strcmp(value, "0") == 0 ||
      std::strcmp(value, "off") == 0)
    return false;
  if (std::strcmp(value, "1") != 0 && std::strcmp(value, "on") != 0) {
    complain(name, value, "neither on (1) nor off (0); it is off");
    return false;
  }
  return true;
}

configuration read_environment() {
  const ambient_keeper program; // it may have begun already
  configuration c;
  c.workers = static_cast<unsigned>(number("MP_WORKERS", 4096));
  c.chunk = number("MP_CHUNK", std::uint64_t(1) << 62);
  c.report = on("MP_REPORT");
  if (const char *value = variable("MP_ADAPT")) {
    if (std::strcmp(value, "off") == 0)
      c.adapt = false;
    else if (std::strcmp(value, "on") != 0)
      complain("MP_ADAPT", value, "neither on nor off; it is on");
  }
  if (const char *value = variable("MP_START")) {
    c.serial = std::strcmp(value, "serial") == 0;
    bool known = c.serial;
    for (const char *name : {"auto", "fork"})
      known = known || std::strcmp(value, name) == 0;
    bool planned = false;
    for (const char *name : {"resident", "spawn", "forkserver", "mpi"})
      planned = planned || std::strcmp(value, name) == 0;
    if (planned)
      complain("MP_START", value, "not yet supported; auto is used");
    else if (!known)
      complain("MP_START", value, "no such start method; auto is used");
  }
  for (const char *name : {"MP_TRACE", "MP_CHECK", "MP_TIMEOUT", "MP_PROGRESS",
                           "MP_ALLOC", "MP_WAIT"})
    if (const char *value = variable(name))
      complain(name, value, "not yet supported; it has no effect");
  return c;
}

configuration &stored() {
  static configuration c = read_environment();
  return c;
}

// At start-up, before the program changes its environment.
[[maybe_unused]] const configuration &at_start_up = stored();

} // namespace

unsigned processors() {
  static const unsigned n = available_processors();
  return n;
}

const configuration &current_configuration() { return stored(); }

void reload_configuration() { stored() = read_environment(); }

} // namespace mp::runtime
