//===- Prologue.h - Where the runtime's header is included ----------------===//
//
// Rewritten text includes <mp/parallel_map.hpp>. That line can't simply be the
// first: what a file defines before its own includes (`_FILE_OFFSET_BITS`,
// `_GLIBCXX_DEBUG`, `NDEBUG`, ...) has to be seen by every standard header. It
// goes behind the last include of the block that a source file begins with,
// outside of any conditional, and at the top where there is no such block.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_REWRITE_PROLOGUE_H
#define MP_TOOL_REWRITE_PROLOGUE_H

#include "clang/Basic/SourceLocation.h"
#include <optional>

namespace clang {
class Preprocessor;
class Token;
} // namespace clang

namespace mp::tool {

/// Watches the main file's directives while it is preprocessed.
class Prologue {
public:
  /// Begins to watch PP, which must not have been started.
  explicit Prologue(clang::Preprocessor &PP);

  /// A token of the preprocessed text, in order.
  void token(const clang::Token &Tok);

  /// Offset in the main file of the line before which the include goes.
  unsigned offset() const { return Offset; }

private:
  class Watcher;

  void include(clang::SourceLocation Hash);
  void conditional(clang::SourceLocation Where, int Step);
  void settle();
  bool watching(clang::SourceLocation Where) const;

  clang::Preprocessor &PP;
  bool Done = false; ///< the first declaration of the main file was seen
  bool IncludeInside =
      false;            ///< an include inside the conditionals that are open
  int Conditionals = 0; ///< open in the main file
  int Nesting = 0;      ///< open braces and parentheses, over all files
  std::optional<unsigned> Candidate; ///< taken if nothing is open by then
  unsigned Offset = 0;
};

} // namespace mp::tool

#endif
