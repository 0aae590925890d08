//===- Report.h - The verdicts on a file's loops, as plain data -----------===//
//
// Verdicts hold places in Clang's terms and die with the compilation. A report
// holds files, lines and text; --explain and --report=FILE are printed from it.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_REPORT_REPORT_H
#define MP_TOOL_REPORT_REPORT_H

#include "report/Verdict.h"
#include "llvm/Support/raw_ostream.h"
#include <string>
#include <vector>

namespace clang {
class SourceManager;
}

namespace mp::tool {

struct SourcePlace {
  std::string File;
  unsigned Line = 0, Column = 0; ///< from 1; 0: not known
};

struct ReportedVariable {
  std::string Name, Class, Why;
  unsigned Line = 0;
};

struct ReportedRelated {
  SourcePlace Where;
  std::string Message;
};

struct ReportedDiagnostic {
  Severity How = Severity::Error;
  std::string ID;
  SourcePlace Where;
  std::string Message;
  std::vector<ReportedRelated> Notes;
};

struct ReportedLoop {
  SourcePlace Where; ///< of the keyword
  std::string Function;
  std::string Label;
  bool Accepted = false, Closed = false;
  bool LeftSerial = false; ///< accepted, but not rewritten
  std::vector<ReportedVariable> Variables;
  std::vector<unsigned> Head, Tail; ///< lines
  std::vector<std::string> Conditions;
  std::vector<ReportedDiagnostic> Diagnostics;
};

struct Report {
  std::vector<ReportedLoop> Loops;
  std::vector<ReportedDiagnostic> Others; ///< about no loop in particular
};

SourcePlace place(clang::SourceLocation Where, const clang::SourceManager &SM);
ReportedDiagnostic reported(const Message &M, const clang::SourceManager &SM);
ReportedLoop reported(const LoopVerdict &V, const clang::SourceManager &SM);

/// The report for machines; its schema is documented in docs/reference.
void printJson(const Report &R, llvm::raw_ostream &Out);

/// The same for editors and code hosts.
void printSarif(const Report &R, llvm::raw_ostream &Out);

/// The report for people.
void printExplanation(const Report &R, llvm::raw_ostream &Out);

/// How many loops were accepted, and why the others were not, in a few lines.
void printSummary(const Report &R, llvm::raw_ostream &Out);

} // namespace mp::tool

#endif
