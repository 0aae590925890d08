//===- Prologue.cpp - Where the runtime's header is included --------------===//
//
// Follows the preprocessor through the beginning of the main file. A line
// behind an include is a candidate, which the next directive settles: it counts
// if no block that a header has opened is still open there.
//
//===----------------------------------------------------------------------===//

#include "rewrite/Prologue.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace mp::tool {

class Prologue::Watcher : public PPCallbacks {
public:
  explicit Watcher(Prologue &P) : P(P) {}

  void InclusionDirective(SourceLocation Hash, const Token &, StringRef, bool,
                          CharSourceRange, OptionalFileEntryRef, StringRef,
                          StringRef, const clang::Module *, bool,
                          SrcMgr::CharacteristicKind) override {
    P.include(Hash);
  }
  void If(SourceLocation Where, SourceRange, ConditionValueKind) override {
    P.conditional(Where, +1);
  }
  void Ifdef(SourceLocation Where, const Token &,
             const MacroDefinition &) override {
    P.conditional(Where, +1);
  }
  void Ifndef(SourceLocation Where, const Token &,
              const MacroDefinition &) override {
    P.conditional(Where, +1);
  }
  void Endif(SourceLocation Where, SourceLocation) override {
    P.conditional(Where, -1);
  }
  void MacroDefined(const Token &Name, const MacroDirective *) override {
    P.defined(Name.getIdentifierInfo()->getName(), Name.getLocation());
  }
  void MacroUndefined(const Token &Name, const MacroDefinition &,
                      const MacroDirective *) override {
    P.undefined(Name.getIdentifierInfo()->getName());
  }

private:
  Prologue &P;
};

Prologue::Prologue(Preprocessor &PP) : PP(PP) {
  PP.addPPCallbacks(std::make_unique<Watcher>(*this));
}

bool Prologue::watching(SourceLocation Where) const {
  return !Done && PP.getSourceManager().getFileID(Where) ==
                      PP.getSourceManager().getMainFileID();
}

/// Offset of the line behind the directive at Where, comments that begin on its
/// line included.
static unsigned behindDirective(SourceLocation Where, const SourceManager &SM,
                                const LangOptions &Language) {
  FileID File = SM.getFileID(Where);
  StringRef Text = SM.getBufferData(File);
  Lexer Raw(SM.getLocForStartOfFile(File), Language, Text.begin(),
            Text.begin() + SM.getFileOffset(Where), Text.end());
  Raw.SetCommentRetentionState(true);
  Token Tok;
  Raw.LexFromRawLexer(Tok); // the hash
  unsigned End = SM.getFileOffset(Where) + 1;
  while (!Raw.LexFromRawLexer(Tok) && !Tok.isAtStartOfLine())
    End = SM.getFileOffset(Tok.getLocation()) + Tok.getLength();
  size_t Newline = Text.find('\n', End);
  return Newline == StringRef::npos ? Text.size() : Newline + 1;
}

/// Whether a header of the library's might use the name.
static bool isOrdinaryName(StringRef Name) {
  return !Name.starts_with("_") &&
         (Name.size() < 3 || llvm::any_of(Name, llvm::isLower));
}

void Prologue::defined(StringRef Name, SourceLocation Where) {
  const SourceManager &SM = PP.getSourceManager();
  if (Done || !isOrdinaryName(Name) || SM.isWrittenInBuiltinFile(Where) ||
      SM.isInSystemHeader(Where))
    return;
  Macros[Name.str()] = watching(Where) ? SM.getFileOffset(Where) : 0;
}

void Prologue::undefined(StringRef Name) {
  if (!Done)
    Macros.erase(Name.str());
}

std::vector<std::string> Prologue::macros() const {
  std::vector<std::string> Result;
  for (const auto &[Name, Where] : MacrosThere)
    if (Where <= Offset)
      Result.push_back(Name);
  return Result;
}

void Prologue::settle() {
  // Not inside `extern "C" {` that a header has opened.
  if (Candidate && Nesting == 0) {
    Offset = *Candidate;
    MacrosThere = Macros;
  }
  Candidate.reset();
}

void Prologue::include(SourceLocation Hash) {
  if (!watching(Hash))
    return;
  settle();
  if (Conditionals == 0)
    Candidate = behindDirective(Hash, PP.getSourceManager(), PP.getLangOpts());
  else
    IncludeInside = true;
}

void Prologue::conditional(SourceLocation Where, int Step) {
  if (!watching(Where))
    return;
  settle();
  Conditionals += Step;
  if (Conditionals == 0 && IncludeInside) {
    Candidate = behindDirective(Where, PP.getSourceManager(), PP.getLangOpts());
    IncludeInside = false;
  }
}

void Prologue::token(const Token &Tok) {
  if (Done)
    return;
  if (PP.isInPrimaryFile()) {
    settle();
    if (Offset == 0)
      MacrosThere = Macros;
    Done = true;
  } else if (Tok.isOneOf(tok::l_brace, tok::l_paren)) {
    ++Nesting;
  } else if (Tok.isOneOf(tok::r_brace, tok::r_paren)) {
    --Nesting;
  }
}

} // namespace mp::tool
