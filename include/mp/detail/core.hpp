// core.hpp - What the header templates ask of the compiled part of libmp.
//
// Iterations are named by ordinals: 0 is the first one of the range in
// question. The templates know types and hold the user's code; the core knows
// processes and shared memory and sees the loop through a `loop_view`. Nothing
// here is for users.

#ifndef MP_DETAIL_CORE_HPP
#define MP_DETAIL_CORE_HPP

#include "../affine.hpp"
#include "../bounds.hpp"
#include "../site.hpp"
#include <cstddef>
#include <cstdint>

namespace mp {

class reader;
class worker;
class writer;

namespace detail {

using ordinal = std::uint64_t;

// How far a loop has come and what it cost, carried from one native segment
// to the next.
struct progress {
  std::uint64_t clock = 0; // when the native segment began, ns; 0: not timed
  std::uint64_t spent = 0; // time of earlier native segments, ns
  std::uint32_t turns = 0; // native segments so far
  std::uint32_t stops = 0; // times that workers were stopped by an iteration
};

// The next native segment: iterations [done, upto) of the loop.
struct grant {
  ordinal done = 0;
  ordinal upto = 0;
  progress pace;
  bool final = false; // what is left then is not to be handed out either
};

// A set of elements: of an array, affine in the iteration, or those whose
// addresses are listed, one for each iteration from the call on. What `slots`
// and `reads` describe.
struct elements_view {
  // Element 0, the container's address, or the first of `bound` addresses.
  const void *base = nullptr;
  bool is_listed = false;
  std::size_t size = 0;    // of an element in bytes; 0: reached by index only
  std::ptrdiff_t unit = 0; // bytes between neighbours
  bool is_bounded = false;
  std::ptrdiff_t bound = 0; // subscripts outside [0, bound) are not touched
  // Reads: from this slot on, so many are known not to be met.
  std::size_t beside = 0, beside_count = 0;
  affine form;
  // Both null: elements are shipped as bytes.
  void (*encode)(const void *base, std::ptrdiff_t unit, std::ptrdiff_t index,
                 writer &) = nullptr;
  void (*decode)(const void *base, std::ptrdiff_t unit, std::ptrdiff_t index,
                 reader &) = nullptr;
};

// A piece of memory.
struct piece {
  const void *at;
  std::size_t bytes;
};

struct check_view {
  enum class kind {
    reads,           // elements
    bytes,           // [address, address + size) is read
    pointer,         // memory of unknown extent from address on is read
    updates,         // [address, address + size) is written by a tail
    writes,          // elements are written by a tail
    reads_regions,   // `size` pieces from address on are read
    updates_regions, // or written
    fits,            // elements.form lies in [low, high]
    holds            // value
  };
  kind what = kind::holds;
  elements_view elements;
  const void *address = nullptr;
  wide size = 0;
  wide per = 0; // updates: further bytes for each iteration
  wide low = 0, high = 0;
  bool value = true;
  // Regions: sets address and size, which are not known before.
  void (*find)(check_view &) = nullptr;
};

// What the core sees of a loop from iteration `done` on.
struct loop_view {
  mp::site *site = nullptr;
  ordinal done = 0;    // iterations finished natively
  ordinal count = 0;   // iterations of the whole loop
  ordinal segment = 0; // iterations of the native segment before `done`
  progress pace;
  bool narrow = false;  // chunks' bounds don't fit the body's parameter
  bool counted = false; // the loop variable is an integer
  wide value = 0;       // its value at `done`, or 0
  wide step = 0;        // what an iteration adds
  // Iterations after `done` that are committed, where hand_out throws.
  ordinal committed = 0;
  void *context = nullptr;
  // In the worker: runs iterations [begin, end) counted from `done`.
  void (*run)(void *context, worker &, ordinal begin, ordinal end) = nullptr;
  // In the parent: runs tail number `tail` with the values in the reader.
  void (*tail)(void *context, unsigned tail, unsigned classes,
               std::uint32_t types, reader &) = nullptr;
  const elements_view *slots = nullptr;
  std::size_t slot_count = 0;
  const check_view *checks = nullptr;
  std::size_t check_count = 0;
};

// The loop's entry, off the fast path: how far to run natively first.
grant enter(site &, ordinal count) noexcept;

// The loop is entered in a form that can't be handed out (`why` lives as long
// as the program).
void stay_native(site &, const char *why) noexcept;

// Of a loop whose end is not known: how many iterations its head is run ahead
// at most, and whether what that took `ns` to find is to be handed out.
ordinal horizon(site &) noexcept;
bool is_worth(site &, ordinal found, std::uint64_t ns) noexcept;
std::uint64_t clock_ns() noexcept;

// Hands out iterations, or decides not to; commits, and says what to run
// natively next. Throws what a tail throws, and worker_crashed.
grant hand_out(loop_view &);

} // namespace detail
} // namespace mp

#endif
