//===- Classify.h - One class for everything the loop writes --------------===//
//
// Takes the effects of a loop's body and gives each thing that is written its
// class: slot, tail, scratch, head, or carried, which refuses the loop. What is
// only read is input.
//
// Writes are grouped by what they write: a fixed place (`sum`, `o.count`), or
// an array with a subscript that varies (`out[..]`, `p[..].x`).
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_CLASSES_CLASSIFY_H
#define MP_TOOL_CLASSES_CLASSIFY_H

#include "classes/Dependence.h"
#include "classes/Overlap.h"
#include "report/Verdict.h"

namespace mp::tool {

/// V is a static variable of a function other than F and those around it.
bool isOfCallee(const clang::VarDecl *V, const clang::FunctionDecl *F);

/// An access to an array: where the varying subscript stands in the path.
struct Subscripted {
  Place Array;              ///< without the subscript
  Step First;               ///< the first subscript step
  Index Linear;             ///< over all dimensions that lie in place
  std::vector<Step> Fields; ///< members of the element
  clang::QualType Element;  ///< type of what is accessed as a unit
  std::string Key;          ///< of array and fields
  unsigned Dimensions = 1;
  bool Cut = false; ///< a member can't be named: the element as a whole
  /// Linear has more elements than are touched; and perhaps such as the array
  /// does not have.
  bool Widened = false, Beyond = false;
};

struct Group {
  enum class Kind { Slot, Tail, Scratch, Head, Carried };
  Kind What = Kind::Carried;
  bool IsArray = false;
  Subscripted Array; ///< when IsArray
  Place Fixed;       ///< otherwise
  std::vector<const Access *> Writes;
  std::vector<const Access *> All; ///< overlapping accesses, the writes too
  std::vector<const clang::Stmt *> Tails; ///< for Tail
  bool Live = false;       ///< for Scratch: the value afterwards counts
  bool ReadAtExit = false; ///< in what an iteration returns, perhaps
  const clang::ValueDecl *root() const;
  std::string WhyNoSlot; ///< for arrays
  /// For Slot: reads of what no earlier iteration wrote, where none of the
  /// numbers is negative.
  std::vector<std::pair<const Access *, std::vector<Polynomial>>> Apart;
  /// Each worker has its own.
  bool isOfWorker() const {
    return What == Kind::Scratch || What == Kind::Head;
  }
  std::string name() const {
    return IsArray ? Array.Array.spelled() : Fixed.spelled();
  }
};

class Classifier {
public:
  Classifier(const LoopShape &Shape, Summaries &Known, const Effects &E,
             const Symbol *LoopSymbol, const HeaderNumbers &Header,
             Diagnoser &Diags);

  /// Gives every group its class; reports what is carried.
  void run();

  std::vector<Group> Groups;
  Overlap Alias;
  /// The bound may be changed by the body, which is to be looked at when the
  /// program runs.
  bool Rechecks = false;

  std::optional<Subscripted> subscripted(const Access &A) const;
  bool varies(const Index &I) const;
  /// No pointer on the way to P changes in the loop.
  bool staysPut(const Place &P) const;
  /// Only the head leads from one element of Array to the next.
  bool isLed(const Place &Array) const;
  bool isLocal(const clang::ValueDecl *V) const;
  /// A call of F may end in an exception, as far as can be seen.
  bool mayThrow(const clang::FunctionDecl *F) const;
  /// What the loop's head changes, and each worker has for itself.
  std::vector<const clang::VarDecl *> Head;
  bool isHead(const clang::ValueDecl *V) const {
    return llvm::is_contained(Head, V);
  }
  /// Expressions of the body that are run like the head, and declarations that
  /// they need (BodyHead.cpp).
  std::vector<const clang::Stmt *> HeadParts;
  /// The condition of a loop that is run ahead changes something itself.
  bool ConditionChanges = false;
  /// Makes a slot that can't be emitted as such a tail, when that is right.
  bool demote(Group &G);
  void reportCarried(const Group &G, const Access *Reader, const Access *Writer,
                     const std::string &Why);
  /// The factor of the loop variable in a form; nothing when it is not known.
  std::optional<Polynomial> stride(const Index &I) const;

private:
  void group();
  void countDimensions();
  void classify(Group &G);
  bool trySlot(Group &G, std::string &Why, const Access *&Reader,
               const Access *&Writer);
  /// What is known of a read of what the group writes; Writer: the write that
  /// it may see.
  Dependence::Result flow(const Group &G, const Access &Read,
                          const Access *&Writer) const;
  bool findFlow(const Group &G, const Access *&Reader, const Access *&Writer,
                std::string &Why) const;
  std::string whatFlows(const Dependence::Result &R, const Access &Read,
                        const Access &Write) const;
  Dependence::Answer writesMeet(const Group &G) const;
  bool tryScratch(Group &G);
  bool tryTail(Group &G, const Access *&Blocking);
  bool isInCall(const clang::Stmt *Site) const;
  bool leavesWork(const Group &G) const;
  bool assignsLocal(const clang::Stmt *S) const;
  bool lives(const Group &G) const;
  bool readsOtherElements(const Group &G, const Access *&Reader) const;
  void checkHeader();
  void checkOwners();
  bool readHead();
  bool checkAhead();
  const clang::VarDecl *destroyedAfterStep() const;
  const clang::Expr *headPart(const Access &W) const;
  bool isOrderKept(const clang::Expr &Part, const clang::Expr &Whole) const;
  bool isLocalDrawer(const clang::ValueDecl *V) const;
  bool canBeRepeated(const Place &P) const;
  bool hasMore(const std::vector<const clang::Expr *> &Parts) const;
  void findHeadGroups();
  bool isRepeatable(const Group &G) const {
    return Repeatable[static_cast<size_t>(&G - Groups.data())];
  }
  bool isBetterRepeated(const Group &G) const;
  void finishHead();
  bool listed(const std::vector<NamedArgument> &Names,
              const clang::ValueDecl *V) const;

  const LoopShape &Shape;
  Summaries &Known;
  clang::ASTContext &C;
  const Effects &E;
  const Symbol *LoopSymbol;
  Diagnoser &Diags;
  Dependence Iterations;
  RegionFacts Body;
  std::map<std::string, size_t> Dimensions; ///< of arrays, by key
  std::vector<bool> Repeatable;             ///< for each group
  std::set<std::string>
      Whole; ///< arrays whose elements are not divided, by key
};

} // namespace mp::tool

#endif
