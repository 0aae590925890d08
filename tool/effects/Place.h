//===- Place.h - Where an access goes -------------------------------------===//
//
// A place names memory as the program does: a root (a variable, `this`, a
// piece of hidden library state) and a path of fields, pointer dereferences,
// owned contents and subscripts.
//
//   x            x
//   p[i*w + j]   p, Deref, Element(i*w + j)
//   a[i][j]      a, Element(i), Element(j)
//   v[i].x       v, Content, Element(i), Field(x)
//   v.size()     v, Header
//   list->next.. list, Deref, Element(0), Field(next), Reach
//
// Content is memory that the object owns (the array of a std::vector): it is
// part of the object. Deref leaves the object. Reach is anything that can be
// got at from there.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_EFFECTS_PLACE_H
#define MP_TOOL_EFFECTS_PLACE_H

#include "effects/Polynomial.h"
#include "clang/AST/Type.h"
#include <string>
#include <vector>

namespace clang {
class FieldDecl;
class ValueDecl;
} // namespace clang

namespace mp::tool {

/// A subscript's values: Form + sum of Coefficient * [Low, High].
struct Index {
  struct Term {
    Polynomial Coefficient, Low, High;
    bool operator==(const Term &O) const {
      return Coefficient == O.Coefficient && Low == O.Low && High == O.High;
    }
  };
  /// A part of the subscript is computed in (or converted to) a type that it
  /// might not fit: the form is right only if it does.
  struct Fit {
    Polynomial Form;
    std::vector<Term> Terms;
    std::string Type; ///< C++ text
  };
  bool Known = false;
  Polynomial Form;
  std::vector<Term> Terms;
  std::vector<Fit> Fits;

  static Index unknown() { return {}; }
  static Index at(Polynomial P) {
    Index I;
    I.Known = true;
    I.Form = std::move(P);
    return I;
  }
  bool operator==(const Index &O) const {
    return Known == O.Known && Form == O.Form && Terms == O.Terms;
  }
  std::string key() const;
};

struct Step {
  enum class Kind { Field, Deref, Content, Header, Element, Reach };
  Kind What;
  const clang::FieldDecl *Field = nullptr;
  Index At;             ///< Element
  clang::QualType Type; ///< Element: type of the element where known
  unsigned long long Extent =
      0; ///< Element of an array of constant size: the size; else 0
};

struct Place {
  enum class Root { Variable, This, Literal, Fresh, Local, Hidden, Unknown };
  Root From = Root::Unknown;
  /// Variable. This: the method whose object a lambda captured; null for the
  /// object of the code that is walked.
  const clang::ValueDecl *Variable = nullptr;
  /// Hidden: name of the library state. Local: number of a temporary that is
  /// followed (see Walker::temporary); empty for one that holds no pointers.
  std::string State;
  std::vector<Step> Path;
  clang::QualType RootType; ///< type of the root object (for This: the class)

  static Place variable(const clang::ValueDecl *V);
  static Place hidden(llvm::StringRef Name) {
    Place P;
    P.From = Root::Hidden;
    P.State = Name.str();
    return P;
  }
  static Place of(Root R) {
    Place P;
    P.From = R;
    return P;
  }

  Place field(const clang::FieldDecl *F) const;
  Place deref() const; ///< ends in Element(0)
  Place content(Index I, clang::QualType Element = {}) const;
  Place header() const { return with({Step::Kind::Header, nullptr, {}, {}}); }
  Place element(Index I, clang::QualType Element = {},
                unsigned long long Extent = 0) const;
  Place reach() const;

  bool is(Root R) const { return From == R; }
  /// Leaves the root object's own memory.
  bool indirect() const;
  bool endsInElement() const {
    return !Path.empty() && Path.back().What == Step::Kind::Element;
  }
  /// Without the last N steps.
  Place shortened(size_t N) const;

  /// Unique text; WithIndices false leaves subscripts out.
  std::string key(bool WithIndices = true) const;
  /// As a person would write it: `o.a[i]`, `*p`, `this->x`.
  std::string spelled() const;

private:
  Place with(Step S) const;
};

/// The type of the object at P; null when it isn't known.
clang::QualType typeOfPlace(const Place &P);

/// For a place that ends in a subscript: the type of what the array was
/// declared to hold, whatever it is used as.
clang::QualType declaredElement(Place P);

} // namespace mp::tool

#endif
