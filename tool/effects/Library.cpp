//===- Library.cpp - What the C, C++ and POSIX libraries do ---------------===//
//
// The table, one line for each function (Library.h says how to read one), and
// the lookup. A function of the user's that happens to have such a name is told
// from the library's by where it is declared.
//
//===----------------------------------------------------------------------===//

#include "effects/Library.h"
#include "effects/Types.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/StringMap.h"

using namespace clang;

namespace mp::tool {

using L = LibraryFunction;

// clang-format off
static const LibraryFunction Table[] = {
    // <string.h>
    {"strlen", "r", L::None, '-', ""}, {"strnlen", "r.", L::None, '-', ""},
    {"strcmp", "rr", L::None, '-', ""}, {"strncmp", "rr.", L::None, '-', ""},
    {"strcasecmp", "rr", L::None, '-', ""}, {"strncasecmp", "rr.", L::None, '-', ""},
    {"strcoll", "rr", L::None, '-', ""}, {"memcmp", "rr.", L::None, '-', ""},
    {"bcmp", "rr.", L::None, '-', ""},
    {"strchr", "r.", L::None, '0', ""}, {"strrchr", "r.", L::None, '0', ""},
    {"strstr", "rr", L::None, '0', ""}, {"strcasestr", "rr", L::None, '0', ""},
    {"strpbrk", "rr", L::None, '0', ""}, {"memchr", "r..", L::None, '0', ""},
    {"memrchr", "r..", L::None, '0', ""}, {"memmem", "r.r.", L::None, '0', ""},
    {"strspn", "rr", L::None, '-', ""}, {"strcspn", "rr", L::None, '-', ""},
    {"index", "r.", L::None, '0', ""}, {"rindex", "r.", L::None, '0', ""},
    {"strcpy", "Wr", L::None, '0', ""}, {"stpcpy", "Wr", L::None, '0', ""},
    {"strncpy", "wr.", L::None, '0', ""}, {"strlcpy", "Wr.", L::None, '-', ""},
    {"strcat", "br", L::None, '0', ""}, {"strncat", "br.", L::None, '0', ""},
    {"memcpy", "wr.", L::None, '0', ""}, {"memmove", "wr.", L::None, '0', ""},
    {"mempcpy", "wr.", L::None, '0', ""}, {"memset", "w..", L::None, '0', ""},
    {"bzero", "w.", L::None, '-', ""}, {"bcopy", "rw.", L::None, '-', ""},
    {"strdup", "r", L::None, 'n', ""}, {"strndup", "r.", L::None, 'n', ""},
    {"strtok_r", "brb", L::None, '0', ""}, {"strsep", "br", L::None, '0', ""},
    {"strerror", ".", L::None, 'h', "strerror"},
    // <stdlib.h>
    {"atoi", "r", L::None, '-', ""}, {"atol", "r", L::None, '-', ""},
    {"atoll", "r", L::None, '-', ""}, {"atof", "r", L::None, '-', ""},
    {"strtol", "rw.", L::None, '-', ""}, {"strtoul", "rw.", L::None, '-', ""},
    {"strtoll", "rw.", L::None, '-', ""}, {"strtoull", "rw.", L::None, '-', ""},
    {"strtod", "rw", L::None, '-', ""}, {"strtof", "rw", L::None, '-', ""},
    {"strtold", "rw", L::None, '-', ""},
    {"abs", ".", L::None, '-', ""}, {"labs", ".", L::None, '-', ""},
    {"llabs", ".", L::None, '-', ""}, {"div", "..", L::None, '-', ""},
    {"ldiv", "..", L::None, '-', ""},
    {"malloc", ".", L::None, 'n', ""}, {"calloc", "..", L::None, 'n', ""},
    {"aligned_alloc", "..", L::None, 'n', ""}, {"realloc", "x.", L::None, 'n', ""},
    {"free", "x", L::None, '-', ""}, {"cfree", "x", L::None, '-', ""},
    {"qsort", "b..*", L::Callback, '-', ""},
    {"bsearch", "rr..*", L::Callback, '1', ""},
    {"getenv", "r", L::None, 'h', "environment"},
    {"rand", "", L::State, '-', "rand"}, {"random", "", L::State, '-', "random"},
    {"srand", ".", L::State, '-', "rand"}, {"srandom", ".", L::State, '-', "random"},
    {"drand48", "", L::State, '-', "drand48"}, {"lrand48", "", L::State, '-', "drand48"},
    {"mrand48", "", L::State, '-', "drand48"}, {"srand48", ".", L::State, '-', "drand48"},
    {"rand_r", "b", L::None, '-', ""}, {"erand48", "b", L::None, '-', ""},
    {"nrand48", "b", L::None, '-', ""}, {"jrand48", "b", L::None, '-', ""},
    {"exit", ".", L::Exits, '-', ""}, {"_exit", ".", L::Forbidden, '-', ""},
    {"_Exit", ".", L::Forbidden, '-', ""}, {"quick_exit", ".", L::Forbidden, '-', ""},
    {"abort", "", L::None, '-', ""}, {"__assert_fail", "rr.r", L::None, '-', ""},
    {"atexit", ".", L::Forbidden, '-', ""}, {"on_exit", "..", L::Forbidden, '-', ""},
    {"at_quick_exit", ".", L::Forbidden, '-', ""},
    {"system", "r", L::Kernel, '-', ""}, {"setenv", "rr.", L::Kernel, '-', ""},
    {"putenv", "r", L::Kernel, '-', ""}, {"unsetenv", "r", L::Kernel, '-', ""},
    {"mkstemp", "b", L::Files, '-', ""}, {"mkdtemp", "b", L::Files, '0', ""},
    // <stdio.h>
    {"printf", "r*", L::Prints, '-', ""}, {"vprintf", "rr", L::Prints, '-', ""},
    {"puts", "r", L::Prints, '-', ""}, {"putchar", ".", L::Prints, '-', ""},
    {"putchar_unlocked", ".", L::Prints, '-', ""}, {"perror", "r", L::Prints, '-', ""},
    {"fprintf", "Fr*", L::PrintsTo, '-', ""}, {"vfprintf", "Frr", L::PrintsTo, '-', ""},
    {"fputs", "rF", L::PrintsTo, '-', ""}, {"fputc", ".F", L::PrintsTo, '-', ""},
    {"putc", ".F", L::PrintsTo, '-', ""}, {"fwrite", "r..F", L::PrintsTo, '-', ""},
    {"fflush", "F", L::PrintsTo, '-', ""},
    {"sprintf", "Wr*", L::None, '-', ""}, {"snprintf", "W.r*", L::None, '-', ""},
    {"vsprintf", "Wrr", L::None, '-', ""}, {"vsnprintf", "W.rr", L::None, '-', ""},
    {"sscanf", "rrm*", L::None, '-', "", 'c'},
    {"fopen", "rr", L::Opens, 'n', ""}, {"fdopen", ".r", L::Kernel, 'n', ""},
    {"freopen", "rrb", L::Kernel, '2', ""}, {"popen", "rr", L::Kernel, 'n', ""},
    {"pclose", "c", L::Kernel, '-', ""}, {"tmpfile", "", L::Kernel, 'n', ""},
    {"fclose", "c", L::None, '-', ""},
    {"fread", "m..f", L::ReadsFrom, '-', ""}, {"fgets", "M.f", L::ReadsFrom, '0', "", 'p'},
    {"fgetc", "f", L::ReadsFrom, '-', ""}, {"getc", "f", L::ReadsFrom, '-', ""},
    {"getc_unlocked", "f", L::ReadsFrom, '-', ""},
    {"ungetc", ".f", L::ReadsFrom, '-', ""}, {"fscanf", "frm*", L::ReadsFrom, '-', "", 'c'},
    {"getline", "bbf", L::ReadsFrom, '-', ""}, {"getdelim", "bb.f", L::ReadsFrom, '-', ""},
    {"feof", "f", L::ReadsFrom, '-', ""}, {"ferror", "f", L::ReadsFrom, '-', ""},
    {"clearerr", "f", L::ReadsFrom, '-', ""}, {"fseek", "f..", L::ReadsFrom, '-', ""},
    {"fseeko", "f..", L::ReadsFrom, '-', ""}, {"ftell", "f", L::ReadsFrom, '-', ""},
    {"ftello", "f", L::ReadsFrom, '-', ""}, {"rewind", "f", L::ReadsFrom, '-', ""},
    {"setvbuf", "fb..", L::ReadsFrom, '-', ""}, {"fileno", "f", L::ReadsFrom, '-', ""},
    {"scanf", "rm*", L::Input, '-', ""}, {"getchar", "", L::Input, '-', ""},
    {"gets", "m", L::Input, '0', ""},
    {"remove", "r", L::Files, '-', ""}, {"rename", "rr", L::Files, '-', ""},
    // <math.h> is handled by name below; <ctype.h> too.
    {"modf", ".w", L::None, '-', ""}, {"modff", ".w", L::None, '-', ""},
    {"modfl", ".w", L::None, '-', ""}, {"frexp", ".w", L::None, '-', ""},
    {"frexpf", ".w", L::None, '-', ""}, {"remquo", "..w", L::None, '-', ""},
    {"sincos", ".ww", L::None, '-', ""}, {"sincosf", ".ww", L::None, '-', ""},
    {"lgamma", ".", L::SetsGlobal, '-', "signgam"},
    {"lgammaf", ".", L::SetsGlobal, '-', "signgam"},
    {"lgammal", ".", L::SetsGlobal, '-', "signgam"},
    {"gamma", ".", L::SetsGlobal, '-', "signgam"},
    {"lgamma_r", ".w", L::None, '-', ""}, {"lgammaf_r", ".w", L::None, '-', ""},
    {"lgammal_r", ".w", L::None, '-', ""},
    // <time.h>
    {"time", "w", L::None, '-', ""}, {"clock", "", L::None, '-', ""},
    {"clock_gettime", ".w", L::None, '-', ""}, {"gettimeofday", "w.", L::None, '-', ""},
    {"difftime", "..", L::None, '-', ""}, {"mktime", "b", L::None, '-', ""},
    {"strftime", "W.rr", L::None, '-', ""}, {"localtime_r", "rw", L::None, '1', ""},
    {"gmtime_r", "rw", L::None, '1', ""}, {"timegm", "b", L::None, '-', ""},
    {"localtime", "r", L::SetsState, 'h', "localtime"},
    {"gmtime", "r", L::SetsState, 'h', "localtime"},
    {"asctime", "r", L::SetsState, 'h', "asctime"},
    {"ctime", "r", L::SetsState, 'h', "asctime"},
    {"nanosleep", "rm", L::None, '-', ""}, {"usleep", ".", L::None, '-', ""},
    {"sleep", ".", L::None, '-', ""}, {"sched_yield", "", L::None, '-', ""},
    // POSIX
    {"open", "r.*", L::Opens, '-', ""}, {"creat", "r.", L::Kernel, '-', ""},
    {"close", ".", L::Kernel, '-', ""}, {"read", ".m.", L::Input, '-', ""},
    {"pread", ".m..", L::None, '-', ""}, {"write", ".r.", L::Kernel, '-', ""},
    {"pwrite", ".r..", L::Kernel, '-', ""}, {"lseek", "...", L::Input, '-', ""},
    {"dup", ".", L::Kernel, '-', ""}, {"dup2", "..", L::Kernel, '-', ""},
    {"pipe", "m", L::Kernel, '-', ""}, {"socket", "...", L::Kernel, '-', ""},
    {"connect", ".r.", L::Kernel, '-', ""}, {"bind", ".r.", L::Kernel, '-', ""},
    {"listen", "..", L::Kernel, '-', ""}, {"accept", ".mm", L::Kernel, '-', ""},
    {"send", ".r..", L::Kernel, '-', ""}, {"recv", ".m..", L::Kernel, '-', ""},
    {"mmap", "......", L::Kernel, 'n', ""}, {"munmap", "x.", L::Kernel, '-', ""},
    {"chdir", "r", L::Kernel, '-', ""}, {"umask", ".", L::Kernel, '-', ""},
    {"mkdir", "r.", L::Files, '-', ""}, {"rmdir", "r", L::Files, '-', ""},
    {"unlink", "r", L::Files, '-', ""}, {"link", "rr", L::Files, '-', ""},
    {"symlink", "rr", L::Files, '-', ""}, {"chmod", "r.", L::Files, '-', ""},
    {"truncate", "r.", L::Files, '-', ""}, {"ftruncate", "..", L::Kernel, '-', ""},
    {"kill", "..", L::Kernel, '-', ""}, {"raise", ".", L::Kernel, '-', ""},
    {"signal", "..", L::Kernel, '-', ""}, {"sigaction", ".rm", L::Kernel, '-', ""},
    {"sigprocmask", ".rm", L::Kernel, '-', ""}, {"alarm", ".", L::Kernel, '-', ""},
    {"setlocale", ".r", L::Kernel, 'h', "locale"}, {"fesetround", ".", L::Kernel, '-', ""},
    {"feclearexcept", ".", L::State, '-', "floating-point flags"},
    {"fetestexcept", ".", L::State, '-', "floating-point flags"},
    {"fegetexceptflag", "w.", L::State, '-', "floating-point flags"},
    {"fesetexceptflag", "r.", L::State, '-', "floating-point flags"},
    {"feholdexcept", "w", L::State, '-', "floating-point flags"},
    {"feraiseexcept", ".", L::None, '-', ""}, {"fegetround", "", L::None, '-', ""},
    {"fegetenv", "w", L::Kernel, '-', ""}, {"fesetenv", "r", L::Kernel, '-', ""},
    {"feupdateenv", "r", L::Kernel, '-', ""}, {"feenableexcept", ".", L::Kernel, '-', ""},
    {"fedisableexcept", ".", L::Kernel, '-', ""},
    {"ia32_ldmxcsr", ".", L::Kernel, '-', ""}, {"ia32_stmxcsr", "", L::State, '-', "floating-point flags"},
    {"_mm_setcsr", ".", L::Kernel, '-', ""}, {"_mm_getcsr", "", L::State, '-', "floating-point flags"},
    {"setrlimit", ".r", L::Kernel, '-', ""}, {"tzset", "", L::None, '-', ""},
    {"stat", "rm", L::None, '-', "", 'z'}, {"lstat", "rm", L::None, '-', "", 'z'},
    {"fstat", ".m", L::None, '-', "", 'z'}, {"access", "r.", L::None, '-', ""},
    {"getpid", "", L::None, '-', ""}, {"getppid", "", L::None, '-', ""},
    {"opendir", "r", L::None, 'n', ""}, {"readdir", "b", L::None, 'n', ""},
    {"closedir", "x", L::None, '-', ""}, {"realpath", "rm", L::None, 'n', ""},
    {"basename", "b", L::None, '0', ""}, {"dirname", "b", L::None, '0', ""},
    {"fork", "", L::Kernel, '-', ""}, {"vfork", "", L::Kernel, '-', ""},
    {"wait", "m", L::Kernel, '-', ""}, {"waitpid", ".m.", L::Kernel, '-', ""},
    {"execl", "r*", L::Kernel, '-', ""}, {"execv", "rr", L::Kernel, '-', ""},
    {"execvp", "rr", L::Kernel, '-', ""}, {"execlp", "r*", L::Kernel, '-', ""},
    {"pthread_create", "w...", L::Forbidden, '-', ""}, {"pthread_join", ".w", L::Forbidden, '-', ""},
    {"pthread_mutex_lock", ".", L::None, '-', ""}, {"pthread_mutex_unlock", ".", L::None, '-', ""},
    {"setjmp", "w", L::Forbidden, '-', ""}, {"_setjmp", "w", L::Forbidden, '-', ""},
    {"__sigsetjmp", "w.", L::Forbidden, '-', ""}, {"longjmp", "r.", L::Forbidden, '-', ""},
    {"siglongjmp", "r.", L::Forbidden, '-', ""},
    {"localeconv", "", L::None, 'h', "locale"},
    {"omp_get_thread_num", "", L::None, '-', ""}, {"omp_get_wtime", "", L::None, '-', ""},
    {"__errno_location", "", L::None, 'h', "errno"},
    {"__ctype_b_loc", "", L::None, 'h', "ctype"},
    {"__ctype_tolower_loc", "", L::None, 'h', "ctype"},
    {"__ctype_toupper_loc", "", L::None, 'h', "ctype"},
};

/// Functions of numbers only.
static const char *const Pure[] = {
    "acos", "asin", "atan", "atan2", "ceil", "cos", "cosh", "exp", "exp2", "expm1",
    "fabs", "floor", "fmod", "hypot", "ldexp", "log", "log10", "log1p", "log2",
    "pow", "round", "lround", "llround", "rint", "lrint", "llrint", "nearbyint",
    "sin", "sinh", "sqrt", "tan", "tanh", "trunc", "cbrt", "erf", "erfc", "tgamma",
    "copysign", "fdim", "fma", "fmax", "fmin", "nextafter", "scalbn", "scalbln", "logb", "ilogb",
    "remainder", "acosh", "asinh", "atanh", "isnan", "isinf", "isfinite", "isnormal", "signbit",
    "j0", "j1", "jn", "y0", "y1", "yn", "nan",
    "isalnum", "isalpha", "isblank", "iscntrl", "isdigit", "isgraph", "islower",
    "isprint", "ispunct", "isspace", "isupper", "isxdigit", "tolower", "toupper",
    "iswalpha", "iswdigit", "iswspace", "towlower", "towupper",
    "htonl", "htons", "ntohl", "ntohs", "__bswap_16", "__bswap_32", "__bswap_64",
    "fpclassify", "__fpclassify", "__isnan", "__isinf", "__signbit",
};
// clang-format on

const LibraryFunction *lookupLibrary(const FunctionDecl &F) {
  static const llvm::StringMap<const LibraryFunction *> ByName = [] {
    llvm::StringMap<const LibraryFunction *> M;
    for (auto &E : Table)
      M[E.Name] = &E;
    static const LibraryFunction Number = {"", ".*", L::None, '-', ""};
    for (const char *N : Pure) {
      M[N] = &Number;
      M[std::string(N) + "f"] = &Number;
      M[std::string(N) + "l"] = &Number;
    }
    return M;
  }();
  if (!F.getIdentifier() || isa<CXXMethodDecl>(F))
    return nullptr;
  // A function of the user's that happens to have such a name is not it: the
  // library's are declared in a system header and have C linkage, or are in
  // std.
  const ASTContext &C = F.getASTContext();
  StringRef Name = F.getName();
  bool System =
      F.getBuiltinID() != 0 || C.getSourceManager().isInSystemHeader(
                                   F.getCanonicalDecl()->getLocation());
  if (!isInStd(&F) && !(System && F.isExternC()))
    return nullptr;
  if (isInStd(&F) && !F.isExternC()) {
    // Overloads of std that take numbers (std::abs, std::pow), and isspace(c,
    // locale).
    for (const ParmVarDecl *P : F.parameters())
      if (!P->getType()->isScalarType())
        return nullptr;
  }
  if (Name.starts_with("__builtin_"))
    Name = Name.drop_front(strlen("__builtin_"));
  auto It = ByName.find(Name);
  return It == ByName.end() ? nullptr : It->second;
}

} // namespace mp::tool
