//===- Tables.cpp - Arrays of pointers that are only initialised ----------===//
//
// `const char *names[] = {"a", "b"}; int *parts[] = {&x, &y};` Where a program
// only ever reads the elements, the pointers lead where the initialiser says.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"
#include "clang/AST/ParentMapContext.h"

using namespace clang;

namespace mp::tool {

/// What is done with the array that E names is to read an element, or to ask
/// for its size.
static bool isReadOnly(const DeclRefExpr *E, ASTContext &C) {
  DynTypedNode Node = DynTypedNode::create(*E);
  for (;;) {
    DynTypedNodeList Parents = C.getParents(Node);
    if (Parents.size() != 1)
      return false;
    const DynTypedNode Up = Parents[0];
    if (const auto *Cast = Up.get<ImplicitCastExpr>()) {
      if (Cast->getCastKind() == CK_LValueToRValue)
        return true;
      if (Cast->getCastKind() != CK_ArrayToPointerDecay &&
          Cast->getCastKind() != CK_NoOp)
        return false;
    } else if (const auto *Subscript = Up.get<ArraySubscriptExpr>()) {
      if (const auto *From = Node.get<Expr>();
          !From || Subscript->getBase() != From)
        return false;
    } else if (const auto *Member = Up.get<MemberExpr>()) {
      if (Member->isArrow())
        return false;
    } else if (Up.get<UnaryExprOrTypeTraitExpr>()) {
      return true;
    } else if (!Up.get<ParenExpr>()) {
      return false;
    }
    Node = Up;
  }
}

/// The pointers in an initialiser, all of which are addresses that don't
/// change; false: some may be others.
static bool addEntries(const Expr *E, ASTContext &C,
                       std::vector<const Expr *> &Entries) {
  E = E->IgnoreParens();
  if (const auto *List = dyn_cast<InitListExpr>(E)) {
    for (const Expr *Item : List->inits())
      if (!addEntries(Item, C, Entries))
        return false;
    return !List->hasArrayFiller() ||
           addEntries(List->getArrayFiller(), C, Entries);
  }
  if (!holdsPointers(E->getType(), C))
    return true;
  const Expr *Value = E->IgnoreParenImpCasts();
  if (isa<ImplicitValueInitExpr, CXXNullPtrLiteralExpr, GNUNullExpr,
          IntegerLiteral, StringLiteral>(Value))
    return true;
  if (Value->getType()->isFunctionType())
    return true;
  if (const auto *Address = dyn_cast<UnaryOperator>(Value);
      Address && Address->getOpcode() == UO_AddrOf)
    Value = Address->getSubExpr()->IgnoreParens();
  else if (!Value->getType()->isArrayType())
    return false;
  // `&x`, `a`, `&a[3]`, `&s.m`: of a variable, not through a pointer.
  const Expr *Base = Value;
  for (;;) {
    if (const auto *M = dyn_cast<MemberExpr>(Base); M && !M->isArrow())
      Base = M->getBase()->IgnoreParens();
    else if (const auto *S = dyn_cast<ArraySubscriptExpr>(Base);
             S && S->getBase()->IgnoreParenImpCasts()->getType()->isArrayType())
      Base = S->getBase()->IgnoreParenImpCasts();
    else
      break;
  }
  const auto *Named = dyn_cast<DeclRefExpr>(Base);
  if (!Named || !isa<VarDecl>(Named->getDecl()) ||
      Named->getDecl()->getType()->isReferenceType())
    return false;
  Entries.push_back(E);
  return true;
}

const std::vector<const Expr *> *Summaries::entriesOf(const VarDecl *V) {
  const Expr *Init = V->getAnyInitializer();
  if (!Init || !V->getType()->isArrayType() ||
      !holdsPointers(V->getType(), Context) || Init->isValueDependent())
    return nullptr;
  auto [It, New] = Tables.try_emplace(V);
  if (!New)
    return It->second ? &*It->second : nullptr;
  findRoots();
  bool Const = Context.getBaseElementType(V->getType()).isConstQualified();
  // (Other files may write what they can name.)
  bool Known = Const || !V->isExternallyVisible();
  for (const DeclRefExpr *E : TableUses[V])
    Known &= Const || isReadOnly(E, Context);
  std::vector<const Expr *> Entries;
  if (!Known || !addEntries(Init, Context, Entries))
    return nullptr;
  It->second = std::move(Entries);
  return &*It->second;
}

} // namespace mp::tool
