//===- Iterators.h - Which class types are iterators we can count with ----===//
//
// Iterations can be handed out in chunks only if the iterator at a chunk's
// start can be had without going there step by step, and if its operators have
// no effects: those of the library have none, a user's might.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_LOOPS_ITERATORS_H
#define MP_TOOL_LOOPS_ITERATORS_H

#include "clang/AST/Type.h"

namespace mp::tool {

enum class IteratorKind {
  None,         ///< not an iterator, or not of random access
  UserDefined,  ///< of random access, but whose code is the user's
  RandomAccess, ///< the library's, over elements anywhere
  Contiguous    ///< the library's, over one array
};

/// What Type is; pointers are not asked about.
IteratorKind iteratorKind(clang::QualType Type);

/// A step forward goes to the element before: a reverse_iterator.
bool goesBackwards(clang::QualType Type);

} // namespace mp::tool

#endif
