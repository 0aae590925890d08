//===- TranslationUnit.cpp - One source file from text to text ------------===//
//
// The frontend action that watches tokens while the file is parsed, and the
// consumer that does the rest when it is: prints the messages in the order of
// the text, and applies the edits together with the include.
//
//===----------------------------------------------------------------------===//

#include "rewrite/TranslationUnit.h"
#include "attributes/AttributeLog.h"
#include "diagnostics/Printer.h"
#include "edit/MacroTokens.h"
#include "rewrite/Prologue.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/Preprocessor.h"

using namespace clang;

namespace mp::tool {
namespace {

/// `#line 12 "user.cpp"`.
std::string lineDirective(unsigned Line, llvm::StringRef File) {
  std::string Result = "#line " + std::to_string(Line) + " \"";
  for (char C : File) {
    if (C == '"' || C == '\\')
      Result += '\\';
    Result += C;
  }
  return Result + "\"\n";
}

class Consumer : public ASTConsumer {
public:
  Consumer(CompilerInstance &CI, AttributeLog &Log, const Prologue &Start,
           RewriteResult &Result, const JudgeOptions &Options)
      : CI(CI), Log(Log), Start(Start), Result(Result), Options(Options) {}

  void HandleTranslationUnit(ASTContext &Context) override {
    const SourceManager &SM = Context.getSourceManager();
    Result.Original = SM.getBufferData(SM.getMainFileID()).str();
    Result.Text = Result.Original;
    if (CI.getDiagnostics().hasErrorOccurred())
      return;
    Result.Compiled = true;
    if (Log.empty() && !Options.EveryLoop)
      return;
    JudgedLoops Judged = judgeLoops(Context, Log, Options);
    Result.Annotated = !Judged.Verdicts.empty() || !Judged.Others.empty();
    Result.Refused = Judged.AnyRefused;
    report(Judged, SM);
    if (Judged.Edits.empty() || (Result.Refused && !Options.KeepSerial) ||
        (Options.EveryLoop && !Options.AnnotateAll))
      return;
    rewrite(Judged, SM);
  }

private:
  void report(const JudgedLoops &Judged, const SourceManager &SM) {
    Printer Print(CI);
    // In the order of the text, whether or not they belong to a loop.
    auto Other = Judged.Others.begin();
    auto PrintOthersBefore = [&](SourceLocation Where) {
      for (; Other != Judged.Others.end() &&
             (Where.isInvalid() ||
              SM.isBeforeInTranslationUnit(Other->Where, Where));
           ++Other) {
        Print.print(*Other, Options.KeepSerial);
        Result.Verdicts.Others.push_back(reported(*Other, SM));
      }
    };
    for (const LoopVerdict &Verdict : Judged.Verdicts) {
      PrintOthersBefore(Verdict.Keyword);
      // What nobody asked for is left alone without a word.
      if (!Options.AnnotateAll || !Verdict.Implied)
        for (const Message &M : Verdict.Messages)
          Print.print(M, Options.KeepSerial);
      Result.Verdicts.Loops.push_back(reported(Verdict, SM));
    }
    PrintOthersBefore(SourceLocation());
  }

  void rewrite(JudgedLoops &Judged, const SourceManager &SM) {
    tooling::Replacements Edits = Judged.Edits;
    if (Judged.AnyAccepted && !addPrologue(Edits, SM))
      return;
    llvm::Expected<std::string> Text =
        tooling::applyAllReplacements(Result.Original, Edits);
    if (!Text) {
      llvm::errs() << "mp-rewrite: the edits can't be applied: "
                   << llvm::toString(Text.takeError()) << '\n';
      Result.Refused = true;
      return;
    }
    Result.Text = std::move(*Text);
    Result.Rewritten = Result.Text != Result.Original;
  }

  /// The include of the runtime's header, and line numbers that stay.
  bool addPrologue(tooling::Replacements &Edits, const SourceManager &SM) {
    // A byte order mark stays the first thing in the file.
    unsigned Mark =
        llvm::StringRef(Result.Original).starts_with("\xEF\xBB\xBF") ? 3 : 0;
    unsigned Offset = std::max(Start.offset(), Mark);
    SourceLocation File = SM.getLocForStartOfFile(SM.getMainFileID());
    SourceLocation Top = File.getLocWithOffset(Mark);
    SourceLocation Where = File.getLocWithOffset(Offset);
    PresumedLoc TopIs = SM.getPresumedLoc(Top);
    PresumedLoc Is = SM.getPresumedLoc(Where);
    std::string Include = "#include <mp/parallel_map.hpp>\n";
    for (const std::string &Macro : Start.macros())
      Include = "#pragma push_macro(\"" + Macro + "\")\n#undef " + Macro +
                '\n' + Include + "#pragma pop_macro(\"" + Macro + "\")\n";
    Include += lineDirective(Is.getLine(), Is.getFilename());
    if (Offset > Mark && Result.Original[Offset - 1] != '\n')
      Include.insert(0, "\n");
    std::string First = lineDirective(TopIs.getLine(), TopIs.getFilename());
    llvm::Error E = llvm::Error::success();
    if (Offset == Mark) {
      E = Edits.add(tooling::Replacement(SM, Top, 0, Include));
    } else {
      E = llvm::joinErrors(
          Edits.add(tooling::Replacement(SM, Top, 0, First)),
          Edits.add(tooling::Replacement(SM, Where, 0, Include)));
    }
    if (!E)
      return true;
    llvm::errs() << "mp-rewrite: the include can't be added: "
                 << llvm::toString(std::move(E)) << '\n';
    Result.Refused = true;
    return false;
  }

  CompilerInstance &CI;
  AttributeLog &Log;
  const Prologue &Start;
  RewriteResult &Result;
  const JudgeOptions Options;
};

class RewriteAction : public ASTFrontendAction {
public:
  RewriteAction(RewriteResult &Result, const JudgeOptions &Options)
      : Result(Result), Options(Options) {}

protected:
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 StringRef) override {
    Log = std::make_unique<AttributeLog>();
    Start = std::make_unique<Prologue>(CI.getPreprocessor());
    Macros = std::make_unique<MacroTokens>(CI.getPreprocessor());
    CI.getPreprocessor().setTokenWatcher([this](const Token &Tok) {
      Log->token(Tok);
      Macros->token(Tok);
      Start->token(Tok);
    });
    return std::make_unique<Consumer>(CI, *Log, *Start, Result, Options);
  }

private:
  RewriteResult &Result;
  const JudgeOptions Options;
  std::unique_ptr<AttributeLog> Log;
  std::unique_ptr<MacroTokens> Macros;
  std::unique_ptr<Prologue> Start;
};

} // namespace

std::unique_ptr<FrontendAction> makeRewriteAction(RewriteResult &Result,
                                                  const JudgeOptions &Options) {
  return std::make_unique<RewriteAction>(Result, Options);
}

} // namespace mp::tool
