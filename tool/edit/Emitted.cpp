//===- Emitted.cpp - Lines of emitted code under line markers -------------===//
//
// Appends to one string and keeps track of the line that the compiler takes
// itself to be on. A marker is written for each line, so short lines are
// joined; the user's text keeps its column.
//
//===----------------------------------------------------------------------===//

#include "edit/Emitted.h"

namespace mp::tool {

static std::string quoted(llvm::StringRef File) {
  std::string Result = "\"";
  for (char C : File) {
    if (C == '"' || C == '\\')
      Result += '\\';
    Result += C;
  }
  return Result + '"';
}

void Emitted::startLine() {
  if (!Out.empty() && Out.back() != '\n')
    Out += '\n';
}

void Emitted::marker(unsigned Offset, bool System) {
  TextPosition Where = Text.position(Offset);
  startLine();
  if (Out.empty())
    Out += '\n';
  Out += "# " + std::to_string(Where.Line) + ' ' + quoted(Where.File);
  if (System || Text.inSystemHeader())
    Out += " 3";
  Out += '\n';
  Line = Where.Line;
  Joinable = false;
}

void Emitted::emittedFor(unsigned Offset) {
  marker(Offset, /*System=*/true);
  AtMarker = true;
}

/// Short lines share one, since each needs a marker of its own.
static constexpr size_t Width = 96;

void Emitted::line(llvm::StringRef Code) {
  if (Joinable) {
    size_t Start = Out.rfind('\n') + 1;
    if (Out.size() - Start + 1 + Code.size() <= Width) {
      Out += ' ';
      Out += Code;
      return;
    }
  }
  startLine();
  if (!AtMarker)
    Out += "# " + std::to_string(Line) + '\n';
  Out += Indent;
  Out += Code;
  AtMarker = false;
  Joinable = true;
}

void Emitted::directive(llvm::StringRef Directive) {
  startLine();
  Out += Directive;
  Out += '\n';
  AtMarker = false;
  Joinable = false;
}

void Emitted::copied(unsigned Offset, llvm::StringRef UserText) {
  marker(Offset, /*System=*/true);
  Out += Text.indentTo(Offset);
  Out += UserText;
  AtMarker = false;
}

void Emitted::ownText(unsigned Offset, llvm::StringRef UserText,
                      llvm::StringRef Prefix) {
  marker(Offset, /*System=*/false);
  std::string Blank = Text.indentTo(Offset);
  Out +=
      llvm::StringRef(Blank).drop_back(std::min(Blank.size(), Prefix.size()));
  Out += Prefix;
  Out += UserText;
  AtMarker = false;
}

void Emitted::backTo(unsigned Offset) {
  if (Text.endsLine(Offset)) {
    // The line's own end follows and ends the marker.
    TextPosition Where = Text.position(Offset);
    startLine();
    Out += "# " + std::to_string(Where.Line + 1) + ' ' + quoted(Where.File);
    if (Text.inSystemHeader())
      Out += " 3";
    return;
  }
  marker(Offset, /*System=*/false);
  Out += Text.indentTo(Offset);
}

} // namespace mp::tool
