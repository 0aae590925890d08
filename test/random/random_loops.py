#!/usr/bin/env python3
"""Random affine loops: what mp-rewrite says of them against what they do.

Makes loops over one or two small arrays with affine subscripts, constant or symbolic bounds, inner
loops (triangular ones, too), and finds by running through them whether an iteration reads what an
earlier one wrote. Then mp-rewrite judges them all. No loop that is accepted without a check at run
time may be one that does; how many of the others are refused is counted. With --library the loops
are also run, serially and rewritten, and have to leave the same in the arrays.
"""

import argparse
import json
import pathlib
import random
import subprocess
import sys
import tempfile


class Loop:
    """One loop: header, inner loops, statements `array[subscripts] = f(reads)`."""

    def __init__(self, number, rng):
        self.number = number
        while not self.make(rng):
            pass

    def make(self, rng):
        n = rng.randint(3, 9)
        m = rng.randint(0, 4)
        self.values = {"n": n, "m": m}
        symbolic = rng.random() < 0.35
        self.two = rng.random() < 0.45
        self.flat = self.two and rng.random() < 0.3  # p[i * n + j]
        step = rng.choice([1, 1, 1, 1, 2, 3])
        down = rng.random() < 0.2
        first = rng.choice([(0, None), (0, None), (1, None), (2, None), (0, "m")])
        self.symbolic = symbolic
        if not symbolic:
            first = (first[0], None)
        # Forms are (constant, {variable: factor}).
        low = (first[0], {first[1]: 1} if first[1] else {})
        high = (0, {"n": 1}) if symbolic else (n, {})
        self.outer = (low, high, step, down)
        self.inner = []
        for name in ["j", "k"][:rng.choice([0, 1, 1, 2]) if self.two else rng.choice([0, 0, 1])]:
            others = ["i"] + [x[0] for x in self.inner]
            around = rng.choice(others)
            shape = rng.randint(0, 4)
            a, b = (0, {}), high
            if shape == 1:
                a = (rng.randint(0, 1), {around: 1})
            elif shape == 2:
                b = (rng.randint(0, 1), {around: 1})
            elif shape == 3:
                a = (1, {})
            self.inner.append((name, a, b))
        names = ["i"] + [x[0] for x in self.inner]
        count = 2 if self.two else 1
        arrays = ["a", "b"] if rng.random() < 0.3 else ["a"]

        def form():
            c = rng.choice([0, 0, 0, 0, 1, -1, 1, -1, 2, 3])
            f = {}
            for _ in range(rng.choice([1, 1, 1, 1, 2, 0])):
                f[rng.choice(names)] = rng.choice([1, 1, 1, 1, 1, -1, 2, 3])
            if symbolic and rng.random() < 0.15:
                f[rng.choice(["m", "n"])] = rng.choice([1, -1])
            return (c, f)

        def reference():
            return (rng.choice(arrays), [form() for _ in range(count)])

        self.statements = []
        for _ in range(rng.choice([1, 1, 1, 2])):
            target = reference()
            if rng.random() < 0.8 and "i" not in "".join(
                    v for f in target[1] for v in f[1]):
                f = rng.choice(target[1])
                f[1]["i"] = 1
            reads = [reference() for _ in range(rng.choice([1, 1, 2]))]
            if rng.random() < 0.3:
                reads[0] = target
            self.statements.append((target, reads))
        return self.run()

    @staticmethod
    def at(form, values):
        return form[0] + sum(values[v] * f for v, f in form[1].items())

    def iterations(self):
        low, high, step, down = self.outer
        values = dict(self.values)
        a, b = self.at(low, values), self.at(high, values)
        return range(b - 1, a - 1, -step) if down else range(a, b, step)

    def run(self):
        """Runs through the loop; False where it is not worth it."""
        written = {}
        self.dependent = False
        self.sizes = {}
        lows = {}
        events = []

        def inside(depth, values, now, number):
            if depth < len(self.inner):
                name, a, b = self.inner[depth]
                for x in range(self.at(a, values), self.at(b, values)):
                    values[name] = x
                    inside(depth + 1, values, now, number)
                values.pop(name, None)
                return
            for target, reads in self.statements:
                for array, forms in reads + [target]:
                    for d, f in enumerate(forms):
                        x = self.at(f, values)
                        key = (array, d)
                        lows[key] = min(lows.get(key, x), x)
                        self.sizes[key] = max(self.sizes.get(key, x), x)
                for array, forms in reads:
                    e = self.element(array, [self.at(f, values) for f in forms])
                    if e not in now and e in written:
                        self.dependent = True
                array, forms = target
                now.add(self.element(array, [self.at(f, values) for f in forms]))

        rounds = self.iterations()
        if len(rounds) < 2:
            return False
        for number, i in enumerate(rounds):
            now = set()
            inside(0, {"i": i, **self.values}, now, number)
            for e in now:
                written[e] = number
        if not written:
            return False
        if any(low < 0 for low in lows.values()):
            # Move the subscripts up, all of one array and dimension by the same.
            moved = []
            for target, reads in self.statements:
                new = []
                for array, forms in [target] + reads:
                    new.append((array, [(f[0] - min(0, lows[(array, d)]), f[1])
                                        for d, f in enumerate(forms)]))
                moved.append((new[0], new[1:]))
            self.statements = moved
            return self.run()
        return max(self.sizes.values()) < 60

    def element(self, array, at):
        if self.flat:
            return (array, at[0] * 64 + at[1])
        return (array, tuple(at))

    @staticmethod
    def text(form):
        parts = [f"{f} * {v}" if abs(f) != 1 else ("" if f > 0 else "-") + v
                 for v, f in form[1].items()]
        if form[0] or not parts:
            parts.append(str(form[0]))
        return " + ".join(parts)

    def reference(self, array, forms):
        name = f"{array}{self.number}"
        if self.flat:
            return f"{name}[({self.text(forms[0])}) * 64 + {self.text(forms[1])}]"
        return name + "".join(f"[{self.text(f)}]" for f in forms)

    def source(self):
        k = self.number
        out = []
        arrays = sorted({a for a, _ in self.sizes})
        for array in arrays:
            if self.flat:
                out.append(f"static unsigned {array}{k}[64 * 64];")
            elif self.two:
                sizes = [self.sizes[(array, d)] + 1 for d in (0, 1)]
                out.append(f"static unsigned {array}{k}[{sizes[0]}][{sizes[1]}];")
            else:
                out.append(f"static unsigned {array}{k}[{self.sizes[(array, 0)] + 1}];")
        low, high, step, down = self.outer
        out.append(f"static void f{k}(int n, int m) {{")
        out.append("  (void)n, (void)m;")
        out.append("  [[mp::parallel_map]]")
        self.line = len(out) + 1
        if down:
            move = "i--" if step == 1 else f"i -= {step}"
            out.append(f"  for (int i = {self.text(high)} - 1; i >= {self.text(low)}; {move})")
        else:
            move = "i++" if step == 1 else f"i += {step}"
            out.append(f"  for (int i = {self.text(low)}; i < {self.text(high)}; {move})")
        for name, a, b in self.inner:
            out.append(f"  for (int {name} = {self.text(a)}; {name} < {self.text(b)}; {name}++)")
        out.append("  {")
        for target, reads in self.statements:
            values = " + ".join(f"{self.reference(*r)} * {5 + 2 * q}u"
                                for q, r in enumerate(reads))
            out.append(f"    {self.reference(*target)} = {values} + {k % 7 + 1}u;")
        out.append("  }")
        out.append("}")
        return out

    def call(self):
        k = self.number
        out = []
        for array in sorted({a for a, _ in self.sizes}):
            out.append(f"  fill({array}{k}); ")
        out.append(f"  f{k}({self.values['n']}, {self.values['m']});")
        for array in sorted({a for a, _ in self.sizes}):
            out.append(f"  show({k}, {array}{k});")
        return out


PROLOGUE = """#include <cstdio>
template <class T> static void fill(T &a) {
  unsigned x = 7;
  for (unsigned *p = (unsigned *)&a; p != (unsigned *)(&a + 1); ++p)
    *p = x = x * 1664525u + 1013904223u;
}
template <class T> static void show(int k, T &a) {
  unsigned h = 17;
  for (unsigned *p = (unsigned *)&a; p != (unsigned *)(&a + 1); ++p)
    h = h * 31u + *p;
  std::printf("%d %u\\n", k, h);
}
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rewrite", required=True)
    parser.add_argument("--include", required=True)
    parser.add_argument("--library")
    parser.add_argument("--gxx", default="g++")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--loops", type=int, default=200)
    parser.add_argument("--keep", help="where the sources go")
    parser.add_argument("--show", action="store_true", help="print what is refused for nothing")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    loops = [Loop(k, rng) for k in range(options.loops)]
    directory = pathlib.Path(options.keep or tempfile.mkdtemp(prefix="loops-"))
    directory.mkdir(parents=True, exist_ok=True)
    text = PROLOGUE.splitlines()
    for loop in loops:
        start = len(text)
        text += loop.source()
        loop.line += start
    text.append("int main() {")
    for loop in loops:
        text += loop.call()
    text.append("}")
    source = directory / "loops.cpp"
    source.write_text("\n".join(text) + "\n")
    report = directory / "loops.json"
    rewritten = directory / "loops.mp.cpp"
    done = subprocess.run(
        [options.rewrite, "--keep-serial", f"--report={report}", "-o", str(rewritten), str(source),
         "--", "-std=c++17", "-w", f"-I{options.include}"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if not report.exists():
        sys.exit(done.stdout)
    verdicts = {v["line"]: v for v in json.loads(report.read_text())["loops"]}
    counts = dict.fromkeys(["independent, accepted", "independent, accepted with a check",
                            "independent, refused", "dependent, refused",
                            "dependent, accepted with a check", "dependent, accepted as a tail",
                            "dependent, accepted, slots are checked",
                            "DEPENDENT, ACCEPTED"], 0)
    for loop in loops:
        verdict = verdicts[loop.line]
        accepted = verdict["verdict"] == "accepted"
        checked = any("no iteration reads" in c or "=" in c for c in verdict["conditions"])
        if not loop.dependent:
            key = ("independent, " + ("refused" if not accepted else
                                      "accepted with a check" if checked else "accepted"))
            if not accepted and options.show:
                print("\n".join(loop.source()))
                print([d["message"] for d in verdict["diagnostics"]], loop.values)
        elif not accepted:
            key = "dependent, refused"
        elif checked:
            key = "dependent, accepted with a check"
        elif verdict["tail"]:
            key = "dependent, accepted as a tail"
        elif loop.symbolic:
            key = "dependent, accepted, slots are checked"
        else:
            key = "DEPENDENT, ACCEPTED"
            print("\n".join(loop.source()), loop.values, verdict["conditions"])
        counts[key] += 1
    for key, count in counts.items():
        print(f"{key:40} {count}")
    bad = counts["DEPENDENT, ACCEPTED"]
    if options.library:
        for name, file in (("serial", source), ("parallel", rewritten)):
            subprocess.run([options.gxx, "-std=c++17", "-O0", "-w", f"-I{options.include}",
                            str(file), "-o", str(directory / name), options.library,
                            "-lpthread"], check=True)

        def run(name, **settings):
            return subprocess.run([str(directory / name)], stdout=subprocess.PIPE, text=True,
                                  env={"PATH": "/usr/bin", "LC_ALL": "C", **settings},
                                  check=True).stdout.splitlines()

        serial = run("serial")
        # (Loops whose check fails then run serially.)
        for settings in ({"MP_WORKERS": "2", "MP_CHUNK": "1"}, {"MP_WORKERS": "3"}):
            other = run("parallel", MP_ADAPT="off", MP_START="fork", **settings)
            wrong = sorted({s.split()[0] for s, o in zip(serial, other) if s != o})
            for k in wrong:
                loop = loops[int(k)]
                print("WRONG", settings, "\n" + "\n".join(loop.source()), loop.values)
            bad += len(wrong)
            print(f"{'run differently with ' + str(settings):60} {len(wrong)}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
