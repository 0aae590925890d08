//===- Installation.h - Where the other parts of mp are -------------------===//
//
// mp-cxx needs the rewriter, the runtime's headers and its library. It asks for
// them each time it runs, so that an installation can be moved.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_WRAPPER_INSTALLATION_H
#define MP_TOOL_WRAPPER_INSTALLATION_H

#include <string>

namespace mp::tool::wrapper {

/// Found from where this program is, in a build tree as well as installed.
/// What is not there is empty.
struct Installation {
  std::string Rewriter; ///< mp-rewrite
  std::string Headers;  ///< the directory that mp/parallel_map.hpp is in
  std::string Library;  ///< libmp.a or libmp.so

  /// The compiler looks there anyway (and mustn't be told so: that changes
  /// the order in which it looks).
  bool headersAreStandard() const;
};

Installation findInstallation();

} // namespace mp::tool::wrapper

#endif
