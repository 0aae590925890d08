//===- JudgeLoops.h - From the annotated loops to verdicts and edits ------===//
//
// Runs the stages shape -> analysis -> edits on every instantiation of every
// annotated loop, and makes one verdict of what they say: a loop is accepted
// when each instantiation is and all need the same edits.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_REWRITE_JUDGELOOPS_H
#define MP_TOOL_REWRITE_JUDGELOOPS_H

#include "report/Verdict.h"
#include "rewrite/FindLoops.h"
#include "clang/Tooling/Core/Replacement.h"
#include <vector>

namespace clang {
class ASTContext;
}

namespace mp::tool {

class Analyzer;
class AttributeLog;

struct JudgedLoops {
  std::vector<LoopVerdict> Verdicts; ///< in the order of the text
  std::vector<Message> Others; ///< about attributes that stand before no loop
  clang::tooling::Replacements Edits; ///< of the main file
  bool AnyAccepted = false, AnyRefused = false;
};

/// Which loops are judged, and what becomes of them.
struct JudgeOptions {
  /// Refused loops are warned about and left as they are, without their
  /// attributes.
  bool KeepSerial = false;
  /// Loops without attributes are judged as well, as if they had
  /// mp::parallel_map.
  bool EveryLoop = false;
  /// With EveryLoop: those that are accepted are rewritten, too, unless there
  /// is a warning that nobody has looked at. (Without: each is judged by
  /// itself, also inside of an accepted one.)
  bool AnnotateAll = false;
};

JudgedLoops judgeLoops(clang::ASTContext &Context, AttributeLog &Log,
                       const JudgeOptions &Options);

} // namespace mp::tool

#endif
