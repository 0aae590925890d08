//===- FindLoops.cpp - The annotated loops of a translation unit ----------===//
//
// Visits the declarations, instantiations included, and collects annotated
// loops by their place in the text. By default only declarations that begin or
// end in the main file are gone through.
//
//===----------------------------------------------------------------------===//

#include "rewrite/FindLoops.h"
#include "attributes/Annotation.h"
#include "attributes/AttributeLog.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace mp::tool {
namespace {

class Finder : public RecursiveASTVisitor<Finder> {
  using Base = RecursiveASTVisitor<Finder>;

public:
  explicit Finder(ASTContext &Context) : Context(Context) {}

  std::vector<AnnotatedLoop> Loops;

  bool shouldVisitTemplateInstantiations() const { return true; }

  bool TraverseDecl(Decl *D) {
    const FunctionDecl *Outer = Function;
    if (auto *F = dyn_cast_or_null<FunctionDecl>(D))
      Function = F;
    bool Result = Base::TraverseDecl(D);
    Function = Outer;
    return Result;
  }

  bool TraverseLambdaExpr(LambdaExpr *E) {
    const FunctionDecl *Outer = Function;
    Function = E->getCallOperator();
    bool Result = Base::TraverseLambdaExpr(E);
    // The instantiations of a generic lambda hang on its call operator only.
    if (FunctionTemplateDecl *Generic =
            E->getLambdaClass()->getDependentLambdaCallOperator())
      for (FunctionDecl *Instance : Generic->specializations())
        Result = Result && TraverseDecl(Instance);
    Function = Outer;
    return Result;
  }

  bool VisitAttributedStmt(AttributedStmt *S) {
    if (!isLoop(S->getSubStmt()) || !readAnnotation(*S, Context))
      return true;
    AnnotatedLoop &Loop = at(S->getSubStmt());
    bool Pattern = !Function || Function->isDependentContext();
    (Pattern ? Loop.Patterns : Loop.Instances).push_back({S, Function});
    return true;
  }

private:
  AnnotatedLoop &at(const Stmt *S) {
    const SourceManager &SM = Context.getSourceManager();
    for (AnnotatedLoop &Loop : Loops)
      if (Loop.AsWritten == S->getBeginLoc())
        return Loop;
    SourceLocation Keyword = SM.getExpansionLoc(S->getBeginLoc());
    Loops.emplace_back();
    Loops.back().AsWritten = S->getBeginLoc();
    Loops.back().Keyword = Keyword;
    Loops.back().Extent = {Keyword, SM.getExpansionLoc(S->getEndLoc())};
    return Loops.back();
  }

  ASTContext &Context;
  const FunctionDecl *Function = nullptr;
};

} // namespace

std::vector<AnnotatedLoop> findLoops(ASTContext &Context, bool Everywhere) {
  const SourceManager &SM = Context.getSourceManager();
  Finder Find(Context);
  for (Decl *D : Context.getTranslationUnitDecl()->decls())
    if (Everywhere ||
        SM.getFileID(SM.getExpansionLoc(D->getBeginLoc())) ==
            SM.getMainFileID() ||
        SM.getFileID(SM.getExpansionLoc(D->getEndLoc())) == SM.getMainFileID())
      Find.TraverseDecl(D);
  llvm::stable_sort(Find.Loops,
                    [&](const AnnotatedLoop &A, const AnnotatedLoop &B) {
                      return SM.isBeforeInTranslationUnit(A.Keyword, B.Keyword);
                    });
  return std::move(Find.Loops);
}

std::string describe(const FunctionDecl *Function) {
  if (!Function)
    return "";
  const auto *Method = dyn_cast<CXXMethodDecl>(Function);
  if (Method && Method->getParent()->isLambda()) {
    const DeclContext *Around = Method->getParent()->getDeclContext();
    while (Around && !isa<FunctionDecl>(Around) && !Around->isFileContext())
      Around = Around->getParent();
    if (const auto *Outer = dyn_cast_or_null<FunctionDecl>(Around))
      return "lambda in " + describe(Outer);
    return "lambda";
  }
  return Function->getQualifiedNameAsString();
}

} // namespace mp::tool
