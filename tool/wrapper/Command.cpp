//===- Command.cpp - A compiler's command line, taken apart ---------------===//
//
// Goes through the words once, from left to right, as a compiler's driver does.
// Of the options only those are known that take a word of their own or that
// mp-cxx has to understand; the rest is passed on as it is.
//
//===----------------------------------------------------------------------===//

#include "wrapper/Command.h"
#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>
#include <string_view>

namespace mp::tool::wrapper {

static bool startsWith(std::string_view Text, std::string_view Start) {
  return Text.substr(0, Start.size()) == Start;
}

std::string directoryOf(const std::string &Path) {
  size_t Slash = Path.rfind('/');
  if (Slash == std::string::npos)
    return ".";
  return Slash == 0 ? "/" : Path.substr(0, Slash);
}

std::string fileNameOf(const std::string &Path) {
  return Path.substr(Path.rfind('/') + 1);
}

bool Command::isClang() const {
  return fileNameOf(Words[Compiler]).find("clang") != std::string::npos;
}

bool Command::isGxx() const {
  return fileNameOf(Words[Compiler]).find("++") != std::string::npos;
}

unsigned separateArguments(const std::string &Word) {
  static const std::set<std::string> One = {"-o",
                                            "-x",
                                            "-I",
                                            "-D",
                                            "-U",
                                            "-L",
                                            "-l",
                                            "-A",
                                            "-B",
                                            "-G",
                                            "-T",
                                            "-V",
                                            "-b",
                                            "-e",
                                            "-u",
                                            "-z",
                                            "-R",
                                            "-h",
                                            "-include",
                                            "-imacros",
                                            "-isystem",
                                            "-iquote",
                                            "-idirafter",
                                            "-iprefix",
                                            "-iwithprefix",
                                            "-iwithprefixbefore",
                                            "-isysroot",
                                            "-imultilib",
                                            "-iframework",
                                            "-cxx-isystem",
                                            "-include-pch",
                                            "-ivfsoverlay",
                                            "-MF",
                                            "-MT",
                                            "-MQ",
                                            "-MJ",
                                            "-Xlinker",
                                            "-Xassembler",
                                            "-Xpreprocessor",
                                            "-Xclang",
                                            "-Xanalyzer",
                                            "-mllvm",
                                            "-arch",
                                            "-target",
                                            "-aux-info",
                                            "-dumpbase",
                                            "-dumpbase-ext",
                                            "-dumpdir",
                                            "-wrapper",
                                            "-specs",
                                            "-framework",
                                            "-gcc-toolchain",
                                            "--param",
                                            "--sysroot",
                                            "--include",
                                            "--include-directory",
                                            "--output",
                                            "--language",
                                            "--define-macro",
                                            "--undefine-macro",
                                            "--library-directory",
                                            "--imacros",
                                            "-rpath",
                                            "-serialize-diagnostics",
                                            "--serialize-diagnostics",
                                            "-fmodule-name",
                                            "-soname",
                                            "-install_name"};
  return One.count(Word);
}

/// One word of a response file; empty at its end.
static std::optional<std::string> nextWord(std::string_view &Text) {
  auto IsSpace = [](char C) {
    return C == ' ' || C == '\t' || C == '\n' || C == '\r' || C == '\f' ||
           C == '\v';
  };
  while (!Text.empty() && IsSpace(Text.front()))
    Text.remove_prefix(1);
  if (Text.empty())
    return std::nullopt;
  std::string Word;
  for (char Quote = 0; !Text.empty(); Text.remove_prefix(1)) {
    char C = Text.front();
    if (C == '\\' && Text.size() > 1) {
      Text.remove_prefix(1);
      Word += Text.front();
    } else if (Quote) {
      if (C == Quote)
        Quote = 0;
      else
        Word += C;
    } else if (C == '\'' || C == '"') {
      Quote = C;
    } else if (IsSpace(C)) {
      break;
    } else {
      Word += C;
    }
  }
  return Word;
}

std::vector<std::string> expandResponseFiles(std::vector<std::string> Words) {
  // Response files may name others, even themselves.
  for (int Budget = 1000, I = 0; I < static_cast<int>(Words.size()); ++I) {
    while (startsWith(Words[I], "@") && Budget-- > 0) {
      std::ifstream File(Words[I].substr(1));
      if (!File)
        break; // then it is a word like any other
      std::string Text{std::istreambuf_iterator<char>(File), {}};
      std::string_view Rest = Text;
      std::vector<std::string> Inner;
      while (std::optional<std::string> Word = nextWord(Rest))
        Inner.push_back(std::move(*Word));
      Words.erase(Words.begin() + I);
      Words.insert(Words.begin() + I, Inner.begin(), Inner.end());
      if (I == static_cast<int>(Words.size()))
        return Words;
    }
  }
  return Words;
}

namespace {

enum class Language { ByName, Cxx, Other };

Language languageOption(std::string_view Name) {
  if (Name == "none")
    return Language::ByName;
  return Name == "c++" ? Language::Cxx : Language::Other;
}

bool isCxxName(const std::string &Name, bool Gxx) {
  static const std::set<std::string> Cxx = {"cpp", "cc", "cxx", "C",
                                            "c++", "cp", "CPP"};
  size_t Dot = Name.rfind('.');
  if (Dot == std::string::npos)
    return false;
  std::string Extension = Name.substr(Dot + 1);
  return Cxx.count(Extension) || (Gxx && Extension == "c");
}

bool isHeaderName(const std::string &Name) {
  static const std::set<std::string> Header = {"h",   "hh",  "H",   "hp", "hxx",
                                               "hpp", "HPP", "h++", "tcc"};
  size_t Dot = Name.rfind('.');
  return Dot != std::string::npos && Header.count(Name.substr(Dot + 1));
}

class Parser {
public:
  explicit Parser(Command &C) : C(C) {}

  void run() {
    findCompiler();
    bool Options = true;
    for (size_t I = C.Compiler + 1; I < C.Words.size(); ++I) {
      const std::string &Word = C.Words[I];
      if (Options && Word == "--")
        Options = false;
      else if (Options && Word.size() > 1 && Word[0] == '-')
        option(I);
      else
        input(I);
    }
    if (C.Inputs != 0 && !Dry && !HeadersOnly)
      C.Makes = Stop.value_or(Product::Linked);
    C.LanguageGiven = In != Language::ByName;
    C.QuoteDirs = Quote;
    C.IncludeDirs = Include;
    for (const auto *More : {&System, &After})
      C.IncludeDirs.insert(C.IncludeDirs.end(), More->begin(), More->end());
  }

private:
  void findCompiler() {
    static const std::set<std::string> Launchers = {
        "ccache", "sccache", "distcc", "icecc", "nice", "time"};
    while (C.Compiler + 1 < C.Words.size() &&
           Launchers.count(fileNameOf(C.Words[C.Compiler])) &&
           C.Words[C.Compiler + 1][0] != '-')
      ++C.Compiler;
  }

  void stop(Product At) { Stop = Stop ? std::min(*Stop, At) : At; }

  /// The value of an option that may be joined or the next word.
  std::optional<std::string> value(size_t &I, std::string_view Option) {
    const std::string &Word = C.Words[I];
    if (Word.size() > Option.size())
      return Word.substr(Option.size());
    if (I + 1 < C.Words.size())
      return C.Words[++I];
    return std::nullopt;
  }

  bool directory(size_t &I) {
    struct Kind {
      std::string_view Option;
      std::vector<std::string> *List;
    };
    const std::string Word = C.Words[I];
    if (Word == "-include-pch")
      return false;
    for (const Kind &K :
         {Kind{"-iquote", &Quote}, Kind{"-isystem", &System},
          Kind{"-idirafter", &After}, Kind{"-I", &Include},
          Kind{"-include", &C.Included}, Kind{"-imacros", &C.Included}})
      if (startsWith(Word, K.Option)) {
        if (std::optional<std::string> Value = value(I, K.Option))
          K.List->push_back(*Value);
        return true;
      }
    return false;
  }

  void option(size_t &I) {
    const std::string Word = C.Words[I];
    if (Word == "-c")
      stop(Product::Object);
    else if (Word == "-S")
      stop(Product::Assembly);
    else if (Word == "-E")
      stop(Product::Preprocessed);
    else if (Word == "-M" || Word == "-MM")
      stop(Product::Dependencies);
    else if (Word == "-fsyntax-only")
      stop(Product::Check);
    else if (Word == "-MD" || Word == "-MMD")
      C.WritesDependencies = true;
    else if (Word == "-###")
      Dry = true;
    else if (Word == "-r")
      C.LinkOption = true;
    else if (startsWith(Word, "-MF")) {
      C.DependencyFile = value(I, "-MF");
      C.DependencyWord = I;
    } else if (startsWith(Word, "-MT") || startsWith(Word, "-MQ")) {
      C.TargetGiven = true;
      I += Word.size() == 3;
    } else if (startsWith(Word, "-o") && !startsWith(Word, "-objc") &&
               Word != "-o") {
      C.Output = Word.substr(2);
      C.OutputWord = I;
    } else if (Word == "-o") {
      C.Output = value(I, "-o");
      C.OutputWord = I;
    } else if (startsWith(Word, "-x")) {
      if (std::optional<std::string> Name = value(I, "-x"))
        In = languageOption(*Name);
    } else if (startsWith(Word, "-l")) {
      ++C.Inputs;
      HeadersOnly = false;
      I += Word.size() == 2;
    } else if (!directory(I)) {
      I += separateArguments(Word);
    }
  }

  void input(size_t I) {
    const std::string &Word = C.Words[I];
    ++C.Inputs;
    if (Word == "-") {
      C.StandardInput = In == Language::Cxx;
      HeadersOnly = false;
      return;
    }
    bool Cxx = In == Language::Cxx ||
               (In == Language::ByName && isCxxName(Word, C.isGxx()));
    if (Cxx)
      C.Sources.push_back({I, Word});
    if (!(In == Language::ByName && isHeaderName(Word)))
      HeadersOnly = false;
  }

  Command &C;
  Language In = Language::ByName;
  std::optional<Product> Stop;
  bool Dry = false;
  bool HeadersOnly = true;
  std::vector<std::string> Quote, Include, System, After;
};

} // namespace

Command parseCommand(const std::vector<std::string> &Words) {
  Command Result;
  Result.Words = expandResponseFiles(Words);
  Parser(Result).run();
  return Result;
}

} // namespace mp::tool::wrapper
