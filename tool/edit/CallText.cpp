//===- CallText.cpp - The parts of the call that hands iterations out -----===//
//
// Each function writes one part. A tail is the statement's own text with names
// of parameters in the place of the values that it is sent; what can't be said
// so (a type without a name, text that a macro holds) is refused.
//
//===----------------------------------------------------------------------===//

#include "edit/CallText.h"
#include "diagnostics/Diagnoser.h"
#include "edit/Header.h"
#include "edit/TypeText.h"
#include "loops/LoopShape.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/Expr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include <algorithm>

namespace mp::tool {

using namespace clang;

/// Names that the emitted code itself declares.
static bool isTaken(llvm::StringRef Name) {
  static const llvm::StringSet<> Taken = {"mp_s",
                                          "mp_site",
                                          "mp_w",
                                          "mp_end",
                                          "mp_i",
                                          "mp_it",
                                          "mp_range",
                                          "mp_kept",
                                          "mp_k",
                                          "mp_at",
                                          "mp_to",
                                          "mp_stop",
                                          "mp_head",
                                          "mp_follow",
                                          "mp_func",
                                          "mp_function",
                                          "mp_pretty_function",
                                          "mp_all"};
  unsigned Number = 0;
  return Taken.contains(Name) ||
         ((Name.consume_front("mp_found") || Name.consume_front("mp_owned") ||
           Name.consume_front("mp_")) &&
          !Name.getAsInteger(10, Number));
}

CallText::CallText(const LoopPlan &Plan, const LoopText &Text,
                   const std::vector<TextEdit> &Common, Diagnoser &Diags)
    : Plan(Plan), Text(Text), Common(Common), Diags(Diags),
      Dependent(Plan.Shape->Function) {
  llvm::StringSet<> Used;
  for (const ValueDecl *Variable : Plan.Shadows) {
    if (Dependent.contains(*Variable))
      continue; // not a scalar in every instantiation
    std::string Name = "mp_" + Variable->getNameAsString();
    while (isTaken(Name) || !Used.insert(Name).second)
      Name += '_';
    ShadowNames[Variable] = Name;
  }
  if (Plan.Head)
    for (const VarDecl *Variable : Plan.Head->Variables) {
      std::string Name = "mp_" + Variable->getNameAsString();
      while (isTaken(Name) || !Used.insert(Name).second)
        Name += '_';
      HeadNames[Variable] = Name;
    }
}

std::vector<std::string> CallText::shadows() const {
  std::vector<std::string> Lines;
  for (const auto &[Variable, Name] : ShadowNames)
    Lines.push_back("mp::shadow " + Name + "(" + Variable->getNameAsString() +
                    ");");
  return Lines;
}

/// A copy that an enclosing lambda holds is const in its body unless it is
/// mutable; a copy of that copy would not be.
static bool isConstCopyOfLambda(const VarDecl &Variable,
                                const FunctionDecl *Function) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Function);
  return Method && Method->getParent()->isLambda() && Method->isConst() &&
         (Variable.isInitCapture() ||
          Variable.getDeclContext() !=
              static_cast<const DeclContext *>(Method));
}

std::optional<std::string> CallText::capture(const Capture &C,
                                             bool InTail) const {
  if (C.How == Capture::Mode::This)
    return "this";
  std::string Name = C.Variable->getNameAsString();
  if (C.How == Capture::Mode::Fresh)
    return Name + " = decltype(" + Name + ")()";
  if (InTail) {
    auto Shadow = ShadowNames.find(C.Variable);
    if (Shadow != ShadowNames.end())
      return "&" + Name + " = " + Shadow->second + ".value";
  }
  if (C.How == Capture::Mode::Head)
    return "&" + Name + " = " + HeadNames.lookup(C.Variable);
  if (C.How == Capture::Mode::Data && !Dependent.contains(*C.Variable))
    return Name + " = " + Name + ".data()";
  bool Copy = C.How == Capture::Mode::Copy && !Dependent.contains(*C.Variable);
  if (isa<BindingDecl>(C.Variable)) {
    // A copy made by an initialiser loses const.
    if (C.Variable->getType().isConstQualified())
      Copy = false;
    return (Copy ? "" : "&") + Name + " = " + Name;
  }
  const auto *Variable = dyn_cast<VarDecl>(C.Variable);
  if (!Variable || Variable->hasGlobalStorage())
    return std::nullopt;
  if (Copy && isConstCopyOfLambda(*Variable, Plan.Shape->Function))
    Copy = false;
  return (Copy ? "" : "&") + Name;
}

std::string CallText::captures(const std::vector<Capture> &List, bool InTail,
                               llvm::StringRef Extra) const {
  std::vector<std::string> Parts;
  if (!Extra.empty())
    Parts.push_back(Extra.str());
  for (const Capture &C : List) {
    if (C.Variable && C.Variable == Plan.Shape->Variable && !InTail)
      continue; // a parameter
    std::optional<std::string> Part = capture(C, InTail);
    if (Part && !llvm::is_contained(Parts, *Part))
      Parts.push_back(std::move(*Part));
  }
  return "[" + llvm::join(Parts, ", ") + "]";
}

std::string CallText::bodyCaptures(const Header &H) const {
  std::string Extra = H.ExtraCapture;
  if (Plan.Head) {
    Extra += Extra.empty() ? "&mp_at" : ", &mp_at";
    if (H.IsRange && Plan.Shape->Ahead)
      Extra += ", &mp_it = mp_head";
  }
  return captures(Plan.Captures, /*InTail=*/false, Extra);
}

std::vector<std::string> CallText::headCopies(const Header &H) const {
  std::vector<std::string> Lines;
  if (!Plan.Head)
    return Lines;
  Lines.push_back("auto mp_at = " + H.Name + ";");
  if (H.IsRange && Plan.Shape->Ahead)
    Lines.push_back("auto mp_head = mp_it;");
  for (const auto &[Variable, Name] : HeadNames)
    Lines.push_back("auto " + Name + " = " + Variable->getNameAsString() + ";");
  return Lines;
}

std::vector<std::string> CallText::lists() const {
  std::vector<std::string> Lines;
  for (const LoopPlan::List &L : Plan.Lists)
    Lines.push_back("mp::places<std::remove_reference_t<decltype((" +
                    L.Element + "))>> " + L.Name + ";");
  return Lines;
}

std::string CallText::lookAhead(const Header &H) const {
  std::vector<std::string> Parts;
  std::string Listed;
  if (H.IsRange)
    Parts = {"mp_it", "&mp_stop"};
  for (const LoopPlan::List &L : Plan.Lists) {
    Parts.push_back("&" + L.Name);
    Listed += L.Name + ".add(std::addressof(" + L.Element + ")); ";
  }
  for (const VarDecl *Variable : Plan.Head->Variables)
    Parts.push_back(Variable->getNameAsString());
  for (const Capture &C : Plan.Head->Captures)
    if (std::optional<std::string> Part = capture(C, /*InTail=*/false))
      Parts.push_back(*Part);
  return "if (!mp_s.look_ahead(mp_site, [" + llvm::join(Parts, ", ") +
         "]() mutable {" +
         (H.Goes.empty() ? "" : " if (!(" + H.Goes + ")) return false;") + " " +
         Listed + H.Repeat + " return true; })) continue;";
}

std::string CallText::catchUp(const Header &H, llvm::StringRef At,
                              llvm::StringRef To) const {
  const std::string InBody = bodyHead(Plan.Shape->Body);
  const std::string Repeat =
      (Plan.Head->GoesChanges ? "(void)(" + H.Goes + "); " : "") + InBody +
      H.Repeat;
  const std::string &Name = H.Name;
  if (Plan.Shape->Ahead) {
    std::string From = At.empty() ? Name : At.str();
    return "for (; " + From + " < " + To.str() + "; ++" + From + ") { " +
           Repeat + " }";
  }
  const std::string Body = "{ " + InBody + H.Repeat + " }";
  if (At.empty())
    return "for (; " + Name + " != " + To.str() + "; " + H.Advance + ") " +
           Body;
  return "{ const auto mp_to = " + Name + "; for (" + Name + " = " + At.str() +
         "; " + Name + " != mp_to; " + H.Advance + ") " + Body + " }";
}

std::string CallText::bodyHead(const Stmt *S) const {
  if (!S || !Plan.Head || Plan.Head->InBody.empty())
    return "";
  std::string Result;
  if (const auto *For = dyn_cast<ForStmt>(S)) {
    const std::string Body = bodyHead(For->getBody());
    if (Body.empty())
      return "";
    std::optional<Span> Header =
        Text.span(SourceRange(For->getForLoc(), For->getRParenLoc()));
    if (!Header) {
      refuseText(For->getForLoc(), "a loop that each worker runs");
      return "";
    }
    return editedText(Text, *Header, Common) + " { " + Body + "} ";
  }
  if (llvm::is_contained(Plan.Head->InBody, S)) {
    std::optional<Span> Where = Text.span(S->getSourceRange());
    if (!Where)
      refuseText(S->getBeginLoc(), "an expression that each worker computes");
    if (!Where)
      return "";
    const std::string Spelled = editedText(Text, *Where, Common);
    return isa<DeclStmt>(S) ? Spelled + " " : "(void)(" + Spelled + "); ";
  }
  for (const Stmt *Child : S->children())
    Result += bodyHead(Child);
  return Result;
}

bool CallText::refuseText(SourceLocation Where, llvm::StringRef What) const {
  Diags.error(DiagID::Macro, Where,
              What.str() + " comes from a macro in a way that can't be edited");
  return false;
}

/// The text of a value, as an argument of a call, of the type that the tail
/// takes.
static std::string asArgument(const Expr *Value, std::string Text,
                              llvm::StringRef Type) {
  const Expr *Written = Value ? Value->IgnoreImplicit() : nullptr;
  if (const auto *Operator = dyn_cast_or_null<BinaryOperator>(Written))
    if (Operator->getOpcode() == BO_Comma)
      return "(" + Text + ")";
  if (Written && isBitReference(Written->getType()))
    return "static_cast<bool>(" + Text + ")";
  if (llvm::StringRef(Text).starts_with("{"))
    return Type.str() + Text;
  if (Written && !Type.empty() && Value->getType()->isScalarType() &&
      Value->getType().getCanonicalType().getUnqualifiedType() !=
          Written->getType().getCanonicalType().getUnqualifiedType())
    return "static_cast<" + Type.str() + ">(" + Text + ")";
  return Text;
}

bool isNamed(const TailValue &V) {
  const auto *Name = dyn_cast<DeclRefExpr>(V.Value->IgnoreImplicit());
  return Name && !V.Move && !Name->hasQualifier() &&
         Name->getDecl()->getNameAsString() == V.Name;
}

std::optional<std::string> CallText::value(const TailValue &V) const {
  if (isNamed(V))
    return asArgument(V.Value, V.Name, V.Type);
  std::optional<Span> Where =
      Text.span(V.Kept ? V.Kept->getSourceRange() : V.Range);
  if (!Where) {
    refuseText(V.Range.getBegin(), "a value that is needed in the parent");
    return std::nullopt;
  }
  std::string Value = editedText(Text, *Where, Common);
  if (V.IsAddress)
    return "mp::address(std::addressof(" + Value + "))";
  if (V.Value->IgnoreParenImpCasts()->refersToBitField()) // no reference to it
    Value = "static_cast<decltype(" + Value + ")>(" + Value + ")";
  return asArgument(V.Value, Value, V.Type);
}

std::optional<std::string> CallText::log(unsigned N) const {
  const TailPlan &Tail = Plan.Tails[N];
  std::optional<Span> Statement = Text.statement(*Tail.Statement);
  if (!Statement) {
    refuseText(Tail.Statement->getBeginLoc(),
               "a statement that has to run in the parent");
    return std::nullopt;
  }
  // A value that began on a later line still does.
  std::string Result = (Tail.InOrder ? "mp::in_order{mp_w, " : "mp_w.later(") +
                       std::to_string(N);
  unsigned Line = Text.position(Statement->Begin).Line;
  for (const TailValue &V : Tail.Values) {
    if (V.Again)
      continue;
    std::optional<std::string> Part = value(V);
    if (!Part)
      return std::nullopt;
    unsigned Wanted = Line;
    if (auto At = Text.span(V.Range.getBegin()))
      Wanted = Text.position(At->Begin).Line;
    Result += ',';
    if (Wanted > Line)
      Result.append(Wanted - Line, '\n');
    else
      Result += ' ';
    Line = std::max(Line, Wanted) +
           static_cast<unsigned>(llvm::StringRef(*Part).count('\n'));
    Result += V.Held ? "mp::held(" + *Part + ")" : *Part;
  }
  return Result + (Tail.InOrder ? "};" : ");");
}

std::string CallText::logLast(unsigned N) const {
  const TailPlan &Last = Plan.Tails[N];
  std::string Number = std::to_string(N);
  if (Last.KeptIsBits) // no reference can be made to it
    return "mp_w.later(" + Number + ", static_cast<decltype(" + Last.Kept +
           ")>(" + Last.Kept + "));";
  if (!Last.KeptAsBytes)
    return "mp_w.later(" + Number + ", " + Last.Kept + ");";
  return "{ std::array<unsigned char, sizeof(" + Last.Kept +
         ")> mp_kept; std::memcpy(mp_kept.data(), &" + Last.Kept + ", sizeof(" +
         Last.Kept + ")); mp_w.later(" + Number + ", mp_kept); }";
}

std::optional<std::string> CallText::parameterType(const TailValue &V) const {
  if (!V.Type.empty())
    return V.Type;
  const bool IsConst = V.IsConst || V.Value->getType().isConstQualified();
  std::optional<std::string> Type = typeOfValue(*V.Value, *Plan.Shape, Text);
  if (!Type)
    Diags.error(DiagID::Construct, V.Value->getBeginLoc(),
                "this value is needed in the parent, but its type has no name "
                "outside of the loop's body; declare the type before the loop");
  if (Type && V.IsAddress)
    return (IsConst ? "std::add_pointer_t<const " : "std::add_pointer_t<") +
           *Type + ">";
  if (Type && V.IsConst && !llvm::StringRef(*Type).starts_with("const "))
    return "const " + *Type;
  return Type;
}

std::optional<CallText::Tail> CallText::tail(unsigned N) const {
  const TailPlan &Plan = this->Plan.Tails[N];
  Tail Result;
  Result.Head = captures(Plan.Captures, /*InTail=*/true) + "(";
  if (Plan.What == TailPlan::Kind::LastValue) {
    const std::string &Kept = Plan.Kept;
    if (Plan.KeptAsBytes) {
      Result.Head +=
          "const std::array<unsigned char, sizeof(" + Kept + ")> &mp_kept)";
      Result.Body =
          "std::memcpy(&" + Kept + ", mp_kept.data(), sizeof(" + Kept + "));";
      return Result;
    }
    Result.Head += "std::remove_cv_t<std::remove_reference_t<decltype(" + Kept +
                   ")>> mp_kept)";
    Result.Body =
        Kept + (Plan.KeptStaysPut ? " = mp_kept;" : " = std::move(mp_kept);");
    return Result;
  }
  std::vector<TextEdit> Edits = Common;
  std::vector<std::string> Parameters;
  for (const TailValue &V : Plan.Values) {
    if (!V.Again) {
      std::optional<std::string> Type = parameterType(V);
      if (!Type)
        return std::nullopt;
      Parameters.push_back(*Type + " " + V.Name);
    }
    if (isNamed(V))
      continue; // all that names it means the parameter
    std::optional<Span> Where = Text.editable(V.Range);
    if (!Where)
      return refuseText(V.Range.getBegin(),
                        "a value that is needed in the parent"),
             std::nullopt;
    Edits.push_back({*Where, V.IsAddress ? "(*" + V.Name + ")"
                             : V.Move    ? "std::move(" + V.Name + ")"
                                         : V.Name});
  }
  Result.Head += llvm::join(Parameters, ", ") + ")";
  std::optional<Span> Statement = Text.statement(*Plan.Statement);
  if (!Statement)
    return refuseText(Plan.Statement->getBeginLoc(),
                      "a statement that has to run in the parent"),
           std::nullopt;
  Result.Body = editedText(Text, *Statement, Edits);
  Result.Offset = Statement->Begin;
  return Result;
}

std::string CallText::range(llvm::StringRef Function,
                            const RangeText &R) const {
  std::string Form = "mp::affine(" + R.Form.Constant + ")";
  if (R.Form.PerIteration != "0")
    Form += ".per(" + R.Form.PerIteration + ")";
  for (const FormText::Range &Inner : R.Form.Ranges)
    Form += ".over(" + Inner.Coefficient + ", " + Inner.Low + ", " +
            Inner.High + ")";
  std::string Result = "mp::" + Function.str() + "(" +
                       (R.ByElement ? "mp::elements(" + R.Base + ")" : R.Base) +
                       ", " + Form + ")";
  if (!R.Unit.empty())
    Result += ".unit(" + R.Unit + ")";
  if (!R.Bound.empty())
    Result += ".bounded(" + R.Bound + ")";
  return Result;
}

std::vector<std::string> CallText::results() const {
  std::vector<std::string> Parts;
  for (const RangeText &R : Plan.Slots)
    Parts.push_back(R.IsList ? "mp::slots(" + R.Base + ")" : range("slots", R));
  return Parts;
}

std::vector<std::string> CallText::checks() const {
  std::vector<std::string> Parts;
  for (const RangeText &R : Plan.Reads)
    Parts.push_back(range("reads", R));
  Parts.insert(Parts.end(), Plan.Checks.begin(), Plan.Checks.end());
  return Parts;
}

} // namespace mp::tool
