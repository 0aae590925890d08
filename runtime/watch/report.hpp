// report.hpp - What MP_REPORT prints when the program ends.
//
// The scheduler tells of each loop how often it went to workers or stayed
// native, and why. Without MP_REPORT that is one test.

#ifndef MP_RUNTIME_WATCH_REPORT_HPP
#define MP_RUNTIME_WATCH_REPORT_HPP

#include "commit/session.hpp"
#include "mp/site.hpp"

namespace mp::runtime {

/// Notes that the loop was entered and runs natively as a whole, and why. Does
/// nothing unless a report is wanted. `why` lives as long as the program.
void note_native(site &s, ordinal iterations, const char *why) noexcept;

/// Notes what a call that handed out iterations has come to.
void note_call(site &s, const session_result &result,
               std::uint64_t ns) noexcept;

} // namespace mp::runtime

#endif
