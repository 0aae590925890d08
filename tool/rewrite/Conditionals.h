//===- Conditionals.h - Text that other compilers read differently --------===//
//
// Loops are judged as Clang reads them and compiled by any compiler. Inside a
// loop `#ifdef __clang__` would make these two different loops.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_REWRITE_CONDITIONALS_H
#define MP_TOOL_REWRITE_CONDITIONALS_H

#include "clang/Basic/SourceLocation.h"

namespace clang {
class LangOptions;
class SourceManager;
} // namespace clang

namespace mp::tool {

/// The first directive in Range (file locations) whose condition depends on
/// which compiler reads it; an invalid location when there is none.
clang::SourceLocation compilerConditional(clang::SourceRange Range,
                                          const clang::SourceManager &SM,
                                          const clang::LangOptions &Language);

} // namespace mp::tool

#endif
