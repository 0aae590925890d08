//===- IntegerSet.cpp - Whether linear conditions can hold ----------------===//
//
// Each question makes a context of its own, with a limit of operations; what
// isl hands out is held by owners, so that nothing is left where it gives up.
//
//===----------------------------------------------------------------------===//

#include "classes/IntegerSet.h"
#include <isl/constraint.h>
#include <isl/ctx.h>
#include <isl/ilp.h>
#include <isl/local_space.h>
#include <isl/options.h>
#include <isl/set.h>
#include <isl/space.h>
#include <isl/val.h>
#include <memory>

namespace mp::tool {

namespace {

/// Some milliseconds.
constexpr unsigned long MostOperations = 200000;

/// Larger numbers are not asked about.
constexpr long long Largest = 1LL << 50;

struct Free {
  void operator()(isl_ctx *P) const { isl_ctx_free(P); }
  void operator()(isl_set *P) const { isl_set_free(P); }
  void operator()(isl_basic_set *P) const { isl_basic_set_free(P); }
  void operator()(isl_space *P) const { isl_space_free(P); }
  void operator()(isl_val *P) const { isl_val_free(P); }
};
template <class T> using Owned = std::unique_ptr<T, Free>;

bool isSmall(long long V) { return V <= Largest && V >= -Largest; }

} // namespace

bool LinearForm::add(unsigned Unknown, long long Factor) {
  long long &F = Factors[Unknown];
  return !__builtin_add_overflow(F, Factor, &F) && isSmall(F);
}

bool LinearForm::addConstant(long long C) {
  return !__builtin_add_overflow(Constant, C, &Constant) && isSmall(Constant);
}

unsigned IntegerSet::unknown(bool IsParameter) {
  Parameters.push_back(IsParameter);
  return static_cast<unsigned>(Parameters.size() - 1);
}

bool IntegerSet::hasParameters() const {
  for (bool IsParameter : Parameters)
    if (IsParameter)
      return true;
  return false;
}

/// The first Count conditions as isl has them.
struct IntegerSet::Built {
  Owned<isl_ctx> Context;
  std::vector<unsigned> Position; ///< of each unknown among its kind
  unsigned Sizes[2] = {0, 0};     ///< unknowns of both kinds
  const IntegerSet &From;
  const bool Parametric; ///< else all unknowns are of one kind

  explicit Built(const IntegerSet &S, bool Parametric = true)
      : Context(isl_ctx_alloc()), From(S), Parametric(Parametric) {
    isl_options_set_on_error(Context.get(), ISL_ON_ERROR_CONTINUE);
    isl_ctx_set_max_operations(Context.get(), MostOperations);
    for (unsigned K = 0; K < S.Parameters.size(); ++K)
      Position.push_back(Sizes[kind(K) == isl_dim_param]++);
  }

  isl_dim_type kind(unsigned Unknown) const {
    return Parametric && From.Parameters[Unknown] ? isl_dim_param : isl_dim_set;
  }

  Owned<isl_set> set(size_t Count) const {
    Owned<isl_space> Space(
        isl_space_set_alloc(Context.get(), Sizes[true], Sizes[false]));
    Owned<isl_basic_set> Set(
        isl_basic_set_universe(isl_space_copy(Space.get())));
    for (size_t K = 0; K < Count && Set; ++K) {
      const Condition &C = From.Conditions[K];
      isl_local_space *Local =
          isl_local_space_from_space(isl_space_copy(Space.get()));
      isl_constraint *One = C.IsZero ? isl_constraint_alloc_equality(Local)
                                     : isl_constraint_alloc_inequality(Local);
      auto Number = [&](long long V) {
        return isl_val_int_from_si(Context.get(), static_cast<long>(V));
      };
      One = isl_constraint_set_constant_val(One, Number(C.Form.Constant));
      for (auto [Unknown, Factor] : C.Form.Factors)
        One = isl_constraint_set_coefficient_val(
            One, kind(Unknown), static_cast<int>(Position[Unknown]),
            Number(Factor));
      Set.reset(isl_basic_set_add_constraint(Set.release(), One));
    }
    return Owned<isl_set>(Set ? isl_set_from_basic_set(Set.release())
                              : nullptr);
  }
};

std::optional<bool> IntegerSet::isEmpty() const {
  Built B(*this);
  Owned<isl_set> S = B.set(Conditions.size());
  const isl_bool Empty = S ? isl_set_is_empty(S.get()) : isl_bool_error;
  if (Empty == isl_bool_error)
    return std::nullopt;
  return Empty == isl_bool_true;
}

std::optional<long long> IntegerSet::value(unsigned Unknown) const {
  Built B(*this, /*Parametric=*/false);
  Owned<isl_set> S = B.set(Conditions.size());
  if (!S)
    return std::nullopt;
  auto Bound = [&](bool Max) -> std::optional<long long> {
    isl_set *Copy = isl_set_copy(S.get());
    const int At = static_cast<int>(B.Position[Unknown]);
    Owned<isl_val> V(Max ? isl_set_dim_max_val(Copy, At)
                         : isl_set_dim_min_val(Copy, At));
    if (!V || isl_val_is_int(V.get()) != isl_bool_true)
      return std::nullopt;
    return isl_val_get_num_si(V.get());
  };
  auto Low = Bound(false);
  auto High = Low ? Bound(true) : std::nullopt;
  return High && *Low == *High ? Low : std::nullopt;
}

bool IntegerSet::followsFrom(size_t N) const {
  Built B(*this);
  Owned<isl_set> Some = B.set(Always + N), All = B.set(Conditions.size());
  if (!Some || !All)
    return false;
  Some.reset(isl_set_params(Some.release()));
  All.reset(isl_set_params(All.release()));
  return Some && All &&
         isl_set_is_subset(Some.get(), All.get()) == isl_bool_true;
}

} // namespace mp::tool
