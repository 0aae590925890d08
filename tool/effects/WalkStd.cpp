//===- WalkStd.cpp - Functions of namespace std ---------------------------===//
//
// Functions that name their effects one by one, and the algorithms, which write
// what they are given to write.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace mp::tool {

/// `first` for std::get<0> of a std::pair, `second` for std::get<1>.
static const FieldDecl *partOfPair(const FunctionDecl &Get, QualType Pair) {
  const CXXRecordDecl *R = recordOf(Pair);
  const TemplateArgumentList *Given = Get.getTemplateSpecializationArgs();
  if (!R || stdName(Pair) != "pair" || !Given || Given->size() == 0 ||
      Given->get(0).getKind() != TemplateArgument::Integral)
    return nullptr;
  const bool IsFirst = Given->get(0).getAsIntegral() == 0;
  for (const FieldDecl *F : R->fields())
    if (F->getName() == (IsFirst ? "first" : "second"))
      return F;
  return nullptr;
}

/// Algorithms that write nothing through what they are given.
static bool readsOnly(StringRef Name) {
  return llvm::StringSwitch<bool>(Name)
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
}

/// Functions that compute a value from what they are given.
static bool computes(StringRef Name) {
  return llvm::StringSwitch<bool>(Name)
      .Cases({"to_string", "to_wstring", "abs", "pow", "sqrt", "norm", "arg",
              "real"},
             true)
      .Cases({"imag", "conj", "polar", "exp", "log", "sin", "cos", "hypot"},
             true)
      .Cases({"make_pair", "make_tuple", "make_unique", "make_shared", "tie",
              "setw", "setprecision", "setfill"},
             true)
      .Cases({"hex", "dec", "fixed", "quoted", "isnan", "isinf", "isfinite",
              "signbit"},
             true)
      .Cases({"gcd", "lcm", "midpoint", "lerp", "popcount", "bit_cast",
              "countl_zero", "countr_zero"},
             true)
      .Cases({"holds_alternative", "get_if", "is_same", "declval", "isalpha",
              "isspace", "tolower", "toupper"},
             true)
      .Default(false);
}

/// Algorithms that are understood, those that write nothing apart.
static bool isAlgorithm(StringRef Name) {
  return llvm::StringSwitch<bool>(Name)
      .Cases({"sort", "stable_sort", "partial_sort", "nth_element", "reverse",
              "rotate", "shuffle", "fill"},
             true)
      .Cases({"fill_n", "iota", "generate", "generate_n", "copy", "copy_n",
              "copy_if", "copy_backward"},
             true)
      .Cases({"move_backward", "transform", "replace", "replace_if", "unique",
              "remove", "remove_if", "swap_ranges"},
             true)
      .Cases({"merge", "inplace_merge", "set_union", "set_intersection",
              "set_difference", "partition", "stable_partition", "for_each"},
             true)
      .Cases({"for_each_n", "make_heap", "push_heap", "pop_heap", "sort_heap",
              "partial_sum", "exclusive_scan", "inclusive_scan"},
             true)
      .Cases({"adjacent_difference", "next_permutation", "prev_permutation",
              "getline", "move", "to_chars", "from_chars", "lower_bound"},
             true)
      .Cases({"erase", "erase_if", "tie", "apply", "invoke", "visit",
              "copy_backward", "uninitialized_copy"},
             true)
      .Default(false);
}

/// An algorithm, or a function that isn't known: what it is given to write, it
/// may write.
Walker::Value Walker::algorithm(const FunctionDecl *F, const Expr *Site,
                                const std::vector<Argument> &Args) {
  StringRef Name = F->getIdentifier() ? F->getName() : StringRef();
  bool ReadsOnly = readsOnly(Name);
  Value V;
  if (Name == "rand" || Name == "random_shuffle") {
    record({Place::hidden("rand")}, true, true, {}, Site);
    if (Args.empty())
      return V;
  }
  bool Known0 = ReadsOnly || isAlgorithm(Name);
  // How far ranges reach that are given by pointers.
  auto Anywhere = [&](const Place &P) {
    std::optional<long long> End;
    for (const Argument &A : Args)
      for (const Place &Q : A.What.Targets)
        if (P.endsInElement() && Q.endsInElement() &&
            Q.key(false) == P.key(false) && Q.Path.back().At.Known &&
            Q.Path.back().At.Terms.empty())
          if (auto K = Q.Path.back().At.Form.constant())
            End = std::max(End.value_or(*K), *K);
    if (Name.ends_with("_n") && Args.size() > 1)
      End =
          Args[1].What.Number ? Args[1].What.Number->constant() : std::nullopt;
    return P.endsInElement() || End == 1 ? across(P, End)
                                         : outOfMember(P, std::nullopt);
  };
  Places Elements;
  for (const Argument &A : Args) {
    QualType T = A.Type.getNonReferenceType();
    bool Iterates = T->isPointerType() || libraryType(T) == LibraryType::View;
    for (const Place &P : A.What.Targets)
      if (Iterates)
        merge(Elements, {Anywhere(P)});
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
      // `apply(f, std::tie(x, y))`: f is given what is referred to.
      if (Name == "apply" || Name == "invoke" || Name == "visit")
        for (const Place &At : A.At)
          for (const Place &R : resolve(At))
            record(pointeesOf(R, covered(R)), true, true, {}, Site, nullptr,
                   nullptr, true);
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
      continue;
    }
    for (const Place &P : A.What.Targets)
      record({Anywhere(P)}, true, !Const, E, Site, nullptr, nullptr, true);
    if (holdsPointers(Site->getType(), C))
      for (const Place &P : A.What.Targets)
        merge(V.Targets, {Anywhere(P)});
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
  if (!TryDepth &&
      F->getType()->castAs<FunctionProtoType>()->canThrow() != CT_Cannot &&
      !Known0)
    Out.MayThrow = true;
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
      for (size_t K = 1; K < Args.size(); ++K) {
        const QualType To = Args[K].Type->getPointeeType();
        if (To.isNull() || To.isConstQualified())
          continue;
        if (Args[K].IsReference) // in >> x, in >> array
          attempt(Site, 's', Args[K].At, To, To->isArrayType());
        else if (To->isAnyCharacterType()) // in >> buffer
          attempt(Site, 's', Args[K].What.Targets, To, true);
      }
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
      // A reference in a tuple: what it refers to.
      if (Name == "get" && holdsReferences(Args[0].Type)) {
        V.Targets.clear();
        for (const Place &P : Args[0].At)
          for (const Place &R : resolve(P))
            merge(V.Targets, pointeesOf(R, covered(R)));
      } else if (const FieldDecl *Part =
                     Name == "get" ? partOfPair(*F, Args[0].Type) : nullptr) {
        for (Place &P : V.Targets)
          P = P.field(Part);
      }
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
  auto ElementsOf = [&](const Argument &A, const Index &At) {
    Places R;
    QualType T = A.Type.getNonReferenceType();
    for (const Place &P : A.At) {
      LibraryType K = libraryType(T);
      if (T->isArrayType() || K == LibraryType::InPlace)
        merge(R, {P.element(At, elementType(T))});
      else if (K == LibraryType::View)
        for (const Place &To : pointeesOf(P, covered(P)))
          merge(R, {At.Known && At.Form.constant() == 0 ? To : unindexed(To)});
      else
        merge(R, {P.content(At, elementType(T))});
    }
    return R;
  };
  bool AtBegin = Name == "begin" || Name == "cbegin" || Name == "data";
  bool AtLast = Name == "rbegin" || Name == "crbegin";
  if ((AtBegin || AtLast || Name == "end" || Name == "cend" || Name == "rend" ||
       Name == "crend") &&
      Args.size() == 1 && Args[0].IsReference) {
    QualType Whole = Args[0].Type.getNonReferenceType();
    if (!Whole->isArrayType() && libraryType(Whole) != LibraryType::InPlace)
      for (const Place &P : Args[0].At)
        record({P.header()}, true, false, C.getSizeType(), Site);
    Index At = AtBegin ? Index::at(0) : Index::unknown();
    if (auto Size = AtLast ? sizeOf(Args[0].At, Args[0].Type) : std::nullopt)
      if (auto Last = Polynomial::subtract(*Size, Polynomial(1)))
        At = Index::at(*Last);
    V.Targets = ElementsOf(Args[0], At);
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
    const QualType Old = Args[0].Type.getNonReferenceType();
    const Value New =
        Args[1].IsReference
            ? load(Args[1].At, Args[1].Type.getNonReferenceType(), Args[1].Text)
            : Args[1].What;
    for (const Place &P : Args[0].At)
      for (const Place &R : resolve(P))
        merge(V.Targets, pointeesOf(R, covered(R)));
    store(Args[0].At, Old, New, Site, nullptr, true);
    moveFrom(Args[1], Site);
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
        merge(V.Targets, {step(Args[0].Type, P, By, Name == "prev")});
    return V;
  }
  if (Name == "back_inserter" || Name == "inserter" ||
      Name == "front_inserter") {
    V.Targets = Args[0].At;
    return V;
  }
  bool PureFunction = computes(Name) || (Op != OO_None && Op != OO_LessLess &&
                                         Op != OO_GreaterGreater);
  bool Throws = Name.starts_with("sto");
  if (PureFunction || Throws) {
    if (Name == "tie")
      ReadAll();
    for (unsigned K = 0; K < Args.size(); ++K) {
      const Argument &A = Args[K];
      if (Name != "tie")
        passed(F, K, Args, Site->getType(), Site);
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
          merge(V.Targets, {step(Site->getType(), P,
                                 &A == &Args[0] ? Args[1].What : Args[0].What,
                                 Op == OO_Minus)});
    }
    return V;
  }
  return algorithm(F, Site, Args);
}

/// `std::ranges::drop_view`, `subrange`: they refer to a range, or to other
/// views, in ways that are not followed.
static bool isRangesView(QualType T) {
  const CXXRecordDecl *R = T.isNull() ? nullptr : recordOf(T);
  return R && isInStd(R) && R->getIdentifier() &&
         (R->getName().ends_with("_view") || R->getName() == "subrange") &&
         R->getName() != "basic_string_view";
}

/// E is a view of std::ranges.
void Walker::usesView(QualType T, const Expr *E) {
  if (isRangesView(T))
    event(Event::Kind::Construct, E, "a 'std::" + stdName(T).str() + "'");
}

bool Walker::isInRanges(const Decl *D) {
  for (const DeclContext *In = D->getDeclContext(); In; In = In->getParent())
    if (const auto *N = dyn_cast<NamespaceDecl>(In);
        N && N->getIdentifier() &&
        (N->getName() == "ranges" || N->getName() == "views"))
      return isInStd(N);
  return false;
}

/// `std::ranges::sort(v)`: a call of an object. Ranges may be written all over,
/// unless the function is one that only reads.
Walker::Value Walker::rangeFunction(const StdMember &Call) {
  StringRef Name = Call.ClassName;
  Name.consume_front("__");
  Name.consume_back("_fn");
  bool Reads = readsOnly(Name);
  Places Elements;
  for (const Argument &A : Call.Args) {
    LibraryType Kind = libraryType(A.Type);
    bool Walks = A.Type.getNonReferenceType()->isPointerType() ||
                 Kind == LibraryType::View;
    if (A.IsReference && !Walks) {
      bool Writes = !Reads &&
                    !A.Type.getNonReferenceType().isConstQualified() &&
                    Kind != LibraryType::None && !A.Text->isPRValue();
      // (What is no range is a value, or a function.)
      record(A.At, true, Writes, A.Type.getNonReferenceType(), Call.Site,
             nullptr, nullptr, Writes);
      if (Kind != LibraryType::None ||
          A.Type.getNonReferenceType()->isArrayType())
        for (const Place &P : A.At) {
          if (Kind == LibraryType::None && !Reads)
            record({P}, true, true, {}, Call.Site, nullptr, nullptr, true);
          merge(Elements, {P.reach()});
        }
    }
    Places To = A.What.Targets;
    if (Walks && A.IsReference)
      for (const Place &P : A.At)
        for (const Place &R : resolve(P))
          merge(To, pointeesOf(R, covered(R)));
    // (What a closure refers to shows when it is called.)
    if (!To.empty() &&
        (Walks || (!A.IsReference && Kind != LibraryType::None))) {
      Places All;
      for (const Place &P : To)
        merge(All, {unindexed(P)});
      record(All, true, !Reads, {}, Call.Site, nullptr, nullptr, !Reads);
      merge(Elements, All);
    }
  }
  for (const Argument &A : Call.Args)
    callback(A, Call.Site, Elements);
  Value V;
  if (holdsPointers(Call.Site->getType(), C) || Call.Site->isGLValue())
    V.Targets = Elements;
  return V;
}

} // namespace mp::tool
