//===- MacroTokens.cpp - What the user's macros expanded to ---------------===//
//
// Records, while the file is preprocessed, each token that comes out of a macro
// under the place of the outermost invocation, and each use of `__COUNTER__`.
//
//===----------------------------------------------------------------------===//

#include "edit/MacroTokens.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/MacroInfo.h"
#include "clang/Lex/Preprocessor.h"

namespace mp::tool {

using namespace clang;

static thread_local MacroTokens *Current = nullptr;

/// Waits for `__COUNTER__`.
class MacroTokens::Watcher : public PPCallbacks {
public:
  explicit Watcher(MacroTokens &Record) : Record(Record) {}
  void MacroExpands(const Token &Name, const MacroDefinition &, SourceRange,
                    const MacroArgs *) override {
    if (Name.getIdentifierInfo()->isStr("__COUNTER__"))
      Record.Counters.push_back(Record.SM.getExpansionLoc(Name.getLocation()));
  }

private:
  MacroTokens &Record;
};

MacroTokens::MacroTokens(Preprocessor &PP)
    : PP(PP), SM(PP.getSourceManager()), Previous(Current) {
  Current = this;
  PP.addPPCallbacks(std::make_unique<Watcher>(*this));
}

MacroTokens::~MacroTokens() { Current = Previous; }

const MacroTokens *MacroTokens::current() { return Current; }

/// `#define stdout stdout`.
static bool isItself(const MacroInfo &Macro, const IdentifierInfo *Name) {
  return Macro.isObjectLike() && Macro.getNumTokens() == 1 &&
         Macro.getReplacementToken(0).getIdentifierInfo() == Name;
}

void MacroTokens::token(const Token &Tok) {
  if (!Tok.getLocation().isMacroID())
    return;
  SourceLocation Begin = SM.getExpansionLoc(Tok.getLocation());
  if (SM.isInSystemHeader(Begin))
    return;
  Recorded R{Tok};
  if (const IdentifierInfo *Name =
          Tok.isAnnotation() ? nullptr : Tok.getIdentifierInfo())
    if (const MacroInfo *Macro = PP.getMacroInfo(Name)) {
      R.NamesMacro = !isItself(*Macro, Name);
      R.FunctionLike = Macro->isFunctionLike();
    }
  Expansions[Begin].push_back(R);
}

const std::vector<MacroTokens::Recorded> *
MacroTokens::expansion(SourceLocation Begin) const {
  auto Found = Expansions.find(Begin);
  return Found == Expansions.end() ? nullptr : &Found->second;
}

} // namespace mp::tool
