#!/usr/bin/env python3
"""A differential fuzzer for mp: random programs, serial against rewritten.

What is generated. A program is made of some dozens of units, functions with an
annotated loop each and variables of their own. A loop is put together from
gadgets (see grammar/): results in elements, found by index forms of all kinds;
scratch that is written before it is read; sums, extremes, lists, output and
other tails; other names for any of these; callees with and without state;
control flow around them and ways out. About half of the loops are independent
by construction. In the others at least one gadget slips: it reads what an
earlier iteration may have written, leaves scratch unset on some path, counts in
a static, and so on; and some loops have no plan at all. After each loop
everything that it may have touched is printed. Programs have no undefined
behaviour by construction; some of them, and all that fail, are built with
sanitizers to make sure.

How it is judged. Refusing a loop is never an error, but refusals of loops that
are independent by construction are counted by their reason. The program is
rewritten with refused loops left serial, and run with 1, 2, 3 and 7 workers and
random sizes of chunks. If anything on stdout, on stderr or in the exit status
differs from the serial program, if the rewritten text doesn't compile, if a run
hangs or leaves processes behind, or if mp-rewrite itself fails, that is a
failure: the program is reduced, printed, and written to the findings.

Neighbours. With --mutate, a loop that was accepted is changed so that a flow
dependence arises, and judged again; see mutate.py. With --kill, workers are
killed while they run; see kill.py.
"""

import argparse
import collections
import multiprocessing
import pathlib
import re
import sys
import tempfile
import time

import build
import kill
import mutate
from grammar import unit
from grammar.program import Program, prelude
from reduce import Reducer


class Counts(collections.Counter):
    def text(self, seconds):
        return (f"{self['programs']} programs, {self['loops']} loops tried: {self['accepted']} "
                f"accepted "
                f"({self['with a warning']} with a warning), "
                f"{self['refused']} refused ({self['wrongly']} of {self['independent']} "
                f"independent ones); "
                f"{self['mutants']} mutants, {self['mutants accepted']} accepted, "
                f"{self['mutants different']} different; "
                f"{self['kills']} kills; {self['failures']} failures, "
                f"{self['only warned']} differences that a warning foretold; {seconds:.0f} s")


class Fuzzer:
    def __init__(self, options):
        self.options = options
        self.tools = build.Tools(options)
        self.counts = Counts()
        self.reasons, self.examples = collections.Counter(), {}
        self.known = set()
        self.start = time.monotonic()

    def flags(self, seed):
        """Compiler and flags of a program; floating point may be fused where it is allowed."""
        options = self.options
        compiler = options.clangxx if options.clangxx and seed % 10 else options.gxx
        fused = seed % 15 == 0 and "fma" in pathlib.Path("/proc/cpuinfo").read_text()
        return compiler, (["-mfma", "-ffp-contract=off", "-O1"] if fused else [])

    def one(self, seed):
        program = Program(seed, self.options.loops)
        compiler, flags = self.flags(seed)
        outcome = build.check(self.tools, program.text(), program.heavy, compiler, seed, flags)
        self.counts["programs"] += 1
        self.count(program, outcome, seed)
        if outcome.trouble is None and self.options.sanitize and seed % 60 == 7:
            found = self.tools.sanitized(self.tools.work / "program.cpp")
            if found:
                outcome.trouble = build.Trouble("invalid", found)
        if outcome.trouble:
            self.failed(program, outcome, seed, compiler, flags)
            return
        if self.options.mutate and seed % self.options.mutate == 0:
            mutate.run(self, program, outcome, seed, compiler, flags)
        if self.options.kill and seed % self.options.kill == 0:
            kill.run(self, seed, compiler)

    def count(self, program, outcome, seed):
        first = prelude(program.heavy).count("\n")
        for loop in outcome.loops:
            self.counts["loops"] += 1
            self.counts[loop["verdict"]] += 1
            if loop["verdict"] == "accepted" and any(d["severity"] == "warning"
                                                     for d in loop["diagnostics"]):
                self.counts["with a warning"] += 1
            k = program.unit_of_line(loop["line"], first)
            if k is None or program.units[k].slips:
                continue
            self.counts["independent"] += 1
            if loop["verdict"] != "refused":
                continue
            self.counts["wrongly"] += 1
            said = next((d for d in loop["diagnostics"] if d["severity"] == "error"), None)
            if said is None:
                continue
            reason = f"[{said['id']}] " + re.sub(r"'[^']*'", "'..'", said["message"])[:150]
            self.reasons[reason] += 1
            self.examples.setdefault(reason, []).append((seed, k, said["line"] - first,
                                                         said["message"]))

    def failed(self, program, outcome, seed, compiler, flags, what=""):
        trouble = outcome.trouble
        if trouble.kind == "differs" and outcome.warned():
            first = prelude(program.heavy).count("\n")
            for k in {program.unit_of_line(loop["line"], first) for loop in outcome.warned()}:
                program.leave_out(k)
            again = build.check(self.tools, program.text(), program.heavy, compiler, seed, flags,
                                [trouble.settings], 3)
            if again.trouble is None:
                self.counts["only warned"] += 1
                return
            trouble = again.trouble
        self.counts["failures"] += 1
        print(f"\nseed {seed}{what}: {trouble}\n  settings: {trouble.settings}", flush=True)
        if trouble.kind == "invalid":
            self.save(program, trouble, seed, "generator", compiler)
            return
        if self.options.reduce and self.counts["reductions"] < self.options.reduce:
            self.counts["reductions"] += 1
            self.reduce(program, trouble, seed, compiler, flags)
        else:
            self.save(program, trouble, seed, trouble.kind, compiler)

    def reduce(self, program, trouble, seed, compiler, flags):
        only = [trouble.settings] if trouble.kind == "differs" else None
        last = [trouble]

        def fails():
            got = build.check(self.tools, program.text(), program.heavy, compiler, seed, flags,
                              only,
                              2 if trouble.kind == "differs" else 1)
            same = got.trouble is not None and got.trouble.kind == trouble.kind
            same = same and not (trouble.kind == "differs" and got.warned())
            if same and trouble.kind == "compile":
                same = self.first_error(got.trouble.text) == self.first_error(trouble.text)
            if same:
                last[0] = got.trouble
            return same

        if not fails():
            print("  does not fail again", flush=True)
            self.save(program, trouble, seed, "once-" + trouble.kind, compiler)
            return
        guesses = [k for k in map(int, re.findall(r"\bu(\d+)\.", trouble.text))
                   if k < len(program.units)][:1]
        reducer = Reducer(program, fails, self.options.reduce_seconds, guesses)
        reducer.run()
        source = self.tools.work / "program.cpp"
        source.write_text(program.text())
        found = self.tools.sanitized(source) if self.options.sanitize else None
        kind = trouble.kind
        if found:
            kind = "undefined-" + kind
            last[0].text += f"\nThe sanitizers say of the serial program: {found}"
        text = self.save(program, last[0], seed, kind, compiler)
        print(f"reduced in {reducer.tried} steps ({kind}): {last[0]}\n{text}", flush=True)

    @staticmethod
    def first_error(text):
        match = re.search(r"error: (.*)", text)
        return re.sub(r"'[^']*'|\d+", "", match.group(1)) if match else ""

    def save(self, program, trouble, seed, kind, compiler):
        units = program.text().partition("  ~AtEnd() { f(); }\n};\n")[2]
        shape = kind + re.sub(r"\d+", "", units)
        if shape in self.known:
            return units
        self.known.add(shape)
        self.keep(program.text(), trouble, seed, kind, compiler)
        return units

    def keep(self, text, trouble, seed, kind, compiler):
        """Writes a program to the findings, with what was seen as a comment at its head."""
        where = pathlib.Path(self.options.findings)
        where.mkdir(parents=True, exist_ok=True)
        said = f"{trouble}\nsettings: {trouble.settings}, {compiler}, seed {seed}"
        said = "\n".join("// " + s for s in said.split("\n"))
        (where / f"{kind}-{seed}.cpp").write_text(said + "\n" + text)

    def run(self, job=0):
        options = self.options
        seed = options.seed + job
        end = self.start + options.seconds if options.seconds else None
        said = time.monotonic()
        while True:
            if end and time.monotonic() > end:
                break
            if options.count and seed >= options.seed + options.count:
                break
            self.one(seed)
            seed += options.jobs
            if time.monotonic() > said + 30:
                said = time.monotonic()
                print(f"seed {seed}: {self.counts.text(said - self.start)}", flush=True)
        return seed

    def add(self, counts, reasons, examples):
        """Adds what another process has counted."""
        self.counts.update(counts)
        self.reasons.update(reasons)
        for reason, some in examples.items():
            self.examples.setdefault(reason, []).extend(some)

    def report(self):
        print(self.counts.text(time.monotonic() - self.start))
        if self.options.reasons:
            print("Reasons why loops that are independent were refused:")
            for reason, n in self.reasons.most_common(self.options.reasons):
                print(f"  {n:6} {reason}")
                for seed, unit, _, message in self.examples[reason][:3]:
                    print(f"           seed {seed}, unit {unit}: {message[:150]}")


def arguments():
    p = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="Example: fuzz.py --rewrite build/bin/mp-rewrite --include include --library "
               "build/lib/libmp.a "
               "--turns build/lib/libmp_turns.a --seconds 600")
    p.add_argument("--rewrite", required=True, help="mp-rewrite")
    p.add_argument("--include", required=True, help="the directory with mp/parallel_map.hpp")
    p.add_argument("--library", required=True, help="libmp")
    p.add_argument("--turns", default="", help="libmp whose workers take turns")
    p.add_argument("--gxx", default="g++")
    p.add_argument("--clangxx", default="",
                   help="compile most programs with this one, which is faster")
    p.add_argument("--lld", action="store_true", help="link with lld")
    p.add_argument("--seed", type=int, default=1,
                   help="of the first program; the next has the next one")
    p.add_argument("--count", type=int, default=0,
                   help="how many programs; 0: until the time is over")
    p.add_argument("--seconds", type=float, default=0,
                   help="how long; 0: until the count is reached")
    p.add_argument("--jobs", type=int, default=1, help="processes, which take the seeds in turn")
    p.add_argument("--loops", type=int, default=40, help="loops in a program")
    p.add_argument("--mutate", type=int, default=8,
                   help="of every so many programs mutants are tried; 0: of none")
    p.add_argument("--kill", type=int, default=20,
                   help="after every so many programs workers are killed; 0: never")
    p.add_argument("--no-sanitize", dest="sanitize", action="store_false",
                   help="don't build any serial program with sanitizers")
    p.add_argument("--reduce", type=int, default=20, help="how many failures to reduce at most")
    p.add_argument("--reduce-seconds", type=float, default=240, help="how long to reduce one")
    p.add_argument("--findings", default="fuzz-findings",
                   help="the directory for programs that fail")
    p.add_argument("--reasons", type=int, default=0,
                   help="how many reasons of refusal to list at the end")
    p.add_argument("--known", action="store_true",
                   help="also generate what is known to go wrong (grammar/unit.py)")
    p.add_argument("--work", default="", help="a directory for what is built")
    options = p.parse_args()
    if options.known:
        unit.KNOWN.clear()
    return options


def work(options, job, results):
    """One of several processes."""
    options.work = str(pathlib.Path(options.work or tempfile.mkdtemp(prefix="fuzz-")) / str(job))
    fuzzer = Fuzzer(options)
    try:
        fuzzer.run(job)
    except KeyboardInterrupt:
        pass
    results.put((fuzzer.counts, fuzzer.reasons, fuzzer.examples))


def main():
    options = arguments()
    fuzzer = Fuzzer(options)
    if options.jobs == 1:
        try:
            fuzzer.run()
        except KeyboardInterrupt:
            pass
    else:
        results = multiprocessing.Queue()
        jobs = [multiprocessing.Process(target=work, args=(options, job, results))
                for job in range(options.jobs)]
        for job in jobs:
            job.start()
        for _ in jobs:
            fuzzer.add(*results.get())
        for job in jobs:
            job.join()
    fuzzer.report()
    return 1 if fuzzer.counts["failures"] else 0


if __name__ == "__main__":
    sys.exit(main())
