//===- Scope.cpp - The variables that can be named at a loop --------------===//
//
// Goes from the function's body down to the loop and collects what each block
// on the way has declared by then; for a lambda then the same in the function
// around it, as far as its captures allow.
//
//===----------------------------------------------------------------------===//

#include "loops/Scope.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace mp::tool {

namespace {

/// Collects variables on the way to a statement, from the innermost on.
class PathFinder {
public:
  std::vector<const ValueDecl *> Found;

  /// Test says which statement is looked for.
  template <class F> const Stmt *find(const Stmt *S, F Test) {
    if (!S)
      return nullptr;
    if (Test(S))
      return S;
    for (const Stmt *Child : S->children())
      if (const Stmt *Target = find(Child, Test)) {
        declaredIn(*S, Child);
        return Target;
      }
    return nullptr;
  }
  void declaredBy(const Stmt *S) {
    const auto *Declares = dyn_cast_or_null<DeclStmt>(S);
    if (!Declares)
      return;
    for (const Decl *D : llvm::reverse(
             llvm::make_range(Declares->decl_begin(), Declares->decl_end())))
      if (const auto *Bindings = dyn_cast<DecompositionDecl>(D))
        Found.insert(Found.end(), Bindings->bindings().begin(),
                     Bindings->bindings().end());
      else
        add(dyn_cast<ValueDecl>(D));
  }
  void add(const ValueDecl *D) {
    if (D)
      Found.push_back(D);
  }

private:
  void declaredIn(const Stmt &S, const Stmt *Child);
};

} // namespace

/// What S has declared when Child is run.
void PathFinder::declaredIn(const Stmt &S, const Stmt *Child) {
  if (const auto *Block = dyn_cast<CompoundStmt>(&S)) {
    const auto *End = llvm::find(Block->body(), Child);
    for (const auto *At = End; At != Block->body_begin();)
      declaredBy(*--At);
  } else if (const auto *For = dyn_cast<ForStmt>(&S)) {
    add(For->getConditionVariable());
    declaredBy(For->getInit());
  } else if (const auto *Range = dyn_cast<CXXForRangeStmt>(&S)) {
    declaredBy(Range->getLoopVarStmt());
    declaredBy(Range->getInit());
  } else if (const auto *If = dyn_cast<IfStmt>(&S)) {
    add(If->getConditionVariable());
    declaredBy(If->getInit());
  } else if (const auto *Switch = dyn_cast<SwitchStmt>(&S)) {
    add(Switch->getConditionVariable());
    declaredBy(Switch->getInit());
  } else if (const auto *While = dyn_cast<WhileStmt>(&S)) {
    add(While->getConditionVariable());
  } else if (const auto *Catch = dyn_cast<CXXCatchStmt>(&S)) {
    add(Catch->getExceptionDecl());
  }
}

/// New code in the lambda may name D, a variable of the function around it.
static bool holds(const CXXRecordDecl &Lambda, const ValueDecl &D) {
  const auto *Variable = dyn_cast<VarDecl>(&D);
  if (!isa<VarDecl, BindingDecl>(D) ||
      (Variable && Variable->hasGlobalStorage()))
    return true;
  return Lambda.getLambdaCaptureDefault() == LCD_ByRef ||
         llvm::any_of(Lambda.captures(), [&](const LambdaCapture &C) {
           return C.capturesVariable() && C.getCapturedVar() == &D;
         });
}

Scope::Scope(const Stmt &Loop, const FunctionDecl *Function) {
  std::vector<const CXXRecordDecl *> Lambdas;
  const CXXRecordDecl *Inner = nullptr; // the lambda that is looked for
  while (Function) {
    const FunctionDecl *Definition = Function;
    const Stmt *Body = Function->getBody(Definition);
    PathFinder Path;
    if (!Inner) {
      // Its own header has been moved out in front.
      if (const auto *For = dyn_cast<ForStmt>(&Loop))
        Path.declaredBy(For->getInit());
      else if (const auto *Range = dyn_cast<CXXForRangeStmt>(&Loop))
        Path.declaredBy(Range->getInit());
    }
    Path.find(Body, [&](const Stmt *S) {
      if (!Inner)
        return S == &Loop;
      const auto *L = dyn_cast<LambdaExpr>(S);
      return L && L->getLambdaClass() == Inner;
    });
    for (const ParmVarDecl *P : Definition->parameters())
      Path.add(P);
    for (const ValueDecl *D : Path.Found)
      if (D->getIdentifier())
        Variables.emplace_back(
            D->getName(),
            llvm::all_of(Lambdas,
                         [&](const CXXRecordDecl *L) { return holds(*L, *D); })
                ? D
                : nullptr);
    const auto *Method = dyn_cast<CXXMethodDecl>(Definition);
    if (!Method || !Method->getParent()->isLambda())
      return;
    Inner = Method->getParent();
    for (const LambdaCapture &C : Inner->captures())
      if (C.capturesVariable() && C.getCapturedVar()->isInitCapture() &&
          C.getCapturedVar()->getIdentifier())
        Variables.emplace_back(C.getCapturedVar()->getName(),
                               C.getCapturedVar());
    Lambdas.push_back(Inner);
    const DeclContext *Around = Inner->getDeclContext();
    while (Around && !isa<FunctionDecl>(Around) && !Around->isFileContext())
      Around = Around->getParent();
    Function = dyn_cast_or_null<FunctionDecl>(Around);
  }
}

/// A binding to a part that a function gives (`get<0>`) stands for a variable.
static bool isSame(const ValueDecl *Named, const ValueDecl &D) {
  const auto *Binding = dyn_cast_or_null<BindingDecl>(Named);
  return Named == &D || (Binding && Binding->getHoldingVar() == &D);
}

Scope::Meaning Scope::meaningOf(const ValueDecl &Variable) const {
  for (const auto &[Name, D] : Variables)
    if (Variable.getIdentifier() && Variable.getName() == Name)
      return isSame(D, Variable) ? Meaning::Itself : Meaning::Another;
  return Meaning::Nothing;
}

} // namespace mp::tool
