// values.hpp - The values that go with a tail.
//
// `mp_w.later(n, v...)` appends a record to the worker's log; the tail's
// parameters take it apart in the parent. What is checked on the way: the
// number of values and their types, so that a call and a tail that do not
// belong together are an error and never a wrong number.
//
// Text (`char *`, arrays of char, std::string, std::string_view) is sent as
// what it points to and may be taken as any of these; other pointers, and what
// `mp::address` wraps, as a number.

#ifndef MP_VALUES_HPP
#define MP_VALUES_HPP

#include "codec.hpp"
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace mp {
namespace detail {

struct address_value {
  std::uintptr_t number;
};

// How a value is written. Two bits for each of the first eight values of a
// record are sent along.
enum class wire_class : unsigned { plain = 0, text = 1, word = 2 };

template <class T>
inline constexpr bool is_char_pointer =
    std::is_pointer_v<T> &&
    std::is_same_v<std::remove_cv_t<std::remove_pointer_t<T>>, char>;

template <class T> inline constexpr bool is_char_array = false;
template <std::size_t N> inline constexpr bool is_char_array<char[N]> = true;
template <class T>
inline constexpr bool is_string =
    std::is_same_v<T, std::string> || std::is_same_v<T, std::string_view>;

// T without references and qualifiers.
template <class T> constexpr wire_class class_of() {
  if (is_char_pointer<T> || is_string<T>)
    return wire_class::text;
  if (std::is_pointer_v<T> || std::is_null_pointer_v<T> ||
      std::is_same_v<T, address_value> || std::is_same_v<T, std::uintptr_t>)
    return wire_class::word;
  return wire_class::plain;
}

constexpr std::uint32_t hash_text(const char *text) {
  std::uint32_t h = 2166136261u;
  for (; *text; ++text)
    h = (h ^ static_cast<unsigned char>(*text)) * 16777619u;
  return h;
}
template <class T> constexpr std::uint32_t hash_type() {
  return class_of<T>() == wire_class::plain ? hash_text(__PRETTY_FUNCTION__)
                                            : 1u;
}
template <class... T> constexpr std::uint32_t hash_types() {
  std::uint32_t h = sizeof...(T);
  ((h = h * 31u + hash_type<T>()), ...);
  return h;
}
template <class... T> constexpr std::uint16_t classes_of() {
  unsigned bits = 0, shift = 0;
  ((bits |= shift < 16 ? static_cast<unsigned>(class_of<T>()) << shift : 0u,
    shift += 2),
   ...);
  return static_cast<std::uint16_t>(bits);
}

// The type under which an argument of `later` is sent.
template <class A, class = void> struct sent_as {
  using type = std::remove_cv_t<std::remove_reference_t<A>>;
};
template <std::size_t N> struct sent_as<char (&)[N]> {
  using type = char *;
};
template <std::size_t N> struct sent_as<const char (&)[N]> {
  using type = const char *;
};
// The proxy of std::vector<bool>.
template <> struct sent_as<std::vector<bool>::reference> {
  using type = bool;
};
template <> struct sent_as<std::vector<bool>::reference &> {
  using type = bool;
};
template <> struct sent_as<const std::vector<bool>::reference &> {
  using type = bool;
};
template <class A> using sent_as_t = typename sent_as<A>::type;

// Text: length, bytes, and a zero that makes it usable in place. All ones as
// length: a null pointer.
inline constexpr std::uint64_t null_text = ~std::uint64_t(0);
inline void put_text(writer &to, const char *text, std::size_t n) {
  to.size(n);
  to.bytes(text, n);
  to.raw('\0');
}

template <class S, class A> void put_value(writer &to, A &value) {
  if constexpr (is_char_pointer<S>) {
    if (const char *text = const_cast<const char *>(&*value); text != nullptr)
      put_text(to, text, std::strlen(text));
    else
      to.raw(null_text);
  } else if constexpr (is_string<S>) {
    put_text(to, value.data(), value.size());
  } else if constexpr (std::is_same_v<S, address_value>) {
    to.raw(value.number);
  } else if constexpr (std::is_null_pointer_v<S>) {
    to.raw(std::uintptr_t(0));
  } else if constexpr (std::is_same_v<S, bool>) {
    to.raw(static_cast<bool>(value));
  } else {
    encode<S>(to, value);
  }
}

// Writes one argument; an rvalue of class type is moved from.
template <class A> void put_argument(writer &to, A &&value) {
  using sent = sent_as_t<A>;
  if constexpr (!std::is_lvalue_reference_v<A> && std::is_class_v<sent> &&
                !std::is_trivially_copyable_v<sent> &&
                !std::is_const_v<std::remove_reference_t<A>>) {
    sent moved(std::forward<A>(value));
    put_value<sent>(to, moved);
  } else {
    put_value<sent>(to, value);
  }
}

// What is read for a parameter, before it is passed on.
template <class P> struct held_value {
  using type = std::remove_cv_t<std::remove_reference_t<P>>;
  type value;
  held_value(reader &from, wire_class sent) : value(get(from, sent)) {}
  P pass() {
    if constexpr (std::is_lvalue_reference_v<P>)
      return value;
    else
      return std::move(value);
  }

private:
  static type get(reader &from, wire_class sent) {
    if constexpr (is_char_pointer<type> || is_string<type>) {
      if (sent == wire_class::word) {
        if constexpr (is_char_pointer<type>) {
          std::uintptr_t number;
          from.raw(number);
          return reinterpret_cast<type>(number);
        } else {
          throw garbled();
        }
      }
      std::uint64_t n;
      from.raw(n);
      if (n == null_text) {
        if constexpr (is_char_pointer<type>)
          return nullptr;
        else
          throw std::logic_error("mp: null is no text");
      }
      if (n >= from.left())
        throw garbled();
      char *text = from.take(static_cast<std::size_t>(n) + 1);
      if constexpr (is_char_pointer<type>)
        return text;
      else
        return type(text, static_cast<std::size_t>(n));
    } else if constexpr (class_of<type>() == wire_class::word) {
      if (sent != wire_class::word)
        throw garbled();
      std::uintptr_t number;
      from.raw(number);
      if constexpr (std::is_null_pointer_v<type>)
        return nullptr;
      else if constexpr (std::is_same_v<type, address_value>)
        return {number};
      else if constexpr (std::is_pointer_v<type>)
        return reinterpret_cast<type>(number);
      else
        return number;
    } else {
      return decoded<type>(from);
    }
  }
};

template <class T, std::size_t N> struct held_value<T (&)[N]> {
  std::remove_cv_t<T> value[N];
  held_value(reader &from, wire_class) { decode(from, value); }
  T (&pass()) [N] { return value; }
};

} // namespace detail

/// Sends a pointer as a number, whatever it points to: it has to mean the same
/// in the parent, so it points into memory that was there before the loop.
template <class T> detail::address_value address(T *p) noexcept {
  return {reinterpret_cast<std::uintptr_t>(p)};
}

} // namespace mp

#endif
