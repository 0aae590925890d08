//===- WorkDirectory.h - Where rewritten sources stand for a while --------===//
//
// A rewritten source goes to a directory of its own under $TMPDIR and keeps its
// file name, so that whatever the compiler derives from that name stays the
// same. The directory's name is made from the command, whatever its output is
// called: the same command uses the same one, without which a compiler cache
// would never hit. It is locked while it is used, and is gone afterwards.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_WRAPPER_WORKDIRECTORY_H
#define MP_TOOL_WRAPPER_WORKDIRECTORY_H

#include <string>

namespace mp::tool::wrapper {

class WorkDirectory {
public:
  /// Makes and locks the directory for a command, given as text. When another
  /// user is in the way of its name it gets a random one. Check path() for
  /// empty: then it can't be made, and a message was printed.
  explicit WorkDirectory(const std::string &Command);
  /// Removes it with all that is in it.
  ~WorkDirectory();
  WorkDirectory(const WorkDirectory &) = delete;
  WorkDirectory &operator=(const WorkDirectory &) = delete;

  const std::string &path() const { return Path; }

private:
  bool take(const std::string &Name);

  std::string Path;
  int Lock = -1;
};

} // namespace mp::tool::wrapper

#endif
