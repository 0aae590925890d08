// configuration.hpp - What the environment and the machine say.
//
// The variables are those of the reference in docs; a value that can't be read
// is one line on stderr, and the default.

#ifndef MP_RUNTIME_CONFIGURE_CONFIGURATION_HPP
#define MP_RUNTIME_CONFIGURE_CONFIGURATION_HPP

#include <cstdint>

namespace mp::runtime {

struct configuration {
  unsigned workers = 0;    // MP_WORKERS; 0: not given
  std::uint64_t chunk = 0; // MP_CHUNK; 0: not given
  bool serial = false;     // MP_START=serial
  bool adapt = true;       // MP_ADAPT=off: false
  bool report = false;     // MP_REPORT
};

/// Read once, at start-up or at the first loop, whichever is earlier.
const configuration &current_configuration();

/// Reads the environment again. For tests; not while a loop runs.
void reload_configuration();

/// What the machine gives this process: available_processors(), asked once, at
/// the first loop that needs to know.
unsigned processors();

/// How many processes can run at a time: affinity mask, then cgroup quota, then
/// the number of cores.
unsigned available_processors();

/// The processors that a cgroup's quota allows, rounded up; 0: no quota is
/// set. Looks below `root` ("" except in tests) at version 2, then 1.
unsigned quota_processors(const char *root);

} // namespace mp::runtime

#endif
