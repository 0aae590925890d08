//===- AttributeText.h - Taking the mp:: attributes out of the text -------===//
//
// Annotated text is not left as it is: a compiler would warn of attributes that
// it doesn't know. Only text is changed here; what the attributes ask for has
// been read before (attributes/Annotation.h).
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_EDIT_ATTRIBUTETEXT_H
#define MP_TOOL_EDIT_ATTRIBUTETEXT_H

#include "edit/LoopText.h"
#include <vector>

namespace mp::tool {

class Diagnoser;
struct Annotation;

/// Adds the edits that take A's mp:: attributes out and leave others where they
/// are. False, and a message, where that can't be done in text.
bool removeAttributes(const Annotation &A, const LoopText &Text,
                      Diagnoser &Diags, std::vector<TextEdit> &Edits);

} // namespace mp::tool

#endif
