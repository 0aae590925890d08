//===- Diagnoser.cpp - What the tool says about loops ---------------------===//
//
// The spellings of the identifiers, from Identifiers.def. Collecting the
// messages is in the header; printing them is Printer's.
//
//===----------------------------------------------------------------------===//

#include "diagnostics/Diagnoser.h"

namespace mp::tool {

llvm::StringRef spelling(DiagID ID) {
  switch (ID) {
#define MP_DIAGNOSTIC(Name, Spelling, Summary)                                 \
  case DiagID::Name:                                                           \
    return Spelling;
#include "diagnostics/Identifiers.def"
  }
  return "mp-unknown"; // not reached: the cases are complete
}

} // namespace mp::tool
