//===- Report.cpp - The verdicts on a file's loops, as plain data ---------===//
//
// Turns places into files and lines, as line directives in the source name
// them, and writes the JSON of --report. Explain.cpp writes what --explain
// prints.
//
//===----------------------------------------------------------------------===//

#include "report/Report.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/JSON.h"

using namespace clang;

namespace mp::tool {

SourcePlace place(SourceLocation Where, const SourceManager &SM) {
  PresumedLoc P = SM.getPresumedLoc(SM.getExpansionLoc(Where));
  if (P.isInvalid())
    return {};
  return {P.getFilename(), P.getLine(), P.getColumn()};
}

ReportedDiagnostic reported(const Message &M, const SourceManager &SM) {
  ReportedDiagnostic R;
  R.How = M.How;
  R.ID = spelling(M.ID).str();
  R.Where = place(M.Where, SM);
  R.Message = M.Text;
  for (const Related &Note : M.Notes)
    R.Notes.push_back({place(Note.Where, SM), Note.Text});
  return R;
}

static std::vector<unsigned> lines(const std::vector<SourceLocation> &Places,
                                   const SourceManager &SM) {
  std::vector<unsigned> Result;
  for (SourceLocation Where : Places)
    if (unsigned Line = place(Where, SM).Line)
      Result.push_back(Line);
  llvm::sort(Result);
  Result.erase(std::unique(Result.begin(), Result.end()), Result.end());
  return Result;
}

ReportedLoop reported(const LoopVerdict &V, const SourceManager &SM) {
  ReportedLoop R;
  R.Where = place(V.Keyword, SM);
  R.Function = V.FunctionName;
  if (V.Shape)
    R.Label = V.Shape->Attributes.Label;
  R.Accepted = V.Accepted;
  R.Closed = V.Closed;
  R.LeftSerial = V.LeftSerial;
  for (const VariableClass &Variable : V.Variables)
    R.Variables.push_back({Variable.Name, Variable.Class, Variable.Why,
                           place(Variable.Where, SM).Line});
  R.Head = lines(V.Head, SM);
  R.Tail = lines(V.Tail, SM);
  R.Conditions = V.Conditions;
  for (const Message &M : V.Messages)
    R.Diagnostics.push_back(reported(M, SM));
  return R;
}

/// Text for JSON, which must be UTF-8 where the user's need not be.
static std::string text(llvm::StringRef Any) {
  return llvm::json::fixUTF8(Any);
}

static void print(const ReportedDiagnostic &D, llvm::json::OStream &J) {
  J.object([&] {
    J.attribute("severity", D.How == Severity::Error ? "error" : "warning");
    J.attribute("id", D.ID);
    J.attribute("file", text(D.Where.File));
    J.attribute("line", D.Where.Line);
    J.attribute("column", D.Where.Column);
    J.attribute("message", text(D.Message));
    J.attributeArray("related", [&] {
      for (const ReportedRelated &Note : D.Notes)
        J.object([&] {
          J.attribute("file", text(Note.Where.File));
          J.attribute("line", Note.Where.Line);
          J.attribute("column", Note.Where.Column);
          J.attribute("message", text(Note.Message));
        });
    });
  });
}

static void print(const ReportedLoop &L, llvm::json::OStream &J) {
  J.object([&] {
    J.attribute("file", text(L.Where.File));
    J.attribute("line", L.Where.Line);
    J.attribute("column", L.Where.Column);
    J.attribute("function", text(L.Function));
    if (!L.Label.empty())
      J.attribute("label", text(L.Label));
    J.attribute("verdict", L.Accepted ? "accepted" : "refused");
    J.attribute("closed", L.Closed);
    if (L.LeftSerial)
      J.attribute("leftSerial", true);
    J.attributeArray("variables", [&] {
      for (const ReportedVariable &V : L.Variables)
        J.object([&] {
          J.attribute("name", text(V.Name));
          J.attribute("class", V.Class);
          J.attribute("line", V.Line);
          if (!V.Why.empty())
            J.attribute("why", text(V.Why));
        });
    });
    J.attributeArray("head", [&] {
      for (unsigned Line : L.Head)
        J.value(Line);
    });
    J.attributeArray("tail", [&] {
      for (unsigned Line : L.Tail)
        J.value(Line);
    });
    J.attributeArray("conditions", [&] {
      for (const std::string &Condition : L.Conditions)
        J.value(text(Condition));
    });
    J.attributeArray("diagnostics", [&] {
      for (const ReportedDiagnostic &D : L.Diagnostics)
        print(D, J);
    });
  });
}

void printJson(const Report &R, llvm::raw_ostream &Out) {
  llvm::json::OStream J(Out, /*IndentSize=*/2);
  J.object([&] {
    J.attribute("version", 1);
    J.attributeArray("loops", [&] {
      for (const ReportedLoop &L : R.Loops)
        print(L, J);
    });
    // Errors in attributes that stand before no loop.
    if (!R.Others.empty())
      J.attributeArray("diagnostics", [&] {
        for (const ReportedDiagnostic &D : R.Others)
          print(D, J);
      });
  });
  Out << '\n';
}

} // namespace mp::tool
