//===- Types.h - Questions about types ------------------------------------===//
//
// What the analysis has to know of C++ types: library containers and views,
// whether values can travel from a worker to the parent, whether two types of
// lvalues can name the same memory.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_EFFECTS_TYPES_H
#define MP_TOOL_EFFECTS_TYPES_H

#include "clang/AST/Type.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace clang {
class ASTContext;
class CXXRecordDecl;
class Decl;
} // namespace clang

namespace mp::tool {

enum class LibraryType {
  None,
  Sequence, ///< owns its elements by subscript: vector, string, deque, valarray
  InPlace,  ///< std::array, std::bitset: elements in the object itself
  Linked,   ///< list, forward_list, queue, stack: owned, not by subscript
  Associative, ///< map, set, ...
  View,   ///< iterators, span, string_view, initializer_list, reference_wrapper
  Owner,  ///< unique_ptr, optional: one owned element
  Shared, ///< shared_ptr, weak_ptr
  Stream, ///< anything derived from ios_base
  Lock,   ///< mutexes and guards
  Atomic,
  Engine, ///< random number engines and distributions
  Value,  ///< other library classes without pointers to elsewhere: complex,
          ///< pair, ...
};

/// The library class that T (without references and cv) is.
LibraryType libraryType(clang::QualType T);
const clang::CXXRecordDecl *recordOf(clang::QualType T);
/// "vector" for std::vector<..>; empty for what is not in std.
llvm::StringRef stdName(clang::QualType T);
bool isInStd(const clang::Decl *D);
/// Type of the elements of containers, views and arrays; null if none.
clang::QualType elementType(clang::QualType T);
/// A template over references: std::tuple<int &, ..>.
bool holdsReferences(clang::QualType T);
/// How many elements an array or a std::array has; 0: T is neither.
unsigned long long constantExtent(clang::QualType T);

/// Argument N of the class template that T is made from; null where it is no
/// type.
clang::QualType templateArgument(clang::QualType T, unsigned N);

/// Classes among the template arguments of T: what a container holds.
std::vector<clang::QualType> classArguments(clang::QualType T);

/// Elements lie in one block of memory, reachable by std::data.
bool isContiguous(clang::QualType T);
bool isVectorBool(clang::QualType T);

/// What `b[i]` of a std::bitset is: a reference to one bit.
bool isBitsetReference(clang::QualType T);

/// Pointers or views to memory elsewhere are inside.
bool holdsPointers(clang::QualType T, const clang::ASTContext &C);

/// Empty when values of T can be sent from a worker to the parent; otherwise
/// the reason, as a clause.
std::string whyNotTransportable(clang::QualType T, const clang::ASTContext &C);

/// Whether an lvalue of type A and an lvalue of type B may name overlapping
/// memory, by the rules of strict aliasing.
bool mayShareMemory(clang::QualType A, clang::QualType B,
                    const clang::ASTContext &C);

/// Whether an lvalue of type Part may name (a part of) an object of type Whole.
bool mayHold(clang::QualType Whole, clang::QualType Part,
             const clang::ASTContext &C);

/// Whether an object of type Whole may own memory, by containers and in any
/// depth, in which an object of type Part lies.
bool mayOwn(clang::QualType Whole, clang::QualType Part,
            const clang::ASTContext &C);

} // namespace mp::tool

#endif
