//===- TypeText.h - A value's type, said outside the loop's body ----------===//
//
// A tail takes its values by parameters, and stands where names that are
// declared in the body are not known. In a template the text has to be right
// for every instantiation, so it is made from the user's own text there.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_EDIT_TYPETEXT_H
#define MP_TOOL_EDIT_TYPETEXT_H

#include "edit/LoopText.h"
#include "llvm/ADT/DenseSet.h"
#include <optional>
#include <string>

namespace clang {
class DeclContext;
class Expr;
class FunctionDecl;
class QualType;
class ValueDecl;
} // namespace clang

namespace mp::tool {

struct LoopShape;

/// The decayed type of Value; nothing where it has no name outside the body.
std::optional<std::string> typeOfValue(const clang::Expr &Value,
                                       const LoopShape &Shape,
                                       const LoopText &Text);

/// Type is that of an element of std::vector<bool> or std::bitset, which stands
/// for a bool.
bool isBitReference(clang::QualType Type);

/// A type that its name alone says, whatever a template's arguments are.
std::optional<std::string> plainType(clang::QualType Type,
                                     const clang::ASTContext &Context);

/// The code in Where is an instantiation, so that its text serves others too.
bool inTemplate(const clang::DeclContext *Where);

/// Knows which of a function's variables have a type that depends on template
/// arguments. What is emitted for those has to be the same whatever it is.
class DependentTypes {
public:
  explicit DependentTypes(const clang::FunctionDecl *Function);
  bool contains(const clang::ValueDecl &Variable) const;

private:
  llvm::DenseSet<clang::SourceLocation> Declared;
};

} // namespace mp::tool

#endif
