//===- WalkPlaces.cpp - Places, their resolution, and definite assignment -===//

#include "effects/Walker.h"

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

/// A pointer whose own value comes from outside: what it points to at the
/// start stands for itself.
bool Walker::selfRooted(const ValueDecl *V) const {
  if (Loop)
    return V == Loop->Variable && Loop->What != LoopShape::Kind::Range;
  auto *P = dyn_cast<ParmVarDecl>(V);
  return P && P->getDeclContext() == Function;
}

const Symbol *Walker::variableSymbol(const ValueDecl *V) {
  Symbol S;
  S.What = Symbol::Kind::Variable;
  S.Key = Place::variable(V).key();
  S.Variable = V;
  S.NonNegative = V->getType().getNonReferenceType()->isUnsignedIntegerType();
  return Known.Symbols.get(std::move(S));
}

bool Walker::isInvariant(const Polynomial &P) const {
  return !P.mentionsIf([this](const Symbol *S) {
    return S == LoopSymbol || (S->Variable && Actives.count(S->Variable));
  });
}

Place Walker::unindexed(Place P) const {
  for (auto It = P.Path.rbegin(); It != P.Path.rend(); ++It)
    if (It->What == Step::Kind::Element) {
      It->At = Index::unknown();
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
void Walker::keep(const Place &P, const Places &Targets) {
  if (P.is(Place::Root::Variable) && isLocal(P.Variable))
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
  if (!R.endsInElement()) {
    // A pointer to a single object: only +0 is meaningful.
    if (By.Number && By.Number->constant() == 0)
      return R;
    if (R.Path.empty() && !R.indirect())
      return R;
    return R;
  }
  Index &I = R.Path.back().At;
  if (!I.Known || !By.Number) {
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
        for (size_t K = 0; K < Q.Path.size(); ++K)
          if (Q.Path[K].What == Step::Kind::Element &&
              !(Q.Path[K].At == P.Path[K].At))
            Q.Path[K].At = Index::unknown();
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
  else if (auto It = Locals.find(P.Variable); It != Locals.end())
    Targets = It->second.Targets;
  Targets = traced(std::move(Targets));
  if (Targets.empty())
    return {Place::of(Place::Root::Local)};
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
  if (!I.Known)
    return I;
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
      if (!isInvariant(A.Low) || !isInvariant(A.High) || !isInvariant(Factor))
        return Factor.constant() == 0;
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

static bool lessEqual(const Polynomial &A, const Polynomial &B) {
  auto D = Polynomial::subtract(B, A);
  if (!D)
    return false;
  auto K = D->constant();
  return K && *K >= 0;
}

/// The interval of subscripts, when there is one without gaps.
static bool interval(const Index &I, Polynomial &Low, Polynomial &High) {
  if (!I.Known)
    return false;
  Low = High = I.Form;
  for (auto &T : I.Terms) {
    if (T.Coefficient.constant() == 0)
      continue;
    if (T.Coefficient.constant() != 1 || !(Low == High))
      return false;
    auto L = Polynomial::add(Low, T.Low), H = Polynomial::add(High, T.High);
    if (!L || !H)
      return false;
    Low = *L;
    High = *H;
  }
  return true;
}

/// Everything in R lies in W. (A W with terms was closed by a loop that runs
/// in full, so all of it is written.)
bool Walker::covers(const Place &W, const Place &R) {
  if (W.From != R.From || W.Variable != R.Variable || W.State != R.State ||
      W.Path.size() > R.Path.size())
    return false;
  for (size_t K = 0; K < W.Path.size(); ++K) {
    const Step &A = W.Path[K], &B = R.Path[K];
    if (A.What != B.What || A.Field != B.Field)
      return false;
    if (A.What != Step::Kind::Element || A.At == B.At) {
      if (A.What == Step::Kind::Element && !A.At.Known)
        return false;
      continue;
    }
    Polynomial LA, HA, LB, HB;
    if (!interval(A.At, LA, HA) || !interval(B.At, LB, HB) ||
        !lessEqual(LA, LB) || !lessEqual(HB, HA))
      return false;
  }
  return true;
}

bool Walker::covered(const Place &P) const {
  if (!Now)
    return true;
  return coveredBy(*Now, close(P)) || coveredBy(*Now, P);
}

/// Each of a few elements is in one of the written places, or all are in one.
bool Walker::coveredBy(const Places &Written, const Place &R) {
  auto In = [&](const Place &P) {
    return llvm::any_of(Written, [&](const Place &W) { return covers(W, P); });
  };
  if (In(R))
    return true;
  Polynomial Low, High;
  if (!R.endsInElement() || !interval(R.Path.back().At, Low, High))
    return false;
  auto First = Low.constant(), Last = High.constant();
  if (!First || !Last || *Last < *First || *Last - *First > 64)
    return false;
  Place One = R;
  for (long long K = *First; K <= *Last; ++K) {
    One.Path.back().At = Index::at(K);
    if (!In(One))
      return false;
  }
  return true;
}

/// With what has been written before, P completes an array of constant size.
bool Walker::writesAll(const Place &P) const {
  if (!P.endsInElement() || !P.Path.back().Extent)
    return false;
  long long Low = 0, High = 0;
  auto Constant = [](const Place &W, long long &L, long long &H) {
    Polynomial A, B;
    if (!interval(W.Path.back().At, A, B) || !A.constant() || !B.constant())
      return false;
    L = *A.constant();
    H = *B.constant();
    return true;
  };
  if (!Constant(P, Low, High))
    return false;
  Place Whole = P.shortened(1);
  auto Extent = static_cast<long long>(P.Path.back().Extent);
  for (bool Grew = true; Grew && (Low > 0 || High < Extent - 1);) {
    Grew = false;
    for (const Place &W : *Now) {
      long long L, H;
      if (!W.endsInElement() || W.Path.size() != P.Path.size() ||
          !covers(Whole, W) || !Constant(W, L, H) || H < L || L > High + 1 ||
          H < Low - 1 || (L >= Low && H <= High))
        continue;
      Low = std::min(Low, L);
      High = std::max(High, H);
      Grew = true;
    }
  }
  return Low <= 0 && High >= Extent - 1;
}

void Walker::markWritten(const Place &P) {
  if (!Now || P.is(Place::Root::Unknown))
    return;
  for (const Step &S : P.Path)
    if (S.What == Step::Kind::Reach ||
        (S.What == Step::Kind::Element && !S.At.Known))
      return;
  for (const Place &W : *Now)
    if (covers(W, P))
      return;
  Now->push_back(P);
  if (writesAll(P))
    return markWritten(P.shortened(1));
  // All fields of a struct, all elements of a small array: the whole.
  if (P.Path.empty())
    return;
  Place Whole = P.shortened(1);
  const Step &Last = P.Path.back();
  if (Last.What == Step::Kind::Field) {
    if (Last.Field->getParent()->isUnion())
      return;
    for (const FieldDecl *F : Last.Field->getParent()->fields())
      if (!covered(Whole.field(F)))
        return;
    if (auto *R = dyn_cast<CXXRecordDecl>(Last.Field->getParent()))
      if (R->getNumBases() != 0)
        return;
    markWritten(Whole);
  } else if (Last.What == Step::Kind::Element && Last.Extent != 0 &&
             Last.Extent <= 64) {
    for (unsigned long long K = 0; K < Last.Extent; ++K) {
      Place E = Whole.element(Index::at(static_cast<long long>(K)), Last.Type,
                              Last.Extent);
      bool Found = false;
      for (const Place &W : *Now)
        Found |= covers(W, E);
      if (!Found)
        return;
    }
    markWritten(Whole);
  }
}

Walker::State Walker::join(const State &A, const State &B) {
  if (!A)
    return B;
  if (!B)
    return A;
  Places R;
  auto In = [](const Place &P, const Places &All) {
    return llvm::any_of(All, [&](const Place &W) { return covers(W, P); });
  };
  for (const Place &P : *A)
    if (In(P, *B))
      R.push_back(P);
  for (const Place &P : *B)
    if (!In(P, R) && In(P, *A))
      R.push_back(P);
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

void Walker::event(Event::Kind K, const Stmt *Site, std::string Name,
                   SourceLocation Inner) {
  if (!Recording)
    return;
  SourceLocation Where = Site ? Site->getBeginLoc() : SourceLocation();
  if (UsedAt.isValid()) {
    if (Inner.isInvalid())
      Inner = Where;
    Where = UsedAt;
  }
  Out.Events.push_back({K, Where, Inner, std::move(Name), Site, InHeader, {}});
}

/// An event that counts only if it touches more than the iteration's own.
void Walker::eventAbout(Event::Kind K, const Stmt *Site, std::string Name,
                        const Places &About) {
  Places Outer;
  for (const Place &P : About)
    for (const Place &R : resolve(P))
      if (!isOwn(R))
        Outer.push_back(R);
  if (Outer.empty() || !Recording)
    return;
  event(K, Site, Name.empty() ? Outer.front().spelled() : std::move(Name));
  Out.Events.back().About = std::move(Outer);
}

void Walker::record(const Places &At, bool Reads, bool Writes, QualType T,
                    const Stmt *Site, const Expr *Stored,
                    const Places *StoredTargets, bool Mutates, bool TextOnly) {
  Places Resolved;
  for (const Place &P : At)
    merge(Resolved, resolve(P));
  for (const Place &P : Resolved) {
    Access A;
    A.At = P;
    A.Reads = Reads;
    A.Writes = Writes;
    A.Certain = certain() && Resolved.size() == 1;
    A.Mutates = Mutates;
    A.InHeader = InHeader;
    A.Type = T;
    A.Site = Site;
    A.Where = Site->getBeginLoc();
    A.Stored = Stored;
    if (StoredTargets)
      A.StoredTargets = *StoredTargets;
    recordOne(std::move(A), TextOnly, Resolved.size() == 1);
  }
}

/// Notes one access to a resolved place and updates the state. TextOnly: a C
/// string is read or written, of which the bytes behind its end don't matter.
/// Definite: when control is here, the write certainly goes to this place.
void Walker::recordOne(Access A, bool TextOnly, bool Definite) {
  const Place &P = A.At;
  if (P.is(Place::Root::Literal) || P.is(Place::Root::Fresh) ||
      P.is(Place::Root::Local))
    return;
  bool Mine = P.is(Place::Root::Variable) && isLocal(P.Variable) &&
              !(P.indirect() && selfRooted(P.Variable)) &&
              !(Loop && P.Variable == Loop->Variable && A.Writes &&
                Loop->What != LoopShape::Kind::Range);
  if (Mine && P.indirect())
    return; // uninitialised or null
  Place Text = P;
  if (TextOnly) {
    if (Text.endsInElement())
      Text = Text.shortened(1);
    Text = Text.header();
  }
  if (A.Reads && !A.Covered)
    A.Covered = covered(P) || (TextOnly && covered(Text));
  if (A.Reads && !A.Covered && P.endsInElement() && !A.Type.isNull() &&
      A.Type->isAnyCharacterType() && covered(P.shortened(1).header())) {
    // A C string was put there in this iteration; what is behind its end was
    // not.
    A.Covered = true;
    if (P.is(Place::Root::Variable) && !isLocal(P.Variable))
      event(Event::Kind::MayCarry, A.Site, P.shortened(1).spelled());
  }
  if (A.Through.empty())
    A.CoveredInside = A.Covered;
  if (A.Reads && !A.Covered && !Loop && Recording && Now) {
    A.WrittenBefore.clear();
    for (const Place &W : *Now)
      if (W.From == P.From && W.Variable == P.Variable)
        A.WrittenBefore.push_back(close(W));
  }
  if (A.Writes && Definite) {
    if (TextOnly)
      markWritten(Text);
    else if (!A.Mutates || !A.Reads)
      markWritten(P);
  }
  if (Mine)
    return;
  if (P.is(Place::Root::Unknown) && A.Writes) {
    event(Event::Kind::UnknownWrite, A.Site, A.Through, A.Inner);
    return;
  }
  if (!Recording)
    return;
  if (!A.Type.isNull() && A.Type.isVolatileQualified())
    event(Event::Kind::Volatile, A.Site, P.spelled());
  A.At = close(TextOnly ? unindexed(P) : P);
  for (Place &T : A.StoredTargets)
    T = close(T);
  if (UsedAt.isValid()) {
    if (A.Inner.isInvalid())
      A.Inner = A.Where;
    A.Where = UsedAt;
    if (A.Through.empty())
      A.Through = "a default argument";
  }
  // Reads that were met before say nothing new.
  for (Access &Old : Out.Accesses)
    if (Old.Site == A.Site && Old.Reads == A.Reads && Old.Writes == A.Writes &&
        Old.InHeader == A.InHeader && Old.At.key() == A.At.key()) {
      Old.Covered &= A.Covered;
      llvm::erase_if(Old.WrittenBefore, [&](const Place &W) {
        return !coveredBy(A.WrittenBefore, W);
      });
      Old.CoveredInside &= A.CoveredInside;
      Old.Certain &= A.Certain;
      return;
    }
  Out.Accesses.push_back(std::move(A));
}

} // namespace mp::tool
