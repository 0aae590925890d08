//===- Includes.h - Could a source have an annotated loop? ----------------===//
//
// Nearly all sources that a build compiles have none, and for those mp-cxx has
// to cost next to nothing. The attribute's name has to be somewhere: in
// the source, in what it includes (a macro may hold it), or in a -D. So these
// texts are searched for it. The system's own headers are not looked at.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_WRAPPER_INCLUDES_H
#define MP_TOOL_WRAPPER_INCLUDES_H

#include "wrapper/Command.h"

namespace mp::tool::wrapper {

/// False only when no loop of the source can be annotated. OwnHeaders is
/// the directory of mp's headers, which say the name without meaning it.
bool mayBeAnnotated(const Command &C, const std::string &Source,
                    const std::string &OwnHeaders);

/// The text holds the attribute's name.
bool namesAttribute(const std::string &Text);

} // namespace mp::tool::wrapper

#endif
