//===- Compilation.h - How a source file is parsed ------------------------===//
//
// Where a file's flags come from (a compile database, or the words behind
// `--`), and how flags meant for g++ or for another clang are made ones for
// parsing.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_REWRITE_COMPILATION_H
#define MP_TOOL_REWRITE_COMPILATION_H

#include "rewrite/TranslationUnit.h"
#include "clang/Tooling/CompilationDatabase.h"
#include <memory>
#include <string>
#include <vector>

namespace mp::tool {

struct CompilationOptions {
  /// Directory of compile_commands.json (`-p`); empty: it is looked for beside
  /// the first source and above.
  std::string BuildPath;
  bool FlagsGiven = false;        ///< there was a `--`
  std::vector<std::string> Flags; ///< what stood behind it
  std::vector<std::string> ExtraBefore, ExtraAfter;
};

class Compilation {
public:
  /// Finds the database. An error is one line for the user.
  static llvm::Expected<Compilation> create(CompilationOptions Options,
                                            llvm::StringRef FirstSource);

  /// Parses, judges and rewrites one file.
  RewriteResult rewrite(const std::string &File, const JudgeOptions &How) const;

private:
  std::unique_ptr<clang::tooling::CompilationDatabase> Database;
  bool Fixed = false; ///< all files have the same flags
  CompilationOptions Options;
  std::string ResourceDir;
};

/// Arguments for Clang in which everything is left out that has no influence on
/// what the source means, or that Clang doesn't know. Words that are no options
/// are left out too: the source file is the caller's to add.
std::vector<std::string>
parsingArguments(const std::vector<std::string> &Arguments);

} // namespace mp::tool

#endif
