//===- PlanExits.cpp - Ways out of the loop -------------------------------===//
//
// Every break, return and goto in the body that ends the loop. In the copy of
// the body each stops the worker; the parent then runs the iteration itself.
//
//===----------------------------------------------------------------------===//

#include "loops/Exits.h"
#include "plan/BuildPlan.h"

using namespace clang;

namespace mp::tool {

void PlanBuilder::exits(LoopPlan &Plan) {
  for (const Jump &J : Jumps::of(Shape.Body).All) {
    bool Break = J.What == Jump::Kind::Break;
    Plan.LeavesByBreak |= Break;
    if (Break || J.What == Jump::Kind::Return ||
        (J.What == Jump::Kind::Goto && !J.StaysInside))
      Plan.Exits.push_back({J.Where});
  }
  for (const Stmt *Throw : throwsOut(Shape.Body, C))
    Plan.Exits.push_back({Throw});
}

} // namespace mp::tool
