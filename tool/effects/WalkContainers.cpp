//===- WalkContainers.cpp - Members of containers and views ---------------===//
//
// Which elements a call names, what it reads of the container itself, and which
// calls may change anything in it. Classes of no other kind are here as well.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"

using namespace clang;

namespace mp::tool {

/// Elements of the object, a container or a view of one.
Walker::Places Walker::elementsAt(const StdMember &Call, const Index &I) {
  Places R;
  for (const Place &P : Call.Object) {
    if (Call.Kind == LibraryType::InPlace) {
      merge(R, {P.element(I, Call.Element, constantExtent(Call.Type))});
    } else if (Call.Kind == LibraryType::View) {
      for (const Place &Q : resolve(P))
        for (const Place &To : pointeesOf(Q, covered(Q))) {
          if (!I.Known) {
            merge(R, {unindexed(To)});
          } else {
            Value By;
            By.Number = I.Form;
            By.Fits = I.Fits;
            merge(R, {shift(To, By)});
          }
        }
    } else {
      merge(R, {P.content(I, Call.Element)});
    }
  }
  return R;
}

Index Walker::indexOf(const Argument &A) {
  if (!A.What.Number)
    return Index::unknown();
  Index I = Index::at(*A.What.Number);
  I.Fits = A.What.Fits;
  return I;
}

/// The number of elements, when it is the same in all iterations.
/// The number of elements in Object, a container of type T.
std::optional<Polynomial> Walker::sizeOf(const Places &Object, QualType T) {
  if (unsigned long long Extent = constantExtent(T))
    return Polynomial(static_cast<long long>(Extent));
  if (Object.size() != 1)
    return std::nullopt;
  const Place &P = Object[0];
  if (P.is(Place::Root::Local) || P.is(Place::Root::Unknown) ||
      (P.is(Place::Root::Variable) && isLocal(P.Variable) &&
       !selfRooted(P.Variable)))
    return std::nullopt;
  for (const Step &S : P.Path)
    if (S.What == Step::Kind::Reach ||
        (S.What == Step::Kind::Element &&
         (!S.At.Known || !S.At.Terms.empty() || !isInvariant(S.At.Form))))
      return std::nullopt;
  Symbol S;
  S.What = Symbol::Kind::Query;
  S.Member = "size";
  S.Key = "size of " + P.key();
  S.At = std::make_shared<Place>(P);
  S.NonNegative = true;
  return stable(std::move(S));
}

Walker::Value Walker::containerMember(const StdMember &Call) {
  Value V;
  if (Call.ClassName == "reference_wrapper" &&
      (Call.Name == "get" || isa<CXXConversionDecl>(Call.Method))) {
    for (const Place &P : Call.Object)
      for (const Place &R : resolve(P)) {
        record({R}, true, false, Call.Type, Call.Site);
        merge(V.Targets, pointeesOf(R, covered(R)));
      }
    return V;
  }
  if (Call.Op == OO_Subscript || Call.Name == "at") {
    readArguments(Call);
    if (Call.Kind == LibraryType::Associative) {
      if (Call.Op == OO_Subscript && !Call.Method->isConst())
        mutate(Call); // may insert
      else
        for (const Place &P : Call.Object)
          record({P}, true, false, Call.Type, Call.Site);
      for (const Place &P : Call.Object)
        merge(V.Targets, {P.content(Index::unknown(), {})});
    } else {
      if (Call.Kind == LibraryType::Sequence)
        readHeader(Call);
      V.Targets = elementsAt(Call, Call.Args.empty() ? Index::unknown()
                                                     : indexOf(Call.Args[0]));
    }
    if (Call.Name == "at" && !TryDepth)
      Out.MayThrow = true;
    return V;
  }
  if (Call.Name == "size" || Call.Name == "empty" || Call.Name == "length" ||
      Call.Name == "capacity" || Call.Name == "max_size") {
    if (Call.Kind != LibraryType::InPlace)
      readHeader(Call);
    if (Call.Name == "size" || Call.Name == "length")
      V.Number = sizeOf(Call.Object, Call.Type);
    return V;
  }
  if (Call.Name == "front" || Call.Name == "begin" || Call.Name == "cbegin" ||
      Call.Name == "data" || Call.Name == "c_str") {
    if (Call.Kind != LibraryType::InPlace)
      readHeader(Call);
    bool Ordered = Call.Kind == LibraryType::Sequence ||
                   Call.Kind == LibraryType::InPlace ||
                   Call.Kind == LibraryType::View;
    V.Targets = elementsAt(Call, Ordered ? Index::at(0) : Index::unknown());
    return V;
  }
  if (Call.Name == "end" || Call.Name == "cend" || Call.Name == "back") {
    if (Call.Kind != LibraryType::InPlace)
      readHeader(Call);
    auto Size = sizeOf(Call.Object, Call.Type);
    if (Size && Call.Name == "back")
      Size = Polynomial::subtract(*Size, Polynomial(1));
    bool Ordered =
        Call.Kind == LibraryType::Sequence || Call.Kind == LibraryType::InPlace;
    V.Targets =
        elementsAt(Call, Size && Ordered ? Index::at(*Size) : Index::unknown());
    return V;
  }
  if (Call.Name == "rbegin" || Call.Name == "rend" || Call.Name == "crbegin" ||
      Call.Name == "crend") {
    if (Call.Kind != LibraryType::InPlace)
      readHeader(Call);
    auto Size = Call.Name.ends_with("begin") ? sizeOf(Call.Object, Call.Type)
                                             : std::nullopt;
    if (Size)
      Size = Polynomial::subtract(*Size, Polynomial(1));
    bool Ordered =
        Call.Kind == LibraryType::Sequence || Call.Kind == LibraryType::InPlace;
    V.Targets =
        elementsAt(Call, Size && Ordered ? Index::at(*Size) : Index::unknown());
    return V;
  }
  if (Call.Name == "substr" || Call.Name == "subspan" || Call.Name == "first" ||
      Call.Name == "last") {
    readArguments(Call);
    for (const Place &P : Call.Object)
      record({P}, true, false, Call.Type, Call.Site);
    if (Call.Kind == LibraryType::View)
      V.Targets = elementsAt(Call, Index::unknown());
    if (!TryDepth)
      Out.MayThrow = true;
    return V;
  }
  if (Call.Name == "fill" && Call.Kind == LibraryType::InPlace) {
    readArguments(Call);
    record(Call.Object, false, true, Call.Type, Call.Site);
    return V;
  }
  if (Call.Op == OO_Call && !forwardsCalls(Call.Type)) {
    readArguments(Call);
    if (holdsPointers(Call.Site->getType(), C))
      for (const Argument &A : Call.Args)
        merge(V.Targets, A.IsReference ? A.At : A.What.Targets);
    for (const Argument &A : Call.Args)
      callback(A, Call.Site, {});
    return V;
  }
  if (Call.Op == OO_Call) {
    // std::function and the like.
    std::vector<Argument> Given = Call.Args;
    Places Object;
    bool IsMember = Call.ClassName.contains("Mem_fn") && !Given.empty();
    if (IsMember) { // the object comes first
      Object = Given[0].IsReference ? Given[0].At : Given[0].What.Targets;
      Given.erase(Given.begin());
    } else if (Call.ClassName.contains("Bind")) {
      Given.clear(); // in any order
    }
    mayRun(Known.calledThrough(Call.Type), Call.Site,
           IsMember ? &Object : nullptr, Given);
    return opaque("what a 'std::" + Call.ClassName.str() + "' holds", Call.Site,
                  nullptr, true, Call.Args);
  }
  if (Call.Method->isConst()) {
    readArguments(Call);
    for (const Place &P : Call.Object)
      record({P}, true, false, Call.Type, Call.Site);
    if (holdsPointers(Call.Site->getType(), C) || Call.Site->isGLValue())
      V.Targets = elementsAt(Call, Index::unknown());
    if (Call.Kind == LibraryType::None && !isInStd(Call.Method))
      event(Event::Kind::OpaqueCall, Call.Site,
            Call.Method->getQualifiedNameAsString());
    return V;
  }
  // `std::tie(a, b) = f()`: what it refers to is written.
  for (const Place &P : Call.Object)
    if (P.is(Place::Root::Local) || holdsReferences(Call.Type))
      for (const Place &R : resolve(P))
        if (Places To = isOwn(R) ? pointeesOf(R, true)
                                 : Places{Place::of(Place::Root::Unknown)};
            !To.empty())
          record(To, true, true, {}, Call.Site, nullptr, nullptr, true);
  if (Call.Op == OO_Equal || Call.Name == "assign" || Call.Name == "clear") {
    readArguments(Call);
    Value Stored;
    for (const Argument &A : Call.Args)
      merge(Stored.Targets, A.What.Targets);
    store(Call.Object, Call.Type, Stored, Call.Site,
          Call.Args.empty() ? nullptr : Call.Args[0].Text, false);
    V.Targets = Call.Object;
    return V;
  }
  if (Call.Name == "find" || Call.Name == "lower_bound" ||
      Call.Name == "upper_bound" || Call.Name == "equal_range" ||
      Call.Name == "count" || Call.Name == "contains") {
    readArguments(Call);
    for (const Place &P : Call.Object)
      record({P}, true, false, Call.Type, Call.Site);
    V.Targets = elementsAt(Call, Index::unknown());
    return V;
  }
  if (Call.Kind == LibraryType::Value && Call.Op != OO_None) {
    // complex += and such: a new value of the whole.
    readArguments(Call);
    record(Call.Object, true, true, Call.Type, Call.Site);
    V.Targets = Call.Object;
    return V;
  }
  mutate(Call);
  if (Call.Kind != LibraryType::None || isInStd(Call.Method)) {
    if (Call.Site->isGLValue())
      V.Targets =
          Call.Op != OO_None ? Call.Object : elementsAt(Call, Index::unknown());
    else if (holdsPointers(Call.Site->getType(), C))
      V.Targets = elementsAt(Call, Index::unknown());
  }
  return V;
}

} // namespace mp::tool
