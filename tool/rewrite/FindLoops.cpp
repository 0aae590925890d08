//===- FindLoops.cpp - The annotated loops of a translation unit ----------===//
//
// Visits the declarations, instantiations included, and collects annotated
// loops, or all, by their place in the text. By default only declarations that
// begin or end in the main file are gone through.
//
//===----------------------------------------------------------------------===//

#include "rewrite/FindLoops.h"
#include "attributes/Annotation.h"
#include "attributes/AttributeLog.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace mp::tool {
namespace {

class Finder : public RecursiveASTVisitor<Finder> {
  using Base = RecursiveASTVisitor<Finder>;

public:
  Finder(ASTContext &Context, bool EveryLoop)
      : Context(Context), EveryLoop(EveryLoop) {}

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
    if (isLoop(S->getSubStmt()) && readAnnotation(*S, Context))
      add(S);
    return true;
  }

  bool VisitStmt(Stmt *S) {
    if (!EveryLoop || !isLoop(S) || Annotated.contains(S) || !inMainFile(S))
      return true;
    Attr *Note = AnnotateAttr::CreateImplicit(Context, "mp::parallel_map",
                                              nullptr, 0, S->getBeginLoc());
    add(AttributedStmt::Create(Context, S->getBeginLoc(), {Note}, S));
    return true;
  }

private:
  void add(const AttributedStmt *S) {
    Annotated.insert(S->getSubStmt());
    AnnotatedLoop &Loop = at(S->getSubStmt());
    bool Pattern = !Function || Function->isDependentContext();
    (Pattern ? Loop.Patterns : Loop.Instances).push_back({S, Function});
  }

  bool inMainFile(const Stmt *S) const {
    const SourceManager &SM = Context.getSourceManager();
    return SM.getFileID(SM.getExpansionLoc(S->getBeginLoc())) ==
           SM.getMainFileID();
  }

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
  const bool EveryLoop;
  const FunctionDecl *Function = nullptr;
  llvm::DenseSet<const Stmt *> Annotated;
};

} // namespace

static std::vector<AnnotatedLoop> find(ASTContext &Context, bool Everywhere,
                                       bool EveryLoop) {
  const SourceManager &SM = Context.getSourceManager();
  Finder Find(Context, EveryLoop);
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

std::vector<AnnotatedLoop> findLoops(ASTContext &Context, bool Everywhere) {
  return find(Context, Everywhere, /*EveryLoop=*/false);
}

std::vector<AnnotatedLoop> findEveryLoop(ASTContext &Context) {
  return find(Context, /*Everywhere=*/false, /*EveryLoop=*/true);
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
