//===- Directives.h - Directives of the preprocessor in copied text -------===//
//
// Copied text is preprocessed twice, and the second time must give the same.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_EDIT_DIRECTIVES_H
#define MP_TOOL_EDIT_DIRECTIVES_H

#include "edit/LoopText.h"
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mp::tool {

/// Offset of the first directive in Where.
std::optional<unsigned> firstDirective(const LoopText &Text, Span Where);

/// Offset of the first `#pragma` in Where.
std::optional<unsigned> firstPragma(const LoopText &Text, Span Where);

/// Offset of a `#pragma` about loops in the line before Offset's.
std::optional<unsigned> pragmaInFront(const LoopText &Text, unsigned Offset);

/// The directives in Where that keep it from being copied, and why they do.
std::vector<std::pair<unsigned, std::string>>
uncopyableDirectives(const LoopText &Text, Span Where);

} // namespace mp::tool

#endif
