//===- Conditionals.cpp - Text that other compilers read differently ------===//
//
// Lexes the raw text, since the preprocessor has dropped its directives, and
// looks in the conditions for macros and operators whose answers differ between
// compilers.
//
//===----------------------------------------------------------------------===//

#include "rewrite/Conditionals.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace mp::tool {

/// `#ifdef __GNUC__` is true for all compilers that are of interest; what
/// version it says is not the same.
static bool dependsOnCompiler(StringRef Name, bool OnlyWhetherDefined) {
  if (Name.starts_with("__has_") || Name.starts_with("__clang"))
    return true;
  return llvm::StringSwitch<bool>(Name)
      .Cases({"__GNUC__", "__GNUG__"}, !OnlyWhetherDefined)
      .Cases({"__GNUC_MINOR__", "__GNUC_PATCHLEVEL__", "__VERSION__",
              "__llvm__", "_LIBCPP_VERSION"},
             true)
      .Default(false);
}

SourceLocation compilerConditional(SourceRange Range, const SourceManager &SM,
                                   const LangOptions &Language) {
  auto [File, Begin] = SM.getDecomposedLoc(Range.getBegin());
  unsigned End = SM.getFileOffset(Range.getEnd());
  StringRef Text = SM.getBufferData(File);
  Lexer Raw(SM.getLocForStartOfFile(File), Language, Text.begin(),
            Text.begin() + Begin, Text.end());
  SourceLocation Directive;
  enum { None, Hash, Condition } In = None;
  bool Defined = false; // behind `defined`, `#ifdef` or `#ifndef`
  Token Tok;
  for (bool Last = false; !Last;) {
    Last = Raw.LexFromRawLexer(Tok);
    if (SM.getFileOffset(Tok.getLocation()) > End)
      break;
    if (Tok.isAtStartOfLine()) {
      In = Tok.is(tok::hash) ? Hash : None;
      Directive = Tok.getLocation();
      continue;
    }
    if (In == None || Tok.isNot(tok::raw_identifier)) {
      if (In == Condition && Tok.isNot(tok::l_paren))
        Defined = false;
      continue;
    }
    StringRef Name = Tok.getRawIdentifier();
    if (In == Hash) {
      In = llvm::StringSwitch<bool>(Name)
                   .Cases({"if", "ifdef", "ifndef"}, true)
                   .Cases({"elif", "elifdef", "elifndef"}, true)
                   .Default(false)
               ? Condition
               : None;
      Defined = Name.ends_with("def");
    } else if (Name == "defined") {
      Defined = true;
    } else {
      if (dependsOnCompiler(Name, Defined))
        return Directive;
      Defined = false;
    }
  }
  return SourceLocation();
}

} // namespace mp::tool
