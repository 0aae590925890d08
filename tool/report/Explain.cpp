//===- Explain.cpp - The verdicts for people ------------------------------===//
//
//     sim.cpp:12: loop in 'run': accepted
//       in order before (head):  lines 12, 14
//       in order after (tail):   line 17
//       variables:
//         out    slot   line 15  no other iteration writes these elements
//         sum    tail   line 17
//       conditions:
//         'out' and 'in' don't overlap
//
//===----------------------------------------------------------------------===//

#include "report/Report.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"
#include <map>

namespace mp::tool {

static void printLines(llvm::StringRef Title,
                       const std::vector<unsigned> &Lines,
                       llvm::raw_ostream &Out) {
  if (Lines.empty())
    return;
  Out << "  " << llvm::left_justify(Title, 25)
      << (Lines.size() == 1 ? "line " : "lines ");
  for (size_t I = 0; I < Lines.size(); ++I)
    Out << (I ? ", " : "") << Lines[I];
  Out << '\n';
}

static void printVariables(const std::vector<ReportedVariable> &Variables,
                           llvm::raw_ostream &Out) {
  if (Variables.empty())
    return;
  size_t Name = 0, Class = 0, Line = 0;
  for (const ReportedVariable &V : Variables) {
    Name = std::max(Name, V.Name.size());
    Class = std::max(Class, V.Class.size());
    Line = std::max(Line, std::to_string(V.Line).size());
  }
  Out << "  variables:\n";
  for (const ReportedVariable &V : Variables) {
    std::string Text;
    llvm::raw_string_ostream S(Text);
    S << "    " << llvm::left_justify(V.Name, Name) << "  "
      << llvm::left_justify(V.Class, Class) << "  ";
    if (V.Line)
      S << "line " << llvm::left_justify(std::to_string(V.Line), Line);
    else
      S << std::string(5 + Line, ' ');
    S << "  " << V.Why;
    Out << llvm::StringRef(Text).rtrim() << '\n';
  }
}

/// The messages themselves have gone to stderr.
static void printDiagnostics(const std::vector<ReportedDiagnostic> &All,
                             llvm::raw_ostream &Out) {
  for (const ReportedDiagnostic &D : All) {
    Out << "  "
        << llvm::left_justify(D.How == Severity::Error ? "error:" : "warning:",
                              25)
        << D.ID;
    if (D.Where.Line)
      Out << " in line " << D.Where.Line;
    Out << '\n';
  }
}

static void printLoop(const ReportedLoop &L, llvm::raw_ostream &Out) {
  Out << L.Where.File << ':' << L.Where.Line << ": loop";
  if (!L.Label.empty())
    Out << " \"" << L.Label << '"';
  if (!L.Function.empty())
    Out << " in '" << L.Function << '\'';
  Out << ": " << (L.Accepted ? "accepted" : "refused") << '\n';
  printLines("in order before (head):", L.Head, Out);
  printLines("in order after (tail):", L.Tail, Out);
  printVariables(L.Variables, Out);
  if (!L.Conditions.empty()) {
    Out << "  conditions:\n";
    for (const std::string &Condition : L.Conditions)
      Out << "    " << Condition << '\n';
  }
  printDiagnostics(L.Diagnostics, Out);
}

void printExplanation(const Report &R, llvm::raw_ostream &Out) {
  for (const ReportedDiagnostic &D : R.Others) {
    Out << D.Where.File << ':' << D.Where.Line << ": no loop\n";
    printDiagnostics({D}, Out);
  }
  for (const ReportedLoop &L : R.Loops)
    printLoop(L, Out);
}

void printSummary(const Report &R, llvm::raw_ostream &Out) {
  size_t Accepted = 0, Warned = 0;
  std::map<std::string, size_t> Reasons;
  for (const ReportedLoop &L : R.Loops) {
    const bool Any = !L.Diagnostics.empty();
    Accepted += L.Accepted;
    Warned += L.Accepted && Any;
    if (L.Accepted)
      continue;
    // The first error is the reason; the others often follow from it.
    auto First = llvm::find_if(
        L.Diagnostics, [](const auto &D) { return D.How == Severity::Error; });
    ++Reasons[First == L.Diagnostics.end() ? "" : First->ID];
  }
  Out << R.Loops.size() << " loop" << (R.Loops.size() == 1 ? "" : "s") << ": "
      << Accepted << " accepted";
  if (Warned)
    Out << " (" << Warned << " with a warning)";
  Out << ", " << R.Loops.size() - Accepted << " refused";
  std::vector<std::pair<std::string, size_t>> Sorted(Reasons.begin(),
                                                     Reasons.end());
  llvm::stable_sort(
      Sorted, [](const auto &A, const auto &B) { return A.second > B.second; });
  for (size_t K = 0; K < Sorted.size(); ++K)
    Out << (K ? ", " : ": ") << Sorted[K].second << ' ' << Sorted[K].first;
  Out << '\n';
}

} // namespace mp::tool
