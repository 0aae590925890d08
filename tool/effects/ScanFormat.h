//===- ScanFormat.h - How much scanf stores -------------------------------===//
//
// `%d` stores one object, `%s` a text, `%5c` several characters. Clang's own
// parser of formats says which argument is which.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_EFFECTS_SCANFORMAT_H
#define MP_TOOL_EFFECTS_SCANFORMAT_H

namespace clang {
class ASTContext;
class Expr;
} // namespace clang

namespace mp::tool {

enum class Scanned { One, Text, Several };

/// What a scanf with that format stores through its argument number K, counted
/// from the first behind the format. Several, where the format isn't known.
Scanned scanned(const clang::Expr *Format, unsigned K, clang::ASTContext &C);

} // namespace mp::tool

#endif
