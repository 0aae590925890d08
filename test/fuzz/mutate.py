"""Unsound neighbours: accepted loops, changed so that an iteration sees what an
earlier one left. Each must be refused, or be run as the serial loop all the same.

All accepted loops of a program that are independent by construction are changed
at once, one change each, and the program is judged and compared like any other.
"""

import random

import build
from grammar.program import Program, prelude
from grammar.tree import X, block, line


class NoPlace(Exception):
    pass


def places(u):
    """The expressions of the loop's body, which can be given another summand."""
    found = [x for node in u.body.walk() for x in node.expressions() if not x.fixed
             and x.instead is None]
    if not found:
        raise NoPlace()
    return found


def add_to_one(u, rng, text):
    """Lets an expression of the body depend on `text`."""
    x = rng.choice(places(u))
    x.parts = ["(", X(*x.parts), f" {rng.choice(['+', '^'])} {text})"]


def carries(u, rng):
    """A global from iteration to iteration."""
    c = f"carry{u.number}"
    u.top.children.insert(0, line(f"static unsigned {c};"))
    add_to_one(u, rng, c)
    u.body.children.insert(rng.choice([0, len(u.body.children)]),
                           line(f"{c} = {c} * 3u + {u.loop.unsigned} + 1u;"))


def peeks(u, rng):
    """What a variable held when the iteration started, or what its pointer leads to."""
    pool = [v for v in u.variables if not any(v is w for w in u.inputs)]
    if not pool:
        raise NoPlace()
    var = rng.choice(pool)
    place = var.name
    if var.size:
        place = f"{var.name}[{rng.randrange(var.size)}]"
        if u.loop.raw and rng.random() < 0.6 and u.loop.high < var.size:
            i, low, high = u.loop.raw, u.loop.low, u.loop.high
            before = f"{i} > {low} ? {i} - 1" if u.loop.up else f"{i} < {high} ? {i} + 1"
            place = f"{var.name}[{before} : {i}]"
    elif rng.random() < 0.4 and var.type.name != "bool":
        p = f"peek{u.number}p"
        u.body_before.children.append(line(f"const auto *{p} = &{var.name};"))
        place = f"*{p}"
    name = f"peek{u.number}"
    add_to_one(u, rng, name)
    u.body.children.insert(0, line(f"const unsigned {name} = fold({place});"))


def counts(u, rng):
    """A callee with a static counter, or an object with a hidden one."""
    f = f"tick{u.number}"
    text = rng.choice([
        f"static unsigned {f}() {{\n  static unsigned n;\n  return ++n;\n}}",
        f"static unsigned {f}_n;\nstatic unsigned {f}(unsigned k = {f}_n++) {{ return k; }}",
        f"struct {f}_c {{\n  mutable unsigned n = 0;\n"
        f"  unsigned next() const {{ return n += 3u; }}\n}};\nstatic const {f}_c {f}_o;\n"
        f"static unsigned {f}() {{ return {f}_o.next(); }}",
        f"static unsigned {f}() {{\n  static unsigned seen[3], at;\n  at = (at + 1u) % 3u;\n"
        f"  return seen[at] += 2u;\n}}"])
    u.top.children.insert(0, line(text))
    name = f"ticked{u.number}"
    add_to_one(u, rng, name)
    u.body.children.insert(0, line(f"const unsigned {name} = {f}();"))


def forgets(u, rng):
    """A statement of the body is left out, or made to depend on a condition."""
    pool = [(node, k) for node in u.body.walk() if node.children for k,
            c in enumerate(node.children)
            if not c.gone and c.children is None and "=" in str(c.head[0])
            and not str(c.head[0]).startswith(("const ", "auto ", "int ", "unsigned ", "case",
                                               "else"))]
    pool = [(n, k) for n, k in pool if " " not in str(n.children[k].head[0]).split("=")[0].strip()]
    if not pool:
        raise NoPlace()
    node, k = rng.choice(pool)
    if rng.random() < 0.3:
        node.children[k].gone = True
    else:
        node.children[k] = block(f"if (({u.loop.unsigned} & 1u) == 0u)", [node.children[k]])


WAYS = [carries, peeks, peeks, counts, forgets, forgets]


def run(fuzzer, program, outcome, seed, compiler, flags):
    """Mutates the accepted loops of a program and has the mutants judged."""
    first = prelude(program.heavy).count("\n")
    verdicts = {}
    for loop in outcome.loops:
        verdicts.setdefault(program.unit_of_line(loop["line"], first), set()).add(loop["verdict"])
    mutated = Program(seed, fuzzer.options.loops)
    rng = random.Random(f"{seed}.mutate")
    changed = {}
    for k, unit in enumerate(mutated.units):
        if unit.slips or verdicts.get(k) != {"accepted"}:
            mutated.leave_out(k)
            continue
        way = rng.choice(WAYS)
        try:
            way(unit, rng)
            changed[k] = way.__name__
        except NoPlace:
            mutated.leave_out(k)
    if not changed:
        return
    got = build.check(fuzzer.tools, mutated.text(), mutated.heavy, compiler, seed, flags)
    fuzzer.counts["mutants"] += len(changed)
    accepted = {mutated.unit_of_line(loop["line"], first) for loop in got.loops
                if loop["verdict"] == "accepted"}
    fuzzer.counts["mutants accepted"] += len(accepted & set(changed))
    for k in accepted & set(changed):
        fuzzer.counts["mutants accepted: " + changed[k]] += 1
    if got.trouble:
        if got.trouble.kind == "differs" and not got.warned():
            fuzzer.counts["mutants different"] += 1
        fuzzer.failed(mutated, got, seed, compiler, flags, " (mutants)")
