//===- Classify.cpp - One class for everything the loop writes ------------===//

#include "classes/Classify.h"
#include "classes/Render.h"
#include "classes/TailSplit.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace mp::tool {

const ValueDecl *Group::root() const {
  const Place &P = IsArray ? Array.Array : Fixed;
  return P.is(Place::Root::Variable) ? P.Variable : nullptr;
}

Classifier::Classifier(const LoopShape &S, Summaries &K, const Effects &E,
                       const Symbol *L, Diagnoser &D)
    : Alias(S.Function, K), Shape(S), Known(K), C(K.Context), E(E),
      LoopSymbol(L), Diags(D), Body(RegionFacts::of(S.Body, C)) {}

bool Classifier::isLocal(const ValueDecl *V) const {
  if (auto *Var = dyn_cast<VarDecl>(V); Var && Var->hasGlobalStorage())
    return false;
  if (Body.Declared.contains(V))
    return true;
  if (Shape.What == LoopShape::Kind::Range) {
    if (V == Shape.Variable)
      return true;
    if (auto *D = dyn_cast<DecompositionDecl>(Shape.Variable))
      for (const BindingDecl *B : D->bindings())
        if (B == V)
          return true;
  }
  return false;
}

bool Classifier::varies(const Index &I) const {
  if (!I.Known || !I.Terms.empty())
    return true;
  return I.Form.mentions(LoopSymbol);
}

std::optional<Polynomial> Classifier::stride(const Index &I) const {
  if (!I.Known)
    return std::nullopt;
  Polynomial Rest, Factor;
  if (!I.Form.split(LoopSymbol, Rest, Factor))
    return std::nullopt;
  for (auto &T : I.Terms)
    if (T.Coefficient.mentions(LoopSymbol) || T.Low.mentions(LoopSymbol) ||
        T.High.mentions(LoopSymbol))
      return std::nullopt;
  return Factor;
}

std::optional<Subscripted> Classifier::subscripted(const Access &A) const {
  const auto &Path = A.At.Path;
  for (size_t K = 0; K < Path.size(); ++K) {
    if (Path[K].What != Step::Kind::Element || !varies(Path[K].At))
      continue;
    // Earlier dimensions of the same array belong to it.
    size_t First = K;
    while (First > 0 && Path[First - 1].What == Step::Kind::Element)
      --First;
    size_t Last = K;
    while (Last + 1 < Path.size() && Path[Last + 1].What == Step::Kind::Element)
      ++Last;
    Subscripted S;
    S.Array = A.At.shortened(Path.size() - First);
    // Where rows are used as a whole as well, the row is the element.
    if (auto It = Dimensions.find(S.Array.key()); It != Dimensions.end())
      Last = std::min(Last, First + It->second - 1);
    S.First = Path[First];
    S.Linear = Path[First].At;
    S.Dimensions = static_cast<unsigned>(Last - First + 1);
    for (size_t D = First + 1; D <= Last; ++D) {
      // ((i * N) + j) ...: N is the size of this dimension.
      Polynomial N(static_cast<long long>(Path[D].Extent));
      if (Path[D].Extent == 0 || !S.Linear.Known || !Path[D].At.Known) {
        // A subscript that isn't known may still lie in its own row.
        if (Path[D].Extent && S.Linear.Known && !Path[D].At.Known) {
          Index Any = Index::at(0);
          Any.Terms.push_back(
              {Polynomial(1), Polynomial(),
               Polynomial(static_cast<long long>(Path[D].Extent) - 1)});
          auto F = Polynomial::multiply(S.Linear.Form, N);
          if (F) {
            Index L = S.Linear;
            L.Form = *F;
            bool Ok = true;
            for (auto &T : L.Terms) {
              auto M = Polynomial::multiply(T.Coefficient, N);
              Ok &= M.has_value();
              if (M)
                T.Coefficient = *M;
            }
            L.Terms.push_back(Any.Terms[0]);
            S.Linear = Ok ? L : Index::unknown();
            continue;
          }
        }
        S.Linear = Index::unknown();
        continue;
      }
      Index L = S.Linear;
      auto F = Polynomial::multiply(L.Form, N);
      auto Sum = F ? Polynomial::add(*F, Path[D].At.Form) : std::nullopt;
      if (!Sum) {
        S.Linear = Index::unknown();
        continue;
      }
      L.Form = *Sum;
      bool Ok = true;
      for (auto &T : L.Terms) {
        auto M = Polynomial::multiply(T.Coefficient, N);
        Ok &= M.has_value();
        if (M)
          T.Coefficient = *M;
      }
      L.Terms.insert(L.Terms.end(), Path[D].At.Terms.begin(),
                     Path[D].At.Terms.end());
      L.Fits.insert(L.Fits.end(), Path[D].At.Fits.begin(),
                    Path[D].At.Fits.end());
      S.Linear = Ok ? L : Index::unknown();
    }
    size_t M = Last + 1;
    while (M < Path.size() && Path[M].What == Step::Kind::Field &&
           !Path[M].Field->isBitField() &&
           Render::accessible(Path[M].Field, Shape.Function))
      S.Fields.push_back(Path[M++]);
    S.Cut = M < Path.size() && Path[M].What == Step::Kind::Field;
    S.Element = Alias.typeOf(A.At.shortened(Path.size() - M));
    if (S.Element.isNull() && M == Path.size())
      S.Element = A.Type;
    S.Key = S.Array.key();
    for (auto &F : S.Fields)
      S.Key += "." + std::to_string(F.Field->getFieldIndex());
    // What lies behind a pointer in the element is not the element's.
    for (; M < Path.size(); ++M)
      if (Path[M].What == Step::Kind::Deref)
        S.Linear = Index::unknown();
    return S;
  }
  return std::nullopt;
}

/// The fewest subscripts with which each array is used anywhere in the loop.
void Classifier::countDimensions() {
  for (const Access &A : E.Accesses) {
    const auto &Path = A.At.Path;
    for (size_t K = 0; K < Path.size(); ++K) {
      if (Path[K].What != Step::Kind::Element ||
          (K && Path[K - 1].What == Step::Kind::Element))
        continue;
      size_t Last = K;
      while (Last + 1 < Path.size() &&
             Path[Last + 1].What == Step::Kind::Element)
        ++Last;
      size_t Count = Last - K + 1;
      auto [It, New] =
          Dimensions.emplace(A.At.shortened(Path.size() - K).key(), Count);
      if (!New)
        It->second = std::min(It->second, Count);
    }
  }
}

void Classifier::group() {
  countDimensions();
  std::map<std::string, size_t> ByKey;
  for (const Access &A : E.Accesses) {
    if (!A.Writes || A.InHeader)
      continue;
    auto S = subscripted(A);
    std::string Key = S ? "array " + S->Key : A.At.key();
    auto [It, New] = ByKey.emplace(Key, Groups.size());
    if (New) {
      Group G;
      G.IsArray = S.has_value();
      if (S)
        G.Array = *S;
      G.Fixed = A.At;
      Groups.push_back(std::move(G));
    }
    Groups[It->second].Writes.push_back(&A);
  }
  for (Group &G : Groups)
    for (const Access &A : E.Accesses) {
      if (A.InHeader)
        continue;
      for (const Access *W : G.Writes) {
        Relation R = W == &A ? Relation::Same : Alias.relate(*W, A);
        if (R == Relation::Same || R == Relation::Within) {
          G.All.push_back(&A);
          break;
        }
      }
    }
}

bool Classifier::listed(const std::vector<NamedArgument> &Names,
                        const ValueDecl *V) const {
  for (const NamedArgument &N : Names)
    if (V && (N.Name == V->getNameAsString() ||
              N.Name == V->getQualifiedNameAsString()))
      return true;
  return false;
}

/// The header is evaluated once: nothing that it reads may change.
void Classifier::checkHeader() {
  for (const Access &W : E.Accesses) {
    if (!W.Writes)
      continue;
    if (W.InHeader) {
      auto &M = Diags.error(DiagID::LoopForm, W.Where,
                            "the loop's header changes '" + W.At.spelled() +
                                "' with every iteration");
      (void)M;
      return;
    }
    if (W.At.is(Place::Root::Variable) && W.At.Variable == Shape.Variable &&
        W.At.Path.empty() && Shape.What != LoopShape::Kind::Range) {
      Diags.error(DiagID::LoopChanged, W.Where,
                  "the body changes the loop variable '" +
                      Shape.Variable->getNameAsString() + "'");
      return;
    }
    for (const Access &R : E.Accesses) {
      if (!R.InHeader)
        continue;
      Relation Rel = Alias.relate(W, R);
      bool Counts = Shape.While != LoopShape::Condition::Until &&
                    (Shape.What == LoopShape::Kind::Integer ||
                     Shape.What == LoopShape::Kind::Pointer) &&
                    R.Site && isInside(R.Site, Shape.Bound, C);
      if (Rel == Relation::Unknown && Counts &&
          (Alias.instantiated() || Alias.mayShare(W, R))) {
        Rechecks = true;
        continue;
      }
      if (Rel == Relation::Unknown && Alias.mayShare(W, R)) {
        // The header is evaluated once, also where the loop stays serial.
        auto &M = Diags.error(DiagID::LoopChanged, W.Where,
                              "this may change '" + R.At.spelled() +
                                  "', on which the loop's header depends; copy "
                                  "it to a variable of the function before the "
                                  "loop");
        M.Notes.push_back({R.Where, "the header reads it here"});
        return;
      }
      if (Rel == Relation::Same || Rel == Relation::Within) {
        auto &M = Diags.error(DiagID::LoopChanged, W.Where,
                              "the body changes '" + W.At.spelled() +
                                  "', on which the loop's header depends");
        M.Notes.push_back({R.Where, "the header reads it here"});
        return;
      }
    }
  }
  for (const Event &Ev : E.Events)
    if (Ev.InHeader) {
      Diags.error(DiagID::LoopForm, Ev.Where,
                  "the loop's header does more than compute a number (" +
                      Ev.Name + "); compute the bound before the loop");
      return;
    }
}

/// Every subscript is affine in the loop variable with one stride; what an
/// iteration writes no other writes and no later one reads.
bool Classifier::trySlot(Group &G, std::string &Why, const Access *&Reader,
                         const Access *&Writer) {
  if (!G.IsArray)
    return false;
  Writer = G.Writes.front();
  bool Cut = false;
  for (const Access *W : G.Writes)
    if (auto Sub = subscripted(*W))
      Cut |= Sub->Cut;
  if (Cut)
    for (const Group &Other : Groups)
      if (&Other != &G && Other.IsArray &&
          Other.Array.Array.key() == G.Array.Array.key()) {
        Why = "other members of its elements are written in other ways";
        return false;
      }
  std::optional<Polynomial> S;
  auto ConstantStep =
      Shape.Step ? std::nullopt : std::optional<long long>(Shape.StepValue);
  if (Shape.What == LoopShape::Kind::Range)
    ConstantStep = 1;
  // Bounds of what is written and read beside stride * i, when constant.
  std::optional<std::pair<long long, long long>> WriteSpan;
  bool SymbolicWrites = false;
  auto Span =
      [&](const Index &I) -> std::optional<std::pair<long long, long long>> {
    Polynomial Rest, Factor;
    I.Form.split(LoopSymbol, Rest, Factor);
    auto K = Rest.constant();
    if (!K)
      return std::nullopt;
    long long Low = *K, High = *K;
    for (auto &T : I.Terms) {
      auto Co = T.Coefficient.constant(), L = T.Low.constant(),
           H = T.High.constant();
      if (Co && *Co == 0)
        continue;
      if (!Co || !L || !H)
        return std::nullopt;
      Low += std::min(*Co * *L, *Co * *H);
      High += std::max(*Co * *L, *Co * *H);
    }
    return std::pair(Low, High);
  };
  for (const Access *W : G.Writes) {
    auto Sub = subscripted(*W);
    if (!Sub || !Sub->Linear.Known) {
      Why = "its subscript is not an affine form of the loop variable";
      Writer = W;
      return false;
    }
    auto Factor = stride(Sub->Linear);
    if (!Factor || Factor->constant() == 0 ||
        Factor->mentionsIf(
            [&](const Symbol *Sym) { return Sym == LoopSymbol; })) {
      Why = "its subscript does not depend on the loop variable alone";
      Writer = W;
      return false;
    }
    if (S && !(*S == *Factor)) {
      Why = "its subscripts step at different speeds";
      Writer = W;
      return false;
    }
    S = Factor;
    if (auto P = Span(Sub->Linear)) {
      if (!WriteSpan)
        WriteSpan = P;
      WriteSpan->first = std::min(WriteSpan->first, P->first);
      WriteSpan->second = std::max(WriteSpan->second, P->second);
    } else {
      SymbolicWrites = true;
    }
  }
  auto StrideConstant = S->constant();
  std::optional<long long> Distance;
  if (StrideConstant && ConstantStep)
    Distance = *StrideConstant * *ConstantStep;
  if (WriteSpan && !SymbolicWrites && Distance) {
    long long Length = WriteSpan->second - WriteSpan->first;
    // A strided nest (`a[j*n + i]` with constants) is left to the run-time
    // check.
    bool Nested = false;
    for (const Access *W : G.Writes) {
      auto Sub = subscripted(*W);
      for (auto &T : Sub->Linear.Terms)
        if (auto Co = T.Coefficient.constant();
            Co && std::abs(*Co) > std::abs(*StrideConstant))
          Nested = true;
    }
    if (Length >= std::abs(*Distance) && !Nested) {
      Why = "several iterations write the same element";
      return false;
    }
  }
  for (const Access *A : G.All) {
    if (A->Writes && !A->Reads &&
        std::find(G.Writes.begin(), G.Writes.end(), A) != G.Writes.end())
      continue;
    auto Sub = subscripted(*A);
    bool Ours = Sub && Sub->Array.key() == G.Array.Array.key();
    if (!Ours) {
      // An element of fixed subscript, or the whole.
      Reader = A;
      Why = A->At.Path.size() <= G.Array.Array.Path.size()
                ? "the whole of it is used in the loop"
                : "another element of it is read";
      return false;
    }
    if (!Sub->Linear.Known) {
      Reader = A;
      Why = "it is read with a subscript that is not known";
      return false;
    }
    auto Factor = stride(Sub->Linear);
    if (!Factor || !(*Factor == *S)) {
      Reader = A;
      Why = "it is read with another subscript than it is written with";
      return false;
    }
    // Exactly a whole number of iterations behind, with symbols:
    // img[(y-1)*w+x].
    if (ConstantStep)
      for (const Access *W : G.Writes) {
        auto Wrote = subscripted(*W);
        if (!(Wrote->Linear.Terms == Sub->Linear.Terms))
          continue;
        auto Back = Polynomial::subtract(Wrote->Linear.Form, Sub->Linear.Form);
        for (long long D = 1; Back && D <= 8; ++D)
          if (auto Expected =
                  Polynomial::multiply(*S, Polynomial(D * *ConstantStep));
              Expected && *Expected == *Back) {
            Reader = A;
            Why = "an earlier iteration wrote it";
            return false;
          }
      }
    if (auto P = Span(Sub->Linear);
        P && WriteSpan && !SymbolicWrites && Distance) {
      // Iteration k+d reads what iteration k wrote?
      bool Ahead = *Distance > 0 ? WriteSpan->second < P->first + *Distance
                                 : WriteSpan->first > P->second + *Distance;
      // Nested strides: exactly the same form is its own element.
      bool Own = false;
      for (const Access *W : G.Writes)
        Own |= subscripted(*W)->Linear == Sub->Linear;
      if (!Ahead && !Own) {
        Reader = A;
        Why = "an earlier iteration wrote it";
        return false;
      }
    }
  }
  return true;
}

bool Classifier::lives(const Group &G) const {
  const ValueDecl *V = G.root();
  const Place &P = G.Fixed;
  if (!V)
    return !P.is(Place::Root::Hidden);
  if (listed(Shape.Attributes.Scratch, V))
    return false;
  auto *Var = dyn_cast<VarDecl>(V);
  if (!Var || Var->hasGlobalStorage()) {
    // A static of a callee that writes it before it reads it, in each call.
    if (Var && Var->isStaticLocal() &&
        Var->getParentFunctionOrMethod() !=
            static_cast<const DeclContext *>(Shape.Function)) {
      bool Inside = true;
      for (const Access *A : G.All)
        Inside &= !A->Reads || A->CoveredInside;
      if (Inside)
        return false;
    }
    return !Var || !Known.isDeadBetweenCalls(Var);
  }
  if (P.indirect() || Var->getType()->isReferenceType())
    return true;
  // Named anywhere outside the loop, where control can come after it?
  struct Finder : RecursiveASTVisitor<Finder> {
    const Stmt *Loop;
    const ValueDecl *V;
    const SourceManager &SM;
    bool After = false, InOuterLoop = false, Seen = false, Goto = false;
    bool Try = false, Captured = false;
    unsigned Depth = 0;
    Finder(const Stmt *L, const ValueDecl *V, const SourceManager &SM)
        : Loop(L), V(V), SM(SM) {}
    bool TraverseStmt(Stmt *S) {
      if (!S)
        return true;
      if (S == Loop) {
        Seen = true;
        InOuterLoop = Depth > 0;
        return true;
      }
      bool IsLoop = isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S);
      Depth += IsLoop;
      bool R = RecursiveASTVisitor::TraverseStmt(S);
      Depth -= IsLoop;
      return R;
    }
    bool VisitDeclRefExpr(DeclRefExpr *D) {
      if (D->getDecl() == V && (Seen || Depth > 0))
        After = true;
      return true;
    }
    bool VisitGotoStmt(GotoStmt *) {
      Goto = true;
      return true;
    }
    bool VisitCXXTryStmt(CXXTryStmt *) {
      Try = true;
      return true;
    }
    bool VisitLambdaExpr(LambdaExpr *L) {
      for (const LambdaCapture &Cap : L->captures())
        Captured |= Cap.capturesVariable() && Cap.getCapturedVar() == V;
      return true;
    }
  } F(Shape.Loop, V, C.getSourceManager());
  if (Shape.Function && Shape.Function->getBody()) {
    F.TraverseStmt(Shape.Function->getBody());
    // A constructor of an enclosing lambda's function: its variables live on.
    if (V->getDeclContext() != static_cast<const DeclContext *>(Shape.Function))
      return true;
  }
  if (!F.After && !F.Goto && F.Seen)
    return false;
  // Named, but perhaps written before it is read.
  if (F.Seen && !F.Goto && !F.Try && !F.Captured &&
      Var->getType()->isScalarType() && P.Path.empty() &&
      !RegionFacts::of(Shape.Function->getBody(), C).AddressTaken.contains(Var))
    return Known.isReadAfter(Shape.Function, Shape.Loop, Var).value_or(true);
  return true;
}

bool Classifier::tryScratch(Group &G) {
  const ValueDecl *V = G.root();
  if (listed(Shape.Attributes.Scratch, V)) {
    G.Live = false;
    return true;
  }
  bool AnyRead = false;
  for (const Access *A : G.All)
    if (A->Reads) {
      AnyRead = true;
      if (!A->Covered)
        return false;
    }
  for (const Access *W : G.Writes)
    if (W->At.is(Place::Root::Variable) && W->At.indirect())
      return false; // through a pointer from outside
  G.Live = lives(G);
  // Better a tail than a last value that can't be sent.
  if (G.Live && !whyNotTransportable(Alias.typeOf(G.Fixed), C).empty() &&
      !AnyRead)
    return false;
  if (!AnyRead && G.Live) {
    // Only its last value counts; a tail does that where it isn't certain.
    bool Certain = true;
    for (const Access *W : G.Writes)
      Certain &= W->Certain;
    if (!Certain)
      return false;
  }
  return true;
}

bool Classifier::tryTail(Group &G, const Access *&Blocking) {
  std::vector<const Stmt *> Statements;
  for (const Access *A : G.All) {
    const Stmt *S = tailStatement(A->Site, Shape, C);
    if (!S) {
      Blocking = A;
      return false;
    }
    Statements.push_back(S);
  }
  // Outermost only.
  for (const Stmt *S : Statements) {
    bool Inner = false;
    for (const Stmt *T : Statements)
      Inner |= S != T && isInside(S, T, C);
    if (!Inner && std::find(G.Tails.begin(), G.Tails.end(), S) == G.Tails.end())
      G.Tails.push_back(S);
  }
  return true;
}

void Classifier::reportCarried(const Group &G, const Access *Reader,
                               const Access *Writer, std::string Why) {
  std::string Name = G.name();
  const Access *W = Writer ? Writer : G.Writes.front();
  if (G.Fixed.is(Place::Root::Hidden)) {
    auto &M = Diags.error(
        DiagID::HiddenState, W->Where,
        "hidden state of '" + G.Fixed.State +
            "' is read and changed by every iteration" +
            (W->Through.empty() ? std::string() : ", in '" + W->Through + "'"));
    if (W->Inner.isValid())
      M.Notes.push_back({W->Inner, "it happens here"});
    return;
  }
  QualType T = G.root() ? G.root()->getType() : QualType();
  if (!T.isNull() && libraryType(T) == LibraryType::Engine) {
    auto &M = Diags.error(
        DiagID::HiddenState, W->Where,
        "every draw changes the random engine '" + Name +
            "', and the next iteration goes on from there; make an engine in "
            "each iteration, seeded with the iteration's number");
    if (W->Inner.isValid())
      M.Notes.push_back({W->Inner, "it is used here"});
    return;
  }
  if (!Reader)
    for (const Access *A : G.All)
      if (A->Reads && !A->Covered && (!A->Writes || !Reader))
        Reader = A;
  std::string Text = "'" + Name + "' is carried from one iteration to the next";
  if (!Why.empty())
    Text += ": " + Why;
  else if (Reader)
    Text += ": an iteration reads what an earlier one wrote";
  // A buffer that is used again and again.
  if (G.IsArray && Reader && G.root() && !G.Array.Array.indirect() &&
      Why == "its subscript does not depend on the loop variable alone")
    Text += "; if no iteration reads what was in it before, say scratch(" +
            G.root()->getNameAsString() + ")";
  const Access *Where = Reader ? Reader : W;
  // One error for one cause: what follows from another is not said as well.
  const SourceManager &SM = C.getSourceManager();
  for (const Message &Old : Diags.messages())
    if (Old.How == Severity::Error &&
        (SM.getExpansionLineNumber(Old.Where) ==
             SM.getExpansionLineNumber(Where->Where) ||
         (W->Site && isInside(W->Site, Shape.Body, C) &&
          llvm::any_of(Old.Notes, [&](const Related &R) {
            return SM.getExpansionLineNumber(R.Where) ==
                   SM.getExpansionLineNumber(W->Where);
          }))))
      return;
  auto &M = Diags.error(DiagID::Carried, Where->Where, Text);
  if (Where->Inner.isValid())
    M.Notes.push_back({Where->Inner, "'" + Name + "' is " +
                                         (Reader ? "read" : "written") +
                                         " here, in '" + Where->Through + "'"});
  if (W != Where) {
    M.Notes.push_back({W->Where, "'" + Name + "' is written here"});
    if (W->Inner.isValid())
      M.Notes.push_back({W->Inner, "'" + Name + "' is written here, in '" +
                                       W->Through + "'"});
  }
}

/// An array of which the iterations read what others wrote: run in order,
/// nothing would be left for the workers. (`h[k] += x` reads only what it
/// writes, and so does `if (x > best[k]) best[k] = x`.)
bool Classifier::readsOtherElements(const Group &G,
                                    const Access *&Reader) const {
  if (!G.IsArray)
    return false;
  auto Spelled = [&](const Access *A) {
    // The subscript as written, `h[k]`.
    const Stmt *S = A->Site;
    if (auto *B = dyn_cast<BinaryOperator>(S); B && B->isAssignmentOp())
      S = B->getLHS();
    else if (auto *Cast = dyn_cast<CastExpr>(S))
      S = Cast->getSubExpr();
    return Lexer::getSourceText(
        CharSourceRange::getTokenRange(S->getSourceRange()),
        C.getSourceManager(), C.getLangOpts());
  };
  for (const Access *A : G.All) {
    if (A->Writes || !A->Reads)
      continue;
    bool Condition = false;
    for (const Access *W : G.Writes) {
      const Stmt *S = tailStatement(A->Site, Shape, C);
      auto *Assign = dyn_cast<BinaryOperator>(W->Site);
      // `y[j] = y[j] + x`, too.
      bool Own = Assign && Assign->getOpcode() == BO_Assign &&
                 isInside(A->Site, Assign->getRHS(), C);
      Condition |= S && (Own || isa<IfStmt>(S)) && isInside(W->Site, S, C) &&
                   Spelled(W) == Spelled(A);
    }
    if (!Condition) {
      Reader = A;
      return true;
    }
  }
  return false;
}

void Classifier::classify(Group &G) {
  std::string Why;
  const Access *Reader = nullptr, *Writer = nullptr, *Blocking = nullptr;
  if (G.IsArray) {
    if (trySlot(G, Why, Reader, Writer)) {
      G.What = Group::Kind::Slot;
      return;
    }
    // A private array: everything read is written before.
    if (tryScratch(G)) {
      bool OnlyWritten = true;
      for (const Access *A : G.All)
        OnlyWritten &= !A->Reads;
      if (!OnlyWritten || listed(Shape.Attributes.Scratch, G.root()) ||
          !G.Live) {
        G.What = Group::Kind::Scratch;
        return;
      }
    }
  } else if (tryScratch(G)) {
    G.What = Group::Kind::Scratch;
    return;
  }
  if (!G.Fixed.is(Place::Root::Hidden) && !readsOtherElements(G, Reader) &&
      tryTail(G, Blocking)) {
    G.What = Group::Kind::Tail;
    return;
  }
  G.What = Group::Kind::Carried;
  if (!Reader && Blocking && Blocking->Reads)
    Reader = Blocking;
  if (!Reader && Blocking && !Why.empty())
    Why += ", and its value is used further in the iteration";
  reportCarried(G, Reader, Writer, Why);
}

bool Classifier::demote(Group &G) {
  const Access *Blocking = nullptr, *Reader = nullptr;
  G.Tails.clear();
  if (readsOtherElements(G, Reader) || !tryTail(G, Blocking))
    return false;
  G.What = Group::Kind::Tail;
  return true;
}

void Classifier::run() {
  checkHeader();
  if (Diags.refused())
    return;
  group();
  for (Group &G : Groups)
    classify(G);
  for (const Access &A : E.Accesses)
    if (A.At.is(Place::Root::Hidden) && A.At.State == "errno" && A.Reads &&
        !A.Covered && !Diags.refused()) {
      auto &M = Diags.error(DiagID::HiddenState, A.Where,
                            "'errno' may still hold what a call of an earlier "
                            "iteration left there; set it to 0 first");
      if (A.Inner.isValid())
        M.Notes.push_back({A.Inner, "it is read here, in '" + A.Through + "'"});
    }
}

} // namespace mp::tool
