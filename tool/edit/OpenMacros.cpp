//===- OpenMacros.cpp - Invocations replaced by what they expand to -------===//
//
// The part of LoopText that deals with macros.
//
//===----------------------------------------------------------------------===//

#include "edit/LoopText.h"
#include "edit/MacroTokens.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringSwitch.h"
#include <algorithm>

namespace mp::tool {

using namespace clang;

void LoopText::willEdit(SourceRange Range) {
  if (Range.isInvalid() || editable(Range))
    return;
  const SourceManager &SM = Context.getSourceManager();
  for (SourceLocation Where : {Range.getBegin(), Range.getEnd()})
    if (Where.isMacroID() && SM.getFileID(SM.getExpansionLoc(Where)) == File)
      ToOpen.insert(SM.getExpansionLoc(Where));
}

static bool isPositional(llvm::StringRef Macro) {
  return llvm::StringSwitch<bool>(Macro)
      .Cases({"__FILE__", "__LINE__", "__FILE_NAME__", "__BASE_FILE__",
              "__DATE__", "__TIME__", "__TIMESTAMP__", "__INCLUDE_LEVEL__",
              "__COUNTER__"},
             true)
      .Default(false);
}

/// The macro of the compiler's own that Tok is the value of, if it is one whose
/// value may be another in the compiler that gets the text.
static std::string compilersMacro(const Token &Tok, const SourceManager &SM,
                                  const LangOptions &Options) {
  SourceLocation Where = Tok.getLocation();
  SourceLocation Spelled = SM.getSpellingLoc(Where);
  bool Builtin = SM.isWrittenInBuiltinFile(Spelled);
  if (!Builtin && !SM.isWrittenInScratchSpace(Spelled))
    return "";
  SourceLocation Name = SM.getImmediateExpansionRange(Where).getBegin();
  llvm::SmallString<32> Storage;
  llvm::StringRef Text =
      Lexer::getSpelling(SM.getSpellingLoc(Name), Storage, SM, Options);
  return Builtin || isPositional(Text) ? Text.str() : "";
}

/// A blank has to stand between the two, or may.
static bool isSeparate(const Token &Before, const Token &After) {
  if (After.hasLeadingSpace() || After.isAtStartOfLine())
    return true;
  return !Before.isOneOf(tok::l_paren, tok::l_square, tok::r_paren,
                         tok::r_square) &&
         !After.isOneOf(tok::l_paren, tok::l_square, tok::r_paren,
                        tok::r_square, tok::comma, tok::semi);
}

/// Appends what Invocation expanded to, and notes where each token is.
std::optional<LoopText::Failure> LoopText::expand(SourceLocation Invocation,
                                                  std::string &Into) {
  const SourceManager &SM = Context.getSourceManager();
  const MacroTokens *Record = MacroTokens::current();
  const std::vector<MacroTokens::Recorded> *Found =
      Record ? Record->expansion(Invocation) : nullptr;
  if (!Found)
    return Failure{Invocation, "the expansion of this macro is not known"};
  for (size_t I = 0; I < Found->size(); ++I) {
    const Token &Tok = (*Found)[I].Token;
    if (Tok.isAnnotation())
      return Failure{Invocation, "this macro holds a pragma"};
    bool CallFollows =
        I + 1 < Found->size() && (*Found)[I + 1].Token.is(tok::l_paren);
    if ((*Found)[I].NamesMacro &&
        (I + 1 == Found->size() || CallFollows || !(*Found)[I].FunctionLike))
      return Failure{Invocation, "this macro's expansion names the macro '" +
                                     Tok.getIdentifierInfo()->getName().str() +
                                     "', which would be expanded again"};
    if (I > 0 && isSeparate((*Found)[I - 1].Token, Tok))
      Into += ' ';
    std::string Spelled = Lexer::getSpelling(Tok, SM, Context.getLangOpts());
    std::string Name = compilersMacro(Tok, SM, Context.getLangOpts());
    if (Name == "__COUNTER__")
      return Failure{Invocation, "this macro uses '__COUNTER__'"};
    auto SameMacro = [&](size_t Other) {
      return Other < Found->size() &&
             SM.getFileID((*Found)[Other].Token.getLocation()) ==
                 SM.getFileID(Tok.getLocation());
    };
    if (!Name.empty() && !SameMacro(I - 1) && !SameMacro(I + 1))
      Spelled = Name;
    auto Begin = static_cast<unsigned>(Into.size());
    Into += Spelled;
    Tokens[Tok.getLocation()] = {Begin, static_cast<unsigned>(Into.size())};
  }
  return std::nullopt;
}

std::optional<LoopText::Failure> LoopText::open() {
  const SourceManager &SM = Context.getSourceManager();
  if (ToOpen.empty())
    return std::nullopt;
  unsigned At = 0;
  std::vector<Opened> Found;
  for (SourceLocation Invocation : ToOpen) {
    CharSourceRange Whole = SM.getExpansionRange(Invocation);
    // The invocation's end, from any token that it expanded to.
    const MacroTokens *Record = MacroTokens::current();
    if (const auto *Any = Record ? Record->expansion(Invocation) : nullptr;
        Any && !Any->empty())
      Whole = SM.getExpansionRange(Any->front().Token.getLocation());
    unsigned Begin = SM.getFileOffset(Whole.getBegin());
    unsigned End = SM.getFileOffset(Whole.getEnd());
    if (Whole.isTokenRange())
      End +=
          Lexer::MeasureTokenLength(Whole.getEnd(), SM, Context.getLangOpts());
    Text += Original.substr(At, Begin - At);
    auto Here = static_cast<unsigned>(Text.size());
    if (std::optional<Failure> Why = expand(Invocation, Text))
      return Why;
    // The lines of its arguments stay.
    Text.append(Original.slice(Begin, End).count('\n'), '\n');
    Found.push_back({{Begin, End}, {Here, static_cast<unsigned>(Text.size())}});
    At = End;
  }
  Text += Original.substr(At);
  Invocations = std::move(Found);
  return std::nullopt;
}

/// Grows a span of this text over all opened invocations that it touches.
static Span grown(Span S, llvm::ArrayRef<Span> Others) {
  for (bool Again = true; Again;) {
    Again = false;
    for (Span Other : Others)
      if (Other.Begin <= S.End && S.Begin <= Other.End && !S.contains(Other)) {
        S = {std::min(S.Begin, Other.Begin), std::max(S.End, Other.End)};
        Again = true;
      }
  }
  return S;
}

std::vector<tooling::Replacement>
LoopText::replacements(const std::vector<TextEdit> &Edits) const {
  const SourceManager &SM = Context.getSourceManager();
  // Edits that touch each other or an opened invocation become one.
  std::vector<Span> Changed;
  for (const Opened &I : Invocations)
    Changed.push_back(I.Here);
  for (const TextEdit &E : Edits)
    Changed.push_back(E.Where);
  std::vector<tooling::Replacement> Result;
  std::set<unsigned> Done;
  for (Span S : Changed) {
    S = grown(S, Changed);
    if (!Done.insert(S.Begin).second)
      continue;
    unsigned Begin = toFile(S.Begin);
    Result.emplace_back(SM, location(S.Begin), toFile(S.End) - Begin,
                        editedText(*this, S, Edits));
  }
  return Result;
}

} // namespace mp::tool
