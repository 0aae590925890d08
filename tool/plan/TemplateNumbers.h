//===- TemplateNumbers.h - Numbers that template arguments decide ---------===//
//
// What is emitted for a loop in a template is one text. Numbers that differ
// between instantiations (`over(8, 0, 3)` for one, `over(8, 0, 4)` for another)
// are said in terms of the template's parameters there.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_PLAN_TEMPLATENUMBERS_H
#define MP_TOOL_PLAN_TEMPLATENUMBERS_H

#include "llvm/ADT/ArrayRef.h"
#include <string>
#include <vector>

namespace clang {
class FunctionDecl;
}

namespace mp::tool {

class TemplateNumbers {
public:
  /// The instantiations of one function.
  explicit TemplateNumbers(
      llvm::ArrayRef<const clang::FunctionDecl *> Functions);

  /// Texts has one for each instantiation. Where they are the same but for
  /// numbers that parameters stand for, all become one text; else they stay.
  void unite(llvm::ArrayRef<std::string *> Texts) const;

private:
  /// Something that has a number in each instantiation, by its name in the
  /// template.
  struct Parameter {
    std::string Name;
    std::vector<long long> Values;
  };
  std::string formula(const std::vector<long long> &Values) const;

  std::vector<Parameter> Parameters, Products;
};

} // namespace mp::tool

#endif
