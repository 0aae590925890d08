//===- ForShape.h - Taking a for or while loop apart ----------------------===//
//
// The part of the first stage for loops with a header of their own:
// LoopShape.cpp reads loops that are counted, HeadShape.cpp such as have their
// step in the body, or a head that is repeated.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_LOOPS_FORSHAPE_H
#define MP_TOOL_LOOPS_FORSHAPE_H

#include "diagnostics/Diagnoser.h"
#include "loops/LoopShape.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "clang/AST/Stmt.h"

namespace mp::tool {

/// E without parentheses, conversions and copies that nobody wrote.
const clang::Expr *plain(const clang::Expr *E);
/// The variable that E is; null if it is none.
const clang::VarDecl *variableOf(const clang::Expr *E);
/// Where E names Variable.
const clang::Expr *findVariable(const clang::Expr &E,
                                const clang::VarDecl &Variable);

class ForShaper {
public:
  ForShaper(const clang::ForStmt &Loop, clang::ASTContext &Context,
            Diagnoser &Diags, LoopShape &Shape)
      : Loop(Loop), Init(Loop.getInit()), Condition(Loop.getCond()),
        Declared(Loop.getConditionVariable()), Change(Loop.getInc()),
        Close(Loop.getRParenLoc()), Context(Context), Into(Diags),
        Shape(Shape) {}
  ForShaper(const clang::WhileStmt &Loop, clang::ASTContext &Context,
            Diagnoser &Diags, LoopShape &Shape)
      : Loop(Loop), Condition(Loop.getCond()),
        Declared(Loop.getConditionVariable()), Close(Loop.getRParenLoc()),
        Context(Context), Into(Diags), Shape(Shape) {}

  bool run() {
    const LoopShape Before = Shape;
    if (counted())
      return true;
    if (MayRepeat) {
      Shape = Before;
      if (shapeAhead())
        return true;
    }
    for (const Message &M : Diags.messages())
      Into.report(M);
    return false;
  }

private:
  bool counted() {
    return readStep() && checkVariable() && readAmount() && readStart() &&
           readCondition() && checkDirection();
  }
  bool shapeAhead();
  /// Refuses the loop as one that is counted; its head may be repeated.
  bool repeats(bool Refused) {
    MayRepeat = true;
    return Refused;
  }
  bool refuse(clang::SourceLocation Where, clang::SourceRange Range,
              std::string What) {
    Diags.error(DiagID::LoopForm, Where, std::move(What)).Highlight = Range;
    return false;
  }
  bool refuse(const clang::Expr &Where, std::string What) {
    return refuse(Where.getExprLoc(), Where.getSourceRange(), std::move(What));
  }

  bool readStep();
  bool findTrailingStep();
  bool isAlwaysReached(const clang::Stmt &Step);
  bool stepOf(const clang::Expr &Change, const clang::Expr *&Target);
  bool readAmount();
  bool isOverloaded(const clang::Expr &E) const;
  bool checkVariable();
  bool checkType(clang::QualType Type, std::string Name);
  bool readStart();
  bool readCondition();
  bool checkComparison(const clang::Expr &Side);
  bool checkBound();
  bool checkDirection();
  bool chooseStep();

  const clang::Stmt &Loop;
  const clang::Stmt *Init = nullptr;
  const clang::Expr *Condition;        ///< null: none
  const clang::VarDecl *Declared;      ///< in the condition
  const clang::Expr *Change = nullptr; ///< the step
  const clang::Expr *Whole = Change;   ///< with what else is changed there
  clang::SourceLocation Close;         ///< end of the header
  clang::ASTContext &Context;
  Diagnoser &Into;
  Diagnoser Diags; ///< why it is not counted
  bool MayRepeat = false;
  LoopShape &Shape;
  const clang::Expr *Amount = nullptr; ///< of the step; null: one
  int Sign = 0;                        ///< of the step
};

} // namespace mp::tool

#endif
