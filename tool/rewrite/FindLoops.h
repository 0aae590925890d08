//===- FindLoops.h - The annotated loops of a translation unit ------------===//
//
// A loop in a template is found once as written (the *pattern*) and once for
// each instantiation. All that stand at one place in the text are one
// AnnotatedLoop: one text has to serve them all.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_REWRITE_FINDLOOPS_H
#define MP_TOOL_REWRITE_FINDLOOPS_H

#include "clang/Basic/SourceLocation.h"
#include <string>
#include <vector>

namespace clang {
class ASTContext;
class AttributedStmt;
class FunctionDecl;
} // namespace clang

namespace mp::tool {

struct LoopInstance {
  const clang::AttributedStmt *Site = nullptr;
  const clang::FunctionDecl *Function =
      nullptr; ///< a lambda's call operator too
};

struct AnnotatedLoop {
  clang::SourceLocation AsWritten; ///< of the keyword, perhaps in a macro
  clang::SourceLocation Keyword; ///< where the loop begins, in file coordinates
  clang::SourceRange Extent;     ///< of the whole loop, in file coordinates
  std::vector<LoopInstance> Patterns;
  std::vector<LoopInstance> Instances; ///< complete code: what is judged
};

/// The loops with mp::parallel_map, in the order of the text. Looks through the
/// main file only, unless Everywhere.
std::vector<AnnotatedLoop> findLoops(clang::ASTContext &Context,
                                     bool Everywhere);

/// All loops that stand in the main file, as if each were annotated.
std::vector<AnnotatedLoop> findEveryLoop(clang::ASTContext &Context);

/// A function's name for people: qualified, `lambda in f` for lambdas.
std::string describe(const clang::FunctionDecl *Function);

} // namespace mp::tool

#endif
