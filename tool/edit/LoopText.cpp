//===- LoopText.cpp - The user's text of one loop -------------------------===//
//
// Positions, tokens, lines and indentation of the text, and the making of
// edited text: outer edits win over those inside them, and no line gets lost.
// Macros are opened in OpenMacros.cpp.
//
//===----------------------------------------------------------------------===//

#include "edit/LoopText.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Stmt.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include <algorithm>

namespace mp::tool {

using namespace clang;

LoopText::LoopText(const ASTContext &Context, SourceLocation Anchor)
    : Context(Context) {
  const SourceManager &SM = Context.getSourceManager();
  File = SM.getFileID(SM.getExpansionLoc(Anchor));
  Original = SM.getBufferData(File);
}

std::optional<unsigned> LoopText::begin(SourceLocation Where) const {
  if (auto Token = Tokens.find(Where); Token != Tokens.end())
    return Token->second.Begin;
  auto [In, Offset] = Context.getSourceManager().getDecomposedLoc(Where);
  if (Where.isMacroID() || In != File)
    return std::nullopt;
  return fromFile(Offset);
}

std::optional<unsigned> LoopText::end(SourceLocation Where) const {
  if (auto Token = Tokens.find(Where); Token != Tokens.end())
    return Token->second.End;
  std::optional<unsigned> Start = begin(Where);
  if (!Start)
    return std::nullopt;
  return *Start + Lexer::MeasureTokenLength(Where, Context.getSourceManager(),
                                            Context.getLangOpts());
}

std::optional<Span> LoopText::span(SourceRange Range) const {
  if (Range.isInvalid())
    return std::nullopt;
  if (std::optional<Span> Found = editable(Range))
    return Found;
  const SourceManager &SM = Context.getSourceManager();
  CharSourceRange Chars = Lexer::makeFileCharRange(
      CharSourceRange::getTokenRange(Range), SM, Context.getLangOpts());
  if (Chars.isInvalid())
    return std::nullopt;
  auto [BeginFile, Begin] = SM.getDecomposedLoc(Chars.getBegin());
  auto [EndFile, End] = SM.getDecomposedLoc(Chars.getEnd());
  if (BeginFile != File || EndFile != File || End < Begin)
    return std::nullopt;
  return Span{fromFile(Begin), fromFile(End)};
}

std::optional<Span> LoopText::editable(SourceRange Range) const {
  if (Range.isInvalid())
    return std::nullopt;
  const SourceManager &SM = Context.getSourceManager();
  const LangOptions &Options = Context.getLangOpts();
  SourceLocation First = Range.getBegin(), Last = Range.getEnd();
  if (First.isMacroID() && !Tokens.contains(First))
    Lexer::isAtStartOfMacroExpansion(First, SM, Options, &First);
  if (Last.isMacroID() && !Tokens.contains(Last))
    Lexer::isAtEndOfMacroExpansion(Last, SM, Options, &Last);
  std::optional<unsigned> Begin = begin(First), End = end(Last);
  if (!Begin || !End || *End < *Begin)
    return std::nullopt;
  return Span{*Begin, *End};
}

/// The statement whose last token ends S.
static const Stmt *lastStatement(const Stmt *S) {
  for (;;) {
    const Stmt *Inner = nullptr;
    if (const auto *If = dyn_cast<IfStmt>(S))
      Inner = If->getElse() ? If->getElse() : If->getThen();
    else if (const auto *For = dyn_cast<ForStmt>(S))
      Inner = For->getBody();
    else if (const auto *Range = dyn_cast<CXXForRangeStmt>(S))
      Inner = Range->getBody();
    else if (const auto *While = dyn_cast<WhileStmt>(S))
      Inner = While->getBody();
    else if (const auto *Switch = dyn_cast<SwitchStmt>(S))
      Inner = Switch->getBody();
    else if (const auto *Label = dyn_cast<LabelStmt>(S))
      Inner = Label->getSubStmt();
    else if (const auto *Case = dyn_cast<SwitchCase>(S))
      Inner = Case->getSubStmt();
    else if (const auto *Attributed = dyn_cast<AttributedStmt>(S))
      Inner = Attributed->getSubStmt();
    if (!Inner)
      return S;
    S = Inner;
  }
}

std::optional<Span> LoopText::statement(const Stmt &S) const {
  std::optional<Span> Found = editable(S.getSourceRange());
  if (!Found)
    return std::nullopt;
  const Stmt *Last = lastStatement(&S);
  if (isa<CompoundStmt, CXXTryStmt, DeclStmt, NullStmt>(Last))
    return Found;
  Token Next;
  unsigned At = nextToken(Found->End, Next);
  if (Next.isNot(tok::semi))
    return std::nullopt;
  Found->End = At + Next.getLength();
  return Found;
}

/// Lexes raw tokens from Offset on until F returns false; text is all that
/// counts.
static void lexRaw(llvm::StringRef Buffer, unsigned Offset,
                   const LangOptions &Options,
                   llvm::function_ref<bool(const Token &, unsigned)> F) {
  Lexer Raw(SourceLocation(), Options, Buffer.begin(), Buffer.begin() + Offset,
            Buffer.end());
  Token T;
  do {
    Raw.LexFromRawLexer(T);
  } while (
      F(T, static_cast<unsigned>(Raw.getBufferLocation() - Buffer.begin()) -
               T.getLength()));
}

unsigned LoopText::nextToken(unsigned Offset, Token &Result) const {
  unsigned Found = Offset;
  lexRaw(buffer(), Offset, Context.getLangOpts(),
         [&](const Token &T, unsigned At) {
           Result = T;
           Found = At;
           return false;
         });
  return Found;
}

void LoopText::forEachToken(
    Span S, llvm::function_ref<void(const Token &, unsigned Offset)> F) const {
  lexRaw(buffer(), S.Begin, Context.getLangOpts(),
         [&](const Token &T, unsigned At) {
           if (T.is(tok::eof) || At >= S.End)
             return false;
           F(T, At);
           return true;
         });
}

const LoopText::Opened *LoopText::invocationAt(unsigned Offset) const {
  for (const Opened &I : Invocations)
    if (I.Here.Begin <= Offset && Offset < I.Here.End)
      return &I;
  return nullptr;
}

bool LoopText::isOpened(unsigned Offset) const {
  return invocationAt(Offset) != nullptr;
}

/// From an offset in the file to one here; in an opened invocation its start.
unsigned LoopText::fromFile(unsigned Offset) const {
  unsigned Result = Offset;
  for (const Opened &I : Invocations) {
    if (Offset >= I.InFile.End)
      Result = Offset - I.InFile.End + I.Here.End;
    else if (Offset >= I.InFile.Begin)
      Result = I.Here.Begin;
  }
  return Result;
}

unsigned LoopText::toFile(unsigned Offset) const {
  unsigned Result = Offset;
  for (const Opened &I : Invocations) {
    if (Offset >= I.Here.End)
      Result = Offset - I.Here.End + I.InFile.End;
    else if (Offset >= I.Here.Begin)
      Result = I.InFile.Begin;
  }
  return Result;
}

SourceLocation LoopText::location(unsigned Offset) const {
  return Context.getSourceManager().getLocForStartOfFile(File).getLocWithOffset(
      static_cast<int>(toFile(Offset)));
}

TextPosition LoopText::position(unsigned Offset) const {
  PresumedLoc Where =
      Context.getSourceManager().getPresumedLoc(location(Offset));
  return {Where.getFilename(), Where.getLine()};
}

static size_t lineStart(llvm::StringRef Buffer, unsigned Offset) {
  size_t Newline = Buffer.substr(0, Offset).rfind('\n');
  return Newline == llvm::StringRef::npos ? 0 : Newline + 1;
}

std::string LoopText::indentTo(unsigned Offset) const {
  std::string Blank;
  if (const Opened *I = invocationAt(Offset))
    Offset = I->Here.Begin;
  for (char C : buffer().slice(lineStart(buffer(), Offset), Offset))
    if (C == '\t')
      Blank += '\t';
    else if ((static_cast<unsigned char>(C) & 0xC0) !=
             0x80) // one per UTF-8 character
      Blank += ' ';
  return Blank;
}

llvm::StringRef LoopText::indentOf(unsigned Offset) const {
  return buffer().substr(lineStart(buffer(), Offset)).take_while([](char C) {
    return C == ' ' || C == '\t';
  });
}

bool LoopText::endsLine(unsigned Offset) const {
  llvm::StringRef Rest =
      buffer().substr(Offset).take_until([](char C) { return C == '\n'; });
  return Rest.trim(" \t\r").empty();
}

bool LoopText::inSystemHeader() const {
  return Context.getSourceManager().isInSystemHeader(
      Context.getSourceManager().getLocForStartOfFile(File));
}

std::string editedText(const LoopText &Text, Span S,
                       const std::vector<TextEdit> &Edits) {
  std::vector<const TextEdit *> Inside;
  for (const TextEdit &E : Edits)
    if (S.contains(E.Where))
      Inside.push_back(&E);
  std::stable_sort(Inside.begin(), Inside.end(),
                   [](const TextEdit *A, const TextEdit *B) {
                     if (A->Where.Begin != B->Where.Begin)
                       return A->Where.Begin < B->Where.Begin;
                     if (A->Where.empty() != B->Where.empty())
                       return A->Where.empty();
                     return A->Where.End > B->Where.End;
                   });
  std::string Result;
  unsigned At = S.Begin;
  for (const TextEdit *E : Inside) {
    if (E->Where.Begin < At)
      continue; // inside one that is made already
    Result += Text.text({At, E->Where.Begin});
    Result += E->Text;
    At = E->Where.End;
    auto Before = Text.text(E->Where).count('\n');
    auto After = llvm::StringRef(E->Text).count('\n');
    if (After >= Before)
      continue;
    // What closes the statement may stand on an earlier line than it did.
    llvm::StringRef Rest = Text.text({At, S.End});
    unsigned Closing =
        At + static_cast<unsigned>(
                 Rest.take_while([](char C) { return C == ')' || C == ';'; })
                     .size());
    Result += Text.text({At, Closing});
    Result.append(Before - After, '\n');
    At = Closing;
  }
  Result += Text.text({At, S.End});
  return Result;
}

} // namespace mp::tool
