// codec_standard.hpp - Encodings of the standard library's types.
//
// Reading into a container keeps what can be kept: the buffer of a string or
// vector that is large enough, the nodes of a map whose keys are still there,
// the order in which an unordered container is iterated.

#ifndef MP_CODEC_STANDARD_HPP
#define MP_CODEC_STANDARD_HPP

#include "codec.hpp"
#include "codec_containers.hpp"
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>

namespace mp {

template <class C, class R, class A> struct codec<std::basic_string<C, R, A>> {
  using string = std::basic_string<C, R, A>;
  static void write(writer &to, const string &value) {
    to.size(value.size());
    to.bytes(value.data(), value.size() * sizeof(C));
  }
  static void read(reader &from, string &value) {
    const std::size_t n = from.size(sizeof(C));
    const char *text = from.take(n * sizeof(C));
    value.resize(n);
    if (n != 0)
      std::memcpy(value.data(), text, n * sizeof(C));
  }
};

template <class T, std::size_t N> struct codec<std::array<T, N>> {
  static constexpr bool bytewise = detail::is_bytewise<T> && N != 0;
  static void write(writer &to, const std::array<T, N> &value) {
    if constexpr (bytewise)
      to.bytes(value.data(), N * sizeof(T));
    else
      for (const T &element : value)
        encode(to, element);
  }
  static void read(reader &from, std::array<T, N> &value) {
    if constexpr (bytewise)
      from.bytes(value.data(), N * sizeof(T));
    else
      for (T &element : value)
        decode(from, element);
  }
};

template <class A, class B> struct codec<std::pair<A, B>> {
  static void write(writer &to, const std::pair<A, B> &value) {
    encode(to, value.first);
    encode(to, value.second);
  }
  static void read(reader &from, std::pair<A, B> &value) {
    decode(from, value.first);
    decode(from, value.second);
  }
  static std::pair<A, B> make(reader &from) {
    return std::pair<A, B>{decoded<A>(from), decoded<B>(from)};
  }
};

template <class... T> struct codec<std::tuple<T...>> {
  static void write(writer &to, const std::tuple<T...> &value) {
    std::apply(
        [&to](const T &...element) {
          (void)to;
          (encode(to, element), ...);
        },
        value);
  }
  static void read(reader &from, std::tuple<T...> &value) {
    std::apply(
        [&from](T &...element) {
          (void)from;
          (decode(from, element), ...);
        },
        value);
  }
  static std::tuple<T...> make(reader &from) {
    (void)from;
    return std::tuple<T...>{decoded<T>(from)...};
  }
};

template <class T> struct codec<std::optional<T>> {
  static void write(writer &to, const std::optional<T> &value) {
    to.raw(value.has_value());
    if (value)
      encode(to, *value);
  }
  static void read(reader &from, std::optional<T> &value) {
    if (decoded<unsigned char>(from) == 0)
      value.reset();
    else if (value)
      decode(from, *value);
    else
      value.emplace(decoded<T>(from));
  }
};

template <class... T> struct codec<std::variant<T...>> {
  using variant = std::variant<T...>;
  static void write(writer &to, const variant &value) {
    to.size(value.index());
    if (!value.valueless_by_exception())
      std::visit([&to](const auto &v) { encode(to, v); }, value);
  }
  static void read(reader &from, variant &value) {
    const std::size_t index = from.size();
    if (index == value.index()) {
      if (!value.valueless_by_exception())
        std::visit([&from](auto &v) { decode(from, v); }, value);
      return;
    }
    read_as(from, value, index, std::index_sequence_for<T...>());
  }

private:
  template <std::size_t... I>
  static void read_as(reader &from, variant &value, std::size_t index,
                      std::index_sequence<I...>) {
    const bool found =
        (... || (I == index &&
                 (value.template emplace<I>(
                      decoded<std::variant_alternative_t<I, variant>>(from)),
                  true)));
    if (!found)
      throw garbled();
  }
};

template <class T> struct codec<std::unique_ptr<T>> {
  static_assert(!std::is_array_v<T>,
                "mp: the length of a std::unique_ptr<T[]> is not known; use a "
                "std::vector");
  static_assert(!std::is_polymorphic_v<T> || std::is_final_v<T>,
                "mp: a std::unique_ptr to a polymorphic class that is not "
                "final may point to anything");
  static void write(writer &to, const std::unique_ptr<T> &value) {
    to.raw(value != nullptr);
    if (value)
      encode(to, *value);
  }
  static void read(reader &from, std::unique_ptr<T> &value) {
    if (decoded<unsigned char>(from) == 0)
      value.reset();
    else if (value)
      decode(from, const_cast<std::remove_const_t<T> &>(*value));
    else
      value.reset(new T(decoded<std::remove_const_t<T>>(from)));
  }
};

} // namespace mp

#endif
