// ambient.hpp - What a thread carries beside memory: errno, floating-point
// flags.
//
// The serial loop leaves both as its last calls and operations left them, and
// programs look: `errno = 0; <loop with strtol>; if (errno == ERANGE)`. So a
// worker starts a unit with an errno that no call leaves behind and with no
// flag raised, and sends what the unit made of them; the parent takes them over
// with the unit's other effects. What libmp itself does must not show:
// `ambient_keeper` puts things back.

#ifndef MP_RUNTIME_PROCESS_AMBIENT_HPP
#define MP_RUNTIME_PROCESS_AMBIENT_HPP

#include <cstdint>

namespace mp::runtime {

struct ambient {
  /// An errno that nobody has set.
  static constexpr std::int32_t untouched = -0x6d70;

  std::int32_t error = untouched;
  std::int32_t flags = 0; // as fetestexcept(FE_ALL_EXCEPT) returns them

  /// The calling thread's.
  static ambient now() noexcept;
  /// Sets the calling thread's to what a unit starts with.
  static void forget() noexcept;
  /// Sets the calling thread's.
  void restore() const noexcept;
  /// Takes over what came later: flags add up, errno is the later one.
  void take_over(const ambient &later) noexcept;
};

/// Leaves the calling thread's errno and flags as it finds them, unless `value`
/// is changed in between.
class ambient_keeper {
public:
  ambient_keeper() noexcept : value(ambient::now()) {}
  ~ambient_keeper() { value.restore(); }
  ambient_keeper(const ambient_keeper &) = delete;
  ambient_keeper &operator=(const ambient_keeper &) = delete;

  ambient value;
};

} // namespace mp::runtime

#endif
