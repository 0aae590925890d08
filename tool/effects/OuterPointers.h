//===- OuterPointers.h - Who has pointers to a local container ------------===//
//
// Asked of the text of the function that declares it.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_EFFECTS_OUTERPOINTERS_H
#define MP_TOOL_EFFECTS_OUTERPOINTERS_H

namespace clang {
class ASTContext;
class FunctionDecl;
class VarDecl;
} // namespace clang

namespace mp::tool {

/// V, a local of Function's, is used by its own members and by subscript only:
/// nothing else can come to lead to the object itself.
/// (Its elements are another matter.)
bool isNeverPointedTo(const clang::VarDecl &V,
                      const clang::FunctionDecl &Function,
                      clang::ASTContext &C);

} // namespace mp::tool

#endif
