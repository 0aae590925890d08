//===- Iterators.cpp - Which class types are iterators we can count with --===//
//
// The standard library's iterators are told by the tag and the namespace of
// their class; what lies in one array, by its name. A reverse_iterator is
// judged by what it goes over.
//
//===----------------------------------------------------------------------===//

#include "loops/Iterators.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/StringSwitch.h"

namespace mp::tool {

using namespace clang;

/// The class that Class's own or inherited `iterator_category` names.
static const CXXRecordDecl *category(const CXXRecordDecl *Class) {
  if (!Class || !Class->hasDefinition())
    return nullptr;
  Class = Class->getDefinition();
  for (const Decl *Member : Class->decls())
    if (const auto *Named = dyn_cast<TypedefNameDecl>(Member))
      if (Named->getName() == "iterator_category")
        return Named->getUnderlyingType()->getAsCXXRecordDecl();
  for (const CXXBaseSpecifier &Base : Class->bases())
    if (const CXXRecordDecl *Found =
            category(Base.getType()->getAsCXXRecordDecl()))
      return Found;
  return nullptr;
}

static bool isRandomAccessTag(const CXXRecordDecl *Tag) {
  if (!Tag || !Tag->hasDefinition())
    return false;
  if (Tag->isInStdNamespace() && Tag->getName() == "random_access_iterator_tag")
    return true;
  for (const CXXBaseSpecifier &Base : Tag->getDefinition()->bases())
    if (isRandomAccessTag(Base.getType()->getAsCXXRecordDecl()))
      return true;
  return false;
}

/// The outermost namespace D is in.
static llvm::StringRef rootNamespace(const Decl &D) {
  const NamespaceDecl *Root = nullptr;
  for (const DeclContext *Where = D.getDeclContext(); Where;
       Where = Where->getParent())
    if (const auto *Space = dyn_cast<NamespaceDecl>(Where))
      Root = Space;
  return Root ? Root->getName() : "";
}

/// What an iterator that adapts another goes over; null if there is none.
static QualType adapted(const CXXRecordDecl &Class) {
  const auto *Instance = dyn_cast<ClassTemplateSpecializationDecl>(&Class);
  if (!Instance || Instance->getTemplateArgs().size() == 0 ||
      Instance->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
    return {};
  return Instance->getTemplateArgs()[0].getAsType();
}

/// A reverse_iterator is as good as what it goes over.
static IteratorKind reversed(const CXXRecordDecl &Class) {
  QualType Inner = adapted(Class);
  if (Inner.isNull())
    return IteratorKind::UserDefined;
  if (Inner->isPointerType())
    return IteratorKind::Contiguous;
  IteratorKind Kind = iteratorKind(Inner);
  return Kind == IteratorKind::None ? IteratorKind::UserDefined : Kind;
}

bool goesBackwards(QualType Type) {
  if (Type.isNull())
    return false;
  const CXXRecordDecl *Class =
      Type.getNonReferenceType().getCanonicalType()->getAsCXXRecordDecl();
  if (!Class || !Class->isInStdNamespace() || !Class->getIdentifier())
    return false;
  if (Class->getName() == "reverse_iterator")
    return !goesBackwards(adapted(*Class));
  return Class->getName() == "move_iterator" && goesBackwards(adapted(*Class));
}

IteratorKind iteratorKind(QualType Type) {
  const CXXRecordDecl *Class = Type.getCanonicalType()->getAsCXXRecordDecl();
  if (!Class || !isRandomAccessTag(category(Class)))
    return IteratorKind::None;
  llvm::StringRef Root = rootNamespace(*Class);
  if (Root != "std" && Root != "__gnu_cxx")
    return IteratorKind::UserDefined;
  if (Class->getName() == "reverse_iterator")
    return reversed(*Class);
  return llvm::StringSwitch<IteratorKind>(Class->getName())
      .Cases({"__normal_iterator", "__wrap_iter"}, IteratorKind::Contiguous)
      .Cases({"_Deque_iterator", "__deque_iterator", "_Bit_iterator",
              "_Bit_const_iterator", "__bit_iterator"},
             IteratorKind::RandomAccess)
      .Default(IteratorKind::UserDefined);
}

} // namespace mp::tool
