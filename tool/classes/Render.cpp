//===- Render.cpp - Places and polynomials as C++ text --------------------===//
//
// Goes along a place's path and writes each step as C++. What it names on the
// way is noted, so that the emitted code captures it.
//
//===----------------------------------------------------------------------===//

#include "classes/Render.h"
#include "classes/Overlap.h"
#include "effects/Types.h"
#include "loops/LoopShape.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace mp::tool {

bool Render::accessible(const FieldDecl *F, const FunctionDecl *Function) {
  if (!F->getIdentifier())
    return false;
  if (F->getAccess() == AS_public || F->getAccess() == AS_none)
    return true;
  for (const DeclContext *D = Function; D; D = D->getParent())
    if (D == F->getParent())
      return true;
  return false;
}

QualType Render::classOfThis() const {
  for (const DeclContext *D = Function; D; D = D->getParent())
    if (const auto *Method = dyn_cast<CXXMethodDecl>(D);
        Method && !Method->getParent()->isLambda())
      return C.getCanonicalTagType(Method->getParent());
  return {};
}

/// The class of the object of which P.Path[K] is a member; null if not known.
const CXXRecordDecl *Render::classBefore(const Place &P, size_t K) const {
  Place Before = P.shortened(P.Path.size() - K);
  QualType T = Before.is(Place::Root::This) && Before.Path.empty()
                   ? classOfThis()
                   : typeOfPlace(Before);
  return T.isNull() ? nullptr : T.getNonReferenceType()->getAsCXXRecordDecl();
}

unsigned Render::membersFound(const CXXRecordDecl &Class, const FieldDecl &F) {
  if (declaresSameEntity(&Class, F.getParent()))
    return 1;
  if (!Class.hasDefinition() || !Class.lookup(F.getDeclName()).empty())
    return 0; // another one hides it
  unsigned Count = 0;
  bool Others = false;
  for (const CXXBaseSpecifier &B : Class.bases())
    if (const CXXRecordDecl *Base = B.getType()->getAsCXXRecordDecl()) {
      unsigned Here = membersFound(*Base, F);
      Count += Here;
      Others |= !Here && Base->hasDefinition() &&
                Base->hasMemberName(F.getDeclName());
    }
  return Others ? 0 : Count;
}

/// The field at P.Path[K] is one of the object before it: not where that was
/// cast to a derived class.
bool Render::isMember(const Place &P, size_t K) const {
  const CXXRecordDecl *Class = classBefore(P, K);
  const auto *Parent = dyn_cast<CXXRecordDecl>(P.Path[K].Field->getParent());
  if (!Class || !Parent || !Class->hasDefinition())
    return true;
  return membersFound(*Class, *P.Path[K].Field) == 1;
}

std::string Render::symbol(const Symbol *S) {
  switch (S->What) {
  case Symbol::Kind::LoopVariable:
  case Symbol::Kind::InnerLoop:
    return "";
  case Symbol::Kind::Variable:
    return lvalue(Place::variable(S->Variable));
  case Symbol::Kind::Stored:
    return lvalue(*S->At);
  case Symbol::Kind::Paced: {
    std::string Name = lvalue(Place::variable(S->Variable));
    return Name.empty() ? ""
                        : "(std::ptrdiff_t(" + Name + ") - (" +
                              std::to_string(S->Pace) + ") * std::ptrdiff_t(" +
                              Shape.Variable->getNameAsString() + "))";
  }
  case Symbol::Kind::Query: {
    std::string Object = lvalue(*S->At);
    return Object.empty() ? "" : Object + "." + S->Member + "()";
  }
  }
  return "";
}

std::string Render::number(const Polynomial &P) {
  auto &T = P.terms();
  bool Lone =
      T.size() == 1 && T.begin()->first.size() == 1 && T.begin()->second == 1;
  return P.text([&](const Symbol *S) {
    std::string Text = symbol(S);
    return Text.empty() || Lone ? Text : "std::ptrdiff_t(" + Text + ")";
  });
}

/// The member at P.Path[K] of Object; empty where it can't be named.
std::string Render::member(const std::string &Object, bool Arrow,
                           const Place &P, size_t K) {
  const FieldDecl *F = P.Path[K].Field;
  if (!isMember(P, K))
    return "";
  if (accessible(F))
    return Object + (Arrow ? "->" : ".") + F->getNameAsString();
  // Through a private base no such pointer leads.
  const CXXRecordDecl *Class = classBefore(P, K);
  if (Generic || !Class || !declaresSameEntity(Class, F->getParent()))
    return "";
  std::string Pointer = Open.pointerTo(*F);
  return Pointer.empty()
             ? ""
             : "(" + Object + (Arrow ? "->*" : ".*") + Pointer + ")";
}

std::string Render::name(const ValueDecl &V) {
  const auto *Var = dyn_cast<VarDecl>(&V);
  if (!V.getIdentifier())
    return "";
  if (Var && Var->isStaticLocal() &&
      Var->getParentFunctionOrMethod() !=
          static_cast<const DeclContext *>(Function))
    return "";
  if (Var && Var->isStaticDataMember() && Var->getAccess() != AS_public) {
    for (const DeclContext *D = Function; D; D = D->getParent())
      if (D == Var->getDeclContext())
        return Var->getNameAsString();
    std::string Pointer = Generic ? "" : Open.pointerTo(*Var);
    return Pointer.empty() ? "" : "(*" + Pointer + ")";
  }
  Scope::Meaning Means = Names.meaningOf(V);
  bool Outer = Var && Var->hasGlobalStorage() && !Var->isStaticLocal();
  if (!Outer)
    return Means == Scope::Meaning::Itself ? V.getNameAsString() : "";
  QualType This = classOfThis();
  const CXXRecordDecl *Class =
      This.isNull() ? nullptr : This->getAsCXXRecordDecl();
  bool Hidden = Means == Scope::Meaning::Another ||
                (Class && Class->hasMemberName(V.getDeclName()));
  if (Var->isInAnonymousNamespace()) {
    if (Hidden)
      return "";
    // Its name leads to it from the namespace around, unless one that is there
    // has the same name.
    const DeclContext *Around = Var->getDeclContext();
    while (isa<NamespaceDecl>(Around) &&
           cast<NamespaceDecl>(Around)->isAnonymousNamespace())
      Around = Around->getParent();
    if (!Var->isStaticDataMember() && Var->getDeclContext() != Around &&
        !Around->lookup(V.getDeclName()).empty())
      return Means == Scope::Meaning::Itself ? V.getNameAsString() : "";
  }
  std::string Name;
  llvm::raw_string_ostream Text(Name);
  PrintingPolicy Policy = C.getPrintingPolicy();
  Policy.SuppressUnwrittenScope = true;
  V.printQualifiedName(Text, Policy);
  return (Hidden ? "::" : "") + Name;
}

std::string Render::lvalue(const Place &P) {
  std::string Out;
  bool Arrow = false;
  if (P.is(Place::Root::Variable)) {
    Out = name(*P.Variable);
    if (Out.empty())
      return "";
    Named.insert(P.Variable);
  } else if (P.is(Place::Root::This)) {
    Out = "this";
    Arrow = true;
    Named.insert(nullptr);
  } else {
    return "";
  }
  for (size_t K = 0; K < P.Path.size(); ++K) {
    const Step &S = P.Path[K];
    switch (S.What) {
    case Step::Kind::Field:
      Out = member(Out, Arrow, P, K);
      if (Out.empty())
        return "";
      Arrow = false;
      break;
    case Step::Kind::Deref:
    case Step::Kind::Content: {
      if (K + 1 >= P.Path.size() || P.Path[K + 1].What != Step::Kind::Element)
        return "";
      const Index &I = P.Path[K + 1].At;
      if (!I.Known || !I.Terms.empty())
        return "";
      if (K && P.Path[K - 1].What == Step::Kind::Field &&
          P.Path[K - 1].Field->getType()->isReferenceType()) {
        if (I.Form.constant() != 0)
          return "";
        ++K;
        break; // a reference stands for what it refers to
      }
      // (Through an optional or a tuple no such text leads.)
      if (QualType T = typeOfPlace(P.shortened(P.Path.size() - K));
          S.What == Step::Kind::Deref && !T.isNull() && !T->isPointerType() &&
          !T->isReferenceType() && !T->isArrayType())
        return "";
      QualType Holder = typeOfPlace(P.shortened(P.Path.size() - K));
      bool Owned = S.What == Step::Kind::Content &&
                   libraryType(Holder) == LibraryType::Owner &&
                   !(stdName(Holder) == "unique_ptr" &&
                     templateArgument(Holder, 0)->isArrayType());
      if (I.Form.constant() == 0 && (S.What == Step::Kind::Deref || Owned)) {
        if (K + 2 < P.Path.size() && P.Path[K + 2].What == Step::Kind::Field)
          Arrow = true;
        else
          Out = "(*" + Out + ")";
      } else {
        std::string N = number(I.Form);
        if (N.empty())
          return "";
        Out += "[" + N + "]";
      }
      ++K;
      break;
    }
    case Step::Kind::Element: {
      if (const CXXRecordDecl *Before =
              recordOf(typeOfPlace(P.shortened(P.Path.size() - K)));
          Before && Before->isUnion())
        return ""; // in one of its members
      if (!S.At.Known || !S.At.Terms.empty())
        return "";
      std::string N = number(S.At.Form);
      if (N.empty())
        return "";
      Out += "[" + N + "]";
      break;
    }
    default:
      return "";
    }
  }
  return P.is(Place::Root::This) && P.Path.empty() ? "(*this)" : Out;
}

std::optional<Render::Array> Render::array(const Place &P, const Step &First,
                                           llvm::ArrayRef<Step> Fields,
                                           bool Whole) {
  Array A;
  bool Relative = First.At.Known && Shape.What != LoopShape::Kind::Integer &&
                  First.At.Form.mentionsIf([](const Symbol *S) {
                    return S->What == Symbol::Kind::LoopVariable;
                  });
  if (Relative && Shape.Contiguous && !Whole) {
    std::string It = Shape.What == LoopShape::Kind::Range
                         ? "mp_it"
                         : Shape.Variable->getNameAsString();
    if (Shape.What != LoopShape::Kind::Range)
      Named.insert(Shape.Variable);
    A.Base = Shape.What == LoopShape::Kind::Pointer
                 ? It
                 : "std::addressof(*" + It + ")";
  } else if (!P.Path.empty() && P.Path.back().What == Step::Kind::Deref) {
    Place Pointer = P.shortened(1);
    std::string Text = lvalue(Pointer);
    if (Text.empty())
      return std::nullopt;
    QualType T = typeOfPlace(Pointer);
    if (!T.isNull() && libraryType(T) == LibraryType::View) {
      StringRef N = stdName(T);
      if (N == "span" || N == "basic_string_view")
        Text += ".data()";
      else if (N == "__normal_iterator")
        Text = "std::addressof(*" + Text + ")";
      else
        return std::nullopt;
    } else if (!T.isNull() && !T->isPointerType()) {
      return std::nullopt;
    }
    if (!T.isNull() && T->isPointerType()) {
      // Elements of another type than the pointer says.
      QualType Pointee = T->getPointeeType(), Used = First.Type;
      if (Pointee->isVoidType()) {
        if (Used.isNull() || !Used->isBuiltinType())
          return std::nullopt;
        Text = "static_cast<" +
               C.getPointerType(Used.getUnqualifiedType().withCVRQualifiers(
                                    Pointee.getCVRQualifiers()))
                   .getCanonicalType()
                   .getAsString(PrintingPolicy(C.getLangOpts())) +
               ">(" + Text + ")";
      } else if (!Used.isNull() && !Pointee->isIncompleteType() &&
                 !Used->isIncompleteType() &&
                 C.getTypeSize(Pointee) != C.getTypeSize(Used)) {
        return std::nullopt;
      }
    }
    A.Base = Text;
  } else if (!P.Path.empty() && P.Path.back().What == Step::Kind::Content) {
    Place Object = P.shortened(1);
    std::string Text = lvalue(Object);
    if (Text.empty())
      return std::nullopt;
    QualType T = typeOfPlace(Object);
    if (T.isNull())
      return std::nullopt;
    switch (libraryType(T)) {
    case LibraryType::Sequence:
      A.Bound = Generic ? "std::size(" + Text + ")" : Text + ".size()";
      if (stdName(T) == "valarray") {
        A.Base = "&" + Text + "[0]";
      } else if (Whole && Fields.empty() &&
                 (isContiguous(T) || isVectorBool(T) ||
                  stdName(T) == "deque")) {
        A.Base = Text;
        A.ByElement = true;
      } else if (isContiguous(T)) {
        A.Base = Generic ? "std::data(" + Text + ")" : Text + ".data()";
      } else if (isVectorBool(T) || stdName(T) == "deque") {
        A.Base = Text;
        A.ByElement = true;
        if (!Fields.empty())
          return std::nullopt;
      } else {
        return std::nullopt;
      }
      break;
    case LibraryType::Owner:
      if (stdName(T) != "unique_ptr")
        return std::nullopt;
      A.Base = Text + ".get()";
      break;
    default:
      return std::nullopt;
    }
  } else {
    // An array in place.
    std::string Text = lvalue(P);
    if (Text.empty())
      return std::nullopt;
    QualType T = typeOfPlace(P);
    if (!T.isNull() && libraryType(T) == LibraryType::InPlace) {
      if (stdName(T) != "array")
        return std::nullopt;
      A.Base = Generic ? "std::data(" + Text + ")" : Text + ".data()";
      A.Bound = Generic ? "std::size(" + Text + ")" : Text + ".size()";
    } else {
      bool Sized =
          First.Extent || (Generic && !T.isNull() && T->isConstantArrayType());
      A.Base =
          Generic && Sized ? "std::data(" + Text + ")" : "&" + Text + "[0]";
      if (Sized)
        A.Bound = "std::size(" + Text + ")";
    }
    if (Whole && Fields.empty() && !A.Bound.empty()) {
      A.Base = Text;
      A.ByElement = true;
    }
  }
  if (!Fields.empty()) {
    std::string Zero =
        A.Base.front() == '&' ? A.Base.substr(1) : A.Base + "[0]";
    A.Unit = "sizeof(" + Zero + ")";
    std::string Member = Zero;
    for (const Step &S : Fields) {
      if (S.What != Step::Kind::Field || !accessible(S.Field) ||
          S.Field->isBitField())
        return std::nullopt;
      Member += "." + S.Field->getNameAsString();
    }
    A.Base = "&" + Member;
  }
  return A;
}

} // namespace mp::tool
