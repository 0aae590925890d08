//===- Diff.cpp - Unified differences of two texts ------------------------===//
//
// Finds a shortest edit script, then prints it in hunks: changes that are no
// more than twice the context apart share one.
//
//===----------------------------------------------------------------------===//

#include "support/Diff.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>
#include <vector>

namespace mp::tool {
namespace {

using Lines =
    std::vector<llvm::StringRef>; // each with its newline, if it has one

Lines split(llvm::StringRef Text) {
  Lines Result;
  while (!Text.empty()) {
    size_t End = Text.find('\n');
    size_t Length = End == llvm::StringRef::npos ? Text.size() : End + 1;
    Result.push_back(Text.take_front(Length));
    Text = Text.drop_front(Length);
  }
  return Result;
}

struct Change {
  enum { Same, Removed, Added } What;
  size_t Old, New; ///< lines before this one on either side
};

/// A shortest edit script. The furthest-reaching paths of each number of
/// changes are kept, to walk back along them.
std::vector<Change> editScript(const Lines &Old, const Lines &New) {
  const long N = Old.size(), M = New.size();
  std::vector<std::vector<long>> Furthest; // by number of changes
  std::vector<long> V(2 * (N + M) + 3, 0);
  const long Middle = N + M + 1;
  long D = 0;
  for (bool Reached = false; !Reached; ++D) {
    Furthest.emplace_back(V.begin() + Middle - D - 1,
                          V.begin() + Middle + D + 2);
    for (long K = -D; K <= D && !Reached; K += 2) {
      bool Down = K == -D || (K != D && V[Middle + K - 1] < V[Middle + K + 1]);
      long X = Down ? V[Middle + K + 1] : V[Middle + K - 1] + 1;
      while (X < N && X - K < M && Old[X] == New[X - K])
        ++X;
      V[Middle + K] = X;
      Reached = X >= N && X - K >= M;
    }
  }
  std::vector<Change> Script;
  long X = N, Y = M;
  for (--D; D >= 0; --D) {
    const std::vector<long> &Before = Furthest[D]; // of diagonals -D-1 .. D+1
    auto At = [&](long K) { return Before[K + D + 1]; };
    long K = X - Y;
    bool Down = K == -D || (K != D && At(K - 1) < At(K + 1));
    long FromK = Down ? K + 1 : K - 1;
    long FromX = D == 0 ? 0 : At(FromK), FromY = FromX - (D == 0 ? 0 : FromK);
    while (X > FromX && Y > FromY) {
      --X, --Y;
      Script.push_back({Change::Same, size_t(X), size_t(Y)});
    }
    if (D == 0)
      break;
    if (Down)
      --Y;
    else
      --X;
    Script.push_back(
        {Down ? Change::Added : Change::Removed, size_t(X), size_t(Y)});
  }
  std::reverse(Script.begin(), Script.end());
  return Script;
}

void printLine(llvm::raw_ostream &Out, char Mark, llvm::StringRef Line) {
  Out << Mark << Line;
  if (!Line.ends_with("\n"))
    Out << "\n\\ No newline at end of file\n";
}

/// `12,3`: from the first line on, how many; an empty side counts from 0.
void printRange(llvm::raw_ostream &Out, size_t First, size_t Count) {
  Out << (Count ? First + 1 : First);
  if (Count != 1)
    Out << ',' << Count;
}

} // namespace

std::string unifiedDiff(llvm::StringRef Name, llvm::StringRef Old,
                        llvm::StringRef New) {
  constexpr size_t Context = 3;
  Lines OldLines = split(Old), NewLines = split(New);
  std::vector<Change> Script = editScript(OldLines, NewLines);
  std::string Result;
  llvm::raw_string_ostream Out(Result);
  size_t I = 0;
  auto NextChange = [&](size_t From) {
    while (From < Script.size() && Script[From].What == Change::Same)
      ++From;
    return From;
  };
  for (I = NextChange(0); I < Script.size();) {
    if (Result.empty())
      Out << "--- " << Name << "\n+++ " << Name << '\n';
    // A hunk reaches to the last change that is near enough to the one before.
    size_t Last = I, Next = NextChange(I + 1);
    while (Next < Script.size() && Next - Last <= 2 * Context + 1) {
      Last = Next;
      Next = NextChange(Next + 1);
    }
    size_t Begin = I - std::min(I, Context);
    size_t End = std::min(Script.size(), Last + 1 + Context);
    size_t OldCount = 0, NewCount = 0;
    for (size_t J = Begin; J < End; ++J) {
      OldCount += Script[J].What != Change::Added;
      NewCount += Script[J].What != Change::Removed;
    }
    Out << "@@ -";
    printRange(Out, Script[Begin].Old, OldCount);
    Out << " +";
    printRange(Out, Script[Begin].New, NewCount);
    Out << " @@\n";
    for (size_t J = Begin; J < End; ++J)
      switch (Script[J].What) {
      case Change::Same:
        printLine(Out, ' ', OldLines[Script[J].Old]);
        break;
      case Change::Removed:
        printLine(Out, '-', OldLines[Script[J].Old]);
        break;
      case Change::Added:
        printLine(Out, '+', NewLines[Script[J].New]);
        break;
      }
    I = Next;
  }
  return Result;
}

} // namespace mp::tool
