//===- Compilation.cpp - How a source file is parsed ----------------------===//
//
// Picks the database, makes a parsing command of a file's own command, without
// what only matters to code generation and with Clang's headers, and runs the
// rewriting action with it.
//
//===----------------------------------------------------------------------===//

#include "rewrite/Compilation.h"
#include "support/ClangCompat.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace mp::tool {

/// The directory with Clang's own headers, or empty.
static std::string findResourceDir() {
  for (std::string Dir :
       {std::string(MP_CLANG_RESOURCE_DIR), compat::resourceDirOfLibrary()})
    if (llvm::sys::fs::exists(Dir + "/include/stddef.h"))
      return Dir;
  return "";
}

static llvm::Error userError(const llvm::Twine &Text) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Text);
}

/// Every kind of database has its say on what it can't read; ours is JSON.
static std::string reason(llvm::StringRef Why) {
  llvm::StringRef Json = Why.split("json-compilation-database: ").second;
  return (Json.empty() ? Why : Json.split('\n').first).trim().str();
}

/// The nearest compile_commands.json or compile_flags.txt, in Start or above
/// it.
static std::string databaseAbove(llvm::StringRef Start) {
  for (; !Start.empty(); Start = llvm::sys::path::parent_path(Start))
    for (const char *Name : {"compile_commands.json", "compile_flags.txt"}) {
      llvm::SmallString<256> File(Start);
      llvm::sys::path::append(File, Name);
      if (llvm::sys::fs::exists(File))
        return std::string(File);
    }
  return "";
}

llvm::Expected<Compilation> Compilation::create(CompilationOptions Options,
                                                llvm::StringRef FirstSource) {
  Compilation Result;
  Result.ResourceDir = findResourceDir();
  if (Result.ResourceDir.empty())
    return userError("Clang's own headers (stddef.h and so on) are not in " +
                     llvm::Twine(MP_CLANG_RESOURCE_DIR) +
                     "; install libclang-common-22-dev, or say where they are "
                     "with -- -resource-dir=DIR");
  std::string Why;
  if (!Options.FlagsGiven && !Options.BuildPath.empty()) {
    // There and nowhere else: flags of another build would be a bad surprise.
    Result.Database =
        tooling::CompilationDatabase::loadFromDirectory(Options.BuildPath, Why);
    if (!Result.Database) {
      llvm::SmallString<256> File(Options.BuildPath);
      llvm::sys::path::append(File, "compile_commands.json");
      return userError(llvm::sys::fs::exists(File)
                           ? "'" + std::string(File) +
                                 "' can't be read: " + reason(Why)
                           : "there is no compile_commands.json in '" +
                                 Options.BuildPath + "'");
    }
  } else if (!Options.FlagsGiven) {
    std::string Source = tooling::getAbsolutePath(FirstSource);
    std::string File = databaseAbove(llvm::sys::path::parent_path(Source));
    if (!File.empty()) {
      Result.Database = tooling::CompilationDatabase::loadFromDirectory(
          llvm::sys::path::parent_path(File), Why);
      if (!Result.Database)
        return userError("'" + File + "' can't be read: " + reason(Why) +
                         " (to do without it, end the command with --)");
    }
  }
  if (!Result.Database)
    Result.Database =
        std::make_unique<tooling::FixedCompilationDatabase>(".", Options.Flags);
  Result.Fixed = Result.Database->getAllFiles().empty();
  Result.Options = std::move(Options);
  return Result;
}

std::vector<std::string>
parsingArguments(const std::vector<std::string> &Arguments) {
  std::vector<const char *> Words;
  for (const std::string &Argument : Arguments)
    Words.push_back(Argument.c_str());
  unsigned MissingIndex = 0, MissingCount = 0;
  llvm::opt::InputArgList Parsed = compat::optionTable().ParseArgs(
      Words, MissingIndex, MissingCount,
      llvm::opt::Visibility(compat::ClangVisibility));
  llvm::opt::ArgStringList Kept;
  for (const llvm::opt::Arg *A : Parsed)
    if (!compat::isIrrelevantToParsing(*A))
      A->render(Parsed, Kept);
  return {Kept.begin(), Kept.end()};
}

/// Number of words a command begins with that name no compiler: `ccache g++
/// ..`.
static size_t launchers(const std::vector<std::string> &Command) {
  size_t Count = 0;
  while (Count + 1 < Command.size() &&
         llvm::StringSwitch<bool>(llvm::sys::path::stem(Command[Count]))
             .Cases({"mp-cxx", "ccache", "sccache", "distcc", "icecc"}, true)
             .Default(false) &&
         !llvm::StringRef(Command[Count + 1]).starts_with("-"))
    ++Count;
  return Count;
}

RewriteResult Compilation::rewrite(const std::string &File,
                                   const JudgeOptions &How) const {
  RewriteResult Result;
  struct Factory : tooling::FrontendActionFactory {
    Factory(RewriteResult &Result, const JudgeOptions &How)
        : Result(Result), How(How) {}
    std::unique_ptr<FrontendAction> create() override {
      return makeRewriteAction(Result, How);
    }
    RewriteResult &Result;
    const JudgeOptions &How;
  } Make(Result, How);

  auto Adjust = [&](const std::vector<std::string> &Command,
                    llvm::StringRef Path) {
    std::vector<std::string> Words(Command.begin() + launchers(Command),
                                   Command.end());
    std::string Compiler = Words.front();
    Words.erase(Words.begin());
    Words.insert(Words.begin(), Options.ExtraBefore.begin(),
                 Options.ExtraBefore.end());
    // The file as the compiler is told its name: that is what __FILE__ and
    // messages say.
    std::string Name = Fixed ? File : Path.str();
    if (!Fixed)
      for (const std::string &Word : Words)
        if (llvm::StringRef(Word).ends_with(llvm::sys::path::filename(Path)) &&
            !llvm::StringRef(Word).starts_with("-"))
          Name = Word;
    // The file may stand behind `--`.
    Words.erase(llvm::find(Words, "--"), Words.end());
    Words.insert(Words.end(), Options.ExtraAfter.begin(),
                 Options.ExtraAfter.end());
    std::vector<std::string> Arguments = {"clang++"};
    if (llvm::sys::path::stem(Compiler).contains("++"))
      Arguments.push_back("--driver-mode=g++");
    else
      Arguments.push_back("--driver-mode=gcc");
    for (std::string &Word : parsingArguments(Words))
      Arguments.push_back(std::move(Word));
    if (llvm::none_of(Arguments, [](llvm::StringRef Word) {
          return Word.starts_with("-resource-dir");
        }))
      Arguments.push_back("-resource-dir=" + ResourceDir);
    // The user's compiler will say what it has to say; here only errors count.
    // Fortified library functions mean what the plain ones mean.
    for (const char *Word : {"-fsyntax-only", "-w", "-Wno-everything",
                             "-Qunused-arguments", "-U_FORTIFY_SOURCE", "--"})
      Arguments.push_back(Word);
    Arguments.push_back(Name);
    return Arguments;
  };

  tooling::ClangTool Tool(*Database, {File});
  Tool.clearArgumentsAdjusters();
  Tool.appendArgumentsAdjuster(Adjust);
  Tool.setPrintErrorMessage(false);
  Tool.run(&Make);
  return Result;
}

} // namespace mp::tool
