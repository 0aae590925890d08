//===- TailSplit.h - Statements that move to the parent -------------------===//
//
// A tail statement runs in the parent, in order. It is split into values that
// the worker computes and sends, and the rest, the user's own text, that the
// parent runs with them.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_CLASSES_TAILSPLIT_H
#define MP_TOOL_CLASSES_TAILSPLIT_H

#include "diagnostics/Diagnoser.h"
#include "effects/Effects.h"
#include "effects/Walker.h"
#include "plan/Plan.h"
#include <functional>

namespace mp::tool {

class TailSplit {
public:
  /// IsTail: accesses that must happen in the parent. IsLocal: variables of
  /// the iteration. CanThrow: functions that may.
  TailSplit(const LoopShape &Shape, clang::ASTContext &C, Diagnoser &Diags,
            const Effects &All, std::function<bool(const Access &)> IsTail,
            std::function<bool(const clang::ValueDecl *)> IsLocal,
            std::function<bool(const clang::FunctionDecl *)> CanThrow)
      : Shape(Shape), C(C), Diags(Diags), All(All), IsTail(std::move(IsTail)),
        IsLocal(std::move(IsLocal)), CanThrow(std::move(CanThrow)) {}

  /// False, with a message, when the statement can't be split.
  bool split(const clang::Stmt *S, TailPlan &Plan);
  /// A call that the parent runs for this tail may throw.
  bool MayThrow = false;
  /// It calls a function of the user's in the parent.
  bool CallsUser = false;
  /// A value can't be handed over as it is.
  bool Unkept = false;

private:
  bool statement(const clang::Stmt *S, bool Conditional);
  bool expression(const clang::Expr *E, bool Place, bool Conditional);
  bool hoist(const clang::Expr *E, bool Conditional);
  bool variable(const clang::ValueDecl *V, const clang::Expr *E, bool Place);
  bool madeByWorkers(const clang::ValueDecl *V) const;
  bool lambda(const clang::LambdaExpr *L);
  void captureThis();
  bool refuse(DiagID ID, const clang::Stmt *Where, std::string Text);
  bool touchesTail(const clang::Stmt *S) const;
  bool readsWritten(const clang::Expr *E) const;
  bool namesRegionLocal(const clang::Stmt *S) const;
  bool safeToSpeculate(const clang::Expr *E) const;
  bool consumesText(const clang::Expr *E) const;
  bool isAssignedToBit(const clang::Expr *E) const;
  bool keepOrder();
  bool mayRetain(const clang::Expr *E, const clang::Expr *Text) const;
  bool isConsumed(const clang::Expr *E, clang::QualType T) const;
  bool isUsedAfter(const clang::ValueDecl *V) const;
  bool bind(TailValue &V, const clang::Expr *E, const clang::Expr *Text);
  bool sendPlace(const clang::Expr *E);
  /// The object that E names; nothing: it can't be said. True: it is outside of
  /// the iteration, and the worker has not written what leads there.
  std::optional<bool> isOuterInput(const clang::Expr *E) const;

  const LoopShape &Shape;
  clang::ASTContext &C;
  Diagnoser &Diags;
  const Effects &All;
  std::function<bool(const Access &)> IsTail;
  std::function<bool(const clang::ValueDecl *)> IsLocal;
  std::function<bool(const clang::FunctionDecl *)> CanThrow;

  const clang::Stmt *Region = nullptr;
  RegionFacts Inside;
  TailPlan *Plan = nullptr;
  /// Where a value of Plan->Values stands in the statement; Again: it was
  /// computed for an earlier place.
  struct Occurrence {
    const clang::Expr *Text;
    size_t Value;
    bool Again;
    /// The program reads it there; not: it goes by reference, and is read
    /// later.
    bool IsRead;
  };
  std::vector<Occurrence> Occurrences;
};

/// What an expression `std::move(x)` names; null: it is none.
const clang::Expr *movedFrom(const clang::Expr *E);

} // namespace mp::tool

#endif
