//===- ScanFormat.cpp - How much scanf stores -----------------------------===//
//
// Only literal formats are looked at.
//
//===----------------------------------------------------------------------===//

#include "effects/ScanFormat.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "clang/AST/FormatString.h"

using namespace clang;

namespace mp::tool {

namespace {
class Conversions : public analyze_format_string::FormatStringHandler {
public:
  explicit Conversions(unsigned K) : K(K) {}
  Scanned Found = Scanned::Several;

  bool HandleScanfSpecifier(const analyze_scanf::ScanfSpecifier &S,
                            const char *, unsigned) override {
    using Specifier = analyze_format_string::ConversionSpecifier;
    if (!S.consumesDataArgument() || S.getArgIndex() != K)
      return true;
    const bool Wide = S.getFieldWidth().getHowSpecified() ==
                          analyze_format_string::OptionalAmount::Constant &&
                      S.getFieldWidth().getConstantAmount() > 1;
    switch (S.getConversionSpecifier().getKind()) {
    case Specifier::sArg:
    case Specifier::SArg:
    case Specifier::ScanListArg:
      Found = Scanned::Text;
      break;
    case Specifier::cArg:
    case Specifier::CArg:
      Found = Wide ? Scanned::Several : Scanned::One;
      break;
    default:
      Found = Scanned::One;
    }
    return false;
  }

private:
  unsigned K;
};
} // namespace

Scanned scanned(const Expr *Format, unsigned K, ASTContext &C) {
  Conversions Handler(K);
  const auto *Text = dyn_cast<StringLiteral>(Format->IgnoreParenImpCasts());
  if (Text && Text->getCharByteWidth() == 1)
    analyze_format_string::ParseScanfString(Handler, Text->getString().begin(),
                                            Text->getString().end(),
                                            C.getLangOpts(), C.getTargetInfo());
  return Handler.Found;
}

} // namespace mp::tool
