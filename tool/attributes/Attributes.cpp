//===- Attributes.cpp - Teaching Clang the mp:: attributes ----------------===//
//
// One ParsedAttrInfo for all of them. Names given as arguments are kept as
// text (the analysis resolves them in each instantiation), numbers as
// expressions (which Clang instantiates in templates).
//
//===----------------------------------------------------------------------===//

#include "attributes/Annotation.h"
#include "attributes/AttributeLog.h"
#include "attributes/Names.h"
#include "support/ClangCompat.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Lex/Lexer.h"
#include "clang/Sema/EnterExpressionEvaluationContext.h"
#include "clang/Sema/Lookup.h"
#include "clang/Sema/ParsedAttr.h"
#include "clang/Sema/Sema.h"

using namespace clang;

namespace mp::tool {
namespace {

/// Turns the parsed arguments of one attribute into those of an AnnotateAttr.
class ArgumentReader {
public:
  ArgumentReader(Sema &S, const ParsedAttr &A, const AttributeName &Entry,
                 SourceLocation NameLoc, Diagnoser &Problems)
      : S(S), A(A), Entry(Entry), NameLoc(NameLoc), Problems(Problems) {}

  llvm::SmallVector<Expr *, 4> Result;

  void read() {
    switch (Entry.Arguments) {
    case AttributeArguments::None:
      if (A.getNumArgs() != 0)
        wrong("takes no arguments");
      return;
    case AttributeArguments::Number:
      if (A.getNumArgs() != 1)
        return wrong("takes one number");
      if (Expr *E = number(0))
        Result.push_back(E);
      return;
    case AttributeArguments::Variables:
    case AttributeArguments::Functions:
      if (A.getNumArgs() == 0)
        return wrong("takes one or more names");
      for (unsigned I = 0; I < A.getNumArgs(); ++I)
        name(I);
      return;
    case AttributeArguments::Extent:
      if (A.getNumArgs() != 2)
        return wrong("takes a pointer and the number of its elements");
      name(0);
      count(1);
      return;
    case AttributeArguments::Text:
      if (A.getNumArgs() != 1 || !A.isArgExpr(0) ||
          !isa<StringLiteral>(A.getArgAsExpr(0)->IgnoreParenImpCasts()))
        return wrong("takes one string");
      Result.push_back(A.getArgAsExpr(0)->IgnoreParenImpCasts());
      return;
    case AttributeArguments::Free:
      return;
    }
  }

private:
  void wrong(const std::string &Text) {
    wrongAt(NameLoc, "'mp::" + std::string(Entry.Name) + "' " + Text +
                         ", as in '" + Entry.Example + "'");
  }
  void wrongAt(SourceLocation Where, std::string Text) {
    Problems.error(DiagID::Attribute, Where, std::move(Text));
  }

  SourceLocation placeOf(unsigned I) const {
    return A.isArgIdent(I) ? compat::place(*A.getArgAsIdent(I))
                           : A.getArgAsExpr(I)->getBeginLoc();
  }

  std::string textOf(SourceRange Range) const {
    const SourceManager &SM = S.getSourceManager();
    CharSourceRange File = Lexer::makeFileCharRange(
        CharSourceRange::getTokenRange(Range), SM, S.getLangOpts());
    return File.isValid()
               ? Lexer::getSourceText(File, SM, S.getLangOpts()).str()
               : std::string();
  }

  Expr *literal(llvm::StringRef Text, SourceLocation Where) {
    ASTContext &C = S.Context;
    return StringLiteral::Create(
        C, Text, StringLiteralKind::Ordinary, /*Pascal=*/false,
        C.getStringLiteralArrayType(C.CharTy.withConst(), Text.size()), Where);
  }

  /// A number: a bare identifier arrives unresolved and is looked up here.
  Expr *number(unsigned I) {
    if (A.isArgExpr(I))
      return A.getArgAsExpr(I);
    IdentifierLoc *Name = A.getArgAsIdent(I);
    auto *II = const_cast<IdentifierInfo *>(compat::name(*Name));
    SourceLocation Where = compat::place(*Name);
    LookupResult Found(S, II, Where, Sema::LookupOrdinaryName);
    Found.suppressDiagnostics();
    if (!S.LookupName(Found, S.getCurScope()) || !Found.isSingleResult() ||
        !isa<ValueDecl>(Found.getFoundDecl()->getUnderlyingDecl()) ||
        isa<FunctionDecl>(Found.getFoundDecl()->getUnderlyingDecl())) {
      wrongAt(Where, "'" + II->getName().str() + "' is not a constant");
      return nullptr;
    }
    EnterExpressionEvaluationContext Constant(
        S, Sema::ExpressionEvaluationContext::ConstantEvaluated);
    CXXScopeSpec Scope;
    UnqualifiedId Id;
    Id.setIdentifier(II, Where);
    ExprResult E = S.ActOnIdExpression(S.getCurScope(), Scope, SourceLocation(),
                                       Id, /*HasTrailingLParen=*/false,
                                       /*IsAddressOfOperand=*/false);
    return E.isUsable() ? E.get() : nullptr;
  }

  void count(unsigned I) {
    SourceLocation Where = placeOf(I);
    std::string Text = A.isArgIdent(I)
                           ? compat::name(*A.getArgAsIdent(I))->getName().str()
                           : textOf(A.getArgAsExpr(I)->getSourceRange());
    if (Text.empty())
      return wrongAt(Where, "the number of elements must be written out, not "
                            "come from a macro");
    Result.push_back(literal(Text, Where));
  }

  void name(unsigned I) {
    if (A.isArgIdent(I))
      return bareName(*A.getArgAsIdent(I));
    Expr *E = A.getArgAsExpr(I)->IgnoreParenImpCasts();
    if (auto *Address = dyn_cast<UnaryOperator>(E);
        Address && Address->getOpcode() == UO_AddrOf &&
        Entry.Arguments == AttributeArguments::Functions)
      E = Address->getSubExpr()->IgnoreParenImpCasts();
    SourceLocation Where = E->getBeginLoc();
    if (auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      if (!acceptable(Ref->getDecl()))
        return wrongKind(Where, Ref->getDecl()->getNameAsString());
    } else if (auto *Member = dyn_cast<MemberExpr>(E)) {
      if (!isa<CXXThisExpr>(Member->getBase()->IgnoreParenImpCasts()) ||
          !acceptable(Member->getMemberDecl()))
        return wrongKind(Where, textOf(E->getSourceRange()));
      // `this->x` and `x` are the same name to the analysis.
      Result.push_back(
          literal(Member->getMemberDecl()->getNameAsString(), Where));
      return;
    } else if (auto *Overloads = dyn_cast<OverloadExpr>(E)) {
      if (Entry.Arguments != AttributeArguments::Functions)
        return wrongKind(Where, Overloads->getName().getAsString());
    } else if (!isa<DependentScopeDeclRefExpr, CXXDependentScopeMemberExpr>(
                   E)) {
      return wrongKind(Where, textOf(E->getSourceRange()));
    }
    std::string Text = textOf(E->getSourceRange());
    if (Text.empty())
      return wrongAt(Where, "the name must be written out, not come from a "
                            "macro");
    Result.push_back(literal(Text, Where));
  }

  void bareName(const IdentifierLoc &Arg) {
    auto *II = const_cast<IdentifierInfo *>(compat::name(Arg));
    SourceLocation Where = compat::place(Arg);
    LookupResult Found(S, II, Where, Sema::LookupOrdinaryName);
    Found.suppressDiagnostics();
    S.LookupName(Found, S.getCurScope());
    // In a template the name may be a member of a base that is not known yet.
    bool MayBeInherited = Found.empty() && S.CurContext->isDependentContext();
    if (Found.empty() && !MayBeInherited)
      return wrongAt(Where, "there is no '" + II->getName().str() + "' here");
    for (NamedDecl *D : Found)
      if (!acceptable(D->getUnderlyingDecl()))
        return wrongKind(Where, II->getName().str());
    Result.push_back(literal(II->getName(), Where));
  }

  bool acceptable(const NamedDecl *D) const {
    bool Object = isa<VarDecl, FieldDecl, BindingDecl>(D);
    if (Entry.Arguments == AttributeArguments::Functions)
      return Object || isa<FunctionDecl, FunctionTemplateDecl>(D);
    return Object;
  }

  void wrongKind(SourceLocation Where, const std::string &Name) {
    const char *Wanted =
        Entry.Arguments == AttributeArguments::Functions ? "a function"
        : Entry.Arguments == AttributeArguments::Extent  ? "a pointer"
                                                         : "a variable";
    wrongAt(Where, Name.empty()
                       ? "'mp::" + std::string(Entry.Name) +
                             "' takes the name of " + Wanted
                       : "'" + Name + "' is not the name of " + Wanted);
  }

  Sema &S;
  const ParsedAttr &A;
  const AttributeName &Entry;
  SourceLocation NameLoc;
  Diagnoser &Problems;
};

/// The handler of all mp:: attributes.
struct Attributes final : ParsedAttrInfo {
  std::vector<std::string> Names;
  std::vector<Spelling> AllSpellings;

  Attributes() {
    // Clang drops the arguments of a scoped attribute unless its last name is
    // known by itself too; the scope is then checked when it is handled.
    for (const AttributeName &Entry : attributeNames()) {
      Names.push_back("mp::" + std::string(Entry.Name));
      Names.push_back(Entry.Name);
    }
    for (const std::string &Name : Names) {
      AllSpellings.push_back({ParsedAttr::AS_CXX11, Name.c_str()});
      AllSpellings.push_back({ParsedAttr::AS_C23, Name.c_str()});
    }
    Spellings = AllSpellings;
    NumArgs = 0;
    OptArgs = 15; // any number
  }

  static bool isOurs(const ParsedAttr &A) {
    return A.getScopeName() && A.getScopeName()->isStr("mp");
  }

  AttrHandling handleDeclAttribute(Sema &, Decl *,
                                   const ParsedAttr &) const override {
    return AttributeNotApplied; // AttributeLog::check reports it
  }

  AttrHandling handleStmtAttribute(Sema &S, Stmt *St, const ParsedAttr &A,
                                   Attr *&Result) const override {
    const AttributeName *Entry = findAttributeName(A.getAttrName()->getName());
    AttributeLog *Log = AttributeLog::current();
    if (!isOurs(A) || !Entry || !Log)
      return AttributeNotApplied;
    SourceLocation NameLoc;
    AttributeRun *Run = Log->handled(Entry->Name, A.getRange(), St, NameLoc);
    if (!Run)
      return AttributeNotApplied;
    ArgumentReader Reader(S, A, *Entry, NameLoc, Run->Problems);
    Reader.read();
    Result = AnnotateAttr::Create(S.Context, "mp::" + std::string(Entry->Name),
                                  Reader.Result.data(), Reader.Result.size(),
                                  A.getRange());
    return AttributeApplied;
  }
};

} // namespace

void registerAttributes() {
  static ParsedAttrInfoRegistry::Add<Attributes> Registration(
      "mp", "the attributes of mp");
}

} // namespace mp::tool
