//===- CallText.h - The parts of the call that hands iterations out -------===//
//
// Captures, slots, checks, tails and the statements that log for them, as C++
// text: one function for each thing that docs/internals/rewritten-code.md
// names.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_EDIT_CALLTEXT_H
#define MP_TOOL_EDIT_CALLTEXT_H

#include "edit/LoopText.h"
#include "edit/TypeText.h"
#include "plan/Plan.h"
#include "llvm/ADT/MapVector.h"
#include <optional>
#include <string>
#include <vector>

namespace mp::tool {

class Diagnoser;
struct Header;
struct LoopShape;

/// The value is a variable, and the tail's parameter has its name.
bool isNamed(const TailValue &V);

/// Makes the text of one loop's call.
class CallText {
public:
  /// Common are edits that hold in every copy of the user's text.
  CallText(const LoopPlan &Plan, const LoopText &Text,
           const std::vector<TextEdit> &Common, Diagnoser &Diags);

  /// `mp::shadow mp_sum(sum);` for each scalar that tails update.
  std::vector<std::string> shadows() const;
  /// `[in, &out, this]` of the body's copy.
  std::string bodyCaptures(const Header &H) const;
  /// A head that is repeated: the copies that workers have of what it changes,
  /// the call that runs it ahead, and the statement that brings it to iteration
  /// To: from At, or from where the native text stands where At is empty.
  std::vector<std::string> headCopies(const Header &H) const;
  /// `mp::places<..> mp_found0;` for elements that lookAhead lists.
  std::vector<std::string> lists() const;
  std::string lookAhead(const Header &H) const;
  std::string catchUp(const Header &H, llvm::StringRef At,
                      llvm::StringRef To) const;
  /// The parts of the body that belong to the head, without the rest of it.
  std::string bodyHead(const clang::Stmt *S) const;
  /// What replaces tail N's statement in the body's copy.
  std::optional<std::string> log(unsigned N) const;
  /// What follows the chunk's loop for tail N, a last value.
  std::string logLast(unsigned N) const;
  /// The lambda of tail N up to its body, its body's text, and where that text
  /// stands in the user's source (none: it doesn't).
  struct Tail {
    std::string Head, Body;
    std::optional<unsigned> Offset;
  };
  std::optional<Tail> tail(unsigned N) const;
  /// `mp::slots(...)` for each result, `mp::reads(...)` and so on for each
  /// check.
  std::vector<std::string> results() const;
  std::vector<std::string> checks() const;

private:
  std::optional<std::string> capture(const Capture &C, bool InTail) const;
  std::string captures(const std::vector<Capture> &List, bool InTail,
                       llvm::StringRef Extra = {}) const;
  std::optional<std::string> value(const TailValue &V) const;
  std::optional<std::string> parameterType(const TailValue &V) const;
  std::string range(llvm::StringRef Function, const RangeText &R) const;
  bool refuseText(clang::SourceLocation Where, llvm::StringRef What) const;

  const LoopPlan &Plan;
  const LoopText &Text;
  const std::vector<TextEdit> &Common;
  Diagnoser &Diags;
  DependentTypes Dependent;
  llvm::MapVector<const clang::ValueDecl *, std::string> ShadowNames;
  llvm::MapVector<const clang::ValueDecl *, std::string> HeadNames;
};

} // namespace mp::tool

#endif
