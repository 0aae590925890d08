//===- Events.cpp - Effects that are not accesses -------------------------===//
//
// One message for each kind of event and name. Some depend on more than the
// event: an effect on files is only warned about, unless the loop may be left
// early; a change of a stream's format is a tail, unless functions that are
// called print, too.
//
//===----------------------------------------------------------------------===//

#include "classes/Events.h"
#include "loops/Exits.h"
#include "clang/AST/Stmt.h"
#include <set>

using namespace clang;

namespace mp::tool {

void reportEvents(const LoopShape &Shape, const Effects &E, Diagnoser &Diags) {
  const Stmt *Exit =
      Jumps::of(Shape.Body)
          .first({Jump::Kind::Break, Jump::Kind::Return, Jump::Kind::Goto});
  SourceLocation Leaving = Exit ? Exit->getBeginLoc() : SourceLocation();
  for (const Event &Ev : E.Events)
    if ((Ev.What == Event::Kind::Throws || Ev.What == Event::Kind::Exits) &&
        Leaving.isInvalid())
      Leaving = Ev.Where;
  std::set<std::string> Said;
  for (const Event &Ev : E.Events) {
    if (Ev.InHeader)
      continue;
    std::string Key = std::to_string(static_cast<int>(Ev.What)) + Ev.Name;
    bool Again = !Said.insert(Key).second;
    auto Note = [&](Message &M) {
      if (Ev.Inner.isValid())
        M.Notes.push_back({Ev.Inner, "it happens here"});
    };
    switch (Ev.What) {
    case Event::Kind::Prints:
    case Event::Kind::ReadsFile:
    case Event::Kind::Throws:
    case Event::Kind::Exits:
      break;
    case Event::Kind::FormatState:
      // In the loop itself it is a tail, as long as no callee prints with it.
      if (Ev.Inner.isInvalid() &&
          llvm::none_of(E.Events, [](const Event &Other) {
            return Other.What == Event::Kind::Prints && Other.Inner.isValid();
          }))
        break;
      if (!Again)
        Note(Diags.error(DiagID::HiddenState, Ev.Where,
                         "'" + Ev.Name +
                             "' changes how a standard stream prints from then "
                             "on, and functions that the loop calls print"));
      break;
    case Event::Kind::Input:
      if (!Again)
        Note(
            Diags.error(DiagID::Input, Ev.Where,
                        "input is read from '" + Ev.Name +
                            "', which all iterations share; read it before the "
                            "loop"));
      break;
    case Event::Kind::Kernel:
      if (!Again)
        Note(Diags.error(DiagID::Kernel, Ev.Where,
                         Ev.Name +
                             " has an effect on the system or the process "
                             "that would be lost with the worker, or be "
                             "seen by other iterations"));
      break;
    case Event::Kind::Files:
      if (Again)
        break;
      if (Leaving.isValid()) {
        auto &M =
            Diags.error(DiagID::Kernel, Ev.Where,
                        Ev.Name + " has an effect on the system that "
                                  "can't be taken back, in a loop that may "
                                  "be left early");
        Note(M);
        M.Notes.push_back({Leaving, "the loop may be left here"});
      } else {
        Note(Diags.warning(
            DiagID::Kernel, Ev.Where,
            Ev.Name + " has an effect on the system that does not happen in "
                      "order; iterations must not depend on each other's"));
      }
      break;
    case Event::Kind::OpaqueCall:
      if (!Again)
        Note(Diags.warning(
            DiagID::OpaqueCall, Ev.Where,
            "the body of " + Ev.Name +
                " can't be seen; if its calls have no effect that outlives an "
                "iteration, say so with trust(..)"));
      break;
    case Event::Kind::OpaqueMutable: {
      if (Again)
        break;
      Note(Diags.error(DiagID::OpaqueCall, Ev.Where,
                       Ev.Name + ", whose body can't be seen, is given '" +
                           Ev.About.front().spelled() +
                           "', which it may change for other iterations"));
      break;
    }
    case Event::Kind::MayCarry:
      if (!Again &&
          llvm::none_of(Shape.Attributes.Scratch, [&](const NamedArgument &N) {
            return N.Name == Ev.Name;
          }))
        Note(Diags.warning(
            DiagID::MayCarry, Ev.Where,
            "characters of '" + Ev.Name +
                "' are read one by one; behind the end of the text that this "
                "iteration put there they are older. If none of those is read, "
                "say so with scratch(" +
                Ev.Name + ")"));
      break;
    case Event::Kind::Frees:
      if (!Again)
        Note(Diags.error(DiagID::OuterFree, Ev.Where,
                         "'" + Ev.Name +
                             "' was there before the iteration and is freed in "
                             "it"));
      break;
    case Event::Kind::Volatile:
      if (!Again)
        Note(Diags.error(DiagID::Volatile, Ev.Where,
                         "'" + Ev.Name + "' is volatile"));
      break;
    case Event::Kind::UnknownWrite:
      if (!Again)
        Note(Diags.error(
            DiagID::UnknownWrite, Ev.Where,
            "it can't be seen what this writes to" +
                (Ev.Name.empty() ? std::string() : " ('" + Ev.Name + "')")));
      break;
    case Event::Kind::Destructor:
      if (!Again)
        Note(Diags.error(DiagID::Destructor, Ev.Where,
                         "the destructor of '" + Ev.Name +
                             "' writes outside the iteration"));
      break;
    case Event::Kind::Construct:
      if (!Again)
        Note(Diags.error(DiagID::Construct, Ev.Where,
                         Ev.Name +
                             " can't be in a loop whose iterations run in "
                             "workers"));
      break;
    }
  }
}

} // namespace mp::tool
