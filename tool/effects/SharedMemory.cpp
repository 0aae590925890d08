//===- SharedMemory.cpp - Whether objects of two types can overlap --------===//
//
// By the rules of strict aliasing: one is the other or a part of it.
//
//===----------------------------------------------------------------------===//

#include "effects/Types.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace mp::tool {

namespace {
/// Whether objects of two types can overlap. Living objects do when one is the
/// other or a part of it.
class Containment {
public:
  explicit Containment(const ASTContext &C) : C(C) {}

  /// An object of type Outer is, or has a part, of type Inner; or it may
  /// provide memory for anything.
  bool contains(QualType Outer, QualType Inner) {
    return isStorage(plain(Outer)) || holds(Outer, Inner);
  }
  bool isStorageFor(QualType T) const { return isStorage(plain(T)); }

private:
  bool holds(QualType Outer, QualType Inner) {
    // A char is only a char, but an array of them may be a buffer.
    if (isStorage(plain(Outer)) && Outer->isArrayType())
      return true;
    Outer = plain(Outer);
    if (same(Outer, plain(Inner)))
      return true;
    const CXXRecordDecl *R = Outer->getAsCXXRecordDecl();
    if (!R)
      return false;
    if (!R->hasDefinition())
      return true;
    if (!Seen.insert(R->getCanonicalDecl()).second)
      return false;
    if (R->isPolymorphic() && same(C.VoidPtrTy, plain(Inner)))
      return true;
    for (auto &B : R->bases())
      if (holds(B.getType(), Inner))
        return true;
    for (auto *F : R->fields()) {
      // A library class's inline char buffer (std::string) is its own.
      if (isInStd(R) && F->getType()->isArrayType())
        continue;
      if (holds(F->getType(), Inner))
        return true;
    }
    return false;
  }

  QualType plain(QualType T) const {
    T = T.getNonReferenceType().getCanonicalType();
    while (auto *A = C.getAsArrayType(T))
      T = A->getElementType().getCanonicalType();
    return T.getUnqualifiedType();
  }
  /// char, signed char, unsigned char and std::byte alias everything.
  static bool isStorage(QualType T) {
    if (auto *E = T->getAs<EnumType>())
      return E->getDecl()->getName() == "byte";
    return T->isVoidType() || T->isDependentType() || T->isFunctionType() ||
           (T->isAnyCharacterType() && !T->isWideCharType() &&
            !T->isChar16Type() && !T->isChar32Type());
  }
  bool same(QualType A, QualType B) const {
    auto IsPointer = [](QualType T) {
      return T->isPointerType() || T->isMemberPointerType();
    };
    if (IsPointer(A) && IsPointer(B))
      return true; // programs mix them
    auto Signed = [&](QualType T) {
      return T->isIntegerType() && T->isUnsignedIntegerType() &&
                     !T->isBooleanType() && !T->isEnumeralType()
                 ? C.getCorrespondingSignedType(T)
                 : T;
    };
    return C.hasSameType(Signed(A), Signed(B));
  }

  const ASTContext &C;
  llvm::SmallPtrSet<const CXXRecordDecl *, 16> Seen;
};
} // namespace

bool mayShareMemory(QualType A, QualType B, const ASTContext &C) {
  return A.isNull() || B.isNull() || Containment(C).contains(A, B) ||
         Containment(C).contains(B, A);
}

bool mayHold(QualType Whole, QualType Part, const ASTContext &C) {
  return Whole.isNull() || Part.isNull() || Containment(C).isStorageFor(Part) ||
         Containment(C).contains(Whole, Part);
}

namespace {
class Ownership {
public:
  Ownership(QualType Part, const ASTContext &C) : Part(Part), C(C) {}

  bool owns(QualType T) {
    if (T.isNull())
      return true;
    T = T.getNonReferenceType();
    if (const ArrayType *A = C.getAsArrayType(T))
      return owns(A->getElementType());
    const CXXRecordDecl *R = recordOf(T);
    if (!R)
      return false;
    switch (libraryType(T)) {
    case LibraryType::Sequence:
    case LibraryType::Linked:
    case LibraryType::Associative:
    case LibraryType::Owner:
      return holds(elementType(T));
    case LibraryType::InPlace:
      return !elementType(T).isNull() && owns(elementType(T));
    case LibraryType::Value:
      return llvm::any_of(classArguments(T),
                          [this](QualType One) { return owns(One); });
    case LibraryType::None:
      break;
    default:
      return false; // what a view or a shared pointer leads to is not its own
    }
    if (!R->hasDefinition() || !Seen.insert(R->getCanonicalDecl()).second)
      return false;
    return llvm::any_of(R->bases(),
                        [this](const CXXBaseSpecifier &B) {
                          return owns(B.getType());
                        }) ||
           llvm::any_of(R->fields(), [this](const FieldDecl *F) {
             return !F->getType()->isReferenceType() && owns(F->getType());
           });
  }

private:
  bool holds(QualType Element) {
    // (Nothing but characters is in a text.)
    if (!Element.isNull() && Element->isAnyCharacterType())
      return Part.isNull() || Part->isAnyCharacterType() || Part->isVoidType();
    return mayHold(Element, Part, C) || owns(Element);
  }

  const QualType Part;
  const ASTContext &C;
  llvm::SmallPtrSet<const CXXRecordDecl *, 16> Seen;
};
} // namespace

bool mayOwn(QualType Whole, QualType Part, const ASTContext &C) {
  return Ownership(Part, C).owns(Whole);
}

} // namespace mp::tool
