//===- OpenMember.cpp - Members that the function may not name ------------===//
//
// Finds the place in front of the function, and says the class of a member so
// that it is found from there.
//
//===----------------------------------------------------------------------===//

#include "classes/OpenMember.h"
#include "loops/LoopShape.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/PrettyPrinter.h"
#include "clang/AST/Stmt.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"

using namespace clang;

namespace mp::tool {

/// The declaration in a namespace that Function is, or is a part of; null when
/// templates can't be declared there.
static const Decl *outermost(const FunctionDecl *Function) {
  const Decl *D = Function;
  while (D && !D->getLexicalDeclContext()->isFileContext()) {
    if (isa<LinkageSpecDecl>(D->getLexicalDeclContext()))
      return nullptr;
    D = dyn_cast<Decl>(D->getLexicalDeclContext());
  }
  if (!D)
    return nullptr;
  for (const DeclContext *In = D->getLexicalDeclContext(); In;
       In = In->getLexicalParent())
    if (isa<LinkageSpecDecl>(In))
      return nullptr;
  // (A lambda in an initialiser does not begin a declaration.)
  if (const auto *R = dyn_cast<CXXRecordDecl>(D))
    return R->isLambda() ? nullptr : D;
  return isa<FunctionDecl>(D) ? D : nullptr;
}

/// A declaration may stand in front of the one that begins at Where.
static bool endsBefore(SourceLocation Where, const SourceManager &SM,
                       const LangOptions &Language) {
  std::optional<Token> Last =
      Lexer::findPreviousToken(Where, SM, Language, /*IncludeComments=*/false);
  if (!Last || Last->isOneOf(tok::semi, tok::l_brace, tok::r_brace))
    return true;
  // The end of a directive.
  auto [File, Offset] = SM.getDecomposedLoc(Last->getLocation());
  StringRef Before = SM.getBufferData(File).substr(0, Offset);
  StringRef Line = Before.substr(Before.rfind('\n') + 1);
  return (Line.str() + "#").find_first_not_of(" \t") == Line.find('#') &&
         Line.contains('#');
}

OpenMembers::OpenMembers(const FunctionDecl *Function, const LoopShape &Shape,
                         const ASTContext &C)
    : C(C) {
  const SourceManager &SM = C.getSourceManager();
  const Decl *D = Function ? outermost(Function) : nullptr;
  SourceLocation Loop = SM.getExpansionLoc(Shape.Loop->getBeginLoc());
  if (!D || D->getBeginLoc().isInvalid() || D->getBeginLoc().isMacroID() ||
      SM.getFileID(D->getBeginLoc()) != SM.getFileID(Loop) ||
      !endsBefore(D->getBeginLoc(), SM, C.getLangOpts()))
    return;
  for (const DeclContext *In = Function; In; In = In->getParent())
    if (const auto *F = dyn_cast<FunctionDecl>(In);
        (F && F->isTemplateInstantiation()) ||
        isa<ClassTemplateSpecializationDecl>(In))
      return;
  Place = D->getBeginLoc();
  // Loops in other files of the program have other names.
  StringRef File = SM.getFilename(Loop);
  Prefix =
      "mp_open_" +
      llvm::utohexstr(
          llvm::xxh3_64bits(File.substr(File.find_last_of('/') + 1)) & 0xffff,
          /*LowerCase=*/true) +
      "_" + std::to_string(SM.getFileOffset(Loop)) + "_";
}

std::string OpenMembers::pointerTo(const ValueDecl &Member) {
  for (const OpenMember &Old : Members)
    if (Old.Member == &Member)
      return Old.Name.empty() ? "" : "mp_at(" + Old.Name + "())";
  const auto *Field = dyn_cast<FieldDecl>(&Member);
  const auto *Class = dyn_cast<CXXRecordDecl>(Member.getDeclContext());
  const SourceManager &SM = C.getSourceManager();
  if (Place.isInvalid() || !Class || !Member.getIdentifier() ||
      Member.getType()->isReferenceType() ||
      (Field && (Field->isBitField() || Class->isUnion())) ||
      Class->getParentFunctionOrMethod())
    return "";
  for (const DeclContext *In = Class; !In->isFileContext();
       In = In->getParent())
    if (const auto *R = dyn_cast<CXXRecordDecl>(In);
        !R || !R->getIdentifier() || R->isDependentContext() || R->isLambda() ||
        !SM.isBeforeInTranslationUnit(R->getBraceRange().getEnd(), Place))
      return "";
  PrintingPolicy Policy(C.getLangOpts());
  Policy.FullyQualifiedName = true;
  Policy.SuppressTagKeyword = true;
  Policy.SuppressUnwrittenScope = true;
  Policy.PrintAsCanonical = true;
  std::string Name = QualType(C.getCanonicalTagType(Class)).getAsString(Policy);
  // Types without a name among the template's arguments.
  if (Name.find('(') != std::string::npos || StringRef(Name).contains("lambda"))
    return "";
  OpenMember New;
  New.Member = &Member;
  New.Name = Prefix + std::to_string(Members.size() + 1);
  New.Declarations = "struct " + New.Name + " { friend auto mp_at(" + New.Name +
                     "); template <auto M> struct opened { friend auto mp_at(" +
                     New.Name + ") { return M; } }; }; template struct " +
                     New.Name + "::opened<&::" + Name +
                     "::" + Member.getNameAsString() + ">;";
  Members.push_back(std::move(New));
  return "mp_at(" + Members.back().Name + "())";
}

} // namespace mp::tool
