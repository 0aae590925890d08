//===- Place.cpp - Where an access goes -----------------------------------===//
//
// Making places longer and shorter, their keys, by which they are looked up and
// compared, and how a place is said in a message.
//
//===----------------------------------------------------------------------===//

#include "effects/Place.h"
#include "effects/Types.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace mp::tool {

/// Paths longer than this end in Reach: recursion through pointers.
static constexpr size_t LongestPath = 14;

std::string Index::key() const {
  if (!Known)
    return "?";
  std::string Out = Form.key();
  for (auto &T : Terms)
    Out += " + (" + T.Coefficient.key() + ")*[" + T.Low.key() + ".." +
           T.High.key() + "]";
  return Out;
}

Place Place::variable(const ValueDecl *V) {
  Place P;
  P.From = Root::Variable;
  P.Variable = V;
  P.RootType = V->getType().getNonReferenceType();
  return P;
}

Place Place::with(Step S) const {
  Place P = *this;
  if (!P.Path.empty() && P.Path.back().What == Step::Kind::Reach)
    return P;
  if (P.Path.size() >= LongestPath) {
    P.Path.push_back({Step::Kind::Reach, nullptr, {}, {}});
    return P;
  }
  P.Path.push_back(std::move(S));
  return P;
}

Place Place::field(const FieldDecl *F) const {
  return with({Step::Kind::Field, F, {}, F->getType()});
}

Place Place::deref() const {
  return with({Step::Kind::Deref, nullptr, {}, {}})
      .with({Step::Kind::Element, nullptr, Index::at(0), {}});
}

Place Place::content(Index I, QualType Element) const {
  return with({Step::Kind::Content, nullptr, {}, {}})
      .with({Step::Kind::Element, nullptr, std::move(I), Element});
}

Place Place::element(Index I, QualType Element,
                     unsigned long long Extent) const {
  return with({Step::Kind::Element, nullptr, std::move(I), Element, Extent});
}

Place Place::reach() const {
  return with({Step::Kind::Reach, nullptr, {}, {}});
}

bool Place::indirect() const {
  for (auto &S : Path)
    if (S.What == Step::Kind::Deref || S.What == Step::Kind::Reach)
      return true;
  return false;
}

Place Place::shortened(size_t N) const {
  Place P = *this;
  P.Path.resize(P.Path.size() > N ? P.Path.size() - N : 0);
  return P;
}

std::string Place::key(bool WithIndices) const {
  std::string Out;
  switch (From) {
  case Root::Variable:
    Out = Variable->getNameAsString() + "@" +
          llvm::utohexstr(
              reinterpret_cast<uintptr_t>(Variable->getCanonicalDecl()));
    break;
  case Root::This:
    Out = "this";
    if (Variable)
      Out += llvm::utohexstr(
          reinterpret_cast<uintptr_t>(Variable->getCanonicalDecl()));
    break;
  case Root::Literal:
    Out = "literal";
    break;
  case Root::Fresh:
    Out = "fresh";
    break;
  case Root::Local:
    Out = "local" + State;
    break;
  case Root::Hidden:
    Out = "hidden:" + State;
    break;
  case Root::Unknown:
    Out = "unknown";
    break;
  }
  for (auto &S : Path)
    switch (S.What) {
    case Step::Kind::Field:
      // (A base has members of the same names and numbers.)
      Out += "." + S.Field->getNameAsString() + "#" +
             llvm::utohexstr(
                 reinterpret_cast<uintptr_t>(S.Field->getCanonicalDecl()));
      break;
    case Step::Kind::Deref:
      Out += "->";
      break;
    case Step::Kind::Content:
      Out += "!";
      break;
    case Step::Kind::Header:
      Out += ".header";
      break;
    case Step::Kind::Element:
      Out += "[" + (WithIndices ? S.At.key() : std::string()) + "]";
      break;
    case Step::Kind::Reach:
      Out += "...";
      break;
    }
  return Out;
}

std::string Place::spelled() const {
  std::string Out;
  switch (From) {
  case Root::Variable:
    Out = Variable->getNameAsString();
    break;
  case Root::This:
    Out = "this";
    break;
  case Root::Literal:
    return "a literal";
  case Root::Fresh:
    return "memory allocated in the loop";
  case Root::Local:
    return "a local of the iteration";
  case Root::Hidden:
    return State;
  case Root::Unknown:
    return "memory that can't be traced";
  }
  bool Pointer = From == Root::This;
  for (size_t K = 0; K < Path.size(); ++K) {
    const Step &S = Path[K];
    switch (S.What) {
    case Step::Kind::Field:
      Out += (Pointer ? "->" : ".") + S.Field->getNameAsString();
      Pointer = false;
      break;
    case Step::Kind::Deref: {
      // `p->x` for Deref, Element(0), Field; `*p` at the end. (Nor has a
      // counter that the program does not have a name in it.)
      bool Zero = K + 1 < Path.size() &&
                  Path[K + 1].What == Step::Kind::Element &&
                  Path[K + 1].At.Known && Path[K + 1].At.Terms.empty() &&
                  (Path[K + 1].At.Form.constant() == 0 ||
                   Path[K + 1].At.Form.mentionsIf([](const Symbol *S) {
                     return S->What == Symbol::Kind::LoopVariable &&
                            S->Variable->isImplicit();
                   }));
      if (Zero && K + 2 < Path.size() &&
          Path[K + 2].What == Step::Kind::Field) {
        Pointer = true;
        ++K;
      } else if (Zero && K + 2 == Path.size()) {
        Out = "*" + Out;
        ++K;
      }
      break;
    }
    case Step::Kind::Element:
      if (!S.At.Known || !S.At.Terms.empty())
        Out += "[..]";
      else
        Out += "[" + S.At.Form.text([](const Symbol *Sym) {
          return Sym->Variable ? Sym->Variable->getNameAsString()
                               : std::string("..");
        }) + "]";
      break;
    case Step::Kind::Content:
    case Step::Kind::Header:
    case Step::Kind::Reach:
      break;
    }
  }
  return Out;
}

QualType typeOfPlace(const Place &P) {
  if (P.Path.empty())
    return P.RootType;
  const Step &S = P.Path.back();
  switch (S.What) {
  case Step::Kind::Field:
    return S.Field->getType().getNonReferenceType();
  case Step::Kind::Element: {
    if (!S.Type.isNull())
      return S.Type;
    // The element of a pointer, an array or a container.
    Place Before = P.shortened(1);
    if (!Before.Path.empty() &&
        (Before.Path.back().What == Step::Kind::Deref ||
         Before.Path.back().What == Step::Kind::Content))
      Before = Before.shortened(1);
    QualType T = typeOfPlace(Before);
    return elementType(T);
  }
  default:
    return {};
  }
}

QualType declaredElement(Place P) {
  P.Path.back().Type = QualType();
  return typeOfPlace(P);
}

} // namespace mp::tool
