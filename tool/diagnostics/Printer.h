//===- Printer.h - Messages as the compiler prints them -------------------===//
//
// The tool's messages have a DiagnosticsEngine of their own beside the
// compilation's, with the same look. So `-w`, `-Werror`, `-Wno-everything` and
// `#pragma GCC diagnostic` in the user's code or flags neither hide a warning
// of ours nor make an error of it, and an error of ours is none of the
// compilation's.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_DIAGNOSTICS_PRINTER_H
#define MP_TOOL_DIAGNOSTICS_PRINTER_H

#include "diagnostics/Diagnoser.h"
#include "clang/Basic/Diagnostic.h"
#include <memory>

namespace clang {
class CompilerInstance;
class TextDiagnosticPrinter;
} // namespace clang

namespace mp::tool {

class Printer {
public:
  /// Prints to stderr while CI, whose source files the messages are about,
  /// lives.
  explicit Printer(clang::CompilerInstance &CI);
  ~Printer();

  /// Prints M with its notes and fix-it; as a warning whatever it is when
  /// ErrorsAsWarnings.
  void print(const Message &M, bool ErrorsAsWarnings);

private:
  std::unique_ptr<clang::TextDiagnosticPrinter> Client;
  std::unique_ptr<clang::DiagnosticsEngine> Engine;
  unsigned Error, Warning, Note;
};

} // namespace mp::tool

#endif
