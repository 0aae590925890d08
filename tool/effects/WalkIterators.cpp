//===- WalkIterators.cpp - Members of iterators ---------------------------===//
//
// An iterator is a pointer into what it goes over: it is followed, stepped and
// assigned as one.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"
#include "loops/Iterators.h"

using namespace clang;

namespace mp::tool {

/// The place By steps of an iterator of type T further on.
Place Walker::step(QualType T, const Place &P, const Value &By, bool Back) {
  return shift(P, By, Back != goesBackwards(T));
}

Walker::Value Walker::iteratorMember(const StdMember &Call) {
  Value V;
  readArguments(Call);
  Places To;
  bool Temporary = true;
  for (const Place &P : Call.Object)
    for (const Place &R : resolve(P)) {
      if (!R.is(Place::Root::Local))
        Temporary = false;
      merge(To, pointeesOf(R, covered(R)));
    }
  if (Temporary && To.empty()) {
    const Expr *O = nullptr;
    if (auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call.Site))
      O = Operator->getArg(0);
    else if (auto *Member = dyn_cast<CXXMemberCallExpr>(Call.Site))
      O = Member->getImplicitObjectArgument();
    if (O)
      To = rvalue(O).Targets;
  }
  if (Call.ClassName.ends_with("insert_iterator")) {
    if (Call.Op == OO_Equal && !To.empty())
      record(To, true, true, {}, Call.Site, nullptr, nullptr, true);
    V.Targets =
        Call.Op == OO_Equal || Call.Op == OO_Star || Call.Op == OO_PlusPlus
            ? Call.Object
            : To;
    return V;
  }
  switch (Call.Op) {
  case OO_Star:
  case OO_Arrow:
    if (!Temporary)
      record(Call.Object, true, false, Call.Type, Call.Site);
    V.Targets = To;
    return V;
  case OO_Subscript:
    for (const Place &P : To)
      merge(V.Targets,
            {Call.Args.empty() ? unindexed(P)
                               : step(Call.Type, P, Call.Args[0].What)});
    return V;
  case OO_PlusPlus:
  case OO_MinusMinus:
  case OO_PlusEqual:
  case OO_MinusEqual: {
    Value By, New;
    By.Number = Polynomial(1);
    bool Many = Call.Op == OO_PlusEqual || Call.Op == OO_MinusEqual;
    for (const Place &P : To)
      merge(New.Targets,
            {Call.ClassName == "__normal_iterator" ||
                     Call.ClassName == "_Deque_iterator" ||
                     Call.ClassName == "_Bit_iterator" ||
                     Call.ClassName == "reverse_iterator"
                 ? step(Call.Type, P,
                        Many && !Call.Args.empty() ? Call.Args[0].What : By,
                        Call.Op == OO_MinusMinus || Call.Op == OO_MinusEqual)
                 : unindexed(P)});
    if (!Temporary)
      store(Call.Object, Call.Type, New, Call.Site, nullptr, true);
    merge(New.Targets, To);
    // An lvalue of the iterator itself, or its old value.
    V.Targets = Call.Site->isGLValue() ? Call.Object : New.Targets;
    return V;
  }
  case OO_Plus:
  case OO_Minus:
    for (const Place &P : To)
      merge(V.Targets,
            {Call.Args.empty()
                 ? unindexed(P)
                 : step(Call.Type, P, Call.Args[0].What, Call.Op == OO_Minus)});
    return V;
  case OO_Equal: {
    Value New;
    if (!Call.Args.empty())
      New.Targets = Call.Args[0].What.Targets;
    store(Call.Object, Call.Type, New, Call.Site, nullptr, false);
    V.Targets = Call.Object;
    return V;
  }
  default:
    V.Targets = To;
    // What it goes over stands one behind.
    if (Call.Name == "base" && Call.ClassName == "reverse_iterator") {
      Value One;
      One.Number = Polynomial(1);
      for (Place &P : V.Targets)
        P = step(Call.Type, P, One, true);
    }
    return V;
  }
}

} // namespace mp::tool
