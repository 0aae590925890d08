//===- Dependencies.h - Dependency files that name the original -----------===//
//
// With -MD and its kin a compiler says which files it has read. Of a rewritten
// source it names the one in the work directory, which will be gone; make has
// to watch the user's.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_WRAPPER_DEPENDENCIES_H
#define MP_TOOL_WRAPPER_DEPENDENCIES_H

#include "wrapper/Command.h"

namespace mp::tool::wrapper {

/// Files that the command may have written for `make` about Source.
std::vector<std::string> dependencyFiles(const Command &C,
                                         const std::string &Source);

/// The options that make a compilation of Source by itself write what the
/// command, a link, would write about it.
std::vector<std::string> dependencyOptions(const Command &C,
                                           const std::string &Source);

/// Replaces a file's name, as make reads it, in a dependency file. No file, no
/// harm.
void renameDependency(const std::string &File, const std::string &From,
                      const std::string &To);

} // namespace mp::tool::wrapper

#endif
