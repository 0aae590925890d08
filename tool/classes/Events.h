//===- Events.h - Effects that are not accesses ---------------------------===//
//
// Printing, files, calls into the unknown, freeing, jumping: each is harmless,
// worth a warning, or refuses the loop.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_CLASSES_EVENTS_H
#define MP_TOOL_CLASSES_EVENTS_H

#include "diagnostics/Diagnoser.h"
#include "effects/Effects.h"
#include "loops/LoopShape.h"

namespace mp::tool {

/// Reports what the events of a loop's body mean. True when an iteration may
/// leave the loop early.
void reportEvents(const LoopShape &Shape, const Effects &E, Diagnoser &Diags);

} // namespace mp::tool

#endif
