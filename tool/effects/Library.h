//===- Library.h - What the C, C++ and POSIX libraries do -----------------===//
//
// A table of library functions whose bodies can't be seen (or are not worth
// looking into): what they do with each argument, with hidden state, and with
// the world. What is not in it is an opaque call.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_EFFECTS_LIBRARY_H
#define MP_TOOL_EFFECTS_LIBRARY_H

#include "llvm/ADT/StringRef.h"

namespace clang {
class FunctionDecl;
}

namespace mp::tool {

struct LibraryFunction {
  enum Effect : unsigned {
    None = 0,
    Prints = 1,    ///< to stdout or stderr
    PrintsTo = 2,  ///< to the stream that argument code 'F' marks
    ReadsFrom = 4, ///< from the stream that argument code 'f' marks
    Input = 8,     ///< from stdin
    Opens = 16,    ///< opens a file, for reading if the mode says so
    Kernel = 32,   ///< any other effect on the system
    Exits = 64,
    Forbidden = 128, ///< threads, fork, longjmp: can't be in a loop
    State = 256,     ///< reads and changes the hidden state named in Hidden
    SetsState = 512, ///< sets that state afresh
    Throws = 1024,
    Callback = 2048, ///< calls a function that it is given
    Files = 4096,    ///< creates, removes or renames files
    SetsGlobal =
        8192, ///< the variable named in Hidden, which programs can read
  };
  const char *Name;
  /// One character an argument; the last one followed by '*' stands for the
  /// rest.
  /// - `.` only its value
  /// - `r` what it points to is read
  /// - `w` that is written, in part
  /// - `W` that is written, from its start as far as it is read later
  /// - `m`, `M` as `w`, `W`, but only if the call succeeds
  /// - `b` that is read and written
  /// - `x` that is freed
  /// - `f` a FILE * that is read from
  /// - `F` a FILE * that is written to
  /// - `c` a FILE * that is closed
  const char *Arguments;
  unsigned Effects;
  /// What a returned pointer points to: digit: the same as that argument;
  /// 'n' new memory; 'h' the library's own static memory; '-' nothing.
  char Returns;
  const char *Hidden;
  /// What a return value shows that 'm' and 'M' arguments are written: 'p' a
  /// pointer that is not null, 'z' zero, 'c' the number of those arguments.
  char Succeeds = 0;
};

/// The entry for F when it is a function of the C library or POSIX, or a
/// free function of namespace std; null: not known.
const LibraryFunction *lookupLibrary(const clang::FunctionDecl &F);

} // namespace mp::tool

#endif
