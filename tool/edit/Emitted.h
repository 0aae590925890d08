//===- Emitted.h - Lines of emitted code under line markers ---------------===//
//
// Emitted code stands under line markers: every line of it counts as the line
// of the user's text that it was made for, so that debuggers and coverage stay
// on that line, and it is marked as a system header's, so that what the
// compiler has to say about the user's text it says once.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_EDIT_EMITTED_H
#define MP_TOOL_EDIT_EMITTED_H

#include "edit/LoopText.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace mp::tool {

class Emitted {
public:
  explicit Emitted(const LoopText &Text) : Text(Text) {}

  /// Emitted lines follow that count as the line of Offset.
  void emittedFor(unsigned Offset);
  /// Emitted code: a line of its own, or the end of the one before.
  void line(llvm::StringRef Code);
  /// A directive of the preprocessor.
  void directive(llvm::StringRef Directive);
  /// What follows begins a line.
  void breakLine() { Joinable = false; }
  /// Text of the user's that stands at Offset follows as part of the emitted
  /// code, on its own line and column.
  void copied(unsigned Offset, llvm::StringRef UserText);
  /// Text of the user's that is moved, not copied, behind Prefix: no part of
  /// the emitted code.
  void ownText(unsigned Offset, llvm::StringRef UserText,
               llvm::StringRef Prefix);
  /// The user's own text, from Offset on, follows behind all this.
  void backTo(unsigned Offset);
  /// Text as it is, no marker.
  void raw(llvm::StringRef Code) { Out += Code; }

  void indent() { Indent += "  "; }
  void outdent() { Indent.resize(Indent.size() - 2); }
  void setIndent(llvm::StringRef Blank) { Indent = Blank.str(); }

  std::string take() { return std::move(Out); }

private:
  void startLine();
  void marker(unsigned Offset, bool System);

  const LoopText &Text;
  std::string Out, Indent;
  unsigned Line = 0;     ///< that emitted lines count as
  bool Joinable = false; ///< the last line is emitted code
  bool AtMarker = false; ///< a marker for Line has just been written
};

} // namespace mp::tool

#endif
