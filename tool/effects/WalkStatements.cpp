//===- WalkStatements.cpp - Control flow ----------------------------------===//
//
// Statements in the order of execution, where control parts and joins again.
// Loops and declarations have files of their own.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"
#include "clang/AST/Attr.h"

using namespace clang;

namespace mp::tool {

void Walker::conditionally(llvm::function_ref<void()> Do) {
  State Before = Now;
  ++Conditional;
  Do();
  --Conditional;
  Now = Now ? join(Before, Now) : Before;
}

void Walker::walk(const Stmt *S) {
  if (!S || (Loop && S == Loop->TrailingStep))
    return;
  if (auto *E = dyn_cast<Expr>(S)) {
    rvalue(E);
    return;
  }
  if (Known.Runs == Summaries::Loops::Every &&
      isa<ForStmt, CXXForRangeStmt, WhileStmt>(S))
    return walkAnnotated(S);
  walkStatement(S);
}

void Walker::walkStatement(const Stmt *S) {
  switch (S->getStmtClass()) {
  case Stmt::NullStmtClass:
    return;
  case Stmt::CompoundStmtClass:
    return walkCompound(cast<CompoundStmt>(S));
  case Stmt::DeclStmtClass:
    for (const Decl *D : cast<DeclStmt>(S)->decls())
      if (auto *V = dyn_cast<VarDecl>(D))
        declare(V);
    return;
  case Stmt::AttributedStmtClass: {
    auto *A = cast<AttributedStmt>(S);
    return isAnnotated(A) ? walkAnnotated(A->getSubStmt())
                          : walk(A->getSubStmt());
  }
  case Stmt::IfStmtClass:
    return walkIf(cast<IfStmt>(S));
  case Stmt::ForStmtClass:
    return walkFor(cast<ForStmt>(S));
  case Stmt::CXXForRangeStmtClass:
    return walkRangeFor(cast<CXXForRangeStmt>(S));
  case Stmt::WhileStmtClass: {
    auto *W = cast<WhileStmt>(S);
    enterLoop(W);
    if (W->getConditionVariable())
      declare(W->getConditionVariable());
    return walkWhile(W->getCond(), W->getBody(), nullptr, false);
  }
  case Stmt::DoStmtClass:
    enterLoop(S);
    return walkWhile(cast<DoStmt>(S)->getCond(), cast<DoStmt>(S)->getBody(),
                     nullptr, true);
  case Stmt::SwitchStmtClass:
    return walkSwitch(cast<SwitchStmt>(S));
  case Stmt::CaseStmtClass:
  case Stmt::DefaultStmtClass:
    return walk(cast<SwitchCase>(S)->getSubStmt());
  case Stmt::LabelStmtClass:
    // Whoever jumps here may have written nothing.
    Now = Places();
    Escaped = true;
    return walk(cast<LabelStmt>(S)->getSubStmt());
  case Stmt::GotoStmtClass:
  case Stmt::IndirectGotoStmtClass:
    Escaped = true;
    Now = std::nullopt;
    return;
  case Stmt::BreakStmtClass:
    if (!Loops.empty())
      Loops.back().Break = join(Loops.back().Break, Now);
    Now = std::nullopt;
    return;
  case Stmt::ContinueStmtClass:
    // (A continue inside a switch: the switch's context passes it on.)
    if (!Loops.empty())
      Loops.back().Continue = join(Loops.back().Continue, Now);
    if (Conditional)
      Escaped = true; // what follows in this iteration may be left out
    Now = std::nullopt;
    return;
  case Stmt::ReturnStmtClass:
    return walkReturn(cast<ReturnStmt>(S));
  case Stmt::CXXTryStmtClass: {
    auto *T = cast<CXXTryStmt>(S);
    State Before = Now;
    bool Threw = Out.MayThrow;
    Out.MayThrow = false;
    ++TryDepth;
    ++Conditional; // any part of it may be left out
    walk(T->getTryBlock());
    --Conditional;
    --TryDepth;
    bool CatchesAll = false;
    State End = Now;
    for (unsigned K = 0; K < T->getNumHandlers(); ++K) {
      Now = Before;
      enterLoop(T->getTryBlock());
      ++Conditional;
      const CXXCatchStmt *H = T->getHandler(K);
      if (const VarDecl *Caught = H->getExceptionDecl()) {
        Facts.Declared.insert(Caught);
        if (recordOf(Caught->getType()))
          addTargets(Caught, {Place::of(Place::Root::Local)});
      } else {
        CatchesAll = true;
      }
      walk(H->getHandlerBlock());
      --Conditional;
      End = join(End, Now);
    }
    Now = End;
    Out.MayThrow = Threw || (Out.MayThrow && !CatchesAll);
    return;
  }
  case Stmt::GCCAsmStmtClass:
  case Stmt::MSAsmStmtClass:
    event(Event::Kind::Construct, S, "inline assembly");
    return;
  case Stmt::CoreturnStmtClass:
    event(Event::Kind::Construct, S, "a coroutine");
    return;
  default:
    event(Event::Kind::Construct, S, S->getStmtClassName());
    for (const Stmt *Child : S->children())
      walk(Child);
    return;
  }
}

void Walker::walkCompound(const CompoundStmt *S) {
  std::vector<const VarDecl *> Variables;
  for (const Stmt *Child : S->body()) {
    walk(Child);
    if (auto *D = dyn_cast<DeclStmt>(Child))
      for (const Decl *One : D->decls())
        if (auto *V = dyn_cast<VarDecl>(One))
          Variables.push_back(V);
  }
  for (auto It = Variables.rbegin(); It != Variables.rend(); ++It)
    destroy(*It);
}

void Walker::walkIf(const IfStmt *S) {
  walk(S->getInit());
  if (S->getConditionVariable())
    declare(S->getConditionVariable());
  if (S->isConstexpr() && !S->getCond()->isValueDependent()) {
    Expr::EvalResult R;
    if (S->getCond()->EvaluateAsInt(R, C)) {
      walk(R.Val.getInt().getBoolValue() ? S->getThen() : S->getElse());
      return;
    }
  }
  rvalue(S->getCond());
  State Before = Now;
  ++Conditional;
  assume(S->getCond(), true);
  walk(S->getThen());
  State Then = Now;
  Now = Before;
  assume(S->getCond(), false);
  walk(S->getElse());
  --Conditional;
  Now = join(Then, Now);
}

void Walker::walkSwitch(const SwitchStmt *S) {
  walk(S->getInit());
  if (S->getConditionVariable())
    declare(S->getConditionVariable());
  rvalue(S->getCond());
  State Before = Now;
  ++Conditional;
  LoopContext Saved = Loops.empty() ? LoopContext() : Loops.back();
  Loops.push_back({Saved.Continue, std::nullopt});
  bool HasDefault = false;
  for (const SwitchCase *K = S->getSwitchCaseList(); K;
       K = K->getNextSwitchCase())
    HasDefault |= isa<DefaultStmt>(K);
  // Each label starts from the state before or falls through.
  if (auto *Body = dyn_cast<CompoundStmt>(S->getBody())) {
    Now = std::nullopt;
    for (const Stmt *Child : Body->body()) {
      if (isa<SwitchCase>(Child))
        Now = join(Now, Before);
      walk(Child);
    }
  } else {
    walk(S->getBody());
  }
  LoopContext Mine = Loops.back();
  Loops.pop_back();
  if (!Loops.empty())
    Loops.back().Continue = Mine.Continue;
  --Conditional;
  Now = join(Now, Mine.Break);
  if (!HasDefault)
    Now = join(Now, Before);
}

void Walker::walkReturn(const ReturnStmt *S) {
  AtExit = Loop != nullptr;
  if (const Expr *E = S->getRetValue()) {
    if (Function && Function->getReturnType()->isReferenceType()) {
      for (const Place &P : lvalue(E))
        merge(Out.Returns, {close(P)});
    } else {
      Value V = rvalue(E);
      for (const Place &P : V.Targets)
        merge(Out.Returns, {close(P)});
      if (V.Number && V.Fits.empty() && isInvariant(*V.Number) &&
          !Out.ReturnNumber && !Conditional)
        Out.ReturnNumber = V.Number;
    }
  }
  AtExit = false;
  // Out of the loop that is judged: the iteration does not end.
  if (!Loop) {
    AtReturn = join(AtReturn, Now);
    if (Conditional)
      Escaped = true;
  }
  Now = std::nullopt;
}

} // namespace mp::tool
