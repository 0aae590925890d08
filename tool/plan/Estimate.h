//===- Estimate.h - How long one iteration takes at most, roughly ---------===//
//
// A guess from the source alone, for loops so cheap that it is enough to know
// how many iterations there are: the runtime then leaves them to the native
// loop without timing them. Whatever can't be bounded has no estimate, and is
// timed.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_PLAN_ESTIMATE_H
#define MP_TOOL_PLAN_ESTIMATE_H

namespace clang {
class ASTContext;
class Stmt;
} // namespace clang

namespace mp::tool {

/// Nanoseconds that Body takes at most on a present-day machine whose caches
/// hold what it reads, within a factor of about ten; 0: it can't be said, or it
/// is so much that it is better timed.
double estimateNs(const clang::Stmt &Body, clang::ASTContext &C);

} // namespace mp::tool

#endif
