//===- WalkAttempts.cpp - Writes that happen only if a call succeeds ------===//
//
// `sscanf(s, "%d", &x)`, `in >> x`, `fgets(line, n, f)` leave their arguments
// alone when they fail. So they are no writes that a later read may count on,
// except where the program has looked: `if (sscanf(s, "%d", &x) == 1) use(x);`.
//
// An attempt that has been made is noted among the places that are certainly
// written, under a name of its own; a condition that shows that it succeeded
// adds what it wrote.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"

using namespace clang;

namespace mp::tool {

/// The stream that `in >> a >> b`, `std::getline(in, s)` or `in.get(c)` reads.
static const ValueDecl *streamOf(const Expr *E) {
  for (;;) {
    E = E->IgnoreParenImpCasts();
    if (const auto *D = dyn_cast<DeclRefExpr>(E))
      return D->getDecl();
    if (const auto *M = dyn_cast<CXXMemberCallExpr>(E)) {
      E = M->getImplicitObjectArgument();
    } else if (const auto *Call = dyn_cast<CallExpr>(E);
               Call && Call->getNumArgs() > 0) {
      E = Call->getArg(0);
    } else {
      return nullptr;
    }
    if (!E ||
        libraryType(E->IgnoreParenImpCasts()->getType()) != LibraryType::Stream)
      return nullptr;
  }
}

Place Walker::made(const Expr *Call) {
  return Place::hidden("attempt " + number(Call));
}

/// Call writes At, one argument's places, if it succeeds, which Test (as in
/// LibraryFunction::Succeeds; 's' for streams) can show.
void Walker::attempt(const Expr *Call, char Test, const Places &At, QualType T,
                     bool TextOnly) {
  Attempt &Made = Attempts[Call];
  if (!covered(made(Call)))
    Made = Attempt();
  Made.Test = Test;
  if (Test == 's')
    Made.Stream = streamOf(Call);
  Places Resolved, Marks;
  for (const Place &P : At)
    merge(Resolved, resolve(P));
  State Before = Now;
  Attempting = true;
  record(Resolved, false, true, T, Call, nullptr, nullptr, TextOnly, TextOnly);
  Attempting = false;
  // What is certain about it is that it was tried.
  if (Now && Before && Resolved.size() == 1)
    for (const Place &P : *Now)
      if (llvm::none_of(*Before,
                        [&](const Place &Q) { return Q.key() == P.key(); }))
        Marks.push_back(P);
  Now = std::move(Before);
  Made.Arguments.push_back(std::move(Marks));
  markWritten(made(Call));
}

/// The first Count arguments of an attempt are written now.
void Walker::succeeded(const Expr *Call, size_t Count) {
  auto It = Attempts.find(Call);
  if (It == Attempts.end() || !covered(made(Call)))
    return;
  for (size_t K = 0; K < std::min(Count, It->second.Arguments.size()); ++K)
    for (const Place &P : It->second.Arguments[K])
      markWritten(P);
}

static bool holds(BinaryOperatorKind Op, long long A, long long B) {
  switch (Op) {
  case BO_EQ:
    return A == B;
  case BO_NE:
    return A != B;
  case BO_LT:
    return A < B;
  case BO_LE:
    return A <= B;
  case BO_GT:
    return A > B;
  default:
    return A >= B;
  }
}

/// The value of E, which an attempt returned, is in the relation Op to Other,
/// or is not.
void Walker::assumeResult(const Expr *E, BinaryOperatorKind Op, long long Other,
                          bool Holds) {
  E = E->IgnoreParenCasts();
  if (const auto *B = dyn_cast<BinaryOperator>(E);
      B && B->getOpcode() == BO_Assign)
    E = B->getRHS()->IgnoreParenCasts();
  if (const auto *V = dyn_cast_or_null<VarDecl>(RegionFacts::named(E)))
    if (auto It = Locals.find(V); It != Locals.end() && It->second.From)
      E = It->second.From->IgnoreParenCasts();
  auto It = Attempts.find(E);
  if (It == Attempts.end())
    return;
  auto Possible = [&](long long Value) {
    return holds(Op, Value, Other) == Holds;
  };
  const auto All = static_cast<long long>(It->second.Arguments.size());
  switch (It->second.Test) {
  case 'z':
    if (Possible(0) && !Possible(-1))
      succeeded(E, It->second.Arguments.size());
    break;
  case 'p':
    if (Possible(1) && !Possible(0))
      succeeded(E, It->second.Arguments.size());
    break;
  case 'c':
    for (long long Count = -1; Count <= All; ++Count)
      if (Possible(Count)) {
        if (Count > 0)
          succeeded(E, static_cast<size_t>(Count));
        break;
      }
    break;
  default:
    break;
  }
}

/// A stream is good, so all that was read from it before succeeded.
void Walker::assumeGood(const Expr *Stream) {
  const ValueDecl *V = streamOf(Stream);
  if (!V || ClearsStreams)
    return;
  for (auto &[Call, Made] : Attempts)
    if (Made.Stream == V)
      succeeded(Call, Made.Arguments.size());
}

/// What follows runs only if Condition is Holds.
void Walker::assume(const Expr *Condition, bool Holds) {
  if (!Condition || !Now)
    return;
  const Expr *E = Condition->IgnoreParenImpCasts();
  if (const auto *U = dyn_cast<UnaryOperator>(E);
      U && U->getOpcode() == UO_LNot)
    return assume(U->getSubExpr(), !Holds);
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(E);
      Call && Call->getOperator() == OO_Exclaim &&
      libraryType(Call->getArg(0)->getType()) == LibraryType::Stream)
    return assume(Call->getArg(0), !Holds);
  if (const auto *M = dyn_cast<CXXMemberCallExpr>(E);
      M && M->getMethodDecl() && M->getImplicitObjectArgument() &&
      libraryType(M->getImplicitObjectArgument()->getType()) ==
          LibraryType::Stream) {
    const CXXMethodDecl *F = M->getMethodDecl();
    StringRef Name = F->getIdentifier() ? F->getName() : StringRef();
    if (Holds != (Name == "fail") &&
        (isa<CXXConversionDecl>(F) || Name == "good" || Name == "fail"))
      assumeGood(M->getImplicitObjectArgument());
    else if (Holds && libraryType(E->getType()) == LibraryType::Stream)
      assumeGood(E);
    return;
  }
  if (Holds && libraryType(E->getType()) == LibraryType::Stream)
    return assumeGood(E);
  if (const auto *B = dyn_cast<BinaryOperator>(E)) {
    BinaryOperatorKind Op = B->getOpcode();
    if (Op == (Holds ? BO_LAnd : BO_LOr)) {
      assume(B->getLHS(), Holds);
      assume(B->getRHS(), Holds);
      return;
    }
    if (B->isComparisonOp() && Op != BO_Cmp) {
      auto Constant = [&](const Expr *X) -> std::optional<long long> {
        if (X->isNullPointerConstant(C, Expr::NPC_ValueDependentIsNull))
          return 0;
        Expr::EvalResult R;
        if (X->isValueDependent() || !X->EvaluateAsInt(R, C) ||
            R.Val.getInt().getSignificantBits() > 32)
          return std::nullopt;
        return R.Val.getInt().getExtValue();
      };
      if (auto K = Constant(B->getRHS()))
        assumeResult(B->getLHS(), Op, *K, Holds);
      else if (auto K = Constant(B->getLHS()))
        assumeResult(B->getRHS(), BinaryOperator::reverseComparisonOp(Op), *K,
                     Holds);
      return;
    }
  }
  assumeResult(E, BO_NE, 0, Holds);
}

} // namespace mp::tool
