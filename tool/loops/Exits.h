//===- Exits.h - Statements by which control leaves another ---------------===//
//
// Lists the jumps in a statement. What follows from them is for those to say
// who ask: whether the loop may be left early (classes/Events), what stops a
// worker (plan/PlanExits), whether an inner loop's body runs as often as its
// header says (effects/WalkLoops), whether the statement can move to the parent
// (classes/TailSplit).
//
// What an inner function does (a lambda, a member of a local class) is not the
// statement's, and neither is a break or continue that a loop or switch in it
// takes. Calls that don't return are found by the walker, as events.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_LOOPS_EXITS_H
#define MP_TOOL_LOOPS_EXITS_H

#include <initializer_list>
#include <vector>

namespace clang {
class ASTContext;
class Stmt;
} // namespace clang

namespace mp::tool {

struct Jump {
  enum class Kind {
    Break,
    Continue,
    Return,
    Goto,  ///< a computed one, too
    Label, ///< where a goto may arrive
    Throw  ///< whether it is caught or not
  };
  Kind What;
  const clang::Stmt *Where;
  /// A goto to a label in the same statement, or a throw that a try in it may
  /// catch.
  bool StaysInside = false;
};

struct Jumps {
  /// In the order of the text.
  std::vector<Jump> All;

  static Jumps of(const clang::Stmt *S);
  /// The first jump of one of these kinds; null: there is none.
  const clang::Stmt *first(std::initializer_list<Jump::Kind> Kinds) const;
};

/// The throws in a loop's Body that leave it and are statements of their own,
/// written out: like a return they can be left to the native loop, which makes
/// what is thrown as well.
std::vector<const clang::Stmt *> throwsOut(const clang::Stmt *Body,
                                           clang::ASTContext &C);

} // namespace mp::tool

#endif
