//===- Installation.cpp - Where the other parts of mp are -----------------===//
//
// Each part is looked for in the few places where an installation has it,
// relative to this program's own file; the headers of a build tree are those of
// its source tree.
//
//===----------------------------------------------------------------------===//

#include "wrapper/Installation.h"
#include <filesystem>
#include <initializer_list>

namespace mp::tool::wrapper {

namespace fs = std::filesystem;

static std::string firstOf(std::initializer_list<fs::path> Candidates) {
  for (const fs::path &Candidate : Candidates) {
    std::error_code Why;
    fs::path Real = fs::canonical(Candidate, Why);
    if (!Why)
      return Real;
  }
  return "";
}

bool Installation::headersAreStandard() const {
  return Headers == "/usr/include" || Headers == "/usr/local/include";
}

Installation findInstallation() {
  std::error_code Why;
  fs::path Here = fs::read_symlink("/proc/self/exe", Why).parent_path();
  fs::path Above = Here.parent_path();
  Installation Result;
  Result.Rewriter = firstOf({Here / "mp-rewrite"});
  std::string Header = firstOf({Above / "include/mp/parallel_map.hpp",
                                MP_SOURCE_INCLUDE_DIR "/mp/parallel_map.hpp"});
  if (!Header.empty())
    Result.Headers = fs::path(Header).parent_path().parent_path();
  Result.Library =
      firstOf({Above / MP_INSTALL_LIBDIR "/libmp.a", Above / "lib/libmp.a",
               Above / "lib64/libmp.a", Above / MP_INSTALL_LIBDIR "/libmp.so",
               Above / "lib/libmp.so", Above / "lib64/libmp.so"});
  return Result;
}

} // namespace mp::tool::wrapper
