//===- WalkStreams.cpp - Input and output streams of C++ ------------------===//
//
// What is printed and read, and which calls of a stream reach the world or
// change its format for good.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"
#include "clang/AST/ParentMapContext.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace mp::tool {

/// Something that uses up a width follows: `Site << x`.
static bool isPrintedTo(const Expr *Site, ASTContext &C) {
  const Stmt *Up = Site;
  for (;;) {
    DynTypedNodeList Parents = C.getParents(*Up);
    Up = Parents.empty() ? nullptr : Parents.begin()->get<Stmt>();
    if (!Up || !isa<Expr>(Up))
      return false;
    const auto *Call = dyn_cast<CXXOperatorCallExpr>(Up);
    if (!Call)
      continue;
    if (Call->getOperator() != OO_LessLess || Call->getNumArgs() != 2)
      return false;
    const Expr *Next = Call->getArg(1)->IgnoreParenImpCasts();
    QualType T = Next->getType();
    return !T->isFunctionType() && !T->isFunctionPointerType() &&
           !stdName(T).starts_with("_");
  }
}

/// For good: of a standard stream, or of one that a caller hands over.
void Walker::changesFormat(const Places &Stream, const Expr *Site,
                           StringRef How) {
  for (const Place &P : Stream)
    if (P.is(Place::Root::Variable) &&
        (isInStd(P.Variable) || isa<ParmVarDecl>(P.Variable)))
      eventAbout(Event::Kind::FormatState, Site, How.str(), {P});
}

Walker::Value Walker::streamOutput(const Places &Stream, const Expr *Site,
                                   const std::vector<Argument> &Rest) {
  record(Stream, true, true, Site->getType(), Site, nullptr, nullptr, true);
  for (const Argument &A : Rest) {
    // What is printed is read: text for characters, the object otherwise.
    if (A.IsReference && !A.Type->getPointeeType()->isFunctionType())
      record(A.At, true, false, A.Type->getPointeeType(), A.Text);
    QualType T = A.Type.getNonReferenceType();
    if (T->isPointerType() && T->getPointeeType()->isAnyCharacterType())
      for (const Place &P : A.What.Targets)
        record({P}, true, false, T->getPointeeType(), Site, nullptr, nullptr,
               false, true);
    // Manipulators that stay: seen by summaries of callees.
    const Expr *M = A.Text->IgnoreParenImpCasts();
    StringRef Name;
    if (auto *D = dyn_cast<DeclRefExpr>(M))
      if (isa<FunctionDecl>(D->getDecl()))
        Name = D->getDecl()->getName();
    if (auto *Call = dyn_cast<CallExpr>(M->IgnoreUnlessSpelledInSource()))
      if (auto *F = Call->getDirectCallee();
          F && isInStd(F) && F->getIdentifier())
        Name = F->getName();
    bool Stays =
        llvm::StringSwitch<bool>(Name)
            .Cases({"hex", "oct", "dec", "fixed", "scientific", "defaultfloat",
                    "hexfloat", "boolalpha"},
                   true)
            .Cases({"noboolalpha", "showpos", "noshowpos", "showbase",
                    "noshowbase", "left", "right", "internal"},
                   true)
            .Cases({"uppercase", "nouppercase", "showpoint", "noshowpoint",
                    "unitbuf", "resetiosflags", "setprecision", "setfill",
                    "setbase", "setiosflags"},
                   true)
            .Default(false);
    Stays |= Name == "setw" && !isPrintedTo(Site, C);
    if (Stays)
      changesFormat(Stream, Site, Name);
    if (const auto *D = dyn_cast<DeclRefExpr>(M);
        D && isa<FunctionDecl>(D->getDecl()) && !isInStd(D->getDecl()))
      callback(A, Site, Stream);
  }
  Value V;
  V.Targets = Stream;
  return V;
}

Walker::Value Walker::streamMember(const StdMember &Call) {
  Value V;
  if (Call.Op == OO_LessLess)
    return streamOutput(Call.Object, Call.Site, Call.Args);
  if (Call.Method->isConst()) {
    for (const Place &P : Call.Object)
      record({P}, true, false, Call.Type, Call.Site);
    if (Call.Name == "str")
      return V;
    return V;
  }
  bool Outside = false, IsInput = stdName(Call.Type).contains("istream") ||
                                  stdName(Call.Type) == "basic_ifstream";
  for (const Place &P : Call.Object)
    for (const Place &R : resolve(P))
      Outside |= !(R.is(Place::Root::Local) ||
                   (R.is(Place::Root::Variable) && isLocal(R.Variable)));
  if (Call.Op == OO_GreaterGreater || IsInput) {
    eventAbout(Event::Kind::Input, Call.Site, "", Call.Object);
    for (const Argument &A : Call.Args) {
      if (A.IsReference && !A.Type->getPointeeType().isConstQualified())
        attempt(Call.Site, 's', A.At, A.Type->getPointeeType(), false);
      else if (A.Type->isPointerType())
        attempt(Call.Site, Call.Name == "getline" ? 's' : '-', A.What.Targets,
                A.Type->getPointeeType(), true);
    }
    V.Targets = Call.Object;
    return V;
  }
  if (Call.Name == "open" && !Outside)
    event(stdName(Call.Type) == "basic_ifstream"   ? Event::Kind::ReadsFile
          : stdName(Call.Type) == "basic_ofstream" ? Event::Kind::Files
                                                   : Event::Kind::Kernel,
          Call.Site,
          "a 'std::" + stdName(Call.Type).drop_front(6).str() +
              "' opened in the loop");
  if (Outside &&
      (Call.Name == "open" || Call.Name == "close" || Call.Name == "rdbuf" ||
       Call.Name == "seekp" || Call.Name == "seekg" || Call.Name == "sync"))
    event(Event::Kind::Kernel, Call.Site,
          "'" + Call.Name.str() + "' of an outer stream");
  if (Call.Name == "precision" || Call.Name == "iword" ||
      Call.Name == "pword" || Call.Name == "width" || Call.Name == "setf" ||
      Call.Name == "unsetf" || Call.Name == "fill" || Call.Name == "flags" ||
      Call.Name == "imbue" || Call.Name == "copyfmt" || Call.Name == "clear" ||
      Call.Name == "setstate" || Call.Name == "exceptions")
    changesFormat(Call.Object, Call.Site, Call.Name);
  ClearsStreams |= Call.Name == "clear" || Call.Name == "open" ||
                   Call.Name == "swap" || Call.Name == "init" ||
                   Call.Op == OO_Equal;
  readArguments(Call);
  if (Call.Op != OO_None || !Call.Site->isGLValue())
    record(Call.Object, true, true, Call.Type, Call.Site, nullptr, nullptr,
           true);
  else {
    record(Call.Object, true, true, Call.Type, Call.Site, nullptr, nullptr,
           true);
    V.Targets = Call.Object;
  }
  return V;
}

} // namespace mp::tool
