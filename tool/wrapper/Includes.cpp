//===- Includes.cpp - Could a source have an annotated loop? --------------===//
//
// Searches texts, not token by token: includes are followed whatever the
// conditionals around them say, and a name in a comment counts. Only a "no" has
// to be right.
//
//===----------------------------------------------------------------------===//

#include "wrapper/Includes.h"
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

namespace mp::tool::wrapper {

bool namesAttribute(const std::string &Text) {
  static const char Name[] = "parallel_map";
  return memmem(Text.data(), Text.size(), Name, sizeof Name - 1) != nullptr;
}

namespace {

struct Included {
  std::string Name; ///< empty: computed by a macro
  bool Quoted;
};

/// Advances over blanks.
size_t skipBlanks(const std::string &Text, size_t I) {
  while (I < Text.size() && (Text[I] == ' ' || Text[I] == '\t'))
    ++I;
  return I;
}

/// All that Text includes, whatever the conditionals around it.
std::vector<Included> includesOf(const std::string &Text) {
  std::vector<Included> Result;
  for (size_t Line = 0; Line < Text.size();) {
    size_t End = Text.find('\n', Line);
    if (End == std::string::npos)
      End = Text.size();
    size_t I = skipBlanks(Text, Line);
    bool Hash = Text.compare(I, 1, "#") == 0;
    bool Digraph = Text.compare(I, 2, "%:") == 0;
    if (Hash || Digraph) {
      I = skipBlanks(Text, I + (Digraph ? 2 : 1));
      size_t Length = Text.compare(I, 12, "include_next") == 0 ? 12
                      : Text.compare(I, 7, "include") == 0     ? 7
                      : Text.compare(I, 6, "import") == 0      ? 6
                                                               : 0;
      if (Length) {
        I = skipBlanks(Text, I + Length);
        char Open = I < End ? Text[I] : 0;
        size_t Close = Open == '"'   ? Text.find('"', I + 1)
                       : Open == '<' ? Text.find('>', I + 1)
                                     : std::string::npos;
        if (Close != std::string::npos && Close < End)
          Result.push_back({Text.substr(I + 1, Close - I - 1), Open == '"'});
        else
          Result.push_back({"", false});
      }
    }
    Line = End + 1;
  }
  return Result;
}

class Scan {
public:
  Scan(const Command &C, std::string OwnHeaders)
      : C(C), OwnHeaders(std::move(OwnHeaders)) {
    for (const char *Name : {"CPATH", "CPLUS_INCLUDE_PATH"})
      if (const char *List = getenv(Name))
        for (const char *From = List; *From;) {
          const char *To = strchrnul(From, ':');
          Environment.emplace_back(From, To);
          From = *To ? To + 1 : To;
        }
  }

  bool file(const std::string &Path, bool IsSource) {
    std::string Text;
    if (!read(Path, Text))
      return false; // the compiler will say so, or it was seen before
    if (namesAttribute(Text))
      return true;
    for (const Included &I : includesOf(Text)) {
      if (I.Name.empty()) {
        // Which file that is only the preprocessor knows.
        if (IsSource)
          return true;
        continue;
      }
      if (included(I.Name, I.Quoted ? directoryOf(Path) : ""))
        return true;
    }
    return false;
  }

  /// Looks an include up, first in Dir if there is one.
  bool included(const std::string &Name, const std::string &Dir) {
    if (Name[0] == '/')
      return file(Name, false);
    std::vector<std::string> Dirs;
    if (!Dir.empty()) {
      Dirs.push_back(Dir);
      Dirs.insert(Dirs.end(), C.QuoteDirs.begin(), C.QuoteDirs.end());
    }
    Dirs.insert(Dirs.end(), C.IncludeDirs.begin(), C.IncludeDirs.end());
    Dirs.insert(Dirs.end(), Environment.begin(), Environment.end());
    // include_next may reach every one of them.
    for (const std::string &In : Dirs)
      if (file(In + "/" + Name, false))
        return true;
    return false;
  }

private:
  /// False when there is no such file, or it has been read before.
  bool read(const std::string &Path, std::string &Text) {
    if (!Tried.insert(Path).second)
      return false;
    int FD = open(Path.c_str(), O_RDONLY | O_CLOEXEC);
    if (FD < 0)
      return false;
    struct stat Info;
    bool New = fstat(FD, &Info) == 0 && S_ISREG(Info.st_mode) &&
               Seen.insert({Info.st_dev, Info.st_ino}).second && !isOwn(Path);
    if (New) {
      Text.resize(static_cast<size_t>(Info.st_size));
      size_t Got = 0;
      for (ssize_t N; Got < Text.size() &&
                      (N = ::read(FD, &Text[Got], Text.size() - Got)) > 0;)
        Got += static_cast<size_t>(N);
      Text.resize(Got);
    }
    close(FD);
    return New;
  }

  bool isOwn(const std::string &Path) const {
    if (OwnHeaders.empty() || Path.find("mp/") == std::string::npos)
      return false;
    char *Real = realpath(Path.c_str(), nullptr);
    bool Own = Real && std::string(Real).compare(0, OwnHeaders.size() + 4,
                                                 OwnHeaders + "/mp/") == 0;
    free(Real);
    return Own;
  }

  const Command &C;
  std::string OwnHeaders;
  std::vector<std::string> Environment;
  std::set<std::string> Tried;
  std::set<std::pair<dev_t, ino_t>> Seen;
};

} // namespace

bool mayBeAnnotated(const Command &C, const std::string &Source,
                    const std::string &OwnHeaders) {
  for (const std::string &Word : C.Words)
    if (namesAttribute(Word) && Word[0] == '-')
      return true;
  Scan S(C, OwnHeaders);
  if (S.file(Source, true))
    return true;
  for (const std::string &Name : C.Included)
    if (S.included(Name, "."))
      return true;
  return false;
}

} // namespace mp::tool::wrapper
