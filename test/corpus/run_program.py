#!/usr/bin/env python3
"""Runs one program of the corpus serially and rewritten, and compares.

The program is built as it stands with g++ (the reference), rewritten with
mp-rewrite, and the rewritten text is built with g++ and clang++ in C++17 and
C++20, without warnings. Serial and rewritten program are then run with several
numbers of workers, sizes of chunks and ways to start; standard output, standard
error, exit status or signal, and every file left in the working directory have
to be the same, and no process may be left behind.

A program says what is special about it in comment lines of its own:

  // EXIT: 3                   exit status of the serial program (default 0)
  // SIGNAL: SIGABRT           the signal that ends the serial program
  // ARGS: a b                 its arguments
  // STDIN: text               its standard input (\\n is a line's end)
  // STD: 20                   needs C++20
  // FLAGS: -fopenmp           further compiler flags
  // EXPECT-WARNING: mp-xyz    a warning the tool must give (one line for each)
  // RUNS: serial              a run-time check must keep every loop serial
  // RUNS: both                every loop is entered serially as well as with workers
  // RUNS: any                 whether workers run is not asked
  // VERDICT: any              refusing a loop is right too, or warning that it may be wrong (but
                               accepting it wrongly without a word is not)
  // COMBINED                  stdout and stderr are also compared in one file
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

RUN_TIMEOUT = 30
BUILD_TIMEOUT = 240

DIAGNOSTIC = re.compile(
    r"^(?P<file>[^\s:][^:\n]*):(?P<line>\d+):(?P<column>\d+): "
    r"(?P<severity>error|warning|note): (?P<text>.*?)(?: \[(?P<id>[\w-]+(?:,[\w-]+)*)\])?$",
    re.MULTILINE)


class Failure(Exception):
    pass


def directives(source):
    """The comment lines `// NAME: value` and `// NAME` of a program."""
    found = {}
    for line in source.read_text().splitlines():
        match = re.match(r"\s*//\s*([A-Z][A-Z-]+)(?::\s*(.*?))?\s*$", line)
        if match:
            found.setdefault(match.group(1), []).append(match.group(2) or "")
    known = {"EXIT", "SIGNAL", "ARGS", "STDIN", "STD", "FLAGS", "EXPECT-WARNING", "RUNS",
             "VERDICT", "COMBINED"}
    unknown = set(found) - known
    if unknown:
        raise Failure(f"unknown directive: {', '.join(sorted(unknown))}")
    return found


def command(args, timeout, what, accept=(0,)):
    """Runs a build command; returns its stderr."""
    try:
        done = subprocess.run(args, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=timeout, text=True,
                              errors="replace")
    except subprocess.TimeoutExpired:
        raise Failure(f"{what}: no end after {timeout} s\n  {' '.join(map(str, args))}")
    if done.returncode not in accept:
        raise Failure(f"{what}: status {done.returncode}\n  {' '.join(map(str, args))}\n"
                      f"{done.stdout}")
    return done.stdout


def processes_of(session):
    """Process ids of a session that are still alive (zombies are not)."""
    alive = []
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            with open(f"/proc/{entry}/stat") as stat:
                fields = stat.read().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[0] != "Z" and int(fields[3]) == session:
            alive.append(int(entry))
    return alive


def run(program, settings, said, combined=False):
    """Runs a program in an empty directory; returns all that can be seen of it."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("MP_")}
    environment.update(settings)
    environment["LC_ALL"] = "C"
    arguments = " ".join(said.get("ARGS", [])).split()
    text = "\n".join(said.get("STDIN", [])).replace("\\n", "\n").encode()
    with tempfile.TemporaryDirectory(prefix="corpus-") as place:
        directory = pathlib.Path(place)
        work = directory / "work"
        work.mkdir()
        (directory / "in").write_bytes(text)
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        out = os.open(directory / "out", flags, 0o600)
        err = os.dup(out) if combined else os.open(directory / "err", flags, 0o600)
        with open(directory / "in", "rb") as stdin:
            process = subprocess.Popen([str(program)] + arguments, cwd=work, env=environment,
                                       stdin=stdin, stdout=out, stderr=err,
                                       start_new_session=True)
        os.close(out)
        os.close(err)
        hung = False
        try:
            status = process.wait(RUN_TIMEOUT)
        except subprocess.TimeoutExpired:
            hung = True
        left = processes_of(process.pid)
        end = time.monotonic() + 2
        while left and not hung and time.monotonic() < end:
            time.sleep(0.02)
            left = processes_of(process.pid)
        for pid in left:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        if hung:
            process.wait()
            raise Failure(f"hangs: no end after {RUN_TIMEOUT} s")
        if left:
            raise Failure(f"leaves {len(left)} processes behind")
        seen = {"status": status, "stdout": (directory / "out").read_bytes()}
        if not combined:
            seen["stderr"] = (directory / "err").read_bytes()
        for path in sorted(work.rglob("*")):
            name = "file " + str(path.relative_to(work))
            seen[name] = path.read_bytes() if path.is_file() else b"(directory)"
        return seen


def shown(value):
    if isinstance(value, bytes):
        value = value.decode(errors="backslashreplace")
        if len(value) > 1500:
            value = value[:1500] + "..."
    return str(value)


def difference(serial, other):
    for key in sorted(set(serial) | set(other)):
        a, b = serial.get(key), other.get(key)
        if a == b:
            continue
        if isinstance(a, bytes) and isinstance(b, bytes):
            at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
            line = a[:at].count(b"\n") + 1
            return (f"{key} differs at byte {at} (line {line})\n"
                    f"--- serial\n{shown(a)}\n--- rewritten\n{shown(b)}")
        return (f"{key}: serial {shown(a)}, rewritten {shown(b)}\n"
                f"--- rewritten stderr\n{shown(other.get('stderr', b''))}")
    return None


class Program:
    def __init__(self, options):
        self.options = options
        self.source = pathlib.Path(options.source).resolve()
        self.said = directives(self.source)
        self.build = pathlib.Path(options.build).resolve()
        self.build.mkdir(parents=True, exist_ok=True)
        self.launcher = [options.ccache] if options.ccache else []
        self.flags = " ".join(self.said.get("FLAGS", [])).split()
        self.includes = [f"-I{d}" for d in (options.include, self.source.parent) if d]
        self.standard = "20" if self.said.get("STD") == ["20"] else "17"

    def precompiled(self, compiler, standard):
        """Options with which mp's header is taken as precompiled.

        None where the program has flags of its own, or defines something before
        its first header: mp's header is then read as what these make of it. g++
        forgets what a precompiled header says about its warnings, so that it is
        precompiled for one of two standards only, without those."""
        text = self.source.read_text()
        if (not self.options.precompiled or self.flags
                or (compiler == self.options.gxx and standard == self.standard)
                or re.search(r"^[ \t]*#[ \t]*define", text.partition("#include")[0], re.MULTILINE)):
            return []
        which, quiet = "clangxx", []
        if compiler == self.options.gxx:
            which, quiet = "gxx", ["-Wno-maybe-uninitialized"]
        return [*quiet, "-include", f"{self.options.precompiled}/{which}-{standard}/mp.hpp"]

    def compile(self, compiler, standard, source, name, link, warnings):
        """Compiles and links a program; with link None only looks for warnings."""
        header = [] if source == self.source else self.precompiled(compiler, standard)
        target = self.build / f"{name}.o"
        launcher = [] if header or link is None else self.launcher
        output = ["-c", "-o", str(target)] if link is not None else ["-fsyntax-only"]
        command(launcher +
                [compiler, f"-std=c++{standard}", "-O1", *self.flags, *warnings,
                 *header, *self.includes, str(source), *output],
                BUILD_TIMEOUT, f"compiling {source.name} with {compiler} in C++{standard}")
        if link is None:
            return None
        program = self.build / name
        command([compiler, *self.flags, str(target), "-o", str(program), *link], BUILD_TIMEOUT,
                f"linking {name}")
        return program

    def reference(self):
        """The serial program, and what it does."""
        serial = self.compile(self.options.gxx, self.standard, self.source, "serial",
                              ["-pthread"], ["-Wall", "-Wextra", "-Werror", "-Wno-attributes"])
        seen = run(serial, {}, self.said)
        if "SIGNAL" in self.said:
            expected = -int(getattr(signal, self.said["SIGNAL"][0]))
        else:
            expected = int(self.said.get("EXIT", ["0"])[0])
        if seen["status"] != expected:
            raise Failure(f"the serial program ended with {seen['status']}, not {expected}\n"
                          f"{shown(seen['stdout'])}\n{shown(seen['stderr'])}")
        again = difference(seen, run(serial, {}, self.said))
        if again:
            raise Failure(f"the serial program is not deterministic: {again}")
        return serial, seen

    def rewrite(self):
        """The rewritten text; checks what the tool says. None: refused or warned, as it may be."""
        text = self.build / (self.source.stem + ".mp.cpp")
        report = self.build / "report.json"
        for old in (text, report):
            old.unlink(missing_ok=True)
        said = command([self.options.rewrite, str(self.source), "-o", str(text),
                        f"--report={report}", "--", f"-std=c++{self.standard}", "-Wall",
                        "-Wextra", *self.flags, f"-I{self.source.parent}"],
                       BUILD_TIMEOUT, "mp-rewrite", accept=(0, 1))
        if not report.exists():
            raise Failure(f"mp-rewrite wrote no report\n{said}")
        if not self.accepted(said, json.loads(report.read_text())["loops"]):
            return None
        return text

    def accepted(self, said, loops):
        """Whether all loops were accepted and have to be right; checks what else was said."""
        if not loops:
            raise Failure(f"mp-rewrite saw no annotated loop\n{said}")
        may = self.said.get("VERDICT") == ["any"]
        given = [(m["severity"], m["id"] or m["text"]) for m in DIAGNOSTIC.finditer(said)]
        errors = [what for severity, what in given if severity == "error"]
        if may and errors and all(what.startswith("mp-") for what in errors):
            return False
        for loop in loops:
            if loop["verdict"] != "accepted":
                raise Failure(f"line {loop['line']} is {loop['verdict']}\n{said}")
        warnings = sorted(what for severity, what in given if severity != "note")
        expected = sorted(self.said.get("EXPECT-WARNING", []))
        if may:
            return not set(warnings) & {"mp-kernel-effect", "mp-may-carry", "mp-opaque-call"}
        if warnings != expected:
            raise Failure(f"mp-rewrite said {warnings}, expected {expected}\n{said}")
        return True

    def compare(self, program, settings, serial, combined=False):
        name = " ".join(f"{k}={v}" for k, v in settings.items()) or "as it is"
        where = f"{program.name} ({name}{', one file' if combined else ''})"
        try:
            other = run(program, settings, self.said, combined)
        except Failure as failure:
            raise Failure(f"{where}: {failure}")
        found = difference(serial, other)
        if found:
            raise Failure(f"{where}: {found}")

    def check_ways(self, program):
        """What MP_REPORT says of each loop: handed out to workers, native, or both."""
        asked = self.said.get("RUNS", ["parallel"])[0]
        if asked == "any" or "SIGNAL" in self.said:
            return
        seen = run(program, {"MP_ADAPT": "off", "MP_WORKERS": "2", "MP_REPORT": "1"}, self.said)
        lines = re.findall(r"mp: \S*:\d+[^\n]*: (?:handed out|native) .*$",
                           seen["stderr"].decode(errors="replace"), re.MULTILINE)
        if not lines:
            raise Failure(f"MP_REPORT says nothing of loops\n{shown(seen['stderr'])}")
        for line in lines:
            handed = ": handed out " in line
            native = " native " in line
            if {"parallel": not handed or native, "serial": handed,
                "both": not handed or not native}[asked]:
                raise Failure(f"the loops were to run {asked}, but: {line}")

    def test(self):
        options = self.options
        plain, serial = self.reference()
        if options.serial_only:
            self.compile(options.clangxx, self.standard, self.source, "serial-clang", None,
                         ["-Wall", "-Wextra", "-Werror", "-Wno-unknown-attributes"])
            return
        text = self.rewrite()
        if text is None:
            print("refused or warned about, which is right here")
            return
        link = [options.library, f"-Wl,-rpath,{pathlib.Path(options.library).parent}", "-pthread",
                *options.link.split()]
        strict = ["-Wall", "-Wextra", "-Werror"]
        gxx = self.compile(options.gxx, self.standard, text, "gxx", link, strict)
        clang = self.compile(options.clangxx, self.standard, text, "clang", link, strict)
        if self.standard != "20":
            self.compile(options.gxx, "20", text, "gxx-20", None, strict)
            self.compile(options.clangxx, "20", text, "clang-20", None, strict)
        if options.turns:
            # However short a loop is, each worker runs iterations in turn.
            turns = self.build / "turns"
            command([options.gxx, *self.flags, str(self.build / "gxx.o"), "-o", str(turns),
                     options.turns, "-pthread", *options.link.split()],
                    BUILD_TIMEOUT, "linking turns")
            for workers in ("2", "3", "7"):
                self.compare(turns, {"MP_ADAPT": "off", "MP_WORKERS": workers, "MP_CHUNK": "1"},
                             serial)
        for workers in ("1", "2", "3", "7"):
            self.compare(gxx, {"MP_ADAPT": "off", "MP_WORKERS": workers}, serial)
        for chunk in ("1", "3", "1000"):
            self.compare(gxx, {"MP_ADAPT": "off", "MP_WORKERS": "2", "MP_CHUNK": chunk}, serial)
        self.compare(gxx, {}, serial)
        self.compare(gxx, {"MP_START": "serial"}, serial)
        self.compare(clang, {"MP_ADAPT": "off", "MP_WORKERS": "3"}, serial)
        if "COMBINED" in self.said:
            together = run(plain, {}, self.said, combined=True)
            for workers in ("1", "3"):
                self.compare(gxx, {"MP_ADAPT": "off", "MP_WORKERS": workers}, together, True)
        self.check_ways(gxx)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source")
    parser.add_argument("--build", required=True, help="directory for what is built")
    parser.add_argument("--rewrite", default="", help="mp-rewrite")
    parser.add_argument("--include", default="", help="directory of mp/parallel_map.hpp")
    parser.add_argument("--precompiled", default="",
                        help="directory of that header precompiled, as CMakeLists.txt lays it")
    parser.add_argument("--library", default="", help="libmp")
    parser.add_argument("--turns", default="", help="libmp whose workers take turns")
    parser.add_argument("--link", default="", help="further linker flags")
    parser.add_argument("--gxx", default="g++")
    parser.add_argument("--clangxx", default="clang++-22")
    parser.add_argument("--ccache", default="")
    parser.add_argument("--serial-only", action="store_true",
                        help="only that the program itself is right")
    options = parser.parse_args()
    try:
        Program(options).test()
    except Failure as failure:
        print(f"{options.source}: {failure}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
