//===- PlanTails.cpp - Statements that the parent runs --------------------===//
//
// Splits the tail statements, and makes sure that what they need is there in
// the parent and that something is left for the workers.
//
//===----------------------------------------------------------------------===//

#include "classes/Enclosing.h"
#include "classes/TailSplit.h"
#include "plan/BuildPlan.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace mp::tool {

/// S is computed in the worker, for a value that the tail gets.
bool PlanBuilder::isSent(const Stmt *S, const TailPlan &T) const {
  auto Named = [](const Stmt *S) -> const ValueDecl * {
    auto *E = dyn_cast<Expr>(S);
    auto *D =
        E ? dyn_cast<DeclRefExpr>(E->IgnoreUnlessSpelledInSource()) : nullptr;
    return D ? D->getDecl() : nullptr;
  };
  for (const TailValue &V : T.Values)
    if ((Named(S) && Named(S) == Named(V.Value)) || isInside(S, V.Value, C) ||
        (isa<Expr>(S) &&
         cast<Expr>(S)->IgnoreUnlessSpelledInSource() == V.Value))
      return true;
  return false;
}

/// In what the parent runs, only tails may be written, and nothing read that
/// only the worker has.
bool PlanBuilder::tailBody(const TailPlan &T) {
  for (const Access &A : E.Accesses) {
    if (!A.Site || !isInside(A.Site, T.Statement, C) || isSent(A.Site, T))
      continue;
    const Group *G = groupOf(A);
    if (!G || G->What == Group::Kind::Tail)
      continue;
    // Said of what makes the statement a tail.
    for (const Access &Cause : E.Accesses)
      if (Cause.Site && isTail(Cause) && isInside(Cause.Site, T.Statement, C)) {
        if (Cause.Writes)
          Classes.reportCarried(*groupOf(Cause), nullptr, &Cause,
                                "its value is used further in the iteration");
        else
          Classes.reportCarried(*groupOf(Cause), &Cause, nullptr, "");
        return false;
      }
    auto &M = Diags.error(
        DiagID::Carried, A.Where,
        "'" + A.At.spelled() + "' is " + (A.Writes ? "written" : "read") +
            " in a statement that has to run in the parent, in order, but the "
            "rest of the iteration needs it in the worker");
    for (const Access *Other : G->All)
      if (!isInside(Other->Site, T.Statement, C)) {
        M.Notes.push_back({Other->Where, "it is used here"});
        break;
      }
    return false;
  }
  // Locals of the iteration that the statement changes.
  RegionFacts Facts = RegionFacts::of(T.Statement, C);
  for (auto &[V, N] : Facts.Writes) {
    if (Facts.Declared.contains(V) || !Classes.isLocal(V))
      continue;
    // A reference to what is outside: the parent gets its address.
    const ValueDecl *Named = V;
    if (llvm::any_of(T.Values, [&](const TailValue &Value) {
          return Value.IsAddress && RegionFacts::named(Value.Value) == Named;
        }))
      continue;
    unsigned Sending = 0;
    for (const TailValue &Value : T.Values) {
      RegionFacts Inside = RegionFacts::of(Value.Value, C);
      auto It = Inside.Writes.find(V);
      Sending += It == Inside.Writes.end() ? 0 : It->second;
    }
    if (Sending != N) {
      Diags.error(DiagID::Carried, T.Statement->getBeginLoc(),
                  "'" + V->getNameAsString() +
                      "' is changed in a statement that has to run in the "
                      "parent, in order, but belongs to the iteration");
      return false;
    }
  }
  return true;
}

/// A tail that S reads and does not write; null if there is none.
const Access *PlanBuilder::readWithoutWrite(const Stmt *S) const {
  for (const Access &A : E.Accesses) {
    if (!A.Site || !A.Reads || A.Writes || !isTail(A) ||
        !isInside(A.Site, S, C))
      continue;
    bool Written = false;
    for (const Access *W : groupOf(A)->Writes)
      Written |= isInside(W->Site, S, C);
    if (!Written)
      return &A;
  }
  return nullptr;
}

/// The body is tails only, and they get nothing that had to be computed.
bool PlanBuilder::nothingLeft(const LoopPlan &Plan,
                              const std::vector<const Stmt *> &Tails) const {
  auto IsTailStatement = [&](const Stmt *S) {
    return std::find(Tails.begin(), Tails.end(), S) != Tails.end();
  };
  const Stmt *Body = Shape.Body;
  if (auto *Block = dyn_cast<CompoundStmt>(Body)) {
    for (const Stmt *Child : Block->body())
      if (!IsTailStatement(Child) && !isa<NullStmt>(Child) &&
          Child != Shape.TrailingStep)
        return false;
  } else if (!IsTailStatement(Body)) {
    return false;
  }
  struct CallFinder : RecursiveASTVisitor<CallFinder> {
    bool Found = false;
    bool VisitCallExpr(CallExpr *) {
      Found = true;
      return false;
    }
  };
  for (const TailPlan &T : Plan.Tails)
    for (const TailValue &V : T.Values) {
      CallFinder F;
      F.TraverseStmt(const_cast<Expr *>(V.Value));
      if (F.Found)
        return false;
    }
  return true;
}

/// A tail may update V by a name that a copy of V does not have.
bool PlanBuilder::hasOtherNames(const VarDecl *V) const {
  if (!Shape.Function || !Shape.Function->getBody() ||
      RegionFacts::around(Shape.Function, C).AddressTaken.contains(V))
    return true;
  return llvm::any_of(E.Accesses, [&](const Access &A) {
    return A.At.is(Place::Root::Variable) && A.At.Variable == V && A.Writes &&
           !A.Through.empty();
  });
}

bool PlanBuilder::tails(LoopPlan &Plan) {
  std::vector<const Stmt *> All;
  for (const Group &G : Classes.Groups)
    if (G.What == Group::Kind::Tail)
      for (const Stmt *S : G.Tails)
        if (std::find(All.begin(), All.end(), S) == All.end())
          All.push_back(S);
  std::vector<const Stmt *> Outer;
  for (const Stmt *S : All) {
    bool Inner = false;
    for (const Stmt *T : All)
      Inner |= T != S && isInside(S, T, C);
    if (!Inner)
      Outer.push_back(S);
  }
  const SourceManager &SM = C.getSourceManager();
  std::sort(Outer.begin(), Outer.end(), [&](const Stmt *A, const Stmt *B) {
    return SM.isBeforeInTranslationUnit(A->getBeginLoc(), B->getBeginLoc());
  });
  bool UserCalls = false;
  std::vector<const Stmt *> Throwing;
  for (const Stmt *S : Outer) {
    Diagnoser Local;
    TailSplit Splitter(
        Shape, C, Local, E, [this](const Access &A) { return isTail(A); },
        [this](const ValueDecl *V) {
          return Classes.isLocal(V) || Classes.isHead(V);
        },
        [this](const FunctionDecl *F) { return Classes.mayThrow(F); });
    TailPlan T;
    if (!Splitter.split(S, T)) {
      // What has to be in order because it reads a tail is said as such.
      const Access *R = Splitter.Unkept ? nullptr : readWithoutWrite(S);
      if (R) {
        Classes.reportCarried(*groupOf(*R), R, nullptr, "");
        return false;
      }
      // So is what a callee keeps from call to call.
      for (const Access &A : E.Accesses)
        if (!Splitter.Unkept && A.Site && A.Reads && !A.Covered &&
            !A.Through.empty() && isTail(A) && isInside(A.Site, S, C)) {
          Classes.reportCarried(*groupOf(A), &A, nullptr, "");
          return false;
        }
      for (const Message &M : Local.messages())
        Diags.report(M);
      return false;
    }
    if (!tailBody(T))
      return false;
    if (Splitter.MayThrow)
      Throwing.push_back(S);
    UserCalls |= Splitter.CallsUser;
    Plan.Tails.push_back(std::move(T));
  }
  // The parent has the head as it was when the workers began.
  for (const Group &G : Classes.Groups)
    if (G.What == Group::Kind::Head)
      for (const Access *A : G.All)
        if (runsInTail(*A, Plan)) {
          Classes.reportCarried(G, A, nullptr, "");
          return false;
        }
  for (const Stmt *S : Throwing) {
    Plan.TailsThrow = true;
    Plan.Follows =
        Shape.What != LoopShape::Kind::Range && !Shape.DeclaredInHeader;
    for (const Group &G : Classes.Groups)
      if (G.What == Group::Kind::Slot ||
          (G.What == Group::Kind::Scratch && G.Live))
        for (const Access *W : G.Writes)
          if (!SM.isBeforeInTranslationUnit(W->Where, S->getBeginLoc())) {
            auto &M = Diags.error(
                DiagID::Exit, S->getBeginLoc(),
                "this may throw in the parent, when '" + G.name() +
                    "' has been written further on already; that is not "
                    "supported yet: move it to the end of the body");
            M.Notes.push_back({W->Where, "it is written here"});
            return false;
          }
  }
  if (!Outer.empty() && nothingLeft(Plan, Outer))
    for (const Stmt *S : Outer) {
      const Access *R = readWithoutWrite(S);
      // `x[k] = f(x[k])`: the statement is the recurrence.
      for (const Access &A : E.Accesses)
        if (const Group *G = A.Site && A.Reads && !A.Writes && isTail(A) &&
                                     isInside(A.Site, S, C)
                                 ? groupOf(A)
                                 : nullptr;
            G && G->IsArray && !isa<IfStmt>(S))
          R = &A;
      if (R) {
        Classes.reportCarried(*groupOf(*R), R, nullptr, "");
        return false;
      }
    }
  if (UserCalls && nothingLeft(Plan, Outer)) {
    Diags.error(DiagID::NothingParallel, Outer.front()->getBeginLoc(),
                "all of the iteration would have to run in the parent, in "
                "order; nothing is left to run in parallel");
    return false;
  }
  for (const Group &G : Classes.Groups)
    if (G.What == Group::Kind::Tail) {
      QualType Element =
          G.IsArray ? G.Array.Element : Classes.Alias.typeOf(G.Fixed);
      if (!pointers(G, Element))
        return false;
    }
  // A scalar that tails update is worked on as a copy.
  if (!instantiated())
    for (const Group &G : Classes.Groups) {
      auto *V = dyn_cast_or_null<VarDecl>(G.root());
      if (G.What != Group::Kind::Tail || !V || G.IsArray ||
          !G.Fixed.Path.empty() || V->hasGlobalStorage() ||
          !V->getType()->isScalarType() || V->getType()->isReferenceType() ||
          hasOtherNames(V))
        continue;
      if (std::find(Plan.Shadows.begin(), Plan.Shadows.end(), V) ==
          Plan.Shadows.end())
        Plan.Shadows.push_back(V);
    }
  return true;
}

} // namespace mp::tool
