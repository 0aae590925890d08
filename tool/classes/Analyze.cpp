//===- Analyze.cpp - From a loop's shape to its verdict -------------------===//
//
// Walks the loop, reports its events, classifies what it writes and has the
// plan built; a loop is accepted when none of these has refused it. Also says
// what class each variable has, for --explain and the report.
//
//===----------------------------------------------------------------------===//

#include "classes/Analyze.h"
#include "classes/Classify.h"
#include "classes/Events.h"
#include "effects/Walker.h"
#include "plan/BuildPlan.h"

using namespace clang;

namespace mp::tool {

struct Analyzer::Implementation {
  Implementation(ASTContext &C, bool EveryLoop)
      : C(C), Known(C, EveryLoop ? Summaries::Loops::Every
                                 : Summaries::Loops::Annotated) {}
  ASTContext &C;
  Summaries Known;
};

Analyzer::Analyzer(ASTContext &C, bool EveryLoop)
    : Impl(std::make_unique<Implementation>(C, EveryLoop)) {}
Analyzer::~Analyzer() = default;

/// --explain and the report: the class of each outer variable.
static void describe(const LoopShape &Shape, const Effects &E,
                     const Classifier &Classes, LoopVerdict &Verdict) {
  std::set<std::string> Seen;
  auto Add = [&](std::string Name, std::string Class, SourceLocation Where,
                 std::string Why) {
    if (Seen.insert(Name).second)
      Verdict.Variables.push_back(
          {std::move(Name), std::move(Class), Where, std::move(Why)});
  };
  for (const VarDecl *V : Classes.Head)
    if (llvm::none_of(Classes.Groups,
                      [&](const Group &G) { return G.root() == V; }))
      Add(V->getNameAsString(), "loop", Shape.Loop->getBeginLoc(),
          "set by the loop's header; each worker goes along");
  if (!Shape.Ahead || Shape.What == LoopShape::Kind::Range)
    Add(Shape.Variable->getIdentifier() ? Shape.Variable->getNameAsString()
                                        : "(bindings)",
        "loop", Shape.Loop->getBeginLoc(), "set by the loop's header");
  for (const Group &G : Classes.Groups) {
    if (G.Fixed.is(Place::Root::Hidden) && G.What != Group::Kind::Head)
      continue;
    const char *Class = "carried", *Why = "";
    switch (G.What) {
    case Group::Kind::Slot:
      Class = "slot";
      Why = "each iteration writes elements of its own";
      break;
    case Group::Kind::Tail:
      Class = "tail";
      Why = "updated in order, and not read by the rest of the body";
      break;
    case Group::Kind::Scratch:
      Class = "scratch";
      Why = "written before it is read, in every iteration";
      break;
    case Group::Kind::Head:
      Class = "head";
      Why = "changed alike whatever the iterations compute; each worker goes "
            "along";
      break;
    case Group::Kind::Carried:
      Why = "an iteration needs what an earlier one wrote";
      break;
    }
    Place P = G.IsArray ? G.Array.Array : G.Fixed;
    while (!P.Path.empty() && P.Path.back().What != Step::Kind::Field)
      P = P.shortened(1);
    Add(P.spelled(), Class, G.Writes.front()->Where, Why);
  }
  for (const Access &A : E.Accesses) {
    if (A.Writes || A.At.is(Place::Root::Hidden) ||
        A.At.is(Place::Root::Unknown))
      continue;
    Place P = A.At;
    P.Path.clear();
    if (P.is(Place::Root::Variable) &&
        (Classes.isLocal(P.Variable) || P.Variable == Shape.Variable))
      continue;
    if (P.is(Place::Root::This)) {
      P = A.At;
      size_t K = 0;
      while (K < P.Path.size() && P.Path[K].What == Step::Kind::Field)
        ++K;
      P = A.At.shortened(A.At.Path.size() - K);
    }
    Add(P.spelled(), "input", A.Where, "only read");
  }
}

void Analyzer::judge(const LoopShape &Shape, LoopVerdict &Verdict) {
  Diagnoser Diags;
  llvm::StringSet<> Trusted;
  for (const NamedArgument &N : Shape.Attributes.Trust)
    Trusted.insert(N.Name);
  Walker W(Impl->Known, Trusted);
  Effects E = W.walkLoop(Shape);
  reportEvents(Shape, E, Diags);
  Classifier Classes(Shape, Impl->Known, E, W.loopSymbol(), W.headerNumbers(),
                     Diags);
  Classes.run();
  auto Plan = std::make_unique<LoopPlan>();
  PlanBuilder Builder(Shape, Impl->C, E, Classes, W.loopSymbol(),
                      W.startOffset(), Diags);
  bool Ok = !Diags.refused() && Builder.build(*Plan);
  describe(Shape, E, Classes, Verdict);
  std::set<std::string> Conditions(Builder.Conditions.begin(),
                                   Builder.Conditions.end());
  Verdict.Conditions.assign(Conditions.begin(), Conditions.end());
  for (const Expr *Change : Shape.Repeated)
    Verdict.Head.push_back(Change->getBeginLoc());
  for (const Stmt *Part : Classes.HeadParts)
    Verdict.Head.push_back(Part->getBeginLoc());
  for (const TailPlan &T : Plan->Tails)
    if (T.Statement)
      Verdict.Tail.push_back(T.Statement->getBeginLoc());
  for (const Message &M : Diags.messages())
    Verdict.Messages.push_back(M);
  Verdict.Closed = false;
  Verdict.Accepted = Ok && !Diags.refused();
  if (Verdict.Accepted)
    Verdict.Plan = std::move(Plan);
}

} // namespace mp::tool
