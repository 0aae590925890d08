//===- EmittedNames.cpp - Names of ours that a macro would change ---------===//
//
// What belongs to the runtime in a mixture of its and the user's code is told
// by how it begins: `mp`, or a name with the reserved prefix, and the members
// named behind that.
//
//===----------------------------------------------------------------------===//

#include "edit/EmittedNames.h"
#include "clang/AST/ASTContext.h"
#include "clang/Lex/Lexer.h"
#include <vector>

using namespace clang;

namespace mp::tool {

std::optional<std::string> nameTakenByMacro(llvm::StringRef Code,
                                            const ASTContext &Context) {
  const std::string Text = Code.str(); // the lexer wants its end marked
  Lexer Tokens(SourceLocation(), Context.getLangOpts(), Text.data(),
               Text.data(), Text.data() + Text.size());
  bool Ours = false; // a name that follows is the runtime's
  std::vector<bool> Outside;
  for (Token T; !Tokens.LexFromRawLexer(T);) {
    switch (T.getKind()) {
    case tok::raw_identifier: {
      StringRef Name = T.getRawIdentifier();
      Ours |= Name == "mp" || Name.starts_with("mp_");
      auto Known = Context.Idents.find(Name);
      if (Ours && Known != Context.Idents.end() &&
          Known->second->hasMacroDefinition())
        return Name.str();
      break;
    }
    case tok::coloncolon:
    case tok::period:
      break;
    case tok::l_paren:
      Outside.push_back(Ours);
      Ours = false;
      break;
    case tok::r_paren:
      Ours = !Outside.empty() && Outside.back();
      if (!Outside.empty())
        Outside.pop_back();
      break;
    default:
      Ours = false;
    }
  }
  return std::nullopt;
}

} // namespace mp::tool
