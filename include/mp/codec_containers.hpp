// codec_containers.hpp - Encodings of the standard containers.
//
// A container travels as its number of elements and the elements in order. An
// unordered one travels with its number of buckets, and is filled back to
// front: an insertion puts an element in front of its bucket, and an empty
// bucket in front of all others, so the order of iteration comes out the same.

#ifndef MP_CODEC_CONTAINERS_HPP
#define MP_CODEC_CONTAINERS_HPP

#include "codec.hpp"
#include <deque>
#include <forward_list>
#include <iterator>
#include <list>
#include <map>
#include <queue>
#include <set>
#include <stack>
#include <unordered_map>
#include <unordered_set>
#include <valarray>
#include <vector>

namespace mp {
namespace detail {

// vector, deque, list: elements that stay are decoded where they are.
template <class Sequence> struct sequence_codec {
  using value_type = typename Sequence::value_type;

  static void write(writer &to, const Sequence &value) {
    to.size(value.size());
    for (const value_type &element : value)
      encode(to, element);
  }
  static void read(reader &from, Sequence &value) {
    const std::size_t n = from.size();
    while (value.size() > n)
      value.pop_back();
    for (value_type &element : value)
      decode(from, element);
    while (value.size() < n)
      value.push_back(decoded<value_type>(from));
  }
};

template <class Container, class = void> inline constexpr bool is_map = false;
template <class Container>
inline constexpr bool
    is_map<Container, std::void_t<typename Container::mapped_type>> = true;

template <class Container> struct associative_codec {
  using key_type = typename Container::key_type;

  static const key_type &key_of(const typename Container::value_type &element) {
    if constexpr (is_map<Container>)
      return element.first;
    else
      return element;
  }

  static void write(writer &to, const Container &value) {
    to.size(value.size());
    for (const auto &element : value) {
      encode(to, key_of(element));
      if constexpr (is_map<Container>)
        encode(to, element.second);
    }
  }
};

template <class Container> struct ordered_codec : associative_codec<Container> {
  using base = associative_codec<Container>;

  // Walks both sequences in order: nodes whose keys stay are kept.
  static void read(reader &from, Container &value) {
    const std::size_t n = from.size();
    const auto less = value.key_comp();
    auto at = value.begin();
    for (std::size_t i = 0; i < n; ++i) {
      auto key = decoded<typename base::key_type>(from);
      while (at != value.end() && less(base::key_of(*at), key))
        at = value.erase(at);
      const bool stays = at != value.end() && !less(key, base::key_of(*at));
      if constexpr (is_map<Container>) {
        using mapped = typename Container::mapped_type;
        if (stays)
          decode(from, at->second);
        else
          value.emplace_hint(at, std::move(key), decoded<mapped>(from));
      } else if (!stays) {
        value.emplace_hint(at, std::move(key));
      }
      if (stays)
        ++at;
    }
    value.erase(at, value.end());
  }
};

template <class Container>
struct unordered_codec : associative_codec<Container> {
  using base = associative_codec<Container>;

  static void write(writer &to, const Container &value) {
    to.size(value.bucket_count());
    to.raw(value.max_load_factor());
    to.size(value.size());
    std::vector<const typename Container::value_type *> order;
    order.reserve(value.size());
    for (const auto &element : value)
      order.push_back(std::addressof(element));
    for (auto at = order.rbegin(); at != order.rend(); ++at) {
      encode(to, base::key_of(**at));
      if constexpr (is_map<Container>)
        encode(to, (*at)->second);
    }
  }

  static void read(reader &from, Container &value) {
    const std::size_t buckets = from.size();
    const auto load = decoded<float>(from);
    const std::size_t n = from.size();
    Container old(0, value.hash_function(), value.key_eq(),
                  value.get_allocator());
    old.swap(value);
    value.max_load_factor(load);
    if (buckets > value.bucket_count())
      value.rehash(buckets);
    for (std::size_t i = 0; i < n; ++i) {
      auto key = decoded<typename base::key_type>(from);
      auto node = old.extract(key);
      if constexpr (is_map<Container>) {
        using mapped = typename Container::mapped_type;
        if (node) {
          decode(from, node.mapped());
          value.insert(std::move(node));
        } else {
          value.emplace(std::move(key), decoded<mapped>(from));
        }
      } else if (node) {
        value.insert(std::move(node));
      } else {
        value.emplace(std::move(key));
      }
    }
  }
};

// stack, queue and priority_queue hold their container as a protected member.
template <class Adaptor> struct adaptor_codec {
  using container_type = typename Adaptor::container_type;
  struct open : Adaptor {
    static container_type &in(Adaptor &adaptor) { return adaptor.*(&open::c); }
  };
  static void write(writer &to, const Adaptor &value) {
    encode<container_type>(to, open::in(const_cast<Adaptor &>(value)));
  }
  static void read(reader &from, Adaptor &value) {
    decode<container_type>(from, open::in(value));
  }
};

} // namespace detail

template <class T, class A> struct codec<std::vector<T, A>> {
  static void write(writer &to, const std::vector<T, A> &value) {
    if constexpr (detail::is_bytewise<T>) {
      to.size(value.size());
      to.bytes(value.data(), value.size() * sizeof(T));
    } else {
      detail::sequence_codec<std::vector<T, A>>::write(to, value);
    }
  }
  static void read(reader &from, std::vector<T, A> &value) {
    if constexpr (detail::is_bytewise<T> &&
                  std::is_default_constructible_v<T>) {
      const std::size_t n = from.size(sizeof(T));
      value.resize(n);
      from.bytes(static_cast<void *>(value.data()), n * sizeof(T));
    } else {
      detail::sequence_codec<std::vector<T, A>>::read(from, value);
    }
  }
};

template <class T> struct codec<std::valarray<T>> {
  static void write(writer &to, const std::valarray<T> &value) {
    to.size(value.size());
    for (const T &element : value)
      encode(to, element);
  }
  static void read(reader &from, std::valarray<T> &value) {
    const std::size_t n = from.size();
    if (value.size() != n)
      value.resize(n);
    for (T &element : value)
      decode(from, element);
  }
};

template <class A> struct codec<std::vector<bool, A>> {
  static void write(writer &to, const std::vector<bool, A> &value) {
    to.size(value.size());
    for (std::size_t i = 0; i < value.size(); i += 64) {
      std::uint64_t word = 0;
      for (std::size_t j = 0; j < 64 && i + j < value.size(); ++j)
        word |= static_cast<std::uint64_t>(value[i + j]) << j;
      to.raw(word);
    }
  }
  static void read(reader &from, std::vector<bool, A> &value) {
    const std::size_t n = from.size();
    if (n / 8 > from.left())
      throw garbled();
    value.resize(n);
    for (std::size_t i = 0; i < n; i += 64) {
      std::uint64_t word;
      from.raw(word);
      for (std::size_t j = 0; j < 64 && i + j < n; ++j)
        value[i + j] = (word >> j & 1) != 0;
    }
  }
};

template <class T, class A>
struct codec<std::deque<T, A>> : detail::sequence_codec<std::deque<T, A>> {};

template <class T, class A>
struct codec<std::list<T, A>> : detail::sequence_codec<std::list<T, A>> {};

template <class T, class A> struct codec<std::forward_list<T, A>> {
  static void write(writer &to, const std::forward_list<T, A> &value) {
    to.size(
        static_cast<std::size_t>(std::distance(value.begin(), value.end())));
    for (const T &element : value)
      encode(to, element);
  }
  static void read(reader &from, std::forward_list<T, A> &value) {
    const std::size_t n = from.size();
    auto before = value.before_begin();
    for (std::size_t i = 0; i < n; ++i) {
      const auto at = std::next(before);
      if (at != value.end()) {
        decode(from, *at);
        before = at;
      } else {
        before = value.insert_after(before, decoded<T>(from));
      }
    }
    value.erase_after(before, value.end());
  }
};

template <class... T>
struct codec<std::map<T...>> : detail::ordered_codec<std::map<T...>> {};
template <class... T>
struct codec<std::multimap<T...>> : detail::ordered_codec<std::multimap<T...>> {
};
template <class... T>
struct codec<std::set<T...>> : detail::ordered_codec<std::set<T...>> {};
template <class... T>
struct codec<std::multiset<T...>> : detail::ordered_codec<std::multiset<T...>> {
};
template <class... T>
struct codec<std::unordered_map<T...>>
    : detail::unordered_codec<std::unordered_map<T...>> {};
template <class... T>
struct codec<std::unordered_multimap<T...>>
    : detail::unordered_codec<std::unordered_multimap<T...>> {};
template <class... T>
struct codec<std::unordered_set<T...>>
    : detail::unordered_codec<std::unordered_set<T...>> {};
template <class... T>
struct codec<std::unordered_multiset<T...>>
    : detail::unordered_codec<std::unordered_multiset<T...>> {};

template <class... T>
struct codec<std::stack<T...>> : detail::adaptor_codec<std::stack<T...>> {};
template <class... T>
struct codec<std::queue<T...>> : detail::adaptor_codec<std::queue<T...>> {};
template <class... T>
struct codec<std::priority_queue<T...>>
    : detail::adaptor_codec<std::priority_queue<T...>> {};

} // namespace mp

#endif
