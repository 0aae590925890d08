//===- mp-rewrite.cpp - The source-to-source tool -------------------------===//
//
// Options, files and exit statuses; the work is done in rewrite/.
//
//   0  all annotated loops are accepted (or none is annotated)
//   1  a loop was refused, or a source file does not compile
//   2  bad usage: options, files that can't be read or written
//
//===----------------------------------------------------------------------===//

#include "attributes/Annotation.h"
#include "report/Report.h"
#include "rewrite/Compilation.h"
#include "support/ClangCompat.h"
#include "support/Diff.h"
#include "support/OutputFile.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Signals.h"

using namespace mp::tool;
namespace cl = llvm::cl;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

static cl::OptionCategory Category("mp-rewrite options");

static cl::list<std::string> Sources(cl::Positional, cl::desc("FILE..."),
                                     cl::cat(Category));
static cl::opt<std::string>
    Output("o", cl::value_desc("file or directory"), cl::cat(Category),
           cl::desc("Write the rewritten source there (default: standard "
                    "output). With several files, a directory that gets one "
                    "file of the same name for each; it is made if need be"));
static cl::opt<bool>
    Diff("diff", cl::cat(Category),
         cl::desc("Print what would change, as a unified diff"));
static cl::opt<bool> Check("check", cl::cat(Category),
                           cl::desc("Only judge: print messages, no source"));
static cl::opt<bool>
    Explain("explain", cl::cat(Category),
            cl::desc("Print each loop's verdict and the class of each of its "
                     "variables; no source unless -o or --diff is given"));
static cl::opt<std::string>
    ReportFile("report", cl::value_desc("file"), cl::cat(Category),
               cl::desc("Write the verdicts there, for machines: as JSON, or "
                        "as SARIF 2.1.0 where the name ends in .sarif"));
static cl::opt<bool>
    KeepSerial("keep-serial", cl::cat(Category),
               cl::desc("Leave refused loops serial and warn, instead of "
                        "failing"));
static cl::opt<bool>
    EveryLoop("every-loop", cl::cat(Category),
              cl::desc("Judge all loops of the files, as if each were "
                       "annotated, and count; no source is written, and a "
                       "refused loop is only warned about"));
static cl::opt<bool>
    AnnotateAll("annotate-all", cl::cat(Category),
                cl::desc("Rewrite all loops of the files that are accepted "
                         "without a warning, annotated or not, and count. "
                         "Other loops stay serial"));
static cl::opt<std::string>
    BuildPath("p", cl::value_desc("directory"), cl::cat(Category),
              cl::desc("Where compile_commands.json is (default: looked for "
                       "beside the first file, and above; without one, files "
                       "are compiled with the flags behind --)"));
static cl::list<std::string>
    ExtraArgs("extra-arg", cl::value_desc("flag"), cl::cat(Category),
              cl::desc("A further compiler flag, behind the others"));
static cl::list<std::string>
    ExtraArgsBefore("extra-arg-before", cl::value_desc("flag"),
                    cl::cat(Category),
                    cl::desc("A further compiler flag, before the others"));

static const char Overview[] =
    "mp-rewrite: runs annotated C++ loops on every core\n\n"
    "  Put [[mp::parallel_map]] in front of a serial loop. mp-rewrite shows "
    "that\n"
    "  its iterations can be run by worker processes without changing what "
    "the\n"
    "  program does, and rewrites the loop; or it says which expression is in "
    "the\n"
    "  way. (To do this and compile in one step: mp-cxx g++ -O2 file.cpp)\n";

static const char Examples[] =
    "\nExamples:\n"
    "  mp-rewrite sim.cpp > sim.mp.cpp            rewrite; flags from "
    "compile_commands.json\n"
    "  mp-rewrite sim.cpp -- -std=c++20 -Iinclude rewrite; flags given here\n"
    "  mp-rewrite --check --explain sim.cpp --    what would happen, and why\n"
    "  mp-rewrite --diff sim.cpp --               what would change\n"
    "  mp-rewrite -o out/ src/a.cpp src/b.cpp     several files, into a "
    "directory\n"
    "  mp-rewrite --every-loop src/*.cpp          which loops could be "
    "annotated?\n"
    "\nExit status: 0 all loops accepted or none annotated; 1 a loop was "
    "refused or a\n"
    "file does not compile; 2 bad usage. A file with a refused loop is not "
    "written.\n"
    "Where there is a choice flags behind -- win over a compile database, and "
    "its\n"
    "first entry for a file over others.\n";

static cl::extrahelp MoreHelp(Examples);

static int usage(const llvm::Twine &Text) {
  llvm::errs() << "mp-rewrite: error: " << Text << '\n';
  return 2;
}

static int usage(llvm::Error E) { return usage(llvm::toString(std::move(E))); }

/// Where the rewritten text of a file goes; empty: nowhere.
static std::string outputFor(const std::string &Source) {
  if (!Output.empty() && Sources.size() > 1) {
    llvm::SmallString<256> Result(Output);
    path::append(Result, path::filename(Source));
    return std::string(Result);
  }
  if (!Output.empty() && fs::is_directory(Output)) {
    llvm::SmallString<256> Result(Output);
    path::append(Result, path::filename(Source));
    return std::string(Result);
  }
  if (!Output.empty())
    return Output;
  return Check || Diff || Explain || EveryLoop || Sources.size() > 1 ? "" : "-";
}

/// 0, or 2 and a message.
static int checkUsage() {
  if (Sources.empty())
    return usage("no source file; see --help");
  bool Several = Sources.size() > 1;
  if (EveryLoop && (AnnotateAll || Diff || !Output.empty()))
    return usage("--every-loop only judges; to rewrite all loops that are "
                 "accepted, --annotate-all");
  if (Several && Output.empty() && !Check && !Diff && !Explain && !EveryLoop &&
      ReportFile.empty())
    return usage("where to with several files? Give a directory with -o, or "
                 "only --check, --diff, --explain or --report=FILE");
  if (Check && !Output.empty())
    return usage("--check writes no source, so -o makes no sense with it");
  llvm::StringSet<> Names;
  for (const std::string &Source : Sources) {
    if (Source == "-")
      return usage("standard input can't be rewritten; give a file");
    fs::file_status Status;
    if (std::error_code Why = fs::status(Source, Status))
      return usage("can't read '" + Source + "': " + Why.message());
    if (fs::is_directory(Status))
      return usage("'" + Source + "' is a directory");
    int FD = -1;
    if (std::error_code Why = fs::openFileForRead(Source, FD))
      return usage("can't read '" + Source + "': " + Why.message());
    (void)llvm::sys::Process::SafelyCloseFileDescriptor(FD);
    std::string Target = outputFor(Source);
    if (Target.empty() || Target == "-")
      continue;
    if (!Names.insert(Target).second)
      return usage("two files would be written to '" + Target + "'");
    if (fs::equivalent(Target, Source))
      return usage("'" + Target +
                   "' is the source itself; it would lose its "
                   "annotations");
  }
  if (Several && !Output.empty()) {
    if (std::error_code Why = fs::create_directories(Output))
      return usage("can't make directory '" + Output + "': " + Why.message());
  } else if (llvm::StringRef(Output).ends_with("/") &&
             !fs::is_directory(Output)) {
    return usage("there is no directory '" + Output + "'");
  }
  return 0;
}

/// Where loops are judged that nobody annotated, a refusal is no error.
static bool keepsSerial() { return KeepSerial || EveryLoop || AnnotateAll; }

static void progress(size_t Number, const std::string &Source) {
  if (Sources.size() > 1 && llvm::sys::Process::StandardErrIsDisplayed())
    llvm::errs() << '[' << Number << '/' << Sources.size() << "] " << Source
                 << '\n';
}

/// Prints and writes what was asked for of one file. 0, or 2 and a message.
static int deliver(const std::string &Source, const RewriteResult &Result) {
  if (Explain)
    printExplanation(Result.Verdicts,
                     Diff || Output == "-" ? llvm::errs() : llvm::outs());
  if (!Result.Compiled || (Result.Refused && !keepsSerial()))
    return 0;
  if (Diff)
    llvm::outs() << unifiedDiff(Source, Result.Original, Result.Text);
  std::string Target = outputFor(Source);
  if (Target.empty())
    return 0;
  if (llvm::Error E = writeFile(Target, Result.Text))
    return usage(std::move(E));
  return 0;
}

static int writeReport(const Report &Verdicts) {
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  if (llvm::StringRef(ReportFile).ends_with(".sarif"))
    printSarif(Verdicts, Out);
  else
    printJson(Verdicts, Out);
  if (llvm::Error E = writeFile(ReportFile, Text))
    return usage(std::move(E));
  return 0;
}

static int run(CompilationOptions Options) {
  if (int Status = checkUsage())
    return Status;
  llvm::Expected<Compilation> Compile =
      Compilation::create(std::move(Options), Sources.front());
  if (!Compile)
    return usage(Compile.takeError());
  int Status = 0;
  Report All;
  for (size_t I = 0; I < Sources.size(); ++I) {
    progress(I + 1, Sources[I]);
    JudgeOptions How;
    How.KeepSerial = keepsSerial();
    How.EveryLoop = EveryLoop || AnnotateAll;
    How.AnnotateAll = AnnotateAll;
    RewriteResult Result = Compile->rewrite(Sources[I], How);
    if (!Result.Compiled || (Result.Refused && !keepsSerial()))
      Status = std::max(Status, 1);
    Status = std::max(Status, deliver(Sources[I], Result));
    All.Loops.insert(All.Loops.end(), Result.Verdicts.Loops.begin(),
                     Result.Verdicts.Loops.end());
    All.Others.insert(All.Others.end(), Result.Verdicts.Others.begin(),
                      Result.Verdicts.Others.end());
  }
  if (EveryLoop || AnnotateAll)
    printSummary(All, llvm::errs());
  if (!ReportFile.empty())
    Status = std::max(Status, writeReport(All));
  llvm::outs().flush();
  if (llvm::outs().has_error()) {
    Status = usage("can't write to standard output: " +
                   llvm::outs().error().message());
    llvm::outs().clear_error();
  }
  return Status;
}

int main(int argc, char **argv) {
  llvm::sys::PrintStackTraceOnErrorSignal(argv[0]);
  CompilationOptions Options;
  int Own = argc;
  for (int I = 1; I < argc; ++I)
    if (llvm::StringRef(argv[I]) == "--") {
      Options.FlagsGiven = true;
      Options.Flags.assign(argv + I + 1, argv + argc);
      Own = I;
      break;
    }
  cl::HideUnrelatedOptions(Category);
  cl::SetVersionPrinter([](llvm::raw_ostream &Out) {
    Out << "mp-rewrite " MP_VERSION " (Clang " << compat::ClangVersion << ")\n";
  });
  std::string Errors;
  llvm::raw_string_ostream ErrorText(Errors);
  if (!cl::ParseCommandLineOptions(Own, argv, Overview, &ErrorText)) {
    llvm::errs() << Errors;
    return 2;
  }
  Options.BuildPath = BuildPath;
  Options.ExtraBefore = ExtraArgsBefore;
  Options.ExtraAfter = ExtraArgs;
  registerAttributes();
  return run(std::move(Options));
}
