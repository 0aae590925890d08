//===- Substitute.cpp - A callee's effects in the caller's terms ----------===//
//
// A summary speaks of the callee's parameters; here they are replaced by what
// the call passes.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"
#include "clang/AST/ASTLambda.h"

using namespace clang;

namespace mp::tool {

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
      return stable(std::move(New));
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

/// The object that `this` means within a lambda that is called.
Walker::Places Walker::capturedThis(const Place &P, const Frame &F) const {
  const auto *Op = dyn_cast<CXXMethodDecl>(F.Callee);
  if (F.Object && Op && Op->getParent()->isLambda())
    for (const LambdaCapture &Cap : Op->getParent()->captures())
      if (Cap.capturesThis() && Cap.getCaptureKind() == LCK_StarThis)
        return *F.Object; // a copy, in the closure
  Place R = Place::of(Place::Root::This);
  R.Variable = P.Variable;
  if (P.Variable == methodAround(Loop ? Loop->Function : Function) &&
      (Loop || !isLambdaCallOperator(Function)))
    R.Variable = nullptr;
  else if (Loop)
    R = Place::of(Place::Root::Unknown);
  return {R};
}

/// A place in the callee's terms, in ours.
Walker::Places Walker::substitute(const Place &P, const Frame &F) {
  Places Bases;
  size_t From = 0;
  if (P.is(Place::Root::This) && P.Variable) {
    Bases = capturedThis(P, F);
  } else if (P.is(Place::Root::This) && F.Object) {
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
            } else {
              Value By;
              if (Moved.Known && Moved.Terms.empty())
                By.Number = Moved.Form;
              B = shift(B, By);
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
      if (K == 0 && S.What == Step::Kind::Element && F.Object &&
          P.is(Place::Root::This)) { // `this + 1`
        Value By;
        if (S.At.Known && S.At.Terms.empty()) {
          By.Number = S.At.Form;
          By.Fits = S.At.Fits;
        }
        B = shift(B, By);
        continue;
      }
      // A pointer that was stored there in this iteration.
      bool Own = B.is(Place::Root::Fresh) || B.is(Place::Root::Local);
      bool Stored = S.What == Step::Kind::Deref &&
                    B.is(Place::Root::Variable) && !isLocal(B.Variable) &&
                    PointerStores.count(B.key(false)) && covered(B);
      if (Stored || (Own && (S.What == Step::Kind::Deref ||
                             S.What == Step::Kind::Reach))) {
        Places To = Own ? pointeesOf(B, true) : PointerStores[B.key(false)];
        if (!B.Path.empty() && B.Path.back().What == Step::Kind::Field)
          To = fitting(std::move(To), *B.Path.back().Field);
        for (const Place &T : traced(std::move(To))) {
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
    if (B.is(Place::Root::Local) && !R.empty())
      continue;
    if (B.is(Place::Root::Local) || B.is(Place::Root::Fresh) ||
        B.is(Place::Root::Literal))
      B.Path.clear();
    merge(R, resolve(B));
  }
  return R;
}

/// An event of a function that is called here.
static bool isStandardStream(const Place &P) {
  if (!P.is(Place::Root::Variable) || !isInStd(P.Variable))
    return false;
  StringRef N = P.Variable->getName();
  return N == "cout" || N == "cerr" || N == "clog" || N == "wcout" ||
         N == "wcerr";
}

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
  // Of other streams, who hands them over runs in the parent.
  if (What == Event::Kind::FormatState && F &&
      llvm::none_of(About, [](const Place &P) {
        return isStandardStream(P) ||
               (P.is(Place::Root::Variable) && isa<ParmVarDecl>(P.Variable));
      }))
    return;
  event(What, Site,
        What == Event::Kind::Frees && !About.empty() ? About.front().spelled()
                                                     : E.Name,
        E.Inner.isValid() ? E.Inner : E.Where);
  Out.Events.back().About = std::move(About);
}

Walker::Value Walker::apply(const Effects &S, const FunctionDecl *F,
                            const Expr *Site, const Places *Object,
                            const std::vector<Argument> &Args) {
  Frame Fr{F->getDefinition() ? F->getDefinition() : F, Object, &Args};
  std::string Name = F->getNameAsString();
  bool WasCertain = certain();
  for (unsigned K : S.NeedsText)
    if (K < Args.size()) {
      needsText(Args[K].Text);
      if (maybeNull(Args[K].Text))
        record({Place::hidden("strtok")}, true, true, {}, Site);
    }
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
      if (New.Reads && !New.Covered && !New.Exposed &&
          !A.WrittenBefore.empty()) {
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
  if (Reaches && Known.reachesAnnotated(F))
    forgetStatics();
  for (const Place &P : S.MustWrite) {
    Places At = substitute(P, Fr);
    QualType T = typeOfPlace(P);
    if (const auto *M = dyn_cast<CXXMethodDecl>(F);
        M && P.is(Place::Root::This) && P.Path.empty() && !P.Variable)
      T = C.getCanonicalTagType(M->getParent());
    if (At.size() == 1 && fills(T, objectAt(At[0])))
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
