//===- BodyHead.cpp - Parts of the body that belong to the head -----------===//
//
// `double r = dist(engine);`, `t = t + dt;`: what such a part changes depends
// on nothing that the iterations compute, so each worker can run it for the
// iterations that others have, and the parent when they are committed. The
// carried state is then the serial program's wherever it is read.
//
//===----------------------------------------------------------------------===//

#include "classes/Classify.h"
#include "classes/Enclosing.h"
#include "effects/Library.h"
#include "loops/Exits.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace mp::tool {

namespace {
/// `s += f(i)`: f is the work that is to be shared out.
struct OwnWork : RecursiveASTVisitor<OwnWork> {
  const ValueDecl *Variable = nullptr;
  bool Calls = false, Names = false;
  bool VisitCallExpr(CallExpr *E) {
    const FunctionDecl *F = E->getDirectCallee();
    Calls |= !F || (!isInStd(F) && !lookupLibrary(*F));
    return true;
  }
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    Names |= E->getDecl() == Variable;
    return true;
  }
};

/// Whether all that an expression names is there outside of the body, too.
struct OuterNames : RecursiveASTVisitor<OuterNames> {
  std::function<bool(const ValueDecl *)> IsInner;
  bool Fits = true;
  bool shouldVisitImplicitCode() const { return true; }
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    Fits &= !IsInner(E->getDecl());
    return Fits;
  }
  /// Types that the body declares.
  bool VisitTagTypeLoc(TagTypeLoc T) {
    Fits &= !T.getDecl()->getDeclContext()->isFunctionOrMethod();
    return Fits;
  }
  bool VisitTypedefTypeLoc(TypedefTypeLoc T) {
    Fits &= !T.getDecl()->getDeclContext()->isFunctionOrMethod();
    return Fits;
  }
  bool VisitStmt(Stmt *S) {
    Fits &= !isa<LambdaExpr, StmtExpr, CXXNewExpr, CXXDeleteExpr, CXXThrowExpr,
                 PredefinedExpr, CXXDefaultArgExpr>(S);
    return Fits;
  }
};
} // namespace

/// Loops that run as often whatever the iteration computes: `for (int k = 0; k
/// < 3; ++k)`. Its variable; null: it is none.
static const VarDecl *plainLoop(const ForStmt &For, const RegionFacts &Body) {
  const auto *Init = dyn_cast_or_null<DeclStmt>(For.getInit());
  const auto *V = Init && Init->isSingleDecl()
                      ? dyn_cast<VarDecl>(Init->getSingleDecl())
                      : nullptr;
  if (!V || !V->getType()->isIntegerType() || !V->getInit() || !For.getCond() ||
      !For.getInc() || For.getConditionVariable())
    return nullptr;
  const auto *Step = dyn_cast<UnaryOperator>(For.getInc());
  if (!Step || !Step->isIncrementDecrementOp() ||
      RegionFacts::named(Step->getSubExpr()) != V ||
      Body.Writes.lookup(V) > 2 || Body.AddressTaken.contains(V))
    return nullptr;
  OuterNames Header;
  Header.IsInner = [&](const ValueDecl *Named) {
    const auto *Var = dyn_cast<VarDecl>(Named);
    return Named != V &&
           (!Var || Body.Declared.contains(Named) || Body.writes(Named) ||
            !Var->hasLocalStorage() || Var->getType()->isReferenceType());
  };
  Header.TraverseStmt(const_cast<Expr *>(V->getInit()));
  Header.TraverseStmt(const_cast<Expr *>(For.getCond()));
  const auto *Compares =
      dyn_cast<BinaryOperator>(For.getCond()->IgnoreParenImpCasts());
  if (!Header.Fits || !Compares || !Compares->isComparisonOp() ||
      Jumps::of(For.getBody())
          .first({Jump::Kind::Break, Jump::Kind::Continue, Jump::Kind::Goto,
                  Jump::Kind::Label}))
    return nullptr;
  // Nothing but numbers and variables.
  struct Calls : RecursiveASTVisitor<Calls> {
    bool Any = false;
    bool VisitExpr(Expr *E) {
      Any |= isa<CallExpr, CXXConstructExpr, MemberExpr, ArraySubscriptExpr>(E);
      return !Any;
    }
  } Inside;
  Inside.TraverseStmt(const_cast<Expr *>(V->getInit()));
  Inside.TraverseStmt(const_cast<Expr *>(For.getCond()));
  return Inside.Any ? nullptr : V;
}

/// The part that makes the change at Site; null: it is not made in every
/// iteration alike.
const Expr *Classifier::headPart(const Access &W) const {
  const auto *Part = dyn_cast_or_null<Expr>(W.Site);
  // An argument: the call makes the change.
  while (Part && !isa<CallExpr>(Part) &&
         (!isa<BinaryOperator>(Part) ||
          !cast<BinaryOperator>(Part)->isAssignmentOp()) &&
         (!isa<UnaryOperator>(Part) ||
          !cast<UnaryOperator>(Part)->isIncrementDecrementOp()))
    Part = dyn_cast_or_null<Expr>(parentOf(Part, C));
  if (!Part || W.AtExit || W.InHeader || W.Attempted ||
      !Part->getBeginLoc().isFileID())
    return nullptr;
  const auto *Call = dyn_cast<CallExpr>(Part);
  if (Call && (!Call->getDirectCallee() ||
               isa<CXXConversionDecl>(Call->getDirectCallee())))
    return nullptr;

  // Evaluated whenever the body is, at its top or in plain loops.
  llvm::SmallPtrSet<const ValueDecl *, 4> LoopVariables;
  const Expr *Whole = Part; // the full expression
  for (const Stmt *S = Part; S != Shape.Body;) {
    const Stmt *Up = parentOf(S, C);
    if (!Up)
      return nullptr;
    if (isa<Expr>(Up)) {
      if (isa<LambdaExpr, StmtExpr, UnaryExprOrTypeTraitExpr, CXXNoexceptExpr,
              CXXTypeidExpr, CXXDefaultArgExpr, CXXDefaultInitExpr>(Up))
        return nullptr;
      if (const auto *Op = dyn_cast<BinaryOperator>(Up);
          Op && Op->isLogicalOp() && S != Op->getLHS())
        return nullptr;
      if (const auto *Cond = dyn_cast<AbstractConditionalOperator>(Up);
          Cond && S != Cond->getCond())
        return nullptr;
      Whole = cast<Expr>(Up);
    } else if (const auto *D = dyn_cast<DeclStmt>(Up)) {
      for (const Decl *One : D->decls())
        if (const auto *V = dyn_cast<VarDecl>(One); V && V->isStaticLocal())
          return nullptr;
    } else if (const auto *If = dyn_cast<IfStmt>(Up)) {
      if (S != If->getCond() || If->getInit() || If->getConditionVariable())
        return nullptr;
    } else if (const auto *For = dyn_cast<ForStmt>(Up)) {
      const VarDecl *V = S == For->getBody() ? plainLoop(*For, Body) : nullptr;
      if (!V)
        return nullptr;
      LoopVariables.insert(V);
    } else if (!isa<CompoundStmt>(Up)) {
      return nullptr;
    }
    S = Up;
  }
  const SourceManager &SM = C.getSourceManager();
  for (const Jump &J : Jumps::of(Shape.Body).All)
    if (J.What == Jump::Kind::Goto || J.What == Jump::Kind::Label ||
        (J.What == Jump::Kind::Continue &&
         !SM.isBeforeInTranslationUnit(Part->getEndLoc(),
                                       J.Where->getBeginLoc())))
      return nullptr;

  OuterNames Names;
  Names.IsInner = [&](const ValueDecl *V) {
    if (V == Shape.Variable && !V->getType()->isIntegerType())
      return true;
    // (A static variable of the body is not the iteration's, but named there.)
    const bool IsInBody =
        isLocal(V) ||
        (V->getDeclContext()->isFunctionOrMethod() &&
         SM.isPointWithin(V->getLocation(), Shape.Body->getBeginLoc(),
                          Shape.Body->getEndLoc()));
    return IsInBody && !LoopVariables.contains(V) && !isLocalDrawer(V);
  };
  Names.TraverseStmt(const_cast<Expr *>(Part));
  if (!Names.Fits)
    return nullptr;
  OwnWork Work;
  Work.Variable = Shape.Variable;
  Work.TraverseStmt(const_cast<Expr *>(Part));
  if (Work.Calls && Work.Names)
    return nullptr;
  for (const Event &Ev : E.Events)
    if (Ev.Site && isInside(Ev.Site, Part, C))
      return nullptr;
  // The iteration's own data are no head: `s = s / 2 + a[i]`.
  for (const Access &A : E.Accesses)
    if (A.Site && isInside(A.Site, Part, C) &&
        llvm::any_of(A.At.Path, [&](const Step &S) {
          return S.What == Step::Kind::Element &&
                 (S.At.Form.mentions(LoopSymbol) ||
                  llvm::any_of(S.At.Terms, [&](const Index::Term &T) {
                    return T.Low.mentions(LoopSymbol) ||
                           T.High.mentions(LoopSymbol);
                  }));
        }))
      return nullptr;
  return isOrderKept(*Part, *Whole) ? Part : nullptr;
}

/// `std::normal_distribution<double> dist(0, 1);` in the body, with which
/// nothing is done but to draw: it is made anew with each repeated iteration.
bool Classifier::isLocalDrawer(const ValueDecl *V) const {
  const auto *Var = dyn_cast<VarDecl>(V);
  if (!Var || !Var->getInit() ||
      libraryType(Var->getType()) != LibraryType::Engine ||
      Var->getType()->isReferenceType())
    return false;
  OuterNames Made;
  Made.IsInner = [&](const ValueDecl *Named) {
    const auto *Other = dyn_cast<VarDecl>(Named);
    return Other &&
           (isLocal(Other) || Body.writes(Other) || !Other->hasLocalStorage() ||
            Other->getType()->isReferenceType());
  };
  struct Uses : RecursiveASTVisitor<Uses> {
    const ValueDecl *V = nullptr;
    const DeclStmt *Declared = nullptr;
    llvm::SmallPtrSet<const Expr *, 4> Draws;
    unsigned Named = 0, Drawn = 0;
    bool VisitDeclStmt(DeclStmt *D) {
      if (D->isSingleDecl() && D->getSingleDecl() == V)
        Declared = D;
      return true;
    }
    bool VisitDeclRefExpr(DeclRefExpr *E) {
      Named += E->getDecl() == V;
      return true;
    }
    bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr *E) {
      if (E->getOperator() == OO_Call && E->getNumArgs() == 2 &&
          RegionFacts::named(E->getArg(0)->IgnoreParenImpCasts()) == V) {
        ++Drawn;
        Draws.insert(E);
      }
      return true;
    }
  } In;
  In.V = V;
  In.TraverseStmt(const_cast<Stmt *>(Shape.Body));
  Made.TraverseStmt(const_cast<Expr *>(Var->getInit()));
  if (!Made.Fits || !In.Declared || parentOf(In.Declared, C) != Shape.Body ||
      In.Named != In.Drawn)
    return false;
  // Each draw has to be a part of its own, which it is for the engine's sake.
  return llvm::all_of(In.Draws, [&](const Expr *Draw) {
    return llvm::any_of(E.Accesses, [&](const Access &W) {
      return W.Writes && W.Site == Draw &&
             (W.At.is(Place::Root::This) ||
              (W.At.is(Place::Root::Variable) && !isLocal(W.At.Variable)));
    });
  });
}

/// Two changes in one expression may come in any order, unless they are the
/// same.
bool Classifier::isOrderKept(const Expr &Part, const Expr &Whole) const {
  auto Spelled = [&](const Stmt *S) {
    return Lexer::getSourceText(
        CharSourceRange::getTokenRange(S->getSourceRange()),
        C.getSourceManager(), C.getLangOpts());
  };
  for (const Access &A : E.Accesses)
    if (A.Writes && A.Site && isInside(A.Site, &Whole, C) &&
        !isInside(A.Site, &Part, C) && !isInside(&Part, A.Site, C) &&
        isa<CallExpr>(A.Site) && Spelled(A.Site) != Spelled(&Part))
      return false;
  return true;
}

/// What a worker may have for itself.
bool Classifier::canBeRepeated(const Place &P) const {
  if (P.is(Place::Root::Hidden))
    return llvm::is_contained({"rand", "random", "drand48"}, P.State);
  if (!P.is(Place::Root::Variable) && !P.is(Place::Root::This))
    return false;
  for (size_t K = 0; K <= P.Path.size(); ++K) {
    const QualType T = typeOfPlace(P.shortened(K));
    const LibraryType L = T.isNull() ? LibraryType::None : libraryType(T);
    if (L == LibraryType::Stream || L == LibraryType::Lock)
      return false;
  }
  const auto *V =
      P.is(Place::Root::Variable) ? dyn_cast<VarDecl>(P.Variable) : nullptr;
  return !P.is(Place::Root::Variable) ||
         (V && V != Shape.Variable && !isHead(V) && !isLocal(V) &&
          !V->getType().isVolatileQualified());
}

/// Whether there is work in the body beside Parts: loops, and calls that do
/// more than to get at elements or to print.
bool Classifier::hasMore(const std::vector<const Expr *> &Parts) const {
  struct Work : RecursiveASTVisitor<Work> {
    const std::vector<const Expr *> *Parts = nullptr;
    bool Any = false;
    bool TraverseStmt(Stmt *S) {
      return (S && llvm::is_contained(*Parts, S)) ||
             RecursiveASTVisitor::TraverseStmt(S);
    }
    bool VisitStmt(Stmt *S) {
      Any |= isa<WhileStmt, DoStmt, CXXForRangeStmt>(S);
      return !Any;
    }
    bool TraverseForStmt(ForStmt *S) {
      // A loop of nothing but parts is none.
      bool Left = false;
      const Stmt *Body = S->getBody();
      if (const auto *Block = dyn_cast<CompoundStmt>(Body))
        for (const Stmt *Child : Block->body())
          Left |= !llvm::is_contained(*Parts, Child);
      else
        Left = !llvm::is_contained(*Parts, Body);
      Any |= Left;
      return !Any;
    }
    bool VisitCallExpr(CallExpr *E) {
      const FunctionDecl *F = E->getDirectCallee();
      const LibraryFunction *L = F ? lookupLibrary(*F) : nullptr;
      if (L)
        Any |= (L->Effects &
                (LibraryFunction::Prints | LibraryFunction::PrintsTo)) == 0;
      else
        Any |= !F || !isInStd(F) ||
               (!isa<CXXMethodDecl>(F) && !F->isOverloadedOperator());
      return !Any;
    }
    bool VisitCXXConstructExpr(CXXConstructExpr *E) {
      Any |= !isInStd(E->getConstructor()) && !E->getConstructor()->isTrivial();
      return !Any;
    }
  } Finder;
  Finder.Parts = &Parts;
  Finder.TraverseStmt(const_cast<Stmt *>(Shape.Body));
  return Finder.Any;
}

/// The groups whose changes are all made in such parts. A part reads nothing
/// that is written elsewhere.
void Classifier::findHeadGroups() {
  std::map<const Access *, size_t> GroupOf;
  std::map<const Access *, const Expr *> Parts;
  Repeatable.assign(Groups.size(), true);
  for (size_t K = 0; K < Groups.size(); ++K)
    for (const Access *W : Groups[K].Writes) {
      GroupOf[W] = K;
      const Expr *Part =
          Repeatable[K] && canBeRepeated(W->At) ? headPart(*W) : nullptr;
      Parts[W] = Part;
      Repeatable[K] = Repeatable[K] && Part;
    }
  auto Fits = [&](const Access &A) {
    if (A.At.is(Place::Root::Local) || A.At.is(Place::Root::Fresh) ||
        A.At.is(Place::Root::Literal))
      return true;
    if (A.At.is(Place::Root::Unknown))
      return false;
    return llvm::all_of(E.Accesses, [&](const Access &X) {
      if (!X.Writes || X.InHeader || X.AtExit)
        return true;
      if (&X != &A) {
        const Relation R = Alias.relate(X, A);
        if (R == Relation::Disjoint ||
            (R == Relation::Unknown && !Alias.instantiated() &&
             !Alias.mayShare(X, A)))
          return true;
      }
      auto Found = GroupOf.find(&X);
      return Found != GroupOf.end() && Repeatable[Found->second];
    });
  };
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (size_t K = 0; K < Groups.size(); ++K) {
      if (!Repeatable[K])
        continue;
      Repeatable[K] = llvm::all_of(Groups[K].Writes, [&](const Access *W) {
        return llvm::all_of(E.Accesses, [&](const Access &A) {
          return A.InHeader || !A.Site || !isInside(A.Site, Parts[W], C) ||
                 Fits(A);
        });
      });
      Changed |= !Repeatable[K];
    }
  }
}

/// Its value is used where it is changed, or elsewhere in the body: as a tail
/// it would take that to the parent.
bool Classifier::isBetterRepeated(const Group &G) const {
  // (Where a pointer is that moves can't be said in a worker.)
  if (!isRepeatable(G) || (G.root() && G.root()->getType()->isPointerType()))
    return false;
  for (const Access *A : G.All) {
    bool Inside = false;
    for (const Access *W : G.Writes) {
      const Expr *Part = headPart(*W);
      Inside |= A->Site && isInside(A->Site, Part, C);
      // `sum += dist(engine)`.
      if (llvm::none_of(G.Tails, [&](const Stmt *S) {
            const auto *Whole = dyn_cast<Expr>(S);
            return Whole && Whole->IgnoreImplicit() == Part;
          }))
        return true;
    }
    if (!Inside)
      return true;
  }
  return false;
}

/// What a repeated part touches is repeated with it. Lists the parts.
void Classifier::finishHead() {
  const RegionFacts Around = RegionFacts::around(Shape.Function, C);
  std::vector<const Expr *> Parts;
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (const Group &G : Groups) {
      if (G.What != Group::Kind::Head)
        continue;
      for (const Access *W : G.Writes) {
        const Expr *Part = headPart(*W);
        if (!llvm::is_contained(Parts, Part))
          Parts.push_back(Part);
        for (const Access &A : E.Accesses) {
          if (A.InHeader || !A.Site || !isInside(A.Site, Part, C))
            continue;
          for (Group &Other : Groups)
            if (Other.What != Group::Kind::Head &&
                llvm::is_contained(Other.All, &A) && isRepeatable(Other)) {
              Other.What = Group::Kind::Head;
              Other.Tails.clear();
              Changed = true;
            }
        }
      }
    }
  }
  if (!Parts.empty() && !hasMore(Parts)) {
    // A recurrence, and nothing else.
    Repeatable.assign(Groups.size(), false);
    for (Group &G : Groups)
      if (G.What == Group::Kind::Head)
        classify(G);
    return;
  }
  for (const Expr *Part : Parts)
    if (llvm::none_of(Parts, [&](const Expr *Other) {
          return Other != Part && isInside(Part, Other, C);
        }))
      HeadParts.push_back(Part);
  // What is drawn with is declared first.
  struct Names : RecursiveASTVisitor<Names> {
    llvm::SmallPtrSet<const ValueDecl *, 4> Seen;
    bool VisitDeclRefExpr(DeclRefExpr *E) {
      Seen.insert(E->getDecl());
      return true;
    }
  } Named;
  for (const Stmt *Part : HeadParts)
    Named.TraverseStmt(const_cast<Stmt *>(Part));
  for (const Stmt *S : Shape.Body->children())
    if (const auto *D = dyn_cast_or_null<DeclStmt>(S);
        D && !HeadParts.empty() && D->isSingleDecl() &&
        isa<VarDecl>(D->getSingleDecl()) &&
        Named.Seen.contains(cast<VarDecl>(D->getSingleDecl())))
      HeadParts.push_back(D);
  for (const Group &G : Groups) {
    const auto *V = dyn_cast_or_null<VarDecl>(G.root());
    if (G.What == Group::Kind::Head && V && G.Fixed.Path.empty() &&
        !G.IsArray && V->hasLocalStorage() && V->getType()->isScalarType() &&
        V->getDeclContext() ==
            static_cast<const DeclContext *>(Shape.Function) &&
        !Around.AddressTaken.contains(V) && !isHead(V))
      Head.push_back(V);
  }
}

} // namespace mp::tool
