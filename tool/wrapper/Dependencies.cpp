//===- Dependencies.cpp - Dependency files that name the original ---------===//
//
// What compilers call these files is told by the output's and the source's
// name; every candidate that is there is edited. Names are looked for as make
// writes them, with blanks, `#` and `$` escaped.
//
//===----------------------------------------------------------------------===//

#include "wrapper/Dependencies.h"
#include <fstream>
#include <iterator>
#include <sys/stat.h>

namespace mp::tool::wrapper {

static std::string withoutExtension(const std::string &Name) {
  size_t Dot = Name.rfind('.');
  return Dot == std::string::npos || Name.find('/', Dot) != std::string::npos
             ? Name
             : Name.substr(0, Dot);
}

std::vector<std::string> dependencyFiles(const Command &C,
                                         const std::string &Source) {
  std::vector<std::string> Result;
  if (C.DependencyFile)
    Result.push_back(*C.DependencyFile);
  for (const std::string &Word : C.Words)
    for (const std::string Start : {"-Wp,-MD,", "-Wp,-MMD,"})
      if (Word.compare(0, Start.size(), Start) == 0)
        Result.push_back(Word.substr(
            Start.size(), Word.find(',', Start.size()) - Start.size()));
  if (!C.WritesDependencies)
    return Result;
  // Which one depends on the compiler and its version.
  std::string Base = withoutExtension(fileNameOf(Source));
  Result.push_back(Base + ".d");
  std::string Output = C.Output.value_or("a");
  Result.push_back(withoutExtension(Output) + ".d");
  if (C.Makes == Product::Linked) {
    Result.push_back(Output + "-" + Base + ".d");
    Result.push_back(withoutExtension(Output) + "-" + Base + ".d");
  }
  return Result;
}

std::vector<std::string> dependencyOptions(const Command &C,
                                           const std::string &Source) {
  std::string Base = withoutExtension(fileNameOf(Source));
  std::vector<std::string> Result;
  if (!C.DependencyFile) {
    // All sources of a link with -o share one file, and the last one has it.
    std::string File = C.Output      ? withoutExtension(*C.Output)
                       : C.isClang() ? Base
                                     : "a-" + Base;
    Result = {"-MF", File + ".d"};
  }
  if (!C.TargetGiven)
    Result.insert(Result.end(), {"-MQ", C.Output.value_or(Base + ".o")});
  return Result;
}

static std::string asInMakefile(const std::string &Name) {
  std::string Result;
  for (char C : Name) {
    if (C == ' ' || C == '#')
      Result += '\\';
    else if (C == '$')
      Result += '$';
    Result += C;
  }
  return Result;
}

void renameDependency(const std::string &File, const std::string &From,
                      const std::string &To) {
  struct stat Info;
  if (stat(File.c_str(), &Info) != 0 || !S_ISREG(Info.st_mode))
    return;
  std::string Text;
  {
    std::ifstream In(File);
    Text.assign(std::istreambuf_iterator<char>(In), {});
  }
  std::string Old = asInMakefile(From), New = asInMakefile(To);
  size_t At = Text.find(Old);
  if (At == std::string::npos)
    return;
  for (; At != std::string::npos; At = Text.find(Old, At + New.size()))
    Text.replace(At, Old.size(), New);
  std::ofstream(File, std::ios::trunc) << Text;
}

} // namespace mp::tool::wrapper
