//===- Header.h - The header of a loop, as text ---------------------------===//
//
// What becomes of `for (int i = 0; i < n; ++i)`: the part that moves out, the
// arguments of mp::start, the edits of the native loop's header and the header
// of the chunk loop. A range loop becomes an iterator loop over mp_it.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_EDIT_HEADER_H
#define MP_TOOL_EDIT_HEADER_H

#include "edit/LoopText.h"
#include <optional>
#include <string>
#include <vector>

namespace mp::tool {

class Diagnoser;
struct LoopPlan;

struct Header {
  unsigned Keyword = 0; ///< offset of `for`
  std::string Name;     ///< of the variable that is counted: i, mp_it
  /// The init part with its semicolon, moved out in front; empty: there is
  /// none.
  Span Moved;
  std::string Start; ///< arguments of mp::start behind the site
  bool Inclusive = false;

  /// Edits in the native header, and where its condition is.
  std::vector<TextEdit> NativeEdits;
  Span WholeCondition;

  // The chunk loop.
  std::string Condition, Advance;
  std::string Parameter, EndParameter; ///< of the body's lambda
  std::string ExtraCapture;
  std::string Enter; ///< statement in front of the chunk loop

  /// What stands in the place of `while`; empty: the keyword stays.
  std::string OtherKeyword;

  // Heads that are repeated (docs/internals/rewritten-code.md).
  std::string Setup;  ///< declares the counter that the program does not have
  std::string Goes;   ///< the user's condition, where that decides the end
  std::string Repeat; ///< statements that do what one iteration does to it

  // Range loops only.
  bool IsRange = false;
  Span RangeText;         ///< the expression behind the colon
  std::string RangeSetup; ///< declares mp_it, once mp_range is there
  Span Declaration;       ///< `const auto &x`
};

/// Nothing, and a message, where the header's text can't be taken apart.
std::optional<Header> readHeader(const LoopPlan &Plan, const LoopText &Text,
                                 Diagnoser &Diags);

} // namespace mp::tool

#endif
