// regions.hpp - Memory that containers own.
//
// What lies inside a container's elements (the rows of a std::vector of
// vectors) is in many places. A list of those is compared with what a loop
// writes, and with what its tails do.

#ifndef MP_REGIONS_HPP
#define MP_REGIONS_HPP

#include "checks.hpp"
#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>
#include <vector>

namespace mp {

/// A list of pieces of memory, which are not owned. Filled by the thread that
/// runs the loop, just before iterations are handed out.
class regions {
public:
  /// The object, and what it holds in place.
  template <class T> void object(const T &x) noexcept {
    add(std::addressof(x), sizeof(T));
  }
  /// The container's elements.
  template <class Container> void elements(const Container &c) noexcept {
    if constexpr (detail::has_data<const Container>) {
      add(c.data(), c.size() * sizeof(*c.data()));
    } else {
      for (const auto &x : c)
        object(x);
    }
  }

  const detail::piece *data() const noexcept { return pieces_.data(); }
  std::size_t size() const noexcept { return pieces_.size(); }
  /// Memory ran out: the list says nothing.
  bool failed() const noexcept { return failed_; }

private:
  MP_DETAIL_COLD void add(const void *at, std::size_t bytes) noexcept {
    if (bytes == 0 || failed_)
      return;
    try {
      pieces_.push_back({at, bytes});
    } catch (const std::bad_alloc &) {
      failed_ = true;
    }
  }

  std::vector<detail::piece> pieces_;
  bool failed_ = false;
};

/// Regions that `list(regions &)` lists once iterations are really to be handed
/// out, because that may take longer than a small loop.
template <class List> class owned {
public:
  explicit owned(List list) noexcept : list_(list) {}

  /// For the checks only.
  detail::check_view check(detail::check_view::kind what) const noexcept {
    detail::check_view c;
    c.what = what;
    c.address = this;
    c.find = [](detail::check_view &found) {
      const auto &self = *static_cast<const owned *>(found.address);
      if (!self.listed_)
        self.list_(self.found_);
      self.listed_ = true;
      found.address = self.found_.data();
      found.size = static_cast<detail::wide>(self.found_.size());
      if (self.found_.failed()) {
        found.what = detail::check_view::kind::holds;
        found.value = false;
      }
    };
    return c;
  }

private:
  List list_;
  mutable regions found_;
  mutable bool listed_ = false;
};

/// The regions are read; `list` has to be there as long as the loop is handed
/// out.
template <class List>
detail::check_view reads(const owned<List> &list) noexcept {
  return list.check(detail::check_view::kind::reads_regions);
}

/// Tails, or iterations beside the elements that are sent, write in the
/// regions.
template <class List>
detail::check_view updates(const owned<List> &list) noexcept {
  return list.check(detail::check_view::kind::updates_regions);
}

} // namespace mp

#endif
