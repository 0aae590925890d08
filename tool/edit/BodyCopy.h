//===- BodyCopy.h - The copy of a loop's body that workers run ------------===//
//
// Workers run the user's body with two changes: a statement that leaves the
// loop stops the worker, and a tail statement logs its values. Which ones they
// are is in the plan, the text of the log is CallText's; here they become
// edits.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_EDIT_BODYCOPY_H
#define MP_TOOL_EDIT_BODYCOPY_H

#include "edit/LoopText.h"
#include "plan/Plan.h"
#include <optional>
#include <vector>

namespace mp::tool {

class CallText;
class Diagnoser;

/// The body with what ends it. Nothing, and a message, where that text can't be
/// copied: half of it from a macro, say, or between conditional directives.
std::optional<Span> bodySpan(const clang::Stmt &Body, const LoopText &Text,
                             Diagnoser &Diags);

/// Adds what changes in the copy: exits, and statements that run in the parent.
bool addBodyEdits(const LoopPlan &Plan, const LoopText &Text,
                  const CallText &Call, Diagnoser &Diags,
                  std::vector<TextEdit> &Edits);

} // namespace mp::tool

#endif
