//===- Wrapper.cpp - A compiler's command, with annotated loops rewritten -===//
//
// Decides between four ways: becoming the compiler, one command with the
// rewritten sources in the place of the user's, one for each source, or objects
// first and then the link. Each keeps names, dependency files and diagnostics
// as they would have been.
//
//===----------------------------------------------------------------------===//

#include "wrapper/Wrapper.h"
#include "wrapper/Command.h"
#include "wrapper/Dependencies.h"
#include "wrapper/Includes.h"
#include "wrapper/Installation.h"
#include "wrapper/WorkDirectory.h"
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mp::tool::wrapper {
namespace {

using Words = std::vector<std::string>;

void append(Words &To, const Words &More) {
  To.insert(To.end(), More.begin(), More.end());
}

std::string contents(const std::string &Path) {
  std::ifstream In(Path, std::ios::binary);
  return {std::istreambuf_iterator<char>(In), {}};
}

/// A source that has accepted loops, and where its rewritten text is.
struct Rewritten {
  Source From;
  std::string Path;
};

class Wrapper {
public:
  Wrapper(const WrapperOptions &Options, const Words &Given)
      : Options(Options), Given(Given), C(parseCommand(Given)),
        Parts(findInstallation()) {}

  Ended run();

private:
  Ended passThrough();
  Ended rewriteAndCompile(const std::vector<Source> &Annotated);
  std::optional<Rewritten> rewrite(const Source &S, const std::string &Dir,
                                   Ended &Problem);
  Ended compile();
  Ended compileTogether();
  Ended compileApart();
  Ended compileToObjects();

  bool severalDirectories() const;
  const Rewritten *rewritten(size_t Word) const;
  Words sourceFlags(const Source &S) const;
  Words languageOf(size_t Word) const;
  Words libraries() const;
  Words commonFlags() const;
  Words compilerFlags() const;
  Ended start(Words Command);
  bool readStandardInput();

  const WrapperOptions &Options;
  const Words &Given;
  Command C;
  Installation Parts;
  std::vector<Rewritten> All;
  std::string Work; ///< path of the work directory
};

/// Flags that a rewritten source can't be compiled with: line markers, which it
/// is full of, are an extension.
bool isPedantic(const std::string &Word) {
  return Word == "-pedantic" || Word == "-Wpedantic" || Word == "--pedantic" ||
         Word == "-pedantic-errors" || Word == "--pedantic-errors" ||
         Word == "-Werror=pedantic";
}

Ended Wrapper::start(Words Command) {
  if (Options.Show) {
    std::printf("%s\n", quoted(Command).c_str());
    return {};
  }
  // What came in a response file may be too long for a command line.
  size_t Length = 0;
  for (const std::string &Word : Command)
    Length += Word.size() + 1;
  if (Length > size_t(256) * 1024 && !Work.empty()) {
    std::ofstream File(Work + "/arguments");
    for (size_t I = C.Compiler + 1; I < Command.size(); ++I) {
      for (char Ch : Command[I]) {
        if (std::strchr(" \t\n\r\f\v\\'\"", Ch))
          File << '\\';
        File << Ch;
      }
      File << (Command[I].empty() ? "\"\"\n" : "\n");
    }
    Command.resize(C.Compiler + 1);
    Command.push_back("@" + Work + "/arguments");
  }
  return wrapper::run(Command);
}

Words Wrapper::libraries() const {
  if (C.Makes != Product::Linked || C.LinkOption || Parts.Library.empty())
    return {};
  Words Result;
  if (C.LanguageGiven)
    Result = {"-x", "none"};
  Result.push_back(Parts.Library);
  Result.push_back("-lm"); // which C++ drivers add by themselves
  if (Parts.Library.find(".so") != std::string::npos)
    Result.push_back("-Wl,-rpath," + directoryOf(Parts.Library));
  return Result;
}

Ended Wrapper::passThrough() {
  Words Command = Given;
  append(Command, libraries());
  if (Options.Show)
    return start(Command);
  return {become(Command), 0};
}

/// Flags that make a rewritten source mean what it meant where it stood.
Words Wrapper::sourceFlags(const Source &S) const {
  // Before the user's: its own directory is where quoted includes are looked
  // for first.
  Words Result = {"-iquote", directoryOf(S.Name)};
  for (const Rewritten &R : All)
    Result.push_back("-ffile-prefix-map=" + R.Path + "=" + R.From.Name);
  // What is found there is called `x.h`, not `./x.h`.
  if (S.Name.find('/') == std::string::npos)
    Result.push_back("-ffile-prefix-map=./=");
  return Result;
}

Words Wrapper::commonFlags() const {
  Words Result;
  if (!Parts.headersAreStandard())
    Result = {"-isystem", Parts.Headers};
  // A product and the sum that it goes into may be computed in different
  // processes; fused they would be rounded once less.
  Result.push_back("-ffp-contract=off");
  return Result;
}

const Rewritten *Wrapper::rewritten(size_t Word) const {
  for (const Rewritten &R : All)
    if (R.From.Word == Word)
      return &R;
  return nullptr;
}

/// Directories in which a quoted include is looked for first differ.
bool Wrapper::severalDirectories() const {
  std::set<std::string> Directories;
  for (const Source &S : C.Sources)
    Directories.insert(directoryOf(S.Name));
  return Directories.size() > 1;
}

/// One command for all, with the rewritten texts in the place of the sources.
Ended Wrapper::compileTogether() {
  Words Command;
  std::string Copied; // dependencies that go to stdout
  for (size_t I = 0; I < C.Words.size(); ++I) {
    const Rewritten *R = rewritten(I);
    if (R)
      Command.push_back(R->Path);
    else if (C.DependencyWord == I &&
             (C.DependencyFile == "-" || C.DependencyFile == "/dev/stdout")) {
      Copied = Work + "/dependencies";
      Command.push_back(C.Words[I] == *C.DependencyFile ? Copied
                                                        : "-MF" + Copied);
    } else if (!isPedantic(C.Words[I]))
      Command.push_back(C.Words[I]);
    if (I == C.Compiler) {
      append(Command, sourceFlags(All.front().From));
      append(Command, commonFlags());
    }
  }
  append(Command, libraries());
  Ended E = start(Command);
  for (const Rewritten &R : All) {
    for (const std::string &File : dependencyFiles(C, R.From.Name))
      renameDependency(File, R.Path, R.From.Name);
    if (!Copied.empty())
      renameDependency(Copied, R.Path, R.From.Name);
  }
  if (!Copied.empty())
    std::fputs(contents(Copied).c_str(), stdout);
  return E;
}

/// The `-x` that is in force at a word, to be said again.
Words Wrapper::languageOf(size_t Word) const {
  Words Result;
  for (size_t I = C.Compiler + 1; I < Word; ++I)
    if (C.Words[I] == "-x" && I + 1 < Word)
      Result = {"-x", C.Words[I + 1]};
    else if (C.Words[I].compare(0, 2, "-x") == 0 && C.Words[I].size() > 2)
      Result = {C.Words[I]};
  return Result;
}

/// A command for each source: they make nothing in common.
Ended Wrapper::compileApart() {
  for (const Source &S : C.Sources) {
    const Rewritten *R = rewritten(S.Word);
    Words Command;
    for (size_t I = 0; I < C.Words.size(); ++I) {
      bool IsSource = false;
      for (const Source &Any : C.Sources)
        IsSource |= Any.Word == I;
      if (I == S.Word)
        Command.push_back(R ? R->Path : S.Name);
      else if (!IsSource && !(R && isPedantic(C.Words[I])))
        Command.push_back(C.Words[I]);
      if (R && I == C.Compiler) {
        append(Command, sourceFlags(S));
        append(Command, commonFlags());
      }
    }
    Ended E = start(Command);
    if (R)
      for (const std::string &File : dependencyFiles(C, S.Name))
        renameDependency(File, R->Path, S.Name);
    if (!E.ok())
      return E;
  }
  return {};
}

/// The rewritten sources are compiled one by one, and the command is run with
/// their objects in their places. So are the others where the last one decides
/// what a dependency file says.
Ended Wrapper::compileToObjects() {
  std::map<size_t, std::string> Objects; // by word
  for (const Source &S : C.Sources) {
    const Rewritten *R = rewritten(S.Word);
    if (!R && !C.WritesDependencies)
      continue;
    std::string Stem = fileNameOf(S.Name);
    Stem.resize(Stem.rfind('.') == std::string::npos ? Stem.size()
                                                     : Stem.rfind('.'));
    std::string Dir = Work + "/" + std::to_string(S.Word);
    if (!Options.Show)
      mkdir(Dir.c_str(), 0700); // it may be there
    std::string Object = Dir + "/" + Stem + ".o";
    Words Command(C.Words.begin(), C.Words.begin() + C.Compiler + 1);
    if (R) {
      append(Command, sourceFlags(S));
      append(Command, commonFlags());
    }
    for (size_t I = C.Compiler + 1; I < C.Words.size(); ++I) {
      const std::string &Word = C.Words[I];
      if (Word == "--")
        break;
      if (Word == "-o" || Word == "-l" || Word == "-x") {
        ++I;
        continue;
      }
      if (Word.size() < 2 || Word[0] != '-' || C.OutputWord == I ||
          Word.compare(0, 2, "-l") == 0 || Word.compare(0, 2, "-x") == 0 ||
          Word.compare(0, 4, "-Wl,") == 0 || (R && isPedantic(Word)))
        continue;
      Command.push_back(Word);
      for (unsigned N = separateArguments(Word); N && I + 1 < C.Words.size();
           --N)
        Command.push_back(C.Words[++I]);
    }
    if (C.WritesDependencies)
      append(Command, dependencyOptions(C, S.Name));
    append(Command, {"-c", "-o", Object, "-x", "c++", R ? R->Path : S.Name});
    Ended E = start(Command);
    if (R)
      for (const std::string &File : dependencyFiles(C, S.Name))
        renameDependency(File, R->Path, S.Name);
    if (!E.ok())
      return E;
    Objects[S.Word] = Object;
  }
  Words Command;
  for (size_t I = 0; I < C.Words.size(); ++I)
    if (auto Object = Objects.find(I); Object != Objects.end()) {
      Words Language = languageOf(I);
      if (!Language.empty())
        append(Command, {"-x", "none"});
      Command.push_back(Object->second);
      append(Command, Language);
    } else {
      Command.push_back(C.Words[I]);
    }
  append(Command, libraries());
  return start(Command);
}

Ended Wrapper::compile() {
  if (!severalDirectories())
    return compileTogether();
  return C.Makes == Product::Linked ? compileToObjects() : compileApart();
}

/// What makes Clang read a source as the compiler does, when that is a GCC: its
/// version, its C++ library, and its own headers where Clang has none (omp.h).
Words Wrapper::compilerFlags() const {
  auto Ask = [&](const char *Question) {
    return firstWordOf({C.Words[C.Compiler], Question});
  };
  std::string Version = Ask("-dumpfullversion");
  if (Version.empty() ||
      Version.find_first_not_of("0123456789.") != std::string::npos)
    return {}; // Clang doesn't know that question
  Words Result = {"-fgnuc-version=" + Version};
  std::string Library = directoryOf(Ask("-print-libgcc-file-name"));
  if (Library.find("/gcc/") != std::string::npos)
    Result.push_back("--gcc-install-dir=" + Library);
  std::string Headers = Ask("-print-file-name=include");
  if (!Headers.empty() && Headers[0] == '/')
    append(Result, {"-idirafter", Headers});
  return Result;
}

/// Runs mp-rewrite on one source. Nothing when nothing was rewritten; Problem
/// says whether that is a failure.
std::optional<Rewritten>
Wrapper::rewrite(const Source &S, const std::string &Dir, Ended &Problem) {
  if (!Options.Show && mkdir(Dir.c_str(), 0700) != 0) {
    std::perror("mp-cxx: can't make a directory");
    Problem = {2, 0};
    return std::nullopt;
  }
  std::string Path = Dir + "/" + fileNameOf(S.Name);
  Words Command = {Parts.Rewriter, "-o", Path};
  if (Options.KeepSerial)
    Command.push_back("--keep-serial");
  if (Options.AnnotateAll)
    Command.push_back("--annotate-all");
  append(Command, {S.Name, "--"});
  for (size_t I = C.Compiler + 1; I < C.Words.size() && C.Words[I] != "--"; ++I)
    Command.push_back(C.Words[I]);
  append(Command,
         {C.isGxx() ? "--driver-mode=g++" : "--driver-mode=gcc", "-x", "c++"});
  Command.push_back("-ffp-contract=off");
  append(Command, compilerFlags());
  if (Options.Show) {
    start(Command);
    return Rewritten{S, Path};
  }
  Problem = wrapper::run(Command);
  if (Problem.Signal && Problem.Signal != heldSignal()) {
    std::fprintf(stderr, "mp-cxx: mp-rewrite died of signal %d on '%s'\n",
                 Problem.Signal, S.Name.c_str());
    Problem = {1, 0};
  }
  if (!Problem.ok() || contents(Path) == contents(S.Name))
    return std::nullopt;
  return Rewritten{S, Path};
}

Ended Wrapper::rewriteAndCompile(const std::vector<Source> &Annotated) {
  if (Parts.Rewriter.empty() || Parts.Headers.empty()) {
    std::fprintf(stderr, "mp-cxx: %s is not where it belongs, beside mp-cxx\n",
                 Parts.Rewriter.empty() ? "mp-rewrite" : "mp/parallel_map.hpp");
    return {2, 0};
  }
  holdSignals();
  std::string Key = std::to_string(getuid());
  if (char *Here = getcwd(nullptr, 0)) {
    Key += Here;
    free(Here);
  }
  // Compiler caches let the output have another name each time.
  for (size_t I = 0; I < C.Words.size(); ++I)
    if (C.OutputWord != I && C.DependencyWord != I)
      Key += '\n' + C.Words[I];
  {
    WorkDirectory Directory(Key);
    Work = Directory.path();
    if (Work.empty())
      return {2, 0};
    for (const Source &S : Annotated) {
      Ended Problem;
      // Sources may have the same name.
      std::string Dir = Work + "/" + std::to_string(S.Word);
      if (std::optional<Rewritten> R = rewrite(S, Dir, Problem))
        All.push_back(std::move(*R));
      else if (!Problem.ok())
        return Problem;
    }
    if (!All.empty()) {
      Ended E = compile();
      return heldSignal() ? Ended{0, heldSignal()} : E;
    }
  }
  return passThrough();
}

/// Takes stdin in and puts it back. False when there is an annotated loop in
/// it.
bool Wrapper::readStandardInput() {
  std::string Text;
  char Buffer[65536];
  for (ssize_t N; (N = read(0, Buffer, sizeof Buffer)) > 0;)
    Text.append(Buffer, static_cast<size_t>(N));
  int FD = memfd_create("source", 0);
  for (size_t Done = 0; Done < Text.size();) {
    ssize_t N = write(FD, Text.data() + Done, Text.size() - Done);
    if (N <= 0)
      break;
    Done += static_cast<size_t>(N);
  }
  lseek(FD, 0, SEEK_SET);
  dup2(FD, 0);
  close(FD);
  return !namesAttribute(Text);
}

Ended Wrapper::run() {
  if (C.StandardInput && C.Makes != Product::Nothing && !Options.Show &&
      !readStandardInput()) {
    std::fprintf(stderr, "mp-cxx: a source with annotated loops can't be read "
                         "from standard input; give a file\n");
    return {2, 0};
  }
  std::vector<Source> Annotated;
  if (C.Makes > Product::Dependencies)
    for (const Source &S : C.Sources)
      if (Options.AnnotateAll || mayBeAnnotated(C, S.Name, Parts.Headers))
        Annotated.push_back(S);
  return Annotated.empty() ? passThrough() : rewriteAndCompile(Annotated);
}

} // namespace

Ended wrap(const WrapperOptions &Options, const Words &Given) {
  return Wrapper(Options, Given).run();
}

} // namespace mp::tool::wrapper
