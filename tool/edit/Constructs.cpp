//===- Constructs.cpp - What can't be copied into a worker ----------------===//
//
// One visitor over the loop as instantiated, for what the language forbids or
// changes in a lambda that is run elsewhere: statics, names of functions,
// coroutines, labels, names that begin with mp_. Then the captures, and jumps
// into the body from outside.
//
//===----------------------------------------------------------------------===//

#include "edit/Constructs.h"
#include "attributes/Annotation.h"
#include "diagnostics/Diagnoser.h"
#include "edit/AttributeText.h"
#include "edit/EmittedNames.h"
#include "edit/MacroTokens.h"
#include "loops/LoopShape.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallSet.h"
#include "llvm/ADT/StringSet.h"

namespace mp::tool {

using namespace clang;

namespace {

bool isOurName(llvm::StringRef Name) { return Name.starts_with("mp_"); }

/// Walks the annotated loop's code, as instantiated.
class ConstructVisitor : public RecursiveASTVisitor<ConstructVisitor> {
public:
  ConstructVisitor(const LoopText &Text, Diagnoser &Diags, CopyNeeds &Needs)
      : Text(Text), Diags(Diags), Needs(Needs) {}

  bool shouldVisitTemplateInstantiations() const { return true; }

  bool TraverseLambdaExpr(LambdaExpr *L) {
    ++InnerFunctions;
    bool Go = RecursiveASTVisitor::TraverseLambdaExpr(L);
    --InnerFunctions;
    return Go;
  }
  bool TraverseCXXRecordDecl(CXXRecordDecl *R) {
    ++InnerFunctions;
    bool Go = RecursiveASTVisitor::TraverseCXXRecordDecl(R);
    --InnerFunctions;
    return Go;
  }
  bool TraverseCXXDefaultArgExpr(CXXDefaultArgExpr *E) {
    return TraverseStmt(E->getExpr());
  }

  bool VisitPredefinedExpr(PredefinedExpr *E) {
    std::string Name =
        PredefinedExpr::getIdentKindName(E->getIdentKind()).str();
    if (InnerFunctions) { // names the inner function, in the copy too
      NamesOfInner.insert(Name);
      return true;
    }
    FunctionName &Use = functionName(Name);
    if (auto Where = Text.editable(E->getSourceRange());
        Where && Text.text(*Where) == Name) {
      Needs.Edits.push_back({*Where, Use.Held});
      return true;
    }
    Use.InMacro = true;
    // A failed assertion of the library's ends the worker, whatever it says.
    const SourceManager &SM = Text.context().getSourceManager();
    if (!SM.isInSystemHeader(SM.getSpellingLoc(E->getLocation())))
      MacroUses.push_back({Name, E->getLocation()});
    return true;
  }
  bool VisitSourceLocExpr(SourceLocExpr *E) {
    switch (E->getIdentKind()) {
    case SourceLocIdentKind::Function:
    case SourceLocIdentKind::FuncSig:
    case SourceLocIdentKind::SourceLocStruct:
      if (!InnerFunctions)
        refuse(E->getLocation(), "the name of the function around the loop, as "
                                 "a source location has it, would be another "
                                 "in the worker");
      return true;
    case SourceLocIdentKind::Column:
    case SourceLocIdentKind::Line:
    case SourceLocIdentKind::File:
    case SourceLocIdentKind::FileName:
      return true;
    }
    return true;
  }
  bool VisitVarDecl(VarDecl *V) {
    checkName(*V);
    if (V->isStaticLocal() && !InnerFunctions && !isConstant(*V))
      refuse(V->getLocation(),
             "the static variable '" + V->getNameAsString() +
                 "' would be another object in the copy of the loop's body; "
                 "declare it before the loop");
    return true;
  }
  bool VisitNamedDecl(NamedDecl *D) {
    checkName(*D);
    return true;
  }
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    const NamedDecl *D = E->getFoundDecl();
    if (D->getIdentifier() && isOurName(D->getName()) && !E->getQualifier())
      refuseName(E->getLocation(), D->getName());
    return true;
  }
  bool VisitMemberExpr(MemberExpr *E) {
    if (E->isImplicitAccess() && E->getMemberDecl()->getIdentifier() &&
        isOurName(E->getMemberDecl()->getName()))
      refuseName(E->getMemberLoc(), E->getMemberDecl()->getName());
    return true;
  }
  bool VisitCoawaitExpr(CoawaitExpr *E) { return coroutine(E->getBeginLoc()); }
  bool VisitCoyieldExpr(CoyieldExpr *E) { return coroutine(E->getBeginLoc()); }
  bool VisitCoreturnStmt(CoreturnStmt *S) {
    return coroutine(S->getBeginLoc());
  }
  bool VisitAsmStmt(AsmStmt *S) {
    refuse(S->getAsmLoc(), "assembler code can't be followed");
    return true;
  }
  bool VisitVAArgExpr(VAArgExpr *E) {
    refuse(E->getBeginLoc(),
           "'va_arg' reads on in a list that only the parent has");
    return true;
  }
  bool VisitAddrLabelExpr(AddrLabelExpr *E) {
    refuse(E->getBeginLoc(), "the address of a label is another in the copy "
                             "of the loop's body");
    return true;
  }
  bool VisitCallExpr(CallExpr *E) {
    const FunctionDecl *F = E->getDirectCallee();
    if (!F || InnerFunctions)
      return true;
    switch (F->getBuiltinID()) {
    case Builtin::BI__builtin_return_address:
    case Builtin::BI__builtin_frame_address:
    case Builtin::BI__builtin_extract_return_addr:
      refuse(E->getBeginLoc(), "the frame of the function around the loop "
                               "is another one in a worker");
      return true;
    default:
      break;
    }
    if (F->hasAttr<ReturnsTwiceAttr>() ||
        F->getBuiltinID() == Builtin::BIsetjmp ||
        F->getBuiltinID() == Builtin::BI_setjmp)
      refuse(E->getBeginLoc(),
             "'setjmp' in a worker can't be returned to from the parent");
    return true;
  }
  bool VisitLabelStmt(LabelStmt *S) {
    Labels.insert(S->getDecl());
    return true;
  }
  bool TraverseSwitchStmt(SwitchStmt *S) {
    ++Switches;
    bool Go = RecursiveASTVisitor::TraverseSwitchStmt(S);
    --Switches;
    return Go;
  }
  bool VisitSwitchCase(SwitchCase *S) {
    if (Switches == 0)
      refuse(S->getKeywordLoc(),
             "the switch around the loop jumps to here, into its body");
    return true;
  }
  bool VisitAttributedStmt(AttributedStmt *S) {
    // Annotated inside an annotated loop: serial in the worker.
    if (auto Inner = readAnnotation(*S, Text.context()))
      removeAttributes(*Inner, Text, Diags, Needs.InnerAttributes);
    return true;
  }

  /// One macro can't stand for the name of the function around the loop and for
  /// that of a function in its body.
  void finish() {
    for (FunctionName &Use : Needs.FunctionNames)
      if (NamesOfInner.contains(Use.Spelled))
        Use.InMacro = false;
    for (const auto &[Name, Where] : MacroUses)
      if (NamesOfInner.contains(Name))
        refuse(Where, "'" + Name +
                          "' in a macro can't be told from that of "
                          "the function in the loop's body");
  }

  llvm::SmallPtrSet<const LabelDecl *, 4> Labels;

private:
  FunctionName &functionName(llvm::StringRef Name) {
    for (FunctionName &Use : Needs.FunctionNames)
      if (Use.Spelled == Name)
        return Use;
    std::string Held = Name == "__func__"              ? "mp_func"
                       : Name == "__PRETTY_FUNCTION__" ? "mp_pretty_function"
                                                       : "mp_function";
    Needs.FunctionNames.push_back({Name.str(), Held});
    return Needs.FunctionNames.back();
  }
  void refuse(SourceLocation Where, std::string What) {
    Diags.error(DiagID::Construct, Where, std::move(What));
  }
  void refuseName(SourceLocation Where, llvm::StringRef Name) {
    if (RefusedNames.insert(Where.getRawEncoding()).second)
      refuse(Where, "the name '" + Name.str() +
                        "' begins with 'mp_', as those that are put around "
                        "the loop do; call it something else");
  }
  void checkName(const NamedDecl &D) {
    if (D.getIdentifier() && isOurName(D.getName()))
      refuseName(D.getLocation(), D.getName());
  }
  bool coroutine(SourceLocation Where) {
    if (!InnerFunctions)
      refuse(Where, "a coroutine can't be suspended in a worker");
    return true;
  }
  static bool isConstant(const VarDecl &V) {
    return V.isConstexpr() || (V.getType().isConstQualified() && V.hasInit() &&
                               V.hasConstantInitialization());
  }

  const LoopText &Text;
  Diagnoser &Diags;
  CopyNeeds &Needs;
  unsigned InnerFunctions = 0, Switches = 0;
  llvm::SmallSet<unsigned, 4> RefusedNames;
  llvm::StringSet<> NamesOfInner;
  std::vector<std::pair<std::string, SourceLocation>> MacroUses;
};

/// Jumps from outside Loop to a label in it.
class JumpVisitor : public RecursiveASTVisitor<JumpVisitor> {
public:
  JumpVisitor(const Stmt *Loop,
              const llvm::SmallPtrSetImpl<const LabelDecl *> &Labels,
              Diagnoser &Diags)
      : Loop(Loop), Labels(Labels), Diags(Diags) {}
  bool TraverseStmt(Stmt *S) {
    return S == Loop || RecursiveASTVisitor::TraverseStmt(S);
  }
  bool VisitGotoStmt(GotoStmt *S) {
    if (Labels.contains(S->getLabel()))
      Diags.error(DiagID::Construct, S->getGotoLoc(),
                  "this jumps into the loop's body");
    return true;
  }

private:
  const Stmt *Loop;
  const llvm::SmallPtrSetImpl<const LabelDecl *> &Labels;
  Diagnoser &Diags;
};

} // namespace

/// A type whose bounds are computed at run time, other than a plain array's.
static bool isUnmovableArray(QualType Type) {
  if (!Type->isVariablyModifiedType())
    return false;
  const ArrayType *Array = Type->getAsArrayTypeUnsafe();
  return !Array || Array->getElementType()->isVariablyModifiedType();
}

/// Variable is what one instantiation made of a part of a parameter pack.
static bool isOfPack(const ValueDecl &Variable) {
  const auto *Parameter = dyn_cast<ParmVarDecl>(&Variable);
  const auto *Function =
      Parameter ? dyn_cast<FunctionDecl>(Parameter->getDeclContext()) : nullptr;
  const FunctionDecl *Pattern =
      Function ? Function->getTemplateInstantiationPattern() : nullptr;
  return Pattern && llvm::any_of(Pattern->parameters(), [&](ParmVarDecl *P) {
           return P->isParameterPack() &&
                  P->getDeclName() == Parameter->getDeclName();
         });
}

static void checkCaptures(const std::vector<Capture> &Captures,
                          const LoopShape &Shape, Diagnoser &Diags) {
  for (const Capture &C : Captures) {
    if (!C.Variable)
      continue;
    std::string Name = "'" + C.Variable->getNameAsString() + "'";
    SourceLocation Where = Shape.Loop->getBeginLoc();
    if (!C.Variable->getIdentifier()) {
      Message &M = Diags.error(
          DiagID::Construct, Where,
          "the loop names members of a local union that has no name, which the "
          "copy of its body can't capture; give the union a name");
      M.Notes.push_back({C.Variable->getLocation(), "it is declared here"});
      continue;
    }
    if (isUnmovableArray(C.Variable->getType().getNonReferenceType()))
      Diags.error(DiagID::Construct, Where,
                  Name + " is an array, or points to one, whose inner bounds "
                         "are computed at run time; not yet supported: use a "
                         "flat array");
    if (C.Variable->isParameterPack() || isOfPack(*C.Variable))
      Diags.error(DiagID::Construct, Where,
                  "the loop names the parameter pack " + Name +
                      "; not yet supported");
  }
}

/// `__COUNTER__` would count on in the copy.
static void checkCounters(const LoopText &Text, const LoopShape &Shape,
                          Diagnoser &Diags) {
  const MacroTokens *Record = MacroTokens::current();
  if (!Record)
    return;
  const SourceManager &SM = Text.context().getSourceManager();
  SourceLocation Begin = SM.getExpansionLoc(Shape.Loop->getBeginLoc());
  SourceLocation End = SM.getExpansionRange(Shape.Loop->getEndLoc()).getEnd();
  for (SourceLocation Where : Record->counters())
    if (SM.isPointWithin(Where, Begin, End)) {
      Diags.error(DiagID::Construct, Where,
                  "'__COUNTER__' is another number in the copy of the loop's "
                  "body");
      return;
    }
}

/// `mp::` in the emitted code has to mean the runtime's namespace.
static void checkRuntimeName(const LoopShape &Shape, const ASTContext &Context,
                             Diagnoser &Diags) {
  const NamedDecl *Other =
      Shape.Function ? declarationInTheWay(*Shape.Function, Context) : nullptr;
  if (!Other)
    return;
  Message &M = Diags.error(
      DiagID::Construct, Shape.Loop->getBeginLoc(),
      "the code that is emitted for this loop calls the runtime as 'mp::', "
      "which the program uses for something of its own; call that something "
      "else");
  M.Notes.push_back(
      {Other->getLocation(),
       "'" + Other->getQualifiedNameAsString() + "' is declared here"});
}

bool checkConstructs(const LoopPlan &Plan, const LoopText &Text,
                     Diagnoser &Diags, CopyNeeds &Needs) {
  const LoopShape &Shape = *Plan.Shape;
  unsigned Before = static_cast<unsigned>(Diags.messages().size());
  if (Shape.Function && Shape.Function->isConstexpr()) {
    const auto *Method = dyn_cast<CXXMethodDecl>(Shape.Function);
    if (!Method || !Method->getParent()->isLambda())
      Diags.error(DiagID::Construct, Shape.Loop->getBeginLoc(),
                  "the loop is in a constexpr function, which may be "
                  "evaluated by the compiler");
  }
  checkRuntimeName(Shape, Text.context(), Diags);
  ConstructVisitor Visitor(Text, Diags, Needs);
  Visitor.TraverseStmt(const_cast<Stmt *>(Shape.Loop));
  Visitor.finish();
  Needs.Edits.insert(Needs.Edits.end(), Needs.InnerAttributes.begin(),
                     Needs.InnerAttributes.end());
  if (Shape.Function && !Visitor.Labels.empty())
    JumpVisitor(Shape.Loop, Visitor.Labels, Diags)
        .TraverseStmt(Shape.Function->getBody());
  checkCounters(Text, Shape, Diags);
  checkCaptures(Plan.Captures, Shape, Diags);
  for (const TailPlan &Tail : Plan.Tails)
    checkCaptures(Tail.Captures, Shape, Diags);
  for (size_t I = Before; I < Diags.messages().size(); ++I)
    if (Diags.messages()[I].How == Severity::Error)
      return false;
  return true;
}

} // namespace mp::tool
