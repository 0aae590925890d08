//===- Reconcile.cpp - One plan for all instantiations of a loop ----------===//
//
// Traits ask the runtime for more care, captures and checks that are not needed
// cost nothing or leave a loop native: a plan may have more of them than it
// asked for. Statements and elements are never made up.
//
//===----------------------------------------------------------------------===//

#include "plan/Reconcile.h"
#include "loops/LoopShape.h"
#include "plan/TemplateNumbers.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "clang/AST/Stmt.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace mp::tool {

/// Every flag that is set in one plan is set in all.
static void uniteFlags(const std::vector<LoopPlan *> &Plans) {
  for (bool LoopPlan::*Flag :
       {&LoopPlan::LeavesByBreak, &LoopPlan::Marked, &LoopPlan::Prints,
        &LoopPlan::Keeps, &LoopPlan::OwnLast, &LoopPlan::TailsThrow,
        &LoopPlan::Rechecks, &LoopPlan::Follows, &LoopPlan::Once}) {
    bool Any = llvm::any_of(Plans, [&](const LoopPlan *P) { return P->*Flag; });
    for (LoopPlan *P : Plans)
      P->*Flag = Any;
  }
}

/// What the text names, whatever instantiation it was seen in.
static SourceLocation placeOf(const Capture &C) {
  return C.Variable ? C.Variable->getLocation() : SourceLocation();
}

static SourceLocation placeOf(const ExitPlan &Exit) {
  return Exit.Statement->getBeginLoc();
}

/// Each list gets what the others have, and all have the same order. A variable
/// that one captures by reference is captured so by all.
template <class Part>
static void unite(const std::vector<std::vector<Part> *> &Lists) {
  std::vector<Part> All;
  for (const std::vector<Part> *List : Lists)
    for (const Part &One : *List)
      if (llvm::none_of(All, [&](const Part &Old) {
            return placeOf(Old) == placeOf(One);
          }))
        All.push_back(One);
  llvm::stable_sort(All, [](const Part &A, const Part &B) {
    return placeOf(A) < placeOf(B);
  });
  for (std::vector<Part> *List : Lists) {
    std::vector<Part> Own;
    for (const Part &One : All) {
      auto Same = llvm::find_if(
          *List, [&](const Part &Old) { return placeOf(Old) == placeOf(One); });
      Own.push_back(Same == List->end() ? One : *Same);
    }
    *List = std::move(Own);
  }
}

/// A check's text holds in every instantiation when it names variables only,
/// and no members, which not every type has.
static bool namesVariablesOnly(llvm::StringRef Text) {
  if (Text.contains("->"))
    return false;
  for (size_t At = Text.find('.'); At != llvm::StringRef::npos;
       At = Text.find('.', At + 1)) {
    llvm::StringRef Name = Text.substr(At + 1).take_while(
        [](char C) { return llvm::isAlnum(C) || C == '_'; });
    if (!llvm::StringSwitch<bool>(Name)
             .Cases({"per", "over", "unit", "bounded"}, true)
             .Default(false))
      return false;
  }
  return true;
}

static void uniteChecks(const std::vector<LoopPlan *> &Plans) {
  std::vector<std::string> All;
  for (const LoopPlan *P : Plans)
    for (const std::string &Check : P->Checks)
      if (!llvm::is_contained(All, Check)) {
        bool Everywhere = llvm::all_of(Plans, [&](const LoopPlan *Other) {
          return llvm::is_contained(Other->Checks, Check);
        });
        if (!Everywhere && !namesVariablesOnly(Check))
          return;
        All.push_back(Check);
      }
  for (LoopPlan *P : Plans)
    P->Checks = All;
}

static bool sameTails(const std::vector<LoopPlan *> &Plans) {
  const std::vector<TailPlan> &First = Plans.front()->Tails;
  return llvm::all_of(Plans, [&](const LoopPlan *P) {
    if (P->Tails.size() != First.size())
      return false;
    for (size_t N = 0; N < First.size(); ++N)
      if (P->Tails[N].What != First[N].What ||
          P->Tails[N].Values.size() != First[N].Values.size())
        return false;
    return true;
  });
}

/// A temporary object is moved from where it is sent to; to a number that makes
/// no difference.
static void uniteMoves(const std::vector<LoopPlan *> &Plans, size_t N,
                       size_t K) {
  bool Any = llvm::any_of(
      Plans, [&](const LoopPlan *P) { return P->Tails[N].Values[K].Move; });
  for (LoopPlan *P : Plans) {
    TailValue &V = P->Tails[N].Values[K];
    if (Any && V.Value->isPRValue() && V.Value->getType()->isScalarType())
      V.Move = true;
  }
}

static void uniteTails(const std::vector<LoopPlan *> &Plans) {
  if (!sameTails(Plans))
    return;
  for (size_t N = 0; N < Plans.front()->Tails.size(); ++N) {
    std::vector<std::vector<Capture> *> Captures;
    for (LoopPlan *P : Plans)
      Captures.push_back(&P->Tails[N].Captures);
    unite(Captures);
    for (size_t K = 0; K < Plans.front()->Tails[N].Values.size(); ++K)
      uniteMoves(Plans, N, K);
  }
}

/// The numbers in the ranges that List names in each plan.
static void uniteNumbers(const std::vector<LoopPlan *> &Plans,
                         std::vector<RangeText> LoopPlan::*List,
                         const TemplateNumbers &Numbers) {
  size_t Count = (Plans.front()->*List).size();
  for (const LoopPlan *P : Plans)
    if ((P->*List).size() != Count)
      return;
  for (size_t N = 0; N < Count; ++N) {
    auto Unite = [&](auto Part) {
      std::vector<std::string *> Texts;
      for (LoopPlan *P : Plans)
        Texts.push_back(Part((P->*List)[N]));
      Numbers.unite(Texts);
    };
    Unite([](RangeText &R) { return &R.Form.Constant; });
    Unite([](RangeText &R) { return &R.Form.PerIteration; });
    Unite([](RangeText &R) { return &R.Unit; });
    Unite([](RangeText &R) { return &R.Bound; });
    size_t Ranges = (Plans.front()->*List)[N].Form.Ranges.size();
    for (const LoopPlan *P : Plans)
      if ((P->*List)[N].Form.Ranges.size() != Ranges)
        Ranges = 0;
    for (size_t K = 0; K < Ranges; ++K) {
      Unite([&](RangeText &R) { return &R.Form.Ranges[K].Coefficient; });
      Unite([&](RangeText &R) { return &R.Form.Ranges[K].Low; });
      Unite([&](RangeText &R) { return &R.Form.Ranges[K].High; });
    }
  }
}

static void uniteNumbers(const std::vector<LoopPlan *> &Plans) {
  std::vector<const FunctionDecl *> Functions;
  for (const LoopPlan *P : Plans)
    Functions.push_back(P->Shape->Function);
  TemplateNumbers Numbers(Functions);
  uniteNumbers(Plans, &LoopPlan::Slots, Numbers);
  uniteNumbers(Plans, &LoopPlan::Reads, Numbers);
  size_t Count = Plans.front()->Checks.size();
  for (const LoopPlan *P : Plans)
    if (P->Checks.size() != Count)
      return;
  for (size_t N = 0; N < Count; ++N) {
    std::vector<std::string *> Texts;
    for (LoopPlan *P : Plans)
      Texts.push_back(&P->Checks[N]);
    Numbers.unite(Texts);
  }
}

void reconcile(const std::vector<LoopPlan *> &Plans) {
  if (Plans.size() < 2)
    return;
  uniteNumbers(Plans);
  uniteFlags(Plans);
  std::vector<std::vector<Capture> *> Captures;
  std::vector<std::vector<ExitPlan> *> Exits;
  for (LoopPlan *P : Plans) {
    // The loop's own variable is a parameter.
    llvm::erase_if(P->Captures, [&](const Capture &C) {
      return C.Variable && C.Variable == P->Shape->Variable;
    });
    Captures.push_back(&P->Captures);
    Exits.push_back(&P->Exits);
  }
  unite(Captures);
  unite(Exits);
  uniteChecks(Plans);
  uniteTails(Plans);
}

} // namespace mp::tool
