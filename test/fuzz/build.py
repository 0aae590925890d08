"""Builds a program serially and rewritten, runs both and compares.

Compiling is where the time goes, so headers are compiled ahead, programs hold
many loops, and nothing is optimised. The rewritten program is linked twice:
with the library as it is, and with the one whose workers take turns, in which
each of several workers runs iterations however short the loop is.
"""

import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "corpus"))
from run_program import processes_of  # noqa: E402

from grammar.types import HEAVY_HEADERS  # noqa: E402

HEADERS = ["cstddef", "cstdio", "cstdlib", "cstring"]
RUN_TIMEOUT = 20
BUILD_TIMEOUT = 120


class Trouble(Exception):
    """What went wrong, of one kind, with what was said."""

    def __init__(self, kind, text, settings=None):
        super().__init__(f"{kind}: {text}")
        self.kind, self.text, self.settings = kind, text, settings


class Outcome:
    def __init__(self):
        self.loops = []         # of the report
        self.trouble = None
        self.serial = None

    def warned(self):
        """The accepted loops that a warning says something of: nothing is promised of them."""
        return [loop for loop in self.loops if loop["verdict"] == "accepted"
                and any(d["severity"] == "warning" for d in loop["diagnostics"])]


def call(args, timeout=BUILD_TIMEOUT):
    try:
        return subprocess.run([str(a) for a in args], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=timeout, text=True,
                              errors="replace")
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(args, -9, f"no end after {timeout} s", "")


class Tools:
    """The commands and the library under test, and a directory to work in."""

    def __init__(self, options):
        self.rewrite, self.include = options.rewrite, options.include
        self.library, self.turns = options.library, options.turns
        self.gxx, self.clangxx = options.gxx, options.clangxx
        self.linker = ["-fuse-ld=lld"] if options.lld else []
        self.work = pathlib.Path(options.work or tempfile.mkdtemp(prefix="fuzz-"))
        self.work.mkdir(parents=True, exist_ok=True)
        self.ahead = {}

    # Building

    def prepared(self, compiler, heavy, with_mp, flags):
        """Flags that bring in the headers, compiled ahead."""
        key = (compiler, heavy, with_mp, tuple(flags))
        if key not in self.ahead:
            name = "ahead-" + "-".join([pathlib.Path(compiler).name, "heavy" if heavy else "light",
                                        "mp" if with_mp else "plain",
                                        *(f.strip("-=") for f in flags)])
            header = self.work / f"{name}.hpp"
            lines = [f"#include <{n}>" for n in HEADERS + (HEAVY_HEADERS if heavy else [])]
            lines += ["#include <mp/parallel_map.hpp>"] if with_mp else []
            header.write_text("\n".join(lines) + "\n")
            clang = "clang" in pathlib.Path(compiler).name
            target = self.work / (f"{name}.pch" if clang else f"{name}.hpp.gch")
            done = call([compiler, *self.flags(flags, with_mp), "-x", "c++-header", header, "-o",
                         target])
            if done.returncode:
                raise SystemExit(f"the headers don't compile: {done.stdout}")
            self.ahead[key] = ["-include-pch", str(target)] if clang else ["-include", str(header)]
        return self.ahead[key]

    def flags(self, flags, with_mp):
        return ["-std=c++17", "-w", "-O0", *flags, *([f"-I{self.include}"] if with_mp else [])]

    def compile(self, compiler, source, target, heavy, with_mp, flags):
        return call([compiler, *self.flags(flags, with_mp),
                     *self.prepared(compiler, heavy, with_mp, flags),
                     "-c", source, "-o", target])

    def link(self, compiler, objects, target, flags=()):
        return call([compiler, *self.linker, *flags, *objects, "-o", target, "-pthread"])

    def serial(self, source, compiler, heavy, flags=()):
        obj, target = self.work / "serial.o", self.work / "serial"
        done = self.compile(compiler, source, obj, heavy, False, flags)
        if done.returncode == 0:
            done = self.link(compiler, [obj], target)
        if done.returncode:
            raise Trouble("invalid", f"the serial program does not compile\n{done.stdout[:3000]}")
        return target

    def sanitized(self, source):
        """Says what the sanitizers find in the serial program, or nothing. What is not
        initialised is not seen by them, but for the most part by the compiler."""
        target = self.work / "sanitized"
        done = call([self.gxx, "-std=c++17", "-O1", "-g", "-D_GLIBCXX_ASSERTIONS",
                     "-Werror=uninitialized",
                     "-Winit-self", "-fsanitize=address,undefined", "-fno-sanitize-recover=all",
                     "-Wno-attributes",
                     source, "-o", target])
        if done.returncode:
            return f"does not compile\n{done.stdout[:2000]}"
        seen = self.run(target, {"ASAN_OPTIONS": "detect_leaks=0"})
        err = seen["stderr"].decode(errors="replace")
        at = max(err.find("ERROR: AddressSanitizer"), err.find("runtime error:"),
                 err.find("Assertion"))
        if seen["status"] in (0, 3) and at < 0:
            return None
        return f"status {seen['status']}\n{err[max(at - 200, 0):][:1500]}"

    def judge(self, source):
        """The rewritten text, and the loops of the report."""
        text, report = source.with_suffix(".mp.cpp"), source.with_suffix(".json")
        for old in (text, report):
            old.unlink(missing_ok=True)
        done = call([self.rewrite, "--keep-serial", f"--report={report}", source, "-o", text, "--",
                     "-std=c++17", "-w"])
        if done.returncode or not report.exists() or not text.exists():
            raise Trouble("tool", f"mp-rewrite ended with {done.returncode}\n{done.stdout[-3000:]}")
        return text, json.loads(report.read_text())["loops"]

    def rewritten(self, text, compiler, heavy, flags=()):
        obj = self.work / "rewritten.o"
        done = self.compile(compiler, text, obj, heavy, True, flags)
        if done.returncode:
            raise Trouble("compile", done.stdout[:4000])
        programs = {}
        for name, library in (("plain", self.library), ("turns", self.turns)):
            if library:
                programs[name] = self.work / f"rewritten-{name}"
                done = self.link(compiler, [obj, library], programs[name])
                if done.returncode:
                    raise Trouble("compile", done.stdout[:4000])
        return programs

    # Running

    def run(self, program, settings, during=None):
        """Status, stdout and stderr; `during` is called with the process while it runs."""
        environment = {k: v for k, v in os.environ.items() if not k.startswith("MP_")}
        environment.update(settings, LC_ALL="C")
        out, err = self.work / "out", self.work / "err"
        with open(out, "wb") as o, open(err, "wb") as e:
            process = subprocess.Popen([str(program)], cwd=self.work, env=environment,
                                       stdin=subprocess.DEVNULL,
                                       stdout=o, stderr=e, start_new_session=True)
        try:
            if during:
                during(process)
            status = process.wait(RUN_TIMEOUT)
        except subprocess.TimeoutExpired:
            self.end(processes_of(process.pid))
            process.wait()
            raise Trouble("hangs", f"no end after {RUN_TIMEOUT} s", settings)
        left = processes_of(process.pid) if settings else []
        if left:
            self.end(left)
            raise Trouble("leaves", f"{len(left)} processes left behind", settings)
        return {"status": status, "stdout": out.read_bytes(), "stderr": err.read_bytes()}

    @staticmethod
    def end(pids):
        for pid in pids:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass


def ways(rng, programs):
    """The settings a rewritten program is run with: (library, environment)."""
    def one(library, workers, chunk):
        settings = {"MP_ADAPT": "off", "MP_WORKERS": str(workers)}
        if chunk:
            settings["MP_CHUNK"] = str(chunk)
        return (library if library in programs else "plain"), settings
    return [one("plain", 1, rng.choice([0, 0, 1, 3, 100])), one("turns", 2, 1),
            one(rng.choice(["turns", "turns", "plain"]), 3, rng.randrange(1, 6)),
            one(rng.choice(["turns", "plain"]), 7, rng.choice([0, 1, 2, 5]))]


def difference(serial, other):
    """None, or which line of what differs."""
    for key in ("stdout", "stderr", "status"):
        a, b = serial[key], other[key]
        if a == b:
            continue
        if key == "status":
            said = other["stderr"][-500:].decode(errors="replace")
            return f"status: serial {a}, rewritten {b}\n{said}"
        la, lb = a.split(b"\n"), b.split(b"\n")
        for k in range(max(len(la), len(lb))):
            x, y = (part[k] if k < len(part) else b"(nothing)" for part in (la, lb))
            if x != y:
                said = "" if key == "stderr" else other["stderr"][-300:].decode(errors="replace")
                return (f"{key}, line {k + 1}:\n  serial    {x[:300].decode(errors='replace')}\n"
                        f"  rewritten {y[:300].decode(errors='replace')}"
                        + (f"\n  {said}" if other["status"] else ""))
    return None


def seed_length(seed):
    """Moves the stack a little, so that what is not initialised differs."""
    return 100 + seed % 1000


def check(tools, text, heavy, compiler, seed, flags=(), only=None, times=1):
    """Builds and compares one program; an Outcome. `only`: settings to use."""
    outcome = Outcome()
    source = tools.work / "program.cpp"
    source.write_text(text)
    try:
        serial = tools.serial(source, compiler, heavy, flags)
        outcome.serial = tools.run(serial, {})
        if outcome.serial["status"] not in (0, 3):
            raise Trouble("invalid", f"the serial program ends with {outcome.serial['status']}\n"
                          f"{outcome.serial['stderr'][-500:].decode(errors='replace')}")
        if times > 1 and difference(outcome.serial,
                                    tools.run(serial, {"NOTHING": "x" * seed_length(seed)})):
            raise Trouble("invalid", "the serial program is not deterministic")
        rewritten, outcome.loops = tools.judge(source)
        if not any(loop["verdict"] == "accepted" for loop in outcome.loops):
            return outcome
        programs = tools.rewritten(rewritten, compiler, heavy, flags)
        for _ in range(times):
            for library, settings in only or ways(random.Random(seed), programs):
                found = difference(outcome.serial, tools.run(programs[library], settings))
                if found:
                    raise Trouble("differs", found, (library, settings))
    except Trouble as trouble:
        outcome.trouble = trouble
    return outcome
