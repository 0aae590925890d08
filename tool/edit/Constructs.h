//===- Constructs.h - What can't be copied into a worker ------------------===//
//
// The copy of the body stands in a lambda. Most of C++ means the same there;
// this finds what doesn't, and what has to be written differently.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_EDIT_CONSTRUCTS_H
#define MP_TOOL_EDIT_CONSTRUCTS_H

#include "edit/LoopText.h"
#include "plan/Plan.h"
#include <vector>

namespace mp::tool {

class Diagnoser;

/// `__func__` or one of its kin in the body: in the copy it would name the
/// lambda.
struct FunctionName {
  std::string Spelled;  ///< `__func__`
  std::string Held;     ///< `mp_func`, which holds its value
  bool InMacro = false; ///< a macro of that name has to stand for it
};

/// What the copy of a body needs besides the plan.
struct CopyNeeds {
  /// Edits of the user's text that hold wherever it is copied.
  std::vector<TextEdit> Edits;
  /// Those of them that take the attributes of inner loops out.
  std::vector<TextEdit> InnerAttributes;
  std::vector<FunctionName> FunctionNames;
};

/// False, and messages, where Plan's loop can't be copied.
bool checkConstructs(const LoopPlan &Plan, const LoopText &Text,
                     Diagnoser &Diags, CopyNeeds &Needs);

} // namespace mp::tool

#endif
