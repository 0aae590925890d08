//===- AttributeLog.h - Every mp:: attribute in a translation unit --------===//
//
// Clang only warns about an attribute that it doesn't know, and drops one that
// stands where it has no meaning. A misspelt mp:: attribute must not silently
// leave a loop serial, or take a promise such as `scratch` out of it. So every
// mp:: attribute is noticed in the stream of tokens, and whatever Clang did not
// hand to one of our handlers is an error.
//
// Words: a *use* is one attribute as written; a *run* is the attribute lists
// (`[[..]] [[..]]`) that stand side by side in front of one statement.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_ATTRIBUTES_ATTRIBUTELOG_H
#define MP_TOOL_ATTRIBUTES_ATTRIBUTELOG_H

#include "diagnostics/Diagnoser.h"
#include "clang/Basic/SourceLocation.h"
#include <string>
#include <vector>

namespace clang {
class Stmt;
class Token;
} // namespace clang

namespace mp::tool {

/// One mp:: attribute as written.
struct AttributeUse {
  std::string Name;               ///< without `mp::`
  clang::SourceLocation Where;    ///< of the name
  clang::SourceLocation ScopeLoc; ///< of `mp`
  bool Handled = false;           ///< Clang gave it to its handler
};

/// Neighbouring attribute lists of which at least one has an mp:: attribute.
struct AttributeRun {
  clang::SourceLocation Begin, End; ///< the first `[` and the last `]` of the
                                    ///< lists that hold mp attributes
  std::vector<AttributeUse> Uses;
  const clang::Stmt *Statement =
      nullptr;        ///< what they stand before, as first parsed
  Diagnoser Problems; ///< errors in the attributes themselves

  const AttributeUse *find(llvm::StringRef Name) const;
};

/// What can be annotated.
bool isLoop(const clang::Stmt *S);

/// Collects the runs of one translation unit while it is parsed.
class AttributeLog {
public:
  /// Becomes the log of the parse that is going on in this thread.
  AttributeLog();
  ~AttributeLog();
  AttributeLog(const AttributeLog &) = delete;
  AttributeLog &operator=(const AttributeLog &) = delete;

  /// The log of the parse that is going on, or null. (Clang creates the
  /// handlers of attributes, so nothing can be passed to them.)
  static AttributeLog *current();

  /// A token of the preprocessed text, in order.
  void token(const clang::Token &Tok);

  /// A handler was called for an attribute with this name and source range.
  /// Returns its run and sets NameLoc, or null when the log has not seen it.
  AttributeRun *handled(llvm::StringRef Name, clang::SourceRange Where,
                        const clang::Stmt *Statement,
                        clang::SourceLocation &NameLoc);

  /// After parsing: reports unknown, misplaced, repeated and unsupported
  /// attributes, and such without parallel_map, into their runs.
  void check();

  bool empty() const { return Runs.empty(); }
  std::vector<AttributeRun> &runs() { return Runs; }
  /// The run that the attribute at Where is part of, or null.
  AttributeRun *find(clang::SourceRange Where);

private:
  enum class State {
    Outside,
    FirstBracket,
    Name,
    ScopedName,
    UsingName,
    UsingColon,
    AfterName,
    FirstClose
  };

  void finishList(clang::SourceLocation End);

  std::vector<AttributeRun> Runs;
  AttributeLog *Previous;

  State Where = State::Outside;
  unsigned Depth = 0; ///< of parentheses, brackets and braces inside an
                      ///< attribute's arguments
  bool RunOpen =
      false; ///< the lists just before this token are part of Runs.back()
  bool UsingOurs = false; ///< `using mp:`
  bool ScopeOurs = false;
  clang::SourceLocation ListBegin, ScopeLoc, UsingLoc;
  std::vector<AttributeUse> Pending;
};

} // namespace mp::tool

#endif
