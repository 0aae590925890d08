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
    """Adds a line; rival and mp are times in nanoseconds, one of each for every
    round. A limit holds for mp / rival, or for rival / mp where that is to be
    large. The ratio is the median of the rounds' ratios: a machine that
    becomes slower from one round to the next does so for both."""
    ratio = statistics.median(r / m if speedup else m / r for r, m in zip(rival, mp))
    rival, mp = statistics.median(rival), statistics.median(mp)
    kept = ratio >= limit if speedup else ratio <= limit
    rows.append((name, rival, mp, ratio, f"{'>=' if speedup else '<='} {limit:.2f}", kept))


def one_round(program, pattern, repetitions, seconds, clock, environment):
    """Runs a Google Benchmark program, rivals in turns. Returns the times of
    each measure as {(measure, who): nanoseconds}: the median of the repetitions,
    or the shortest where the clock is cpu_time, because what makes one of them
    slower then is the machine."""
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
            times.setdefault((measure, who), []).append(run[clock])
    one = min if clock == "cpu_time" else statistics.median
    return {name: one(t) for name, t in times.items()}


def in_process(program, pattern, rounds, repetitions, seconds, clock="real_time", **environment):
    """Runs a program several times; each time memory is laid out anew. Returns
    {measure: {who: [nanoseconds of each round]}}. What runs in one process is
    timed by its own clock (cpu_time), so that others on the machine count less."""
    times = {}
    for _ in range(rounds):
        for (measure, who), t in one_round(program, pattern, repetitions, seconds, clock,
                                           environment).items():
            times.setdefault(measure, {}).setdefault(who, []).append(t)
    return times


def measure_work():
    t = in_process("gxx-O2", "^work/", 3, 1, 0.001, MP_WORKERS="2")["work"]
    row("1 s of work, 2 workers", t["rival"], t["mp"], 1.9, speedup=True)


def measure_pair():
    t = in_process("gxx-O2", "^pair/", 7, 5, 0.05, MP_ADAPT="off", MP_WORKERS="2")["pair"]
    row("2 empty iterations, MP_ADAPT=off, to fork and wait", t["rival"], t["mp"], 1.3)


def measure_additions():
    t = in_process("gxx-O2", "^additions/", 15, 5, 0.01, "cpu_time")["additions"]
    row("1000 additions, left to adapt", t["rival"], t["mp"], 1.05)


def measure_native():
    names = {"image": "characters", "sum": "sum beside a slot",
             "variable": "outer variable", "local": "local vector<char>"}
    for program, compiler in COMPILERS.items():
        if not os.path.exists(os.path.join(arguments.programs, program)):
            continue
        for how, environment in (("small", {}), ("serial", {"MP_START": "serial"})):
            found = in_process(program, "^native/", 25, 7, 0.002, "cpu_time", **environment)
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
            [1e9 * t for t in rival], [1e9 * t for t in mp], 1.5)


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
