//===- BuildPlan.cpp - From classes to the plan ---------------------------===//
//
// Puts the parts of the plan together. Each has a file of its own; what several
// of them ask is here.
//
//===----------------------------------------------------------------------===//

#include "plan/BuildPlan.h"
#include "classes/Enclosing.h"
#include "plan/Estimate.h"

using namespace clang;

namespace mp::tool {

bool PlanBuilder::isTail(const Access &A) const {
  const Group *G = groupOf(A);
  return G && G->What == Group::Kind::Tail;
}

const Group *PlanBuilder::groupOf(const Access &A) const {
  for (const Group &G : Classes.Groups)
    for (const Access *Own : G.All)
      if (Own == &A)
        return &G;
  return nullptr;
}

/// In a template the text has to be the same whatever the types are.
bool PlanBuilder::instantiated() const {
  for (const DeclContext *D = Shape.Function; D; D = D->getParent()) {
    if (auto *F = dyn_cast<FunctionDecl>(D); F && F->isTemplateInstantiation())
      return true;
    if (isa<ClassTemplateSpecializationDecl>(D))
      return true;
  }
  return false;
}

/// Pointers in results must not lead into memory that only a worker has.
bool PlanBuilder::pointers(const Group &G, QualType Element) {
  for (const Access *W : G.Writes) {
    QualType T = W->Type.isNull() ? Element : W->Type;
    if (!holdsPointers(T, C) && !holdsPointers(Element, C))
      continue;
    for (const Place &P : W->StoredTargets) {
      std::string What;
      if (P.is(Place::Root::Fresh))
        What = "memory that is allocated in the iteration";
      else if (P.is(Place::Root::Local) ||
               (P.is(Place::Root::Variable) && Classes.isLocal(P.Variable)))
        What = P.is(Place::Root::Variable)
                   ? "'" + P.Variable->getNameAsString() +
                         "', a local of the iteration"
                   : "a temporary of the iteration";
      else if (P.is(Place::Root::Unknown))
        What = "memory that can't be traced";
      else if (P.is(Place::Root::Hidden))
        What = "static memory of the library";
      else if (P.is(Place::Root::Variable))
        for (const Group &Other : Classes.Groups) {
          if (Other.root() != P.Variable || P.indirect())
            continue;
          size_t Owned = 0;
          for (size_t K = Other.IsArray ? Other.Array.Array.Path.size() : 0;
               K < P.Path.size(); ++K)
            Owned += P.Path[K].What == Step::Kind::Content;
          // What an element owns is made anew when it is decoded.
          if (Owned || Other.isOfWorker())
            What = "'" + P.Variable->getNameAsString() +
                   "', of which each worker has its own";
        }
      if (What.empty())
        continue;
      auto &M = Diags.error(DiagID::WorkerPointer, W->Where,
                            "'" + G.name() + "' would point to " + What +
                                ", which ends with the worker");
      if (W->Inner.isValid())
        M.Notes.push_back(
            {W->Inner, "it is stored here, in '" + W->Through + "'"});
      return false;
    }
    if (W->Mutates && W->StoredTargets.empty() && W->Stored == nullptr &&
        W->Type.isNull()) {
      Diags.error(DiagID::WorkerPointer, W->Where,
                  "'" + G.name() +
                      "' holds pointers, and it can't be seen where they lead");
      return false;
    }
  }
  return true;
}

bool PlanBuilder::build(LoopPlan &Plan) {
  Plan.Shape = &Shape;
  Plan.Label = Shape.Attributes.Label;
  Plan.Workers = Shape.Attributes.Workers.value_or(0);
  Plan.Chunk = Shape.Attributes.Chunk.value_or(0);
  Plan.Rechecks = Classes.Rechecks;
  if (!instantiated())
    Plan.EstimateNs = estimateNs(*Shape.Body, C);
  exits(Plan);
  if (!slots(Plan) || !tails(Plan) || !lastValues(Plan))
    return false;
  checks(Plan);
  if (Diags.refused())
    return false;
  bool Calls = E.MayThrow;
  for (const Access &A : E.Accesses)
    Calls |= !A.Through.empty();
  for (const Event &Ev : E.Events) {
    Calls = true;
    bool InTail = false;
    for (const TailPlan &T : Plan.Tails)
      InTail |= T.Statement && Ev.Site && isInside(Ev.Site, T.Statement, C);
    if (Ev.What == Event::Kind::Prints && !InTail)
      Plan.Prints = true;
    if (Ev.What == Event::Kind::OpaqueCall || Ev.What == Event::Kind::Prints)
      Plan.Prints = true;
    if (Ev.What == Event::Kind::Files)
      Plan.Once = true;
  }
  Plan.Marked = Calls || !Plan.Tails.empty() || !Plan.Exits.empty() ||
                Plan.Prints || Plan.Keeps;
  captures(Plan);
  Plan.Opened = Text.opened().all();
  Plan.OpenedAt = Text.opened().place();
  return !Diags.refused();
}

} // namespace mp::tool
