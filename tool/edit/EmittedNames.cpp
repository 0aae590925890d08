//===- EmittedNames.cpp - Names of ours that mean something else ----------===//
//
// What belongs to the runtime in a mixture of its and the user's code is told
// by how it begins: `mp`, or a name with the reserved prefix, and the members
// named behind that. For `mp` itself the scopes around the loop are looked
// through as the language does for a name in front of `::`.
//
//===----------------------------------------------------------------------===//

#include "edit/EmittedNames.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Support/Path.h"
#include <vector>

using namespace clang;

namespace mp::tool {

std::optional<std::string> nameTakenByMacro(llvm::StringRef Code,
                                            const ASTContext &Context) {
  const std::string Text = Code.str(); // the lexer wants its end marked
  Lexer Tokens(SourceLocation(), Context.getLangOpts(), Text.data(),
               Text.data(), Text.data() + Text.size());
  bool Ours = false; // a name that follows is the runtime's
  std::vector<bool> Outside;
  for (Token T; !Tokens.LexFromRawLexer(T);) {
    switch (T.getKind()) {
    case tok::raw_identifier: {
      StringRef Name = T.getRawIdentifier();
      Ours |= Name == "mp" || Name.starts_with("mp_");
      auto Known = Context.Idents.find(Name);
      if (Ours && Known != Context.Idents.end() &&
          Known->second->hasMacroDefinition())
        return Name.str();
      break;
    }
    case tok::coloncolon:
    case tok::period:
      break;
    case tok::l_paren:
      Outside.push_back(Ours);
      Ours = false;
      break;
    case tok::r_paren:
      Ours = !Outside.empty() && Outside.back();
      if (!Outside.empty())
        Outside.pop_back();
      break;
    default:
      Ours = false;
    }
  }
  return std::nullopt;
}

/// Where is in one of the runtime's headers, which the program may include
/// itself: parallel_map.hpp is there too, or one directory up.
static bool inRuntime(SourceLocation Where, const SourceManager &SM) {
  FileID In = SM.getFileID(SM.getExpansionLoc(Where));
  OptionalFileEntryRef File = SM.getFileEntryRefForID(In);
  if (!File || In == SM.getMainFileID())
    return false;
  StringRef Directory = llvm::sys::path::parent_path(File->getName());
  for (StringRef Place : {Directory, llvm::sys::path::parent_path(Directory)}) {
    llvm::SmallString<128> Header(Place);
    llvm::sys::path::append(Header, "parallel_map.hpp");
    if (SM.getFileManager().getOptionalFileRef(Header))
      return true;
  }
  return false;
}

namespace {

/// Looks for what `mp` means in front of `::`.
class RuntimeName {
public:
  explicit RuntimeName(const ASTContext &Context)
      : Context(Context), Name(&Context.Idents.get("mp")) {}

  const NamedDecl *hiddenIn(const DeclContext &Scope);
  const NamedDecl *sharedGlobally() const;

private:
  /// A name in front of `::` is that of a namespace or of a type.
  bool hides(const NamedDecl &D) const {
    return D.getDeclName() == Name &&
           isa<TypeDecl, NamespaceDecl, NamespaceAliasDecl, ClassTemplateDecl,
               TypeAliasTemplateDecl, UnresolvedUsingTypenameDecl>(
               D.getUnderlyingDecl());
  }
  const NamedDecl *declaredIn(const DeclContext &Scope);
  const NamedDecl *declaredInBody(const FunctionDecl &Function);

  const ASTContext &Context;
  DeclarationName Name;
  llvm::SmallPtrSet<const DeclContext *, 8> Seen;
};

} // namespace

/// In Scope itself, in its bases, and in the namespaces that it opens with
/// using directives.
const NamedDecl *RuntimeName::declaredIn(const DeclContext &Scope) {
  if (!Seen.insert(&Scope).second)
    return nullptr;
  if (!Scope.isTranslationUnit() && !Scope.isFunctionOrMethod() &&
      !Scope.isTransparentContext())
    for (const NamedDecl *D : Scope.lookup(Name))
      if (hides(*D))
        return D;
  if (const auto *Class = dyn_cast<CXXRecordDecl>(&Scope);
      Class && Class->hasDefinition())
    for (const CXXBaseSpecifier &Base : Class->bases())
      if (const CXXRecordDecl *Of = Base.getType()->getAsCXXRecordDecl())
        if (const NamedDecl *D = declaredIn(*Of))
          return D;
  for (const UsingDirectiveDecl *Using : Scope.using_directives())
    if (const NamedDecl *D = declaredIn(*Using->getNominatedNamespace()))
      return D;
  return nullptr;
}

const NamedDecl *RuntimeName::declaredInBody(const FunctionDecl &Function) {
  struct Finder : RecursiveASTVisitor<Finder> {
    explicit Finder(RuntimeName &Names) : Names(Names) {}
    bool VisitNamedDecl(NamedDecl *D) {
      if (auto *Using = dyn_cast<UsingDirectiveDecl>(D))
        Found = Names.declaredIn(*Using->getNominatedNamespace());
      else if (Names.hides(*D))
        Found = D;
      else if (auto *Using = dyn_cast<UsingDecl>(D))
        for (const UsingShadowDecl *Shadow : Using->shadows())
          if (Names.hides(*Shadow))
            Found = Using;
      return !Found;
    }
    RuntimeName &Names;
    const NamedDecl *Found = nullptr;
  };
  Finder F(*this);
  F.TraverseStmt(Function.getBody());
  return F.Found;
}

const NamedDecl *RuntimeName::hiddenIn(const DeclContext &Scope) {
  for (const DeclContext *Where = &Scope; Where; Where = Where->getParent()) {
    if (const auto *Function = dyn_cast<FunctionDecl>(Where))
      if (const NamedDecl *D = declaredInBody(*Function))
        return D;
    if (const NamedDecl *D = declaredIn(*Where->getPrimaryContext()))
      return D;
  }
  return nullptr;
}

/// The global namespace `mp` is the runtime's: the program must have nothing
/// else of this name, and nothing of its own in it.
const NamedDecl *RuntimeName::sharedGlobally() const {
  const SourceManager &SM = Context.getSourceManager();
  for (const NamedDecl *D : Context.getTranslationUnitDecl()->lookup(Name)) {
    const auto *Space = dyn_cast<NamespaceDecl>(D);
    if (!Space)
      return D;
    for (const NamespaceDecl *Part : Space->redecls())
      for (const Decl *Inside : Part->decls()) {
        const auto *Named = dyn_cast<NamedDecl>(Inside);
        if (const auto *Special =
                dyn_cast<ClassTemplateSpecializationDecl>(Inside))
          Named = Special->getSpecializedTemplate();
        if (Named && !Named->isImplicit() &&
            !inRuntime(Named->getCanonicalDecl()->getLocation(), SM))
          return cast<NamedDecl>(Inside);
      }
  }
  return nullptr;
}

const NamedDecl *declarationInTheWay(const FunctionDecl &Function,
                                     const ASTContext &Context) {
  RuntimeName Names(Context);
  if (const NamedDecl *D = Names.sharedGlobally())
    return D;
  return Names.hiddenIn(Function);
}

} // namespace mp::tool
