//===- Walker.h - Walks code in execution order and notes its effects -----===//
//
// One walker serves loop bodies and functions. It follows the structure of the
// code in the order of execution, evaluates pointers to places and integers to
// polynomials, and keeps the set of places that are certainly written (definite
// assignment), from which a read knows whether it can see a value of an earlier
// iteration.
//
// Pointers are followed flow-insensitively: what a local pointer may point to
// is the union over all assignments in the region; walks are repeated until
// that is stable.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_EFFECTS_WALKER_H
#define MP_TOOL_EFFECTS_WALKER_H

#include "effects/Cursors.h"
#include "effects/Effects.h"
#include "effects/Library.h"
#include "effects/RegionFacts.h"
#include "effects/Types.h"
#include "effects/Unclosed.h"
#include "loops/LoopShape.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/StringSet.h"
#include <map>
#include <memory>
#include <set>

namespace mp::tool {

/// Effect summaries of functions, made when first asked for.
class Summaries {
public:
  /// What the functions' loops are taken for: run serially, as they are inside
  /// of a worker; run in parallel where they are annotated, and so keeping
  /// nothing but what is read later; or the same, with all of them annotated.
  enum class Loops { Serial, Annotated, Every };

  /// The effects are those of serial loops. Whether a value is read later is
  /// asked with loops as given.
  Summaries(clang::ASTContext &Context, Loops Later);
  ~Summaries();

  /// Null when the function's body can't be seen.
  const Effects *of(const clang::FunctionDecl *F);

  /// V, which only this file can name, is not read by anyone before it is
  /// written again, once the loops that write it are left.
  bool isDeadBetweenCalls(const clang::VarDecl *V);
  /// The same of the library's own memory: Place::hidden.
  bool isDeadBetweenCalls(llvm::StringRef Hidden);

  /// V, a static variable of a function, may be got at by pointers that the
  /// function gives to others.
  bool handsOut(const clang::VarDecl *V);

  /// F may come to an annotated loop of this file; so may S.
  bool reachesAnnotated(const clang::FunctionDecl *F);
  bool reachesAnnotated(const clang::Stmt *S);

  /// A local scalar of F, which Loop's body writes before it reads it, is read
  /// once the loop is left, unless it is written first. Nothing: not known.
  std::optional<bool> isReadAfter(const clang::FunctionDecl *F,
                                  const clang::Stmt *Loop,
                                  const clang::VarDecl *V);

  /// Some function of this file takes V's address or makes a reference to it.
  bool isAddressTaken(const clang::ValueDecl *V);

  /// V is an array of characters that this file uses as such only: no other
  /// objects live in it.
  bool holdsText(const clang::ValueDecl *V);

  /// Pointers that F is given, or finds in memory, may lead to V.
  bool leadsTo(const clang::FunctionDecl *F, const clang::ValueDecl *V);

  /// A function that the library may call, and what it touches besides the
  /// objects that it is given.
  struct Implicit {
    const clang::FunctionDecl *Function;
    Effects Outside;
  };
  /// Of a class: special members, comparisons, calls. Null: operator new and
  /// delete.
  const std::vector<Implicit> &calledImplicitly(const clang::CXXRecordDecl *R);

  /// What a virtual call of M may run, M included. Here and in the two below:
  /// as far as this file shows.
  std::vector<const clang::FunctionDecl *>
  overridersOf(const clang::CXXMethodDecl *M);
  /// What a pointer to functions or member functions, T, may point to.
  std::vector<const clang::FunctionDecl *> pointedTo(clang::QualType T);
  /// What a call of an object of type T may run: a closure, a std::function, a
  /// pointer.
  std::vector<const clang::FunctionDecl *> calledThrough(clang::QualType T);

  /// The pointers in V, an array that is initialised and then only read. Null:
  /// it is no such array.
  const std::vector<const clang::Expr *> *entriesOf(const clang::VarDecl *V);

  /// V is a local pointer to memory of its own, to which nothing else leads.
  bool leadsAlone(const clang::ValueDecl *V);

  clang::ASTContext &Context;
  const Loops Runs;
  SymbolTable Symbols;

private:
  struct Entry {
    Effects Known;
    bool InProgress = false, AskedInProgress = false;
    /// Made with the help of functions that were not done.
    bool Provisional = false;
  };
  void close();
  std::vector<std::pair<const clang::FunctionDecl *, Entry *>> Open;
  unsigned Depth = 0;     ///< functions that are being walked
  bool AskedOpen = false; ///< by the one walked last: one that is not done
  std::map<const clang::FunctionDecl *, std::unique_ptr<Entry>> Entries;
  /// Functions that something outside of this file's direct calls may call.
  std::optional<std::vector<const clang::FunctionDecl *>> Roots;
  llvm::DenseSet<const clang::ValueDecl *> AddressTaken, Recast;
  llvm::DenseMap<const clang::VarDecl *, bool> Alone;
  llvm::DenseMap<const clang::VarDecl *,
                 std::vector<const clang::DeclRefExpr *>>
      TableUses;
  std::map<const clang::VarDecl *,
           std::optional<std::vector<const clang::Expr *>>>
      Tables;
  std::map<const clang::CXXRecordDecl *, std::vector<Implicit>> ImplicitCalls;
  void addOperators(const clang::CXXRecordDecl *R,
                    std::vector<const clang::FunctionDecl *> &Into);
  struct Flow;
  std::map<const clang::FunctionDecl *, std::unique_ptr<Flow>> Flows;
  /// Functions with parameters that may point to a variable; nothing: the
  /// variable's address is anywhere.
  std::map<const clang::VarDecl *,
           std::optional<std::set<const clang::FunctionDecl *>>>
      Reaches;
  std::vector<const clang::FunctionDecl *> Definitions;
  std::vector<const clang::FunctionDecl *> Pointed; ///< the address is taken
  llvm::DenseMap<const clang::CXXMethodDecl *,
                 std::vector<const clang::FunctionDecl *>>
      Overriders;
  llvm::SmallPtrSet<const clang::CXXRecordDecl *, 4> Through; ///< being asked
  std::vector<const clang::Expr *> Initialisers; ///< of globals and members
  struct Parallel {};
  Summaries(clang::ASTContext &Context, Loops Runs, Parallel);
  std::unique_ptr<Summaries> Later; ///< null: this
  void findRoots();
  bool isSeenFirst(llvm::function_ref<bool(const Place &)> Test);
  /// Functions that may come to an annotated loop by the names in them, and
  /// whether others may, too.
  std::optional<llvm::DenseSet<const clang::FunctionDecl *>> Reaching;
  bool ReachedUnnamed = false;
  void findAnnotated();
};

bool isAnnotated(const clang::AttributedStmt *S);

class Walker {
public:
  /// Trusted: names of functions that the user vouches for.
  Walker(Summaries &Known, llvm::StringSet<> Trusted = {})
      : Known(Known), C(Known.Context), Trusted(std::move(Trusted)) {}

  Effects walkFunction(const clang::FunctionDecl *F);
  Effects walkLoop(const LoopShape &Shape);

  /// For a loop: the symbol of the loop variable (for iterator and pointer
  /// loops, of the steps made).
  const Symbol *loopSymbol() const { return LoopSymbol; }
  /// For iterator and pointer loops whose start is seen: the subscript of the
  /// first element in its array, the dimensions of an array of arrays taken
  /// together.
  const Polynomial &startOffset() const { return StartOffset; }
  const HeaderNumbers &headerNumbers() const { return Header; }

private:
  using Places = std::vector<Place>;
  using State =
      std::optional<Places>; ///< certainly written; nothing: not reachable

  struct Value {
    std::optional<Polynomial> Number;
    std::vector<Index::Fit> Fits;
    Places Targets;
  };
  struct Local {
    Places Targets;
    std::optional<Polynomial> Number;
    std::vector<Index::Fit> Fits;
    const clang::Expr *From = nullptr; ///< the only value it is given
  };
  struct Attempt {
    char Test = 0;
    const clang::ValueDecl *Stream = nullptr;
    std::vector<Places> Arguments; ///< what is written, one by one
  };
  struct Active {
    const Symbol *Sym;
    Polynomial Low, High; ///< both are met
    long long Stride = 1; ///< > 1: Low and High are constants
    bool CertainlyRuns = false;
    bool Down = false;             ///< from High to Low
    std::optional<Polynomial> Top; ///< as in InnerRange
    /// The values of Rest + Factor * Sym: Form, and a term for the range.
    bool spread(const Polynomial &Rest, const Polynomial &Factor,
                Polynomial &Form, std::vector<Index::Term> &Terms) const;
  };
  struct LoopContext {
    State Continue, Break;
  };

  // Statements (WalkRegion.cpp, WalkStatements.cpp, WalkDeclarations.cpp,
  // WalkLoops.cpp).
  void runPasses(llvm::function_ref<void()> Pass);
  void readNumbers();
  void walk(const clang::Stmt *S);
  void walkStatement(const clang::Stmt *S);
  void walkCompound(const clang::CompoundStmt *S);
  void walkIf(const clang::IfStmt *S);
  void walkFor(const clang::ForStmt *S);
  void walkRangeFor(const clang::CXXForRangeStmt *S);
  void walkWhile(const clang::Expr *Condition, const clang::Stmt *Body,
                 const clang::Expr *Increment, bool BodyFirst);
  void walkSwitch(const clang::SwitchStmt *S);
  void walkReturn(const clang::ReturnStmt *S);
  void declare(const clang::VarDecl *V);
  void hold(const clang::VarDecl *V);
  void destroy(const clang::VarDecl *V);
  void destroy(clang::QualType T, const Place &What, const clang::Expr *Site);
  void destroy(clang::QualType T, const Place &What, const clang::Expr *Site,
               llvm::SmallPtrSetImpl<const clang::CXXRecordDecl *> &Seen);
  void destroyOwned(clang::QualType T, const clang::Expr *Site);
  void destroyOwned(clang::QualType T, const clang::Expr *Site,
                    llvm::SmallPtrSetImpl<const clang::CXXRecordDecl *> &Seen);
  bool runDestructor(const clang::CXXDestructorDecl *D, const Place &What,
                     const clang::Expr *Site);
  const Places *targetsOfOuter(const clang::VarDecl *V);
  const clang::Expr *counting(const clang::Expr *Step) const;
  bool recognise(const clang::ForStmt *S, const clang::VarDecl *&V,
                 Active &Range);
  void walkAsLoop(const clang::VarDecl *V, const Active &Range,
                  const clang::Stmt *Body,
                  llvm::function_ref<void()> Iteration);
  void closeLoop(const Places &Before, const Active *A, bool Full);

  // Numbers that the walked code changes itself (Unstable.cpp).
  std::optional<Polynomial> stable(Symbol S);
  bool findUnstable();

  // What annotated loops may leave unset (AnnotatedLoops.cpp).
  void walkAnnotated(const clang::Stmt *S);
  void forgetStatics();
  void enterLoop(const clang::Stmt *S);
  bool exposed(const Place &P) const;

  // Pointers that step at a constant pace (WalkCursors.cpp).
  struct CursorState {
    /// From where it was declared to where it is, and to where it was at the
    /// beginning of the innermost body; nothing: not known.
    std::optional<Polynomial> Here, Base;
  };
  void startCursor(const clang::VarDecl *V);
  std::optional<Places> stepCursor(const clang::Expr *E, bool Before);
  std::vector<CursorState> enterCursors(const clang::ForStmt *S,
                                        const Active *Range);
  void leaveCursors(const clang::ForStmt *S, const Active *Range,
                    const std::vector<CursorState> &Entry);
  Places targetsOf(const clang::ValueDecl *V);
  /// Pointers and iterators that the loop's head moves on.
  llvm::DenseSet<const clang::ValueDecl *> Moving;
  /// The one pointer or iterator that leads a head which counts nothing from
  /// element to element; what it points to is the iteration's own element.
  const clang::ValueDecl *Leader = nullptr;
  /// Integers that the head steps, and by how much when the loop variable grows
  /// by one.
  llvm::DenseMap<const clang::ValueDecl *, long long> Paces;
  void readHead(const LoopShape &Shape);
  std::optional<Polynomial> paced(const clang::ValueDecl *V, long long Pace,
                                  clang::QualType T,
                                  std::vector<Index::Fit> &Fits);
  void ofRange(const LoopShape &Shape, const Places &Elements);

  // Expressions (WalkExpressions.cpp, WalkOperators.cpp, WalkMemory.cpp,
  // WalkAllocation.cpp).
  Value rvalue(const clang::Expr *E);
  Places lvalue(const clang::Expr *E);
  Value conversion(const clang::CastExpr *E);
  Value unary(const clang::UnaryOperator *E);
  Value binary(const clang::BinaryOperator *E);
  Value load(const Places &From, clang::QualType T, const clang::Expr *Site);
  void store(const Places &To, clang::QualType T, const Value &V,
             const clang::Expr *Site, const clang::Expr *Stored,
             bool AlsoReads);
  Value arithmetic(clang::BinaryOperatorKind Op, const Value &A, const Value &B,
                   clang::QualType T);
  Value convert(Value V, clang::QualType From, clang::QualType To);
  Value lambda(const clang::LambdaExpr *E);
  Value allocation(const clang::CXXNewExpr *N);
  void deallocation(const clang::CXXDeleteExpr *D);
  void implicitCall(const clang::FunctionDecl *F, const clang::Expr *Site,
                    const Places &Memory);
  std::optional<Polynomial> numberOf(const Place &P, clang::QualType T,
                                     std::vector<Index::Fit> &Fits);
  std::optional<Places> entriesAt(const Place &P);
  Places pointeesOf(const Place &P, bool Covered);
  void conditionally(llvm::function_ref<void()> Do);

  // Calls (WalkCalls.cpp, WalkIndirect.cpp, WalkLibrary.cpp,
  // WalkCallbacks.cpp).
  struct Argument {
    const clang::Expr *Text = nullptr;
    clang::QualType Type; ///< of the parameter
    bool IsReference = false;
    Value What;
    Places At; ///< for references: the objects
  };
  Value call(const clang::CallExpr *E);
  Value construct(const clang::CXXConstructExpr *E);
  Value indirect(const clang::CallExpr *E);
  void mayRun(llvm::ArrayRef<const clang::FunctionDecl *> Candidates,
              const clang::Expr *Site, const Places *Object,
              const std::vector<Argument> &Args);
  Value invoke(const clang::FunctionDecl *F, const clang::Expr *Site,
               const Places *Object, std::vector<Argument> Args);
  // What the library calls in turn (WalkImplicit.cpp).
  void libraryRuns(clang::QualType T, const clang::Expr *Site);
  void libraryRuns(clang::QualType T, const clang::Expr *Site,
                   llvm::SmallPtrSetImpl<const clang::CXXRecordDecl *> &Seen);
  void libraryRuns(const clang::FunctionDecl *F, const clang::Expr *Site);
  void libraryAllocates(const clang::Expr *Site);
  void copied(clang::QualType T, const clang::Expr *Site);
  void repeatImplicit(const Summaries::Implicit &Call, const clang::Expr *Site);
  Value answered(Value V, const clang::Expr *Site);
  Value apply(const Effects &S, const clang::FunctionDecl *F,
              const clang::Expr *Site, const Places *Object,
              const std::vector<Argument> &Args);
  Value opaque(llvm::StringRef Name, const clang::Expr *Site,
               const Places *Object, bool ObjectConst,
               const std::vector<Argument> &Args);
  Value libraryCall(const LibraryFunction &L, const clang::Expr *Site,
                    const std::vector<Argument> &Args);
  std::optional<Place> bytes(const Place &P, clang::QualType Unit,
                             const LibraryFunction &L,
                             const std::vector<Argument> &Args);
  bool maybeNull(const clang::Expr *E) const;
  void needsText(const clang::Expr *Text);
  Value strtok(const clang::Expr *Site, const std::vector<Argument> &Args);
  Argument argument(const clang::Expr *E, clang::QualType ParameterType);
  static bool forwardsCalls(clang::QualType T);
  void callback(const Argument &A, const clang::Expr *Site,
                const Places &Elements);
  void moveFrom(const Argument &A, const clang::Expr *Site);

  // Namespace std (WalkStd.cpp, WalkStdMember.cpp, WalkContainers.cpp,
  // WalkIterators.cpp, WalkStreams.cpp).
  Value stdFunction(const clang::FunctionDecl *F, const clang::Expr *Site,
                    const std::vector<Argument> &Args);
  Value algorithm(const clang::FunctionDecl *F, const clang::Expr *Site,
                  const std::vector<Argument> &Args);
  /// A call of a member of a std class.
  struct StdMember {
    const clang::CXXMethodDecl *Method;
    const clang::Expr *Site;
    const Places &Object;
    const std::vector<Argument> &Args;
    clang::QualType Type, Element;
    LibraryType Kind;
    llvm::StringRef Name, ClassName;
    clang::OverloadedOperatorKind Op;
  };
  Value stdMember(const clang::CXXMethodDecl *M, const clang::Expr *Site,
                  const Places &Object, const std::vector<Argument> &Args);
  void usesView(clang::QualType T, const clang::Expr *E);
  static bool isInRanges(const clang::Decl *D);
  Value rangeFunction(const StdMember &Call);
  Value streamMember(const StdMember &Call);
  Value engineMember(const StdMember &Call);
  Value atomicMember(const StdMember &Call);
  Value bitMember(const StdMember &Call);
  Value iteratorMember(const StdMember &Call);
  Place step(clang::QualType T, const Place &P, const Value &By,
             bool Back = false);
  Value ownerMember(const StdMember &Call);
  Value containerMember(const StdMember &Call);
  void passed(const clang::FunctionDecl *F, unsigned K,
              const std::vector<Argument> &Args, clang::QualType Whole,
              const clang::Expr *Site);
  void readArguments(const StdMember &Call);
  void readHeader(const StdMember &Call);
  void mutate(const StdMember &Call);
  Places elementsAt(const StdMember &Call, const Index &I);
  static Index indexOf(const Argument &A);
  std::optional<Polynomial> sizeOf(const Places &Object, clang::QualType T);
  void changesFormat(const Places &Stream, const clang::Expr *Site,
                     llvm::StringRef How);
  Value streamOutput(const Places &Stream, const clang::Expr *Site,
                     const std::vector<Argument> &Rest);

  // Writes that may fail (WalkAttempts.cpp).
  Place made(const clang::Expr *Call);
  void attempt(const clang::Expr *Call, char Test, const Places &At,
               clang::QualType T, bool TextOnly);
  void succeeded(const clang::Expr *Call, size_t Count);
  void assumeResult(const clang::Expr *E, clang::BinaryOperatorKind Op,
                    long long Other, bool Holds);
  void assumeGood(const clang::Expr *Stream);
  void assume(const clang::Expr *Condition, bool Holds);

  // Places and the state (WalkPlaces.cpp, DefiniteAssignment.cpp,
  // WalkRecord.cpp).
  Places temporary(const clang::Expr *E, const Places &Targets);
  Places traced(Places Targets) const;
  std::string number(const clang::Expr *Temporary);
  void keep(const Place &P, const Places &Targets);
  bool isLocal(const clang::ValueDecl *V) const;
  bool selfRooted(const clang::ValueDecl *V) const;
  Places resolve(const Place &P);
  Places fitting(Places Targets, const clang::FieldDecl &F) const;
  Place shift(const Place &P, const Value &By, bool Subtract = false);
  Place outOfMember(const Place &P, const std::optional<Polynomial> &By) const;
  Place unindexed(Place P) const;
  static Place across(Place P, std::optional<long long> End);
  void addTargets(const clang::ValueDecl *V, const Places &T);
  static void merge(Places &Into, const Places &From);
  void record(const Places &At, bool Reads, bool Writes, clang::QualType T,
              const clang::Stmt *Site, const clang::Expr *Stored = nullptr,
              const Places *StoredTargets = nullptr, bool Mutates = false,
              bool TextOnly = false);
  void recordOne(Access A, bool TextOnly, bool Definite);
  std::shared_ptr<const Unclosed> unclosed(const Access &A,
                                           const Place &P) const;
  Index close(const Index &I) const;
  Place close(const Place &P) const;
  bool covered(const Place &P) const;
  void markWritten(const Place &P);
  bool fills(clang::QualType Written, clang::QualType Whole) const;
  clang::QualType objectAt(const Place &P) const;
  bool writesAll(const Place &P) const;
  static bool covers(const Place &W, const Place &R);
  static bool coveredBy(const Places &Written, const Place &R);
  static State join(const State &A, const State &B);
  bool certain() const { return Conditional == 0 && !Escaped && Now; }
  void event(Event::Kind K, const clang::Stmt *Site, std::string Name,
             clang::SourceLocation Inner = {});
  void eventAbout(Event::Kind K, const clang::Stmt *Site, std::string Name,
                  const Places &About);
  bool isOwn(const Place &P) const;
  static Symbol variableSymbol(const clang::ValueDecl *V);
  const Symbol *innerSymbol(const clang::ValueDecl *V,
                            const clang::Stmt *Inner);
  bool isInvariant(const Polynomial &P) const;
  bool isStale(const Polynomial &P) const;
  bool isStale(const Index &I) const;

  // Substitution of a summary's places (Substitute.cpp).
  struct Frame {
    const clang::FunctionDecl *Callee;
    const Places *Object;
    const std::vector<Argument> *Args;
  };
  void repeat(const Event &E, const clang::Stmt *Site, const Frame *F);
  Places capturedThis(const Place &P, const Frame &F) const;
  static const clang::CXXMethodDecl *methodAround(const clang::FunctionDecl *F);
  Places substitute(const Place &P, const Frame &F);
  Index substitute(const Index &I, const Frame &F);
  std::optional<Polynomial> substitute(const Polynomial &P, const Frame &F,
                                       std::vector<Index::Fit> *Fits);

  Summaries &Known;
  clang::ASTContext &C;
  llvm::StringSet<> Trusted;

  const clang::FunctionDecl *Function = nullptr; ///< when a function is walked
  bool Reaches = false;            ///< that function, an annotated loop
  const LoopShape *Loop = nullptr; ///< when a loop is walked
  const Symbol *LoopSymbol = nullptr;
  Polynomial StartOffset;
  HeaderNumbers Header;
  /// The accesses that are noted are in another function's terms.
  bool Foreign = false;
  RegionFacts Facts;
  Cursors Stepping;
  std::map<const clang::ValueDecl *, CursorState> CursorAt;
  llvm::DenseMap<const clang::ValueDecl *, Local> Locals;
  std::map<std::string, Places> PointerStores; ///< into outer places, by key
  std::map<const clang::VarDecl *, std::optional<Places>> OuterTargets;
  std::optional<RegionFacts> AllFacts; ///< of the function around the loop
  /// Where pointers in temporaries lead, and the temporaries' numbers.
  std::map<std::string, Places> Temporaries;
  llvm::DenseMap<const clang::Expr *, unsigned> TemporaryNumbers;
  Places StrtokText;
  llvm::DenseMap<const clang::Expr *, Attempt> Attempts;
  bool ClearsStreams = false; ///< after that a good stream shows nothing
  bool Attempting = false;    ///< what is recorded now is an attempt's
  std::map<const clang::ValueDecl *, Active> Actives;
  std::vector<const clang::ValueDecl *> ActiveOrder;

  std::set<std::string> Unstable; ///< by key
  std::set<const Symbol *> Used;  ///< in the walk that goes on

  State Now;
  std::vector<LoopContext> Loops;
  State AtReturn;
  unsigned Conditional = 0;
  bool Escaped = false;
  unsigned TryDepth = 0;
  bool Recording = false;
  /// What pointers may point to is complete but for what can't be traced.
  bool Untraced = false;
  bool InHeader = false;
  bool AtExit = false;
  llvm::DenseSet<const clang::Stmt *> ThrowsOut; ///< of the loop, natively
  clang::SourceLocation UsedAt; ///< of the default argument that is walked
  Effects Out;
};

} // namespace mp::tool

#endif
