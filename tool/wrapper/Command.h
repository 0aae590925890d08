//===- Command.h - A compiler's command line, taken apart -----------------===//
//
// What mp-cxx has to know about the command it was given: which words are
// sources, what is to be produced, and which words would change the meaning
// of a source that stands elsewhere. The syntax is that of g++, which clang++
// shares.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_WRAPPER_COMMAND_H
#define MP_TOOL_WRAPPER_COMMAND_H

#include <optional>
#include <string>
#include <vector>

namespace mp::tool::wrapper {

/// From the earliest stop of the compiler to the last: the earliest asked for
/// wins.
enum class Product {
  Nothing,      ///< no input: --version, -v, ...
  Dependencies, ///< -M, -MM: only the names of what is included
  Preprocessed, ///< -E
  Check,        ///< -fsyntax-only
  Assembly,     ///< -S
  Object,       ///< -c
  Linked        ///< a program or library
};

struct Source {
  size_t Word;      ///< index into Command::Words
  std::string Name; ///< as written
};

struct Command {
  /// Launchers, compiler and arguments; response files are expanded.
  std::vector<std::string> Words;
  size_t Compiler = 0; ///< index of the compiler behind its launchers
  Product Makes = Product::Nothing;
  std::vector<Source> Sources; ///< C++ sources that can be rewritten
  size_t Inputs = 0;           ///< sources of any kind, objects, libraries
  bool StandardInput = false;  ///< C++ is read from stdin
  std::optional<std::string> Output; ///< of -o
  std::optional<size_t> OutputWord;  ///< its index (the name, or `-oNAME`)
  bool WritesDependencies = false;   ///< -MD, -MMD
  std::optional<std::string> DependencyFile; ///< of -MF
  std::optional<size_t> DependencyWord; ///< its index (the name, or `-MFNAME`)
  bool LanguageGiven = false; ///< -x is still in force behind the last word
  bool LinkOption = false;    ///< there is -r: a link that gets no libraries

  // For looking up what sources include, in the order of search.
  std::vector<std::string> QuoteDirs, IncludeDirs;
  std::vector<std::string> Included; ///< by -include and -imacros

  bool TargetGiven = false; ///< by -MT, -MQ

  bool isClang() const; ///< as far as its name tells
  bool isGxx() const;   ///< the driver takes .c for C++ and links its library
};

/// Takes a command apart. Launcher words (ccache, distcc, ...) may stand
/// before the compiler.
Command parseCommand(const std::vector<std::string> &Words);

/// The words with those of @FILE in the place of @FILE, as compilers do it.
std::vector<std::string> expandResponseFiles(std::vector<std::string> Words);

/// Number of words that the option Word takes besides itself.
unsigned separateArguments(const std::string &Word);

/// The part of a path up to its last slash; `.` where there is none.
std::string directoryOf(const std::string &Path);
std::string fileNameOf(const std::string &Path);

} // namespace mp::tool::wrapper

#endif
