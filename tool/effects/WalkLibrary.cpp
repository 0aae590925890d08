//===- WalkLibrary.cpp - Calls of the C library ---------------------------===//
//
// The table in Library.cpp says what a function does to its arguments and to
// the world; here that is done for one call.
//
//===----------------------------------------------------------------------===//

#include "effects/ScanFormat.h"
#include "effects/Walker.h"

using namespace clang;

namespace mp::tool {

/// The elements that a function with a size in bytes as its last argument
/// (memcpy, memset) touches from P on; nothing when their number isn't known.
std::optional<Place> Walker::bytes(const Place &P, QualType Unit,
                                   const LibraryFunction &L,
                                   const std::vector<Argument> &Args) {
  StringRef Name = L.Name;
  bool Sorts = Name == "qsort" && Args.size() == 4;
  if (Sorts) {
    // So many elements of that size.
    auto Size =
        Args[2].What.Number ? Args[2].What.Number->constant() : std::nullopt;
    if (!Size || Unit.isNull() || Unit->isVoidType() ||
        Unit->isIncompleteType() ||
        C.getTypeSizeInChars(Unit).getQuantity() != *Size ||
        !Args[1].What.Number || !Args[1].What.Fits.empty() ||
        !P.endsInElement() || !P.Path.back().At.Known ||
        !P.Path.back().At.Terms.empty())
      return std::nullopt;
    auto Last = Polynomial::subtract(*Args[1].What.Number, Polynomial(1));
    if (!Last)
      return std::nullopt;
    Place R = P;
    R.Path.back().At.Terms.push_back({Polynomial(1), Polynomial(), *Last});
    return R;
  }
  if ((Name != "memcpy" && Name != "memmove" && Name != "memset" &&
       Name != "strncpy" && Name != "bzero") ||
      Args.empty() || !Args.back().What.Number ||
      !Args.back().What.Fits.empty() || Unit.isNull() || Unit->isVoidType() ||
      Unit->isIncompleteType() || !P.endsInElement() ||
      !P.Path.back().At.Known || !P.Path.back().At.Terms.empty())
    return std::nullopt;
  long long Size = C.getTypeSizeInChars(Unit).getQuantity();
  Polynomial Count;
  for (auto &[M, K] : Args.back().What.Number->terms()) {
    if (K % Size != 0)
      return std::nullopt;
    Polynomial Term(K / Size);
    for (const Symbol *S : M) {
      auto Next = Polynomial::multiply(Term, Polynomial(S));
      if (!Next)
        return std::nullopt;
      Term = *Next;
    }
    auto Sum = Polynomial::add(Count, Term);
    if (!Sum)
      return std::nullopt;
    Count = *Sum;
  }
  auto Last = Polynomial::subtract(Count, Polynomial(1));
  if (!Last)
    return std::nullopt;
  Place R = P;
  R.Path.back().At.Terms.push_back({Polynomial(1), Polynomial(), *Last});
  return R;
}

/// A printf format that stores how much has been printed so far (%n), or may.
static bool countsOutput(const Expr *Format) {
  auto *S = dyn_cast<StringLiteral>(Format->IgnoreParenImpCasts());
  if (!S || S->getCharByteWidth() != 1)
    return true;
  StringRef Text = S->getString();
  for (size_t At = Text.find('%'); At != StringRef::npos;
       At = Text.find('%', At)) {
    At = Text.find_first_not_of("-+ #0123456789.*$'hlLqjzt", At + 1);
    if (At == StringRef::npos)
      return false;
    if (Text[At++] == 'n')
      return true;
  }
  return false;
}

/// The global variable of this name, if the file's own code has a use for it.
static const VarDecl *globalThatIsRead(StringRef Name, ASTContext &C) {
  const TranslationUnitDecl *File = C.getTranslationUnitDecl();
  for (const NamedDecl *D : File->lookup(&C.Idents.get(Name)))
    if (const auto *V = dyn_cast<VarDecl>(D))
      for (const VarDecl *Declared : V->redecls())
        if (Declared->isReferenced())
          return V->getCanonicalDecl();
  return nullptr;
}

Walker::Value Walker::libraryCall(const LibraryFunction &L, const Expr *Site,
                                  const std::vector<Argument> &Args) {
  using LF = LibraryFunction;
  StringRef Codes = L.Arguments;
  std::string Name = StringRef(L.Name).ltrim('_').str();
  auto Code = [&](size_t K) {
    if (Codes.ends_with("*")) {
      size_t Last = Codes.size() - 2;
      return Codes[std::min(K, Last)];
    }
    return K < Codes.size() ? Codes[K] : '.';
  };
  auto Pointee = [](const Argument &A) {
    QualType T = A.Text->IgnoreParenImpCasts()->getType();
    if (auto *AT = T->getAsArrayTypeUnsafe())
      return AT->getElementType();
    return T->isPointerType() ? T->getPointeeType() : QualType();
  };
  auto Targets = [&](const Argument &A) {
    Places R;
    for (const Place &P : A.IsReference ? A.At : A.What.Targets)
      merge(R, {P});
    return R;
  };
  // Reads first, then writes.
  if (StringRef(Name).ends_with("printf") && Codes.ends_with("r*") &&
      Args.size() + 1 >= Codes.size() &&
      countsOutput(Args[Codes.size() - 2].Text))
    for (size_t K = Codes.size() - 1; K < Args.size(); ++K)
      if (QualType T = Pointee(Args[K]); !T.isNull() && T->isIntegerType() &&
                                         !T.isConstQualified() &&
                                         !T->isAnyCharacterType())
        for (const Place &P : Targets(Args[K]))
          record({unindexed(P)}, false, true, T, Site, nullptr, nullptr, true);
  for (size_t K = 0; K < Args.size(); ++K) {
    const Argument &A = Args[K];
    char What = Code(K);
    bool Text = Pointee(A).isNull() ? false : Pointee(A)->isAnyCharacterType();
    if (What != 'r' && What != 'b')
      continue;
    if (A.What.Targets.empty())
      continue;
    bool TextOnly = Text && !StringRef(Name).starts_with("mem") &&
                    Name != "fwrite" && Name != "qsort";
    for (const Place &P : Targets(A))
      if (auto Range = TextOnly ? std::nullopt : bytes(P, Pointee(A), L, Args))
        record({*Range}, true, false, Pointee(A), Site);
      else
        record({TextOnly || !P.endsInElement() ? P : unindexed(P)}, true, false,
               Pointee(A), Site, nullptr, nullptr, false, TextOnly);
  }
  for (size_t K = 0; K < Args.size(); ++K) {
    const Argument &A = Args[K];
    switch (Code(K)) {
    case 'w':
    case 'b':
      for (const Place &P : Targets(A)) {
        // memset(buf, 0, sizeof buf), fread into a whole object.
        bool Whole = false;
        if (L.Name == StringRef("memset") || L.Name == StringRef("memcpy") ||
            L.Name == StringRef("strncpy") || L.Name == StringRef("memmove") ||
            L.Name == StringRef("bzero")) {
          auto &Size = Args.back().What.Number;
          auto Bytes = Size ? Size->constant() : std::nullopt;
          QualType T = Pointee(A);
          if (Bytes && !T.isNull() && !T->isVoidType() &&
              !T->isIncompleteType()) {
            long long Unit = C.getTypeSizeInChars(T).getQuantity();
            if (P.endsInElement() && P.Path.back().Extent &&
                P.Path.back().At.Known && P.Path.back().At.Terms.empty() &&
                P.Path.back().At.Form.constant() == 0 &&
                static_cast<unsigned long long>(*Bytes) ==
                    P.Path.back().Extent *
                        static_cast<unsigned long long>(Unit)) {
              record({P.shortened(1)}, false, true, T, Site);
              Whole = true;
            } else if (!P.endsInElement() && *Bytes == Unit) {
              record({P}, false, true, T, Site);
              Whole = true;
            }
          }
        }
        bool One = A.Text->IgnoreParenImpCasts()->getType()->isPointerType() &&
                   isa<UnaryOperator>(A.Text->IgnoreParenImpCasts()) &&
                   Code(K) == 'w' &&
                   StringRef(Name).starts_with("mem") == false;
        // memcpy(out + i * n, row, n * sizeof *row): so many elements.
        if (!Whole)
          if (auto Range = bytes(P, Pointee(A), L, Args)) {
            record({*Range}, Code(K) == 'b', true, Pointee(A), Site);
            Whole = true;
          }
        // So much of it, or all.
        if (!Whole && !One)
          conditionally([&] {
            record({unindexed(P)}, Code(K) == 'b', true, Pointee(A), Site,
                   nullptr, nullptr, true);
          });
        else if (!Whole)
          record({P}, Code(K) == 'b', true, Pointee(A), Site);
      }
      break;
    case 'W':
      for (const Place &P : Targets(A))
        record({P}, false, true, Pointee(A), Site, nullptr, nullptr, true,
               true);
      break;
    case 'm':
    case 'M': {
      bool Text = Code(K) == 'M', One = false;
      if (StringRef(Name).ends_with("scanf")) {
        const auto First = Codes.find('m');
        const Scanned What = scanned(Args[First - 1].Text, K - First, C);
        Text = What == Scanned::Text;
        One = What == Scanned::One;
      }
      Places At;
      for (const Place &P : Targets(A))
        merge(At, {Text || One || !P.endsInElement() ? P : unindexed(P)});
      attempt(Site, L.Succeeds, At, Pointee(A), Text);
      break;
    }
    case 'x':
      eventAbout(Event::Kind::Frees, Site, "", traced(A.What.Targets));
      break;
    case 'F':
      for (const Place &P : A.What.Targets) {
        if (P.is(Place::Root::Fresh))
          continue;
        bool Standard = false;
        if (P.is(Place::Root::Variable)) {
          StringRef N = P.Variable->getName();
          Standard = P.Variable->getDeclContext()
                         ->getRedeclContext()
                         ->isTranslationUnit() &&
                     (N == "stdout" || N == "stderr");
        }
        if (Standard)
          event(Event::Kind::Prints, Site, Name);
        else
          record({P}, true, true, C.IntTy, Site, nullptr, nullptr, true);
      }
      break;
    case 'f':
      eventAbout(Event::Kind::Input, Site, Name, traced(A.What.Targets));
      break;
    case 'c':
      eventAbout(Event::Kind::Kernel, Site,
                 "'" + Name + "' of a stream from outside the loop",
                 traced(A.What.Targets));
      break;
    default:
      break;
    }
  }
  // Whoever asks after a call that failed: it has set errno. (Others leave it
  // alone when all is well.)
  if (L.Effects & (LF::Prints | LF::PrintsTo | LF::ReadsFrom | LF::Input |
                   LF::Opens | LF::Kernel | LF::Files))
    markWritten(Place::hidden("errno"));
  if (L.Effects & LF::Prints)
    event(Event::Kind::Prints, Site, Name);
  if (L.Effects & LF::Input)
    event(Event::Kind::Input, Site, Name);
  if (L.Effects & LF::Opens) {
    // Opened for reading only?
    bool Reading = false, Truncates = false;
    if (Args.size() > 1) {
      const Expr *Mode = Args[1].Text->IgnoreParenImpCasts();
      if (auto *S = dyn_cast<StringLiteral>(Mode))
        Reading = S->getString() == "r" || S->getString() == "rb" ||
                  S->getString() == "re" || S->getString() == "rbe",
        Truncates = S->getString() == "w" || S->getString() == "wb";
      else if (Name == "open" && Args.size() == 2 && Args[1].What.Number)
        Reading = Args[1].What.Number->constant().value_or(1) == 0;
    }
    event(Reading && Name == "fopen"     ? Event::Kind::ReadsFile
          : Truncates && Name == "fopen" ? Event::Kind::Files
                                         : Event::Kind::Kernel,
          Site, "'" + Name + "'");
  }
  if (L.Effects & LF::Files)
    event(Event::Kind::Files, Site, "'" + Name + "'");
  if (L.Effects & LF::Kernel)
    event(Event::Kind::Kernel, Site, "'" + Name + "'");
  if (L.Effects & LF::Forbidden)
    event(Event::Kind::Construct, Site, "'" + Name + "'");
  if (L.Effects & LF::Exits) {
    event(Event::Kind::Exits, Site, "'" + Name + "'");
    Now = std::nullopt;
  }
  if (L.Effects & LF::State)
    record({Place::hidden(L.Hidden)}, true, true, {}, Site);
  if (L.Effects & LF::SetsState)
    record({Place::hidden(L.Hidden)}, false, true, {}, Site);
  if (L.Effects & LF::SetsGlobal)
    if (const VarDecl *V = globalThatIsRead(L.Hidden, C))
      record({Place::variable(V)}, false, true, V->getType(), Site);
  if (L.Effects & LF::Callback)
    for (const Argument &A : Args)
      callback(A, Site, Args[0].What.Targets);
  Value V;
  if (L.Returns >= '0' && L.Returns <= '9') {
    size_t K = static_cast<size_t>(L.Returns - '0');
    bool Same = StringRef(Name) == "strcpy" || StringRef(Name) == "fgets" ||
                StringRef(Name) == "memcpy" || StringRef(Name) == "memset" ||
                StringRef(Name) == "strcat";
    if (K < Args.size())
      for (const Place &P : Args[K].What.Targets)
        merge(V.Targets, {Same ? P : unindexed(P)});
  } else if (L.Returns == 'n') {
    V.Targets = {Place::of(Place::Root::Fresh)};
  } else if (L.Returns == 'h') {
    V.Targets = {Place::hidden(L.Hidden[0] ? L.Hidden : L.Name)};
  }
  return V;
}

/// strtok keeps the text it works on between calls.
/// A pointer that is null for all that can be seen, at least sometimes.
bool Walker::maybeNull(const Expr *E) const {
  E = E->IgnoreParenCasts();
  if (E->isNullPointerConstant(C, Expr::NPC_ValueDependentIsNotNull) !=
      Expr::NPCK_NotNull)
    return true;
  if (const auto *Choice = dyn_cast<AbstractConditionalOperator>(E))
    return maybeNull(Choice->getTrueExpr()) ||
           maybeNull(Choice->getFalseExpr());
  if (const auto *V = dyn_cast_or_null<VarDecl>(RegionFacts::named(E)))
    if (auto It = Locals.find(V);
        It != Locals.end() && It->second.From && It->second.From != E)
      return maybeNull(It->second.From);
  return false;
}

/// Text is a parameter: whether the call goes on with what an earlier one began
/// is for the caller to say.
void Walker::needsText(const Expr *Text) {
  if (const auto *P = dyn_cast_or_null<ParmVarDecl>(
          RegionFacts::named(Text->IgnoreParenCasts()));
      P && Function && Recording &&
      !llvm::is_contained(Out.NeedsText, P->getFunctionScopeIndex()))
    Out.NeedsText.push_back(P->getFunctionScopeIndex());
}

Walker::Value Walker::strtok(const Expr *Site,
                             const std::vector<Argument> &Args) {
  Place State = Place::hidden("strtok");
  Value V;
  if (Args.empty())
    return V;
  needsText(Args[0].Text);
  if (!maybeNull(Args[0].Text)) {
    for (const Place &P : Args[0].What.Targets) {
      record({P}, true, true, C.CharTy, Site, nullptr, nullptr, true, true);
      merge(StrtokText, {unindexed(P)});
    }
    record({State}, false, true, {}, Site);
  } else {
    for (const Place &P : Args[0].What.Targets)
      record({P}, true, true, C.CharTy, Site, nullptr, nullptr, true, true);
    record({State}, true, true, {}, Site);
    for (const Place &P : StrtokText)
      record({P}, true, true, C.CharTy, Site, nullptr, nullptr, true, true);
    if (StrtokText.empty())
      record({Place::hidden("strtok")}, true, false, {}, Site);
  }
  for (size_t K = 1; K < Args.size(); ++K)
    for (const Place &P : Args[K].What.Targets)
      record({P}, true, false, C.CharTy, Site, nullptr, nullptr, false, true);
  V.Targets = StrtokText;
  if (V.Targets.empty())
    V.Targets.push_back(State);
  return V;
}

} // namespace mp::tool
