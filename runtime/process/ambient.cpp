// ambient.cpp - errno and the floating-point flags of the calling thread.

#include "ambient.hpp"
#include <cerrno>
#include <cfenv>

namespace mp::runtime {

ambient ambient::now() noexcept {
  return {errno, std::fetestexcept(FE_ALL_EXCEPT)};
}

void ambient::forget() noexcept {
  errno = untouched;
  std::feclearexcept(FE_ALL_EXCEPT);
}

void ambient::restore() const noexcept {
  const int raised = std::fetestexcept(FE_ALL_EXCEPT);
  if ((raised & ~flags) != 0)
    std::feclearexcept(raised & ~flags);
  // Not by feraiseexcept, which may trap.
  if ((flags & ~raised) != 0)
    fesetexcept(flags & ~raised);
  errno = error;
}

void ambient::take_over(const ambient &later) noexcept {
  flags |= later.flags;
  if (later.error != untouched)
    error = later.error;
}

} // namespace mp::runtime
