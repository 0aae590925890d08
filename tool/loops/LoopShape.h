//===- LoopShape.h - The iteration space of an annotated loop -------------===//
//
// The first stage: takes the annotated statement apart into loop variable,
// start, bound, step and body, or says why it can't. A form is accepted only
// when its trip count is known at the loop's entry as long as the bound and
// the step don't change (that they don't is the effect stage's to show).
//
// Where the header does more than that (`for (t = 0, k = 1; k <= n; t += dt,
// k++)`), or counts nothing (`for (it = m.begin(); it != m.end(); ++it)`,
// `while (p) { ..; p = p->next; }`), it is a head that is *repeated*: each
// worker runs it for the iterations that others have, to come to its own.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_LOOPS_LOOPSHAPE_H
#define MP_TOOL_LOOPS_LOOPSHAPE_H

#include "attributes/Annotation.h"
#include <string>

namespace clang {
class ASTContext;
class CXXForRangeStmt;
class Expr;
class ForStmt;
class FunctionDecl;
class Stmt;
class VarDecl;
} // namespace clang

namespace mp::tool {

class Diagnoser;

struct LoopShape {
  enum class Kind { Integer, Pointer, Iterator, Range };
  enum class Condition { Below, AtMost, Above, AtLeast, Until };

  Annotation Attributes;
  Kind What = Kind::Integer;

  const clang::Stmt *Loop = nullptr; ///< For-, While- or CXXForRangeStmt
  const clang::Stmt *Body = nullptr;
  const clang::FunctionDecl *Function =
      nullptr; ///< the one around it (a lambda's call operator too)

  /// The loop variable; for Range the variable declared in the header
  /// (a DecompositionDecl for structured bindings).
  const clang::VarDecl *Variable = nullptr;
  bool DeclaredInHeader = false;
  /// Code outside the loop can see the variable: it is global, its address is
  /// taken, or a lambda holds it. The worker then counts in the variable
  /// itself.
  bool SeenElsewhere = false;

  // For Integer, Pointer and Iterator.
  Condition While = Condition::Below;
  const clang::Expr *Bound =
      nullptr; ///< the side of the condition that is not the variable
  const clang::Expr *Step = nullptr; ///< null: constant StepValue
  long long StepValue = 1; ///< with sign; with Step: +1 or -1, its factor
  const clang::Expr *Start =
      nullptr; ///< the initial value; null: whatever the variable holds

  /// The statement that steps the variable, where that is the last one of the
  /// body (`while (i < n) { ..; i++; }`); null: the header does. It belongs to
  /// the head, not to what an iteration does.
  const clang::Stmt *TrailingStep = nullptr;

  /// What the head changes besides the variable, in the order of execution: it
  /// is repeated.
  std::vector<const clang::Expr *> Repeated;
  /// How many iterations there are is not known at the loop's entry. Variable
  /// is a counter that the program does not have, Goes decides (null: nothing
  /// does), and the head is run ahead on copies to find the end.
  bool Ahead = false;
  const clang::Expr *Goes = nullptr;
  bool isRepeated() const { return Ahead || !Repeated.empty(); }

  // For Range.
  const clang::Expr *RangeExpr = nullptr;

  /// True for random-access iterators whose elements lie in one contiguous
  /// array (vector, array, string, span), and for pointers.
  bool Contiguous = false;
  /// A reverse_iterator: a step forward goes to the element before.
  bool Backwards = false;
};

/// Takes a loop apart; on refusal reports through Diags and returns false.
bool shapeLoop(const Annotation &A, const clang::FunctionDecl *Function,
               clang::ASTContext &Context, Diagnoser &Diags, LoopShape &Shape);

} // namespace mp::tool

#endif
