//===- AttributeLog.cpp - Every mp:: attribute in a translation unit ------===//
//
// A state machine over the preprocessed tokens, which follows attribute lists
// by their brackets alone. Attributes that Clang hands to our handlers are
// marked as handled; when the file is done, the others are errors, each with
// the likeliest reason.
//
//===----------------------------------------------------------------------===//

#include "attributes/AttributeLog.h"
#include "attributes/Names.h"
#include "clang/AST/Stmt.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/IdentifierTable.h"
#include "clang/Lex/Token.h"

using namespace clang;

namespace mp::tool {

static AttributeLog *Current = nullptr;

AttributeLog::AttributeLog() : Previous(Current) { Current = this; }
AttributeLog::~AttributeLog() { Current = Previous; }
AttributeLog *AttributeLog::current() { return Current; }

const AttributeUse *AttributeRun::find(llvm::StringRef Name) const {
  for (const AttributeUse &Use : Uses)
    if (Use.Name == Name)
      return &Use;
  return nullptr;
}

void AttributeLog::finishList(SourceLocation End) {
  if (!Pending.empty()) {
    if (!RunOpen) {
      Runs.emplace_back();
      Runs.back().Begin = ListBegin;
    }
    RunOpen = true;
    AttributeRun &Run = Runs.back();
    Run.End = End;
    for (AttributeUse &Use : Pending)
      Run.Uses.push_back(std::move(Use));
    Pending.clear();
  }
  Where = State::Outside;
}

void AttributeLog::token(const Token &Tok) {
  if (Tok.isAnnotation())
    return;
  switch (Where) {
  case State::Outside:
    if (Tok.is(tok::l_square)) {
      ListBegin = Tok.getLocation();
      Where = State::FirstBracket;
    } else {
      RunOpen = false;
    }
    return;

  case State::FirstBracket:
    if (Tok.is(tok::l_square)) {
      UsingOurs = ScopeOurs = false;
      UsingLoc = ScopeLoc = SourceLocation();
      Depth = 0;
      Where = State::Name;
    } else {
      RunOpen = false;
      Where = State::Outside;
    }
    return;

  case State::Name: {
    if (Tok.is(tok::r_square)) {
      Where = State::FirstClose;
      return;
    }
    if (Tok.is(tok::kw_using) && UsingLoc.isInvalid()) {
      Where = State::UsingName;
      return;
    }
    const IdentifierInfo *II = Tok.getIdentifierInfo();
    if (!II)
      return; // a comma or an ellipsis
    if (UsingOurs)
      Pending.push_back({II->getName().str(), Tok.getLocation(), UsingLoc});
    ScopeOurs = II->isStr("mp");
    ScopeLoc = Tok.getLocation();
    Where = State::AfterName;
    return;
  }

  case State::UsingName:
    if (const IdentifierInfo *II = Tok.getIdentifierInfo()) {
      UsingOurs = II->isStr("mp");
      UsingLoc = Tok.getLocation();
    }
    Where = State::UsingColon;
    return;

  case State::UsingColon:
    Where = State::Name;
    return;

  case State::ScopedName:
    if (const IdentifierInfo *II = Tok.getIdentifierInfo())
      if (ScopeOurs && !UsingOurs)
        Pending.push_back({II->getName().str(), Tok.getLocation(), ScopeLoc});
    Where = State::AfterName;
    return;

  case State::AfterName:
    if (Depth == 0) {
      if (Tok.is(tok::coloncolon)) {
        Where = State::ScopedName;
        return;
      }
      if (Tok.is(tok::comma)) {
        Where = State::Name;
        return;
      }
      if (Tok.is(tok::r_square)) {
        Where = State::FirstClose;
        return;
      }
    }
    if (Tok.isOneOf(tok::l_paren, tok::l_square, tok::l_brace))
      ++Depth;
    else if (Tok.isOneOf(tok::r_paren, tok::r_square, tok::r_brace) && Depth)
      --Depth;
    return;

  case State::FirstClose:
    if (Tok.is(tok::r_square)) {
      finishList(Tok.getLocation());
    } else {
      Pending.clear(); // not an attribute list; Clang reports it
      RunOpen = false;
      Where = State::Outside;
    }
    return;
  }
}

AttributeRun *AttributeLog::find(SourceRange Where) {
  for (auto Run = Runs.rbegin(); Run != Runs.rend(); ++Run)
    for (const AttributeUse &Use : Run->Uses)
      if (Use.Where == Where.getBegin() || Use.Where == Where.getEnd() ||
          Use.ScopeLoc == Where.getBegin())
        return &*Run;
  return nullptr;
}

AttributeRun *AttributeLog::handled(llvm::StringRef Name, SourceRange Where,
                                    const Stmt *Statement,
                                    SourceLocation &NameLoc) {
  AttributeRun *Run = find(Where);
  if (!Run)
    return nullptr;
  // A name that is there twice is handled twice: mark one after the other.
  for (AttributeUse &Use : Run->Uses)
    if (Use.Name == Name && !Use.Handled) {
      Use.Handled = true;
      NameLoc = Use.Where;
      break;
    }
  Run->Statement = Statement;
  return Run;
}

bool isLoop(const Stmt *S) {
  return isa_and_nonnull<ForStmt, CXXForRangeStmt, WhileStmt, DoStmt>(S);
}

static void checkUnknown(const AttributeUse &Use, AttributeRun &Run) {
  std::string Text = "unknown attribute 'mp::" + Use.Name + "'";
  llvm::StringRef Close = nearestAttributeName(Use.Name);
  if (!Close.empty())
    Text += "; did you mean '" + Close.str() + "'?";
  Message &M = Run.Problems.error(DiagID::Attribute, Use.Where, Text);
  if (!Close.empty()) {
    M.FixWhere = Use.Where;
    M.FixInsert = Close.str();
    M.FixLength = Use.Name.size();
  }
}

void AttributeLog::check() {
  for (AttributeRun &Run : Runs) {
    const AttributeUse *Map = Run.find("parallel_map");
    bool Misplaced = false;
    for (const AttributeUse &Use : Run.Uses) {
      const AttributeName *Known = findAttributeName(Use.Name);
      if (!Known) {
        checkUnknown(Use, Run);
        continue;
      }
      if ((!Use.Handled || !isLoop(Run.Statement)) && !Misplaced) {
        Misplaced = true; // once is enough
        Run.Problems.error(DiagID::Attribute, Use.Where,
                           "'mp::" + Use.Name +
                               "' can only stand directly before a loop");
      }
      const AttributeUse *First = Run.find(Use.Name);
      // Several lists add up.
      bool AddsUp = Known->Arguments == AttributeArguments::Variables ||
                    Known->Arguments == AttributeArguments::Functions ||
                    Known->Arguments == AttributeArguments::Extent;
      if (First != &Use && !AddsUp) {
        Message &M =
            Run.Problems.error(DiagID::Attribute, Use.Where,
                               "'mp::" + Use.Name + "' is given twice");
        M.Notes.push_back({First->Where, "first given here"});
      }
      if (Known->NotYet)
        Run.Problems.error(DiagID::NotYet, Use.Where,
                           "'mp::" + Use.Name +
                               "' is not supported yet: " + Known->NotYet);
    }
    if (!Map && !Misplaced && Run.Problems.messages().empty())
      Run.Problems.error(DiagID::Attribute, Run.Uses.front().Where,
                         "'mp::" + Run.Uses.front().Name +
                             "' has no meaning without 'mp::parallel_map'");
  }
}

} // namespace mp::tool
