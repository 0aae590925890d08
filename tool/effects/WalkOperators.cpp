//===- WalkOperators.cpp - Operators and conversions ----------------------===//
//
// What integers become in arithmetic and conversions, and pointers in steps.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"

using namespace clang;

namespace mp::tool {

Walker::Value Walker::convert(Value V, QualType From, QualType To) {
  if (!V.Number || !From->isIntegralOrEnumerationType() ||
      !To->isIntegralOrEnumerationType() || To->isBooleanType()) {
    V.Number.reset();
    return V;
  }
  if (auto K = V.Number->constant()) {
    unsigned Width = C.getIntWidth(To);
    llvm::APSInt Value(llvm::APInt(64, static_cast<uint64_t>(*K), true), false);
    llvm::APSInt Cut = Value.extOrTrunc(Width);
    Cut.setIsUnsigned(To->isUnsignedIntegerOrEnumerationType());
    if (Cut.getSignificantBits() < 63)
      V.Number = Polynomial(Cut.getExtValue());
    return V;
  }
  unsigned WF = C.getIntWidth(From), WT = C.getIntWidth(To);
  bool UF = From->isUnsignedIntegerOrEnumerationType(),
       UT = To->isUnsignedIntegerOrEnumerationType();
  if (WT >= 64)
    return V; // addresses are 64 bits wide: wrapping there changes nothing
  if (WT > WF && (UF || !UT))
    return V;
  if (WT == WF && UF == UT)
    return V;
  if (WT < 32) {
    V.Number.reset(); // narrowing on purpose
    return V;
  }
  V.Fits.push_back({*V.Number,
                    {},
                    To.getCanonicalType().getUnqualifiedType().getAsString(
                        PrintingPolicy(C.getLangOpts()))});
  return V;
}

Walker::Value Walker::conversion(const CastExpr *E) {
  const Expr *Sub = E->getSubExpr();
  switch (E->getCastKind()) {
  case CK_LValueToRValue: {
    Places P = lvalue(Sub);
    if (Sub->getType().isVolatileQualified())
      for (const Place &One : P)
        event(Event::Kind::Volatile, E, One.spelled());
    return load(P, E->getType(), E);
  }
  case CK_ArrayToPointerDecay: {
    Value V;
    const ArrayType *A = C.getAsArrayType(Sub->getType());
    unsigned long long Extent = 0;
    if (auto *K = dyn_cast_or_null<ConstantArrayType>(A))
      Extent = K->getSize().getZExtValue();
    // `double data[1];` at the end of a structure is as long as its memory.
    if (Extent == 1 && isa<MemberExpr>(Sub->IgnoreParens()))
      Extent = 0;
    for (const Place &P : lvalue(Sub)) {
      // An array that some pointer to members leads to: anywhere in the object.
      const CXXRecordDecl *Object = recordOf(typeOfPlace(P));
      if (Object && !Object->isUnion() && !isInStd(Object)) {
        V.Targets.push_back(P.reach());
        continue;
      }
      V.Targets.push_back(P.is(Place::Root::Literal) || P.is(Place::Root::Local)
                              ? P
                              : P.element(Index::at(0),
                                          A ? A->getElementType() : QualType(),
                                          Extent));
    }
    return V;
  }
  case CK_IntegralCast:
    return convert(rvalue(Sub), Sub->getType(), E->getType());
  case CK_NoOp:
  case CK_DerivedToBase:
  case CK_UncheckedDerivedToBase:
  case CK_BaseToDerived:
  case CK_UserDefinedConversion:
  case CK_ConstructorConversion:
  case CK_AtomicToNonAtomic:
  case CK_NonAtomicToAtomic:
    if (E->isGLValue() && Sub->isGLValue()) {
      Value V;
      Places P = lvalue(E);
      if (E->getType()->isRecordType())
        return load(P, E->getType(), E);
      return V;
    }
    return rvalue(Sub);
  case CK_BitCast:
  case CK_Dynamic:
  case CK_ReinterpretMemberPointer: {
    Value V = rvalue(Sub);
    QualType From = Sub->getType()->getPointeeType(),
             To = E->getType()->getPointeeType();
    bool SameSize = !From.isNull() && !To.isNull() && !From->isVoidType() &&
                    !To->isVoidType() && !From->isIncompleteType() &&
                    !To->isIncompleteType() && !From->isFunctionType() &&
                    !To->isFunctionType() &&
                    C.getTypeSize(From) == C.getTypeSize(To);
    // As void * it still counts in its own elements; back from that it must be
    // the same elements.
    auto KeepsUnit = [&](const Place &P) {
      if (!To.isNull() && To->isVoidType())
        return true;
      QualType Unit = P.endsInElement() ? P.Path.back().Type : QualType();
      return !From.isNull() && From->isVoidType() && !Unit.isNull() &&
             !To.isNull() && !To->isIncompleteType() && !To->isFunctionType() &&
             !Unit->isIncompleteType() &&
             C.getTypeSize(Unit) == C.getTypeSize(To);
    };
    for (Place &P : V.Targets) {
      if (SameSize || !P.endsInElement() || KeepsUnit(P))
        continue;
      const Index &At = P.Path.back().At;
      if (!At.Known || !At.Terms.empty() || At.Form.constant() != 0)
        P = unindexed(P);
      else if (!To.isNull() && !To->isVoidType() && !To->isFunctionType())
        P.Path.back().Type = To; // what is counted from here on
    }
    V.Number.reset();
    return V;
  }
  case CK_NullToPointer: {
    rvalue(Sub);
    Value V;
    V.Targets = {Place::of(Place::Root::Literal)}; // nothing that is used
    return V;
  }
  case CK_IntegralToPointer: {
    rvalue(Sub);
    Value V;
    V.Targets = {Place::of(Place::Root::Unknown)};
    return V;
  }
  case CK_ToVoid:
    if (Sub->isGLValue()) {
      lvalue(Sub);
      return {};
    }
    rvalue(Sub);
    return {};
  default: {
    Value V = rvalue(Sub);
    if (!holdsPointers(E->getType(), C))
      V.Targets.clear();
    V.Number.reset();
    return V;
  }
  }
}

Walker::Value Walker::unary(const UnaryOperator *E) {
  const Expr *Sub = E->getSubExpr();
  switch (E->getOpcode()) {
  case UO_AddrOf: {
    Value V;
    if (Sub->isGLValue() && !Sub->getType()->isFunctionType())
      V.Targets = lvalue(Sub);
    return V;
  }
  case UO_PostInc:
  case UO_PostDec:
  case UO_PreInc:
  case UO_PreDec: {
    Places P = lvalue(Sub);
    Value Old;
    QualType T = Sub->getType();
    if (auto At = stepCursor(E, E->isPostfix())) {
      Old.Targets = *At;
      record(P, true, true, T, E);
      return Old;
    }
    if (holdsPointers(T, C)) {
      Places Resolved;
      for (const Place &One : P)
        for (const Place &R : resolve(One))
          merge(Old.Targets, pointeesOf(R, covered(R)));
      Value New;
      Value By;
      By.Number = Polynomial(1);
      for (const Place &T2 : Old.Targets)
        merge(New.Targets, {shift(T2, By, E->isDecrementOp())});
      store(P, T, New, E, nullptr, true);
      merge(Old.Targets, New.Targets);
      return Old;
    }
    store(P, T, {}, E, nullptr, true);
    return {};
  }
  case UO_Minus: {
    Value V = rvalue(Sub), Zero;
    Zero.Number = Polynomial();
    return arithmetic(BO_Sub, Zero, V, E->getType());
  }
  case UO_Plus:
  case UO_Extension:
    return rvalue(Sub);
  case UO_Deref: {
    Places P = lvalue(E);
    return load(P, E->getType(), E);
  }
  default:
    rvalue(Sub);
    return {};
  }
}

Walker::Value Walker::arithmetic(BinaryOperatorKind Op, const Value &A,
                                 const Value &B, QualType T) {
  Value V;
  if (!A.Number || !B.Number || !T->isIntegralOrEnumerationType())
    return V;
  switch (Op) {
  case BO_Add:
    V.Number = Polynomial::add(*A.Number, *B.Number);
    break;
  case BO_Sub:
    V.Number = Polynomial::subtract(*A.Number, *B.Number);
    break;
  case BO_Mul:
    V.Number = Polynomial::multiply(*A.Number, *B.Number);
    break;
  case BO_Shl:
    if (auto K = B.Number->constant(); K && *K >= 0 && *K < 31)
      V.Number = Polynomial::multiply(*A.Number, Polynomial(1LL << *K));
    break;
  case BO_Or:
    // Into bits that are zero: `(i << 1) | 1`.
    if (auto K = B.Number->constant(); K && *K >= 0 && *K < (1 << 30)) {
      const auto Above =
          static_cast<long long>(llvm::NextPowerOf2(static_cast<uint64_t>(*K)));
      if (llvm::all_of(A.Number->terms(), [&](const auto &Term) {
            return Term.second % Above == 0;
          }))
        V.Number = Polynomial::add(*A.Number, *B.Number);
    }
    break;
  default:
    break;
  }
  if (!V.Number)
    return V;
  V.Fits = A.Fits;
  V.Fits.insert(V.Fits.end(), B.Fits.begin(), B.Fits.end());
  if (T->isUnsignedIntegerOrEnumerationType() && C.getIntWidth(T) < 64 &&
      !V.Number->constant())
    V.Fits.push_back({*V.Number,
                      {},
                      T.getCanonicalType().getUnqualifiedType().getAsString(
                          PrintingPolicy(C.getLangOpts()))});
  return V;
}

Walker::Value Walker::binary(const BinaryOperator *E) {
  const Expr *L = E->getLHS(), *R = E->getRHS();
  BinaryOperatorKind Op = E->getOpcode();
  if (Op == BO_Assign) {
    Value V = rvalue(R);
    Places To = lvalue(L);
    store(To, L->getType(), V, E, R, false);
    return V;
  }
  if (E->isCompoundAssignmentOp()) {
    Value V = rvalue(R);
    Places To = lvalue(L);
    if (auto At = stepCursor(E, false)) {
      record(To, true, true, L->getType(), E);
      Value New;
      New.Targets = *At;
      return New;
    }
    if (holdsPointers(L->getType(), C)) {
      Value New;
      for (const Place &One : To)
        for (const Place &P : resolve(One))
          for (const Place &T : pointeesOf(P, covered(P)))
            merge(New.Targets, {shift(T, V, Op == BO_SubAssign)});
      store(To, L->getType(), New, E, nullptr, true);
      return New;
    }
    store(To, L->getType(), {}, E, R, true);
    return {};
  }
  if (Op == BO_LAnd || Op == BO_LOr) {
    rvalue(L);
    conditionally([&] {
      assume(L, Op == BO_LAnd);
      rvalue(R);
    });
    return {};
  }
  if (Op == BO_Comma) {
    rvalue(L);
    return rvalue(R);
  }
  if (E->isPtrMemOp())
    return load(lvalue(E), E->getType(), E);
  Value A = rvalue(L), B = rvalue(R);
  bool PA = L->getType()->isPointerType(), PB = R->getType()->isPointerType();
  if ((Op == BO_Add || Op == BO_Sub) && (PA != PB)) {
    Value V;
    for (const Place &P : (PA ? A : B).Targets)
      merge(V.Targets, {shift(P, PA ? B : A, Op == BO_Sub)});
    return V;
  }
  return arithmetic(Op, A, B, E->getType());
}

} // namespace mp::tool
