//===- Liveness.cpp - Whether a variable's value outlives a loop ----------===//
//
// A local variable's value is looked for in Clang's control-flow graph.
//
// A file-scope or function-local static is dead between calls when no function
// that can be entered from outside of the file reads it before writing it.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Analysis/Analyses/LiveVariables.h"
#include "clang/Analysis/AnalysisDeclContext.h"
#include "clang/Analysis/CFG.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/SetVector.h"

using namespace clang;

namespace mp::tool {

namespace {
/// Functions with a body outside of system headers, and those whose address is
/// taken.
class FunctionFinder : public RecursiveASTVisitor<FunctionFinder> {
public:
  explicit FunctionFinder(const SourceManager &SM) : SM(SM) {}
  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldVisitImplicitCode() const { return true; }
  bool TraverseDecl(Decl *D) {
    if (D && !isa<TranslationUnitDecl>(D) && D->getLocation().isValid() &&
        SM.isInSystemHeader(D->getLocation()))
      return true;
    return RecursiveASTVisitor::TraverseDecl(D);
  }
  bool VisitFunctionDecl(FunctionDecl *F) {
    if (F->doesThisDeclarationHaveABody() && !F->isDependentContext())
      Defined.push_back(F);
    return true;
  }
  bool VisitVarDecl(VarDecl *V) {
    if (V->hasGlobalStorage() && V->hasInit() &&
        !V->getInit()->isTypeDependent())
      Initialisers.push_back(V->getInit());
    return true;
  }
  bool VisitFieldDecl(FieldDecl *F) {
    if (F->hasInClassInitializer() && F->getInClassInitializer() &&
        !F->getInClassInitializer()->isTypeDependent())
      Initialisers.push_back(F->getInClassInitializer());
    return true;
  }
  bool VisitCXXConstructorDecl(CXXConstructorDecl *D) {
    if (D->doesThisDeclarationHaveABody() && !D->isDependentContext())
      for (const CXXCtorInitializer *I : D->inits())
        Initialisers.push_back(I->getInit());
    return true;
  }
  /// What is made a pointer to something else than characters, for other
  /// purposes than the library's, may be memory for anything.
  bool VisitCastExpr(CastExpr *E) {
    if (E->getCastKind() != CK_BitCast || Harmless.contains(E) ||
        !E->getType()->isPointerType() ||
        E->getType()->getPointeeType()->isAnyCharacterType())
      return true;
    struct Names : RecursiveASTVisitor<Names> {
      llvm::DenseSet<const ValueDecl *> *Into = nullptr;
      bool VisitDeclRefExpr(DeclRefExpr *D) {
        Into->insert(D->getDecl());
        return true;
      }
    } Finder;
    Finder.Into = &Recast;
    Finder.TraverseStmt(E->getSubExpr());
    return true;
  }
  bool VisitCallExpr(CallExpr *E) {
    if (const FunctionDecl *F = E->getDirectCallee(); F && lookupLibrary(*F))
      for (const Expr *A : E->arguments())
        Harmless.insert(A);
    Called.insert(E->getCallee()->IgnoreParenImpCasts());
    return true;
  }
  /// A closure that becomes a pointer to a function.
  bool VisitCXXMemberCallExpr(CXXMemberCallExpr *E) {
    const auto *To = dyn_cast_or_null<CXXConversionDecl>(E->getMethodDecl());
    if (To && To->getParent()->isLambda())
      Converted.insert(To->getParent());
    return true;
  }
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    if (isa<FunctionDecl>(E->getDecl()))
      Named.push_back(E);
    if (const auto *V = dyn_cast<VarDecl>(E->getDecl());
        V && V->getType()->isArrayType() && V->getAnyInitializer())
      TableUses[V].push_back(E);
    return true;
  }
  const SourceManager &SM;
  std::vector<const FunctionDecl *> Defined;
  std::vector<const Expr *> Initialisers;
  llvm::DenseSet<const Expr *> Called, Harmless;
  llvm::DenseSet<const ValueDecl *> Recast;
  llvm::SetVector<const CXXRecordDecl *> Converted;
  std::vector<const DeclRefExpr *> Named;
  llvm::DenseMap<const VarDecl *, std::vector<const DeclRefExpr *>> TableUses;
};
} // namespace

void Summaries::findRoots() {
  if (!Roots) {
    Roots.emplace();
    FunctionFinder Finder(Context.getSourceManager());
    Finder.TraverseDecl(Context.getTranslationUnitDecl());
    Recast = std::move(Finder.Recast);
    TableUses = std::move(Finder.TableUses);
    llvm::DenseSet<const FunctionDecl *> Kept;
    for (const DeclRefExpr *E : Finder.Named)
      if (!Finder.Called.contains(E))
        Kept.insert(cast<FunctionDecl>(E->getDecl())->getCanonicalDecl());
    for (const FunctionDecl *F : Finder.Defined) {
      auto *M = dyn_cast<CXXMethodDecl>(F);
      if (F->isExternallyVisible() || F->isMain() ||
          Kept.contains(F->getCanonicalDecl()) || (M && M->isVirtual()) ||
          isa<CXXConstructorDecl, CXXDestructorDecl>(F))
        Roots->push_back(F);
      RegionFacts Facts = RegionFacts::of(F->getBody(), Context);
      AddressTaken.insert(Facts.AddressTaken.begin(), Facts.AddressTaken.end());
    }
    Definitions = Finder.Defined;
    for (const FunctionDecl *F : Definitions)
      if (auto *M = dyn_cast<CXXMethodDecl>(F);
          Kept.contains(F->getCanonicalDecl()) ||
          (M && M->getOverloadedOperator() == OO_Call &&
           Finder.Converted.contains(M->getParent())))
        Pointed.push_back(F);
    Initialisers = Finder.Initialisers;
    for (const Expr *E : Initialisers) {
      RegionFacts Facts = RegionFacts::of(E, Context);
      AddressTaken.insert(Facts.AddressTaken.begin(), Facts.AddressTaken.end());
    }
  }
}

bool Summaries::isAddressTaken(const ValueDecl *V) {
  findRoots();
  return AddressTaken.contains(V);
}

bool Summaries::holdsText(const ValueDecl *V) {
  auto *Var = dyn_cast<VarDecl>(V);
  QualType T = V->getType();
  while (auto *A = Context.getAsArrayType(T))
    T = A->getElementType();
  if (!Var || !Var->getType()->isArrayType() || !T->isAnyCharacterType() ||
      Var->isExternallyVisible())
    return false;
  findRoots();
  return !Recast.contains(V);
}

bool Summaries::handsOut(const VarDecl *V) {
  const auto *F =
      dyn_cast_or_null<FunctionDecl>(V->getParentFunctionOrMethod());
  const Effects *S = F ? of(F) : nullptr;
  auto IsV = [&](const Place &P) {
    return P.is(Place::Root::Variable) && P.Variable == V;
  };
  return !S || llvm::any_of(S->Returns, IsV) ||
         llvm::any_of(S->Accesses, [&](const Access &A) {
           return llvm::any_of(A.StoredTargets, IsV);
         });
}

bool Summaries::isDeadBetweenCalls(const VarDecl *V) {
  if (V->isExternallyVisible() || !V->hasGlobalStorage())
    return false;
  findRoots();
  if (V->getType()->isArrayType() ? leadsTo(nullptr, V) : isAddressTaken(V))
    return false; // read through a pointer, perhaps
  return !isSeenFirst([V](const Place &P) {
    return P.is(Place::Root::Variable) && P.Variable == V;
  });
}

bool Summaries::isDeadBetweenCalls(StringRef Hidden) {
  return !isSeenFirst([Hidden](const Place &P) {
    return P.is(Place::Root::Hidden) && P.State == Hidden;
  });
}

/// Some function that others can call reads what Test says, or hands it out,
/// before it has written it; or it may be that one can't tell.
bool Summaries::isSeenFirst(llvm::function_ref<bool(const Place &)> Test) {
  if (Later)
    return Later->isSeenFirst(Test);
  findRoots();
  for (const FunctionDecl *F : *Roots) {
    const Effects *S = of(F);
    if (!S || llvm::any_of(S->Returns, Test))
      return true;
    for (const Access &A : S->Accesses)
      if ((A.Reads && !A.Covered && Test(A.At)) ||
          llvm::any_of(A.StoredTargets, Test)) // read through it, perhaps
        return true;
  }
  return false;
}

/// The control-flow graph of a function, and what lives where.
struct Summaries::Flow {
  explicit Flow(const FunctionDecl *F) : Declaration(nullptr, F) {
    // Every use of a variable is to be seen.
    Declaration.getCFGBuildOptions().setAllAlwaysAdd();
    Graph = Declaration.getCFG();
    if (Graph)
      Live = LiveVariables::computeLiveness(Declaration, true);
  }
  AnalysisDeclContext Declaration;
  CFG *Graph = nullptr;
  std::unique_ptr<LiveVariables> Live;
};

Summaries::Summaries(ASTContext &C, Loops Later)
    : Context(C), Runs(Loops::Serial),
      Later(new Summaries(C, Later, Parallel())) {}
Summaries::Summaries(ASTContext &C, Loops Runs, Parallel)
    : Context(C), Runs(Runs) {}
Summaries::~Summaries() = default;

std::optional<bool> Summaries::isReadAfter(const FunctionDecl *F,
                                           const Stmt *Loop, const VarDecl *V) {
  std::unique_ptr<Flow> &Known = Flows[F];
  if (!Known)
    Known = std::make_unique<Flow>(F);
  if (!Known->Live)
    return std::nullopt;
  // At the loop's condition. (Its body writes V before it reads it.)
  for (const CFGBlock *B : *Known->Graph)
    if (B->getTerminatorStmt() == Loop)
      return Known->Live->isLive(B, V);
  return std::nullopt;
}

} // namespace mp::tool
