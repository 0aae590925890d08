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

/// KeepSerial: the attributes of refused loops are taken out of the text.
JudgedLoops judgeLoops(clang::ASTContext &Context, AttributeLog &Log,
                       bool KeepSerial);

} // namespace mp::tool

#endif
