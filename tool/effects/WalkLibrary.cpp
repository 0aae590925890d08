//===- WalkLibrary.cpp - Calls of the C and C++ libraries -----------------===//

#include "effects/Walker.h"
#include "llvm/ADT/StringSwitch.h"

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
        if (!Whole)
          record({One ? P : unindexed(P)}, Code(K) == 'b', true, Pointee(A),
                 Site, nullptr, nullptr, !One);
      }
      break;
    case 'W':
      for (const Place &P : Targets(A))
        record({P}, false, true, Pointee(A), Site, nullptr, nullptr, true,
               true);
      break;
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
Walker::Value Walker::strtok(const Expr *Site,
                             const std::vector<Argument> &Args) {
  Place State = Place::hidden("strtok");
  Value V;
  if (Args.empty())
    return V;
  bool Continues =
      Args[0].Text->isNullPointerConstant(
          C, Expr::NPC_ValueDependentIsNotNull) != Expr::NPCK_NotNull;
  if (!Continues) {
    for (const Place &P : Args[0].What.Targets) {
      record({P}, true, true, C.CharTy, Site, nullptr, nullptr, true, true);
      merge(StrtokText, {unindexed(P)});
    }
    record({State}, false, true, {}, Site);
  } else {
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

/// A function that the library calls, any number of times, with elements of
/// the ranges it was given.
void Walker::callback(const Argument &A, const Expr *Site,
                      const Places &Elements) {
  QualType T = A.Text->IgnoreParenImpCasts()->getType().getNonReferenceType();
  const FunctionDecl *F = nullptr;
  Places Object;
  if (const CXXRecordDecl *R = T->getAsCXXRecordDecl()) {
    if (isInStd(R) || !R->hasDefinition())
      return;
    Object = A.IsReference ? A.At : Places{Place::of(Place::Root::Local)};
    for (const CXXMethodDecl *M : R->methods())
      if (M->getOverloadedOperator() == OO_Call &&
          !M->getDescribedFunctionTemplate())
        F = M;
    if (!F && R->isLambda()) {
      if (FunctionTemplateDecl *G = R->getDependentLambdaCallOperator())
        for (FunctionDecl *I : G->specializations())
          F = I;
      if (!F)
        F = R->getLambdaCallOperator();
    }
  } else if (auto *D = dyn_cast<DeclRefExpr>(A.Text->IgnoreParenImpCasts())) {
    F = dyn_cast<FunctionDecl>(D->getDecl());
  } else if (T->isFunctionPointerType()) {
    event(Event::Kind::OpaqueCall, Site, "a function through a pointer");
    return;
  }
  if (!F)
    return;
  conditionally([&] {
    const Effects *S = Known.of(F);
    std::vector<Argument> Params;
    for (const ParmVarDecl *P : F->parameters()) {
      Argument One;
      One.Text = A.Text;
      One.Type = P->getType();
      One.IsReference = P->getType()->isReferenceType();
      if (One.IsReference)
        One.At =
            Elements.empty() ? Places{Place::of(Place::Root::Local)} : Elements;
      for (const Place &E : Elements)
        if (holdsPointers(P->getType(), C))
          merge(One.What.Targets, P->getType()->isPointerType() &&
                                          P->getType()->isVoidPointerType()
                                      ? Places{E}
                                      : pointeesOf(E, false));
      Params.push_back(std::move(One));
    }
    if (S)
      apply(*S, F, Site, Object.empty() ? nullptr : &Object, Params);
    else if (!lookupLibrary(*F) && !isInStd(F))
      event(Event::Kind::OpaqueCall, Site, "'" + F->getNameAsString() + "'");
  });
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
    bool Stays = llvm::StringSwitch<bool>(Name)
                     .Cases({"hex", "oct", "dec", "fixed", "scientific",
                             "defaultfloat", "hexfloat", "boolalpha"},
                            true)
                     .Cases({"noboolalpha", "showpos", "noshowpos", "showbase",
                             "noshowbase", "left", "right", "internal"},
                            true)
                     .Cases({"uppercase", "nouppercase", "showpoint",
                             "noshowpoint", "unitbuf", "setprecision",
                             "setfill", "setbase", "setiosflags"},
                            true)
                     .Default(false);
    if (Stays)
      for (const Place &P : Stream)
        if (P.is(Place::Root::Variable) && isInStd(P.Variable))
          event(Event::Kind::FormatState, Site, Name.str());
  }
  Value V;
  V.Targets = Stream;
  return V;
}

Walker::Value Walker::stdFunction(const FunctionDecl *F, const Expr *Site,
                                  const std::vector<Argument> &Args) {
  StringRef Name = F->getIdentifier() ? F->getName() : StringRef();
  OverloadedOperatorKind Op = F->getOverloadedOperator();
  Value V;
  auto ReadAll = [&] {
    for (const Argument &A : Args)
      if (A.IsReference && !A.Type->getPointeeType()->isFunctionType())
        record(A.At, true, false, A.Type->getPointeeType(), A.Text);
  };
  auto StreamArgument = [&](size_t K) {
    return K < Args.size() && Args[K].IsReference &&
           libraryType(Args[K].Type) == LibraryType::Stream;
  };
  // Streams.
  if (StreamArgument(0)) {
    if (Op == OO_LessLess || Name == "endl" || Name == "flush" ||
        Name == "ends" || Name == "__ostream_insert" || Name == "print")
      return streamOutput(Args[0].At, Site, {Args.begin() + 1, Args.end()});
    if (Op == OO_GreaterGreater || Name == "getline" || Name == "ws") {
      eventAbout(Event::Kind::Input, Site, "", Args[0].At);
      for (size_t K = 1; K < Args.size(); ++K)
        if (Args[K].IsReference &&
            !Args[K].Type->getPointeeType().isConstQualified())
          record(Args[K].At, false, true, Args[K].Type->getPointeeType(), Site);
      V.Targets = Args[0].At;
      return V;
    }
  }
  // The object itself.
  if (Name == "move" || Name == "forward" || Name == "as_const" ||
      Name == "addressof" || Name == "ref" || Name == "cref" || Name == "get" ||
      Name == "move_if_noexcept" || Name == "launder")
    if (Args.size() == 1 && Args[0].IsReference) {
      V.Targets = Args[0].At;
      return V;
    }
  if (Name == "min" || Name == "max" || Name == "clamp" || Name == "minmax") {
    ReadAll();
    for (const Argument &A : Args)
      if (A.IsReference)
        merge(V.Targets, A.At);
    for (const Argument &A : Args)
      callback(A, Site, {});
    return V;
  }
  // Ranges.
  auto ElementsOf = [&](const Argument &A, bool End) {
    Places R;
    QualType T = A.Type.getNonReferenceType();
    for (const Place &P : A.At) {
      LibraryType K = libraryType(T);
      if (T->isArrayType() || K == LibraryType::InPlace)
        merge(R, {P.element(End ? Index::unknown() : Index::at(0),
                            elementType(T))});
      else if (K == LibraryType::View)
        merge(R, pointeesOf(P, covered(P)));
      else
        merge(R, {P.content(End ? Index::unknown() : Index::at(0),
                            elementType(T))});
    }
    return R;
  };
  if ((Name == "begin" || Name == "cbegin" || Name == "data" || Name == "end" ||
       Name == "cend" || Name == "rbegin" || Name == "rend") &&
      Args.size() == 1 && Args[0].IsReference) {
    for (const Place &P : Args[0].At)
      record({P.header()}, true, false, C.getSizeType(), Site);
    V.Targets = ElementsOf(Args[0], Name != "begin" && Name != "cbegin" &&
                                        Name != "data");
    return V;
  }
  if ((Name == "size" || Name == "ssize" || Name == "empty") &&
      Args.size() == 1 && Args[0].IsReference) {
    for (const Place &P : Args[0].At)
      record({P.header()}, true, false, C.getSizeType(), Site);
    return V;
  }
  if (Name == "swap" || Name == "iter_swap") {
    for (const Argument &A : Args)
      record(A.IsReference && Name == "swap" ? A.At : A.What.Targets, true,
             true, A.Type.getNonReferenceType(), Site, nullptr, nullptr, true);
    return V;
  }
  if (Name == "exchange" && Args.size() == 2) {
    record(Args[0].At, true, true, Args[0].Type.getNonReferenceType(), Site);
    return V;
  }
  if (Name == "advance" && !Args.empty()) {
    for (const Place &P : Args[0].At)
      for (const Place &R : resolve(P)) {
        Value New;
        for (const Place &T : pointeesOf(R, covered(R)))
          merge(New.Targets, {unindexed(T)});
        store({P}, Args[0].Type.getNonReferenceType(), New, Site, nullptr,
              true);
      }
    return V;
  }
  if (Name == "next" || Name == "prev") {
    Value By;
    By.Number = Args.size() > 1 ? Args[1].What.Number : Polynomial(1);
    if (!Args.empty())
      for (const Place &P : Args[0].What.Targets)
        merge(V.Targets, {shift(P, By, Name == "prev")});
    return V;
  }
  if (Name == "back_inserter" || Name == "inserter" ||
      Name == "front_inserter") {
    V.Targets = Args[0].At;
    return V;
  }
  bool ReadsOnly =
      llvm::StringSwitch<bool>(Name)
          .Cases({"accumulate", "inner_product", "reduce", "count", "count_if",
                  "find", "find_if", "find_if_not"},
                 true)
          .Cases({"equal", "all_of", "any_of", "none_of", "max_element",
                  "min_element", "minmax_element", "lower_bound"},
                 true)
          .Cases({"upper_bound", "equal_range", "binary_search", "distance",
                  "mismatch", "search", "lexicographical_compare", "is_sorted"},
                 true)
          .Cases({"adjacent_find", "includes", "transform_reduce", "find_end",
                  "find_first_of", "search_n", "is_permutation", "is_heap"},
                 true)
          .Default(false);
  bool PureFunction =
      llvm::StringSwitch<bool>(Name)
          .Cases({"to_string", "to_wstring", "abs", "pow", "sqrt", "norm",
                  "arg", "real"},
                 true)
          .Cases({"imag", "conj", "polar", "exp", "log", "sin", "cos", "hypot"},
                 true)
          .Cases({"make_pair", "make_tuple", "make_unique", "make_shared",
                  "tie", "setw", "setprecision", "setfill"},
                 true)
          .Cases({"hex", "dec", "fixed", "quoted", "isnan", "isinf", "isfinite",
                  "signbit"},
                 true)
          .Cases({"gcd", "lcm", "midpoint", "lerp", "popcount", "bit_cast",
                  "countl_zero", "countr_zero"},
                 true)
          .Cases({"holds_alternative", "get_if", "is_same", "declval",
                  "isalpha", "isspace", "tolower", "toupper"},
                 true)
          .Default(false) ||
      (Op != OO_None && Op != OO_LessLess && Op != OO_GreaterGreater);
  bool Throws = Name.starts_with("sto");
  if (PureFunction || Throws) {
    ReadAll();
    for (const Argument &A : Args) {
      moveFrom(A, Site);
      if (A.Type->isPointerType() &&
          A.Type->getPointeeType()->isAnyCharacterType())
        for (const Place &P : A.What.Targets)
          record({P}, true, false, A.Type->getPointeeType(), Site, nullptr,
                 nullptr, false, true);
      if (holdsPointers(Site->getType(), C)) {
        merge(V.Targets, A.What.Targets);
        if (A.Type->isLValueReferenceType() &&
            !A.Type->getPointeeType().isConstQualified())
          merge(V.Targets, A.At);
      }
    }
    if (Throws && !TryDepth)
      Out.MayThrow = true;
    if (Op != OO_None && !Args.empty() &&
        libraryType(Args[0].Type) == LibraryType::View &&
        (Op == OO_Plus || Op == OO_Minus) && Args.size() == 2) {
      V.Targets.clear();
      for (const Argument &A : Args)
        for (const Place &P : A.What.Targets)
          merge(V.Targets,
                {shift(P, &A == &Args[0] ? Args[1].What : Args[0].What,
                       Op == OO_Minus)});
    }
    return V;
  }
  // Everything else: what it is given to write, it may write.
  if (Name == "rand" || Name == "random_shuffle") {
    record({Place::hidden("rand")}, true, true, {}, Site);
    if (Args.empty())
      return V;
  }
  bool Known0 =
      ReadsOnly ||
      llvm::StringSwitch<bool>(Name)
          .Cases({"sort", "stable_sort", "partial_sort", "nth_element",
                  "reverse", "rotate", "shuffle", "fill"},
                 true)
          .Cases({"fill_n", "iota", "generate", "generate_n", "copy", "copy_n",
                  "copy_if", "copy_backward"},
                 true)
          .Cases({"move_backward", "transform", "replace", "replace_if",
                  "unique", "remove", "remove_if", "swap_ranges"},
                 true)
          .Cases({"merge", "inplace_merge", "set_union", "set_intersection",
                  "set_difference", "partition", "stable_partition",
                  "for_each"},
                 true)
          .Cases({"for_each_n", "make_heap", "push_heap", "pop_heap",
                  "sort_heap", "partial_sum", "exclusive_scan",
                  "inclusive_scan"},
                 true)
          .Cases({"adjacent_difference", "next_permutation", "prev_permutation",
                  "getline", "move", "to_chars", "from_chars", "lower_bound"},
                 true)
          .Cases({"erase", "erase_if", "tie", "apply", "invoke", "visit",
                  "copy_backward", "uninitialized_copy"},
                 true)
          .Default(false);
  Places Elements;
  for (const Argument &A : Args) {
    QualType T = A.Type.getNonReferenceType();
    bool Iterates = T->isPointerType() || libraryType(T) == LibraryType::View;
    for (const Place &P : A.What.Targets)
      if (Iterates)
        merge(Elements, {unindexed(P)});
  }
  // fill(begin, end, value) over all of something: written for certain.
  bool Whole = (Name == "fill" || Name == "iota" || Name == "generate") &&
               Args.size() >= 2 && Args[0].What.Targets.size() == 1 &&
               Args[1].What.Targets.size() == 1;
  if (Whole) {
    const Place &B = Args[0].What.Targets[0], &E = Args[1].What.Targets[0];
    Whole = false;
    if (B.endsInElement() && E.endsInElement() &&
        B.key(false) == E.key(false) && B.Path.back().At.Known &&
        B.Path.back().At.Form.constant() == 0 && E.Path.back().At.Known) {
      const Polynomial &Last = E.Path.back().At.Form;
      auto K = Last.constant();
      unsigned long long Extent =
          std::max(B.Path.back().Extent, E.Path.back().Extent);
      bool Sized = false;
      for (auto &[M, Coefficient] : Last.terms())
        Sized = M.size() == 1 && Coefficient == 1 &&
                M[0]->What == Symbol::Kind::Query && Last.terms().size() == 1;
      if ((K && Extent && static_cast<unsigned long long>(*K) == Extent) ||
          Sized) {
        Place All = B.shortened(1);
        for (const Argument &A : Args)
          callback(A, Site, {});
        record({All}, false, true, B.Path.back().Type, Site);
        return V;
      }
    }
  }
  bool AnyMutable = false;
  for (const Argument &A : Args) {
    if (A.IsReference) {
      QualType P = A.Type->getPointeeType();
      if (P->isFunctionType())
        continue;
      bool Const = P.isConstQualified() || ReadsOnly;
      bool IsCallable =
          P->isRecordType() && recordOf(P) && recordOf(P)->isLambda();
      if (IsCallable)
        continue;
      record(A.At, true, !Const, P, Site, nullptr, nullptr, true);
      AnyMutable |= !Const;
      continue;
    }
    QualType T = A.Type;
    if (A.What.Targets.empty() || (!T->isPointerType() && !holdsPointers(T, C)))
      continue;
    if (recordOf(T) && recordOf(T)->isLambda())
      continue;
    QualType E = elementType(T);
    bool Const = ReadsOnly || (!E.isNull() && E.isConstQualified());
    StringRef N = stdName(T);
    if (N.ends_with("insert_iterator")) {
      record(A.What.Targets, true, true, {}, Site, nullptr, nullptr, true);
      AnyMutable = true;
      continue;
    }
    for (const Place &P : A.What.Targets)
      record({unindexed(P)}, true, !Const, E, Site, nullptr, nullptr, true);
    AnyMutable |= !Const;
    if (holdsPointers(Site->getType(), C))
      for (const Place &P : A.What.Targets)
        merge(V.Targets, {unindexed(P)});
  }
  for (const Argument &A : Args)
    callback(A, Site, Elements);
  if (Site->isGLValue() && V.Targets.empty())
    for (const Argument &A : Args)
      if (A.IsReference)
        merge(V.Targets, A.At);
  if (!Known0 && !Name.empty() && !Name.starts_with("__")) {
    // Not in the list: what it is given was handled as if it wrote all of it.
    if (Name == "async" || Name == "call_once" || Name == "signal")
      event(Event::Kind::Construct, Site, "'std::" + Name.str() + "'");
    else
      event(Event::Kind::OpaqueCall, Site, "'std::" + Name.str() + "'");
  }
  (void)AnyMutable;
  if (!TryDepth &&
      F->getType()->castAs<FunctionProtoType>()->canThrow() != CT_Cannot &&
      !Known0)
    Out.MayThrow = true;
  return V;
}

Walker::Value Walker::stdMember(const CXXMethodDecl *M, const Expr *Site,
                                const Places &Object,
                                const std::vector<Argument> &Args) {
  QualType T = C.getCanonicalTagType(M->getParent());
  LibraryType Kind = libraryType(T);
  StringRef Name = M->getIdentifier() ? M->getName() : StringRef();
  OverloadedOperatorKind Op = M->getOverloadedOperator();
  QualType E = elementType(T);
  Value V;
  auto ReadArguments = [&] {
    for (const Argument &A : Args) {
      if (A.IsReference && !A.Type->getPointeeType()->isFunctionType())
        record(A.At, true, false, A.Type->getPointeeType(), A.Text);
      moveFrom(A, A.Text);
      QualType P = A.Type;
      if (P->isPointerType() && P->getPointeeType()->isAnyCharacterType())
        for (const Place &Q : A.What.Targets)
          record({Q}, true, false, P->getPointeeType(), Site, nullptr, nullptr,
                 false, true);
    }
  };
  auto Header = [&] {
    for (const Place &P : Object)
      record({P.header()}, true, false, C.getSizeType(), Site);
  };
  auto Mutate = [&] {
    ReadArguments();
    Places Stored;
    for (const Argument &A : Args) {
      merge(Stored, A.What.Targets);
      if (A.IsReference && !E.isNull() && holdsPointers(E, C))
        for (const Place &P : A.At)
          for (const Place &R : resolve(P))
            merge(Stored, pointeesOf(R, covered(R)));
    }
    for (const Place &P : Object)
      for (const Place &R : resolve(P)) {
        if (R.is(Place::Root::Variable) && isLocal(R.Variable))
          addTargets(R.Variable, Stored);
      }
    record(Object, true, true, T, Site, nullptr, &Stored, true);
  };
  auto ElementsAt = [&](const Index &I) {
    Places R;
    for (const Place &P : Object) {
      if (Kind == LibraryType::InPlace) {
        unsigned long long Extent = 0;
        if (auto *S = dyn_cast<ClassTemplateSpecializationDecl>(M->getParent()))
          if (S->getTemplateArgs().size() > 1 &&
              S->getTemplateArgs()[1].getKind() == TemplateArgument::Integral)
            Extent = S->getTemplateArgs()[1].getAsIntegral().getZExtValue();
        merge(R, {P.element(I, E, Extent)});
      } else if (Kind == LibraryType::View) {
        for (const Place &Q : resolve(P))
          for (const Place &To : pointeesOf(Q, covered(Q))) {
            if (!I.Known) {
              merge(R, {unindexed(To)});
            } else {
              Value By;
              By.Number = I.Form;
              By.Fits = I.Fits;
              merge(R, {shift(To, By)});
            }
          }
      } else {
        merge(R, {P.content(I, E)});
      }
    }
    return R;
  };
  auto IndexOf = [&](const Argument &A) {
    if (!A.What.Number)
      return Index::unknown();
    Index I = Index::at(*A.What.Number);
    I.Fits = A.What.Fits;
    return I;
  };
  auto SizeSymbol = [&]() -> std::optional<Polynomial> {
    if (Object.size() != 1)
      return std::nullopt;
    Place P = Object[0];
    if (P.is(Place::Root::Local) || P.is(Place::Root::Unknown) ||
        (P.is(Place::Root::Variable) && isLocal(P.Variable) &&
         !selfRooted(P.Variable)))
      return std::nullopt;
    for (const Step &S : P.Path)
      if (S.What == Step::Kind::Reach ||
          (S.What == Step::Kind::Element &&
           (!S.At.Known || !S.At.Terms.empty() || !isInvariant(S.At.Form))))
        return std::nullopt;
    if (Kind == LibraryType::InPlace)
      if (auto *S = dyn_cast<ClassTemplateSpecializationDecl>(M->getParent()))
        if (S->getTemplateArgs().size() > 1 &&
            S->getTemplateArgs()[1].getKind() == TemplateArgument::Integral)
          return Polynomial(
              S->getTemplateArgs()[1].getAsIntegral().getExtValue());
    Symbol S;
    S.What = Symbol::Kind::Query;
    S.Member = "size";
    S.Key = "size of " + P.key();
    S.At = std::make_shared<Place>(P);
    S.NonNegative = true;
    return Polynomial(Known.Symbols.get(std::move(S)));
  };

  switch (Kind) {
  case LibraryType::Lock:
    return V;
  case LibraryType::Stream: {
    if (Op == OO_LessLess)
      return streamOutput(Object, Site, Args);
    if (M->isConst()) {
      for (const Place &P : Object)
        record({P}, true, false, T, Site);
      if (Name == "str")
        return V;
      return V;
    }
    bool Outside = false, IsInput = stdName(T).contains("istream") ||
                                    stdName(T) == "basic_ifstream";
    for (const Place &P : Object)
      for (const Place &R : resolve(P))
        Outside |= !(R.is(Place::Root::Local) ||
                     (R.is(Place::Root::Variable) && isLocal(R.Variable)));
    if (Op == OO_GreaterGreater || IsInput) {
      eventAbout(Event::Kind::Input, Site, "", Object);
      for (const Argument &A : Args) {
        if (A.IsReference && !A.Type->getPointeeType().isConstQualified())
          record(A.At, false, true, A.Type->getPointeeType(), Site);
        else if (A.Type->isPointerType())
          for (const Place &P : A.What.Targets)
            record({P}, false, true, A.Type->getPointeeType(), Site, nullptr,
                   nullptr, true, true);
      }
      V.Targets = Object;
      return V;
    }
    if (Name == "open" && !Outside)
      event(stdName(T) == "basic_ifstream"   ? Event::Kind::ReadsFile
            : stdName(T) == "basic_ofstream" ? Event::Kind::Files
                                             : Event::Kind::Kernel,
            Site,
            "a 'std::" + stdName(T).drop_front(6).str() +
                "' opened in the loop");
    if (Outside && (Name == "open" || Name == "close" || Name == "rdbuf" ||
                    Name == "seekp" || Name == "seekg" || Name == "sync"))
      event(Event::Kind::Kernel, Site,
            "'" + Name.str() + "' of an outer stream");
    if (Name == "precision" || Name == "setf" || Name == "unsetf" ||
        Name == "fill" || Name == "flags" || Name == "imbue" ||
        Name == "copyfmt" || Name == "clear" || Name == "setstate" ||
        Name == "exceptions")
      for (const Place &P : Object)
        if (P.is(Place::Root::Variable) && isInStd(P.Variable))
          event(Event::Kind::FormatState, Site, Name.str());
    ReadArguments();
    if (Op != OO_None || !Site->isGLValue())
      record(Object, true, true, T, Site, nullptr, nullptr, true);
    else {
      record(Object, true, true, T, Site, nullptr, nullptr, true);
      V.Targets = Object;
    }
    return V;
  }
  case LibraryType::Engine:
    ReadArguments();
    for (const Argument &A : Args)
      if (A.IsReference && !A.Type->getPointeeType().isConstQualified())
        record(A.At, true, true, A.Type->getPointeeType(), Site, nullptr,
               nullptr, true);
    if (M->isConst())
      record(Object, true, false, T, Site);
    else if (Name == "seed" || Op == OO_Equal)
      record(Object, false, true, T, Site);
    else
      record(Object, true, true, T, Site, nullptr, nullptr, true);
    return V;
  case LibraryType::Atomic:
    ReadArguments();
    if (M->isConst()) {
      record(Object, true, false, T, Site);
      return V;
    }
    if (Name == "store" || Op == OO_Equal)
      record(Object, false, true, T, Site);
    else
      record(Object, true, true, T, Site, nullptr, nullptr, true);
    return V;
  default:
    break;
  }

  // A proxy for one bit of a std::vector<bool> or std::bitset.
  StringRef ClassName = stdName(T);
  if (ClassName == "_Bit_reference" || ClassName == "reference") {
    Places Bits;
    for (const Place &P : Object)
      for (const Place &R : resolve(P))
        merge(Bits, R.is(Place::Root::Local) || R.is(Place::Root::Variable)
                        ? pointeesOf(R, covered(R))
                        : Places{R});
    if (Bits.empty()) // a temporary: what the call that made it points to
      if (auto *Call = dyn_cast<CXXOperatorCallExpr>(Site))
        Bits = rvalue(Call->getArg(0)).Targets;
    if (Bits.empty())
      if (auto *Member = dyn_cast<CXXMemberCallExpr>(Site))
        Bits = rvalue(Member->getImplicitObjectArgument()).Targets;
    ReadArguments();
    if (Op == OO_Equal)
      record(Bits, false, true, C.BoolTy, Site,
             Args.empty() ? nullptr : Args[0].Text);
    else if (M->isConst())
      record(Bits, true, false, C.BoolTy, Site);
    else
      record(Bits, true, true, C.BoolTy, Site);
    V.Targets = Bits;
    return V;
  }

  if (Kind == LibraryType::View && ClassName != "initializer_list" &&
      ClassName != "span" && ClassName != "basic_string_view" &&
      ClassName != "reference_wrapper") {
    // Iterators.
    ReadArguments();
    Places To;
    bool Temporary = true;
    for (const Place &P : Object)
      for (const Place &R : resolve(P)) {
        if (!R.is(Place::Root::Local))
          Temporary = false;
        merge(To, pointeesOf(R, covered(R)));
      }
    if (Temporary && To.empty()) {
      const Expr *O = nullptr;
      if (auto *Call = dyn_cast<CXXOperatorCallExpr>(Site))
        O = Call->getArg(0);
      else if (auto *Member = dyn_cast<CXXMemberCallExpr>(Site))
        O = Member->getImplicitObjectArgument();
      if (O)
        To = rvalue(O).Targets;
    }
    if (ClassName.ends_with("insert_iterator")) {
      if (Op == OO_Equal && !To.empty())
        record(To, true, true, {}, Site, nullptr, nullptr, true);
      V.Targets =
          Op == OO_Equal || Op == OO_Star || Op == OO_PlusPlus ? Object : To;
      return V;
    }
    switch (Op) {
    case OO_Star:
    case OO_Arrow:
      if (!Temporary)
        record(Object, true, false, T, Site);
      V.Targets = To;
      return V;
    case OO_Subscript:
      for (const Place &P : To)
        merge(V.Targets,
              {Args.empty() ? unindexed(P) : shift(P, Args[0].What)});
      return V;
    case OO_PlusPlus:
    case OO_MinusMinus:
    case OO_PlusEqual:
    case OO_MinusEqual: {
      Value By, New;
      By.Number = Polynomial(1);
      bool Many = Op == OO_PlusEqual || Op == OO_MinusEqual;
      for (const Place &P : To)
        merge(New.Targets,
              {ClassName == "__normal_iterator" ||
                       ClassName == "_Deque_iterator" ||
                       ClassName == "_Bit_iterator"
                   ? shift(P, Many && !Args.empty() ? Args[0].What : By,
                           Op == OO_MinusMinus || Op == OO_MinusEqual)
                   : unindexed(P)});
      if (!Temporary)
        store(Object, T, New, Site, nullptr, true);
      merge(New.Targets, To);
      // An lvalue of the iterator itself, or its old value.
      V.Targets = Site->isGLValue() ? Object : New.Targets;
      return V;
    }
    case OO_Plus:
    case OO_Minus:
      for (const Place &P : To)
        merge(V.Targets,
              {Args.empty() ? unindexed(P)
                            : shift(P, Args[0].What, Op == OO_Minus)});
      return V;
    case OO_Equal: {
      Value New;
      if (!Args.empty())
        New.Targets = Args[0].What.Targets;
      store(Object, T, New, Site, nullptr, false);
      V.Targets = Object;
      return V;
    }
    default:
      V.Targets = To;
      return V;
    }
  }

  bool IsOwner = Kind == LibraryType::Owner,
       IsShared = Kind == LibraryType::Shared;
  if (IsOwner || IsShared) {
    if (Op == OO_Subscript) {
      for (const Place &P : Object) {
        record({P.header()}, true, false, C.VoidPtrTy, Site);
        merge(V.Targets, {IsShared ? unindexed(P.deref())
                                   : P.content(Args.empty() ? Index::unknown()
                                                            : IndexOf(Args[0]),
                                               E)});
      }
      return V;
    }
    if (Name == "get" || Name == "value" || Name == "release" ||
        Op == OO_Star || Op == OO_Arrow) {
      for (const Place &P : Object) {
        record({P.header()}, true, false, C.VoidPtrTy, Site);
        merge(V.Targets, {IsShared ? P.deref() : P.content(Index::at(0), E)});
      }
      if (Name == "value" && !TryDepth)
        Out.MayThrow = true;
      if (Name == "release")
        Mutate();
      return V;
    }
    if (M->isConst()) {
      Header();
      return V;
    }
    if (Op == OO_Equal) {
      ReadArguments();
      record(Object, false, true, T, Site,
             Args.empty() ? nullptr : Args[0].Text);
      V.Targets = Object;
      return V;
    }
    Mutate();
    return V;
  }

  if (Op == OO_Subscript || Name == "at") {
    ReadArguments();
    if (Kind == LibraryType::Associative) {
      if (Op == OO_Subscript && !M->isConst())
        Mutate(); // may insert
      else
        for (const Place &P : Object)
          record({P}, true, false, T, Site);
      for (const Place &P : Object)
        merge(V.Targets, {P.content(Index::unknown(), {})});
    } else {
      if (Kind == LibraryType::Sequence)
        Header();
      V.Targets =
          ElementsAt(Args.empty() ? Index::unknown() : IndexOf(Args[0]));
    }
    if (Name == "at" && !TryDepth)
      Out.MayThrow = true;
    return V;
  }
  if (Name == "size" || Name == "empty" || Name == "length" ||
      Name == "capacity" || Name == "max_size") {
    if (Kind != LibraryType::InPlace)
      Header();
    if (Name == "size" || Name == "length")
      V.Number = SizeSymbol();
    return V;
  }
  if (Name == "front" || Name == "begin" || Name == "cbegin" ||
      Name == "data" || Name == "c_str") {
    if (Kind != LibraryType::InPlace)
      Header();
    bool Ordered = Kind == LibraryType::Sequence ||
                   Kind == LibraryType::InPlace || Kind == LibraryType::View;
    V.Targets = ElementsAt(Ordered ? Index::at(0) : Index::unknown());
    return V;
  }
  if (Name == "end" || Name == "cend" || Name == "back") {
    if (Kind != LibraryType::InPlace)
      Header();
    auto Size = SizeSymbol();
    if (Size && Name == "back")
      Size = Polynomial::subtract(*Size, Polynomial(1));
    bool Ordered =
        Kind == LibraryType::Sequence || Kind == LibraryType::InPlace;
    V.Targets =
        ElementsAt(Size && Ordered ? Index::at(*Size) : Index::unknown());
    return V;
  }
  if (Name == "rbegin" || Name == "rend" || Name == "crbegin" ||
      Name == "crend") {
    Header();
    V.Targets = ElementsAt(Index::unknown());
    return V;
  }
  if (Name == "substr" || Name == "subspan" || Name == "first" ||
      Name == "last") {
    ReadArguments();
    for (const Place &P : Object)
      record({P}, true, false, T, Site);
    if (Kind == LibraryType::View)
      V.Targets = ElementsAt(Index::unknown());
    if (!TryDepth)
      Out.MayThrow = true;
    return V;
  }
  if (Name == "fill" && Kind == LibraryType::InPlace) {
    ReadArguments();
    record(Object, false, true, T, Site);
    return V;
  }
  if (Op == OO_Call && ClassName != "function" &&
      ClassName != "move_only_function" && ClassName != "_Mem_fn" &&
      !ClassName.contains("Bind")) {
    ReadArguments();
    if (holdsPointers(Site->getType(), C))
      for (const Argument &A : Args)
        merge(V.Targets, A.IsReference ? A.At : A.What.Targets);
    for (const Argument &A : Args)
      callback(A, Site, {});
    return V;
  }
  if (Op == OO_Call) {
    // std::function and the like.
    return opaque("a function through '" + ClassName.str() + "'", Site, nullptr,
                  true, Args);
  }
  if (M->isConst()) {
    ReadArguments();
    for (const Place &P : Object)
      record({P}, true, false, T, Site);
    if (holdsPointers(Site->getType(), C) || Site->isGLValue())
      V.Targets = ElementsAt(Index::unknown());
    if (Kind == LibraryType::None && !isInStd(M))
      event(Event::Kind::OpaqueCall, Site, M->getQualifiedNameAsString());
    return V;
  }
  // `std::tie(a, b) = f()`: what a temporary refers to is written.
  if (!M->isConst())
    for (const Place &P : Object)
      if (const Places &To = pointeesOf(P, true);
          P.is(Place::Root::Local) && !To.empty())
        record(To, true, true, {}, Site, nullptr, nullptr, true);
  if (Op == OO_Equal || Name == "assign" || Name == "clear") {
    ReadArguments();
    Value Stored;
    for (const Argument &A : Args)
      merge(Stored.Targets, A.What.Targets);
    store(Object, T, Stored, Site, Args.empty() ? nullptr : Args[0].Text,
          false);
    V.Targets = Object;
    return V;
  }
  if (Name == "find" || Name == "lower_bound" || Name == "upper_bound" ||
      Name == "equal_range" || Name == "count" || Name == "contains") {
    ReadArguments();
    for (const Place &P : Object)
      record({P}, true, false, T, Site);
    V.Targets = ElementsAt(Index::unknown());
    return V;
  }
  if (Kind == LibraryType::Value && Op != OO_None) {
    // complex += and such: a new value of the whole.
    ReadArguments();
    record(Object, true, true, T, Site);
    V.Targets = Object;
    return V;
  }
  Mutate();
  if (Kind != LibraryType::None || isInStd(M)) {
    if (Site->isGLValue())
      V.Targets = Op != OO_None ? Object : ElementsAt(Index::unknown());
    else if (holdsPointers(Site->getType(), C))
      V.Targets = ElementsAt(Index::unknown());
  }
  return V;
}

} // namespace mp::tool
