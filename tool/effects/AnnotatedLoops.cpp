//===- AnnotatedLoops.cpp - What an annotated loop may leave unset --------===//
//
// Whether the last value of a variable with static storage is kept after an
// annotated loop depends on who reads it afterwards. A write in front of the
// loop doesn't count for such a reader, nor does one in front of a call that
// comes to the loop, and whoever is in an outer loop may come after it as well
// as before.
//
// Which functions may come to an annotated loop is told by names alone: those
// that have one, and those that name one of these. Where one may be called
// without its name (by the library, virtually, through a pointer), any function
// may come there.
//
// Where every loop is judged as if it were annotated, every `for`
// and `while` counts.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"
#include "clang/AST/Attr.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace mp::tool {

bool isAnnotated(const AttributedStmt *S) {
  return llvm::any_of(S->getAttrs(), [](const Attr *One) {
    const auto *Note = dyn_cast<AnnotateAttr>(One);
    return Note && Note->getAnnotation().starts_with("mp::");
  });
}

namespace {
struct NameFinder : RecursiveASTVisitor<NameFinder> {
  explicit NameFinder(bool EveryLoop) : EveryLoop(EveryLoop) {}
  const bool EveryLoop;
  bool HasLoop = false;
  llvm::DenseSet<const FunctionDecl *> Named;

  bool shouldVisitImplicitCode() const { return true; }
  bool VisitAttributedStmt(AttributedStmt *S) {
    HasLoop |= isAnnotated(S);
    return true;
  }
  bool VisitForStmt(ForStmt *) {
    HasLoop |= EveryLoop;
    return true;
  }
  bool VisitCXXForRangeStmt(CXXForRangeStmt *) {
    HasLoop |= EveryLoop;
    return true;
  }
  bool VisitWhileStmt(WhileStmt *) {
    HasLoop |= EveryLoop;
    return true;
  }
  void add(const Decl *D) {
    if (const auto *F = dyn_cast_or_null<FunctionDecl>(D))
      Named.insert(F->getCanonicalDecl());
  }
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    add(E->getDecl());
    return true;
  }
  bool VisitMemberExpr(MemberExpr *E) {
    add(E->getMemberDecl());
    return true;
  }
  bool VisitCXXConstructExpr(CXXConstructExpr *E) {
    add(E->getConstructor());
    return true;
  }
};
} // namespace

/// Called where its name doesn't show, perhaps.
static bool calledUnnamed(const FunctionDecl *F) {
  const auto *M = dyn_cast<CXXMethodDecl>(F);
  return !F->getIdentifier() || (M && M->isVirtual());
}

void Summaries::findAnnotated() {
  if (Reaching)
    return;
  findRoots();
  Reaching.emplace();
  llvm::DenseMap<const FunctionDecl *, NameFinder> Names;
  for (const FunctionDecl *F : Definitions) {
    NameFinder &Of =
        Names.try_emplace(F->getCanonicalDecl(), Runs == Loops::Every)
            .first->second;
    Of.TraverseDecl(const_cast<FunctionDecl *>(F));
    if (Of.HasLoop)
      Reaching->insert(F->getCanonicalDecl());
  }
  for (bool Grew = !Reaching->empty(); Grew;) {
    Grew = false;
    for (const auto &[F, Of] : Names)
      if (!Reaching->contains(F) &&
          llvm::any_of(Of.Named, [&](const FunctionDecl *Other) {
            return Reaching->contains(Other);
          }))
        Grew |= Reaching->insert(F).second;
  }
  for (const FunctionDecl *F : *Reaching)
    ReachedUnnamed |= calledUnnamed(F);
  for (const FunctionDecl *F : Pointed)
    ReachedUnnamed |= Reaching->contains(F->getCanonicalDecl());
  for (const Expr *E : Initialisers) {
    NameFinder Of(Runs == Loops::Every);
    Of.TraverseStmt(const_cast<Expr *>(E));
    ReachedUnnamed |= llvm::any_of(Of.Named, [&](const FunctionDecl *Other) {
      return Reaching->contains(Other);
    });
  }
  ReachedUnnamed &= !Reaching->empty();
}

bool Summaries::reachesAnnotated(const FunctionDecl *F) {
  if (Runs == Loops::Serial)
    return false;
  findAnnotated();
  return ReachedUnnamed || Reaching->contains(F->getCanonicalDecl());
}

bool Summaries::reachesAnnotated(const Stmt *S) {
  if (Runs == Loops::Serial)
    return false;
  findAnnotated();
  if (ReachedUnnamed || Reaching->empty())
    return ReachedUnnamed;
  NameFinder Of(Runs == Loops::Every);
  Of.TraverseStmt(const_cast<Stmt *>(S));
  return Of.HasLoop || llvm::any_of(Of.Named, [&](const FunctionDecl *Other) {
           return Reaching->contains(Other);
         });
}

/// Only this file can name it, and it lives as long as the program; or the
/// library has it, and the file may have pointers to it.
static bool isPrivateStatic(const Place &P) {
  if (P.is(Place::Root::Hidden))
    return P.State != "errno"; // which is kept
  const auto *V =
      P.is(Place::Root::Variable) ? dyn_cast<VarDecl>(P.Variable) : nullptr;
  return V && V->hasGlobalStorage() && !V->isExternallyVisible();
}

/// An annotated loop may run here: what was written before may not be there.
void Walker::forgetStatics() {
  if (Function && Now)
    llvm::erase_if(*Now, isPrivateStatic);
}

/// S, in a function that is walked, may run as an annotated loop does. What it
/// has written is its last values: whether somebody reads them has to show.
void Walker::walkAnnotated(const Stmt *S) {
  State Before = Now;
  walkStatement(S);
  if (Known.Runs != Summaries::Loops::Serial && Function && Now) {
    Now = Before;
    forgetStatics();
  }
}

/// S, a loop, may come to its body once an annotated loop in it has run.
void Walker::enterLoop(const Stmt *S) {
  if (Reaches && Known.reachesAnnotated(S))
    forgetStatics();
}

/// What callers wrote before the call may be lost when this is read.
bool Walker::exposed(const Place &P) const {
  return Reaches && isPrivateStatic(P);
}

} // namespace mp::tool
