// wire.cpp - The growing part of a writer.
//
// Writing is inline in the header; only when the buffer is full is this called.

#include "mp/wire.hpp"
#include <algorithm>
#include <cstdlib>
#include <new>

namespace mp {

writer::~writer() { std::free(begin_); }

void writer::grow(std::size_t n) {
  const std::size_t length = this->length();
  if (n > static_cast<std::size_t>(PTRDIFF_MAX) - length)
    throw std::bad_alloc();
  const std::size_t capacity =
      std::max({length + n, 2 * length, std::size_t(1024)});
  char *larger = static_cast<char *>(std::realloc(begin_, capacity));
  if (larger == nullptr)
    throw std::bad_alloc();
  begin_ = larger;
  cursor_ = larger + length;
  limit_ = larger + capacity;
}

} // namespace mp
