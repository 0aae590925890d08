//===- ReportCarried.cpp - Says what one iteration needs of another -------===//
//
// One message for one cause, with the places where the value is read and
// written.
//
//===----------------------------------------------------------------------===//

#include "classes/Classify.h"
#include "classes/Enclosing.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace mp::tool {

void Classifier::reportCarried(const Group &G, const Access *Reader,
                               const Access *Writer, const std::string &Why) {
  std::string Name = G.name();
  const Access *W = Writer ? Writer : G.Writes.front();
  if (G.Fixed.is(Place::Root::Hidden)) {
    auto &M = Diags.error(
        DiagID::HiddenState, W->Where,
        "hidden state of '" + G.Fixed.State +
            "' is read and changed by every iteration" +
            (W->Through.empty() ? std::string() : ", in '" + W->Through + "'"));
    if (W->Inner.isValid())
      M.Notes.push_back({W->Inner, "it happens here"});
    return;
  }
  QualType T = G.root() ? G.root()->getType() : QualType();
  if (!T.isNull() && libraryType(T) == LibraryType::Engine) {
    auto &M = Diags.error(
        DiagID::HiddenState, W->Where,
        "every draw changes the random engine '" + Name +
            "', and the next iteration goes on from there; make an engine in "
            "each iteration, seeded with the iteration's number");
    if (W->Inner.isValid())
      M.Notes.push_back({W->Inner, "it is used here"});
    return;
  }
  if (!Reader)
    for (const Access *A : G.All)
      if (A->Reads && !A->Covered && (!A->Writes || !Reader))
        Reader = A;
  std::string Text = "'" + Name + "' is carried from one iteration to the next";
  if (!Why.empty())
    Text += ": " + Why;
  else if (Reader)
    Text += ": an iteration reads what an earlier one wrote";
  // A buffer that is used again and again.
  if (G.IsArray && Reader && G.root() && !G.Array.Array.indirect() &&
      Why == "its subscript does not depend on the loop variable alone")
    Text += "; if no iteration reads what was in it before, say scratch(" +
            G.root()->getNameAsString() + ")";
  const Access *Where = Reader ? Reader : W;
  // One error for one cause: what follows from another is not said as well.
  const SourceManager &SM = C.getSourceManager();
  for (const Message &Old : Diags.messages())
    if (Old.How == Severity::Error &&
        (SM.getExpansionLineNumber(Old.Where) ==
             SM.getExpansionLineNumber(Where->Where) ||
         (W->Site && isInside(W->Site, Shape.Body, C) &&
          llvm::any_of(Old.Notes, [&](const Related &R) {
            return SM.getExpansionLineNumber(R.Where) ==
                   SM.getExpansionLineNumber(W->Where);
          }))))
      return;
  auto &M = Diags.error(DiagID::Carried, Where->Where, Text);
  if (Where->Inner.isValid())
    M.Notes.push_back({Where->Inner, "'" + Name + "' is " +
                                         (Reader ? "read" : "written") +
                                         " here, in '" + Where->Through + "'"});
  if (W != Where) {
    M.Notes.push_back({W->Where, "'" + Name + "' is written here"});
    if (W->Inner.isValid())
      M.Notes.push_back({W->Inner, "'" + Name + "' is written here, in '" +
                                       W->Through + "'"});
  }
}

} // namespace mp::tool
