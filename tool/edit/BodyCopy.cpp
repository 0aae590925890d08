//===- BodyCopy.cpp - The copy of a loop's body that workers run ----------===//
//
// Finds the body's span and adds the edits that turn it into the workers' copy.
// A statement can be replaced where a statement may stand; one that is only a
// part of an expression, or that a macro writes half of, is refused.
//
//===----------------------------------------------------------------------===//

#include "edit/BodyCopy.h"
#include "diagnostics/Diagnoser.h"
#include "edit/CallText.h"
#include "edit/Directives.h"
#include "loops/LoopShape.h"
#include "clang/AST/Expr.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace mp::tool {

using namespace clang;

std::optional<Span> bodySpan(const Stmt &Body, const LoopText &Text,
                             Diagnoser &Diags) {
  std::optional<Span> Found = Text.statement(Body);
  if (!Found) {
    Diags.error(DiagID::Macro, Body.getBeginLoc(),
                "the loop's body comes from a macro; write it out");
    return std::nullopt;
  }
  for (const auto &[Offset, What] : uncopyableDirectives(Text, *Found))
    Diags.error(DiagID::Macro, Text.location(Offset), What);
  if (Diags.refused())
    return std::nullopt;
  return Found;
}

namespace {

/// Collects what stands where a statement stands, not inside an expression.
class StatementVisitor : public RecursiveASTVisitor<StatementVisitor> {
public:
  bool VisitCompoundStmt(CompoundStmt *S) {
    for (Stmt *Child : S->body())
      add(Child);
    return true;
  }
  bool VisitIfStmt(IfStmt *S) { return add(S->getThen()), add(S->getElse()); }
  bool VisitForStmt(ForStmt *S) { return add(S->getBody()); }
  bool VisitCXXForRangeStmt(CXXForRangeStmt *S) { return add(S->getBody()); }
  bool VisitWhileStmt(WhileStmt *S) { return add(S->getBody()); }
  bool VisitDoStmt(DoStmt *S) { return add(S->getBody()); }
  bool VisitSwitchStmt(SwitchStmt *S) { return add(S->getBody()); }
  bool VisitSwitchCase(SwitchCase *S) { return add(S->getSubStmt()); }
  bool VisitLabelStmt(LabelStmt *S) { return add(S->getSubStmt()); }
  bool VisitAttributedStmt(AttributedStmt *S) { return add(S->getSubStmt()); }

  bool add(const Stmt *S) {
    if (const auto *Full = dyn_cast_or_null<ExprWithCleanups>(S))
      Found.insert(Full->getSubExpr());
    Found.insert(S);
    return true;
  }

  llvm::SmallPtrSet<const Stmt *, 32> Found;
};

} // namespace

/// Replaces Where in the copy; directives in it would be lost.
static bool replace(Span Where, std::string NewText, const LoopText &Text,
                    Diagnoser &Diags, std::vector<TextEdit> &Edits) {
  if (std::optional<unsigned> Lost = firstDirective(Text, Where)) {
    Diags.error(DiagID::Macro, Text.location(*Lost),
                "a directive inside a statement that is written differently "
                "for the workers; move it in front of the statement");
    return false;
  }
  Edits.push_back({Where, std::move(NewText)});
  return true;
}

bool addBodyEdits(const LoopPlan &Plan, const LoopText &Text,
                  const CallText &Call, Diagnoser &Diags,
                  std::vector<TextEdit> &Edits) {
  StatementVisitor Statements;
  Statements.add(Plan.Shape->Body);
  Statements.TraverseStmt(const_cast<Stmt *>(Plan.Shape->Body));
  for (const ExitPlan &Exit : Plan.Exits) {
    std::optional<Span> Where = Text.statement(*Exit.Statement);
    if (!Where) {
      Diags.error(
          DiagID::Macro, Exit.Statement->getBeginLoc(),
          "the loop is left inside of a macro; write the statement out");
      return false;
    }
    if (!replace(*Where, "return mp_w.stop();", Text, Diags, Edits))
      return false;
  }
  for (unsigned N = 0; N < Plan.Tails.size(); ++N) {
    const TailPlan &Tail = Plan.Tails[N];
    if (Tail.What == TailPlan::Kind::LastValue)
      continue;
    if (isa<Expr>(Tail.Statement) &&
        !Statements.Found.contains(Tail.Statement)) {
      Diags.error(DiagID::Construct, Tail.Statement->getBeginLoc(),
                  "this has to run in the parent, but is only a part of a "
                  "statement; not yet supported: make it a statement of its "
                  "own");
      return false;
    }
    std::optional<std::string> Log = Call.log(N);
    std::optional<Span> Where = Text.statement(*Tail.Statement);
    if (!Log || !Where || !replace(*Where, *Log, Text, Diags, Edits))
      return false;
  }
  return true;
}

} // namespace mp::tool
