//===- TemplateNumbers.cpp - Numbers that template arguments decide -------===//
//
// A formula is right when it gives each instantiation its own number, however
// it was found: `N`, `N - 1`, `N * M`, `3 * N`.
//
//===----------------------------------------------------------------------===//

#include "plan/TemplateNumbers.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringRef.h"
#include <map>
#include <optional>

using namespace clang;

namespace mp::tool {

/// The number that Argument is in Param's place.
static std::optional<long long> numberOf(const NamedDecl &Param,
                                         const TemplateArgument &Argument) {
  if (!isa<NonTypeTemplateParmDecl>(Param) || !Param.getIdentifier() ||
      Param.isParameterPack() ||
      Argument.getKind() != TemplateArgument::Integral)
    return std::nullopt;
  return Argument.getAsIntegral().tryExtValue();
}

static void collect(const TemplateParameterList *Names,
                    ArrayRef<TemplateArgument> Arguments,
                    std::map<std::string, long long> &Found) {
  for (unsigned K = 0; Names && K < Names->size() && K < Arguments.size(); ++K)
    if (auto Number = numberOf(*Names->getParam(K), Arguments[K]))
      Found.emplace(Names->getParam(K)->getNameAsString(), *Number);
}

/// The parameters that code in Function can name, and what they are there.
static std::map<std::string, long long>
numbersIn(const FunctionDecl *Function) {
  std::map<std::string, long long> Found;
  for (const DeclContext *D = Function; D; D = D->getParent()) {
    const auto *F = dyn_cast<FunctionDecl>(D);
    const FunctionDecl *Pattern =
        F ? F->getTemplateInstantiationPattern() : nullptr;
    if (Pattern && F->getTemplateSpecializationArgs())
      if (const FunctionTemplateDecl *T =
              Pattern->getDescribedFunctionTemplate())
        collect(T->getTemplateParameters(),
                F->getTemplateSpecializationArgs()->asArray(), Found);
    // Parameters of the class have other names in a definition outside of it.
    if (Pattern && Pattern->isOutOfLine())
      return Found;
    if (const auto *Class = dyn_cast<ClassTemplateSpecializationDecl>(D)) {
      auto From = Class->getSpecializedTemplateOrPartial();
      auto *Partial = dyn_cast<ClassTemplatePartialSpecializationDecl *>(From);
      const TemplateParameterList *Names =
          Partial ? Partial->getTemplateParameters()
                  : cast<ClassTemplateDecl *>(From)->getTemplateParameters();
      if (!Class->isExplicitSpecialization())
        collect(Names, Class->getTemplateInstantiationArgs().asArray(), Found);
    }
  }
  return Found;
}

TemplateNumbers::TemplateNumbers(ArrayRef<const FunctionDecl *> Functions) {
  std::map<std::string, std::vector<long long>> All;
  for (const FunctionDecl *F : Functions)
    for (const auto &[Name, Number] : numbersIn(F))
      All[Name].push_back(Number);
  for (auto &[Name, Values] : All)
    if (Values.size() == Functions.size())
      Parameters.push_back({"std::ptrdiff_t(" + Name + ")", Values});
  for (size_t A = 0; A < Parameters.size(); ++A)
    for (size_t B = A; B < Parameters.size(); ++B) {
      Parameter Product{Parameters[A].Name + " * " + Parameters[B].Name, {}};
      for (size_t K = 0; K < Functions.size(); ++K) {
        long long Value = 0;
        if (llvm::MulOverflow(Parameters[A].Values[K], Parameters[B].Values[K],
                              Value))
          break;
        Product.Values.push_back(Value);
      }
      if (Product.Values.size() == Functions.size())
        Products.push_back(std::move(Product));
    }
}

/// What gives each instantiation its value; empty if nothing simple does.
std::string
TemplateNumbers::formula(const std::vector<long long> &Values) const {
  auto Fits = [&](const Parameter &P, long long Factor, long long Rest) {
    for (size_t K = 0; K < Values.size(); ++K) {
      long long Value = 0;
      if (llvm::MulOverflow(P.Values[K], Factor, Value) ||
          llvm::AddOverflow(Value, Rest, Value) || Value != Values[K])
        return false;
    }
    return true;
  };
  auto Say = [](const Parameter &P, long long Factor, long long Rest) {
    std::string Text = Factor == 1 ? "" : std::to_string(Factor) + " * ";
    Text += P.Name;
    if (Rest)
      Text += (Rest < 0 ? " - " : " + ") + std::to_string(std::abs(Rest));
    return Factor == 1 && !Rest ? Text : "(" + Text + ")";
  };
  for (long long Factor : {1, 2, 3, 4})
    for (const std::vector<Parameter> *List : {&Parameters, &Products})
      for (long long Rest : {0, -1, 1, -2, 2})
        for (const Parameter &P : *List)
          if (Fits(P, Factor, Rest))
            return Say(P, Factor, Rest);
  return "";
}

/// Text in pieces: what is no number, a number, what is no number, and so on.
static std::vector<StringRef> pieces(StringRef Text) {
  std::vector<StringRef> Result;
  size_t Begin = 0;
  auto IsWord = [](char C) { return llvm::isAlnum(C) || C == '_' || C == '.'; };
  for (size_t K = 0; K < Text.size();) {
    if (!IsWord(Text[K])) {
      ++K;
      continue;
    }
    size_t End = K;
    while (End < Text.size() && IsWord(Text[End]))
      ++End;
    if (llvm::all_of(Text.slice(K, End), llvm::isDigit)) {
      Result.push_back(Text.slice(Begin, K));
      Result.push_back(Text.slice(K, End));
      Begin = End;
    }
    K = End;
  }
  Result.push_back(Text.substr(Begin));
  return Result;
}

void TemplateNumbers::unite(ArrayRef<std::string *> Texts) const {
  if (Parameters.empty() ||
      llvm::all_of(Texts, [&](std::string *T) { return *T == *Texts[0]; }))
    return;
  std::vector<std::vector<StringRef>> Each;
  for (const std::string *Text : Texts)
    Each.push_back(pieces(*Text));
  std::string Result;
  for (size_t K = 0; K < Each[0].size(); ++K) {
    std::vector<long long> Values;
    bool Same = true;
    for (const std::vector<StringRef> &One : Each) {
      if (One.size() != Each[0].size())
        return;
      Same &= One[K] == Each[0][K];
      long long Value = 0;
      if (K % 2 && One[K].getAsInteger(10, Value))
        return;
      Values.push_back(Value);
    }
    std::string Number = Same ? Each[0][K].str() : "";
    if (!Same && K % 2)
      Number = formula(Values);
    if (!Same && Number.empty())
      return;
    Result += Number;
  }
  for (std::string *Text : Texts)
    *Text = Result;
}

} // namespace mp::tool
