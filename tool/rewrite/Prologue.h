//===- Prologue.h - Where the runtime's header is included ----------------===//
//
// Rewritten text includes <mp/parallel_map.hpp>. That line can't simply be the
// first: what a file defines before its own includes (`_FILE_OFFSET_BITS`,
// `_GLIBCXX_DEBUG`, `NDEBUG`, ...) has to be seen by every standard header. It
// goes behind the last include of the block that a source file begins with,
// outside of any conditional, and at the top where there is no such block.
//
// Macros of the user's that are defined there are put aside for the header, if
// they may be named like something in it: `N`, `ref`. Those in capitals, such
// as the ones above, are not.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_REWRITE_PROLOGUE_H
#define MP_TOOL_REWRITE_PROLOGUE_H

#include "clang/Basic/SourceLocation.h"
#include <map>
#include <optional>
#include <string>
#include <vector>

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

  /// The macros to be put aside there, by name.
  std::vector<std::string> macros() const;

private:
  class Watcher;

  void include(clang::SourceLocation Hash);
  void conditional(clang::SourceLocation Where, int Step);
  void defined(llvm::StringRef Name, clang::SourceLocation Where);
  void undefined(llvm::StringRef Name);
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
  /// Macros in force, with their offset in the main file; 0: from elsewhere.
  std::map<std::string, unsigned> Macros, MacrosThere;
};

} // namespace mp::tool

#endif
