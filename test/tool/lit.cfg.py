# How the tests are run. Substitutions:
#   %mp-rewrite, %mp-cxx  the commands
#   %judge                judges %s and compares the messages with the comments
#                         in it: each error, warning and note has to be expected
#   %check                FileCheck of standard input with the comments in %s
#   %exits N COMMAND      runs it, and fails unless its exit status is N
#   %gxx, %clangxx        compilers; `REQUIRES: clang` where the second is used
#   %include              mp's headers
#   %inputs               the folder Inputs beside the test
#   %python               Python 3
import os
import shutil

import lit.formats
import lit.llvm  # noqa: F401  (says early that lit is not complete)

config.name = "mp tool"
config.test_format = lit.formats.ShTest(execute_external=True)
config.suffixes = [".cpp", ".test"]
config.excludes = ["Inputs", "CMakeLists.txt"]
config.test_source_root = os.path.dirname(__file__)

strict = "--implicit-check-not=error: --implicit-check-not=warning: --implicit-check-not=note:"
filecheck = f"{config.filecheck}"
config.substitutions += [
    ("%mp-rewrite", config.mp_rewrite),
    ("%mp-cxx", config.mp_cxx),
    ("%judge", f"{config.mp_rewrite} --check %s -- -std=c++17 2>&1 | {filecheck} %s {strict}"),
    ("%strict", strict),
    ("%check", f"{filecheck} %s"),
    ("%not", os.path.join(config.llvm_tools_dir, "not")),
    ("%count", os.path.join(config.llvm_tools_dir, "count")),
    ("%split-file", os.path.join(config.llvm_tools_dir, "split-file")),
    ("%gxx", shutil.which("g++") or config.cxx_compiler),
    ("%clangxx", os.path.join(config.llvm_tools_dir, "clang++")),
    ("%include", os.path.join(config.mp_source_dir, "include")),
    ("%inputs", "%S/Inputs"),
    ("%python", config.python),
    ("%exits", os.path.join(config.test_source_root, "exits.sh")),
]

if os.path.exists(os.path.join(config.llvm_tools_dir, "clang++")):
    config.available_features.add("clang")
for tool in ("patch", "ccache", "script", "gdb"):
    if shutil.which(tool):
        config.available_features.add(tool)
try:
    for end in os.openpty():
        os.close(end)
    config.available_features.add("terminal")
except OSError as error:
    lit_config.note(f"no terminals can be made here ({error.strerror}): tests that need one are left out")
if os.geteuid() == 0:
    config.available_features.add("root")

# Nothing of the user's environment decides what a test does.
for name in list(config.environment):
    if name.startswith("MP_") or name.startswith("CCACHE_"):
        del config.environment[name]
for name in ("TMPDIR", "HOME", "PATH"):
    if name in os.environ:
        config.environment[name] = os.environ[name]
