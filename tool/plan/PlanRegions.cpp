//===- PlanRegions.cpp - Memory that containers own -----------------------===//
//
// What lies inside the elements of containers has no affine subscript from one
// base. All that the way to a place leads through is listed when the program
// runs, by loops over the containers on that way.
//
//===----------------------------------------------------------------------===//

#include "plan/BuildPlan.h"

using namespace clang;

namespace mp::tool {

/// A container that a range loop goes through, by references.
static bool isIterable(QualType T) {
  const LibraryType L = libraryType(T);
  return (L == LibraryType::Sequence || L == LibraryType::Linked ||
          L == LibraryType::Associative) &&
         !isVectorBool(T) && stdName(T) != "queue" && stdName(T) != "stack" &&
         stdName(T) != "priority_queue";
}

/// Appends statements to Way that list what Object, at P, owns, as far as there
/// may be a Part in it; false: it can't be said.
bool PlanBuilder::listOwned(const std::string &Object, const Place &P,
                            QualType Part, const std::string &Name,
                            unsigned Depth, std::string &Way) {
  const QualType T = typeOfPlace(P);
  if (T.isNull())
    return false;
  if (!mayOwn(T, Part, C))
    return true;
  const QualType Element = elementType(T);
  const std::string Each = "mp_" + std::to_string(Depth + 1);
  const auto InEach = [&](const Place &Of) {
    Way += "for (auto &" + Each + " : " + Object + ") { ";
    const bool Done = listOwned(Each, Of, Part, Name, Depth + 1, Way);
    Way += "} ";
    return Done;
  };
  if (T->isArrayType() || stdName(T) == "array")
    return InEach(P.element(Index::unknown(), Element));
  const LibraryType L = libraryType(T);
  if (isIterable(T)) {
    Way += Name + ".elements(" + Object + "); ";
    return !mayOwn(Element, Part, C) ||
           InEach(P.content(Index::unknown(), Element));
  }
  if (L == LibraryType::Owner && !T->isArrayType() &&
      (stdName(T) == "optional" || stdName(T) == "unique_ptr") &&
      !templateArgument(T, 0)->isArrayType()) {
    Way += "if (" + Object + ") { " + Name + ".object(*" + Object + "); ";
    const bool Done =
        listOwned("(*" + Object + ")", P.content(Index::at(0), Element), Part,
                  Name, Depth, Way);
    Way += "} ";
    return Done;
  }
  const CXXRecordDecl *R = recordOf(T);
  const bool IsPair = stdName(T) == "pair";
  if (!R || !R->hasDefinition() ||
      (L != LibraryType::None ? !IsPair : R->getNumBases() != 0))
    return false;
  for (const FieldDecl *F : R->fields()) {
    const Place Member = P.field(F);
    if (!mayOwn(F->getType(), Part, C))
      continue;
    const std::string Named = Text.field(Object, Member, P.Path.size());
    if (Named.empty() || !listOwned(Named, Member, Part, Name, Depth, Way))
      return false;
  }
  return true;
}

/// Lists all memory that the way to P leads to once it has come to the first
/// container, whatever the subscripts; gives the list's name. Nothing: it leads
/// through pointers, or by names that there are not.
std::optional<std::string> PlanBuilder::regions(const Place &P, QualType Part,
                                                LoopPlan &Plan) {
  const std::string List = "mp_all";
  std::string Way, Object, Capture;
  if (P.is(Place::Root::Variable) &&
      !Classes.isHead(dyn_cast<VarDecl>(P.Variable)))
    Object = Text.lvalue(Place::variable(P.Variable));
  else if (P.is(Place::Root::This))
    Object = "(*this)";
  const auto *Var =
      P.is(Place::Root::Variable) ? dyn_cast<VarDecl>(P.Variable) : nullptr;
  if (P.is(Place::Root::This))
    Capture = "this";
  else if (!Var || !Var->hasGlobalStorage())
    Capture = "&" + Object + " = " + Object;
  if (Object.empty() || !Classes.staysPut(P))
    return std::nullopt;
  unsigned Depth = 0;
  auto Each = [&] {
    const std::string Element = "mp_" + std::to_string(++Depth);
    Way += "for (auto &" + Element + " : " + Object + ") ";
    Object = Element;
  };
  for (size_t K = 0; K < P.Path.size(); ++K) {
    const Place Here = P.shortened(P.Path.size() - K);
    const bool Zero =
        K + 1 < P.Path.size() && P.Path[K + 1].What == Step::Kind::Element &&
        P.Path[K + 1].At.Known && P.Path[K + 1].At.Terms.empty() &&
        P.Path[K + 1].At.Form.constant() == 0;
    const QualType T = typeOfPlace(Here);
    if (T.isNull())
      return std::nullopt;
    switch (P.Path[K].What) {
    case Step::Kind::Field:
      Object = Text.field(Object, P, K);
      if (Object.empty())
        return std::nullopt;
      break;
    case Step::Kind::Element:
      Each();
      break;
    case Step::Kind::Content: {
      if (libraryType(T) == LibraryType::Owner) {
        if (!Zero || (stdName(T) != "optional" && stdName(T) != "unique_ptr") ||
            templateArgument(T, 0)->isArrayType())
          return std::nullopt;
        Way += "if (" + Object + ") ";
        Object = "(*" + Object + ")";
        ++K;
        break;
      }
      if (!isIterable(T))
        return std::nullopt;
      const bool More = std::any_of(
          P.Path.begin() + static_cast<std::ptrdiff_t>(K) + 1, P.Path.end(),
          [](const Step &S) {
            return S.What == Step::Kind::Content || S.What == Step::Kind::Deref;
          });
      if (!More && Part.isNull()) {
        Way += List + ".elements(" + Object + ");";
        Object.clear();
        K = P.Path.size();
        break;
      }
      Each();
      ++K;
      break;
    }
    case Step::Kind::Deref:
      // A pointer to one object, or a reference.
      if (!Zero || K > 0 || !T->isPointerType())
        return std::nullopt;
      Object = "(*" + Object + ")";
      ++K;
      break;
    case Step::Kind::Header:
      break;
    case Step::Kind::Reach:
      return std::nullopt;
    }
  }
  if (!Object.empty())
    Way += "{ " + List + ".object(" + Object + "); ";
  if (!Part.isNull() && !listOwned(Object, P, Part, List, Depth, Way))
    return std::nullopt;
  if (!Object.empty())
    Way += "}";
  const std::string Spelled = " = mp::owned([" + Capture + "](mp::regions &" +
                              List + ") { " + Way + " });";
  const auto [Known, New] = Owned.try_emplace(
      Spelled, "mp_owned" + std::to_string(Plan.Before.size()));
  if (New)
    Plan.Before.push_back("const auto " + Known->second + Spelled);
  return Known->second;
}

/// A check of all that A may touch in containers' elements; false: there is
/// none.
bool PlanBuilder::ownedCheck(StringRef Function, const Access &A, QualType Part,
                             LoopPlan &Plan) {
  const auto List = regions(A.At, Part, Plan);
  if (List)
    addCheck(Plan, "mp::" + Function.str() + "(" + *List + ")");
  return List.has_value();
}

} // namespace mp::tool
