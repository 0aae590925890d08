//===- DefiniteAssignment.cpp - What is certainly written -----------------===//
//
// The set of places that every way to here has written. A read of what it
// covers sees a value of its own iteration.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"

using namespace clang;

namespace mp::tool {

static bool lessEqual(const Polynomial &A, const Polynomial &B) {
  auto D = Polynomial::subtract(B, A);
  if (!D)
    return false;
  auto K = D->constant();
  return K && *K >= 0;
}

/// The interval of subscripts, when there is one without gaps.
static bool interval(const Index &I, Polynomial &Low, Polynomial &High) {
  if (!I.Known)
    return false;
  Low = High = I.Form;
  for (auto &T : I.Terms) {
    if (T.Coefficient.constant() == 0)
      continue;
    if (T.Coefficient.constant() != 1 || !(Low == High))
      return false;
    auto L = Polynomial::add(Low, T.Low), H = Polynomial::add(High, T.High);
    if (!L || !H)
      return false;
    Low = *L;
    High = *H;
  }
  return true;
}

/// Everything in R lies in W. (A W with terms was closed by a loop that runs
/// in full, so all of it is written.)
bool Walker::covers(const Place &W, const Place &R) {
  if (W.From != R.From || W.Variable != R.Variable || W.State != R.State ||
      W.Path.size() > R.Path.size())
    return false;
  // Who writes a pointer has not written what it points to.
  for (size_t K = W.Path.size(); K < R.Path.size(); ++K)
    if (R.Path[K].What == Step::Kind::Deref ||
        R.Path[K].What == Step::Kind::Reach)
      return false;
  for (size_t K = 0; K < W.Path.size(); ++K) {
    const Step &A = W.Path[K], &B = R.Path[K];
    if (A.What != B.What || A.Field != B.Field)
      return false;
    if (A.What != Step::Kind::Element || A.At == B.At) {
      if (A.What == Step::Kind::Element && !A.At.Known)
        return false;
      // A byte of an element is not the element.
      if (A.What == Step::Kind::Element && !A.Type.isNull() &&
          !B.Type.isNull() && A.Type->isAnyCharacterType() &&
          !B.Type->isAnyCharacterType())
        return false;
      continue;
    }
    Polynomial LA, HA, LB, HB;
    if (!interval(A.At, LA, HA) || !interval(B.At, LB, HB) ||
        !lessEqual(LA, LB) || !lessEqual(HB, HA))
      return false;
  }
  return true;
}

bool Walker::covered(const Place &P) const {
  if (!Now)
    return true;
  return coveredBy(*Now, close(P)) || coveredBy(*Now, P);
}

/// Each of a few elements is in one of the written places, or all are in one.
bool Walker::coveredBy(const Places &Written, const Place &R) {
  auto In = [&](const Place &P) {
    return llvm::any_of(Written, [&](const Place &W) { return covers(W, P); });
  };
  if (In(R))
    return true;
  Polynomial Low, High;
  if (!R.endsInElement() || !interval(R.Path.back().At, Low, High))
    return false;
  auto First = Low.constant(), Last = High.constant();
  if (!First || !Last || *Last < *First || *Last - *First > 64)
    return false;
  Place One = R;
  for (long long K = *First; K <= *Last; ++K) {
    One.Path.back().At = Index::at(K);
    if (!In(One))
      return false;
  }
  return true;
}

/// With what has been written before, P completes an array of constant size.
bool Walker::writesAll(const Place &P) const {
  if (!P.endsInElement() || !P.Path.back().Extent)
    return false;
  long long Low = 0, High = 0;
  auto Constant = [](const Place &W, long long &L, long long &H) {
    Polynomial A, B;
    if (!interval(W.Path.back().At, A, B) || !A.constant() || !B.constant())
      return false;
    L = *A.constant();
    H = *B.constant();
    return true;
  };
  if (!Constant(P, Low, High))
    return false;
  Place Whole = P.shortened(1);
  auto Extent = static_cast<long long>(P.Path.back().Extent);
  for (bool Grew = true; Grew && (Low > 0 || High < Extent - 1);) {
    Grew = false;
    for (const Place &W : *Now) {
      long long L, H;
      if (!W.endsInElement() || W.Path.size() != P.Path.size() ||
          !covers(Whole, W) || !Constant(W, L, H) || H < L || L > High + 1 ||
          H < Low - 1 || (L >= Low && H <= High))
        continue;
      Low = std::min(Low, L);
      High = std::max(High, H);
      Grew = true;
    }
  }
  return Low <= 0 && High >= Extent - 1;
}

/// A value of type Written is all of an object of type Whole: not a base
/// subobject, a member behind a pointer to members, the first word of it.
bool Walker::fills(QualType Written, QualType Whole) const {
  if (Written.isNull() || Whole.isNull())
    return true;
  Written = Written.getNonReferenceType();
  Whole = Whole.getNonReferenceType();
  if (Whole->isDependentType() || Whole->isIncompleteType() ||
      Written->isDependentType() || Written->isIncompleteType() ||
      Whole->isArrayType())
    return true;
  const CXXRecordDecl *R = Whole->getAsCXXRecordDecl();
  const CXXRecordDecl *W = Written->getAsCXXRecordDecl();
  // (Writes to the library's containers are told by other types.)
  if (R && isInStd(R) &&
      !llvm::is_contained({"pair", "tuple", "array", "complex"},
                          stdName(Whole)))
    return true;
  if (R && W && !isInStd(R))
    return declaresSameEntity(R, W) || W->isDerivedFrom(R);
  return C.getTypeSize(Written) >= C.getTypeSize(Whole);
}

/// The type of the object at P; null where it isn't known.
QualType Walker::objectAt(const Place &P) const {
  if (!P.is(Place::Root::This) || !P.Path.empty())
    return typeOfPlace(P);
  const auto *Method = P.Variable
                           ? cast<CXXMethodDecl>(P.Variable)
                           : methodAround(Loop ? Loop->Function : Function);
  return Method ? C.getCanonicalTagType(Method->getParent()) : QualType();
}

void Walker::markWritten(const Place &P) {
  if (!Now || P.is(Place::Root::Unknown))
    return;
  for (const Step &S : P.Path)
    if (S.What == Step::Kind::Reach ||
        (S.What == Step::Kind::Element && (!S.At.Known || isStale(S.At))))
      return;
  for (const Place &W : *Now)
    if (covers(W, P))
      return;
  Now->push_back(P);
  if (writesAll(P))
    return markWritten(P.shortened(1));
  // All fields of a struct, all elements of a small array: the whole.
  if (P.Path.empty())
    return;
  Place Whole = P.shortened(1);
  const Step &Last = P.Path.back();
  if (Last.What == Step::Kind::Field) {
    // (A derived class has more than its base's members.)
    const CXXRecordDecl *Object = recordOf(objectAt(Whole));
    if (Last.Field->getParent()->isUnion() ||
        (Object && !declaresSameEntity(Object, Last.Field->getParent())))
      return;
    for (const FieldDecl *F : Last.Field->getParent()->fields())
      if (!covered(Whole.field(F)))
        return;
    if (auto *R = dyn_cast<CXXRecordDecl>(Last.Field->getParent()))
      if (R->getNumBases() != 0)
        return;
    markWritten(Whole);
  } else if (Last.What == Step::Kind::Element && Last.Extent != 0 &&
             Last.Extent <= 64) {
    for (unsigned long long K = 0; K < Last.Extent; ++K) {
      Place E = Whole.element(Index::at(static_cast<long long>(K)), Last.Type,
                              Last.Extent);
      bool Found = false;
      for (const Place &W : *Now)
        Found |= covers(W, E);
      if (!Found)
        return;
    }
    markWritten(Whole);
  }
}

Walker::State Walker::join(const State &A, const State &B) {
  if (!A)
    return B;
  if (!B)
    return A;
  Places R;
  auto In = [](const Place &P, const Places &All) {
    return llvm::any_of(All, [&](const Place &W) { return covers(W, P); });
  };
  for (const Place &P : *A)
    if (In(P, *B))
      R.push_back(P);
  for (const Place &P : *B)
    if (!In(P, R) && In(P, *A))
      R.push_back(P);
  return R;
}

} // namespace mp::tool
