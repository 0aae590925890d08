//===- Names.h - The names of the mp:: attributes -------------------------===//
//
// One table of what there is, what its arguments are, and what is still to
// come.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_ATTRIBUTES_NAMES_H
#define MP_TOOL_ATTRIBUTES_NAMES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace mp::tool {

/// What may stand in an attribute's parentheses.
enum class AttributeArguments {
  None,
  Number,    ///< one positive integer constant
  Variables, ///< one or more names of variables
  Functions, ///< one or more names of functions
  Extent,    ///< the name of a pointer, and a number of elements
  Text,      ///< one string
  Free       ///< not looked at: the attribute is not supported yet
};

struct AttributeName {
  const char *Name; ///< without `mp::`
  AttributeArguments Arguments;
  const char *Example; ///< for messages
  const char *NotYet;  ///< null, or what to expect of a later version
};

llvm::ArrayRef<AttributeName> attributeNames();

/// The entry of that name, or null.
const AttributeName *findAttributeName(llvm::StringRef Name);

/// The name that was probably meant, or empty.
llvm::StringRef nearestAttributeName(llvm::StringRef Name);

} // namespace mp::tool

#endif
