"""Kills workers while elements are written and read, and looks at what is left.

What is promised: a worker that dies by itself is replaced, and nothing is seen
of it; where a death repeats, the loop throws mp::worker_crashed, all iterations
before the one it names are committed, and none behind it. So the output has to
be that of the serial program, or that of the serial program in which the named
iterations throw instead of beginning. Nothing may hang or be left behind.
"""

import os
import random
import re
import signal
import time

import build
from grammar.program import Program
from grammar.tree import line

TOP = r"""
#include <stdexcept>
#include <string>
static unsigned slow(unsigned x) {
  for (unsigned k = 0; k < 60000u; ++k)
    x = x * 3u + k;
  return x;
}
static void guarded(void (*unit)(), int number) {
  try {
    unit();
  } catch (const std::runtime_error &e) {
    std::fflush(stdout);
    std::fprintf(stderr, "\nCRASH %d %s\n", number, e.what());
    std::printf("crashed %d\n", number);
  }
}
"""
STOP = r"""
static bool stops(int unit, unsigned at) {
  char text[40];
  std::snprintf(text, sizeof text, ",%d:%u,", unit, at);
  const char *all = std::getenv("FUZZ_STOP");
  return all && std::strstr(all, text);
}
"""


def make(seed):
    """A program with slow loops whose state is printed whatever ends them."""
    program = Program(seed, 8, False, 0, killed=True)
    for n, unit in enumerate(program.units):
        program.calls[n].head = [f"guarded(unit{n}, {n});"]
        unit.body.children.insert(0, line(f"const unsigned slow{n} = slow({unit.loop.unsigned});\n"
                                          f"  (void)slow{n};"))
        unit.stop = line(f"if (stops({n}, at{n}++)) throw std::runtime_error(\"stopped\");")
    return program


def texts(program):
    """The program, and the serial one that stops where it is told to."""
    def whole(extra):
        top, mark, units = program.text().partition("  ~AtEnd() { f(); }\n};\n")
        return top + mark + TOP + extra + units
    plain = whole("")
    counters = "".join(f"static unsigned at{n};\n" for n in range(len(program.units)))
    for unit in program.units:
        unit.body.children.insert(0, unit.stop)
    return plain, whole(STOP + counters)


def killer(rng):
    """Called with the process: kills random children of it at random times."""
    wanted, gap = rng.choice([1, 2, 5, 30]), rng.choice([0.002, 0.01, 0.03])
    killed = [0]

    def during(process):
        end = time.monotonic() + build.RUN_TIMEOUT / 2
        while process.poll() is None and time.monotonic() < end and killed[0] < wanted:
            time.sleep(rng.random() * gap)
            try:
                with open(f"/proc/{process.pid}/task/{process.pid}/children") as f:
                    children = f.read().split()
                if children:
                    os.kill(int(rng.choice(children)), signal.SIGKILL)
                    killed[0] += 1
            except (OSError, ValueError):
                pass
    return during, killed


def run(fuzzer, seed, compiler):
    """Several runs of one program with kills."""
    tools, rng = fuzzer.tools, random.Random(f"{seed}.kill")
    program = make(seed)
    plain, stopping = texts(program)
    outcome = build.Outcome()
    source = tools.work / "killed.cpp"
    settings = None
    try:
        source.write_text(stopping)
        serial = tools.serial(source, compiler, False)
        source.write_text(plain)
        text, outcome.loops = tools.judge(source)
        if not any(loop["verdict"] == "accepted" for loop in outcome.loops):
            return
        programs = tools.rewritten(text, compiler, False)
        for _ in range(8):
            settings = {"MP_ADAPT": "off", "MP_WORKERS": str(rng.choice([1, 2, 3, 7])),
                        "MP_CHUNK": str(rng.choice([1, 2, 5]))}
            during, killed = killer(rng)
            seen = tools.run(programs["plain"], settings, during)
            fuzzer.counts["kills"] += killed[0]
            stops = re.findall(rb"\nCRASH (\d+) [^\n]*iteration (\d+)[^\n]*\n", seen["stderr"])
            fuzzer.counts["crashes"] += len(stops)
            seen["stderr"] = re.sub(rb"\nCRASH [^\n]*\n", b"", seen["stderr"])
            wanted = "," + ",".join(f"{int(a)}:{int(b)}" for a, b in stops) + ","
            expected = tools.run(serial, {"FUZZ_STOP": wanted})
            expected["stderr"] = re.sub(rb"\nCRASH [^\n]*\n", b"", expected["stderr"])
            found = build.difference(expected, seen)
            if found:
                raise build.Trouble("killed", f"{killed[0]} kills, crashed at {wanted}: {found}",
                                    settings)
    except build.Trouble as trouble:
        trouble.kind = trouble.kind if trouble.kind in ("killed",
                                                        "invalid") else "killed-" + trouble.kind
        fuzzer.counts["failures"] += 1
        print(f"\nseed {seed} (killed): {trouble}\n  settings: {trouble.settings}", flush=True)
        fuzzer.keep(plain, trouble, seed, trouble.kind, compiler)
