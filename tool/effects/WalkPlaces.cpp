//===- WalkPlaces.cpp - Places and their resolution -----------------------===//
//
// What a place means in the walked code: local pointers in it are replaced by
// what they point to, and the variables of inner loops by their ranges.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"
#include "clang/AST/ASTLambda.h"

using namespace clang;

namespace mp::tool {

bool Walker::isLocal(const ValueDecl *V) const {
  if (auto *Var = dyn_cast<VarDecl>(V); Var && Var->hasGlobalStorage())
    return false;
  if (Facts.Declared.contains(V))
    return true;
  if (Loop)
    return V == Loop->Variable && Loop->DeclaredInHeader;
  auto *P = dyn_cast<ParmVarDecl>(V);
  return P && P->getDeclContext() == Function &&
         !P->getType()->isReferenceType();
}

/// The method whose object `this` is in F, through the lambdas around it.
const CXXMethodDecl *Walker::methodAround(const FunctionDecl *F) {
  const DeclContext *D = F;
  while (D && isLambdaCallOperator(D))
    D = cast<CXXMethodDecl>(D)->getParent()->getDeclContext();
  return dyn_cast_or_null<CXXMethodDecl>(D);
}

/// A pointer whose own value comes from outside: what it points to at the
/// start stands for itself.
bool Walker::selfRooted(const ValueDecl *V) const {
  if (Loop)
    return V == Loop->Variable && Loop->What != LoopShape::Kind::Range;
  auto *P = dyn_cast<ParmVarDecl>(V);
  return P && P->getDeclContext() == Function;
}

Symbol Walker::variableSymbol(const ValueDecl *V) {
  Symbol S;
  S.What = Symbol::Kind::Variable;
  S.Key = Place::variable(V).key();
  S.Variable = V;
  S.NonNegative = V->getType().getNonReferenceType()->isUnsignedIntegerType();
  return S;
}

/// Of one loop: other loops with the same variable have others, since a pointer
/// into an array may outlive the loop that made it.
const Symbol *Walker::innerSymbol(const ValueDecl *V, const Stmt *Inner) {
  Symbol S;
  S.What = Symbol::Kind::InnerLoop;
  S.Key = Place::variable(V).key() + " in " +
          std::to_string(Inner->getBeginLoc().getRawEncoding());
  S.Variable = V;
  S.NonNegative = V->getType()->isUnsignedIntegerType();
  return Known.Symbols.get(std::move(S));
}

bool Walker::isInvariant(const Polynomial &P) const {
  return !P.mentionsIf([this](const Symbol *S) {
    return S == LoopSymbol || S->What == Symbol::Kind::InnerLoop;
  });
}

/// Speaks of an inner loop that does not run any more: it is one of its
/// elements, but nobody knows which.
bool Walker::isStale(const Polynomial &P) const {
  return P.mentionsIf([this](const Symbol *S) {
    if (S->What != Symbol::Kind::InnerLoop)
      return false;
    auto It = Actives.find(S->Variable);
    return It == Actives.end() || It->second.Sym != S;
  });
}

bool Walker::isStale(const Index &I) const {
  auto Any = [this](const Polynomial &Form,
                    const std::vector<Index::Term> &Terms) {
    return isStale(Form) || llvm::any_of(Terms, [this](const Index::Term &T) {
             return isStale(T.Coefficient) || isStale(T.Low) || isStale(T.High);
           });
  };
  return I.Known && (Any(I.Form, I.Terms) ||
                     llvm::any_of(I.Fits, [&](const Index::Fit &F) {
                       return Any(F.Form, F.Terms);
                     }));
}

Place Walker::unindexed(Place P) const {
  for (auto It = P.Path.rbegin(); It != P.Path.rend(); ++It)
    if (It->What == Step::Kind::Element) {
      It->At = Index::unknown();
      break;
    }
  return P;
}

/// Any element of P's array that a walk from there may come to, which ends
/// before element number End, if that is known. Where P is the first element of
/// a subarray, and that of a larger one, the walk may go through the larger
/// one: `fill(&a[i][0][0], &a[i][0][0] + 8, 0)`.
Place Walker::across(Place P, std::optional<long long> End) {
  if (!P.endsInElement())
    return P;
  long long Length = 1;
  for (size_t K = P.Path.size(); K-- > 0;) {
    Step &S = P.Path[K];
    const bool First =
        S.At.Known && S.At.Terms.empty() && S.At.Form.constant() == 0;
    S.At = Index::unknown();
    Length *= static_cast<long long>(S.Extent);
    if (K == 0 || P.Path[K - 1].What != Step::Kind::Element || Length == 0 ||
        Length > (1LL << 40))
      break;
    const Index &Next = P.Path[K - 1].At;
    const bool StartsRow =
        First && Next.Known && Next.Terms.empty() && Next.Form.constant() == 0;
    if (End ? *End <= Length : !StartsRow)
      break;
  }
  return P;
}

/// The temporary that E makes, which holds pointers to Targets.
Walker::Places Walker::temporary(const Expr *E, const Places &Targets) {
  Place P = Place::of(Place::Root::Local);
  if (Targets.empty())
    return {P};
  P.State = number(E);
  merge(Temporaries[P.State], Targets);
  return {P};
}

std::string Walker::number(const Expr *E) {
  unsigned Next = TemporaryNumbers.size() + 1;
  return std::to_string(TemporaryNumbers.try_emplace(E, Next).first->second);
}

/// Pointers to Targets are stored at P.
void Walker::keep(const Place &P, const Places &Stored) {
  Places Targets = Stored;
  // `p = p->next` in the head: where it leads in any iteration is one place
  // already.
  if (P.is(Place::Root::Variable) && P.Path.empty() &&
      Moving.contains(P.Variable))
    llvm::erase_if(Targets, [&](const Place &T) {
      return T.is(Place::Root::Variable) && T.Variable == P.Variable &&
             T.indirect();
    });
  if (P.is(Place::Root::Variable) && isLocal(P.Variable) &&
      !(P.indirect() && selfRooted(P.Variable)))
    addTargets(P.Variable, Targets);
  else if (P.is(Place::Root::Fresh))
    merge(PointerStores[Place::of(Place::Root::Fresh).key()], Targets);
  else if (!P.is(Place::Root::Local))
    merge(PointerStores[P.key(false)], Targets);
  else if (!P.State.empty())
    merge(Temporaries[P.State], Targets);
}

/// What a pointer with these targets points to when it is used: not null, and
/// what can't be traced may be anything.
Walker::Places Walker::traced(Places Targets) const {
  if (Targets.size() > 1)
    llvm::erase_if(Targets,
                   [](const Place &P) { return P.is(Place::Root::Literal); });
  if (Targets.empty() && Untraced)
    Targets.push_back(Place::of(Place::Root::Unknown));
  return Targets;
}

/// The place By elements further on.
Place Walker::shift(const Place &P, const Value &By, bool Subtract) {
  Place R = P;
  if (R.is(Place::Root::This) && R.Path.empty() &&
      !(By.Number && By.Number->constant() == 0)) {
    // `this + 1`: as if it were an element.
    auto N = By.Number && Subtract
                 ? Polynomial::subtract(Polynomial(), *By.Number)
                 : By.Number;
    Index I = N ? Index::at(*N) : Index::unknown();
    I.Fits = By.Fits;
    return R.element(std::move(I), objectAt(R));
  }
  if (!R.endsInElement())
    return outOfMember(R, Subtract ? std::nullopt : By.Number);
  Index &I = R.Path.back().At;
  // Counted in other units than the array's elements.
  QualType Used = R.Path.back().Type, Declared = declaredElement(R);
  auto Sized = [](QualType T) {
    return !T.isNull() && !T->isIncompleteType() && !T->isFunctionType() &&
           !T->isDependentType();
  };
  bool Scaled = Sized(Used) && Sized(Declared) &&
                C.getTypeSize(Used) != C.getTypeSize(Declared);
  if (Scaled && By.Number && By.Number->constant() == 0)
    return R;
  if (!I.Known || !By.Number || Scaled) {
    const bool Text = Sized(Declared) && Declared->isAnyCharacterType();
    if (!Text && !By.Number)
      return across(std::move(R), std::nullopt);
    I = Index::unknown();
    return R;
  }
  auto Sum = Subtract ? Polynomial::subtract(I.Form, *By.Number)
                      : Polynomial::add(I.Form, *By.Number);
  if (!Sum) {
    I = Index::unknown();
    return R;
  }
  I.Form = *Sum;
  I.Fits.insert(I.Fits.end(), By.Fits.begin(), By.Fits.end());
  return R;
}

/// P, a member perhaps, and the pointer to it is moved by so many of its kind:
/// `(&x)[k]`, as classes of three members have it. Formally that leads nowhere;
/// what is meant is another member of the object, or of its neighbour in an
/// array.
Place Walker::outOfMember(const Place &P,
                          const std::optional<Polynomial> &By) const {
  const auto Number = By ? By->constant() : std::nullopt;
  if (Number == 0 || P.Path.empty() || P.Path.back().What != Step::Kind::Field)
    return P;
  const FieldDecl *F = P.Path.back().Field;
  const QualType T = F->getType();
  const QualType Around = C.getCanonicalTagType(F->getParent());
  bool Inside = false;
  if (Number && !T->isDependentType() && !T->isIncompleteType() &&
      !Around->isDependentType()) {
    const auto Size = static_cast<long long>(C.getTypeSize(T));
    const auto End =
        static_cast<long long>(C.getFieldOffset(F)) + (*Number + 1) * Size;
    Inside =
        End >= Size && End <= static_cast<long long>(C.getTypeSize(Around));
  }
  Place R = P.shortened(1);
  if (Inside)
    return R;
  while (!R.Path.empty() && R.Path.back().What == Step::Kind::Field)
    R = R.shortened(1);
  if (R.endsInElement())
    R.Path.back().At = Index::unknown();
  return R;
}

void Walker::merge(Places &Into, const Places &From) {
  for (const Place &P : From) {
    bool Done = false;
    for (Place &Q : Into) {
      if (Q.key() == P.key()) {
        Done = true;
        break;
      }
      if (Q.key(false) == P.key(false)) {
        // Same array, other subscript.
        for (size_t K = 0; K < Q.Path.size(); ++K) {
          if (Q.Path[K].What != Step::Kind::Element ||
              Q.Path[K].At == P.Path[K].At)
            continue;
          const QualType T = declaredElement(Q);
          if (K + 1 == Q.Path.size() && !T.isNull() && !T->isAnyCharacterType())
            Q = across(std::move(Q), std::nullopt);
          else
            Q.Path[K].At = Index::unknown();
        }
        Done = true;
        break;
      }
      // One is reached through the other: a list, a tree.
      auto Prefix = [](const Place &A, const Place &B) {
        return A.From == B.From && A.Path.size() < B.Path.size() &&
               llvm::StringRef(B.key(false)).starts_with(A.key(false));
      };
      if (Prefix(Q, P) && P.indirect()) {
        Q = Q.reach();
        Done = true;
        break;
      }
      if (Prefix(P, Q) && Q.indirect()) {
        Q = P.reach();
        Done = true;
        break;
      }
    }
    if (!Done)
      Into.push_back(P);
  }
  if (Into.size() > 8)
    Into.assign(1, Place::of(Place::Root::Unknown));
}

void Walker::addTargets(const ValueDecl *V, const Places &T) {
  merge(Locals[V].Targets, T);
}

/// Of what the pointers in an object lead to: what its member F can refer to.
Walker::Places Walker::fitting(Places Targets, const FieldDecl &F) const {
  const QualType To = F.getType()->getPointeeType();
  auto Plain = [](QualType T) {
    return T->isArithmeticType() || T->isConstantArrayType();
  };
  if (To.isNull() || To->isAnyCharacterType() ||
      !(Plain(To) || To->isRecordType()))
    return Targets;
  Places Fitting;
  for (const Place &T : Targets) {
    const QualType Is = typeOfPlace(T);
    if (Is.isNull() || !Plain(Is.getNonReferenceType()) ||
        C.hasSameUnqualifiedType(Is.getNonReferenceType(), To))
      Fitting.push_back(T);
  }
  return Fitting.empty() ? Targets : Fitting;
}

/// Local pointers in the path are replaced by what they point to.
Walker::Places Walker::resolve(const Place &P) {
  bool Temporary = P.is(Place::Root::Local) && !P.State.empty();
  if (!Temporary && (!P.is(Place::Root::Variable) || !isLocal(P.Variable)))
    return {P};
  bool Reference = !Temporary && P.Variable->getType()->isReferenceType();
  size_t Cut = P.Path.size();
  if (Reference) {
    Cut = 0;
  } else {
    for (size_t K = 0; K < P.Path.size(); ++K)
      if (P.Path[K].What == Step::Kind::Deref ||
          P.Path[K].What == Step::Kind::Reach) {
        Cut = K;
        break;
      }
    if (Cut == P.Path.size())
      return {P};
  }
  Places Targets;
  if (Temporary)
    Targets = Temporaries[P.State];
  else
    Targets = targetsOf(P.Variable);
  if (Cut > 0 && P.Path[Cut - 1].What == Step::Kind::Field)
    Targets = fitting(std::move(Targets), *P.Path[Cut - 1].Field);
  Targets = traced(std::move(Targets));
  if (Targets.empty())
    return {Place::of(Place::Root::Local)};
  // What moves from where it was outside: the steps are in P already.
  const auto *Moves = Temporary ? nullptr : dyn_cast<VarDecl>(P.Variable);
  if (Moves && selfRooted(Moves) && (Loop || Stepping.All.contains(Moves)) &&
      llvm::any_of(Targets, [&](const Place &T) {
        return T.is(Place::Root::Variable) && T.Variable == Moves;
      }))
    return {P};
  Places Result;
  for (const Place &T : Targets) {
    Place Base = T;
    size_t K = Cut;
    if (!Reference) {
      if (P.Path[K].What == Step::Kind::Reach) {
        Base = Base.reach();
        K = P.Path.size();
      } else {
        ++K; // Deref
        if (K < P.Path.size() && P.Path[K].What == Step::Kind::Element) {
          Value By;
          if (P.Path[K].At.Known && P.Path[K].At.Terms.empty())
            By.Number = P.Path[K].At.Form;
          By.Fits = P.Path[K].At.Fits;
          Base = shift(Base, By);
          ++K;
        }
      }
    }
    for (; K < P.Path.size(); ++K) {
      if (!Base.Path.empty() && Base.Path.back().What == Step::Kind::Reach)
        break;
      Base.Path.push_back(P.Path[K]);
    }
    bool Again = Base.is(Place::Root::Variable) &&
                 Base.Variable != P.Variable && isLocal(Base.Variable) &&
                 Base.indirect() && !selfRooted(Base.Variable);
    Again |= Base.is(Place::Root::Local) && !Base.State.empty() &&
             Base.State != P.State && Base.indirect();
    merge(Result, Again ? resolve(Base) : Places{Base});
  }
  return Result;
}

bool Walker::Active::spread(const Polynomial &Rest, const Polynomial &Factor,
                            Polynomial &Form,
                            std::vector<Index::Term> &Terms) const {
  Form = Rest;
  if (Stride == 1) {
    Terms.push_back({Factor, Low, High});
    return true;
  }
  auto Start = Polynomial::multiply(Factor, Low);
  auto Wide = Polynomial::multiply(Factor, Polynomial(Stride));
  auto Sum = Start ? Polynomial::add(Rest, *Start) : std::nullopt;
  auto A = Low.constant(), B = High.constant();
  if (!Sum || !Wide || !A || !B)
    return false;
  Form = *Sum;
  Terms.push_back({*Wide, Polynomial(), Polynomial((*B - *A) / Stride)});
  return true;
}

Index Walker::close(const Index &I) const {
  if (!I.Known || isStale(I))
    return Index::unknown();
  Index R = I;
  auto CloseForm = [&](Polynomial &Form, std::vector<Index::Term> &Terms) {
    // Innermost first, so that bounds that mention outer variables stay open.
    for (auto It = ActiveOrder.rbegin(); It != ActiveOrder.rend(); ++It) {
      const Active &A = Actives.at(*It);
      Polynomial Rest, Factor;
      if (!Form.split(A.Sym, Rest, Factor))
        return false;
      if (Factor.constant() == 0) {
        if (A.CertainlyRuns)
          continue;
      }
      if (!isInvariant(A.Low) || !isInvariant(A.High) || !isInvariant(Factor)) {
        if (Factor.constant() == 0)
          continue;
        return false;
      }
      if (!A.spread(Rest, Factor, Form, Terms))
        return false;
    }
    return true;
  };
  if (!CloseForm(R.Form, R.Terms))
    return Index::unknown();
  for (auto &F : R.Fits)
    if (!CloseForm(F.Form, F.Terms))
      return Index::unknown();
  return R;
}

Place Walker::close(const Place &P) const {
  Place R = P;
  Step *Last = nullptr;
  for (Step &S : R.Path)
    if (S.What == Step::Kind::Element)
      Last = &S;
  for (Step &S : R.Path) {
    if (S.What != Step::Kind::Element)
      continue;
    S.At = close(S.At);
    // That an inner loop may not run at all only matters for an array's
    // elements.
    auto IsIdle = [](const Index::Term &T) {
      return T.Coefficient.constant() == 0;
    };
    bool Fixed = llvm::all_of(S.At.Terms, IsIdle) &&
                 (Loop ? !S.At.Form.mentions(LoopSymbol)
                       : S.At.Form.constant().has_value());
    if (&S != Last || Fixed)
      llvm::erase_if(S.At.Terms, IsIdle);
  }
  return R;
}

/// Belongs to the iteration (the call) alone.
bool Walker::isOwn(const Place &P) const {
  if (P.is(Place::Root::Literal) || P.is(Place::Root::Fresh) ||
      P.is(Place::Root::Local))
    return true;
  return P.is(Place::Root::Variable) && isLocal(P.Variable) &&
         !(P.indirect() && selfRooted(P.Variable));
}

} // namespace mp::tool
