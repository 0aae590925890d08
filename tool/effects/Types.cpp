//===- Types.cpp - Questions about types ----------------------------------===//
//
// The library's types are known by their names in namespace std. Whether a
// value can travel, and what it points to, is found by going through the parts
// of its type once each.
//
//===----------------------------------------------------------------------===//

#include "effects/Types.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/CXXInheritance.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/StringSwitch.h"
#include <functional>

using namespace clang;

namespace mp::tool {

const CXXRecordDecl *recordOf(QualType T) {
  if (T.isNull())
    return nullptr;
  return T.getNonReferenceType()->getAsCXXRecordDecl();
}

/// Specialisations that the program adds to namespace std are its own code.
static bool isTheLibrarys(const Decl *D) {
  const Decl *Written = D;
  if (const auto *R = dyn_cast<CXXRecordDecl>(D)) {
    if (const CXXRecordDecl *Pattern = R->getTemplateInstantiationPattern())
      Written = Pattern;
  } else if (const auto *F = dyn_cast<FunctionDecl>(D)) {
    if (const FunctionDecl *Pattern = F->getTemplateInstantiationPattern())
      Written = Pattern;
  }
  SourceLocation Where = Written->getLocation();
  return Where.isInvalid() ||
         D->getASTContext().getSourceManager().isInSystemHeader(Where);
}

bool isInStd(const Decl *D) {
  for (const DeclContext *C = D->getDeclContext(); C; C = C->getParent())
    if (auto *N = dyn_cast<NamespaceDecl>(C))
      if (N->getParent()->getRedeclContext()->isTranslationUnit())
        return (N->getName() == "std" || N->getName() == "__gnu_cxx") &&
               isTheLibrarys(D);
  return false;
}

StringRef stdName(QualType T) {
  const CXXRecordDecl *R = recordOf(T);
  if (!R || !R->getIdentifier() || !isInStd(R))
    return "";
  return R->getName();
}

bool isBitsetReference(QualType T) {
  const CXXRecordDecl *R = recordOf(T);
  const auto *Of = R ? dyn_cast<CXXRecordDecl>(R->getParent()) : nullptr;
  return Of && Of->getIdentifier() && R->getIdentifier() && isInStd(Of) &&
         Of->getName() == "bitset" && R->getName() == "reference";
}

static bool derivesFrom(const CXXRecordDecl *R, StringRef StdName) {
  if (!R || !R->hasDefinition())
    return false;
  bool Found = false;
  R->forallBases([&](const CXXRecordDecl *B) {
    if (B->getIdentifier() && B->getName() == StdName && isInStd(B))
      Found = true;
    return true;
  });
  return Found;
}

LibraryType libraryType(QualType T) {
  const CXXRecordDecl *R = recordOf(T);
  if (!R)
    return LibraryType::None;
  if (derivesFrom(R, "ios_base"))
    return LibraryType::Stream;
  if (!R->getIdentifier() || !isInStd(R))
    return LibraryType::None;
  StringRef N = R->getName();
  if (N == "ios_base")
    return LibraryType::Stream;
  auto Kind =
      llvm::StringSwitch<LibraryType>(N)
          .Cases({"vector", "basic_string", "deque", "valarray"},
                 LibraryType::Sequence)
          .Cases({"array", "bitset"}, LibraryType::InPlace)
          .Cases({"list", "forward_list", "queue", "stack", "priority_queue"},
                 LibraryType::Linked)
          .Cases({"map", "set", "multimap", "multiset", "unordered_map",
                  "unordered_set", "unordered_multimap", "unordered_multiset"},
                 LibraryType::Associative)
          .Cases({"span", "basic_string_view", "initializer_list",
                  "reference_wrapper", "__normal_iterator", "reverse_iterator",
                  "move_iterator", "_Deque_iterator", "_Bit_iterator"},
                 LibraryType::View)
          .Cases({"_Bit_const_iterator", "_Bit_reference", "_List_iterator",
                  "_List_const_iterator", "_Rb_tree_iterator",
                  "_Rb_tree_const_iterator", "_Node_iterator",
                  "_Node_const_iterator", "_Fwd_list_iterator",
                  "_Fwd_list_const_iterator"},
                 LibraryType::View)
          .Cases({"back_insert_iterator", "front_insert_iterator",
                  "insert_iterator", "ostream_iterator", "istream_iterator"},
                 LibraryType::View)
          .Cases({"unique_ptr", "optional"}, LibraryType::Owner)
          .Cases({"shared_ptr", "weak_ptr"}, LibraryType::Shared)
          .Cases({"mutex", "recursive_mutex", "timed_mutex", "shared_mutex",
                  "lock_guard", "unique_lock", "scoped_lock", "shared_lock"},
                 LibraryType::Lock)
          .Cases({"atomic", "__atomic_base", "atomic_flag", "__atomic_float",
                  "atomic_ref"},
                 LibraryType::Atomic)
          .Cases({"linear_congruential_engine", "mersenne_twister_engine",
                  "subtract_with_carry_engine", "discard_block_engine",
                  "independent_bits_engine", "shuffle_order_engine",
                  "random_device"},
                 LibraryType::Engine)
          .Cases({"complex", "pair", "tuple", "variant", "duration",
                  "time_point", "ratio", "integral_constant", "hash", "less"},
                 LibraryType::Value)
          .Default(LibraryType::None);
  if (Kind == LibraryType::None && N.ends_with("_distribution"))
    return LibraryType::Engine;
  return Kind;
}

QualType templateArgument(QualType T, unsigned K) {
  auto *R = dyn_cast_or_null<ClassTemplateSpecializationDecl>(recordOf(T));
  if (!R || R->getTemplateArgs().size() <= K)
    return {};
  const TemplateArgument &A = R->getTemplateArgs()[K];
  return A.getKind() == TemplateArgument::Type ? A.getAsType() : QualType();
}

bool holdsReferences(QualType T) {
  const auto *S =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(recordOf(T));
  if (!S)
    return false;
  auto IsReference = [](const TemplateArgument &A) {
    return A.getKind() == TemplateArgument::Type &&
           A.getAsType()->isReferenceType();
  };
  return llvm::any_of(
      S->getTemplateArgs().asArray(), [&](const TemplateArgument &A) {
        return A.getKind() == TemplateArgument::Pack
                   ? llvm::any_of(A.pack_elements(), IsReference)
                   : IsReference(A);
      });
}

unsigned long long constantExtent(QualType T) {
  if (T.isNull())
    return 0;
  T = T.getNonReferenceType();
  if (const auto *A =
          dyn_cast_or_null<ConstantArrayType>(T->getAsArrayTypeUnsafe()))
    return A->getSize().getLimitedValue();
  const auto *S =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(recordOf(T));
  if (!S || stdName(T) != "array" || S->getTemplateArgs().size() < 2 ||
      S->getTemplateArgs()[1].getKind() != TemplateArgument::Integral)
    return 0;
  return S->getTemplateArgs()[1].getAsIntegral().getLimitedValue();
}

QualType elementType(QualType T) {
  if (T.isNull())
    return {};
  T = T.getNonReferenceType();
  if (auto *A = T->getAsArrayTypeUnsafe())
    return A->getElementType();
  if (T->isPointerType())
    return T->getPointeeType();
  switch (libraryType(T)) {
  case LibraryType::Sequence:
  case LibraryType::Linked:
  case LibraryType::Owner:
  case LibraryType::Shared: {
    QualType E = templateArgument(T, 0);
    // unique_ptr<T[]>
    if (!E.isNull())
      if (auto *A = E->getAsArrayTypeUnsafe())
        return A->getElementType();
    return E;
  }
  case LibraryType::InPlace:
    return stdName(T) == "array" ? templateArgument(T, 0) : QualType();
  case LibraryType::Associative: {
    // value_type, as the class names it.
    const CXXRecordDecl *R = recordOf(T);
    for (auto *D : R->decls())
      if (auto *TD = dyn_cast<TypedefNameDecl>(D))
        if (TD->getName() == "value_type")
          return TD->getUnderlyingType();
    return {};
  }
  case LibraryType::View:
    if (stdName(T) == "__normal_iterator") {
      QualType P = templateArgument(T, 0);
      return P.isNull() ? P : P->getPointeeType();
    }
    if (stdName(T) == "reverse_iterator" || stdName(T) == "move_iterator")
      return elementType(templateArgument(T, 0));
    if (stdName(T).contains("iterator")) {
      QualType A = templateArgument(T, 0);
      return A;
    }
    return templateArgument(T, 0);
  default:
    return {};
  }
}

std::vector<QualType> classArguments(QualType T) {
  std::vector<QualType> Out;
  auto *R = dyn_cast_or_null<ClassTemplateSpecializationDecl>(recordOf(T));
  if (!R)
    return Out;
  auto Add = [&](const TemplateArgument &A) {
    if (A.getKind() != TemplateArgument::Type)
      return;
    QualType E = A.getAsType();
    while (auto *Array = E->getAsArrayTypeUnsafe())
      E = Array->getElementType();
    if (E->isRecordType())
      Out.push_back(E);
  };
  for (const TemplateArgument &A : R->getTemplateArgs().asArray())
    if (A.getKind() == TemplateArgument::Pack)
      for (const TemplateArgument &P : A.pack_elements())
        Add(P);
    else
      Add(A);
  return Out;
}

bool isVectorBool(QualType T) {
  if (stdName(T) != "vector")
    return false;
  QualType E = templateArgument(T, 0);
  return !E.isNull() && E->isBooleanType();
}

bool isContiguous(QualType T) {
  if (T.isNull())
    return false;
  T = T.getNonReferenceType();
  if (T->isArrayType() || T->isPointerType())
    return true;
  StringRef N = stdName(T);
  if (N == "vector")
    return !isVectorBool(T);
  return N == "basic_string" || N == "array" || N == "span" ||
         N == "basic_string_view" || N == "initializer_list" ||
         N == "valarray" || N == "__normal_iterator";
}

/// As include/mp/aggregate.hpp has it.
static constexpr unsigned MostMembers = 64;

namespace {
/// Walks the parts of a type once each.
class TypeWalk {
public:
  explicit TypeWalk(const ASTContext &C) : C(C) {}

  bool holdsPointers(QualType T) {
    T = T.getCanonicalType().getUnqualifiedType();
    if (T->isPointerType() || T->isReferenceType() || T->isMemberPointerType())
      return !T->isFunctionPointerType();
    if (auto *A = C.getAsArrayType(T))
      return holdsPointers(A->getElementType());
    const CXXRecordDecl *R = T->getAsCXXRecordDecl();
    if (!R)
      return false;
    switch (libraryType(T)) {
    case LibraryType::View:
    case LibraryType::Shared:
      return true;
    case LibraryType::Sequence:
    case LibraryType::Linked:
    case LibraryType::Owner:
    case LibraryType::InPlace:
    case LibraryType::Associative: {
      QualType E = elementType(T);
      return !E.isNull() && holdsPointers(E);
    }
    case LibraryType::Value:
      return anyArgument(T);
    case LibraryType::Lock:
    case LibraryType::Atomic:
    case LibraryType::Engine:
    case LibraryType::Stream:
      return false;
    case LibraryType::None:
      break;
    }
    if (!R->hasDefinition())
      return true;
    if (!Seen.insert(R->getCanonicalDecl()).second)
      return false;
    if (R->isLambda()) {
      for (auto &Cap : R->captures())
        if (Cap.capturesThis() || Cap.getCaptureKind() == LCK_ByRef)
          return true;
    }
    for (auto &B : R->bases())
      if (holdsPointers(B.getType()))
        return true;
    for (auto *F : R->fields())
      if (holdsPointers(F->getType()))
        return true;
    return isInStd(R) && R->isPolymorphic();
  }

  std::string whyNot(QualType T) {
    T = T.getCanonicalType().getUnqualifiedType();
    if (T->isReferenceType())
      return "it holds a reference";
    if (T->isScalarType())
      return "";
    if (auto *A = C.getAsArrayType(T)) {
      if (!isa<ConstantArrayType>(A))
        return "it is an array of variable length";
      return whyNot(A->getElementType());
    }
    const CXXRecordDecl *R = T->getAsCXXRecordDecl();
    if (!R)
      return "values of type '" + T.getAsString() + "' can't be sent";
    if (!R->hasDefinition())
      return "its class is not defined here";
    StringRef N = stdName(T);
    switch (libraryType(T)) {
    case LibraryType::Shared:
      return "a 'std::" + N.str() +
             "' counts its owners in memory that only the worker changes";
    case LibraryType::Stream:
      return "a stream can't be sent";
    case LibraryType::Lock:
      return "a lock can't be sent";
    case LibraryType::Atomic:
      return "an atomic can't be sent";
    case LibraryType::Owner:
      if (N == "unique_ptr") {
        if (templateArgument(T, 0)->isArrayType())
          return "the length of a 'std::unique_ptr' to an array is not known";
        const CXXRecordDecl *E = recordOf(elementType(T));
        if (E && E->hasDefinition() && E->isPolymorphic() &&
            !E->hasAttr<FinalAttr>())
          return "the class behind the 'std::unique_ptr' is polymorphic";
        QualType D = templateArgument(T, 1);
        if (stdName(D) != "default_delete")
          return "the 'std::unique_ptr' has a deleter of its own";
      }
      return whyNot(elementType(T));
    case LibraryType::Sequence:
    case LibraryType::InPlace:
    case LibraryType::Linked: {
      if (N == "queue" || N == "stack" || N == "priority_queue") {
        if (N == "priority_queue" && hasState(T, 2))
          return "what orders the elements of a 'std::priority_queue' has a "
                 "state of its own";
        return whyNot(templateArgument(T, 1));
      }
      QualType E = elementType(T);
      if (N != "array" && N != "bitset" && N != "valarray" && hasState(T, 1))
        return "the allocator of a 'std::" + N.str() +
               "' has a state of its own";
      return E.isNull() ? "" : whyNot(E);
    }
    case LibraryType::Associative:
      if (hasState(T, N.contains("map") ? 2 : 1))
        return "what orders or hashes the elements of a 'std::" + N.str() +
               "' has a state of its own";
      return whyNotArguments(T, 2);
    case LibraryType::Value:
      return whyNotArguments(T, ~0u);
    case LibraryType::View:
    case LibraryType::Engine:
      return "";
    case LibraryType::None:
      break;
    }
    if (R->isLambda())
      return "a lambda can't be sent";
    if (isBitsetReference(T))
      return "it stands for a bit of a 'std::bitset'";
    if (isInStd(R) && !T.isTriviallyCopyableType(C))
      return "a 'std::" + N.str() + "' can't be sent";
    if (R->isPolymorphic())
      return "class '" + R->getNameAsString() + "' is polymorphic";
    if (T.isTriviallyCopyableType(C))
      return "";
    if (R->isUnion())
      return "it is a union that is not trivially copyable";
    if (!Seen.insert(R->getCanonicalDecl()).second)
      return "class '" + R->getNameAsString() + "' contains itself";
    std::string Why = whyNotMembers(R);
    Seen.erase(R->getCanonicalDecl());
    return Why;
  }

private:
  /// The runtime names the members of a plain aggregate by a structured binding
  /// (include/mp/aggregate.hpp).
  std::string whyNotMembers(const CXXRecordDecl *R) {
    for (auto *D : R->decls()) {
      const NamedDecl *ND = dyn_cast<NamedDecl>(D);
      if (auto *FT = dyn_cast<FunctionTemplateDecl>(D))
        ND = FT->getTemplatedDecl();
      if (ND && ND->getIdentifier() && ND->getName() == "serialize")
        return "";
    }
    if (!R->isAggregate() || R->getNumBases() != 0)
      return "class '" + R->getNameAsString() +
             "' is neither trivially copyable, nor a plain aggregate, nor has "
             "it a 'serialize' member";
    const FieldDecl *Array = nullptr;
    for (auto *F : R->fields()) {
      if (!F->getIdentifier())
        return "class '" + R->getNameAsString() +
               "' has a member without a name and is not trivially copyable";
      if (F->isBitField())
        return "member '" + F->getNameAsString() +
               "' is a bit-field in a class that is not trivially copyable";
      if (QualType Part = C.getBaseElementType(F->getType());
          Part.isConstQualified() && Part->isRecordType())
        return "member '" + F->getNameAsString() + "' can't be changed";
      if (F->getType()->isArrayType())
        Array = F;
      std::string Why = whyNot(F->getType());
      if (!Why.empty())
        return "member '" + F->getNameAsString() + "': " + Why;
    }
    if (!Array)
      return "";
    std::string With = "member '" + Array->getNameAsString() +
                       "' is an array in a class that is not trivially "
                       "copyable and ";
    for (auto *F : R->fields())
      if (!isMadeOfNothing(F->getType()))
        return With + "whose member '" + F->getNameAsString() +
               "' has no default value";
    if (std::distance(R->field_begin(), R->field_end()) > MostMembers)
      return With + "has more than " + std::to_string(MostMembers) + " members";
    return "";
  }

  /// `{}` initialises it.
  bool isMadeOfNothing(QualType T) const {
    const CXXRecordDecl *R = C.getBaseElementType(T)->getAsCXXRecordDecl();
    if (!R || isInStd(R))
      return true;
    if (R->isAggregate())
      return llvm::all_of(R->fields(), [&](const FieldDecl *F) {
        return F->hasInClassInitializer() || isMadeOfNothing(F->getType());
      });
    for (const CXXConstructorDecl *Made : R->ctors())
      if (Made->isDefaultConstructor())
        return !Made->isDeleted() && !Made->isExplicit() &&
               Made->getAccess() == AS_public;
    return R->needsImplicitDefaultConstructor();
  }

  bool anyArgument(QualType T) {
    auto *R = dyn_cast_or_null<ClassTemplateSpecializationDecl>(recordOf(T));
    if (!R)
      return false;
    for (auto &A : flat(R))
      if (holdsPointers(A))
        return true;
    return false;
  }
  std::string whyNotArguments(QualType T, unsigned Most) {
    auto *R = dyn_cast_or_null<ClassTemplateSpecializationDecl>(recordOf(T));
    if (!R)
      return "";
    unsigned K = 0;
    bool IsSet = R->getName().contains("set");
    for (auto &A : flat(R)) {
      if (K++ >= (IsSet ? 1 : Most))
        break;
      std::string Why = whyNot(A);
      if (!Why.empty())
        return Why;
    }
    return "";
  }
  /// One of the template's arguments from the First on is no empty class.
  static bool hasState(QualType T, unsigned First) {
    auto *R = dyn_cast_or_null<ClassTemplateSpecializationDecl>(recordOf(T));
    const std::vector<QualType> All = R ? flat(R) : std::vector<QualType>();
    for (size_t K = First; K < All.size(); ++K) {
      const CXXRecordDecl *Of = All[K]->getAsCXXRecordDecl();
      if (!Of || !Of->hasDefinition() || !Of->isEmpty())
        return true;
    }
    return false;
  }
  static std::vector<QualType> flat(const ClassTemplateSpecializationDecl *R) {
    std::vector<QualType> Out;
    for (auto &A : R->getTemplateArgs().asArray()) {
      if (A.getKind() == TemplateArgument::Type)
        Out.push_back(A.getAsType());
      if (A.getKind() == TemplateArgument::Pack)
        for (auto &P : A.pack_elements())
          if (P.getKind() == TemplateArgument::Type)
            Out.push_back(P.getAsType());
    }
    return Out;
  }

  const ASTContext &C;
  llvm::SmallPtrSet<const CXXRecordDecl *, 8> Seen;
};
} // namespace

bool holdsPointers(QualType T, const ASTContext &C) {
  return !T.isNull() && TypeWalk(C).holdsPointers(T);
}

std::string whyNotTransportable(QualType T, const ASTContext &C) {
  if (T.isNull())
    return "its type is not known";
  return TypeWalk(C).whyNot(T);
}

} // namespace mp::tool
