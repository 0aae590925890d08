//===- mp-cxx.cpp - The compiler wrapper ----------------------------------===//
//
//     mp-cxx g++ -O2 a.cpp -o a
//
// Its own options, and how it ends; the work is done in wrapper/. It is linked
// with nothing of Clang's: most of the commands of a build have no annotated
// source, and start the compiler at once.
//
//===----------------------------------------------------------------------===//

#include "wrapper/Wrapper.h"
#include <cstdio>
#include <cstring>

using namespace mp::tool::wrapper;

static const char Help[] =
    "Usage: mp-cxx [options] COMPILER ARGUMENTS...\n"
    "\n"
    "Runs a C++ compiler with annotated loops ([[mp::parallel_map]]) rewritten "
    "to\n"
    "run on every core, and links the runtime. A command without such loops is "
    "run\n"
    "as if mp-cxx were not there.\n"
    "\n"
    "  --keep-serial  leave loops that are refused serial, and warn\n"
    "  --annotate-all rewrite every loop that is accepted without a warning,\n"
    "                 annotated or not\n"
    "  --show         print the commands that would be run\n"
    "  --help, --version\n"
    "\n"
    "Examples:\n"
    "  mp-cxx g++ -O2 sim.cpp -o sim\n"
    "  mp-cxx ccache clang++ -O2 -c sim.cpp\n"
    "  make CXX='mp-cxx g++'\n"
    "  cmake -DCMAKE_CXX_COMPILER_LAUNCHER=mp-cxx ..  (and link mp::mp)\n"
    "\n"
    "Exit status and signals are the compiler's; 1 when a loop is refused, "
    "and\n"
    "nothing is compiled then; 2 when the command makes no sense.\n"
    "\n"
    "In sources with accepted loops, -pedantic has no effect (line markers are "
    "an\n"
    "extension), and products and sums are not fused (-ffp-contract=off).\n";

static int usage(const char *Problem, const char *Word = "") {
  std::fprintf(stderr,
               "mp-cxx: %s%s\nUsage: mp-cxx [options] COMPILER "
               "ARGUMENTS..., see --help\n",
               Problem, Word);
  return 2;
}

int main(int argc, char **argv) {
  WrapperOptions Options;
  int First = 1;
  for (; First < argc && argv[First][0] == '-'; ++First) {
    const char *Word = argv[First];
    if (!std::strcmp(Word, "--help") || !std::strcmp(Word, "-h")) {
      std::fputs(Help, stdout);
      return 0;
    }
    if (!std::strcmp(Word, "--version")) {
      std::puts("mp-cxx " MP_VERSION);
      return 0;
    }
    if (!std::strcmp(Word, "--show"))
      Options.Show = true;
    else if (!std::strcmp(Word, "--keep-serial"))
      Options.KeepSerial = true;
    else if (!std::strcmp(Word, "--annotate-all"))
      Options.AnnotateAll = true;
    else
      return usage("the compiler is missing before ", Word);
  }
  if (First == argc || !*argv[First])
    return usage("which compiler?");
  endAs(wrap(Options, {argv + First, argv + argc}));
}
