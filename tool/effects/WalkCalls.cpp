//===- WalkCalls.cpp - Calls and constructors -----------------------------===//
//
// Finds out who is called with what, and hands the call to the one who knows
// what it does: the walk of the callee, the library's rules, or nobody.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"
#include "loops/Iterators.h"
#include "clang/AST/Attr.h"
#include "clang/Basic/Builtins.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace mp::tool {

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

/// A builtin of the compiler that makes a number out of numbers. Others set
/// the machine's modes, say.
static bool computesOnly(unsigned ID, const ASTContext &C) {
  switch (ID) {
  case 0:
    return false;
  case Builtin::BI__builtin_assume:
  case Builtin::BI__builtin_unpredictable:
  case Builtin::BI__builtin_prefetch:
  case Builtin::BI__builtin_object_size:
  case Builtin::BI__builtin_dynamic_object_size:
  case Builtin::BI__builtin_constant_p:
  case Builtin::BI__builtin_is_constant_evaluated:
  case Builtin::BI__builtin_trap:
  case Builtin::BI__builtin_debugtrap:
  case Builtin::BI__builtin_readcyclecounter:
  case Builtin::BI__builtin_alloca:
    return true;
  default: {
    const Builtin::Context &Builtins = C.BuiltinInfo;
    const std::string Name = Builtins.getName(ID);
    return Builtins.isConst(ID) || Builtins.isPure(ID) ||
           Builtins.isConstWithoutErrnoAndExceptions(ID) ||
           Builtins.isConstWithoutExceptions(ID) ||
           Name == "__builtin_ia32_pause" || Name == "__builtin_ia32_rdtsc" ||
           Name == "__builtin_ia32_emms" || StringRef(Name).ends_with("fence");
  }
  }
}

Walker::Value Walker::call(const CallExpr *E) {
  const FunctionDecl *F = E->getDirectCallee();
  if (!F)
    return indirect(E);
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
  if (Open && !isInStd(Method) && !Trusted.contains(F->getNameAsString())) {
    mayRun(Known.overridersOf(Method), E, HasObject ? &Object : nullptr, Args);
    return opaque("what overrides '" + F->getQualifiedNameAsString() + "'", E,
                  HasObject ? &Object : nullptr, Method->isConst(), Args);
  }
  if (Open && isInStd(Method)) // of a class derived from the library's
    mayRun(Known.overridersOf(Method), E, HasObject ? &Object : nullptr, Args);
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
    else if (llvm::is_contained(
                 {"basic_ostream", "basic_istream", "basic_iostream"}, N) &&
             Named)
      event(Event::Kind::Construct, E, "a stream over a buffer");
    ReadAll();
    V.Targets.clear();
    return V;
  }
  if (Kind == LibraryType::Lock) {
    libraryRuns(T, E); // of mutexes that the user wrote
    return V;
  }
  // A deleter of the user's may leave alone what is not its own.
  if (stdName(T) == "unique_ptr" && !Args.empty())
    for (const Place &P : Args[0].What.Targets)
      if (P.is(Place::Root::Variable) && !P.indirect())
        event(Event::Kind::Construct, E,
              "a 'std::unique_ptr' to the variable '" +
                  P.Variable->getNameAsString() + "'");
  if (isInStd(D)) {
    usesView(T, E);
    libraryRuns(T, E);
    libraryRuns(D, E);
    for (const Argument &A : Args)
      libraryRuns(A.Type, E);
    if (!T.isTriviallyCopyableType(C))
      libraryAllocates(E);
    for (unsigned K = 0; K < Args.size(); ++K) {
      passed(D, K, Args, T, E);
      // A range of pointers: what those point to.
      QualType Of = elementType(Args[K].Type), To = elementType(T);
      if (holdsPointers(T, C) && !D->isCopyOrMoveConstructor() &&
          !Of.isNull() && !To.isNull() && holdsPointers(To, C) &&
          C.hasSameUnqualifiedType(Of, To))
        for (const Place &P : Args[K].What.Targets)
          merge(V.Targets, pointeesOf(unindexed(P), false));
      // It stands one before what it is made from.
      if (goesBackwards(T) != goesBackwards(Args[K].Type)) {
        Value One;
        One.Number = Polynomial(1);
        for (const Place &P : Args[K].What.Targets)
          merge(V.Targets, {step(Args[K].Type, P, One, true)});
        continue;
      }
      merge(V.Targets, Args[K].What.Targets);
    }
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
    // Members and bases may have such constructors that do more.
    if (!D->isTrivial())
      libraryRuns(T, E);
    if (D->isInheritingConstructor()) {
      const CXXConstructorDecl *From =
          D->getInheritedConstructor().getConstructor();
      Place Base = Place::of(Place::Root::Local);
      Base.State = number(E);
      Places Object{Base};
      if (From)
        invoke(From, E, &Object, Args);
    }
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
    if (isInStd(M) && Object) {
      usesView(M->getReturnType(), Site);
      libraryRuns(C.getCanonicalTagType(M->getParent()), Site);
      libraryRuns(M, Site);
      for (const Argument &A : Args)
        libraryRuns(A.Type, Site);
      if (!M->isConst())
        libraryAllocates(Site);
      return answered(stdMember(M, Site, *Object, Args), Site);
    }
    if (M->isCopyAssignmentOperator() || M->isMoveAssignmentOperator())
      if (M->isDefaulted() || M->isTrivial()) {
        Value V;
        if (!M->isTrivial())
          libraryRuns(C.getCanonicalTagType(M->getParent()), Site);
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
  if (isInStd(F)) {
    usesView(F->getReturnType(), Site);
    libraryRuns(F, Site);
    libraryRuns(F->getReturnType(), Site);
    for (const Argument &A : Args) {
      libraryRuns(A.Type, Site);
      libraryRuns(elementType(A.Type), Site);
    }
    libraryAllocates(Site);
    return answered(stdFunction(F, Site, Args), Site);
  }
  bool System = C.getSourceManager().isInSystemHeader(F->getLocation());
  if (const Effects *S = System ? nullptr : Known.of(F))
    return apply(*S, F, Site, Object, Args);
  if (F->isTrivial() || computesOnly(F->getBuiltinID(), C)) {
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
          merge(R, targetsOf(Q.Variable));
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

} // namespace mp::tool
