//===- Scope.h - The variables that can be named at a loop ----------------===//
//
// Emitted code stands around the loop. A variable that the body reaches through
// a lambda or a callee may have no name there, or its name may mean another
// one.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_LOOPS_SCOPE_H
#define MP_TOOL_LOOPS_SCOPE_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <utility>
#include <vector>

namespace clang {
class FunctionDecl;
class Stmt;
class ValueDecl;
} // namespace clang

namespace mp::tool {

class Scope {
public:
  /// Function may be a lambda's call operator.
  Scope(const clang::Stmt &Loop, const clang::FunctionDecl *Function);

  enum class Meaning { Itself, Nothing, Another };
  /// What the name of Variable means in front of Loop, as far as the functions
  /// around it say.
  Meaning meaningOf(const clang::ValueDecl &Variable) const;

private:
  /// From the innermost on; null: named, but not to be used by new code, since
  /// a lambda does not hold it by reference.
  std::vector<std::pair<std::string, const clang::ValueDecl *>> Variables;
};

} // namespace mp::tool

#endif
