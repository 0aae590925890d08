//===- Annotation.cpp - The mp:: attributes of one loop -------------------===//
//
// Reads the attributes of one statement back from the AST. Numbers are
// evaluated here, once for each instantiation; one that can't be used is an
// error of its own. What the names mean is left to the stages that look for
// them.
//
//===----------------------------------------------------------------------===//

#include "attributes/Annotation.h"
#include "attributes/AttributeLog.h"
#include "diagnostics/Diagnoser.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/Expr.h"
#include "clang/AST/Stmt.h"

using namespace clang;

namespace mp::tool {

static std::vector<NamedArgument> names(const AnnotateAttr &A) {
  std::vector<NamedArgument> Result;
  for (const Expr *Arg : A.args())
    if (const auto *Text = dyn_cast<StringLiteral>(Arg))
      Result.push_back({Text->getString().str(), Text->getBeginLoc()});
  return Result;
}

/// The value of the attribute's one argument, when it is a usable number.
static std::optional<unsigned> number(const AnnotateAttr &A,
                                      const ASTContext &Context) {
  if (A.args_size() != 1)
    return std::nullopt;
  const Expr *E = *A.args_begin();
  if (E->isValueDependent() || !E->getType()->isIntegralOrEnumerationType())
    return std::nullopt;
  std::optional<llvm::APSInt> Value = E->getIntegerConstantExpr(Context);
  if (!Value || !Value->isStrictlyPositive() || Value->getActiveBits() > 31)
    return std::nullopt;
  return static_cast<unsigned>(Value->getZExtValue());
}

std::optional<Annotation> readAnnotation(const AttributedStmt &S,
                                         const ASTContext &Context) {
  Annotation Result;
  Result.Site = &S;
  Result.Loop = S.getSubStmt();
  Result.Attributes = SourceRange(S.getAttrLoc());
  bool Map = false;
  for (const Attr *Any : S.getAttrs()) {
    const auto *A = dyn_cast<AnnotateAttr>(Any);
    if (!A || !A->getAnnotation().starts_with("mp::"))
      continue;
    llvm::StringRef Name = A->getAnnotation().drop_front(4);
    if (A->isImplicit())
      Result.Attributes = SourceRange();
    if (AttributeLog *Log = AttributeLog::current())
      if (const AttributeRun *Run = Log->find(A->getRange()))
        Result.Attributes = SourceRange(Run->Begin, Run->End);
    if (Name == "parallel_map")
      Map = true;
    else if (Name == "workers")
      Result.Workers = number(*A, Context);
    else if (Name == "chunk")
      Result.Chunk = number(*A, Context);
    else if (Name == "label" && A->args_size() == 1)
      Result.Label = cast<StringLiteral>(*A->args_begin())->getString().str();
    else if (Name == "scratch")
      for (NamedArgument &Argument : names(*A))
        Result.Scratch.push_back(std::move(Argument));
    else if (Name == "trust")
      for (NamedArgument &Argument : names(*A))
        Result.Trust.push_back(std::move(Argument));
    else if (Name == "extent") {
      std::vector<NamedArgument> Both = names(*A);
      if (Both.size() == 2)
        Result.Extents.push_back({Both[0].Name, Both[1].Name, Both[0].Where});
    }
  }
  if (!Map)
    return std::nullopt;
  return Result;
}

void checkNumbers(const AttributedStmt &S, const ASTContext &Context,
                  Diagnoser &Diags) {
  for (const Attr *Any : S.getAttrs()) {
    const auto *A = dyn_cast<AnnotateAttr>(Any);
    if (!A || (A->getAnnotation() != "mp::workers" &&
               A->getAnnotation() != "mp::chunk"))
      continue;
    if (A->args_size() != 1 || number(*A, Context))
      continue; // the first case was reported when it was parsed
    const Expr *E = *A->args_begin();
    std::string Name = A->getAnnotation().str();
    if (E->isValueDependent())
      continue; // each instantiation is asked
    bool Integer = E->getType()->isIntegralOrEnumerationType();
    std::optional<llvm::APSInt> Value;
    if (Integer)
      Value = E->getIntegerConstantExpr(Context);
    if (!Value)
      Diags.error(DiagID::Attribute, E->getBeginLoc(),
                  "'" + Name + "' takes an integer constant");
    else
      Diags.error(DiagID::Attribute, E->getBeginLoc(),
                  "'" + Name +
                      "' must be at least 1 and at most 2147483647, "
                      "not " +
                      llvm::toString(*Value, 10));
  }
}

} // namespace mp::tool
