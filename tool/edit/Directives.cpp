//===- Directives.cpp - Directives of the preprocessor in copied text -----===//
//
// Lexes the directives of a span of text and says which ones would not do the
// same the second time: conditionals that begin or end outside, macros that are
// another one at the end, includes, and pragmas but for some that are known.
//
//===----------------------------------------------------------------------===//

#include "edit/Directives.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/StringSwitch.h"
#include <map>

namespace mp::tool {

using namespace clang;

namespace {

/// One directive: `#define F(x) x` has the words define, F, x, x.
struct Directive {
  unsigned Offset = 0;
  std::vector<std::string> Words;

  llvm::StringRef word(size_t I) const {
    return I < Words.size() ? llvm::StringRef(Words[I]) : "";
  }
  bool is(llvm::StringRef Name) const { return word(0) == Name; }
  bool opens() const { return word(0).starts_with("if"); }
  bool continues() const { return is("else") || word(0).starts_with("elif"); }
};

} // namespace

static std::vector<Directive> directives(const LoopText &Text, Span Where) {
  std::vector<Directive> Found;
  bool Inside = false;
  Text.forEachToken(Where, [&](const Token &T, unsigned At) {
    if (T.isAtStartOfLine()) {
      Inside = T.is(tok::hash);
      if (Inside)
        Found.push_back({At, {}});
      return;
    }
    if (Inside && T.is(tok::raw_identifier))
      Found.back().Words.push_back(T.getRawIdentifier().str());
  });
  return Found;
}

std::optional<unsigned> firstDirective(const LoopText &Text, Span Where) {
  std::vector<Directive> Found = directives(Text, Where);
  return Found.empty() ? std::nullopt
                       : std::optional<unsigned>(Found.front().Offset);
}

std::optional<unsigned> firstPragma(const LoopText &Text, Span Where) {
  for (const Directive &D : directives(Text, Where))
    if (D.is("pragma"))
      return D.Offset;
  return std::nullopt;
}

std::optional<unsigned> pragmaInFront(const LoopText &Text, unsigned Offset) {
  // The line before the one that Offset is on, blank ones skipped.
  llvm::StringRef Before = Text.text({0, Offset}).rtrim();
  size_t Newline = Before.rfind('\n');
  unsigned Start =
      Newline == llvm::StringRef::npos ? 0 : static_cast<unsigned>(Newline) + 1;
  for (const Directive &D : directives(Text, {Start, Offset}))
    if (D.is("pragma") &&
        ((D.word(1) == "omp" && Text.context().getLangOpts().OpenMP) ||
         D.word(1) == "unroll" || D.word(1) == "nounroll" ||
         D.word(2) == "loop" || D.word(2) == "unroll" || D.word(2) == "ivdep" ||
         D.word(2) == "novector"))
      return D.Offset;
  return std::nullopt;
}

/// Pragmas that say something about the code behind them and leave no state
/// that the code in front of them would see the second time.
static bool isHarmlessPragma(const Directive &D) {
  llvm::StringRef First = D.word(1), Second = D.word(2);
  if (First == "GCC")
    return llvm::StringSwitch<bool>(Second)
        .Cases({"diagnostic", "unroll", "ivdep", "novector"}, true)
        .Default(false);
  if (First == "clang")
    return Second == "diagnostic" || Second == "loop";
  return llvm::StringSwitch<bool>(First)
      .Cases(
          {"omp", "unroll", "nounroll", "STDC", "region", "endregion", "mark"},
          true)
      .Default(false);
}

std::vector<std::pair<unsigned, std::string>>
uncopyableDirectives(const LoopText &Text, Span Where) {
  std::vector<std::pair<unsigned, std::string>> Result;
  auto Refuse = [&](const Directive &D, std::string What) {
    Result.emplace_back(D.Offset, std::move(What));
  };
  std::vector<Directive> All = directives(Text, Where);
  std::map<std::string, std::vector<const Directive *>> Changes;
  llvm::StringSet<> Asked;
  unsigned Depth = 0;
  for (const Directive &D : All) {
    if (D.opens())
      ++Depth;
    if (Depth == 0 && (D.continues() || D.is("endif")))
      Refuse(D, "this conditional begins outside of the loop's body, which is "
                "copied without its beginning");
    else if (D.is("endif"))
      --Depth;
    if (D.opens() || D.continues())
      for (const std::string &Word : D.Words)
        Asked.insert(Word);
    if (D.is("define") || D.is("undef"))
      Changes[D.word(1).str()].push_back(&D);
    else if (D.is("pragma") && !isHarmlessPragma(D))
      Refuse(D, "a pragma in the loop's body, which is copied, may mean "
                "something else in the copy; move it in front of the loop");
    else if (D.word(0).starts_with("include") || D.is("import"))
      Refuse(D, "a file included in the loop's body, which is copied, may "
                "give something else the second time; include it before the "
                "loop");
  }
  if (Depth != 0)
    Refuse(All.front(), "a conditional that begins in the loop's body ends "
                        "outside of it, so that the body can't be copied");
  for (const auto &[Name, List] : Changes)
    if (!List.front()->is("define") || !List.back()->is("undef") ||
        Asked.contains(Name))
      Refuse(*List.front(),
             "the macro '" + Name +
                 "' changes in the loop's body, which is copied, so that it is "
                 "another one at the beginning of the copy; define it before "
                 "the loop");
  return Result;
}

} // namespace mp::tool
