//===- Verdict.h - What was decided about one loop ------------------------===//
//
// The output of the analysis, for --explain, the report and the editor.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_REPORT_VERDICT_H
#define MP_TOOL_REPORT_VERDICT_H

#include "diagnostics/Diagnoser.h"
#include "loops/LoopShape.h"
#include "plan/Plan.h"
#include <memory>

namespace mp::tool {

/// One outer variable and its class (input, loop, slot, fold, tail, scratch,
/// carried).
struct VariableClass {
  std::string Name;
  std::string Class;
  clang::SourceLocation Where; ///< the line that decides it
  std::string Why;             ///< one clause, for --explain
};

struct LoopVerdict {
  clang::SourceLocation Keyword; ///< of `for`
  std::string FunctionName;
  bool Accepted = false;
  bool Closed = false;
  bool Implied = false;    ///< judged as if annotated
  bool LeftSerial = false; ///< accepted, but not to be rewritten
  std::vector<VariableClass> Variables;
  std::vector<clang::SourceLocation> Head, Tail;
  std::vector<std::string> Conditions; ///< run-time conditions, as text
  std::vector<Message> Messages;
  std::unique_ptr<LoopShape> Shape; ///< null when refused by shape
  std::unique_ptr<LoopPlan> Plan;   ///< null when refused
};

} // namespace mp::tool

#endif
