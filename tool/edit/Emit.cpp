//===- Emit.cpp - The text of a rewritten loop ----------------------------===//
//
// Puts the parts together: what goes in front of the user's loop, what changes
// in its header, and what follows it.
//
//===----------------------------------------------------------------------===//

#include "edit/Emit.h"
#include "edit/AttributeText.h"
#include "edit/BodyCopy.h"
#include "edit/CallText.h"
#include "edit/Constructs.h"
#include "edit/Directives.h"
#include "edit/Emitted.h"
#include "edit/EmittedNames.h"
#include "edit/Header.h"
#include "edit/LoopText.h"
#include "loops/LoopShape.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/Stmt.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace mp::tool {

using namespace clang;

static std::string quoted(llvm::StringRef Value) {
  std::string Result = "\"";
  llvm::raw_string_ostream Stream(Result);
  Stream.write_escaped(Value, /*UseHexEscapes=*/false);
  return Result + '"';
}

/// `mp::traits().marked().prints()`.
static std::string traits(const LoopPlan &Plan) {
  std::string Result = "mp::traits()";
  if (Plan.EstimateNs > 0)
    Result +=
        ".estimate(" + std::to_string(static_cast<long>(Plan.EstimateNs)) + ")";
  if (Plan.Marked)
    Result += ".marked()";
  if (Plan.Prints)
    Result += ".prints()";
  if (Plan.Head)
    Result += ".repeats()";
  if (Plan.OwnLast)
    Result += ".own_last()";
  if (Plan.Keeps)
    Result += ".keeps()";
  if (Plan.TailsThrow)
    Result += ".tails_throw()";
  if (Plan.Follows)
    Result += ".follows()";
  if (Plan.Once)
    Result += ".once()";
  if (!Plan.Label.empty())
    Result += ".label(" + quoted(Plan.Label) + ")";
  if (Plan.Workers)
    Result += ".workers(" + std::to_string(Plan.Workers) + ")";
  if (Plan.Chunk)
    Result += ".chunk(" + std::to_string(Plan.Chunk) + ")";
  return Result;
}

namespace {

/// Finds the attributes of loops inside of a loop.
class InnerLoops : public RecursiveASTVisitor<InnerLoops> {
public:
  explicit InnerLoops(LoopText &Text) : Text(Text) {}
  bool VisitAttributedStmt(AttributedStmt *S) {
    if (auto Inner = readAnnotation(*S, Text.context()))
      Text.willEdit(Inner->Attributes);
    return true;
  }

private:
  LoopText &Text;
};

} // namespace

/// Notes every place that is going to be edited, for macros to be opened there.
static void noteEdits(const LoopPlan &Plan, LoopText &Text) {
  const LoopShape &Shape = *Plan.Shape;
  Text.willEdit(Shape.Attributes.Attributes);
  if (const auto *For = dyn_cast<ForStmt>(Shape.Loop)) {
    for (SourceLocation Where :
         {For->getForLoc(), For->getLParenLoc(), For->getRParenLoc()})
      Text.willEdit(Where);
    if (For->getInit())
      Text.willEdit(For->getInit()->getSourceRange());
    if (Shape.Bound)
      Text.willEdit(Shape.Bound->getSourceRange());
    if (Shape.Goes)
      Text.willEdit(Shape.Goes->getSourceRange());
    if (For->getInc())
      Text.willEdit(For->getInc()->getSourceRange());
  } else if (const auto *While = dyn_cast<WhileStmt>(Shape.Loop)) {
    for (SourceLocation Where :
         {While->getWhileLoc(), While->getLParenLoc(), While->getRParenLoc()})
      Text.willEdit(Where);
    Text.willEdit((Shape.Bound ? Shape.Bound : Shape.Goes)->getSourceRange());
    if (Shape.TrailingStep)
      Text.willEdit(Shape.TrailingStep->getSourceRange());
  } else if (const auto *Range = dyn_cast<CXXForRangeStmt>(Shape.Loop)) {
    for (SourceLocation Where :
         {Range->getForLoc(), Range->getColonLoc(), Range->getRParenLoc()})
      Text.willEdit(Where);
  }
  Text.willEdit(Shape.Body->getSourceRange());
  for (const ExitPlan &Exit : Plan.Exits)
    Text.willEdit(Exit.Statement->getSourceRange());
  for (const TailPlan &Tail : Plan.Tails) {
    if (Tail.Statement)
      Text.willEdit(Tail.Statement->getSourceRange());
    for (const TailValue &V : Tail.Values)
      if (!isNamed(V))
        Text.willEdit(V.Range);
  }
  InnerLoops(Text).TraverseStmt(const_cast<Stmt *>(Shape.Body));
}

namespace {

/// Emits one loop.
class LoopEmitter {
public:
  LoopEmitter(const LoopPlan &Plan, const ASTContext &Context, Diagnoser &Diags)
      : Plan(Plan), Shape(*Plan.Shape), Context(Context), Diags(Diags),
        Text(Context, Plan.Shape->Loop->getBeginLoc()) {}

  bool run(tooling::Replacements &Edits);

private:
  bool prepare();
  bool checkPragmas(unsigned Keyword);
  void open(Emitted &Out);
  void before();
  bool after();
  bool bodyLambda(Emitted &Out, const CallText &Call);
  bool tails(Emitted &Out, const CallText &Call, std::string &Pending);
  void openMembers();
  bool commit(tooling::Replacements &Edits);

  const LoopPlan &Plan;
  const LoopShape &Shape;
  const ASTContext &Context;
  Diagnoser &Diags;
  LoopText Text;
  CopyNeeds Needs;
  std::optional<Header> Head;
  Span Body;
  std::vector<TextEdit> Native;
};

bool LoopEmitter::prepare() {
  noteEdits(Plan, Text);
  if (std::optional<LoopText::Failure> Failed = Text.open()) {
    Diags.error(DiagID::Macro, Failed->Where,
                "a part of the loop that has to be written differently comes "
                "from this macro, and " +
                    Failed->What);
    return false;
  }
  if (!checkConstructs(Plan, Text, Diags, Needs))
    return false;
  Head = readHeader(Plan, Text, Diags);
  if (!Head || !checkPragmas(Head->Keyword))
    return false;
  std::optional<Span> Where = bodySpan(*Shape.Body, Text, Diags);
  if (!Where)
    return false;
  Body = *Where;
  return true;
}

/// The braces, and what the loop's own header said in its init part.
void LoopEmitter::open(Emitted &Out) {
  const Header &H = *Head;
  Out.raw("{");
  auto AddMoved = [&](Span Moved, llvm::StringRef Prefix, llvm::StringRef End) {
    // On the keyword's line and at its own column, where that can be.
    llvm::StringRef Gap = Text.text({H.Keyword, Moved.Begin});
    llvm::StringRef Spelled = Text.text(Moved);
    if (Gap.contains('\n') || Gap.size() < Prefix.size() + 1) {
      Out.ownText(Moved.Begin, Spelled, Prefix);
    } else {
      Out.raw(std::string(Gap.size() - Prefix.size() - 1, ' '));
      Out.raw(Prefix);
      Out.raw(Spelled);
    }
    Out.raw(End);
  };
  if (!H.Moved.empty())
    AddMoved(H.Moved, "", "");
  if (H.IsRange && H.Moved.empty())
    AddMoved(H.RangeText, "auto &&mp_range = ", ";");
  else if (H.IsRange)
    Out.ownText(H.RangeText.Begin, Text.text(H.RangeText),
                "auto &&mp_range = "),
        Out.raw(";");
}

/// A pragma for the loop can't stand in front of the braces around it.
bool LoopEmitter::checkPragmas(unsigned Keyword) {
  std::optional<Span> Attributes = Text.editable(Shape.Attributes.Attributes);
  unsigned Begin = Attributes ? std::min(Attributes->Begin, Keyword) : Keyword;
  std::optional<unsigned> Found = firstPragma(Text, {Begin, Keyword});
  if (!Found)
    Found = pragmaInFront(Text, Begin);
  if (!Found)
    return true;
  Diags.error(DiagID::Construct, Text.location(*Found),
              "this pragma is for a loop that gets braces around it; not yet "
              "supported: leave the pragma out");
  return false;
}

void LoopEmitter::before() {
  const Header &H = *Head;
  Emitted Out(Text);
  open(Out);
  Out.emittedFor(H.Keyword);
  Out.setIndent(Text.indentOf(H.Keyword));
  Out.indent();
  if (H.IsRange)
    Out.line(H.RangeSetup);
  for (const FunctionName &Name : Needs.FunctionNames)
    Out.line("static constexpr const auto &" + Name.Held + " = " +
             Name.Spelled + ";");
  TextPosition Where = Text.position(H.Keyword);
  Out.line("static mp::site mp_site{" + quoted(Where.File) + ", " +
           std::to_string(Where.Line) + ", " + traits(Plan) + "};");
  if (!H.Setup.empty())
    Out.line(H.Setup);
  Out.line("for (auto mp_s = mp::start(mp_site, " + H.Start + "); mp_s;) {");
  Out.indent();
  bool Ends = Plan.LeavesByBreak || Plan.Rechecks || Shape.Ahead;
  std::string Or = Ends ? " || mp_s.end()" : "";
  // An empty native loop ends by its condition.
  if (Ends)
    Out.line(H.Inclusive ? "mp_s.ended = !mp_s.some;" : "mp_s.ended = false;");
  if (H.Inclusive)
    Out.line("if (mp_s.some)");
  if (H.IsRange && Shape.Ahead) {
    Out.line("for (; (mp_k < mp_s.last || mp_s.end()) && " + H.Goes + "; " +
             H.Advance + ") {");
    Out.backTo(H.Declaration.Begin);
  } else if (H.IsRange) {
    Out.line("for (; mp_it != mp_s.last" + Or + "; ++mp_it) {");
    Out.backTo(H.Declaration.Begin);
  } else if (Shape.Ahead) {
    Out.backTo(H.Keyword);
  } else {
    Out.backTo(H.Keyword);
    Span Where = H.WholeCondition;
    if (Plan.Rechecks) {
      Native.push_back({{Where.Begin, Where.Begin},
                        Text.text(Where).str() + " && (mp_s.all() || "});
      Or += ")";
    }
    if (!Or.empty())
      Native.push_back({{Where.End, Where.End}, Or});
  }
  unsigned End = H.IsRange ? H.Declaration.Begin : H.Keyword;
  if (!H.OtherKeyword.empty())
    End += 5; // `while`
  Native.push_back({{H.Keyword, End}, Out.take() + H.OtherKeyword});
  Native.insert(Native.end(), H.NativeEdits.begin(), H.NativeEdits.end());
}

/// The lambda that runs one chunk, up to its closing brace.
bool LoopEmitter::bodyLambda(Emitted &Out, const CallText &Call) {
  const Header &H = *Head;
  std::vector<TextEdit> Edits = Needs.Edits;
  if (!addBodyEdits(Plan, Text, Call, Diags, Edits))
    return false;
  Out.line(Call.bodyCaptures(H) + "(mp::worker &mp_w, " + H.Parameter + ", " +
           H.EndParameter + ") mutable {");
  Out.indent();
  if (!H.Enter.empty())
    Out.line(H.Enter);
  if (Plan.Head)
    Out.line(Call.catchUp(H, "mp_at", H.Name));
  Out.line("for (; " + H.Condition + "; " + H.Advance + ") {" +
           (Plan.Marked ? " mp_w.at(" + H.Name + ");" : ""));
  if (H.IsRange)
    Out.copied(H.Declaration.Begin,
               editedText(Text, H.Declaration, Needs.Edits) + " = *mp_it;");
  Out.copied(Body.Begin, editedText(Text, Body, Edits));
  Out.emittedFor(H.Keyword);
  Out.line("}");
  if (Plan.Head)
    Out.line("mp_at = " + H.Name + ";");
  for (unsigned N = 0; N < Plan.Tails.size(); ++N)
    if (Plan.Tails[N].What == TailPlan::Kind::LastValue)
      Out.line(Call.logLast(N));
  Out.outdent();
  return true;
}

/// Arguments of mp::parallel_map, one on a line. Pending is what the next line
/// has to begin with: the end of the argument before.
static void arguments(Emitted &Out, llvm::StringRef Function,
                      const std::vector<std::string> &Parts,
                      std::string &Pending) {
  if (Parts.empty())
    return;
  Out.line(Pending + ",");
  Out.breakLine();
  Pending = "mp::" + Function.str() + "(" + llvm::join(Parts, ", ") + ")";
}

bool LoopEmitter::tails(Emitted &Out, const CallText &Call,
                        std::string &Pending) {
  if (Plan.Tails.empty())
    return true;
  Out.line(Pending + ",");
  Out.breakLine();
  std::string Before = "mp::tails(";
  for (unsigned N = 0; N < Plan.Tails.size(); ++N) {
    std::optional<CallText::Tail> Tail = Call.tail(N);
    if (!Tail)
      return false;
    if (N)
      Out.line(Before + ","), Out.breakLine();
    std::string Head = (N ? "" : Before) + Tail->Head;
    if (N)
      Before.clear();
    if (Tail->Offset) {
      Out.line(Head + " {");
      Out.copied(*Tail->Offset, Tail->Body);
      Out.emittedFor(this->Head->Keyword);
      Before = "}";
    } else {
      Before = Head + " { " + Tail->Body + " }";
    }
  }
  Pending = Before + ")";
  return true;
}

bool LoopEmitter::after() {
  const Header &H = *Head;
  CallText Call(Plan, Text, Needs.Edits, Diags);
  Emitted Out(Text);
  Out.emittedFor(H.Keyword);
  Out.setIndent(Text.indentOf(H.Keyword));
  Out.indent();
  Out.indent();
  Out.line("if (!mp_s.go_on()) break;");
  for (const std::string &Line : Call.lists())
    Out.line(Line);
  if (Shape.Ahead)
    Out.line(Call.lookAhead(H));
  for (const std::string &Line : Plan.Before)
    Out.line(Line);
  for (const std::string &Line : Call.headCopies(H))
    Out.line(Line);
  for (const std::string &Line : Call.shadows())
    Out.line(Line);
  if (Plan.Follows)
    Out.line("mp::follow mp_follow(" + H.Name + ", mp_s);");
  for (const FunctionName &Name : Needs.FunctionNames)
    if (Name.InMacro)
      Out.directive("#define " + Name.Spelled + " " + Name.Held);
  Out.breakLine();
  // Whoever catches what comes out of the call sees the head's variables.
  const bool Guarded =
      Plan.Head && Plan.Head->Outlives && Context.getLangOpts().CXXExceptions;
  if (Guarded)
    Out.line("try {");
  Out.line("mp_s = mp::parallel_map(mp_s, mp_site,");
  Out.indent();
  if (!bodyLambda(Out, Call))
    return false;
  std::string Pending = "}";
  arguments(Out, "results", Call.results(), Pending);
  arguments(Out, "checks", Call.checks(), Pending);
  if (!tails(Out, Call, Pending))
    return false;
  Out.line(Pending + ");");
  Out.breakLine();
  for (const FunctionName &Name : Needs.FunctionNames)
    if (Name.InMacro)
      Out.directive("#undef " + Name.Spelled);
  Out.outdent();
  if (Guarded)
    Out.line("} catch (...) { " + Call.catchUp(H, "", "mp_s.first") +
             " throw; }");
  Out.line(Plan.Head ? Call.catchUp(H, "", "mp_s.first")
                     : H.Name + " = mp_s.first;");
  Out.outdent();
  Out.line("}");
  Out.outdent();
  Out.line("}");
  Out.backTo(Body.End);
  Native.push_back(
      {{Body.End, Body.End}, (H.IsRange ? " }" : "") + Out.take()});
  return true;
}

/// What the emitted text needs to name private members, in front of the
/// function.
void LoopEmitter::openMembers() {
  std::optional<Span> Where =
      Plan.OpenedAt.isValid() ? Text.editable(Plan.OpenedAt) : std::nullopt;
  if (!Where)
    return;
  Emitted Out(Text);
  bool Any = false;
  for (const OpenMember &Member : Plan.Opened)
    if (llvm::any_of(Native, [&](const TextEdit &E) {
          return llvm::StringRef(E.Text).contains(Member.Name + "()");
        })) {
      if (!Any)
        Out.emittedFor(Where->Begin);
      Any = true;
      Out.line(Member.Declarations);
      Out.breakLine();
    }
  if (!Any)
    return;
  Out.backTo(Where->Begin);
  Native.push_back({{Where->Begin, Where->Begin}, Out.take()});
}

bool LoopEmitter::commit(tooling::Replacements &Edits) {
  // In an opened macro the attributes of an inner loop are ours to take out.
  for (const TextEdit &E : Needs.InnerAttributes)
    if (Text.isOpened(E.Where.Begin))
      Native.push_back(E);
  for (const tooling::Replacement &R : Text.replacements(Native)) {
    if (std::optional<std::string> Taken =
            nameTakenByMacro(R.getReplacementText(), Context)) {
      Diags.error(DiagID::Macro, Shape.Loop->getBeginLoc(),
                  "the program's macro '" + *Taken +
                      "' would be expanded in the code that is emitted for "
                      "this loop; #undef it in front of the function");
      return false;
    }
    if (llvm::Error Error = Edits.add(R)) {
      Diags.error(DiagID::Construct, Shape.Loop->getBeginLoc(),
                  "this loop's text can't be edited together with that of "
                  "another loop: " +
                      llvm::toString(std::move(Error)));
      return false;
    }
  }
  return true;
}

bool LoopEmitter::run(tooling::Replacements &Edits) {
  if (!prepare() || !removeAttributes(Shape.Attributes, Text, Diags, Native))
    return false;
  before();
  if (!after())
    return false;
  openMembers();
  return commit(Edits);
}

} // namespace

bool emitLoop(const LoopPlan &Plan, ASTContext &Context, Diagnoser &Diags,
              tooling::Replacements &Edits) {
  return LoopEmitter(Plan, Context, Diags).run(Edits);
}

} // namespace mp::tool
