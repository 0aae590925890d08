// capture.cpp - Catching and replaying output.
//
// Both sides of it: in the worker the descriptors and stream buffers are
// exchanged, and what was printed goes to the log with the channel it went to;
// in the parent it is written again.

#include "capture.hpp"
#include "mp/worker.hpp"
#include "process/system.hpp"
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ext/stdio_filebuf.h>
#include <ext/stdio_sync_filebuf.h>
#include <iostream>
#include <stdio_ext.h>
#include <sys/single_threaded.h>
#include <unistd.h>

// The C library's open files, linked by _chain.
// NOLINTNEXTLINE(bugprone-reserved-identifier): its name
extern "C" [[gnu::weak]] std::FILE *_IO_list_all;

namespace mp::runtime {
namespace {

std::ostream &stream(int i) {
  return i == 0 ? std::cout : i == 1 ? std::cerr : std::clog;
}

bool is_standard(std::ostream &s, std::FILE *file, int fd) {
  std::streambuf *buffer = s.rdbuf();
  if (auto *sync = dynamic_cast<__gnu_cxx::stdio_sync_filebuf<char> *>(buffer))
    return sync->file() == file && fileno(file) == fd;
  if (auto *own = dynamic_cast<__gnu_cxx::stdio_filebuf<char> *>(buffer))
    return own->fd() == fd;
  return false;
}

bool is_standard(int i) {
  return is_standard(stream(i), i == 0 ? stdout : stderr, i == 0 ? 1 : 2);
}

} // namespace

bool capture_files::open() noexcept {
  out = system::make_memory_file();
  err = out < 0 ? -1 : system::make_memory_file();
  if (err >= 0)
    return true;
  close();
  return false;
}

void capture_files::close() noexcept {
  if (out >= 0)
    ::close(out);
  if (err >= 0)
    ::close(err);
  out = err = -1;
}

bool streams_are_standard() {
  return is_standard(0) && is_standard(1) && is_standard(2);
}

void flush_files() {
  // With threads about, the list of files may be changing.
  if (&_IO_list_all == nullptr || !__libc_single_threaded)
    return;
  for (std::FILE *file = _IO_list_all; file != nullptr; file = file->_chain)
    if (file != stdout && file != stderr && __fwriting(file) != 0 &&
        __fpending(file) != 0)
      std::fflush(file);
}

void forget_pending_output() {
  __fpurge(stdout);
  __fpurge(stderr);
}

// Stands in for a stream's buffer.
class capture::stream_buffer : public std::streambuf {
public:
  stream_buffer(capture &owner, channel text, channel flush)
      : owner_(owner), text_(text), flush_(flush) {}

protected:
  int_type overflow(int_type c) override {
    if (traits_type::eq_int_type(c, traits_type::eof()))
      return traits_type::not_eof(c);
    const char one = traits_type::to_char_type(c);
    xsputn(&one, 1);
    return c;
  }
  std::streamsize xsputn(const char *text, std::streamsize n) override {
    owner_.collect_files();
    owner_.append(text_, text, static_cast<std::size_t>(n));
    return n;
  }
  int sync() override {
    owner_.collect_files();
    owner_.append(flush_, "", 0);
    return 0;
  }

private:
  capture &owner_;
  channel text_, flush_;
};

capture::capture(const capture_files &files, writer &log)
    : files_(files), log_(log) {
  dup2(files.out, 1);
  dup2(files.err, 2);
  const channel text[] = {channel::cout, channel::cerr, channel::clog};
  const channel flush[] = {channel::flush_cout, channel::flush_cerr,
                           channel::flush_clog};
  for (int i = 0; i < 3; ++i) {
    auto buffer = std::make_unique<stream_buffer>(*this, text[i], flush[i]);
    // Without rdbuf(p)'s clearing of the stream's state.
    const std::ios::iostate state = stream(i).rdstate();
    const std::ios::iostate raises = stream(i).exceptions();
    stream(i).exceptions(std::ios::goodbit);
    std::streambuf *original = stream(i).rdbuf(buffer.get());
    stream(i).clear(state);
    try {
      stream(i).exceptions(raises);
    } catch (const std::ios_base::failure &) { // NOLINT(bugprone-empty-catch)
      // It is set nevertheless; the next use raises it.
    }
    streams_[i] = {&stream(i), original, std::move(buffer)};
  }
  // What the parent had not written yet is not for the log.
  collect_files();
  log_.truncate(0);
}

capture::~capture() = default;

void capture::collect() { collect_files(); }

void capture::collect_files() {
  // Is there something already, and not just because the buffer was full, then
  // the program has flushed it.
  constexpr off_t block = 4096;
  const off_t flushed = lseek(files_.out, 0, SEEK_CUR);
  if (flushed > 0 && flushed % block != 0) {
    collect_file(files_.out, channel::out);
    append(channel::flush_out, nullptr, 0);
  }
  // Whoever kept a stream's own buffer has written there.
  for (replaced &r : streams_)
    if (r.original != nullptr)
      r.original->pubsync();
  if (__fpending(stdout) != 0)
    std::fflush(stdout);
  if (__fpending(stderr) != 0)
    std::fflush(stderr);
  collect_file(files_.out, channel::out);
  collect_file(files_.err, channel::err);
}

void capture::collect_file(int fd, channel where) {
  const off_t size = lseek(fd, 0, SEEK_CUR);
  if (size <= 0)
    return;
  const std::size_t n = static_cast<std::size_t>(size);
  log_.raw(worker::record{static_cast<std::uint16_t>(where), 0, 0});
  log_.size(n);
  char *to = log_.room(n);
  std::size_t got = 0;
  while (got < n) {
    const ssize_t r = pread(fd, to + got, n - got, static_cast<off_t>(got));
    if (r > 0)
      got += static_cast<std::size_t>(r);
    else if (r == 0 || errno != EINTR)
      break;
  }
  // A hole that somebody left by seeking reads as zeros.
  std::memset(to + got, 0, n - got);
  log_.advance(n);
  if (ftruncate(fd, 0) != 0 || lseek(fd, 0, SEEK_SET) != 0)
    std::abort();
}

void capture::append(channel where, const char *text, std::size_t n) {
  log_.raw(worker::record{static_cast<std::uint16_t>(where), 0, 0});
  log_.size(n);
  log_.bytes(text, n);
}

void replay(channel where, reader &from) {
  const std::size_t n = from.size(1);
  const char *text = from.take(n);
  // As an inserter does it: a stream that has failed takes no more.
  const auto usable = [](std::ostream &s) {
    if (s.good())
      return true;
    s.setstate(std::ios::failbit);
    return false;
  };
  const auto put = [&](std::ostream &s) {
    const auto length = static_cast<std::streamsize>(n);
    if (usable(s) && s.rdbuf()->sputn(text, length) != length)
      s.setstate(std::ios::badbit);
  };
  const auto flush = [&](std::ostream &s) {
    if (usable(s) && s.rdbuf()->pubsync() == -1)
      s.setstate(std::ios::badbit);
  };
  switch (where) {
  case channel::out:
    std::fwrite(text, 1, n, stdout);
    break;
  case channel::err:
    std::fwrite(text, 1, n, stderr);
    break;
  case channel::cout:
    put(std::cout);
    break;
  case channel::cerr:
    put(std::cerr);
    break;
  case channel::clog:
    put(std::clog);
    break;
  case channel::flush_out:
    std::fflush(stdout);
    break;
  case channel::flush_cout:
    flush(std::cout);
    break;
  case channel::flush_cerr:
    flush(std::cerr);
    break;
  case channel::flush_clog:
    flush(std::clog);
    break;
  default:
    throw garbled();
  }
}

std::string leftover(int fd, std::size_t limit) {
  std::string text(limit, '\0');
  const ssize_t n = pread(fd, text.data(), limit, 0);
  text.resize(n > 0 ? static_cast<std::size_t>(n) : 0);
  return text;
}

} // namespace mp::runtime
