//===- PlanCaptures.cpp - How the body gets at outer variables ------------===//
//
// Each variable from outside that the body or the tails name, as a copy or by
// reference, or as the elements of a container.
//
//===----------------------------------------------------------------------===//

#include "plan/BuildPlan.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace mp::tool {

/// std::vector, but not of bool, and std::basic_string.
static bool hasData(QualType T) {
  auto *Class = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T->getAsCXXRecordDecl());
  if (!Class || !Class->isInStdNamespace() || T->isReferenceType())
    return false;
  if (Class->getName() == "basic_string")
    return true;
  return Class->getName() == "vector" &&
         !Class->getTemplateArgs()[0].getAsType()->isBooleanType();
}

namespace {
/// Outer variables that a piece of code names.
class CaptureFinder : public RecursiveASTVisitor<CaptureFinder> {
public:
  std::vector<const ValueDecl *> Variables;
  llvm::DenseMap<const ValueDecl *, unsigned> Named, Subscripted;
  bool This = false;
  const std::vector<const Stmt *> *Skip = nullptr;
  bool shouldVisitImplicitCode() const { return true; }
  bool TraverseStmt(Stmt *S) {
    if (S && Skip && std::find(Skip->begin(), Skip->end(), S) != Skip->end())
      return true;
    return RecursiveASTVisitor::TraverseStmt(S);
  }
  /// Members of a local class have a `this` of their own, and can name no
  /// variable that would have to be captured.
  bool TraverseDecl(Decl *D) {
    auto *Class = dyn_cast_or_null<CXXRecordDecl>(D);
    return (Class && !Class->isLambda()) ||
           RecursiveASTVisitor::TraverseDecl(D);
  }
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    ++Named[E->getDecl()];
    add(E->getDecl());
    return true;
  }
  bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr *E) {
    if (E->getOperator() == OO_Subscript)
      if (auto *Object =
              dyn_cast<DeclRefExpr>(E->getArg(0)->IgnoreParenImpCasts()))
        ++Subscripted[Object->getDecl()];
    return true;
  }
  /// Whether nothing but elements of a local contiguous container is named.
  bool onlyElements(const VarDecl *V) const {
    auto Found = Subscripted.find(V);
    return Found != Subscripted.end() && Found->second == Named.lookup(V) &&
           hasData(V->getType());
  }
  bool VisitCXXThisExpr(CXXThisExpr *) {
    This = true;
    return true;
  }
  void add(const ValueDecl *V) {
    // (A closure's copy constructor has a parameter that nobody wrote.)
    if (const auto *In = dyn_cast<FunctionDecl>(V->getDeclContext());
        In && In->isImplicit())
      return;
    if (!isa<VarDecl, BindingDecl>(V) ||
        std::find(Variables.begin(), Variables.end(), V) != Variables.end())
      return;
    if (auto *Var = dyn_cast<VarDecl>(V); Var && Var->hasGlobalStorage())
      return;
    Variables.push_back(V);
  }
};
} // namespace

/// The head, and what it needs to be run ahead.
HeadPlan PlanBuilder::head() const {
  HeadPlan Plan;
  Plan.Variables = Classes.Head;
  Plan.InBody = Classes.HeadParts;
  Plan.Outlives = !Plan.InBody.empty();
  Plan.GoesChanges = Classes.ConditionChanges;
  const SourceManager &SM = C.getSourceManager();
  for (const VarDecl *V : Classes.Head)
    Plan.Outlives |= SM.isBeforeInTranslationUnit(V->getLocation(),
                                                  Shape.Loop->getBeginLoc());
  CaptureFinder F;
  for (const Expr *Change : Shape.Repeated)
    F.TraverseStmt(const_cast<Expr *>(Change));
  if (Shape.Goes)
    F.TraverseStmt(const_cast<Expr *>(Shape.Goes));
  if (F.This)
    Plan.Captures.push_back({nullptr, Capture::Mode::This});
  for (const ValueDecl *V : F.Variables)
    if (!Classes.isHead(V) && V != Shape.Variable)
      Plan.Captures.push_back({V, Capture::Mode::Reference});
  return Plan;
}

void PlanBuilder::captures(LoopPlan &Plan) {
  CaptureFinder F;
  std::vector<const Stmt *> Tails;
  for (const TailPlan &T : Plan.Tails)
    if (T.Statement)
      Tails.push_back(T.Statement);
  F.Skip = &Tails;
  F.TraverseStmt(const_cast<Stmt *>(Shape.Body));
  F.Skip = nullptr;
  for (const TailPlan &T : Plan.Tails) {
    for (const TailValue &V : T.Values)
      F.TraverseStmt(const_cast<Expr *>(V.Value));
    if (T.What != TailPlan::Kind::LastValue)
      continue;
    for (const Capture &Named : T.Captures)
      if (Named.Variable)
        F.add(Named.Variable);
      else
        F.This = true;
  }
  if (Shape.Step)
    F.TraverseStmt(const_cast<Expr *>(Shape.Step));
  if (Shape.isRepeated() || !Classes.HeadParts.empty())
    Plan.Head = head();
  for (const Stmt *Part : Classes.HeadParts) // may be a part of a tail, too
    F.TraverseStmt(const_cast<Stmt *>(Part));
  for (const Expr *Change : Shape.Repeated)
    F.TraverseStmt(const_cast<Expr *>(Change));
  if (Plan.Head && Plan.Head->GoesChanges)
    F.TraverseStmt(const_cast<Expr *>(Shape.Goes));
  if (F.This)
    Plan.Captures.push_back({nullptr, Capture::Mode::This});
  RegionFacts BodyFacts = RegionFacts::of(Shape.Body, C, Shape.TrailingStep);
  for (const ValueDecl *V : F.Variables) {
    if (Classes.isLocal(V) || V == Shape.Variable)
      continue;
    if (Classes.isHead(V)) {
      Plan.Captures.push_back({V, Capture::Mode::Head});
      continue;
    }
    // Lasts from chunk to chunk.
    if (llvm::any_of(Classes.Groups, [&](const Group &G) {
          return G.What == Group::Kind::Head && G.root() == V;
        })) {
      Plan.Captures.push_back({V, Capture::Mode::Reference});
      continue;
    }
    auto *Var = dyn_cast<VarDecl>(V);
    QualType T = V->getType();
    bool Copy = T->isScalarType() && !T->isReferenceType();
    // Written through another name as well?
    bool Written = false;
    for (const Access &A : E.Accesses)
      Written |= A.Writes && A.At.is(Place::Root::Variable) &&
                 A.At.Variable == V && A.At.Path.empty();
    if (Written && Shape.Function && Shape.Function->getBody() &&
        RegionFacts::around(Shape.Function, C).AddressTaken.contains(V))
      Copy = false;
    if (T.isVolatileQualified() || instantiated())
      Copy = false;
    // Where the body compares or passes on its address, it has to be the same.
    if (BodyFacts.AddressTaken.contains(V))
      Copy = false;
    auto How = Copy ? Capture::Mode::Copy : Capture::Mode::Reference;
    // Scratch that has no value before the loop.
    if (Copy && Var && !Var->hasInit() && !isa<ParmVarDecl>(Var))
      for (const Group &G : Classes.Groups)
        if (G.What == Group::Kind::Scratch && G.root() == V)
          How = Capture::Mode::Fresh;
    if (Var && Var->isLocalVarDeclOrParm() && !T.isVolatileQualified() &&
        !instantiated() && F.onlyElements(Var) &&
        llvm::none_of(Plan.Tails, [&](const TailPlan &T) {
          return T.Kept == V->getName(); // as a whole
        }))
      How = Capture::Mode::Data;
    Plan.Captures.push_back({V, How});
  }
}

} // namespace mp::tool
