"""run.py --programs DIR --rewriter MP_REWRITE --clang CLANG --examples DIR
[MEASURE...]: takes the measures, each together with its rival in the same run
and in turns, and prints one table. Exit status 1 when a limit is missed."""

import argparse
import glob
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

parser = argparse.ArgumentParser()
parser.add_argument("--programs", required=True)
parser.add_argument("--rewriter", required=True)
parser.add_argument("--clang", default="")
parser.add_argument("--examples", required=True)
parser.add_argument("measures", nargs="*")
arguments = parser.parse_args()

COMPILERS = {"gxx-O2": "g++ -O2", "gxx-O3": "g++ -O3",
             "clangxx-O2": "clang++ -O2", "clangxx-O3": "clang++ -O3"}
rows = []


def say(text):
    print(text, file=sys.stderr, flush=True)


def row(name, rival, mp, limit, speedup=False):
    """Adds a line; times are medians in nanoseconds. A limit holds for
    mp / rival, or for rival / mp where that is to be large."""
    ratio = rival / mp if speedup else mp / rival
    kept = ratio >= limit if speedup else ratio <= limit
    rows.append((name, rival, mp, ratio, f"{'>=' if speedup else '<='} {limit:.2f}", kept))


def in_process(program, pattern, repetitions, seconds, clock="real_time", **environment):
    """Runs a Google Benchmark program, rivals in turns. Returns the medians of
    each measure as {measure: {who: nanoseconds}}. What runs in one process is
    timed by its own clock (cpu_time), so that others on the machine count less."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith("MP_")}
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        subprocess.run(
            [os.path.join(arguments.programs, program),
             f"--benchmark_filter={pattern}",
             f"--benchmark_repetitions={repetitions}",
             f"--benchmark_min_time={seconds}",
             "--benchmark_enable_random_interleaving=true",
             f"--benchmark_out={out.name}", "--benchmark_out_format=json"],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**clean, **environment})
        with open(out.name) as file:
            result = json.load(file)
    times = {}
    for run in result["benchmarks"]:
        if run["run_type"] == "iteration":
            measure, who = run["run_name"].removesuffix("/real_time").rsplit("/", 1)
            assert run["time_unit"] == "ns"
            times.setdefault(measure, {}).setdefault(who, []).append(run[clock])
    return {m: {w: statistics.median(t) for w, t in whos.items()} for m, whos in times.items()}


def measure_work():
    t = in_process("gxx-O2", "^work/", 5, 0.001, MP_WORKERS="2")["work"]
    row("1 s of work, 2 workers", t["rival"], t["mp"], 1.9, speedup=True)


def measure_pair():
    t = in_process("gxx-O2", "^pair/", 15, 0.1, MP_ADAPT="off", MP_WORKERS="2")["pair"]
    row("2 empty iterations, MP_ADAPT=off, to fork and wait", t["rival"], t["mp"], 1.3)


def measure_additions():
    t = in_process("gxx-O2", "^additions/", 41, 0.02, "cpu_time")["additions"]
    row("1000 additions, left to adapt", t["rival"], t["mp"], 1.05)


def measure_native():
    names = {"image": "characters", "sum": "sum beside a slot",
             "variable": "outer variable", "local": "local vector<char>"}
    for program, compiler in COMPILERS.items():
        if not os.path.exists(os.path.join(arguments.programs, program)):
            continue
        for how, environment in (("small", {}), ("serial", {"MP_START": "serial"})):
            found = in_process(program, "^native/", 41, 0.01, "cpu_time", **environment)
            for case, name in names.items():
                t = found["native/" + case]
                row(f"native, {how}: {name}, {compiler}", t["rival"], t["mp"], 1.02)


def seconds(command):
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin


def measure_rewrite():
    for source in sorted(glob.glob(os.path.join(arguments.examples, "*.cpp"))):
        rival, mp = [], []
        for _ in range(9):
            rival.append(seconds([arguments.clang, "-std=c++17", "-fsyntax-only", "-w", source]))
            mp.append(seconds([arguments.rewriter, source, "--", "-std=c++17"]))
        row(f"mp-rewrite {os.path.basename(source)}, to clang++ -fsyntax-only",
            1e9 * statistics.median(rival), 1e9 * statistics.median(mp), 1.5)


def shown(nanoseconds):
    for unit, scale in (("s", 1e9), ("ms", 1e6), ("us", 1e3)):
        if nanoseconds >= scale:
            return f"{nanoseconds / scale:.3g} {unit}"
    return f"{nanoseconds:.3g} ns"


if os.getloadavg()[0] > 0.5:
    say(f"the machine is busy (load {os.getloadavg()[0]:.1f}): what needs all cores can't be right")
MEASURES = {"work": measure_work, "pair": measure_pair, "additions": measure_additions,
            "native": measure_native, "rewrite": measure_rewrite}
for name in arguments.measures or MEASURES:
    say(f"measuring: {name}")
    MEASURES[name]()

width = max(len(r[0]) for r in rows)
print(f"{'measure':<{width}}  {'rival':>8}  {'mp':>8}  {'ratio':>6}  {'limit':<8}")
for name, rival, mp, ratio, limit, kept in rows:
    print(f"{name:<{width}}  {shown(rival):>8}  {shown(mp):>8}  {ratio:6.3f}  {limit:<8}"
          f"{'' if kept else '  MISSED'}")
sys.exit(0 if all(r[-1] for r in rows) else 1)
