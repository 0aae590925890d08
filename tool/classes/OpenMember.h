//===- OpenMember.h - Members that the function may not name --------------===//
//
// `c(i, j) = x` writes an element of c's private `double *data`, and the
// runtime has to be told where. A pointer to a private member may be formed
// where a template is explicitly instantiated; a friend function hands it out:
//
//   struct mp_open {
//     friend auto mp_at(mp_open);
//     template <auto M> struct opened {
//       friend auto mp_at(mp_open) { return M; }
//     };
//   };
//   template struct mp_open::opened<&::Matrix::data>;
//
// Then `(c.*mp_at(mp_open()))` is the member. The declarations stand in front
// of the function, in its namespace.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_CLASSES_OPENMEMBER_H
#define MP_TOOL_CLASSES_OPENMEMBER_H

#include "clang/Basic/SourceLocation.h"
#include <string>
#include <vector>

namespace clang {
class ASTContext;
class FieldDecl;
class FunctionDecl;
class ValueDecl;
} // namespace clang

namespace mp::tool {

struct LoopShape;

/// A member, by a text that names it, and the declarations for that.
struct OpenMember {
  const clang::ValueDecl *Member = nullptr;
  std::string Name;         ///< of the struct, in the emitted text
  std::string Declarations; ///< C++ text
};

class OpenMembers {
public:
  OpenMembers(const clang::FunctionDecl *Function, const LoopShape &Shape,
              const clang::ASTContext &C);

  /// An expression for the pointer to Member, a field or a static member;
  /// empty where none can be had.
  std::string pointerTo(const clang::ValueDecl &Member);

  /// Where the declarations go; invalid where they can't.
  clang::SourceLocation place() const { return Place; }
  const std::vector<OpenMember> &all() const { return Members; }

private:
  const clang::ASTContext &C;
  clang::SourceLocation Place;
  std::string Prefix; ///< of names
  std::vector<OpenMember> Members;
};

} // namespace mp::tool

#endif
