//===- WalkImplicit.cpp - What the library calls of the user's classes ----===//
//
// A container copies, compares, hashes and destroys its elements, and gets
// memory for them. Where the user wrote those functions, and they do more than
// to make a value, it shows wherever the library may call them.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace mp::tool {

/// An operator that the library uses: not those for memory.
static bool isUsed(OverloadedOperatorKind Op) {
  switch (Op) {
  case OO_None:
  case OO_New:
  case OO_Delete:
  case OO_Array_New:
  case OO_Array_Delete:
  case OO_Call:
    return false;
  default:
    return true;
  }
}

/// Names by which the library finds the user's functions, members or beside
/// the class.
static bool isCustomised(const FunctionDecl *F) {
  return F->getIdentifier() &&
         llvm::StringSwitch<bool>(F->getName())
             .Cases({"allocate", "deallocate", "construct", "destroy"}, true)
             .Cases({"lock", "unlock", "try_lock", "lock_shared",
                     "unlock_shared", "try_lock_shared"},
                    true)
             .Cases({"swap", "iter_swap", "iter_move", "hash_value", "get",
                     "to_string"},
                    true)
             .Cases({"begin", "end", "rbegin", "rend", "size", "ssize", "empty",
                     "data"},
                    true)
             .Default(false);
}

/// Members of R that the library may call unasked.
static void addMembers(const CXXRecordDecl *R,
                       std::vector<const FunctionDecl *> &Into) {
  for (const CXXMethodDecl *M : R->methods()) {
    bool Special = isa<CXXConstructorDecl>(M) ||
                   M->isCopyAssignmentOperator() ||
                   M->isMoveAssignmentOperator();
    // (A default constructor that nobody wrote has members' initialisers.)
    if ((M->isUserProvided() &&
         (Special || isCustomised(M) || isa<CXXConversionDecl>(M) ||
          isUsed(M->getOverloadedOperator()) ||
          (M->getOverloadedOperator() == OO_Call && !R->isLambda()))) ||
        (isa<CXXConstructorDecl>(M) && M->isDefaulted() && !M->isTrivial()))
      Into.push_back(M);
  }
}

/// Operators and the like that stand beside R, friends too.
void Summaries::addOperators(const CXXRecordDecl *R,
                             std::vector<const FunctionDecl *> &Into) {
  findRoots();
  for (const FunctionDecl *F : Definitions) {
    if (isa<CXXMethodDecl>(F) ||
        !(isUsed(F->getOverloadedOperator()) || isCustomised(F)))
      continue;
    for (const ParmVarDecl *P : F->parameters())
      if (const CXXRecordDecl *Of = recordOf(P->getType());
          Of && Of->getCanonicalDecl() == R->getCanonicalDecl()) {
        Into.push_back(F);
        break;
      }
  }
}

/// What the function touches besides the objects it is given.
static Effects outside(const Effects &S, const FunctionDecl *F) {
  Effects R;
  for (const Access &A : S.Accesses) {
    bool Own = A.At.is(Place::Root::This) || A.At.is(Place::Root::Fresh) ||
               A.At.is(Place::Root::Local) || A.At.is(Place::Root::Literal);
    if (A.At.is(Place::Root::Variable))
      if (auto *P = dyn_cast<ParmVarDecl>(A.At.Variable))
        Own = P->getDeclContext() == F && (!A.Writes || !A.At.indirect());
    if (!Own)
      R.Accesses.push_back(A);
  }
  for (const Event &E : S.Events)
    if (E.About.empty())
      R.Events.push_back(E);
  return R;
}

const std::vector<Summaries::Implicit> &
Summaries::calledImplicitly(const CXXRecordDecl *R) {
  auto [It, New] = ImplicitCalls.try_emplace(R ? R->getCanonicalDecl() : R);
  if (!New)
    return It->second;
  std::vector<const FunctionDecl *> Candidates;
  if (R) {
    // An allocator serves as one for other types.
    const auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(R);
    if (Special && Special->hasMemberName(&Context.Idents.get("allocate")))
      for (const CXXRecordDecl *Other :
           Special->getSpecializedTemplate()->specializations())
        addMembers(Other, Candidates);
    else
      addMembers(R, Candidates);
    addOperators(R, Candidates);
  } else {
    findRoots();
    for (const FunctionDecl *F : Definitions) {
      const auto *M = dyn_cast<CXXMethodDecl>(F);
      bool Resource =
          M && M->isVirtual() && M->getIdentifier() &&
          M->getName().starts_with("do_") &&
          llvm::any_of(M->overridden_methods(),
                       [](const CXXMethodDecl *Of) { return isInStd(Of); });
      if (F->isReplaceableGlobalAllocationFunction() || Resource)
        Candidates.push_back(F);
    }
  }
  std::vector<Implicit> Found;
  for (const FunctionDecl *F : Candidates)
    if (const Effects *S = of(F)) {
      Effects E = outside(*S, F);
      if (!E.Accesses.empty() || !E.Events.empty())
        Found.push_back({F, std::move(E)});
    }
  // (Other classes may have been asked about meanwhile.)
  return ImplicitCalls[R ? R->getCanonicalDecl() : R] = std::move(Found);
}

/// A library function runs that has to do with T: whatever it may call of the
/// classes in there.
void Walker::libraryRuns(QualType T, const Expr *Site) {
  llvm::SmallPtrSet<const CXXRecordDecl *, 8> Seen;
  libraryRuns(T, Site, Seen);
}

void Walker::libraryRuns(QualType T, const Expr *Site,
                         llvm::SmallPtrSetImpl<const CXXRecordDecl *> &Seen) {
  if (T.isNull())
    return;
  T = T.getNonReferenceType();
  while (auto *A = T->getAsArrayTypeUnsafe())
    T = A->getElementType();
  if (T->isPointerType())
    T = T->getPointeeType();
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (!R || !R->hasDefinition() || !Seen.insert(R->getCanonicalDecl()).second)
    return;
  if (isInStd(R)) {
    for (QualType Argument : classArguments(T))
      libraryRuns(Argument, Site, Seen);
    return;
  }
  for (const Summaries::Implicit &Call : Known.calledImplicitly(R))
    repeatImplicit(Call, Site);
  for (const CXXBaseSpecifier &B : R->bases())
    libraryRuns(B.getType(), Site, Seen);
  for (const FieldDecl *F : R->fields())
    libraryRuns(F->getType(), Site, Seen);
}

/// What the library's function F may make of its template arguments.
void Walker::libraryRuns(const FunctionDecl *F, const Expr *Site) {
  const TemplateArgumentList *L = F->getTemplateSpecializationArgs();
  for (unsigned K = 0; L && K < L->size(); ++K)
    if (L->get(K).getKind() == TemplateArgument::Type)
      libraryRuns(L->get(K).getAsType(), Site);
}

/// An object of type T is copied without a constructor being spelled.
void Walker::copied(QualType T, const Expr *Site) {
  if (T->isRecordType() && !T.isTriviallyCopyableType(C))
    libraryRuns(T, Site);
}

/// The library gets memory, or gives it back.
void Walker::libraryAllocates(const Expr *Site) {
  for (const Summaries::Implicit &Call : Known.calledImplicitly(nullptr))
    repeatImplicit(Call, Site);
}

void Walker::repeatImplicit(const Summaries::Implicit &Call, const Expr *Site) {
  conditionally([&] {
    for (const Access &A : Call.Outside.Accesses) {
      Access New = A;
      New.Certain = false;
      New.Site = Site;
      New.Inner = A.Inner.isValid() ? A.Inner : A.Where;
      New.Where = UsedAt.isValid() ? UsedAt : Site->getBeginLoc();
      New.Through = Call.Function->getNameAsString();
      New.InHeader = InHeader;
      New.StoredTargets.clear();
      Foreign = true;
      recordOne(std::move(New), false, false);
      Foreign = false;
    }
    for (const Event &E : Call.Outside.Events)
      repeat(E, Site, nullptr);
  });
}

} // namespace mp::tool
