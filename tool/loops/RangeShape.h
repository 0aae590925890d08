//===- RangeShape.h - Taking a range-for loop apart -----------------------===//
//
// The part of the first stage for `for (x : range)`: the loop over the range's
// iterators that the language defines it to be. LoopShape.h has what comes out.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_LOOPS_RANGESHAPE_H
#define MP_TOOL_LOOPS_RANGESHAPE_H

namespace clang {
class ASTContext;
class CXXForRangeStmt;
} // namespace clang

namespace mp::tool {

class Diagnoser;
struct LoopShape;

/// Fills in Shape for a range-for loop, or says why it can't.
bool shapeRange(const clang::CXXForRangeStmt &Loop,
                const clang::ASTContext &Context, Diagnoser &Diags,
                LoopShape &Shape);

} // namespace mp::tool

#endif
