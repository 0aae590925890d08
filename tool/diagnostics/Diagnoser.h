//===- Diagnoser.h - What the tool says about loops -----------------------===//
//
// Every message has a severity, an identifier (`mp-carried`), a place and
// any number of related places (notes). Messages go through Clang's
// DiagnosticsEngine, so that they look like the compiler's, and are kept for
// the report. The identifiers are listed in Identifiers.def; each has a page in
// docs/diagnostics/.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_DIAGNOSTICS_DIAGNOSER_H
#define MP_TOOL_DIAGNOSTICS_DIAGNOSER_H

#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace clang {
class ASTContext;
} // namespace clang

namespace mp::tool {

enum class Severity { Error, Warning };

enum class DiagID {
#define MP_DIAGNOSTIC(Name, Spelling, Summary) Name,
#include "diagnostics/Identifiers.def"
};

/// `mp-carried` and so on.
llvm::StringRef spelling(DiagID ID);

struct Related {
  clang::SourceLocation Where;
  std::string Text;
};

struct Message {
  Severity How = Severity::Error;
  DiagID ID;
  clang::SourceLocation Where;
  clang::SourceRange Highlight;
  std::string Text; ///< without the identifier
  std::vector<Related> Notes;
  /// A remedy that can be applied as an edit; empty: none.
  clang::SourceLocation FixWhere;
  std::string FixInsert;
  unsigned FixLength = 0; ///< characters at FixWhere that FixInsert replaces
};

/// Collects the messages of the loop that is being judged.
class Diagnoser {
public:
  void report(Message M) {
    if (M.How == Severity::Error)
      ++Errors;
    Messages.push_back(std::move(M));
  }
  Message &error(DiagID ID, clang::SourceLocation Where, std::string Text) {
    report({Severity::Error, ID, Where, {}, std::move(Text), {}, {}, {}});
    return Messages.back();
  }
  Message &warning(DiagID ID, clang::SourceLocation Where, std::string Text) {
    report({Severity::Warning, ID, Where, {}, std::move(Text), {}, {}, {}});
    return Messages.back();
  }
  bool refused() const { return Errors != 0; }
  const std::vector<Message> &messages() const { return Messages; }

private:
  std::vector<Message> Messages;
  unsigned Errors = 0;
};

} // namespace mp::tool

#endif
