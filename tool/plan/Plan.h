//===- Plan.h - What is to be emitted for one accepted loop ---------------===//
//
// The plan is the last thing the analysis says and the only thing the editor
// reads: captures, results, checks, tails and exits of one loop, in terms of
// the user's text. Analysis never edits text and editing never decides.
//
// The shape of the code that is made from it is
// docs/internals/rewritten-code.md.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_PLAN_PLAN_H
#define MP_TOOL_PLAN_PLAN_H

#include "classes/OpenMember.h"
#include "clang/Basic/SourceLocation.h"
#include <optional>
#include <string>
#include <vector>

namespace clang {
class Expr;
class Stmt;
class ValueDecl;
class VarDecl;
} // namespace clang

namespace mp::tool {

struct LoopShape;

/// A variable that the copy of the body (or a tail, or a results expression)
/// names. Scalars and pointers travel by copy, class objects and arrays by
/// reference, so that no local of the user's function escapes.
struct Capture {
  enum class Mode {
    Copy,
    Reference,
    This,
    Data, ///< a vector or string of which only elements are named: a pointer
          ///< to them, so that the object itself does not escape
    Head, ///< a copy that the head has in each worker
    Fresh ///< a new variable of the type: what the outer one holds isn't read
  };
  const clang::ValueDecl *Variable =
      nullptr; ///< VarDecl or BindingDecl; null for This.
  Mode How = Mode::Copy;
};

/// An affine subscript form as C++ text:
/// Constant + PerIteration * v + sum of Coefficient * [Low, High].
struct FormText {
  std::string Constant = "0";
  std::string PerIteration = "0";
  struct Range {
    std::string Coefficient, Low, High;
  };
  std::vector<Range> Ranges;
};

/// One `mp::slots(...)` or `mp::reads(...)`.
struct RangeText {
  std::string Base; ///< pointer to element 0, or the container itself
  bool ByElement =
      false; ///< Base is a container to be used as mp::elements(Base)
  FormText Form;
  bool IsList = false; ///< Base is one of Plan.Lists; there is no form
  std::string Unit;    ///< bytes between elements; empty: sizeof the element
  std::string Bound;   ///< number of elements there are; empty: not known
};

/// A value that a tail statement takes from the worker: the text at Range in
/// the user's source is replaced by Name in the tail.
struct TailValue {
  const clang::Expr *Value = nullptr;
  clang::SourceRange Range; ///< of Value, in file coordinates
  std::string Name;         ///< parameter name in the tail
  std::string Type; ///< parameter type as C++ text; empty: `auto` is not
                    ///< possible, decltype of the value is used
  /// The object is there in the parent, too, and it is the one that is meant:
  /// its address is sent.
  bool IsAddress = false;
  bool IsConst = false; ///< the tail's text names a constant
  /// Of `std::move(x)`: x, which is not moved from in the worker.
  const clang::Expr *Kept = nullptr;
  bool Again =
      false; ///< the same value was sent for an earlier place of the same text
  bool Move = false; ///< the value is an rvalue of class type: the tail's text
                     ///< says std::move(Name)
  bool Held = false; ///< what it is is kept before the next one is computed
};

/// A statement that runs in the parent, in order, with the values it needs.
struct TailPlan {
  enum class Kind {
    Statement, ///< the user's statement with values replaced
    LastValue  ///< sent once at the end of a chunk: `x = value`
  };
  Kind What = Kind::Statement;
  const clang::Stmt *Statement = nullptr; ///< null for LastValue
  std::vector<TailValue> Values;
  bool InOrder = false; ///< the values are computed in this order
  /// Outer variables the tail's text names; Reference: updated by it, Copy:
  /// read.
  std::vector<Capture> Captures;
  /// LastValue: the variable, or the member of one, as C++ text. Captures
  /// are what it names.
  std::string Kept;
  bool KeptAsBytes = false; ///< an array
  bool KeptIsBits = false;  ///< a bit-field
  /// A container of which the elements keep their addresses where they can.
  bool KeptStaysPut = false;
  unsigned Line = 0;
};

/// A break, return, goto or throw by which an iteration leaves the loop:
/// replaced by `return mp_w.stop();` in the copy of the body. Other throws (in
/// expressions, macros and functions) and calls of exit stay: what leaves the
/// body so is a stop, too.
struct ExitPlan {
  const clang::Stmt *Statement = nullptr;
};

/// A head that is repeated (LoopShape::Repeated, LoopShape::Ahead), with the
/// parts of the body that belong to it.
struct HeadPlan {
  std::vector<const clang::VarDecl *> Variables; ///< that it changes
  std::vector<const clang::Stmt *> InBody;
  /// What else its text names, for the run ahead.
  std::vector<Capture> Captures;
  bool Outlives = false; ///< a variable of it is there after the loop
  /// The condition changes something, so that workers run it as well.
  bool GoesChanges = false;
};

/// All that is emitted for one loop.
struct LoopPlan {
  const LoopShape *Shape = nullptr;
  std::vector<Capture> Captures; ///< of the body's copy
  std::vector<RangeText> Slots;
  /// Finished C++ text of each argument of mp::checks, e.g. `mp::object(n)`.
  std::vector<std::string> Checks;
  std::vector<RangeText> Reads; ///< further arguments of mp::checks
  /// Elements, as named where the head stands at an iteration's beginning, of
  /// which the addresses are listed while the head is run ahead.
  struct List {
    std::string Name, Element;
  };
  std::vector<List> Lists;
  /// Statements in front of the call, which declare what Checks name.
  std::vector<std::string> Before;
  std::vector<TailPlan> Tails;
  std::vector<ExitPlan> Exits;
  std::optional<HeadPlan> Head;
  /// Scalars that tails update and that get an mp::shadow; must be captured in
  /// tails as `[&x = mp_x.value]`.
  std::vector<const clang::ValueDecl *> Shadows;
  bool LeavesByBreak = false; ///< the body has a break of this loop
  bool Marked = false;
  bool Prints = false;
  bool Keeps = false;
  /// The parent runs the last iteration: it leaves what can't be sent.
  bool OwnLast = false;
  bool TailsThrow = false;
  /// The native loop evaluates the user's condition every time, because the
  /// body might change it if the checks did not hold.
  bool Rechecks = false;
  bool Follows = false; ///< the loop variable is there when a tail has thrown
  bool Once = false;
  double EstimateNs = 0; ///< of an iteration; 0: not known
  std::string Label;
  unsigned Workers = 0, Chunk = 0;
  /// Private members that the texts above may name, and where the declarations
  /// for that go.
  std::vector<OpenMember> Opened;
  clang::SourceLocation OpenedAt;
};

} // namespace mp::tool

#endif
