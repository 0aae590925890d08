//===- Wrapper.h - A compiler's command, with annotated loops rewritten ---===//
//
// The whole of mp-cxx but its own options: finds out which sources are
// annotated, has mp-rewrite rewrite them, and runs the compiler on what came of
// it.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_WRAPPER_WRAPPER_H
#define MP_TOOL_WRAPPER_WRAPPER_H

#include "wrapper/Process.h"
#include <string>
#include <vector>

namespace mp::tool::wrapper {

struct WrapperOptions {
  bool Show = false;        ///< print the commands instead of running them
  bool KeepSerial = false;  ///< leave refused loops serial
  bool AnnotateAll = false; ///< rewrite every loop that is accepted
};

/// Runs the compiler's command. Where no source is annotated this program
/// becomes the compiler, and wrap doesn't return. Otherwise all is cleaned up
/// when it does.
Ended wrap(const WrapperOptions &Options,
           const std::vector<std::string> &Words);

} // namespace mp::tool::wrapper

#endif
