//===- Overlap.h - Whether two places can be the same memory --------------===//
//
// Places with the same root are compared step by step; for others the rules of
// the language decide (different objects are disjoint, a parameter can't point
// to a local, `restrict`, strict aliasing), and what is left may overlap and
// is to be looked at when the program runs.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_CLASSES_OVERLAP_H
#define MP_TOOL_CLASSES_OVERLAP_H

#include "effects/Effects.h"
#include "effects/Walker.h"

namespace mp::tool {

enum class Relation {
  Disjoint,
  Same,    ///< the same path; the subscripts decide
  Within,  ///< one is a part of the other
  Unknown, ///< may overlap, to be checked at run time
};

/// In what a std::shared_ptr owns, which others may own as well.
bool isShared(const Place &P);

class Overlap {
public:
  Overlap(const clang::FunctionDecl *Function, Summaries &Known);

  Relation relate(const Access &A, const Access &B) const;

  clang::QualType typeOf(const Place &P) const { return typeOfPlace(P); }

  /// In a template one text has to do for all types.
  bool instantiated() const { return Instantiated; }

  /// By their types, whatever the instantiation.
  bool mayShare(const Access &A, const Access &B) const {
    return shareInPlace(A, B) || readsOwned(A, B) || readsOwned(B, A);
  }
  /// But for what they own.
  bool shareInPlace(const Access &A, const Access &B) const;
  /// Read, a whole object, may own memory in which Other is.
  bool readsOwned(const Access &Read, const Access &Other) const;

private:
  bool identified(const Place &P) const;
  bool canPointTo(const Place &Indirect, const Place &Direct) const;
  bool alone(const Place &P) const;
  bool restricted(const Place &P, const Place &Other) const;
  bool outOfReach(const Access &Direct, const Access &Indirect) const;
  bool linked(const Access &A, const Access &B) const;
  bool typesMayShare(const Access &A, const Access &B) const;
  bool share(clang::QualType A, clang::QualType B) const;

  const clang::FunctionDecl *Function;
  Summaries &Known;
  clang::ASTContext &C;
  bool Instantiated = false;
  RegionFacts Facts; ///< of the whole function
  /// What mayShareMemory and mayOwn say of two types.
  mutable llvm::DenseMap<std::pair<clang::QualType, clang::QualType>, bool>
      Shared, Owned;
};

} // namespace mp::tool

#endif
