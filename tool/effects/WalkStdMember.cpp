//===- WalkStdMember.cpp - Members of classes of namespace std ------------===//
//
// Hands the call to the rules for its kind of class. Streams, iterators and
// containers have files of their own.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"

using namespace clang;

namespace mp::tool {

/// What a member of a std class is given is read.
void Walker::readArguments(const StdMember &Call) {
  for (unsigned K = 0; K < Call.Args.size(); ++K)
    passed(Call.Method, K, Call.Args, Call.Type, Call.Site);
}

/// A container's size, or where its elements are, is read.
void Walker::readHeader(const StdMember &Call) {
  for (const Place &P : Call.Object)
    record({P.header()}, true, false, C.getSizeType(), Call.Site);
}

/// Anything in the object may change, and it may keep what it is given.
void Walker::mutate(const StdMember &Call) {
  readArguments(Call);
  Places Elements;
  for (const Place &P : Call.Object)
    Elements.push_back(P.content(Index::unknown(), Call.Element));
  for (const Argument &A : Call.Args)
    callback(A, Call.Site, Elements);
  Places Stored;
  for (const Argument &A : Call.Args) {
    merge(Stored, A.What.Targets);
    if (A.IsReference && !Call.Element.isNull() &&
        holdsPointers(Call.Element, C))
      for (const Place &P : A.At)
        for (const Place &R : resolve(P))
          merge(Stored, pointeesOf(R, covered(R)));
  }
  for (const Place &P : Call.Object)
    for (const Place &R : resolve(P)) {
      if (R.is(Place::Root::Variable) && isLocal(R.Variable))
        addTargets(R.Variable, Stored);
    }
  record(Call.Object, true, true, Call.Type, Call.Site, nullptr, &Stored, true);
}

/// Engines of random numbers.
Walker::Value Walker::engineMember(const StdMember &Call) {
  Value V;
  readArguments(Call);
  for (const Argument &A : Call.Args)
    if (A.IsReference && !A.Type->getPointeeType().isConstQualified())
      record(A.At, true, true, A.Type->getPointeeType(), Call.Site, nullptr,
             nullptr, true);
  if (Call.Method->isConst())
    record(Call.Object, true, false, Call.Type, Call.Site);
  else if (Call.Name == "seed" || Call.Op == OO_Equal)
    record(Call.Object, false, true, Call.Type, Call.Site);
  else
    record(Call.Object, true, true, Call.Type, Call.Site, nullptr, nullptr,
           true);
  return V;
}

Walker::Value Walker::atomicMember(const StdMember &Call) {
  Value V;
  readArguments(Call);
  if (Call.Method->isConst()) {
    record(Call.Object, true, false, Call.Type, Call.Site);
    return V;
  }
  if (Call.Name == "store" || Call.Op == OO_Equal)
    record(Call.Object, false, true, Call.Type, Call.Site);
  else
    record(Call.Object, true, true, Call.Type, Call.Site, nullptr, nullptr,
           true);
  return V;
}

/// A proxy for one bit of a std::vector<bool> or std::bitset.
Walker::Value Walker::bitMember(const StdMember &Call) {
  Value V;
  Places Bits;
  for (const Place &P : Call.Object)
    for (const Place &R : resolve(P))
      merge(Bits, R.is(Place::Root::Local) || R.is(Place::Root::Variable)
                      ? pointeesOf(R, covered(R))
                      : Places{R});
  if (Bits.empty()) // a temporary: what the call that made it points to
    if (auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call.Site))
      Bits = rvalue(Operator->getArg(0)).Targets;
  if (Bits.empty())
    if (auto *Member = dyn_cast<CXXMemberCallExpr>(Call.Site))
      Bits = rvalue(Member->getImplicitObjectArgument()).Targets;
  readArguments(Call);
  // `r = v[i]`: the bit that is copied.
  for (const Argument &A : Call.Args)
    if (stdName(A.Type) == "_Bit_reference")
      for (const Place &P : A.At)
        for (const Place &R : resolve(P))
          record(pointeesOf(R, covered(R)), true, false, C.BoolTy, Call.Site);
  if (Call.Op == OO_Equal)
    record(Bits, false, true, C.BoolTy, Call.Site,
           Call.Args.empty() ? nullptr : Call.Args[0].Text);
  else if (Call.Method->isConst())
    record(Bits, true, false, C.BoolTy, Call.Site);
  else
    record(Bits, true, true, C.BoolTy, Call.Site);
  V.Targets = Bits;
  return V;
}

/// std::optional and the smart pointers.
Walker::Value Walker::ownerMember(const StdMember &Call) {
  bool IsShared = Call.Kind == LibraryType::Shared;
  Value V;
  readArguments(Call);
  if (Call.Op == OO_Subscript) {
    for (const Place &P : Call.Object) {
      record({P.header()}, true, false, C.VoidPtrTy, Call.Site);
      merge(V.Targets,
            {IsShared ? unindexed(P.deref())
                      : P.content(Call.Args.empty() ? Index::unknown()
                                                    : indexOf(Call.Args[0]),
                                  Call.Element)});
    }
    return V;
  }
  if (Call.Name == "get" || Call.Name == "value" || Call.Name == "release" ||
      Call.Op == OO_Star || Call.Op == OO_Arrow) {
    for (const Place &P : Call.Object) {
      record({P.header()}, true, false, C.VoidPtrTy, Call.Site);
      merge(V.Targets,
            {IsShared ? P.deref() : P.content(Index::at(0), Call.Element)});
    }
    if (Call.Name == "value" && !TryDepth)
      Out.MayThrow = true;
    if (Call.Name == "release")
      mutate(Call);
    return V;
  }
  if (Call.Method->isConst()) {
    readHeader(Call);
    return V;
  }
  if (Call.Op == OO_Equal) {
    readArguments(Call);
    record(Call.Object, false, true, Call.Type, Call.Site,
           Call.Args.empty() ? nullptr : Call.Args[0].Text);
    V.Targets = Call.Object;
    return V;
  }
  mutate(Call);
  return V;
}

Walker::Value Walker::stdMember(const CXXMethodDecl *M, const Expr *Site,
                                const Places &Object,
                                const std::vector<Argument> &Args) {
  QualType T = C.getCanonicalTagType(M->getParent());
  StdMember Call{M,
                 Site,
                 Object,
                 Args,
                 T,
                 elementType(T),
                 libraryType(T),
                 M->getIdentifier() ? M->getName() : StringRef(),
                 stdName(T),
                 M->getOverloadedOperator()};
  if (Call.Name == "use_count" || Call.Name == "unique" ||
      Call.Name == "expired")
    record({Place::hidden("shared_ptr's counts")}, true, true, {}, Call.Site);
  switch (Call.Kind) {
  case LibraryType::Lock:
    return {};
  case LibraryType::Stream:
    return streamMember(Call);
  case LibraryType::Engine:
    return engineMember(Call);
  case LibraryType::Atomic:
    return atomicMember(Call);
  default:
    break;
  }
  // `v[std::slice(..)]` of a std::valarray.
  if (QualType Part = Site->getType();
      Call.ClassName == "valarray" && stdName(Part).ends_with("_array"))
    event(Event::Kind::Construct, Site, "a 'std::" + stdName(Part).str() + "'");
  if (Call.Op == OO_Call && isInRanges(M))
    return rangeFunction(Call);
  if (Call.ClassName == "_Bit_reference" || Call.ClassName == "reference")
    return bitMember(Call);
  if (Call.Kind == LibraryType::View && Call.ClassName != "initializer_list" &&
      Call.ClassName != "span" && Call.ClassName != "basic_string_view" &&
      Call.ClassName != "reference_wrapper")
    return iteratorMember(Call);
  if (Call.Kind == LibraryType::Owner || Call.Kind == LibraryType::Shared)
    return ownerMember(Call);
  return containerMember(Call);
}

} // namespace mp::tool
