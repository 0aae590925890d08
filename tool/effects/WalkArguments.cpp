//===- WalkArguments.cpp - What the library does with what it is given ----===//
//
// One argument of a member, constructor or function of namespace std: read,
// written, moved from, kept, or followed as a pointer into a range. Where the
// declaration does not tell, it is taken to be read as far as it leads.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"

using namespace clang;

namespace mp::tool {

/// The K-th parameter of F as the library wrote it, in its template if it comes
/// from one.
static const ParmVarDecl *written(const FunctionDecl *F, unsigned K) {
  if (const FunctionDecl *Pattern = F->getTemplateInstantiationPattern())
    F = Pattern;
  unsigned N = F->getNumParams();
  if (N == 0)
    return nullptr;
  return F->getParamDecl(std::min(K, N - 1));
}

/// F is given Args[K] and makes, or is a member of, an object of type Whole.
void Walker::passed(const FunctionDecl *F, unsigned K,
                    const std::vector<Argument> &Args, QualType Whole,
                    const Expr *Site) {
  const Argument &A = Args[K];
  QualType T = A.Type.getNonReferenceType();
  if (T->isFunctionType())
    return;
  const ParmVarDecl *P = written(F, K);
  // `Args &&...` of a template stands for any reference.
  QualType Declared = P ? P->getType() : QualType();
  if (P)
    if (const auto *Pack = dyn_cast<PackExpansionType>(Declared))
      Declared = Pack->getPattern();
  bool Forwards = P && Declared->isRValueReferenceType() &&
                  !A.Type->isRValueReferenceType();
  bool IsPointer = T->isPointerType() || libraryType(T) == LibraryType::View;
  if (A.IsReference) {
    bool Writes =
        A.Type->isLValueReferenceType() && !Forwards && !T.isConstQualified();
    record(A.At, true, Writes, T, A.Text, nullptr, nullptr, Writes);
    moveFrom(A, A.Text);
    if (Writes && holdsPointers(T, C))
      for (const Place &At : A.At)
        for (const Place &R : resolve(At))
          keep(R, {Place::of(Place::Root::Unknown)});
    if (!IsPointer || Writes)
      return;
  }
  // Operators of iterators compare and count, and look at no element.
  bool Counts =
      F->getOverloadedOperator() != OO_None &&
      libraryType(T) == LibraryType::View &&
      !llvm::is_contained({"basic_string_view", "span", "initializer_list",
                           "reference_wrapper", "_Bit_reference"},
                          stdName(T));
  // A position in the container itself, as opposed to a range of any kind.
  bool Position = P && isa<CXXMethodDecl>(F) &&
                  stdName(T).contains("iterator") &&
                  !Declared->isTemplateTypeParmType();
  if (!IsPointer || Counts || Position)
    return;
  Places To = A.What.Targets;
  if (A.IsReference)
    for (const Place &At : A.At)
      for (const Place &R : resolve(At))
        merge(To, pointeesOf(R, covered(R)));
  QualType Each = elementType(T);
  bool Writes = P && Declared->isPointerType() &&
                !Declared->getPointeeType().isConstQualified() &&
                !Each.isNull() && !Each.isConstQualified();
  if (Writes) {
    for (const Place &At : To)
      record({unindexed(At)}, true, true, Each, Site, nullptr, nullptr, true);
    return;
  }
  // Kept as it is: by a view or an owner, or as an element.
  LibraryType Kind = libraryType(Whole);
  QualType Element = elementType(Whole);
  auto Same = [&](QualType X, QualType Y) {
    return !X.isNull() && !Y.isNull() &&
           C.hasSameUnqualifiedType(X.getNonReferenceType(),
                                    Y.getNonReferenceType());
  };
  bool Range = Same(Each, Element);
  bool IsText = T->isPointerType() && T->getPointeeType()->isAnyCharacterType();
  bool Alone = true;
  for (unsigned Other = 0; Other < Args.size(); ++Other) {
    QualType O = Args[Other].Type.getNonReferenceType();
    Alone &= Other == K || !(O->isIntegerType() || O->isPointerType() ||
                             libraryType(O) == LibraryType::View);
  }
  if (Kind == LibraryType::Owner || Kind == LibraryType::Shared ||
      (Kind == LibraryType::View && !(IsText && Alone)) ||
      (holdsPointers(Whole, C) && !Range && !IsText))
    return;
  for (const Place &At : To)
    if (IsText && Alone)
      record({At}, true, false, Each, Site, nullptr, nullptr, false, true);
    else
      record({unindexed(At)}, true, false, Each, Site);
}

} // namespace mp::tool
