//===- Annotation.h - The mp:: attributes of one loop ---------------------===//
//
// Clang itself parses the attributes (a ParsedAttrInfo each); they reach the
// AST as AnnotateAttr on the AttributedStmt of the loop. Annotation is what the
// later stages read.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_ATTRIBUTES_ANNOTATION_H
#define MP_TOOL_ATTRIBUTES_ANNOTATION_H

#include "clang/Basic/SourceLocation.h"
#include <optional>
#include <string>
#include <vector>

namespace clang {
class ASTContext;
class AttributedStmt;
class Stmt;
} // namespace clang

namespace mp::tool {

class Diagnoser;

/// A name written as an attribute's argument: `scratch(buf)`, `trust(f)`.
struct NamedArgument {
  std::string Name; ///< as written, qualified names included
  clang::SourceLocation Where;
};

struct ExtentArgument {
  std::string Pointer; ///< name of the pointer
  std::string Count;   ///< the user's expression, as text
  clang::SourceLocation Where;
};

/// What the attributes of one loop say.
struct Annotation {
  const clang::AttributedStmt *Site = nullptr;
  const clang::Stmt *Loop = nullptr; ///< the statement below the attributes
  clang::SourceRange
      Attributes; ///< from `[[` to `]]`, all lists that hold mp attributes;
                  ///< invalid for a loop that is only judged as if it had some
  std::optional<unsigned> Workers, Chunk;
  std::vector<NamedArgument> Scratch, Trust;
  std::vector<ExtentArgument> Extents;
  std::string Label;
};

/// Reads the attributes on S; nothing when none of them is mp::parallel_map.
/// Errors in the attributes themselves were reported when they were parsed.
std::optional<Annotation> readAnnotation(const clang::AttributedStmt &S,
                                         const clang::ASTContext &Context);

/// Reports numbers that are no positive constants. Asked for each
/// instantiation, since they may depend on template parameters.
void checkNumbers(const clang::AttributedStmt &S,
                  const clang::ASTContext &Context, Diagnoser &Diags);

/// Makes the attributes known to Clang; call once before any parsing. (Keeps
/// the registrations alive under static linking of this library, too.)
void registerAttributes();

} // namespace mp::tool

#endif
