//===- PlanLastValues.cpp - Scratch that is read after the loop -----------===//
//
// The last iteration's value is sent to the parent, when every iteration writes
// all of it. Where it can't be sent, the parent runs the last iteration itself.
//
//===----------------------------------------------------------------------===//

#include "classes/Enclosing.h"
#include "effects/Library.h"
#include "loops/Exits.h"
#include "plan/BuildPlan.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace mp::tool {

/// What is kept of G: the variable, or the member or element of it that it is.
/// Nothing: any number of elements behind a pointer.
static std::optional<Place> keptOf(const Group &G) {
  Place P = G.IsArray ? G.Array.Array : G.Fixed;
  for (size_t K = 0; K < P.Path.size(); ++K)
    switch (P.Path[K].What) {
    case Step::Kind::Field:
    case Step::Kind::Element:
      break;
    case Step::Kind::Deref:
      if (G.IsArray)
        return std::nullopt;
      break;
    case Step::Kind::Content:
      if (K + 1 < P.Path.size())
        break; // one of its elements
      return P.shortened(1);
    case Step::Kind::Header: // the container as a whole
      return P.shortened(P.Path.size() - K);
    default:
      return std::nullopt;
    }
  return P;
}

/// Part is P or lies in it.
static bool isWithin(const Place &Part, const Place &P) {
  return Part.From == P.From &&
         llvm::StringRef(Part.key(false)).starts_with(P.key(false));
}

namespace {
/// Whether a program looks at an array of characters as a text only, so that
/// what stands behind the text's end does not matter.
class TextUses : public RecursiveASTVisitor<TextUses> {
public:
  TextUses(const VarDecl *V, const Stmt *Loop, ASTContext &C)
      : V(V), Loop(Loop), C(C) {}
  bool AsText = true;
  bool TraverseStmt(Stmt *S) {
    return S == Loop || RecursiveASTVisitor::TraverseStmt(S);
  }
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    if (E->getDecl()->getCanonicalDecl() == V->getCanonicalDecl())
      AsText &= isText(E);
    return AsText;
  }

private:
  bool isText(const Expr *E) const {
    const Stmt *Up = parentOf(E, C);
    while (isa_and_nonnull<ImplicitCastExpr, ParenExpr>(Up))
      Up = parentOf(Up, C);
    if (isa_and_nonnull<UnaryExprOrTypeTraitExpr>(Up))
      return true;
    if (const auto *K = dyn_cast_or_null<CXXConstructExpr>(Up))
      return K->getNumArgs() > 0 && stdName(K->getType()) == "basic_string" &&
             (K->getNumArgs() == 1 || isa<CXXDefaultArgExpr>(K->getArg(1)));
    const auto *Call = dyn_cast_or_null<CallExpr>(Up);
    const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
    if (!F)
      return false;
    if (isa<CXXOperatorCallExpr>(Call))
      return isInStd(F);
    const LibraryFunction *L = lookupLibrary(*F);
    return L &&
           (StringRef(L->Name).starts_with("str") ||
            StringRef(L->Name).contains("printf") ||
            StringRef(L->Name).contains("puts") ||
            StringRef(L->Name).contains("scanf") ||
            StringRef(L->Name).starts_with("ato") ||
            StringRef(L->Name) == "fopen" || StringRef(L->Name) == "fgets");
  }

  const VarDecl *V;
  const Stmt *Loop;
  ASTContext &C;
};
} // namespace

/// Each iteration writes a text to G, an array of characters; behind its end
/// stands what longer texts of earlier iterations have left, and the program
/// may look at that.
bool PlanBuilder::leavesResidue(const Group &G, const VarDecl *V) const {
  if (llvm::all_of(G.Writes,
                   [&](const Access *W) { return isAlwaysWritten(*W, false); }))
    return false;
  if (V->isExternallyVisible())
    return true;
  TextUses Uses(V, Shape.Loop, C);
  const auto *In =
      dyn_cast_or_null<FunctionDecl>(V->getParentFunctionOrMethod());
  Uses.TraverseDecl(In ? const_cast<FunctionDecl *>(In)
                       : static_cast<Decl *>(C.getTranslationUnitDecl()));
  return !Uses.AsText;
}

/// What W writes is written in every iteration, all of it. AsText: or as far as
/// a text goes.
bool PlanBuilder::isAlwaysWritten(const Access &W, bool AsText) const {
  return llvm::any_of(E.MustWrite, [&](const Place &P) {
    if (P.From != W.At.From || P.Variable != W.At.Variable ||
        P.State != W.At.State)
      return false;
    const bool Header =
        !P.Path.empty() && P.Path.back().What == Step::Kind::Header;
    if (Header && !AsText)
      return false;
    const Place Prefix = Header ? P.shortened(1) : P;
    if (Prefix.Path.size() > W.At.Path.size())
      return false;
    for (size_t K = 0; K < Prefix.Path.size(); ++K) {
      const Step &S = Prefix.Path[K], &T = W.At.Path[K];
      // P does not change with i, and the write is within it.
      if (S.What != T.What || S.Field != T.Field ||
          (S.What == Step::Kind::Element &&
           (!S.At.Known || S.At.Form.mentions(LoopSymbol) || !(S.At == T.At))))
        return false;
    }
    return true;
  });
}

bool PlanBuilder::lastValues(LoopPlan &Plan) {
  std::vector<std::string> Done;
  // The iteration that leaves may have written less than the one before.
  const bool MayLeave =
      E.MayThrow ||
      Jumps::of(Shape.Body)
          .first({Jump::Kind::Break, Jump::Kind::Goto, Jump::Kind::Return,
                  Jump::Kind::Throw}) ||
      llvm::any_of(E.Events, [](const Event &Ev) {
        return Ev.What == Event::Kind::Throws || Ev.What == Event::Kind::Exits;
      });
  for (const Group &G : Classes.Groups) {
    if (G.What != Group::Kind::Scratch || !G.Live)
      continue;
    const ValueDecl *V = G.root();
    auto Refuse = [&](const std::string &Why) {
      const Access *W = G.Writes.front();
      // Most likely results, of which to say scratch(..) would lose them.
      std::string Text =
          !G.WhyNoSlot.empty()
              ? "what the loop leaves in '" + G.name() +
                    "' can't be told from iteration to iteration: " +
                    G.WhyNoSlot
              : "the value of '" + G.name() +
                    "' after the loop is not known: " + Why +
                    "; if it does not matter, say scratch(" +
                    (V ? V->getNameAsString() : std::string("x")) + ")";
      auto &M = Diags.error(DiagID::LastValue, W->Where, Text);
      if (W->Inner.isValid())
        M.Notes.push_back(
            {W->Inner, "it is written here, in '" + W->Through + "'"});
      return false;
    };
    // What can't be sent the parent makes itself, in the last iteration.
    const bool Certain = llvm::all_of(
        G.Writes, [&](const Access *W) { return isAlwaysWritten(*W); });
    auto MakeOrRefuse = [&](const std::string &Why) {
      Plan.OwnLast |= Certain && !MayLeave;
      return (Certain && !MayLeave) || Refuse(Why);
    };
    if (G.Fixed.is(Place::Root::Hidden)) {
      if (!MakeOrRefuse("it is the library's own"))
        return false;
      continue;
    }
    auto *Var = dyn_cast_or_null<VarDecl>(V);
    if (Var && isOfCallee(Var, Shape.Function)) {
      if (!MakeOrRefuse("it is a static variable of a function"))
        return false;
      continue;
    }
    std::optional<Place> Kept = keptOf(G);
    Text.Named.clear();
    std::string Name = Kept ? Text.lvalue(*Kept) : std::string();
    std::vector<const ValueDecl *> Named(Text.Named.begin(), Text.Named.end());
    llvm::sort(Named, [](const ValueDecl *A, const ValueDecl *B) {
      return A && B ? A->getLocation() < B->getLocation() : A < B;
    });
    if (Name.empty()) {
      if (!MakeOrRefuse("it can't be named here"))
        return false;
      continue;
    }
    if (!Certain)
      return Refuse("not every iteration writes all of it");
    if (llvm::is_contained(Done, Name))
      continue;
    // Keeping it must not undo what else is done to a part of it.
    for (const Group &Other : Classes.Groups)
      if (Other.What != Group::Kind::Scratch &&
          isWithin(Other.IsArray ? Other.Array.Array : Other.Fixed, *Kept) &&
          !(Kept->endsInElement() && !Other.IsArray &&
            Classes.Alias.relate(*G.Writes.front(), *Other.Writes.front()) ==
                Relation::Disjoint))
        return Refuse("parts of it are results, of '" + Other.name() + "'");
    if (Var && Var->getType()->isArrayType() &&
        C.getBaseElementType(Var->getType())->isAnyCharacterType() &&
        leavesResidue(G, Var))
      Diags.warning(DiagID::LastValue, G.Writes.front()->Where,
                    "'" + G.name() +
                        "' gets a text in each iteration, and what stands "
                        "behind its end after the loop may be another than in "
                        "the serial loop; if nobody looks there, say scratch(" +
                        V->getNameAsString() + ")");
    Done.push_back(Name);
    QualType T = Kept->Path.empty() && Var ? Var->getType()
                                           : Classes.Alias.typeOf(*Kept);
    if (T.isNull())
      return Refuse("its type is not known");
    T = T.getNonReferenceType();
    std::string Why = whyNotTransportable(T, C);
    if (!Why.empty()) {
      if (!MakeOrRefuse("it can't be sent to the parent (" + Why + ")"))
        return false;
      continue;
    }
    if (!pointers(G, T))
      return false;
    if (holdsPointers(T, C) && G.Writes.front()->StoredTargets.empty() &&
        !T->isPointerType())
      return Refuse("it holds pointers");
    TailPlan Tail;
    Tail.What = TailPlan::Kind::LastValue;
    Tail.Kept = Name;
    Tail.KeptStaysPut = libraryType(T) == LibraryType::Sequence;
    Tail.KeptAsBytes = T.getNonReferenceType()->isArrayType();
    Tail.KeptIsBits = !Kept->Path.empty() &&
                      Kept->Path.back().What == Step::Kind::Field &&
                      Kept->Path.back().Field->isBitField();
    for (const ValueDecl *Used : Named)
      Tail.Captures.push_back(!Used ? Capture{nullptr, Capture::Mode::This}
                              : Used == V ? Capture{V, Capture::Mode::Reference}
                                          : Capture{Used, Capture::Mode::Copy});
    Plan.Tails.push_back(std::move(Tail));
    Plan.Keeps = true;
    if (!instantiated() && Var && Kept->Path.empty() &&
        !Var->hasGlobalStorage() && Var->getType()->isScalarType() &&
        !llvm::is_contained(Plan.Shadows, V))
      Plan.Shadows.push_back(V);
  }
  return true;
}

} // namespace mp::tool
