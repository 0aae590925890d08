//===- LoopText.h - The user's text of one loop ---------------------------===//
//
// Answers where in the source text a piece of the AST stands, and turns edits
// of that text into replacements. Positions are offsets into the text of the
// file that the loop is in, in which some macros' invocations may have been
// *opened*: replaced by what they expand to, so that edits can be made there.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_EDIT_LOOPTEXT_H
#define MP_TOOL_EDIT_LOOPTEXT_H

#include "clang/Basic/SourceLocation.h"
#include "clang/Lex/Token.h"
#include "clang/Tooling/Core/Replacement.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace clang {
class ASTContext;
class Stmt;
} // namespace clang

namespace mp::tool {

/// A stretch of text, [Begin, End).
struct Span {
  unsigned Begin = 0, End = 0;
  bool empty() const { return Begin == End; }
  bool contains(Span Other) const {
    return Begin <= Other.Begin && Other.End <= End;
  }
};

/// Text that takes the place of a span.
struct TextEdit {
  Span Where;
  std::string Text;
};

/// File name and line as the compiler says them in messages.
struct TextPosition {
  std::string File;
  unsigned Line = 0;
};

class LoopText {
public:
  /// The text around Anchor, which need not be in a file itself.
  LoopText(const clang::ASTContext &Context, clang::SourceLocation Anchor);

  /// Range is going to be edited: if it is in a macro, notes its invocation to
  /// be opened.
  void willEdit(clang::SourceRange Range);
  /// Opens the invocations that were noted. On failure says why, and at what.
  struct Failure {
    clang::SourceLocation Where;
    std::string What;
  };
  std::optional<Failure> open();

  /// The text of a token range, if it stands in one piece in this text: all of
  /// it written there, or the whole of a macro's invocation.
  std::optional<Span> span(clang::SourceRange Range) const;
  /// As span, but only where the text may be replaced: not in a macro's
  /// argument, which may be used twice or be made a string.
  std::optional<Span> editable(clang::SourceRange Range) const;
  /// A statement with the semicolon that ends it.
  std::optional<Span> statement(const clang::Stmt &S) const;

  llvm::StringRef text(Span S) const {
    return buffer().substr(S.Begin, S.End - S.Begin);
  }
  /// Start of the token that follows Offset, comments skipped.
  unsigned nextToken(unsigned Offset, clang::Token &Result) const;
  /// Calls F for each token in S, directives' tokens too.
  void forEachToken(
      Span S,
      llvm::function_ref<void(const clang::Token &, unsigned Offset)> F) const;

  TextPosition position(unsigned Offset) const;
  /// In the file; that of the invocation for text which was opened.
  clang::SourceLocation location(unsigned Offset) const;
  /// Blank space that reaches from the start of a line to Offset's column.
  std::string indentTo(unsigned Offset) const;
  /// The blank space that Offset's line begins with.
  llvm::StringRef indentOf(unsigned Offset) const;
  /// Nothing but blanks follows on Offset's line.
  bool endsLine(unsigned Offset) const;
  /// The text is in a system header.
  bool inSystemHeader() const;
  /// The text at Offset was opened.
  bool isOpened(unsigned Offset) const;

  /// The edits as replacements of the file, which no line gets lost by.
  std::vector<clang::tooling::Replacement>
  replacements(const std::vector<TextEdit> &Edits) const;

  const clang::ASTContext &context() const { return Context; }

private:
  /// An opened invocation: where it is in the file and in this text.
  struct Opened {
    Span InFile, Here;
  };

  llvm::StringRef buffer() const {
    return Invocations.empty() ? Original : Text;
  }
  std::optional<unsigned> begin(clang::SourceLocation Where) const;
  std::optional<unsigned> end(clang::SourceLocation Where) const;
  unsigned fromFile(unsigned Offset) const;
  unsigned toFile(unsigned Offset) const;
  const Opened *invocationAt(unsigned Offset) const;
  std::optional<Failure> expand(clang::SourceLocation Invocation,
                                std::string &Into);

  const clang::ASTContext &Context;
  clang::FileID File;
  llvm::StringRef Original;
  std::set<clang::SourceLocation> ToOpen;
  std::string Text; ///< with invocations opened
  std::vector<Opened> Invocations;
  llvm::DenseMap<clang::SourceLocation, Span> Tokens; ///< of opened invocations
};

/// The text of S with edits made; of nested edits the outermost counts. Every
/// line that S had is still there, so that what follows an edit keeps its line.
std::string editedText(const LoopText &Text, Span S,
                       const std::vector<TextEdit> &Edits);

} // namespace mp::tool

#endif
