// capture.hpp - What the body prints, caught in the worker.
//
// Descriptors 1 and 2 lead to files in memory, and std::cout, std::cerr and
// std::clog to buffers of ours, so that their text and their flushes keep
// their place among each other. The parent replays all of it through the same
// streams, in iteration order, as if it had been printed there.

#ifndef MP_RUNTIME_WORK_CAPTURE_HPP
#define MP_RUNTIME_WORK_CAPTURE_HPP

#include "mp/wire.hpp"
#include <cstdint>
#include <memory>
#include <ostream>
#include <string>

namespace mp::runtime {

/// The files in memory that a worker prints into. Made and owned by the parent,
/// so that it can read what a worker that died has left.
struct capture_files {
  int out = -1, err = -1;
  bool open() noexcept; // false: no descriptor is to be had
  void close() noexcept;
};

/// The channels of output, as tail numbers.
enum class channel : std::uint16_t {
  first = 0xfff0,
  out = first, // descriptor 1
  err,         // descriptor 2
  cout,
  cerr,
  clog,
  flush_out,
  flush_cout,
  flush_cerr,
  flush_clog
};

/// Whether std::cout, std::cerr and std::clog write where they did when the
/// program began.
bool streams_are_standard();

/// In the parent, before a fork: flushes the files of stdio, so that no worker
/// can write again what is in their buffers. stdout and stderr are left alone:
/// when they are flushed can be seen (in the order of output through stdio, of
/// streams that are not synchronised with it, and of other programs), so it
/// has to stay as in the serial program.
void flush_files();

/// In a worker that captures nothing: empties its copies of the buffers of
/// stdout and stderr.
void forget_pending_output();

/// In the worker: redirects output into a log.
class capture {
public:
  /// `log` must outlive it.
  capture(const capture_files &files, writer &log);
  ~capture();
  capture(const capture &) = delete;
  capture &operator=(const capture &) = delete;

  /// Brings what was printed so far into the log.
  void collect();

private:
  class stream_buffer;
  struct replaced {
    std::ostream *stream;
    std::streambuf *original;
    std::unique_ptr<stream_buffer> buffer;
  };
  void collect_files();
  void collect_file(int fd, channel where);
  void append(channel where, const char *text, std::size_t n);

  capture_files files_;
  writer &log_;
  replaced streams_[3];
};

/// In the parent: prints the text of a channel's record.
void replay(channel where, reader &from);

/// Text that is left in a file of a worker that died, at most `limit` bytes.
std::string leftover(int fd, std::size_t limit);

} // namespace mp::runtime

#endif
