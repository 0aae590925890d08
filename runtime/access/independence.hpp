// independence.hpp - Whether a loop's iterations are independent on the data
// at hand.
//
// The tool has shown what it can; what depends on values (strides, extents,
// whether two pointers meet) is looked at here, over integers.

#ifndef MP_RUNTIME_ACCESS_INDEPENDENCE_HPP
#define MP_RUNTIME_ACCESS_INDEPENDENCE_HPP

#include "footprint.hpp"
#include <string>
#include <vector>

namespace mp::runtime {

/// The slots of a call, ready for enumeration.
std::vector<footprint> make_slots(const detail::loop_view &loop);

/// Null when all conditions hold for `count` iterations from the call on;
/// otherwise the first that does not, in words that live as long as the
/// program.
const char *first_failed_check(const detail::loop_view &loop,
                               const std::vector<footprint> &slots,
                               ordinal count);

} // namespace mp::runtime

#endif
