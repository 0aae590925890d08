//===- Header.cpp - The header of a loop, as text -------------------------===//
//
// Finds the header's parts in the text by what the AST says of their places and
// by the semicolons and commas between them. The shape is known already
// (loops/LoopShape.h): what is refused here is text that can't be edited.
//
//===----------------------------------------------------------------------===//

#include "edit/Header.h"
#include "diagnostics/Diagnoser.h"
#include "edit/TypeText.h"
#include "loops/LoopShape.h"
#include "plan/Plan.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/Stmt.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/Twine.h"

namespace mp::tool {

using namespace clang;

namespace {

class HeaderReader {
public:
  HeaderReader(const LoopPlan &Plan, const LoopText &Text, Diagnoser &Diags)
      : Plan(Plan), Shape(*Plan.Shape), Text(Text), Diags(Diags) {}

  std::optional<Header> readFor(const ForStmt &Loop);
  std::optional<Header> readWhile(const WhileStmt &Loop);
  std::optional<Header> readRange(const CXXForRangeStmt &Loop);

private:
  std::optional<Header> refuse(SourceLocation Where) {
    Diags.error(DiagID::Macro, Where,
                "this part of the loop's header comes from a macro; write "
                "the header out");
    return std::nullopt;
  }
  std::optional<unsigned> offset(SourceLocation Where) const {
    std::optional<Span> At = Text.editable(Where);
    return At ? std::optional<unsigned>(At->Begin) : std::nullopt;
  }
  std::vector<Span> parts(Span Inside, tok::TokenKind Separator) const;
  bool addLast(Header &H, const Expr &Part, llvm::StringRef Replacement,
               std::vector<TextEdit> &Edits) const;
  bool readStart(Header &H);
  bool readCondition(Header &H, Span Whole);
  void readVariable(Header &H) const;
  std::string boundValue(llvm::StringRef Spelled) const;

  bool readAhead(Header &H, std::optional<Span> Condition);
  bool addRepeat(Header &H);

  const LoopPlan &Plan;
  const LoopShape &Shape;
  const LoopText &Text;
  Diagnoser &Diags;
};

} // namespace

/// Separates Inside at top-level separators; each part from its first token to
/// its last.
std::vector<Span> HeaderReader::parts(Span Inside,
                                      tok::TokenKind Separator) const {
  std::vector<Span> Result(1, Span{Inside.Begin, Inside.Begin});
  unsigned Depth = 0;
  bool Empty = true;
  Text.forEachToken(Inside, [&](const Token &T, unsigned At) {
    if (T.isOneOf(tok::l_paren, tok::l_square, tok::l_brace))
      ++Depth;
    else if (T.isOneOf(tok::r_paren, tok::r_square, tok::r_brace))
      --Depth;
    if (T.is(Separator) && Depth == 0) {
      Result.push_back({At + T.getLength(), At + T.getLength()});
      Empty = true;
      return;
    }
    if (Empty)
      Result.back().Begin = At;
    Result.back().End = At + T.getLength();
    Empty = false;
  });
  return Result;
}

static const char *boundName(LoopShape::Condition While) {
  switch (While) {
  case LoopShape::Condition::Below:
    return "mp::below";
  case LoopShape::Condition::AtMost:
    return "mp::at_most";
  case LoopShape::Condition::Above:
    return "mp::above";
  case LoopShape::Condition::AtLeast:
    return "mp::at_least";
  case LoopShape::Condition::Until:
    break;
  }
  return "mp::until";
}

/// Promoted, where the bound is of a type that does not count.
std::string HeaderReader::boundValue(llvm::StringRef Spelled) const {
  QualType Type = Shape.Bound->getType();
  if (Type->isEnumeralType() || Type->isBooleanType())
    return ("+(" + Spelled + ")").str();
  return Spelled.str();
}

bool HeaderReader::readStart(Header &H) {
  std::optional<Span> Bound = Text.span(Shape.Bound->getSourceRange());
  if (!Bound)
    return refuse(Shape.Bound->getBeginLoc()), false;
  H.Start = H.Name + ", " + boundName(Shape.While) + "(" +
            boundValue(Text.text(*Bound)) + ")";
  if (Shape.Step) {
    std::optional<Span> Step = Text.span(Shape.Step->getSourceRange());
    if (!Step)
      return refuse(Shape.Step->getBeginLoc()), false;
    llvm::StringRef Spelled = Text.text(*Step);
    if (Shape.StepValue > 0)
      H.Start += (", (" + Spelled + ")").str();
    else if (Shape.Step->getType()->isUnsignedIntegerType())
      H.Start += (", -static_cast<std::ptrdiff_t>(" + Spelled + ")").str();
    else
      H.Start += (", -(" + Spelled + ")").str();
  } else if (Shape.StepValue != 1) {
    H.Start += ", " + std::to_string(Shape.StepValue);
  }
  H.Inclusive = Shape.While == LoopShape::Condition::AtMost ||
                Shape.While == LoopShape::Condition::AtLeast;
  return true;
}

/// The variable as the body's lambda gets it: a parameter of its name, or,
/// where other code can see the variable itself, its value to be stored there.
void HeaderReader::readVariable(Header &H) const {
  const ASTContext &Context = Text.context();
  const VarDecl &Variable = *Shape.Variable;
  if (Shape.SeenElsewhere) {
    H.Parameter = "std::remove_reference_t<decltype((" + H.Name + "))> mp_i";
    H.Enter = H.Name + " = mp_i;";
    if (!Variable.hasGlobalStorage())
      H.ExtraCapture = "&" + H.Name;
  } else {
    H.Parameter = plainType(Variable.getType(), Context)
                      .value_or("decltype(" + H.Name + ")") +
                  " " + H.Name;
  }
  std::optional<std::string> Type;
  if (!inTemplate(Shape.Function) && !Shape.Bound->getType()->isBooleanType())
    Type = plainType(Shape.Bound->getType(), Context);
  H.EndParameter = Type.value_or("decltype(mp_s.last)") + " mp_end";
}

bool HeaderReader::addLast(Header &, const Expr &Part,
                           llvm::StringRef Replacement,
                           std::vector<TextEdit> &Edits) const {
  std::optional<Span> Where = Text.editable(Part.getSourceRange());
  if (!Where)
    return false;
  Edits.push_back({*Where, Replacement.str()});
  return true;
}

std::optional<Header> HeaderReader::readFor(const ForStmt &Loop) {
  Header H;
  std::optional<unsigned> Keyword = offset(Loop.getForLoc());
  std::optional<unsigned> Open = offset(Loop.getLParenLoc());
  std::optional<unsigned> Close = offset(Loop.getRParenLoc());
  if (!Keyword || !Open || !Close || *Close < *Open)
    return refuse(Loop.getForLoc());
  H.Keyword = *Keyword;
  H.Name = Shape.Variable->getNameAsString();
  std::vector<Span> Parts = parts({*Open + 1, *Close}, tok::semi);
  if (Parts.size() != 3)
    return refuse(Loop.getLParenLoc());

  // The init part goes, up to its semicolon, which the header keeps.
  if (!Parts[0].empty()) {
    Token Semicolon;
    unsigned At = Text.nextToken(Parts[0].End, Semicolon);
    H.Moved = {Parts[0].Begin, At + 1};
    H.NativeEdits.push_back({{*Open + 1, At}, ""});
  }
  H.Advance = Text.text(Parts[2]).str();
  if (!Shape.Ahead) {
    if (!readCondition(H, Parts[1]) || !addRepeat(H))
      return std::nullopt;
    return H;
  }
  if (!readAhead(H, Parts[1]))
    return std::nullopt;
  const std::string Counts = H.Advance.empty() ? "++mp_k" : "(void)++mp_k, ";
  H.NativeEdits.push_back({{Parts[2].empty() ? *Close : Parts[2].Begin,
                            Parts[2].empty() ? *Close : Parts[2].Begin},
                           (Parts[2].empty() ? " " : "") + Counts});
  H.Advance = Counts + H.Advance;
  return H;
}

/// A counter that the program does not have, beside its own condition.
bool HeaderReader::readAhead(Header &H, std::optional<Span> Condition) {
  H.Name = "mp_k";
  H.Setup = "std::size_t mp_k = 0;";
  H.Start = "mp_k, mp::ahead()";
  const std::string Native = "mp_k < mp_s.last || mp_s.end()";
  if (Condition && Condition->empty()) {
    H.NativeEdits.push_back({*Condition, " " + Native});
  } else if (Condition) {
    H.Goes = Text.text(*Condition).str();
    H.NativeEdits.push_back(
        {{Condition->Begin, Condition->Begin}, "(" + Native + ") && ("});
    H.NativeEdits.push_back({{Condition->End, Condition->End}, ")"});
  }
  H.Condition = "mp_k < mp_end";
  H.Parameter = "std::size_t mp_k";
  H.EndParameter = "std::size_t mp_end";
  return addRepeat(H);
}

/// What the iterations that others run do to the head.
bool HeaderReader::addRepeat(Header &H) {
  if (!Plan.Head)
    return true;
  if (Plan.Head->GoesChanges)
    H.Condition += " && ((void)(" + H.Goes + "), true)";
  if (Shape.TrailingStep) {
    std::optional<Span> Step = Text.span(Shape.TrailingStep->getSourceRange());
    if (!Step)
      return refuse(Shape.TrailingStep->getBeginLoc()), false;
    H.Repeat = Text.text(*Step).str() + ";";
  } else if (Shape.Ahead && !H.Advance.empty()) {
    H.Repeat = H.Advance + ";";
  }
  return true;
}

bool HeaderReader::readCondition(Header &H, Span Whole) {
  std::vector<TextEdit> Chunk;
  if (!addLast(H, *Shape.Bound, "mp_s.last", H.NativeEdits) ||
      !addLast(H, *Shape.Bound, "mp_end", Chunk) ||
      !Whole.contains(Chunk.back().Where))
    return refuse(Shape.Bound->getBeginLoc()), false;
  H.WholeCondition = Whole;
  H.Condition = editedText(Text, Whole, Chunk);
  if (!readStart(H))
    return false;
  readVariable(H);
  return true;
}

/// The step is in the body, which is copied with it.
std::optional<Header> HeaderReader::readWhile(const WhileStmt &Loop) {
  Header H;
  std::optional<unsigned> Keyword = offset(Loop.getWhileLoc());
  std::optional<unsigned> Open = offset(Loop.getLParenLoc());
  std::optional<unsigned> Close = offset(Loop.getRParenLoc());
  if (!Keyword || !Open || !Close || *Close < *Open)
    return refuse(Loop.getWhileLoc());
  H.Keyword = *Keyword;
  H.Name = Shape.Variable->getNameAsString();
  std::vector<Span> Parts = parts({*Open + 1, *Close}, tok::semi);
  if (Parts.size() != 1)
    return refuse(Loop.getLParenLoc());
  if (!Shape.Ahead) {
    if (!readCondition(H, Parts[0]) || !addRepeat(H))
      return std::nullopt;
    return H;
  }
  // `while (goes)` is written `for (; goes; ++mp_k)`.
  H.OtherKeyword = "for";
  H.NativeEdits.push_back({{*Open + 1, *Open + 1}, "; "});
  if (!readAhead(H, Parts[0]))
    return std::nullopt;
  H.NativeEdits.push_back({{*Close, *Close}, "; ++mp_k"});
  H.Advance = "++mp_k";
  return H;
}

/// `mp_range.begin()` or `begin(mp_range)`, as the language chose. Generic: in
/// the words that are right for arrays and for members.
static std::string rangeCall(const VarDecl *Iterator, llvm::StringRef Name,
                             bool Generic) {
  const Expr *Init = Iterator->getInit();
  if (Init)
    Init = Init->IgnoreImplicit();
  if (const auto *Construct = dyn_cast_or_null<CXXConstructExpr>(Init))
    if (Construct->getNumArgs() == 1)
      Init = Construct->getArg(0)->IgnoreImplicit();
  const auto *Call = dyn_cast_or_null<CallExpr>(Init);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (isa_and_nonnull<CXXMemberCallExpr>(Call)) {
    if (!Generic)
      return ("mp_range." + Name + "()").str();
  } else if (Call && !(Generic && Callee && Callee->isInStdNamespace())) {
    return (Name + "(mp_range)").str();
  }
  return ("std::" + Name + "(mp_range)").str();
}

std::optional<Header> HeaderReader::readRange(const CXXForRangeStmt &Loop) {
  Header H;
  H.IsRange = true;
  H.Name = "mp_it";
  std::optional<unsigned> Keyword = offset(Loop.getForLoc());
  std::optional<unsigned> Colon = offset(Loop.getColonLoc());
  std::optional<unsigned> Close = offset(Loop.getRParenLoc());
  if (!Keyword || !Colon || !Close || *Close < *Colon)
    return refuse(Loop.getForLoc());
  H.Keyword = *Keyword;
  Token Open;
  unsigned Inside = Text.nextToken(*Keyword + 3, Open) + 1;
  std::vector<Span> Parts = parts({Inside, *Colon}, tok::semi);
  if (Open.isNot(tok::l_paren) || Parts.size() > 2 ||
      Parts.size() != (Loop.getInit() ? 2u : 1u))
    return refuse(Loop.getForLoc());
  if (Loop.getInit()) {
    Token Semicolon;
    H.Moved = {Parts[0].Begin, Text.nextToken(Parts[0].End, Semicolon) + 1};
  }
  H.Declaration = Parts.back();
  std::vector<Span> Range = parts({*Colon + 1, *Close}, tok::semi);
  if (Range.size() != 1 || Range[0].empty() || H.Declaration.empty())
    return refuse(Loop.getColonLoc());
  H.RangeText = Range[0];
  const auto *Begin = cast<VarDecl>(Loop.getBeginStmt()->getSingleDecl());
  const auto *End = cast<VarDecl>(Loop.getEndStmt()->getSingleDecl());
  bool Generic = inTemplate(Shape.Function);
  H.RangeSetup = "auto mp_it = " + rangeCall(Begin, "begin", Generic) + ";";
  if (Shape.Ahead) {
    H.RangeSetup +=
        " const auto mp_stop = " + rangeCall(End, "end", Generic) + ";";
    H.NativeEdits.push_back({{H.Keyword, H.Declaration.Begin}, ""});
    H.NativeEdits.push_back({{H.Declaration.End, *Close + 1}, " = *mp_it;"});
    if (!readAhead(H, std::nullopt))
      return std::nullopt;
    H.Goes = "mp_it != mp_stop";
    H.Advance = "(void)++mp_k, ++mp_it";
    H.Repeat = "++mp_it;";
    return H;
  }
  H.Start = "mp_it, mp::until(" + rangeCall(End, "end", Generic) + ")";
  H.NativeEdits.push_back({{H.Keyword, H.Declaration.Begin}, ""});
  H.NativeEdits.push_back({{H.Declaration.End, *Close + 1}, " = *mp_it;"});
  H.Condition = "mp_it != mp_end";
  H.Advance = "++mp_it";
  H.Parameter = "decltype(mp_it) mp_it";
  H.EndParameter = "decltype(mp_s.last) mp_end";
  return H;
}

std::optional<Header> readHeader(const LoopPlan &Plan, const LoopText &Text,
                                 Diagnoser &Diags) {
  const LoopShape &Shape = *Plan.Shape;
  HeaderReader Reader(Plan, Text, Diags);
  if (const auto *Range = dyn_cast<CXXForRangeStmt>(Shape.Loop))
    return Reader.readRange(*Range);
  if (const auto *While = dyn_cast<WhileStmt>(Shape.Loop))
    return Reader.readWhile(*While);
  return Reader.readFor(*cast<ForStmt>(Shape.Loop));
}

} // namespace mp::tool
