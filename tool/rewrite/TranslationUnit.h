//===- TranslationUnit.h - One source file from text to text --------------===//
//
// Parses a file with Clang, judges its annotated loops, prints what there is
// to say, and makes the rewritten text.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_REWRITE_TRANSLATIONUNIT_H
#define MP_TOOL_REWRITE_TRANSLATIONUNIT_H

#include "report/Report.h"
#include "rewrite/JudgeLoops.h"
#include "clang/Frontend/FrontendAction.h"
#include <memory>
#include <string>

namespace mp::tool {

struct RewriteResult {
  bool Compiled = false;  ///< the source has no errors of its own
  bool Annotated = false; ///< there are mp attributes outside of system headers
  bool Refused = false;   ///< a loop was refused, or an attribute is wrong
  bool Rewritten = false; ///< Text differs from Original
  std::string Original, Text;
  Report Verdicts;
};

/// The action that fills in Result.
std::unique_ptr<clang::FrontendAction>
makeRewriteAction(RewriteResult &Result, const JudgeOptions &Options);

} // namespace mp::tool

#endif
