//===- Render.h - Places and polynomials as C++ text ----------------------===//
//
// What is found is said again in the user's words, to be used in emitted code:
// `this->width`, `out.data()`, `3 * (w)`. Gives an empty string where there is
// no such text, because a member is private, say.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_CLASSES_RENDER_H
#define MP_TOOL_CLASSES_RENDER_H

#include "classes/OpenMember.h"
#include "effects/Place.h"
#include "loops/LoopShape.h"
#include "loops/Scope.h"
#include "plan/Plan.h"
#include <optional>
#include <set>

namespace clang {
class ASTContext;
class CXXRecordDecl;
class FunctionDecl;
} // namespace clang

namespace mp::tool {

class Render {
public:
  /// Generic: the text has to be right whichever container a variable is.
  Render(const clang::FunctionDecl *Function, const LoopShape &Shape,
         clang::ASTContext &C, bool Generic)
      : Function(Function), Shape(Shape), C(C), Generic(Generic),
        Names(*Shape.Loop, Function), Open(Function, Shape, C) {}

  std::string symbol(const Symbol *S);
  std::string number(const Polynomial &P);
  /// The name by which V is known at the loop; empty if there is none.
  std::string name(const clang::ValueDecl &V);
  /// An lvalue expression for the place.
  std::string lvalue(const Place &P);

  /// The member at step K of P, of the object that Object names.
  std::string field(const std::string &Object, const Place &P, size_t K) {
    return member(Object, /*Arrow=*/false, P, K);
  }

  /// An array: a pointer to its element 0, what lies between elements, and how
  /// many there are.
  struct Array {
    std::string Base, Unit, Bound;
    bool ByElement = false;
  };
  /// P is the array's place without the subscript: ends in Deref, Content, or
  /// is an array in place. Fields: the members of the element that are meant.
  /// Whole: the container by its name, counted from its first element, whatever
  /// the loop walks along.
  std::optional<Array> array(const Place &P, const Step &First,
                             llvm::ArrayRef<Step> Fields, bool Whole = false);

  /// What `this` points to in the function; null where there is none.
  clang::QualType classOfThis() const;

  /// Variables that were named, for captures.
  std::set<const clang::ValueDecl *> Named;

  /// Members that were named although they are private.
  const OpenMembers &opened() const { return Open; }

  /// How many members, F among them, F's name means in Class; 0: not F.
  static unsigned membersFound(const clang::CXXRecordDecl &Class,
                               const clang::FieldDecl &F);

  /// Code in Function may name F.
  static bool accessible(const clang::FieldDecl *F,
                         const clang::FunctionDecl *Function);

private:
  const clang::CXXRecordDecl *classBefore(const Place &P, size_t K) const;
  bool isMember(const Place &P, size_t K) const;
  std::string member(const std::string &Object, bool Arrow, const Place &P,
                     size_t K);
  bool accessible(const clang::FieldDecl *F) const {
    return accessible(F, Function);
  }

  const clang::FunctionDecl *Function;
  const LoopShape &Shape;
  clang::ASTContext &C;
  bool Generic;
  Scope Names;
  OpenMembers Open;
};

} // namespace mp::tool

#endif
