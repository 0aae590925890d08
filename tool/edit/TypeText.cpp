//===- TypeText.cpp - A value's type, said outside the loop's body --------===//
//
// In a template `decltype` of the value's own text, in which std::declval
// stands for what the body declares; elsewhere, or where that can't be said,
// the type's full name, or `decltype` where there is none. Nothing when the
// type can't be said outside the body at all.
//
//===----------------------------------------------------------------------===//

#include "edit/TypeText.h"
#include "effects/Types.h"
#include "loops/LoopShape.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/QualTypeNames.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

namespace mp::tool {

using namespace clang;

std::optional<std::string> plainType(QualType Type, const ASTContext &Context) {
  Type = Type.getLocalUnqualifiedType();
  if (!isa<BuiltinType>(Type.getTypePtr()))
    return std::nullopt;
  return Type.getAsString(Context.getPrintingPolicy());
}

bool isBitReference(QualType Type) {
  const CXXRecordDecl *Class =
      Type.getNonReferenceType().getCanonicalType()->getAsCXXRecordDecl();
  return isBitsetReference(Type) ||
         (Class && Class->isInStdNamespace() && Class->getIdentifier() &&
          (Class->getName() == "_Bit_reference" ||
           Class->getName() == "__bit_reference"));
}

bool inTemplate(const DeclContext *Where) {
  for (; Where; Where = Where->getParent()) {
    if (const auto *Function = dyn_cast<FunctionDecl>(Where))
      if (Function->isTemplateInstantiation())
        return true;
    if (isa<ClassTemplateSpecializationDecl>(Where))
      return true;
  }
  return false;
}

namespace {

/// Collects the places of variables of dependent type in a pattern.
class DependentFinder : public RecursiveASTVisitor<DependentFinder> {
public:
  explicit DependentFinder(llvm::DenseSet<SourceLocation> &Found)
      : Found(Found) {}
  bool VisitValueDecl(ValueDecl *D) {
    if (!D->getType().isNull() &&
        (D->getType()->isDependentType() || D->getType()->isUndeducedType()))
      Found.insert(D->getLocation());
    return true;
  }

private:
  llvm::DenseSet<SourceLocation> &Found;
};

} // namespace

DependentTypes::DependentTypes(const FunctionDecl *Function) {
  DependentFinder Finder(Declared);
  for (const DeclContext *Where = Function; Where; Where = Where->getParent())
    if (const auto *Around = dyn_cast<FunctionDecl>(Where))
      if (const FunctionDecl *Pattern =
              Around->getTemplateInstantiationPattern())
        Finder.TraverseDecl(const_cast<FunctionDecl *>(Pattern));
}

bool DependentTypes::contains(const ValueDecl &Variable) const {
  return Declared.contains(Variable.getLocation());
}

namespace {

/// Looks into a type for a class whose name can't be said in front of the
/// loop: one without a name, one of the loop's body or of another function, one
/// that is private where the loop stands.
class NameChecker : public RecursiveASTVisitor<NameChecker> {
public:
  NameChecker(const LoopShape &Shape, const SourceManager &SM)
      : Shape(Shape), SM(SM) {}
  bool VisitTagType(TagType *T) {
    check(*T->getDecl());
    return Sayable;
  }
  void check(const TagDecl &D) {
    bool Named = D.getIdentifier() || D.getTypedefNameForAnonDecl();
    if (!Named || !inScope(D) || !accessible(D))
      Sayable = false;
    if (const auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(&D))
      for (const TemplateArgument &A : Special->getTemplateArgs().asArray())
        TraverseTemplateArgument(A);
    if (const auto *Around = dyn_cast<TagDecl>(D.getDeclContext()))
      check(*Around);
  }

  bool Sayable = true;

private:
  bool inScope(const TagDecl &D) const {
    const DeclContext *Local = D.getParentFunctionOrMethod();
    if (!Local)
      return true;
    if (SM.isPointWithin(D.getLocation(), Shape.Body->getBeginLoc(),
                         Shape.Body->getEndLoc()))
      return false;
    return Local->Encloses(Shape.Function);
  }
  bool accessible(const TagDecl &D) const {
    if (D.getAccess() == AS_public || D.getAccess() == AS_none)
      return true;
    return D.getDeclContext()->Encloses(Shape.Function);
  }

  const LoopShape &Shape;
  const SourceManager &SM;
};

/// Says types in the text's own words.
class TypeWriter {
public:
  TypeWriter(const LoopShape &Shape, const LoopText &Text)
      : Shape(Shape), Text(Text), SM(Text.context().getSourceManager()) {}

  std::optional<std::string> concrete(QualType Type) const;
  std::optional<std::string> inWords(const Expr &Value, unsigned Depth) const;

private:
  bool inBody(const Decl &D) const {
    return D.getParentFunctionOrMethod() &&
           SM.isPointWithin(D.getLocation(), Shape.Body->getBeginLoc(),
                            Shape.Body->getEndLoc());
  }
  std::optional<std::string> declared(const VarDecl &Variable,
                                      unsigned Depth) const;

  const LoopShape &Shape;
  const LoopText &Text;
  const SourceManager &SM;
};

/// Finds what a value names.
class NameFinder : public RecursiveASTVisitor<NameFinder> {
public:
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    Found.push_back(E);
    return true;
  }
  bool VisitLambdaExpr(LambdaExpr *) {
    HasLambda = true;
    return true;
  }
  bool VisitTagTypeLoc(TagTypeLoc T) {
    Classes.push_back(T.getDecl());
    return true;
  }
  bool VisitTypedefTypeLoc(TypedefTypeLoc T) {
    Classes.push_back(T.getDecl());
    return true;
  }
  std::vector<const DeclRefExpr *> Found;
  std::vector<const TypeDecl *> Classes;
  bool HasLambda = false;
};

} // namespace

std::optional<std::string> TypeWriter::concrete(QualType Type) const {
  const ASTContext &Context = Text.context();
  Type = Type.getNonReferenceType();
  if (Type->isArrayType() || Type->isFunctionType())
    Type = Context.getDecayedType(Type);
  Type = Type.getUnqualifiedType();
  QualType Canonical = Type.getCanonicalType();
  NameChecker Check(Shape, SM);
  Check.TraverseType(Canonical);
  if (!Check.Sayable)
    return std::nullopt;
  PrintingPolicy Policy = Context.getPrintingPolicy();
  Policy.SuppressUnwrittenScope = true;
  // A name in a namespace is shorter than what it stands for.
  QualType Named = Canonical;
  if (const auto *Typedef = Type->getAs<TypedefType>())
    if (Typedef->getDecl()->getDeclContext()->isFileContext() &&
        !Canonical->isBuiltinType())
      Named = Type;
  return TypeName::getFullyQualifiedName(Named, Context, Policy);
}

/// The type that Variable is declared with, for use in std::declval.
std::optional<std::string> TypeWriter::declared(const VarDecl &Variable,
                                                unsigned Depth) const {
  if (&Variable == Shape.Variable && Shape.What == LoopShape::Kind::Range)
    return Variable.getType().getNonReferenceType().isConstQualified()
               ? "const std::decay_t<decltype(*mp_it)>"
               : "std::decay_t<decltype(*mp_it)>";
  QualType Type = Variable.getType().getNonReferenceType();
  if (std::optional<std::string> Plain = plainType(Type, Text.context()))
    return Plain;
  const TypeSourceInfo *Info = Variable.getTypeSourceInfo();
  if (!Info)
    return std::nullopt;
  if (Info->getType()->getContainedAutoType()) {
    if (!Variable.getInit())
      return std::nullopt;
    std::optional<std::string> Init =
        inWords(*Variable.getInit()->IgnoreUnlessSpelledInSource(), Depth + 1);
    if (Init && Type.isConstQualified())
      return "const " + *Init;
    return Init;
  }
  // `const T &x`: what stands in front of the name, if that is all there is.
  if (Info->getType()->isArrayType() || Info->getType()->isFunctionType())
    return std::nullopt;
  std::optional<Span> Name = Text.editable(Variable.getLocation());
  std::optional<Span> Start = Text.editable(Variable.getBeginLoc());
  if (!Name || !Start || Name->Begin <= Start->Begin)
    return std::nullopt;
  bool Simple = true;
  unsigned Angles = 0;
  Text.forEachToken({Start->Begin, Name->Begin}, [&](const Token &T, unsigned) {
    if (T.is(tok::less))
      ++Angles;
    else if (T.is(tok::greater))
      --Angles;
    else if (T.is(tok::greatergreater))
      Angles -= 2;
    Simple &= !(T.is(tok::comma) && Angles == 0) &&
              !T.isOneOf(tok::equal, tok::l_brace, tok::l_paren, tok::l_square);
    if (T.is(tok::raw_identifier)) {
      llvm::StringRef Word = T.getRawIdentifier();
      Simple &= Word != "static" && Word != "constexpr" &&
                Word != "thread_local" && Word != "struct" && Word != "class";
    }
  });
  if (!Simple)
    return std::nullopt;
  llvm::StringRef Words =
      Text.text({Start->Begin, Name->Begin}).rtrim(" \t\n&");
  NameChecker Check(Shape, SM);
  Check.TraverseType(Type.getCanonicalType());
  if (!Check.Sayable || Words.contains('\n') || Words.contains("/"))
    return std::nullopt;
  return Words.str();
}

std::optional<std::string> TypeWriter::inWords(const Expr &Value,
                                               unsigned Depth) const {
  if (Depth > 4)
    return std::nullopt;
  if (const auto *Name = dyn_cast<DeclRefExpr>(&Value))
    if (const auto *Variable = dyn_cast<VarDecl>(Name->getDecl()))
      if (inBody(*Variable) || Variable == Shape.Variable)
        if (std::optional<std::string> Type = declared(*Variable, Depth))
          return llvm::StringRef(*Type).starts_with("const ") &&
                         !llvm::StringRef(*Type).ends_with("*")
                     ? Type->substr(6)
                     : *Type;
  std::optional<Span> Where = Text.span(Value.getSourceRange());
  if (!Where || Text.text(*Where).contains('\n') ||
      Text.text(*Where).contains('/') || Text.text(*Where).starts_with("{"))
    return std::nullopt;
  NameFinder Names;
  Names.TraverseStmt(const_cast<Expr *>(&Value));
  if (Names.HasLambda || llvm::any_of(Names.Classes, [&](const TypeDecl *D) {
        return inBody(*D);
      }))
    return std::nullopt;
  std::vector<TextEdit> Edits;
  for (const DeclRefExpr *Name : Names.Found) {
    const ValueDecl *D = Name->getDecl();
    const auto *Variable = dyn_cast<VarDecl>(D);
    bool OfRange =
        Variable == Shape.Variable && Shape.What == LoopShape::Kind::Range;
    if (!inBody(*D) && !OfRange && !isa<BindingDecl>(D))
      continue;
    std::optional<Span> At = Text.editable(Name->getSourceRange());
    if (!Variable || !At)
      return std::nullopt;
    std::optional<std::string> Type = declared(*Variable, Depth);
    if (!Type)
      return std::nullopt;
    Edits.push_back({*At, "std::declval<" + *Type + " &>()"});
  }
  return "std::decay_t<decltype(" + editedText(Text, *Where, Edits) + ")>";
}

std::optional<std::string>
typeOfValue(const Expr &Value, const LoopShape &Shape, const LoopText &Text) {
  TypeWriter Writer(Shape, Text);
  const Expr &Written = *Value.IgnoreUnlessSpelledInSource();
  if (isBitReference(Written.getType()))
    return "bool";
  if (std::optional<std::string> Plain =
          inTemplate(Shape.Function)
              ? std::nullopt
              : plainType(Written.getType(), Text.context()))
    return Plain;
  std::optional<std::string> Words;
  if (inTemplate(Shape.Function))
    Words = Writer.inWords(Written, 0);
  if (!Words)
    Words = Writer.concrete(Written.getType());
  return Words ? Words : Writer.inWords(Written, 0);
}

} // namespace mp::tool
