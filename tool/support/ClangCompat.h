//===- ClangCompat.h - Every difference between LLVM versions -------------===//
//
// The tool is written against LLVM 22. What an older or newer version spells
// differently is spelt here and nowhere else; a version that is not known is
// refused, so that stale shims don't stay.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_SUPPORT_CLANGCOMPAT_H
#define MP_TOOL_SUPPORT_CLANGCOMPAT_H

#include "clang/Basic/IdentifierTable.h"
#include "clang/Basic/Version.inc"
#include "clang/Options/OptionUtils.h" // clang/Driver/Options.h until 21
#include "clang/Options/Options.h"
#include "llvm/Option/Arg.h"
#include <dlfcn.h>
#include <string>

#if CLANG_VERSION_MAJOR != 22
#error                                                                         \
    "mp's tool is built with LLVM and Clang 22; teach ClangCompat.h this version"
#endif

namespace mp::tool::compat {

constexpr const char ClangVersion[] = CLANG_VERSION_STRING;

/// The identifier and place of an attribute's argument. (Data members
/// until 20.)
inline const clang::IdentifierInfo *name(const clang::IdentifierLoc &Arg) {
  return Arg.getIdentifierInfo();
}
inline clang::SourceLocation place(const clang::IdentifierLoc &Arg) {
  return Arg.getLoc();
}

/// The options of Clang's driver. (In namespace clang::driver until 21.)
inline const llvm::opt::OptTable &optionTable() {
  return clang::getDriverOptTable();
}
constexpr unsigned ClangVisibility = clang::options::ClangOption;

/// True for options that have no influence on what the source means (what to
/// produce, warnings, dependency files, plugins), for those that Clang doesn't
/// know, and for words that are no options.
inline bool isIrrelevantToParsing(const llvm::opt::Arg &A) {
  using namespace clang::options;
  const llvm::opt::Option &O = A.getOption();
  if (O.getKind() == llvm::opt::Option::InputClass ||
      O.getKind() == llvm::opt::Option::UnknownClass)
    return true;
  switch (O.getID()) {
  case OPT_Wp_COMMA: // for the preprocessor
    return false;
  case OPT_o:
  case OPT_w:
  case OPT_v:
  case OPT__HASH_HASH_HASH:
  case OPT_pipe:
  case OPT_save_temps:
  case OPT_save_temps_EQ:
  case OPT_fplugin_EQ:
  case OPT_fpermissive:
    return true;
  default:
    return O.matches(OPT_Action_Group) || O.matches(OPT_M_Group) ||
           O.matches(OPT_W_Group) || O.matches(OPT_pedantic_Group) ||
           O.matches(OPT_Link_Group) || O.matches(OPT_T_Group) ||
           O.matches(OPT_u_Group);
  }
}

/// Where the library that Clang is in believes its own headers to be.
inline std::string resourceDirOfLibrary() {
  Dl_info Info;
  if (!dladdr(reinterpret_cast<void *>(&clang::getDriverOptTable), &Info) ||
      !Info.dli_fname)
    return "";
  return clang::GetResourcesPath(Info.dli_fname);
}

} // namespace mp::tool::compat

#endif
