// codec.hpp - How a value travels from a worker to the parent.
//
// `mp::codec<T>` writes a T in the worker and reads it into an existing T in
// the parent, so that an element keeps its address and whatever capacity it
// has. Types that are trivially copyable travel as their bytes. For a class of
// your own there are three ways, in this order:
//
//   - a specialisation of `mp::codec` with `write` and `read`;
//   - a member `template <class Archive> void serialize(Archive &ar)`, as
//     cereal has it (`ar(x, y)`) or, with a second parameter for the version,
//     as Boost.Serialization has it (`ar & x & y`);
//   - a plain aggregate needs nothing.

#ifndef MP_CODEC_HPP
#define MP_CODEC_HPP

#include "aggregate.hpp"
#include "wire.hpp"
#include <boost/pfr/core.hpp>
#include <boost/pfr/tuple_size.hpp>
#include <cstring>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace mp {

template <class T, class Enable = void> struct codec;

/// Appends a value.
template <class T> void encode(writer &to, const T &value) {
  codec<T>::write(to, value);
}

/// Reads into an existing value. Throws garbled, or what T's operations throw;
/// then the value is in some valid state.
template <class T> void decode(reader &from, T &value) {
  codec<T>::read(from, value);
}

/// Reads a value that does not exist yet.
template <class T> T decoded(reader &from);

namespace detail {

template <class T> inline constexpr bool always_false = false;

// Values that may be moved as bytes, many at a time.
template <class C, class = void> inline constexpr bool bytewise_codec = false;
template <class C>
inline constexpr bool bytewise_codec<C, std::void_t<decltype(C::bytewise)>> =
    C::bytewise;
template <class T> inline constexpr bool is_bytewise = bytewise_codec<codec<T>>;

template <class C, class = void> inline constexpr bool has_make = false;
template <class C>
inline constexpr bool
    has_make<C, std::void_t<decltype(C::make(std::declval<reader &>()))>> =
        true;

// The archives that a `serialize` member meets.
class output_archive {
public:
  using is_saving = std::true_type;
  using is_loading = std::false_type;
  explicit output_archive(writer &to) : to_(to) {}
  template <class... T> output_archive &operator()(T &&...values) {
    (put(values), ...);
    return *this;
  }
  template <class T> output_archive &operator&(T &&value) {
    return (*this)(value);
  }
  template <class T> output_archive &operator<<(T &&value) {
    return (*this)(value);
  }

private:
  template <class T> void put(const T &value);
  writer &to_;
};

class input_archive {
public:
  using is_saving = std::false_type;
  using is_loading = std::true_type;
  explicit input_archive(reader &from) : from_(from) {}
  template <class... T> input_archive &operator()(T &&...values) {
    (get(values), ...);
    return *this;
  }
  template <class T> input_archive &operator&(T &&value) {
    return (*this)(value);
  }
  template <class T> input_archive &operator>>(T &&value) {
    return (*this)(value);
  }

private:
  template <class T> void get(T &value);
  reader &from_;
};

template <class T, class = void> inline constexpr bool serializes = false;
template <class T>
inline constexpr bool
    serializes<T, std::void_t<decltype(std::declval<T &>().serialize(
                      std::declval<output_archive &>()))>> = true;

template <class T, class = void>
inline constexpr bool serializes_versioned = false;
template <class T>
inline constexpr bool
    serializes_versioned<T, std::void_t<decltype(std::declval<T &>().serialize(
                                std::declval<output_archive &>(), 0u))>> = true;

// A name-value pair of cereal (members name and value) or of
// Boost.Serialization (name() and value()).
template <class T, class = void> inline constexpr bool is_cereal_pair = false;
template <class T>
inline constexpr bool
    is_cereal_pair<T, std::void_t<decltype(std::declval<T &>().name),
                                  decltype(std::declval<T &>().value)>> =
        std::is_class_v<T>;
template <class T, class = void> inline constexpr bool is_boost_pair = false;
template <class T>
inline constexpr bool
    is_boost_pair<T, std::void_t<decltype(std::declval<T &>().name()),
                                 decltype(*&std::declval<T &>().value())>> =
        std::is_class_v<T>;

template <class T> void output_archive::put(const T &value) {
  if constexpr (is_boost_pair<T>)
    encode(to_, value.value());
  else if constexpr (is_cereal_pair<T> && !serializes<T> &&
                     !std::is_aggregate_v<T>)
    encode(to_, value.value);
  else
    encode(to_, value);
}

template <class T> void input_archive::get(T &value) {
  using plain = std::remove_const_t<T>;
  if constexpr (is_boost_pair<T>)
    decode(from_, value.value());
  else if constexpr (is_cereal_pair<T> && !serializes<T> &&
                     !std::is_aggregate_v<T>)
    decode(from_, value.value);
  else
    decode(from_, const_cast<plain &>(value));
}

template <class T>
inline constexpr bool is_plain_aggregate =
    std::is_aggregate_v<T> && std::is_class_v<T> && !std::is_union_v<T> &&
    !std::is_polymorphic_v<T>;

template <class T, std::size_t... I>
T make_aggregate(reader &from, std::index_sequence<I...>) {
  return T{decoded<boost::pfr::tuple_element_t<I, T>>(from)...};
}

} // namespace detail

/// Everything that is no standard container: bytes, `serialize`, aggregates.
template <class T, class Enable> struct codec {
  static constexpr bool bytewise = std::is_trivially_copyable_v<T> &&
                                   !detail::serializes<T> &&
                                   !detail::serializes_versioned<T>;
  static constexpr bool aggregate = !bytewise && detail::is_plain_aggregate<T>;

  static void write(writer &to, const T &value) {
    if constexpr (bytewise) {
      to.bytes(std::addressof(value), sizeof(T));
    } else if constexpr (detail::serializes<T>) {
      detail::output_archive archive(to);
      const_cast<T &>(value).serialize(archive);
    } else if constexpr (detail::serializes_versioned<T>) {
      detail::output_archive archive(to);
      const_cast<T &>(value).serialize(archive, 0u);
    } else if constexpr (aggregate) {
      detail::for_each_member(value, [&to](const auto &m) { encode(to, m); });
    } else {
      unsupported();
    }
  }

  static void read(reader &from, T &value) {
    if constexpr (bytewise) {
      from.bytes(
          const_cast<void *>(static_cast<const void *>(std::addressof(value))),
          sizeof(T));
    } else if constexpr (detail::serializes<T>) {
      detail::input_archive archive(from);
      value.serialize(archive);
    } else if constexpr (detail::serializes_versioned<T>) {
      detail::input_archive archive(from);
      value.serialize(archive, 0u);
    } else if constexpr (aggregate) {
      detail::for_each_member(value, [&from](auto &m) { decode(from, m); });
    } else {
      unsupported();
    }
  }

private:
  static void unsupported() {
    static_assert(
        detail::always_false<T>,
        "mp: values of this type can't be sent from a worker to the parent; "
        "specialise mp::codec for it, or give it a member template "
        "`serialize(Archive &)`. (Pointers that own or count, polymorphic "
        "classes, std::function, std::any and unions have no encoding.)");
  }
};

/// C arrays of any dimension.
template <class T, std::size_t N> struct codec<T[N]> {
  static constexpr bool bytewise = detail::is_bytewise<T>;
  static void write(writer &to, const T (&value)[N]) {
    if constexpr (bytewise)
      to.bytes(value, sizeof value);
    else
      for (const T &element : value)
        encode(to, element);
  }
  static void read(reader &from, T (&value)[N]) {
    if constexpr (bytewise)
      from.bytes(value, sizeof value);
    else
      for (T &element : value)
        decode(from, element);
  }
};

template <class T> T decoded(reader &from) {
  if constexpr (detail::has_make<codec<T>>) {
    return codec<T>::make(from);
  } else if constexpr (detail::is_bytewise<T>) {
    alignas(T) unsigned char bytes[sizeof(T)];
    from.bytes(bytes, sizeof bytes);
    return *std::launder(reinterpret_cast<T *>(bytes));
  } else if constexpr (std::is_default_constructible_v<T>) {
    T value{};
    decode(from, value);
    return value;
  } else if constexpr (detail::is_plain_aggregate<T>) {
    return detail::make_aggregate<T>(
        from, std::make_index_sequence<boost::pfr::tuple_size_v<T>>());
  } else {
    static_assert(detail::always_false<T>,
                  "mp: a value of this type has to be made in the parent, and "
                  "it can't be default-constructed; specialise mp::codec for "
                  "it with a function `static T make(mp::reader &)`");
  }
}

} // namespace mp

#include "codec_standard.hpp"

#endif
