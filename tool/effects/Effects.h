//===- Effects.h - What a piece of code does to memory and to the world ---===//
//
// The result of walking a loop's body or a function: accesses in order, and
// events that are not accesses. For a function this is its effect summary, in
// terms of its parameters, `this`, globals and hidden library state; locals do
// not show.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_EFFECTS_EFFECTS_H
#define MP_TOOL_EFFECTS_EFFECTS_H

#include "effects/Place.h"
#include "clang/Basic/SourceLocation.h"
#include <memory>
#include <string>
#include <vector>

namespace clang {
class Expr;
class FunctionDecl;
class Stmt;
} // namespace clang

namespace mp::tool {

struct Unclosed;

struct Access {
  Place At;
  bool Reads = false, Writes = false;
  /// A read of which every byte was certainly written before, since the
  /// iteration (the function) began.
  bool Covered = false;
  /// The same within the innermost function that does it: other callers see no
  /// value of before either.
  bool CoveredInside = false;
  /// A read, not covered, in a function that may come to an annotated loop, of
  /// what that loop may leave unset: no caller's write covers it.
  bool Exposed = false;
  /// Happens in every iteration (call) that runs to its end.
  bool Certain = false;
  /// The object is changed by a member function or callee, or its shape
  /// changes, rather than a value being stored.
  bool Mutates = false;
  /// A write that happens only if the call succeeds (WalkAttempts.cpp).
  bool Attempted = false;
  /// In what an iteration returns or throws: it leaves, and does so natively,
  /// when all before it is committed.
  bool AtExit = false;
  /// Happens in the loop's header, with every iteration.
  bool InHeader = false;
  clang::QualType Type;              ///< of the value that is accessed
  const clang::Stmt *Site = nullptr; ///< in the walked code
  clang::SourceLocation Where;       ///< in the walked code
  clang::SourceLocation Inner; ///< in the callee that does it, if one does
  std::string Through;         ///< name of that callee
  /// The value that is stored, where there is one expression for it.
  const clang::Expr *Stored = nullptr;
  /// A read that is not covered, in a function: what of the same variable was
  /// certainly written before. With a call's arguments it may be enough.
  std::vector<Place> WrittenBefore;
  /// Where pointers in the stored value point.
  std::vector<Place> StoredTargets;
  /// The subscripts of At in terms of the inner loops' variables; null where
  /// they aren't known so.
  std::shared_ptr<const Unclosed> Open;
};

struct Event {
  enum class Kind {
    Prints,      ///< to the standard descriptors, by a callee or the C library
    FormatState, ///< changes the format of a standard stream in a callee
    Input, ///< reads from a stream or descriptor that is not the iteration's
           ///< own
    ReadsFile,  ///< opens and reads files of its own
    Files,      ///< creates, removes or renames files
    Kernel,     ///< any other effect on the system
    OpaqueCall, ///< a call into code that can't be seen, without mutable outer
                ///< data
    OpaqueMutable, ///< the same, with mutable outer data
    Frees,         ///< memory from outside is freed
    MayCarry,      ///< text is read that may be older than the iteration
    Throws,
    Exits, ///< the program, or unwinds by longjmp
    Volatile,
    UnknownWrite,
    Destructor, ///< writes outside from a destructor
    Construct   ///< what can't be moved into a worker
  };
  Kind What;
  clang::SourceLocation Where;
  clang::SourceLocation Inner;
  std::string Name; ///< of the function, or what it is about
  const clang::Stmt *Site = nullptr;
  bool InHeader = false;
  /// What is freed, read from or handed out: nothing happens when all of it is
  /// the iteration's own. Empty: it happens anyway.
  std::vector<Place> About;
};

struct Effects {
  std::vector<Access> Accesses;
  std::vector<Event> Events;
  /// Certainly written at the end.
  std::vector<Place> MustWrite;
  /// Where a returned pointer (reference, view) may point.
  std::vector<Place> Returns;
  /// A returned integer as a polynomial over the parameters.
  std::optional<Polynomial> ReturnNumber;
  bool MayThrow = false;
  /// Numbers of parameters that go to strtok: null there goes on with an
  /// earlier call's text.
  std::vector<unsigned> NeedsText;

  void event(Event::Kind K, clang::SourceLocation W, std::string Name,
             const clang::Stmt *Site = nullptr) {
    Events.push_back({K, W, {}, std::move(Name), Site, false, {}});
  }
};

} // namespace mp::tool

#endif
