//===- WorkDirectory.cpp - Where rewritten sources stand for a while ------===//
//
// A directory is taken by locking it. One that a killed run has left is taken
// over; one that is in use is waited for.
//
//===----------------------------------------------------------------------===//

#include "wrapper/WorkDirectory.h"
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mp::tool::wrapper {

/// FNV-1a: the same for the same text in every run.
static uint64_t hash(const std::string &Text) {
  uint64_t Value = 14695981039346656037u;
  for (unsigned char C : Text)
    Value = (Value ^ C) * 1099511628211u;
  return Value;
}

/// Makes, opens and locks the directory. False when the name can't be used.
bool WorkDirectory::take(const std::string &Name) {
  for (;;) {
    if (mkdir(Name.c_str(), 0700) != 0 && errno != EEXIST)
      return false;
    int FD =
        open(Name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (FD < 0) {
      if (errno == ENOENT)
        continue; // removed by its last user in this moment
      return false;
    }
    struct stat Open, Named;
    if (fstat(FD, &Open) != 0 || Open.st_uid != geteuid() ||
        (Open.st_mode & 077) != 0) {
      close(FD);
      return false;
    }
    while (flock(FD, LOCK_EX) != 0 && errno == EINTR)
      ;
    // The one who had it has removed it: what we have locked is gone.
    if (stat(Name.c_str(), &Named) != 0 || Named.st_ino != Open.st_ino) {
      close(FD);
      continue;
    }
    Lock = FD;
    Path = Name;
    // One that was killed may have left something.
    std::error_code Ignored;
    for (const auto &Old : std::filesystem::directory_iterator(Name, Ignored))
      std::filesystem::remove_all(Old.path(), Ignored);
    return true;
  }
}

WorkDirectory::WorkDirectory(const std::string &Command) {
  const char *Base = getenv("TMPDIR");
  std::string Root = Base && *Base ? Base : "/tmp";
  char Number[32];
  std::snprintf(Number, sizeof Number, "%016llx",
                static_cast<unsigned long long>(hash(Command)));
  if (take(Root + "/mp-cxx-" + std::to_string(geteuid()) + "-" + Number))
    return;
  std::string Random = Root + "/mp-cxx-XXXXXX";
  if (mkdtemp(Random.data()) && take(Random))
    return;
  std::fprintf(stderr, "mp-cxx: can't make a directory in '%s': %s\n",
               Root.c_str(), std::strerror(errno));
}

WorkDirectory::~WorkDirectory() {
  if (Path.empty())
    return;
  std::error_code Ignored;
  std::filesystem::remove_all(Path, Ignored);
  close(Lock);
}

} // namespace mp::tool::wrapper
