//===- MacroTokens.h - What the user's macros expanded to -----------------===//
//
// No edit can be made inside of a macro's definition, nor in an argument that
// it may use twice or make a string of. Where a loop needs one there, the
// macro's invocation is replaced by its expansion, as it was recorded here.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_EDIT_MACROTOKENS_H
#define MP_TOOL_EDIT_MACROTOKENS_H

#include "clang/Basic/SourceLocation.h"
#include "clang/Lex/Token.h"
#include "llvm/ADT/DenseMap.h"
#include <vector>

namespace clang {
class Preprocessor;
class SourceManager;
} // namespace clang

namespace mp::tool {

class MacroTokens {
public:
  struct Recorded {
    clang::Token Token;
    /// It names a macro, which would be expanded once more.
    bool NamesMacro = false;
    /// That macro takes arguments: it is expanded only in front of a
    /// parenthesis.
    bool FunctionLike = false;
  };

  /// Becomes the record of the parse that is going on in this thread.
  explicit MacroTokens(clang::Preprocessor &PP);
  ~MacroTokens();
  MacroTokens(const MacroTokens &) = delete;
  MacroTokens &operator=(const MacroTokens &) = delete;

  /// The record of the parse that is going on, or null.
  static const MacroTokens *current();

  /// A token of the preprocessed text, in order.
  void token(const clang::Token &Tok);

  /// The tokens that the invocation at Begin, in a file, expanded to; null:
  /// none were seen.
  const std::vector<Recorded> *expansion(clang::SourceLocation Begin) const;

  /// Where `__COUNTER__` was expanded, in files.
  const std::vector<clang::SourceLocation> &counters() const {
    return Counters;
  }

private:
  class Watcher;

  const clang::Preprocessor &PP;
  const clang::SourceManager &SM;
  MacroTokens *Previous;
  llvm::DenseMap<clang::SourceLocation, std::vector<Recorded>> Expansions;
  std::vector<clang::SourceLocation> Counters;
};

} // namespace mp::tool

#endif
