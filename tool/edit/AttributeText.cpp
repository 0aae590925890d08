//===- AttributeText.cpp - Taking the mp:: attributes out of the text -----===//
//
// Takes our attributes out of their lists, each with a comma, or the whole list
// where no other one is in it. A macro that stands for attributes goes as a
// whole, if it holds nothing else.
//
//===----------------------------------------------------------------------===//

#include "edit/AttributeText.h"
#include "attributes/Annotation.h"
#include "diagnostics/Diagnoser.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/Stmt.h"
#include "clang/Basic/SourceManager.h"

namespace mp::tool {

using namespace clang;

namespace {

struct Lexed {
  tok::TokenKind Kind;
  Span Where;
};

/// One attribute of a list: its text, and whether it is ours.
struct Entry {
  Span Where;
  bool Ours = false;
};

} // namespace

/// Index behind the bracketed group that opens at I.
static size_t skipGroup(const std::vector<Lexed> &Tokens, size_t I) {
  unsigned Depth = 0;
  for (; I < Tokens.size(); ++I) {
    tok::TokenKind Kind = Tokens[I].Kind;
    if (Kind == tok::l_paren || Kind == tok::l_square || Kind == tok::l_brace)
      ++Depth;
    else if (Kind == tok::r_paren || Kind == tok::r_square ||
             Kind == tok::r_brace)
      if (--Depth == 0)
        return I + 1;
  }
  return I;
}

/// Takes our attributes out of the list in Tokens[Begin, End), brackets
/// included.
static void editList(const LoopText &Text, const std::vector<Lexed> &Tokens,
                     size_t Begin, size_t End, std::vector<TextEdit> &Edits) {
  auto Spelled = [&](size_t I) { return Text.text(Tokens[I].Where); };
  size_t I = Begin + 2, Last = End - 2;
  bool Using = I + 2 < Last && Spelled(I) == "using";
  bool UsingOurs = Using && Spelled(I + 1) == "mp";
  if (Using)
    I += 3;
  std::vector<Entry> Entries;
  while (I < Last) {
    size_t First = I;
    bool Ours = UsingOurs || (Spelled(I) == "mp" && I + 1 < Last &&
                              Tokens[I + 1].Kind == tok::coloncolon);
    while (I < Last && Tokens[I].Kind != tok::comma)
      I = Tokens[I].Kind == tok::l_paren ? skipGroup(Tokens, I) : I + 1;
    if (I > First)
      Entries.push_back(
          {{Tokens[First].Where.Begin, Tokens[I - 1].Where.End}, Ours});
    ++I;
  }
  bool AllOurs = true, AnyOurs = false;
  for (const Entry &E : Entries) {
    AllOurs &= E.Ours;
    AnyOurs |= E.Ours;
  }
  if (!AnyOurs)
    return;
  if (AllOurs) {
    Edits.push_back(
        {{Tokens[Begin].Where.Begin, Tokens[End - 1].Where.End}, ""});
    return;
  }
  // Each goes with the comma before it, the leading ones with the one after.
  bool SeenOther = false;
  for (size_t K = 0; K < Entries.size(); ++K) {
    if (!Entries[K].Ours) {
      SeenOther = true;
      continue;
    }
    Span Gone = Entries[K].Where;
    if (SeenOther)
      Gone.Begin = Entries[K - 1].Where.End;
    else
      Gone.End = Entries[K + 1].Where.Begin;
    Edits.push_back({Gone, ""});
  }
}

/// Something of another kind is written by the same macro as our attributes.
static bool macroHoldsOthers(const Annotation &A, const LoopText &Text) {
  const SourceManager &SM = Text.context().getSourceManager();
  for (const Attr *Other : A.Site->getAttrs())
    if (!isa<AnnotateAttr>(Other) && Other->getLocation().isMacroID() &&
        SM.getExpansionLoc(Other->getLocation()) !=
            SM.getExpansionLoc(A.Loop->getBeginLoc()))
      return true;
  return false;
}

bool removeAttributes(const Annotation &A, const LoopText &Text,
                      Diagnoser &Diags, std::vector<TextEdit> &Edits) {
  if (A.Attributes.isInvalid())
    return true;
  std::optional<Span> All = Text.editable(A.Attributes);
  if (!All || macroHoldsOthers(A, Text)) {
    Diags.error(DiagID::Macro, A.Attributes.getBegin(),
                "the attributes come from a macro that holds more than them; "
                "write them in front of the loop");
    return false;
  }
  std::vector<Lexed> Tokens;
  Text.forEachToken(*All, [&](const Token &T, unsigned At) {
    Tokens.push_back({T.getKind(), {At, At + T.getLength()}});
  });
  std::vector<TextEdit> Found;
  for (size_t I = 0; I < Tokens.size();) {
    size_t Next = I + 1;
    if (Tokens[I].Kind == tok::l_square) {
      Next = skipGroup(Tokens, I);
      editList(Text, Tokens, I, Next, Found);
    } else {
      // A macro that stands for attributes.
      if (Next < Tokens.size() && Tokens[Next].Kind == tok::l_paren)
        Next = skipGroup(Tokens, Next);
      Found.push_back(
          {{Tokens[I].Where.Begin, Tokens[Next - 1].Where.End}, ""});
    }
    I = Next;
  }
  // A line that holds nothing else shall not keep its indentation.
  for (TextEdit &E : Found)
    if (Text.endsLine(E.Where.End)) {
      auto Blank = static_cast<unsigned>(Text.indentOf(E.Where.Begin).size());
      if (Text.indentTo(E.Where.Begin).size() == Blank)
        E.Where.Begin -= Blank;
    }
  Edits.insert(Edits.end(), Found.begin(), Found.end());
  return true;
}

} // namespace mp::tool
