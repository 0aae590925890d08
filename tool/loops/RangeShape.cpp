//===- RangeShape.cpp - Taking a range-for loop apart ---------------------===//
//
// Looks at the types of the range's begin and end, which decide whether its
// elements can be counted. Also finds temporaries in the range expression whose
// lifetime the rewritten loop could not keep.
//
//===----------------------------------------------------------------------===//

#include "loops/RangeShape.h"
#include "diagnostics/Diagnoser.h"
#include "loops/Iterators.h"
#include "loops/LoopShape.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/StringSwitch.h"

namespace mp::tool {

using namespace clang;

namespace {

/// Finds a temporary below the range expression itself.
class TemporaryFinder : public RecursiveASTVisitor<TemporaryFinder> {
public:
  explicit TemporaryFinder(const Expr *Outermost) : Outermost(Outermost) {}
  bool shouldVisitImplicitCode() const { return true; }
  bool VisitMaterializeTemporaryExpr(MaterializeTemporaryExpr *E) {
    if (E != Outermost)
      Found = E;
    return !Found;
  }

  const Expr *Outermost;
  const Expr *Found = nullptr;
};

} // namespace

/// From C++23 on all temporaries in the range expression live as long as the
/// loop. They would not, as the initialiser of a reference.
static const Expr *lostTemporary(const CXXForRangeStmt &Loop,
                                 const ASTContext &Context) {
  if (!Context.getLangOpts().CPlusPlus23)
    return nullptr;
  const auto *Range = cast<VarDecl>(Loop.getRangeStmt()->getSingleDecl());
  const Expr *Init = Range->getInit();
  if (const auto *Full = dyn_cast_or_null<ExprWithCleanups>(Init))
    Init = Full->getSubExpr();
  if (!Init)
    return nullptr;
  TemporaryFinder Finder(Init);
  Finder.TraverseStmt(const_cast<Expr *>(Init));
  return Finder.Found;
}

/// A container of the library's whose elements stay where they are and come in
/// an order that reading does not change.
static bool isLinked(QualType Type) {
  const CXXRecordDecl *Class = Type.getNonReferenceType()->getAsCXXRecordDecl();
  return Class && Class->getIdentifier() && Class->isInStdNamespace() &&
         isa<ClassTemplateSpecializationDecl>(Class) &&
         llvm::StringSwitch<bool>(Class->getName())
             .Cases({"list", "forward_list", "map", "set", "multimap"}, true)
             .Cases({"multiset", "unordered_map", "unordered_set"}, true)
             .Cases({"unordered_multimap", "unordered_multiset"}, true)
             .Default(false);
}

bool shapeRange(const CXXForRangeStmt &Loop, const ASTContext &Context,
                Diagnoser &Diags, LoopShape &Shape) {
  auto Refuse = [&](SourceLocation Where, std::string What) {
    Diags.error(DiagID::LoopForm, Where, std::move(What));
    return false;
  };
  if (Loop.getCoawaitLoc().isValid())
    return Refuse(Loop.getCoawaitLoc(),
                  "'co_await' in a loop's header can't be "
                  "done for the iterations of workers");
  Shape.What = LoopShape::Kind::Range;
  Shape.Variable = Loop.getLoopVariable();
  Shape.DeclaredInHeader = true;
  Shape.RangeExpr = Loop.getRangeInit();
  Shape.While = LoopShape::Condition::Until;
  if (!Loop.getBeginStmt() || !Loop.getEndStmt())
    return Refuse(Loop.getColonLoc(), "the range's type is not known");
  SourceLocation Where = Shape.RangeExpr->getExprLoc();
  if (Shape.Variable->getType().getNonReferenceType().isVolatileQualified())
    return Refuse(Shape.Variable->getLocation(),
                  "the elements of the range are volatile");
  QualType Begin =
      cast<VarDecl>(Loop.getBeginStmt()->getSingleDecl())->getType();
  QualType End = cast<VarDecl>(Loop.getEndStmt()->getSingleDecl())->getType();
  if (Begin->isPointerType()) {
    Shape.Contiguous = true;
    if (Shape.RangeExpr->getType()->isVariablyModifiedType())
      return Refuse(Where, "the range is an array whose bound is computed at "
                           "run time; not yet supported: count in an integer");
  } else {
    switch (iteratorKind(Begin)) {
    case IteratorKind::Contiguous:
      Shape.Contiguous = true;
      break;
    case IteratorKind::RandomAccess:
      break;
    case IteratorKind::UserDefined:
      return Refuse(Where, "the range's iterator is of a type that is not "
                           "known; not yet supported: count in an integer, or "
                           "copy the elements to a vector first");
    case IteratorKind::None:
      // The library's lists, maps and sets are gone through again by each
      // worker.
      if (isLinked(Shape.RangeExpr->getType())) {
        Shape.Ahead = true;
        break;
      }
      return Refuse(Where, "the range's elements can't be reached in any "
                           "order, only one after the other; not yet "
                           "supported: copy them, or pointers to them, to a "
                           "vector first");
    }
  }
  if (!Context.hasSameUnqualifiedType(Begin, End))
    return Refuse(Where, "the range's begin and end are of different types; "
                         "not yet supported");
  if (const Expr *Lost = lostTemporary(Loop, Context))
    return Refuse(Lost->getExprLoc(),
                  "this temporary lives as long as the loop from C++23 on; "
                  "not yet supported: give it a name before the loop");
  return true;
}

} // namespace mp::tool
