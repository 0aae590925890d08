//===- Analyze.h - From a loop's shape to its verdict ---------------------===//
//
// Runs the stages accesses and summaries -> classes -> plan on one loop.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_CLASSES_ANALYZE_H
#define MP_TOOL_CLASSES_ANALYZE_H

#include "report/Verdict.h"
#include <memory>

namespace clang {
class ASTContext;
}

namespace mp::tool {

/// Judges loops of one translation unit; keeps the functions' effect
/// summaries from loop to loop.
class Analyzer {
public:
  /// EveryLoop: not only annotated loops are judged, but any may be.
  explicit Analyzer(clang::ASTContext &Context, bool EveryLoop = false);
  ~Analyzer();

  /// Takes a loop of known shape; fills in everything but Keyword,
  /// FunctionName and Shape. Messages already in Verdict stay.
  void judge(const LoopShape &Shape, LoopVerdict &Verdict);

private:
  struct Implementation;
  std::unique_ptr<Implementation> Impl;
};

} // namespace mp::tool

#endif
