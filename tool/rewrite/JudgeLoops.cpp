//===- JudgeLoops.cpp - From the annotated loops to verdicts and edits ----===//
//
// Goes through the loops from the first to the last. Refusals that lie around a
// loop (in a header, a template that is not instantiated, another standard)
// come first; then each instantiation is judged by itself, their plans are made
// alike, and loops inside an accepted one only lose their attributes.
//
//===----------------------------------------------------------------------===//

#include "rewrite/JudgeLoops.h"
#include "attributes/AttributeLog.h"
#include "classes/Analyze.h"
#include "edit/AttributeText.h"
#include "edit/Emit.h"
#include "plan/Reconcile.h"
#include "rewrite/Conditionals.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Stmt.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Basic/TargetInfo.h"
#include "llvm/ADT/DenseSet.h"

using namespace clang;

namespace mp::tool {
namespace {

bool same(const Message &A, const Message &B) {
  return A.ID == B.ID && A.How == B.How && A.Where == B.Where &&
         A.Text == B.Text;
}

/// Adds M unless it is there: instantiations repeat one another.
void addOnce(std::vector<Message> &Messages, Message M) {
  for (const Message &Old : Messages)
    if (same(Old, M))
      return;
  Messages.push_back(std::move(M));
}

Message error(DiagID ID, SourceLocation Where, std::string Text) {
  Message M{};
  M.ID = ID;
  M.Where = Where;
  M.Text = std::move(Text);
  return M;
}

std::string instantiationName(const FunctionDecl *Function,
                              const ASTContext &Context) {
  std::string Name;
  llvm::raw_string_ostream Out(Name);
  Function->getNameForDiagnostic(Out, Context.getPrintingPolicy(),
                                 /*Qualified=*/true);
  return Name;
}

class Judge {
public:
  Judge(ASTContext &Context, AttributeLog &Log, const JudgeOptions &Options)
      : Context(Context), SM(Context.getSourceManager()), Log(Log),
        Options(Options), Analysis(Context, Options.EveryLoop) {}

  JudgedLoops run();

private:
  LoopVerdict begin(const AnnotatedLoop &Loop);
  /// Reasons that lie around the loop. False: it is refused, don't look inside.
  bool admissible(const AnnotatedLoop &Loop, LoopVerdict &Verdict);
  void judge(const AnnotatedLoop &Loop, LoopVerdict &Verdict);
  bool judgeInstance(const LoopInstance &Instance, LoopVerdict &Verdict);
  bool emitInstance(LoopVerdict &Verdict, tooling::Replacements &Edits);
  void judgeInside(const AnnotatedLoop &Loop, const AnnotatedLoop &Outer,
                   LoopVerdict &Verdict);
  bool addEdits(const tooling::Replacements &Edits);
  void dropAttributes(const AnnotatedLoop &Loop);
  void warnOfFastMath();
  llvm::DenseSet<const AttributeRun *>
  runsOf(const std::vector<AnnotatedLoop> &Loops);
  std::vector<AnnotatedLoop> allLoops();
  bool ofUser(const AttributeRun &Run) const {
    return !SM.isInSystemHeader(SM.getExpansionLoc(Run.Begin));
  }
  const AnnotatedLoop *acceptedAround(const AnnotatedLoop &Loop) const;
  bool inMainFile(SourceLocation Where) const {
    return SM.getFileID(SM.getExpansionLoc(Where)) == SM.getMainFileID();
  }

  ASTContext &Context;
  const SourceManager &SM;
  AttributeLog &Log;
  const JudgeOptions Options;
  Analyzer Analysis;
  JudgedLoops Result;
  std::vector<const AnnotatedLoop *> Accepted;
  std::vector<tooling::Replacements> Added; ///< what Result.Edits is made of
};

LoopVerdict Judge::begin(const AnnotatedLoop &Loop) {
  LoopVerdict Verdict;
  Verdict.Keyword = Loop.Keyword;
  const LoopInstance &Any =
      Loop.Patterns.empty() ? Loop.Instances.front() : Loop.Patterns.front();
  Verdict.FunctionName = describe(Any.Function);
  Verdict.Implied = llvm::all_of(Any.Site->getAttrs(),
                                 [](const Attr *A) { return A->isImplicit(); });
  if (AttributeRun *Run = Log.find(Any.Site->getAttrs().front()->getRange()))
    for (const Message &M : Run->Problems.messages())
      Verdict.Messages.push_back(M);
  return Verdict;
}

bool Judge::admissible(const AnnotatedLoop &Loop, LoopVerdict &Verdict) {
  if (!Context.getLangOpts().CPlusPlus17) {
    Verdict.Messages.push_back(
        error(DiagID::Construct, Loop.Keyword,
              "rewritten code is C++17; compile this file with -std=c++17 or "
              "later"));
    return false;
  }
  if (!inMainFile(Loop.Keyword)) {
    Verdict.Messages.push_back(
        error(DiagID::Header, Loop.Keyword,
              "an annotated loop in a header isn't rewritten, since every file "
              "that includes it would have to be rewritten in the same way; "
              "move the function into a source file"));
    return false;
  }
  if (SourceLocation Where =
          compilerConditional(Loop.Extent, SM, Context.getLangOpts());
      Where.isValid()) {
    Verdict.Messages.push_back(
        error(DiagID::Construct, Where,
              "what this loop does depends on which compiler reads it; move "
              "the condition out of the loop"));
    return false;
  }
  if (Loop.Instances.empty()) {
    Verdict.Messages.push_back(
        error(DiagID::Template, Loop.Keyword,
              "this loop is in a template of which no instantiation is seen in "
              "this file, so there is nothing to judge"));
    return false;
  }
  return true;
}

bool Judge::judgeInstance(const LoopInstance &Instance, LoopVerdict &Verdict) {
  std::optional<Annotation> Attributes =
      readAnnotation(*Instance.Site, Context);
  Diagnoser Diags;
  checkNumbers(*Instance.Site, Context, Diags);
  Verdict.Shape = std::make_unique<LoopShape>();
  if (!shapeLoop(*Attributes, Instance.Function, Context, Diags,
                 *Verdict.Shape))
    Verdict.Shape.reset();
  for (const Message &M : Diags.messages())
    Verdict.Messages.push_back(M);
  if (!Verdict.Shape)
    return false;
  Analysis.judge(*Verdict.Shape, Verdict);
  return Verdict.Accepted && !Diags.refused();
}

bool Judge::emitInstance(LoopVerdict &Verdict, tooling::Replacements &Edits) {
  Diagnoser Diags;
  bool Emitted = emitLoop(*Verdict.Plan, Context, Diags, Edits);
  for (const Message &M : Diags.messages())
    Verdict.Messages.push_back(M);
  return Emitted && !Diags.refused();
}

/// What is emitted, without line markers.
static std::string codeOf(const tooling::Replacements &Edits) {
  std::string Result;
  for (const tooling::Replacement &R : Edits) {
    SmallVector<StringRef, 32> Lines;
    R.getReplacementText().split(Lines, '\n');
    for (StringRef Line : Lines)
      if (Line = Line.trim(); !Line.starts_with("# "))
        Result += (Line + " ").str();
  }
  return Result;
}

/// The first words in which A and B differ: A's.
static std::string firstDifference(StringRef A, StringRef B) {
  size_t Begin = 0;
  while (Begin < A.size() && Begin < B.size() && A[Begin] == B[Begin])
    ++Begin;
  Begin = A.substr(0, Begin).find_last_of(" .") + 1; // 0: from the start
  return A.substr(Begin).take_until([](char C) { return C == ' '; }).str();
}

/// Instantiations of the loop in functions A and B need different texts.
static Message differ(const AnnotatedLoop &Loop, const LoopInstance &A,
                      const tooling::Replacements &EditsA,
                      const LoopInstance &B,
                      const tooling::Replacements &EditsB,
                      const ASTContext &Context) {
  Message M = error(DiagID::Template, Loop.Keyword,
                    "instantiations of this loop would have to be rewritten in "
                    "different ways");
  std::string CodeA = codeOf(EditsA), CodeB = codeOf(EditsB);
  auto Note = [&](const FunctionDecl *Function, const std::string &Text) {
    if (Function)
      M.Notes.push_back(
          {Function->getLocation(), "'" + instantiationName(Function, Context) +
                                        "' needs '" + Text + "'"});
  };
  Note(A.Function, firstDifference(CodeA, CodeB));
  Note(B.Function, firstDifference(CodeB, CodeA));
  return M;
}

void Judge::judge(const AnnotatedLoop &Loop, LoopVerdict &Verdict) {
  std::vector<LoopVerdict> Each(Loop.Instances.size());
  std::vector<bool> Ok(Each.size());
  std::vector<LoopPlan *> Plans;
  for (size_t K = 0; K < Each.size(); ++K) {
    Ok[K] = judgeInstance(Loop.Instances[K], Each[K]);
    if (Ok[K])
      Plans.push_back(Each[K].Plan.get());
  }
  reconcile(Plans);
  tooling::Replacements First;
  std::optional<Message> Difference;
  for (size_t K = 0; K < Each.size(); ++K) {
    tooling::Replacements Edits;
    if (Ok[K])
      Ok[K] = emitInstance(Each[K], Edits);
    if (K == 0)
      First = Edits;
    else if (Ok[0] && Ok[K] && !Difference && !(Edits == First))
      Difference = differ(Loop, Loop.Instances[0], First, Loop.Instances[K],
                          Edits, Context);
  }
  for (LoopVerdict &One : Each)
    for (Message &M : One.Messages)
      addOnce(Verdict.Messages, std::move(M));
  // A refused instantiation says more than an accepted one.
  size_t Shown = static_cast<size_t>(llvm::find(Ok, false) - Ok.begin());
  bool AllAccepted = Shown == Ok.size();
  const FunctionDecl *RefusedIn =
      AllAccepted ? nullptr : Loop.Instances[Shown].Function;
  LoopVerdict &One = Each[AllAccepted ? 0 : Shown];
  Verdict.Closed = One.Closed;
  Verdict.Variables = std::move(One.Variables);
  Verdict.Head = std::move(One.Head);
  Verdict.Tail = std::move(One.Tail);
  Verdict.Conditions = std::move(One.Conditions);
  Verdict.Shape = std::move(One.Shape);
  Verdict.Plan = std::move(One.Plan);
  if (AllAccepted && Difference)
    Verdict.Messages.push_back(std::move(*Difference));
  bool Errors = llvm::any_of(Verdict.Messages, [](const Message &M) {
    return M.How == Severity::Error;
  });
  Verdict.LeftSerial =
      Verdict.Implied && (!Options.AnnotateAll || !Verdict.Messages.empty());
  if (AllAccepted && !Errors && !Verdict.LeftSerial && !addEdits(First)) {
    Verdict.Messages.push_back(
        error(DiagID::Construct, Loop.Keyword,
              "this loop's text can't be edited together with that of another "
              "annotated loop"));
    Errors = true;
  }
  if (!AllAccepted && !Errors)
    Verdict.Messages.push_back(
        error(DiagID::NotClassified, Loop.Keyword,
              "this loop is refused, and the analysis gave no reason"));
  if (RefusedIn && Loop.Instances.size() > 1)
    for (Message &M : Verdict.Messages)
      if (M.How == Severity::Error) {
        M.Notes.push_back({RefusedIn->getLocation(),
                           "in instantiation '" +
                               instantiationName(RefusedIn, Context) + "'"});
        break;
      }
  Verdict.Accepted = AllAccepted && !Errors;
  if (!Verdict.Accepted)
    Verdict.Plan.reset();
}

/// Loop stands inside an accepted one: it runs serially in a worker, and only
/// its attributes go.
void Judge::judgeInside(const AnnotatedLoop &Loop, const AnnotatedLoop &Outer,
                        LoopVerdict &Verdict) {
  Verdict.Accepted = llvm::none_of(Verdict.Messages, [](const Message &M) {
    return M.How == Severity::Error;
  });
  Verdict.Conditions.push_back(
      "runs serially inside the workers of the loop in line " +
      std::to_string(SM.getPresumedLoc(Outer.Keyword).getLine()));
  dropAttributes(Loop);
}

/// Two loops of a function may have something to insert in front of it.
static tooling::Replacement behindOthers(const tooling::Replacement &R,
                                         tooling::Replacements &Edits) {
  auto InSamePlace = [&](const tooling::Replacement &Old) {
    return Old.getLength() == 0 && Old.getOffset() == R.getOffset() &&
           Old.getFilePath() == R.getFilePath();
  };
  const auto Before =
      R.getLength() == 0 ? llvm::find_if(Edits, InSamePlace) : Edits.end();
  if (Before == Edits.end())
    return R;
  const std::string Text =
      Before->getReplacementText().str() + R.getReplacementText().str();
  tooling::Replacements Others;
  for (const tooling::Replacement &Old : Edits)
    if (!InSamePlace(Old))
      llvm::cantFail(Others.add(Old));
  Edits = std::move(Others);
  return {R.getFilePath(), R.getOffset(), 0, Text};
}

/// Adds the edits of one loop; false: they don't go with the others, and none
/// was added.
bool Judge::addEdits(const tooling::Replacements &Edits) {
  auto Add = [this](const tooling::Replacements &Part) {
    for (const tooling::Replacement &R : Part)
      if (llvm::Error E = Result.Edits.add(behindOthers(R, Result.Edits))) {
        llvm::consumeError(std::move(E));
        return false;
      }
    return true;
  };
  if (Add(Edits)) {
    Added.push_back(Edits);
    return true;
  }
  Result.Edits = {};
  for (const tooling::Replacements &Part : Added)
    Add(Part);
  return false;
}

void Judge::dropAttributes(const AnnotatedLoop &Loop) {
  if (!inMainFile(Loop.Keyword))
    return;
  const LoopInstance &Any =
      Loop.Instances.empty() ? Loop.Patterns.front() : Loop.Instances.front();
  std::optional<Annotation> Attributes = readAnnotation(*Any.Site, Context);
  LoopText Text(Context, Loop.Keyword);
  std::vector<TextEdit> Edits;
  Diagnoser Ignored; // where they can't be taken out they stay: they mean
                     // nothing to a compiler
  if (!removeAttributes(*Attributes, Text, Ignored, Edits))
    return;
  tooling::Replacements Removal;
  for (const TextEdit &E : Edits)
    if (llvm::Error Failed = Removal.add(
            tooling::Replacement(SM, Text.location(E.Where.Begin),
                                 E.Where.End - E.Where.Begin, E.Text))) {
      llvm::consumeError(std::move(Failed));
      return;
    }
  addEdits(Removal);
}

const AnnotatedLoop *Judge::acceptedAround(const AnnotatedLoop &Loop) const {
  for (const AnnotatedLoop *Outer : Accepted)
    if (SM.isBeforeInTranslationUnit(Outer->Extent.getBegin(), Loop.Keyword) &&
        !SM.isBeforeInTranslationUnit(Outer->Extent.getEnd(), Loop.Keyword))
      return Outer;
  return nullptr;
}

/// Products and sums may be fused (and then rounded once), and that not in the
/// same way on both sides of the cut between worker and parent.
static bool mayFuse(const ASTContext &Context) {
  const TargetInfo &Target = Context.getTargetInfo();
  bool HasInstruction = !Target.getTriple().isX86() ||
                        Target.hasFeature("fma") || Target.hasFeature("fma4");
  return HasInstruction && Context.getLangOpts().getDefaultFPContractMode() !=
                               LangOptions::FPM_Off;
}

static bool hasFastMath(const LangOptions &L) {
  return L.FastMath || L.UnsafeFPMath || L.AllowFPReassoc || L.AllowRecip ||
         L.ApproxFunc || L.NoHonorNaNs || L.NoHonorInfs || L.NoSignedZero;
}

/// Flags that may change the results of floating-point operations are warned
/// about once for the file.
void Judge::warnOfFastMath() {
  const char *Text = nullptr;
  if (hasFastMath(Context.getLangOpts()))
    Text = "this file is compiled with -ffast-math or a part of it: the "
           "loop's results may differ from those of the serial loop in their "
           "last bits";
  else if (mayFuse(Context))
    Text = "this file is compiled for a processor that fuses multiplications "
           "and additions: compile its rewritten text with -ffp-contract=off "
           "(mp-cxx does), or the loop's results may differ from those of the "
           "serial loop in their last bits";
  if (!Text)
    return;
  for (LoopVerdict &Verdict : Result.Verdicts)
    if (Verdict.Accepted) {
      Message M = error(DiagID::FastMath, Verdict.Keyword, Text);
      M.How = Severity::Warning;
      Verdict.Messages.push_back(std::move(M));
      return;
    }
}

/// The runs of attributes that stand before these loops.
llvm::DenseSet<const AttributeRun *>
Judge::runsOf(const std::vector<AnnotatedLoop> &Loops) {
  llvm::DenseSet<const AttributeRun *> Result;
  for (const AnnotatedLoop &Loop : Loops)
    for (const auto *List : {&Loop.Patterns, &Loop.Instances})
      for (const LoopInstance &Instance : *List)
        for (const Attr *A : Instance.Site->getAttrs())
          if (const AttributeRun *Run = Log.find(A->getRange()))
            Result.insert(Run);
  return Result;
}

/// All annotated loops. Most are in what the main file declares, and what
/// headers declare is much more, so that is looked at only when one is missing:
/// when it is in a header, in a block that a header has opened, or when
/// instantiations of a template hang on a header's declaration.
std::vector<AnnotatedLoop> Judge::allLoops() {
  std::vector<AnnotatedLoop> Loops = findLoops(Context, /*Everywhere=*/false);
  llvm::DenseSet<const AttributeRun *> Found = runsOf(Loops);
  bool Missing = llvm::any_of(Log.runs(), [&](const AttributeRun &Run) {
    return ofUser(Run) && isLoop(Run.Statement) && Run.find("parallel_map") &&
           !Found.count(&Run);
  });
  bool Uninstantiated = llvm::any_of(
      Loops, [](const AnnotatedLoop &Loop) { return Loop.Instances.empty(); });
  if (Missing || Uninstantiated)
    Loops = findLoops(Context, /*Everywhere=*/true);
  return Loops;
}

JudgedLoops Judge::run() {
  Log.check();
  std::vector<AnnotatedLoop> Loops =
      Options.EveryLoop ? findEveryLoop(Context) : allLoops();
  for (const AnnotatedLoop &Loop : Loops) {
    if (SM.isInSystemHeader(Loop.Keyword))
      continue;
    LoopVerdict Verdict = begin(Loop);
    const bool Nested = !Options.EveryLoop || Options.AnnotateAll;
    if (const AnnotatedLoop *Outer = Nested ? acceptedAround(Loop) : nullptr)
      judgeInside(Loop, *Outer, Verdict);
    else if (admissible(Loop, Verdict))
      judge(Loop, Verdict);
    if (Verdict.Accepted && !Verdict.LeftSerial) {
      Accepted.push_back(&Loop);
      Result.AnyAccepted = true;
    } else if (!Verdict.Accepted) {
      Result.AnyRefused = true;
      if (Options.KeepSerial)
        dropAttributes(Loop);
    }
    Result.Verdicts.push_back(std::move(Verdict));
  }
  llvm::DenseSet<const AttributeRun *> Found = runsOf(Loops);
  for (AttributeRun &Run : Log.runs()) {
    if (Found.count(&Run) || !ofUser(Run))
      continue;
    if (Run.Problems.messages().empty())
      Run.Problems.error(
          DiagID::NotClassified, Run.Uses.front().Where,
          "the annotated loop is in code that is not understood");
    for (const Message &M : Run.Problems.messages())
      Result.Others.push_back(M);
    Result.AnyRefused = true;
  }
  warnOfFastMath();
  return std::move(Result);
}

} // namespace

JudgedLoops judgeLoops(ASTContext &Context, AttributeLog &Log,
                       const JudgeOptions &Options) {
  return Judge(Context, Log, Options).run();
}

} // namespace mp::tool
