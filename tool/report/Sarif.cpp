//===- Sarif.cpp - The report as SARIF 2.1.0 ------------------------------===//
//
// The format of static analysis results that editors and code hosts read: a
// rule for each identifier, a result for each message, and one of kind `pass`
// for each loop that is accepted.
//
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
//
//===----------------------------------------------------------------------===//

#include "diagnostics/Diagnoser.h"
#include "report/Report.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"

namespace mp::tool {

namespace {
struct Rule {
  llvm::StringRef ID, Summary;
};

constexpr llvm::StringLiteral Accepted = "mp-accepted";

std::vector<Rule> rules() {
  return {
#define MP_DIAGNOSTIC(Name, Spelling, Summary) {Spelling, Summary},
#include "diagnostics/Identifiers.def"
      {Accepted, "the loop's iterations can run in parallel"}};
}

/// Text for JSON, which must be UTF-8 where the user's need not be.
std::string text(llvm::StringRef Any) { return llvm::json::fixUTF8(Any); }

/// A path as a URI: relative, or with the scheme `file`.
std::string uri(llvm::StringRef Path) {
  std::string Result =
      llvm::sys::path::is_absolute(Path) ? std::string("file://") : "";
  for (const char C : Path)
    if (llvm::isAlnum(C) || llvm::StringRef("/-._~").contains(C))
      Result += C;
    else
      Result += "%" + llvm::toHex(llvm::StringRef(&C, 1));
  return Result;
}

class SarifWriter {
public:
  explicit SarifWriter(llvm::raw_ostream &Out)
      : J(Out, /*IndentSize=*/2), Rules(rules()) {}

  void write(const Report &R) {
    J.object([&] {
      J.attribute("$schema",
                  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/"
                  "schemas/sarif-schema-2.1.0.json");
      J.attribute("version", "2.1.0");
      J.attributeArray("runs", [&] { J.object([&] { run(R); }); });
    });
  }

private:
  void run(const Report &R) {
    J.attributeObject("tool", [&] {
      J.attributeObject("driver", [&] {
        J.attribute("name", "mp-rewrite");
        J.attribute("version", MP_VERSION);
        J.attributeArray("rules", [&] {
          for (const Rule &One : Rules)
            J.object([&] {
              J.attribute("id", One.ID);
              message("shortDescription", One.Summary);
            });
        });
      });
    });
    J.attributeArray("results", [&] {
      for (const ReportedLoop &L : R.Loops) {
        if (L.Accepted)
          J.object([&] { accepted(L); });
        for (const ReportedDiagnostic &D : L.Diagnostics)
          J.object([&] { result(D); });
      }
      for (const ReportedDiagnostic &D : R.Others)
        J.object([&] { result(D); });
    });
  }
  void accepted(const ReportedLoop &L) {
    rule(Accepted);
    J.attribute("kind", "pass");
    J.attribute("level", "none");
    message("message", "this loop in '" + L.Function + "' is accepted");
    J.attributeArray("locations",
                     [&] { J.object([&] { location(L.Where); }); });
  }
  void result(const ReportedDiagnostic &D) {
    rule(D.ID);
    J.attribute("level", D.How == Severity::Error ? "error" : "warning");
    message("message", D.Message);
    J.attributeArray("locations",
                     [&] { J.object([&] { location(D.Where); }); });
    J.attributeArray("relatedLocations", [&] {
      for (const ReportedRelated &Note : D.Notes)
        J.object([&] {
          location(Note.Where);
          message("message", Note.Message);
        });
    });
  }
  void rule(llvm::StringRef ID) {
    J.attribute("ruleId", ID);
    const auto Found =
        llvm::find_if(Rules, [&](const Rule &One) { return One.ID == ID; });
    if (Found != Rules.end())
      J.attribute("ruleIndex", Found - Rules.begin());
  }
  void message(llvm::StringRef Name, llvm::StringRef Text) {
    J.attributeObject(Name, [&] { J.attribute("text", text(Text)); });
  }
  void location(const SourcePlace &Where) {
    J.attributeObject("physicalLocation", [&] {
      J.attributeObject("artifactLocation",
                        [&] { J.attribute("uri", uri(Where.File)); });
      if (Where.Line)
        J.attributeObject("region", [&] {
          J.attribute("startLine", Where.Line);
          if (Where.Column)
            J.attribute("startColumn", Where.Column);
        });
    });
  }

  llvm::json::OStream J;
  const std::vector<Rule> Rules;
};
} // namespace

void printSarif(const Report &R, llvm::raw_ostream &Out) {
  SarifWriter(Out).write(R);
  Out << '\n';
}

} // namespace mp::tool
