//===- Printer.cpp - Messages as the compiler prints them -----------------===//
//
// Hands each message to Clang's own text printer, with its highlighted range,
// its notes and its fix.
//
//===----------------------------------------------------------------------===//

#include "diagnostics/Printer.h"
#include "clang/Basic/DiagnosticIDs.h"
#include "clang/Basic/DiagnosticOptions.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/TextDiagnosticPrinter.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;

namespace mp::tool {

Printer::Printer(CompilerInstance &CI)
    : Client(std::make_unique<TextDiagnosticPrinter>(llvm::errs(),
                                                     CI.getDiagnosticOpts())),
      Engine(std::make_unique<DiagnosticsEngine>(
          llvm::makeIntrusiveRefCnt<DiagnosticIDs>(), CI.getDiagnosticOpts(),
          Client.get(), /*ShouldOwnClient=*/false)) {
  Engine->setSourceManager(&CI.getSourceManager());
  Client->BeginSourceFile(CI.getLangOpts(), &CI.getPreprocessor());
  Error = Engine->getCustomDiagID(DiagnosticsEngine::Error, "%0 [%1]");
  Warning = Engine->getCustomDiagID(DiagnosticsEngine::Warning, "%0 [%1]");
  Note = Engine->getCustomDiagID(DiagnosticsEngine::Note, "%0");
}

Printer::~Printer() { Client->EndSourceFile(); }

void Printer::print(const Message &M, bool ErrorsAsWarnings) {
  bool IsError = M.How == Severity::Error && !ErrorsAsWarnings;
  {
    DiagnosticBuilder Builder =
        Engine->Report(M.Where, IsError ? Error : Warning);
    Builder << M.Text << spelling(M.ID);
    if (M.Highlight.isValid())
      Builder << CharSourceRange::getTokenRange(M.Highlight);
    if (M.FixWhere.isFileID()) {
      if (M.FixLength)
        Builder << FixItHint::CreateReplacement(
            CharSourceRange::getCharRange(
                M.FixWhere, M.FixWhere.getLocWithOffset(M.FixLength)),
            M.FixInsert);
      else if (!M.FixInsert.empty())
        Builder << FixItHint::CreateInsertion(M.FixWhere, M.FixInsert);
    }
  }
  for (const Related &R : M.Notes)
    Engine->Report(R.Where, Note) << R.Text;
}

} // namespace mp::tool
