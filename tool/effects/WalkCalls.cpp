//===- WalkCalls.cpp - Calls, constructors, and the use of summaries ------===//

#include "effects/Walker.h"
#include "clang/AST/Attr.h"
#include "clang/Basic/Builtins.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace mp::tool {

const Effects *Summaries::of(const FunctionDecl *F) {
  const FunctionDecl *Definition = nullptr;
  if (!F->hasBody(Definition) || !Definition ||
      Definition->isDependentContext())
    return nullptr;
  auto &Slot = Entries[Definition];
  if (!Slot)
    Slot = std::make_unique<Entry>();
  else if (Slot->InProgress) {
    Slot->AskedInProgress = true;
    return &Slot->Known;
  } else
    return &Slot->Known;
  Entry &E = *Slot;
  E.InProgress = true;
  // Recursion: what is known so far is used, until nothing new comes.
  size_t Before = ~size_t(0);
  for (int Round = 0; Round < 4; ++Round) {
    E.AskedInProgress = false;
    Effects New = Walker(*this).walkFunction(Definition);
    bool Recursive = E.AskedInProgress;
    if (Recursive)
      New.MustWrite.clear();
    size_t Size = New.Accesses.size() + New.Events.size() + New.Returns.size();
    E.Known = std::move(New);
    if (!Recursive || Size == Before)
      break;
    Before = Size;
  }
  E.InProgress = false;
  return &E.Known;
}

Walker::Argument Walker::argument(const Expr *E, QualType T) {
  Argument A;
  A.Text = E;
  A.Type = T;
  A.IsReference = T->isReferenceType();
  if (A.IsReference) {
    const Expr *Inner = E->IgnoreParens();
    if (E->isGLValue() && !isa<MaterializeTemporaryExpr>(Inner)) {
      A.At = lvalue(E);
      // The number behind a const reference, for std::max and the like.
      if (A.At.size() == 1)
        A.What.Number = numberOf(A.At[0], T, A.What.Fits);
      for (const Place &P : A.At)
        if (holdsPointers(T, C))
          for (const Place &R : resolve(P))
            merge(A.What.Targets, pointeesOf(R, covered(R)));
    } else {
      A.What = rvalue(E);
      A.At = temporary(E, A.What.Targets);
    }
  } else {
    A.What = rvalue(E);
  }
  return A;
}

Walker::Value Walker::call(const CallExpr *E) {
  const FunctionDecl *F = E->getDirectCallee();
  // Pointers to functions, and objects called through them.
  if (!F) {
    std::vector<Argument> Args;
    if (!isa<CXXPseudoDestructorExpr>(E->getCallee()->IgnoreParens()))
      rvalue(E->getCallee());
    else
      return {};
    for (const Expr *A : E->arguments())
      Args.push_back(argument(A, A->isGLValue()
                                     ? C.getLValueReferenceType(A->getType())
                                     : A->getType()));
    std::string Name = "a function through a pointer";
    if (auto *D = dyn_cast<DeclRefExpr>(E->getCallee()->IgnoreParenImpCasts()))
      Name = "'" + D->getDecl()->getNameAsString() + "'";
    else if (auto *M =
                 dyn_cast<MemberExpr>(E->getCallee()->IgnoreParenImpCasts()))
      Name = "'" + M->getMemberDecl()->getNameAsString() + "'";
    return opaque(Name, E, nullptr, false, Args);
  }
  switch (F->getBuiltinID()) {
  case 0:
    break;
  case Builtin::BI__builtin_expect:
  case Builtin::BI__builtin_assume_aligned:
    for (unsigned K = 1; K < E->getNumArgs(); ++K)
      rvalue(E->getArg(K));
    return rvalue(E->getArg(0));
  case Builtin::BImove:
  case Builtin::BIforward:
  case Builtin::BIas_const:
  case Builtin::BImove_if_noexcept: {
    Value V;
    V.Targets = lvalue(E->getArg(0));
    return V;
  }
  case Builtin::BIaddressof:
  case Builtin::BI__addressof:
  case Builtin::BI__builtin_addressof: {
    Value V;
    V.Targets = lvalue(E->getArg(0));
    return V;
  }
  case Builtin::BI__builtin_va_start:
  case Builtin::BI__builtin_va_end:
  case Builtin::BI__builtin_va_copy:
    return {};
  case Builtin::BI__builtin_unreachable:
    Now = std::nullopt;
    return {};
  default:
    break;
  }
  const auto *Method = dyn_cast<CXXMethodDecl>(F);
  Places Object;
  bool HasObject = false;
  unsigned First = 0;
  if (auto *M = dyn_cast<CXXMemberCallExpr>(E)) {
    const Expr *O = M->getImplicitObjectArgument();
    auto *Callee = dyn_cast<MemberExpr>(E->getCallee()->IgnoreParens());
    HasObject = Method && !Method->isStatic();
    if (O && Callee && Callee->isArrow())
      Object = traced(rvalue(O).Targets);
    else if (O)
      Object = lvalue(O);
    if (HasObject && Object.empty())
      Object.push_back(Place::of(Place::Root::Unknown));
  } else if (isa<CXXOperatorCallExpr>(E) && Method && !Method->isStatic()) {
    Object = lvalue(E->getArg(0));
    HasObject = true;
    First = 1;
  } else if (isa<CXXOperatorCallExpr>(E) && Method) {
    First = 1; // static operator()
  }
  // A virtual call whose target is not certain.
  bool Open = false;
  if (Method && Method->isVirtual()) {
    Open = true;
    if (auto *Callee = dyn_cast<MemberExpr>(E->getCallee()->IgnoreParens())) {
      if (Callee->hasQualifier())
        Open = false;
      const Expr *O = Callee->getBase()->IgnoreParenImpCasts();
      if (!Callee->isArrow())
        if (auto *D = dyn_cast<DeclRefExpr>(O))
          if (!D->getDecl()->getType()->isReferenceType())
            Open = false; // an object of exactly this type
    }
    if (Method->hasAttr<FinalAttr>() ||
        Method->getParent()->hasAttr<FinalAttr>())
      Open = false;
  }
  std::vector<Argument> Args;
  for (unsigned K = First; K < E->getNumArgs(); ++K) {
    unsigned P = K - First;
    QualType T = P < F->getNumParams() ? F->getParamDecl(P)->getType()
                                       : E->getArg(K)->getType();
    Args.push_back(argument(E->getArg(K), T));
  }
  if (Open && !isInStd(Method) && !Trusted.contains(F->getNameAsString()))
    return opaque("virtual '" + F->getQualifiedNameAsString() + "'", E,
                  HasObject ? &Object : nullptr, Method->isConst(), Args);
  return invoke(F, E, HasObject ? &Object : nullptr, std::move(Args));
}

/// `T&&` bound to something that lives on: it is moved from.
void Walker::moveFrom(const Argument &A, const Expr *Site) {
  if (!A.Type->isRValueReferenceType() || !A.Text->isXValue())
    return;
  record(A.At, true, true, A.Type->getPointeeType(), Site, nullptr, nullptr,
         true);
}

Walker::Value Walker::construct(const CXXConstructExpr *E) {
  const CXXConstructorDecl *D = E->getConstructor();
  QualType T = E->getType();
  std::vector<Argument> Args;
  for (unsigned K = 0; K < E->getNumArgs(); ++K)
    Args.push_back(argument(E->getArg(K), K < D->getNumParams()
                                              ? D->getParamDecl(K)->getType()
                                              : E->getArg(K)->getType()));
  Value V;
  auto ReadAll = [&] {
    for (const Argument &A : Args) {
      if (A.IsReference) {
        record(A.At, true, false, A.Type->getPointeeType(), A.Text);
        moveFrom(A, A.Text);
      }
      merge(V.Targets, A.What.Targets);
    }
  };
  LibraryType Kind = libraryType(T);
  if (Kind == LibraryType::Stream) {
    StringRef N = stdName(T);
    bool Named = !Args.empty() && !D->isCopyOrMoveConstructor();
    if (N.contains("fstream") && Named)
      event(N == "basic_ifstream"                       ? Event::Kind::ReadsFile
            : N == "basic_ofstream" && Args.size() == 1 ? Event::Kind::Files
                                                        : Event::Kind::Kernel,
            E, "a 'std::" + N.drop_front(6).str() + "' opened in the loop");
    ReadAll();
    V.Targets.clear();
    return V;
  }
  if (Kind == LibraryType::Lock)
    return V;
  if (isInStd(D)) {
    ReadAll();
    // A view of a container, or pointers into it.
    if (holdsPointers(T, C)) {
      for (const Argument &A : Args)
        if (A.IsReference && !D->isCopyOrMoveConstructor()) {
          LibraryType K = libraryType(A.Type);
          for (const Place &P : A.At)
            if (K == LibraryType::Sequence)
              merge(V.Targets, {P.content(Index::at(0), elementType(A.Type))});
            else if (K == LibraryType::InPlace ||
                     A.Type->getPointeeType()->isArrayType())
              merge(V.Targets, {P.element(Index::at(0), elementType(A.Type))});
            else if (K == LibraryType::None && !P.is(Place::Root::Local))
              merge(V.Targets, {P});
        }
    } else {
      V.Targets.clear();
    }
    if (isInStd(D) && (stdName(T) == "thread" || stdName(T) == "jthread" ||
                       stdName(T) == "random_device"))
      event(Event::Kind::Construct, E, "std::" + stdName(T).str());
    for (const Argument &A : Args)
      callback(A, E, {});
    return V;
  }
  if (D->isTrivial() || (D->isDefaulted() && D->isCopyOrMoveConstructor()) ||
      D->isInheritingConstructor()) {
    ReadAll();
    return V;
  }
  Place Made = Place::of(Place::Root::Local);
  Made.State = number(E);
  Places Object{Made};
  Value R = invoke(D, E, &Object, Args);
  merge(V.Targets, Temporaries[Made.State]);
  for (const Argument &A : Args) {
    merge(V.Targets, A.What.Targets);
    // A reference member may keep it.
    if (holdsPointers(T, C) && A.IsReference)
      merge(V.Targets, A.At);
  }
  return V;
}

/// What a library function returned: pointers that nobody traced may lead
/// anywhere.
Walker::Value Walker::answered(Value V, const Expr *Site) {
  if (Untraced && V.Targets.empty() && Site->isPRValue() &&
      !isa<CXXConstructExpr>(Site) && holdsPointers(Site->getType(), C))
    V.Targets.push_back(Place::of(Place::Root::Unknown));
  return V;
}

Walker::Value Walker::invoke(const FunctionDecl *F, const Expr *Site,
                             const Places *Object, std::vector<Argument> Args) {
  std::string Name = F->getNameAsString();
  if (Trusted.contains(Name) ||
      Trusted.contains(F->getQualifiedNameAsString())) {
    for (const Argument &A : Args)
      if (A.IsReference && A.Type->getPointeeType().isConstQualified())
        record(A.At, true, false, A.Type->getPointeeType(), Site);
    return {};
  }
  if (auto *M = dyn_cast<CXXMethodDecl>(F)) {
    if (isInStd(M) && Object)
      return answered(stdMember(M, Site, *Object, Args), Site);
    if (M->isCopyAssignmentOperator() || M->isMoveAssignmentOperator())
      if (M->isDefaulted() || M->isTrivial()) {
        Value V;
        if (!Args.empty()) {
          record(Args[0].At, true, false,
                 M->getParent()->getASTContext().getCanonicalTagType(
                     M->getParent()),
                 Site);
          moveFrom(Args[0], Site);
          V.Targets = Args[0].What.Targets;
        }
        QualType T = C.getCanonicalTagType(M->getParent());
        store(*Object, T, V, Site, Args.empty() ? nullptr : Args[0].Text,
              false);
        V.Targets = *Object;
        return V;
      }
  }
  if (Name == "strtok" && F->isExternC())
    return strtok(Site, Args);
  if (const LibraryFunction *L = lookupLibrary(*F))
    return answered(libraryCall(*L, Site, Args), Site);
  if (isInStd(F))
    return answered(stdFunction(F, Site, Args), Site);
  bool System = C.getSourceManager().isInSystemHeader(F->getLocation());
  if (const Effects *S = System ? nullptr : Known.of(F))
    return apply(*S, F, Site, Object, Args);
  if (F->isTrivial() || F->getBuiltinID() != 0) {
    // Compiler builtins that compute with numbers.
    bool Pointers = false;
    for (const Argument &A : Args)
      Pointers |= A.IsReference || !A.What.Targets.empty();
    if (!Pointers || F->isTrivial())
      return {};
  }
  bool Const = isa<CXXMethodDecl>(F) && cast<CXXMethodDecl>(F)->isConst();
  if (F->hasAttr<ConstAttr>() || F->hasAttr<PureAttr>()) {
    for (const Argument &A : Args)
      for (const Place &P : A.IsReference ? A.At : A.What.Targets)
        record({P.reach()}, true, false, {}, Site);
    return {};
  }
  return opaque("'" + F->getQualifiedNameAsString() + "'", Site, Object, Const,
                Args);
}

/// A call into code that can't be seen.
Walker::Value Walker::opaque(StringRef Name, const Expr *Site,
                             const Places *Object, bool ObjectConst,
                             const std::vector<Argument> &Args) {
  // What can be got at through local objects as well.
  auto Deep = [&](const Places &From) {
    Places R;
    for (const Place &P : From)
      for (const Place &Q : resolve(P)) {
        merge(R, {Q});
        if (Q.is(Place::Root::Variable) && isLocal(Q.Variable))
          if (auto It = Locals.find(Q.Variable); It != Locals.end())
            merge(R, It->second.Targets);
      }
    return R;
  };
  Places Mutable, Constant;
  auto Take = [&](const Places &P, bool IsConst) {
    for (const Place &Q : Deep(P))
      if (!isOwn(Q))
        merge(IsConst ? Constant : Mutable, {Q});
  };
  if (Object)
    Take(*Object, ObjectConst);
  for (const Argument &A : Args) {
    if (A.IsReference) {
      Take(A.At, A.Type->getPointeeType().isConstQualified());
      Take(A.What.Targets, true);
    } else if (A.Type->isPointerType()) {
      Take(A.What.Targets, A.Type->getPointeeType().isConstQualified() ||
                               A.Type->isFunctionPointerType());
    } else {
      QualType E = elementType(A.Type);
      Take(A.What.Targets, libraryType(A.Type) == LibraryType::View &&
                               !E.isNull() && E.isConstQualified());
    }
  }
  for (const Place &P : Constant)
    record({P.reach()}, true, false, {}, Site);
  if (!Mutable.empty()) {
    eventAbout(Event::Kind::OpaqueMutable, Site, Name.str(), Mutable);
  } else {
    event(Event::Kind::OpaqueCall, Site, Name.str());
  }
  if (!TryDepth)
    Out.MayThrow = true;
  Value V;
  if (holdsPointers(Site->getType(), C) || Site->isGLValue())
    V.Targets = {Place::of(Place::Root::Unknown)};
  return V;
}

std::optional<Polynomial> Walker::substitute(const Polynomial &P,
                                             const Frame &F,
                                             std::vector<Index::Fit> *Fits) {
  return P.substitute([&](const Symbol *S) -> std::optional<Polynomial> {
    if (S->What == Symbol::Kind::Variable) {
      if (auto *Param = dyn_cast<ParmVarDecl>(S->Variable))
        if (Param->getDeclContext() == F.Callee && F.Args) {
          unsigned K = Param->getFunctionScopeIndex();
          if (K >= F.Args->size() || !(*F.Args)[K].What.Number)
            return std::nullopt;
          if (Fits)
            Fits->insert(Fits->end(), (*F.Args)[K].What.Fits.begin(),
                         (*F.Args)[K].What.Fits.end());
          return (*F.Args)[K].What.Number;
        }
      // A variable of ours that a lambda names.
      std::vector<Index::Fit> More;
      auto N =
          numberOf(Place::variable(S->Variable), S->Variable->getType(), More);
      if (Fits)
        Fits->insert(Fits->end(), More.begin(), More.end());
      return N;
    }
    if (S->At) {
      Places At = substitute(*S->At, F);
      if (At.size() != 1)
        return std::nullopt;
      for (const Step &One : At[0].Path)
        if (One.What == Step::Kind::Element &&
            (!One.At.Known || !One.At.Terms.empty() ||
             !isInvariant(One.At.Form)))
          return std::nullopt;
      if (At[0].is(Place::Root::Local) || At[0].is(Place::Root::Unknown) ||
          At[0].is(Place::Root::Fresh) ||
          (At[0].is(Place::Root::Variable) && isLocal(At[0].Variable) &&
           !selfRooted(At[0].Variable)))
        return std::nullopt;
      Symbol New = *S;
      New.At = std::make_shared<Place>(At[0]);
      New.Key = (S->What == Symbol::Kind::Query ? S->Member + " of "
                                                : std::string("value of ")) +
                At[0].key();
      return Polynomial(Known.Symbols.get(std::move(New)));
    }
    return Polynomial(S);
  });
}

Index Walker::substitute(const Index &I, const Frame &F) {
  if (!I.Known)
    return I;
  Index R;
  R.Known = true;
  bool Ok = true;
  auto One = [&](const Polynomial &P) {
    auto N = substitute(P, F, &R.Fits);
    Ok &= N.has_value();
    return N.value_or(Polynomial());
  };
  R.Form = One(I.Form);
  for (auto &T : I.Terms)
    R.Terms.push_back({One(T.Coefficient), One(T.Low), One(T.High)});
  for (auto &Fit : I.Fits) {
    Index::Fit New{One(Fit.Form), {}, Fit.Type};
    for (auto &T : Fit.Terms)
      New.Terms.push_back({One(T.Coefficient), One(T.Low), One(T.High)});
    R.Fits.push_back(std::move(New));
  }
  return Ok ? R : Index::unknown();
}

/// A place in the callee's terms, in ours.
Walker::Places Walker::substitute(const Place &P, const Frame &F) {
  Places Bases;
  size_t From = 0;
  if (P.is(Place::Root::This) && F.Object) {
    Bases = *F.Object;
  } else if (P.is(Place::Root::Variable)) {
    auto *Param = dyn_cast<ParmVarDecl>(P.Variable);
    if (Param && Param->getDeclContext() == F.Callee && F.Args) {
      unsigned K = Param->getFunctionScopeIndex();
      if (K >= F.Args->size())
        return {Place::of(Place::Root::Unknown)};
      const Argument &A = (*F.Args)[K];
      if (A.IsReference && Param->getType()->isReferenceType()) {
        Bases = A.At;
      } else {
        if (P.Path.empty())
          return {Place::of(Place::Root::Local)};
        if (P.Path[0].What != Step::Kind::Deref &&
            P.Path[0].What != Step::Kind::Reach)
          return {Place::of(Place::Root::Local)};
        for (const Place &T : traced(A.What.Targets)) {
          if (P.Path[0].What == Step::Kind::Reach) {
            Bases.push_back(T.reach());
            continue;
          }
          if (P.Path.size() > 1 && P.Path[1].What == Step::Kind::Element) {
            Index Moved = substitute(P.Path[1].At, F);
            Place B = T;
            if (B.endsInElement()) {
              Index &At = B.Path.back().At;
              if (At.Known && Moved.Known) {
                if (auto Sum = Polynomial::add(At.Form, Moved.Form)) {
                  At.Form = *Sum;
                  At.Terms.insert(At.Terms.end(), Moved.Terms.begin(),
                                  Moved.Terms.end());
                  At.Fits.insert(At.Fits.end(), Moved.Fits.begin(),
                                 Moved.Fits.end());
                } else
                  At = Index::unknown();
              } else
                At = Index::unknown();
              if (B.Path.back().Type.isNull())
                B.Path.back().Type = P.Path[1].Type;
            }
            Bases.push_back(B);
          } else {
            Bases.push_back(T);
          }
        }
        From = P.Path[0].What == Step::Kind::Reach ? P.Path.size() : 2;
        if (Bases.empty())
          return {};
      }
    } else {
      // A copy that the closure holds is a part of the closure.
      if (F.Object && F.Callee)
        if (auto *Op = dyn_cast<CXXMethodDecl>(F.Callee);
            Op && Op->getParent()->isLambda())
          for (const LambdaCapture &Cap : Op->getParent()->captures())
            if (Cap.capturesVariable() && Cap.getCapturedVar() == P.Variable &&
                Cap.getCaptureKind() == LCK_ByCopy && P.Path.empty())
              return *F.Object;
      // A global, or a variable of ours that a lambda names.
      if (P.Variable->getType()->isReferenceType() && isLocal(P.Variable))
        Bases = resolve(Place::variable(P.Variable));
      else
        Bases = {Place::variable(P.Variable)};
    }
  } else {
    Bases = {P};
    Bases[0].Path.clear();
  }
  Places R;
  for (Place B : Bases) {
    for (size_t K = From; K < P.Path.size(); ++K) {
      if (!B.Path.empty() && B.Path.back().What == Step::Kind::Reach)
        break;
      Step S = P.Path[K];
      if (S.What == Step::Kind::Element)
        S.At = substitute(S.At, F);
      // A pointer that was stored there in this iteration.
      bool Own = B.is(Place::Root::Fresh) || B.is(Place::Root::Local);
      bool Stored = S.What == Step::Kind::Deref &&
                    B.is(Place::Root::Variable) && !isLocal(B.Variable) &&
                    PointerStores.count(B.key(false)) && covered(B);
      if (Stored || (Own && (S.What == Step::Kind::Deref ||
                             S.What == Step::Kind::Reach))) {
        for (const Place &T :
             traced(Own ? pointeesOf(B, true) : PointerStores[B.key(false)])) {
          Place Q = T;
          size_t N = K + 1;
          if (S.What == Step::Kind::Reach) {
            Q = Q.reach();
            N = P.Path.size();
          } else if (N < P.Path.size() &&
                     P.Path[N].What == Step::Kind::Element) {
            Value By;
            Index I = substitute(P.Path[N].At, F);
            if (I.Known && I.Terms.empty())
              By.Number = I.Form;
            Q = shift(Q, By);
            ++N;
          }
          for (; N < P.Path.size(); ++N) {
            Step Rest = P.Path[N];
            if (Rest.What == Step::Kind::Element)
              Rest.At = substitute(Rest.At, F);
            Q.Path.push_back(Rest);
          }
          merge(R, resolve(Q));
        }
        B = Place::of(Place::Root::Local);
        break;
      }
      if (B.Path.size() > 20) {
        B = B.reach();
        break;
      }
      B.Path.push_back(S);
    }
    if (B.is(Place::Root::Local) && R.size())
      continue;
    if (B.is(Place::Root::Local) || B.is(Place::Root::Fresh) ||
        B.is(Place::Root::Literal))
      B.Path.clear();
    merge(R, resolve(B));
  }
  return R;
}

/// An event of a function that is called here.
void Walker::repeat(const Event &E, const Stmt *Site, const Frame *F) {
  if (!Recording)
    return;
  Places About;
  if (F)
    for (const Place &P : E.About)
      for (const Place &R : substitute(P, *F))
        if (!isOwn(R))
          merge(About, {R});
  Event::Kind What = E.What;
  if (F && !E.About.empty() && About.empty()) {
    if (What != Event::Kind::OpaqueMutable)
      return; // all of it is our own
    What = Event::Kind::OpaqueCall;
  }
  event(What, Site,
        What == Event::Kind::Frees && !About.empty() ? About.front().spelled()
                                                     : E.Name,
        E.Inner.isValid() ? E.Inner : E.Where);
  Out.Events.back().About = std::move(About);
}

static bool isStandardStream(const Place &P) {
  if (!P.is(Place::Root::Variable) || !isInStd(P.Variable))
    return false;
  StringRef N = P.Variable->getName();
  return N == "cout" || N == "cerr" || N == "clog" || N == "wcout" ||
         N == "wcerr";
}

Walker::Value Walker::apply(const Effects &S, const FunctionDecl *F,
                            const Expr *Site, const Places *Object,
                            const std::vector<Argument> &Args) {
  Frame Fr{F->getDefinition() ? F->getDefinition() : F, Object, &Args};
  std::string Name = F->getNameAsString();
  bool WasCertain = certain();
  for (const Access &A : S.Accesses) {
    Places At = substitute(A.At, Fr);
    if (A.Writes && isStandardStream(A.At)) {
      event(Event::Kind::Prints, Site, Name, A.Where);
      continue;
    }
    Places Stored;
    for (const Place &T : A.StoredTargets)
      merge(Stored, substitute(T, Fr));
    for (const Place &P : At) {
      Access New = A;
      New.At = P;
      New.Certain = A.Certain && WasCertain && At.size() == 1;
      New.Site = Site;
      New.Where = Site->getBeginLoc();
      New.Inner = A.Inner.isValid() ? A.Inner : A.Where;
      New.Through = Name;
      New.InHeader = InHeader;
      New.StoredTargets = Stored;
      if (New.Reads && !New.Covered && !A.WrittenBefore.empty()) {
        Places Before;
        for (const Place &W : A.WrittenBefore)
          if (Places Here = substitute(W, Fr); Here.size() == 1)
            Before.push_back(close(Here[0]));
        New.Covered = coveredBy(Before, close(P));
      }
      if (New.Writes && holdsPointers(A.Type, C))
        keep(P, Stored);
      recordOne(std::move(New), false, false);
    }
  }
  for (const Event &E : S.Events)
    repeat(E, Site, &Fr);
  for (const Place &P : S.MustWrite) {
    Places At = substitute(P, Fr);
    if (At.size() == 1)
      markWritten(At[0]);
  }
  if (S.MayThrow && !TryDepth)
    Out.MayThrow = true;
  Value V;
  for (const Place &P : S.Returns)
    merge(V.Targets, substitute(P, Fr));
  if (S.ReturnNumber)
    V.Number = substitute(*S.ReturnNumber, Fr, &V.Fits);
  return V;
}

} // namespace mp::tool
