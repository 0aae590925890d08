//===- Classify.cpp - One class for everything the loop writes ------------===//
//
// Groups the writes and tries the classes in order: slot, scratch, tail. What
// is none of them is carried.
//
//===----------------------------------------------------------------------===//

#include "classes/Classify.h"
#include "classes/Enclosing.h"
#include "effects/Library.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace mp::tool {

const ValueDecl *Group::root() const {
  const Place &P = IsArray ? Array.Array : Fixed;
  return P.is(Place::Root::Variable) ? P.Variable : nullptr;
}

Classifier::Classifier(const LoopShape &S, Summaries &K, const Effects &E,
                       const Symbol *L, const HeaderNumbers &Header,
                       Diagnoser &D)
    : Alias(S.Function, K), Shape(S), Known(K), C(K.Context), E(E),
      LoopSymbol(L), Diags(D), Iterations(Shape, L, Header, C),
      Body(RegionFacts::of(S.Body, C, S.TrailingStep)) {}

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

bool Classifier::mayThrow(const FunctionDecl *F) const {
  if (F->getType()->castAs<FunctionProtoType>()->canThrow() == CT_Cannot)
    return false;
  const Effects *Of = Known.of(F);
  return !Of || Of->MayThrow;
}

void Classifier::group() {
  countDimensions();
  std::map<std::string, size_t> ByKey;
  for (const Access &A : E.Accesses) {
    if (!A.Writes || A.InHeader || A.AtExit)
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
        if (A.AtExit) {
          G.ReadAtExit |= R != Relation::Disjoint;
          continue;
        }
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

/// The head runs ahead of the body and more than once: nothing that it reads
/// may change.
void Classifier::checkHeader() {
  if (!readHead())
    return;
  for (const Event &Ev : E.Events)
    if (Ev.InHeader &&
        !(Shape.isRepeated() && Ev.What == Event::Kind::Throws)) {
      Diags.error(DiagID::LoopForm, Ev.Where,
                  "the loop's header does more than compute a number (" +
                      Ev.Name + "); compute the bound before the loop");
      return;
    }
  if (!checkAhead())
    return;
  if (Shape.TrailingStep)
    if (const VarDecl *Last = destroyedAfterStep()) {
      Diags.error(DiagID::LoopForm, Last->getLocation(),
                  "the destructor of '" + Last->getNameAsString() +
                      "' runs when the loop's step has been made already; "
                      "write a 'for' loop with the step in its header");
      return;
    }
  for (const Access &W : E.Accesses) {
    if (!W.Writes || W.InHeader)
      continue;
    if (W.At.is(Place::Root::Variable) && W.At.Path.empty() &&
        isHead(dyn_cast<VarDecl>(W.At.Variable))) {
      Diags.error(DiagID::LoopChanged, W.Where,
                  "the body changes '" + W.At.spelled() +
                      "', which the loop's header steps");
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
                    R.Site && Shape.Bound && isInside(R.Site, Shape.Bound, C);
      if (Rel == Relation::Unknown && Counts &&
          (Alias.instantiated() || Alias.mayShare(W, R))) {
        Rechecks = true;
        continue;
      }
      // What a condition reads is compared as what the body reads is.
      if (Rel == Relation::Unknown && Shape.Goes && !ConditionChanges &&
          R.Site && isInside(R.Site, Shape.Goes, C))
        continue;
      // A range is evaluated once by the language, too.
      if (Rel == Relation::Unknown && Shape.What == LoopShape::Kind::Range)
        continue;
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
}

/// `x += dist(engine)`: the iteration needs x, so that it can't be the parent
/// who does that.
bool Classifier::assignsLocal(const Stmt *S) const {
  const auto *Whole = dyn_cast<Expr>(S);
  const auto *Assigns =
      Whole ? dyn_cast<BinaryOperator>(Whole->IgnoreImplicit()) : nullptr;
  if (!Assigns || !Assigns->isAssignmentOp())
    return false;
  const Expr *To = Assigns->getLHS()->IgnoreParenImpCasts();
  while (const auto *A = dyn_cast<ArraySubscriptExpr>(To)) {
    To = A->getBase()->IgnoreParenImpCasts();
    if (!To->getType()->isArrayType())
      return false;
  }
  const ValueDecl *V = RegionFacts::named(To);
  return V && !V->getType()->isReferenceType() && isLocal(V);
}

bool Classifier::tryTail(Group &G, const Access *&Blocking) {
  std::vector<const Stmt *> Statements;
  for (const Access *W : G.Writes)
    if (W->Attempted) {
      Blocking = W;
      return false;
    }
  for (const Access *A : G.All) {
    const Stmt *S = tailStatement(A->Site, Shape, C);
    if (!S || assignsLocal(S)) {
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
  bool IsTold = false; // which read it is
  if (G.IsArray) {
    if (trySlot(G, Why, Reader, Writer)) {
      G.What = Group::Kind::Slot;
      return;
    }
    G.WhyNoSlot = Why;
    IsTold = Reader != nullptr;
    // A private array: everything read is written before.
    if (tryScratch(G)) {
      bool OnlyWritten = true;
      for (const Access *A : G.All)
        OnlyWritten &= !A->Reads;
      const auto *Var = dyn_cast_or_null<VarDecl>(G.root());
      const bool InCallee = Var && isOfCallee(Var, Shape.Function);
      if (!OnlyWritten || listed(Shape.Attributes.Scratch, G.root()) ||
          !G.Live || InCallee) {
        G.What = Group::Kind::Scratch;
        return;
      }
    }
  } else if (tryScratch(G)) {
    G.What = Group::Kind::Scratch;
    return;
  }
  if (!G.Fixed.is(Place::Root::Hidden) && !readsOtherElements(G, Reader) &&
      tryTail(G, Blocking) && !isBetterRepeated(G)) {
    G.What = Group::Kind::Tail;
    return;
  }
  if (isRepeatable(G)) {
    G.What = Group::Kind::Head;
    G.Tails.clear();
    return;
  }
  G.What = Group::Kind::Carried;
  if (!Reader && Blocking && Blocking->Reads)
    Reader = Blocking;
  if (Blocking && Blocking->Attempted) {
    for (const Access *A : G.All)
      if (A->Reads && !A->Covered)
        Reader = A;
    Writer = Blocking;
    Why = "a call that fails leaves in it what an earlier iteration put there; "
          "look at what the call returns, or set it first";
  } else if (G.IsArray && !IsTold && findFlow(G, Reader, Writer, Why))
    Blocking = nullptr;
  if (!Reader && Blocking && !Why.empty())
    Why += ", and its value is used further in the iteration";
  reportCarried(G, Reader, Writer, Why);
}

/// What is read at Site goes to a function that computes something.
bool Classifier::isInCall(const Stmt *Site) const {
  const Stmt *End = tailStatement(Site, Shape, C);
  for (const Stmt *S = Site; S; S = S == End ? nullptr : parentOf(S, C)) {
    const auto *Call = dyn_cast<CallExpr>(S);
    const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
    if (Call && (!F || !isInStd(F) || F->getOverloadedOperator() == OO_Call ||
                 (!isa<CXXMethodDecl>(F) && !F->isOverloadedOperator())))
      return true;
  }
  return false;
}

/// The body calls functions that have nothing to do with G.
bool Classifier::leavesWork(const Group &G) const {
  struct Calls : RecursiveASTVisitor<Calls> {
    std::vector<const CallExpr *> All;
    bool VisitCallExpr(CallExpr *E) {
      const FunctionDecl *F = E->getDirectCallee();
      const LibraryFunction *L = F ? lookupLibrary(*F) : nullptr;
      const bool Prints =
          L &&
          (L->Effects & (LibraryFunction::Prints | LibraryFunction::PrintsTo));
      if (F && !Prints &&
          (!isInStd(F) ||
           (!isa<CXXMethodDecl>(F) && !F->isOverloadedOperator())))
        All.push_back(E);
      return true;
    }
  } Finder;
  Finder.TraverseStmt(const_cast<Stmt *>(Shape.Body));
  return llvm::any_of(Finder.All, [&](const CallExpr *Call) {
    return llvm::none_of(G.All, [&](const Access *A) {
      return A->Site && isInside(A->Site, Call, C);
    });
  });
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
  findHeadGroups();
  for (Group &G : Groups)
    classify(G);
  finishHead();
  if (!Diags.refused())
    checkOwners();
  // What the parent writes in order is not written by workers as well.
  for (bool Changed = true; Changed && !Diags.refused();) {
    Changed = false;
    for (Group &G : Groups) {
      if (G.What != Group::Kind::Scratch ||
          llvm::none_of(Groups, [&](const Group &Other) {
            return Other.What == Group::Kind::Tail &&
                   llvm::any_of(G.Writes, [&](const Access *W) {
                     return llvm::is_contained(Other.All, W);
                   });
          }))
        continue;
      Changed = true;
      if (!demote(G))
        reportCarried(G, nullptr, G.Writes.front(),
                      "a part of it is updated in order");
    }
    // `s += f(i); out[i] = s;`: out, too, is written in order.
    for (Group &G : Groups) {
      const Group *Of = nullptr;
      for (const Group &Other : Groups)
        if (G.What == Group::Kind::Slot && Other.What == Group::Kind::Tail &&
            llvm::any_of(Other.Tails, [&](const Stmt *S) {
              return llvm::any_of(G.Writes, [&](const Access *W) {
                return W->Site && isInside(W->Site, S, C);
              });
            }))
          Of = &Other;
      if (!Of || !leavesWork(*Of))
        continue;
      Changed = true;
      const Access *Reader = nullptr, *Computes = nullptr;
      for (const Access *A : Of->All) {
        if (!A->Reads)
          continue;
        if (!A->Writes && !Reader)
          Reader = A;
        if (isInCall(A->Site))
          Computes = A;
      }
      if (Computes) { // that work would all be the parent's
        reportCarried(*Of, Computes, nullptr, "");
        return;
      }
      if (!demote(G))
        reportCarried(*Of, Reader, nullptr, "");
    }
  }
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
