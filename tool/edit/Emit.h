//===- Emit.h - The text of a rewritten loop ------------------------------===//
//
// The last stage: turns a plan into replacements of the user's text. Decides
// nothing; whatever it can't express in text it says so with mp-macro or
// mp-construct, and the loop is refused.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_EDIT_EMIT_H
#define MP_TOOL_EDIT_EMIT_H

#include "diagnostics/Diagnoser.h"
#include "plan/Plan.h"
#include "clang/Tooling/Core/Replacement.h"

namespace clang {
class ASTContext;
}

namespace mp::tool {

/// Adds the edits for one accepted loop to Edits. False (and a message) when
/// the loop's text can't be edited, because it comes from a macro, say.
bool emitLoop(const LoopPlan &Plan, clang::ASTContext &Context,
              Diagnoser &Diags, clang::tooling::Replacements &Edits);

} // namespace mp::tool

#endif
