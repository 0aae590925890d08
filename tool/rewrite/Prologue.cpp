//===- Prologue.cpp - Where the runtime's header is included --------------===//

#include "rewrite/Prologue.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"

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

void Prologue::settle() {
  // Not inside `extern "C" {` that a header has opened.
  if (Candidate && Nesting == 0)
    Offset = *Candidate;
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
    Done = true;
  } else if (Tok.isOneOf(tok::l_brace, tok::l_paren)) {
    ++Nesting;
  } else if (Tok.isOneOf(tok::r_brace, tok::r_paren)) {
    --Nesting;
  }
}

} // namespace mp::tool
