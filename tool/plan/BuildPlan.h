//===- BuildPlan.h - From classes to the plan -----------------------------===//
//
// Says for each class what is emitted: slots and the checks they need, tails
// split into values and text, exits, captures, last values. What can't be said
// in the user's text is refused here.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_PLAN_BUILDPLAN_H
#define MP_TOOL_PLAN_BUILDPLAN_H

#include "classes/Classify.h"
#include "classes/Render.h"

namespace mp::tool {

class PlanBuilder {
public:
  PlanBuilder(const LoopShape &Shape, clang::ASTContext &C, const Effects &E,
              Classifier &Classes, const Symbol *LoopSymbol,
              const Polynomial &StartOffset, Diagnoser &Diags)
      : Shape(Shape), C(C), E(E), Classes(Classes), LoopSymbol(LoopSymbol),
        StartOffset(StartOffset), Diags(Diags),
        Text(Shape.Function, Shape, C, instantiated()) {}

  /// False when the loop was refused.
  bool build(LoopPlan &Plan);
  std::vector<std::string> Conditions;

private:
  bool slots(LoopPlan &Plan);
  bool slot(Group &G, LoopPlan &Plan);
  bool isApart(const Group &G, const Access &A, LoopPlan &Plan);
  bool isOfRange(const Access &A, const Subscripted &S) const;
  bool walksThrough(const Place &P) const;
  void checks(LoopPlan &Plan);
  bool apart(const Place &A, const Place &B, LoopPlan &Plan);
  bool outsideElements(const Access &W, const Access &A) const;
  void check(const Access &W, const Group &G, const Access &A, LoopPlan &Plan);
  std::optional<std::string> rangeCheck(llvm::StringRef Function,
                                        const Access &A, LoopPlan &Plan);
  /// Part: what is looked for in what the object at P owns; null: nothing.
  std::optional<std::string> regions(const Place &P, clang::QualType Part,
                                     LoopPlan &Plan);
  bool listOwned(const std::string &Object, const Place &P,
                 clang::QualType Part, const std::string &Name, unsigned Depth,
                 std::string &Way);
  bool ownedCheck(llvm::StringRef Function, const Access &A,
                  clang::QualType Part, LoopPlan &Plan);
  std::string beside(const Access &A, const Subscripted &S) const;
  std::optional<std::string> appendCheck(const Access &A);
  bool tails(LoopPlan &Plan);
  bool isSent(const clang::Stmt *S, const TailPlan &T) const;
  bool tailBody(const TailPlan &T);
  const Access *readWithoutWrite(const clang::Stmt *S) const;
  bool hasOtherNames(const clang::VarDecl *V) const;
  bool nothingLeft(const LoopPlan &Plan,
                   const std::vector<const clang::Stmt *> &Tails) const;
  std::optional<RangeText> range(const Subscripted &S, const Index &Linear,
                                 LoopPlan &Plan);
  std::optional<std::string> list(const Subscripted &S, const Index &Linear,
                                  LoopPlan &Plan);
  bool inRows(const Subscripted &S, const Index &Linear, Render::Array &A,
              FormText &F);
  bool isAlwaysWritten(const Access &W, bool AsText = true) const;
  bool leavesResidue(const Group &G, const clang::VarDecl *V) const;
  bool lastValues(LoopPlan &Plan);
  void exits(LoopPlan &Plan);
  void captures(LoopPlan &Plan);
  HeadPlan head() const;
  bool pointers(const Group &G, clang::QualType Element);
  std::optional<FormText> form(const Index &I, LoopPlan &Plan);
  void fits(const Index &I, LoopPlan &Plan);
  void addCheck(LoopPlan &Plan, std::string Check);
  bool isTail(const Access &A) const;
  bool runsInTail(const Access &A, const LoopPlan &Plan) const;
  bool instantiated() const;
  const Group *groupOf(const Access &A) const;

  const LoopShape &Shape;
  clang::ASTContext &C;
  const Effects &E;
  Classifier &Classes;
  const Symbol *LoopSymbol;
  Polynomial StartOffset;
  Diagnoser &Diags;
  Render Text;
  std::set<std::string> Warned;
  std::map<std::string, std::string> Owned; ///< names of regions, by text
  /// The first of a group's slots among all, and how many there are.
  std::map<const Group *, std::pair<size_t, size_t>> SlotsOf;
};

} // namespace mp::tool

#endif
