//===- Reconcile.h - One plan for all instantiations of a loop ------------===//
//
// A loop in a template has one text, so what is emitted for it has to be right
// for every instantiation. Where their plans differ in what does no harm, each
// gets what any of them needs.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_PLAN_RECONCILE_H
#define MP_TOOL_PLAN_RECONCILE_H

#include "plan/Plan.h"
#include <vector>

namespace mp::tool {

/// Makes the plans of a loop's instantiations alike as far as that can be done.
void reconcile(const std::vector<LoopPlan *> &Plans);

} // namespace mp::tool

#endif
