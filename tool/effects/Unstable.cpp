//===- Unstable.cpp - Numbers that the walked code changes itself ---------===//
//
// A symbol stands for one value: that which a place holds when the region
// begins, as long as the region leaves it alone. Whether it does is known when
// all accesses are. Symbols of places that it writes are then unstable, and the
// region is walked again without them.
//
//===----------------------------------------------------------------------===//

#include "effects/Walker.h"

using namespace clang;

namespace mp::tool {

/// The polynomial that is S alone, unless the region changes what S stands for.
std::optional<Polynomial> Walker::stable(Symbol S) {
  if (Unstable.count(S.Key))
    return std::nullopt;
  const Symbol *Known = this->Known.Symbols.get(std::move(S));
  Used.insert(Known);
  return Polynomial(Known);
}

static bool haveOneRoot(const Place &A, const Place &B) {
  auto Of = [](const Place &P) {
    return P.Variable ? P.Variable->getCanonicalDecl() : nullptr;
  };
  return A.From == B.From && A.State == B.State && Of(A) == Of(B);
}

/// A write to Written, which has the same root, may change what is at Read.
static bool mayChange(const Place &Written, const Place &Read, bool IsSize) {
  for (size_t K = 0, N = std::min(Written.Path.size(), Read.Path.size()); K < N;
       ++K) {
    const Step &W = Written.Path[K], &R = Read.Path[K];
    if (W.What == Step::Kind::Reach || R.What == Step::Kind::Reach)
      return true;
    if (W.What != R.What)
      return W.What != Step::Kind::Header && R.What != Step::Kind::Header;
    if (W.What == Step::Kind::Field && W.Field != R.Field)
      return W.Field->getParent()->isUnion();
    if (W.What == Step::Kind::Element && W.At.Known && R.At.Known &&
        W.At.Terms.empty() && R.At.Terms.empty()) {
      auto A = W.At.Form.constant(), B = R.At.Form.constant();
      if (A && B && *A != *B)
        return false;
    }
  }
  // What is in a container, or behind a pointer, is not that itself.
  for (size_t K = Read.Path.size(); K < Written.Path.size(); ++K) {
    const Step::Kind What = Written.Path[K].What;
    if (What == Step::Kind::Deref ||
        (IsSize && What != Step::Kind::Header && What != Step::Kind::Reach))
      return false;
  }
  return true;
}

/// Whether symbols that were used turn out to be unstable.
bool Walker::findUnstable() {
  bool Found = false;
  for (const Symbol *S : Used) {
    const Place Read = S->At ? *S->At : Place::variable(S->Variable);
    const bool IsSize = S->What == Symbol::Kind::Query;
    for (const Access &A : Out.Accesses)
      if (A.Writes && haveOneRoot(A.At, Read) &&
          mayChange(A.At, Read, IsSize)) {
        Found |= Unstable.insert(S->Key).second;
        break;
      }
  }
  Used.clear();
  return Found;
}

} // namespace mp::tool
