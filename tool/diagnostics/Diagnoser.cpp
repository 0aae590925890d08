//===- Diagnoser.cpp - What the tool says about loops ---------------------===//

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
