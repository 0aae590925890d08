"""Whole programs: units with their loops, and the main function that calls them."""

import random

from . import aliases, callees, chaos, exits, flow, gadgets, headers
from . import objects, order, scratch, slots, tails, types
from .tree import block, line, render, sequence
from .unit import Unfit, Unit

assert all((aliases, callees, chaos, exits, objects, order, scratch, slots,
            tails))     # they register gadgets

ATTRIBUTE = "[[mp::parallel_map]]"
HELPERS = r"""
static inline unsigned mix(unsigned a, unsigned b) {
  return (a ^ (b << 3)) * 2654435761u + (b >> 5);
}
static unsigned one = 1;
static inline unsigned count(unsigned n) { return n * one; }
static inline void show(const char *what, unsigned v) { std::printf("%s %u\n", what, v); }
template <class A> void dump(const char *what, const A &a, unsigned n) {
  std::printf("%s", what);
  for (unsigned k = 0; k < n; ++k)
    std::printf(" %u", fold(a[k]));
  std::printf("\n");
}
template <class F> struct AtEnd {
  F f;
  ~AtEnd() { f(); }
};
"""


def prelude(heavy):
    names = ["cstddef", "cstdio", "cstdlib", "cstring"] + (types.HEAVY_HEADERS if heavy else [])
    return "".join(f"#include <{n}>\n" for n in names) + types.declarations(heavy) + HELPERS


class Program:
    """Made from a seed. `nodes` is what the reducer works on."""

    def __init__(self, seed, loops=30, heavy=None, slips=0.45, killed=False):
        rng = random.Random(seed)
        self.seed = seed
        self.heavy = rng.random() < 0.07 if heavy is None else heavy
        self.units, self.nodes, calls, ending = [], [], [], []
        for n in range(loops):
            last = n == loops - 1
            unit = Unit(random.Random(f"{seed}.{n}"), n, self.heavy, rng.random() < slips)
            unit.exits = last and rng.random() < 0.15 and not killed
            unit.killed = killed
            unit.top = sequence()
            node = sequence(unit.top, *build(unit), kept=False)
            self.units.append(unit)
            self.nodes.append(node)
            again = 2 if unit.again and not unit.once and rng.random() < 0.7 else 1
            calls.append(line("\n".join([f"unit{n}();"] * again)))
            ending.append(sequence(*unit.ending))
        self.calls, self.endings = calls, ending
        self.root = sequence(*self.nodes,
                             block("int main()",
                                   calls + ending + [line('std::puts("end");', kept=True)],
                                   kept=True))

    def text(self, include=None):
        """The program; `include`: the header to name in place of the helpers' text."""
        top = f'#include "{include}"\n' if include else prelude(self.heavy)
        return top + render(self.root)

    def leave_out(self, k):
        """Takes a unit out, with its call."""
        for node in (self.nodes[k], self.calls[k], self.endings[k]):
            node.gone = True

    def unit_of_line(self, number, first):
        """Which unit a line is in; `first` is the number of lines before the first unit."""
        at = first
        for k, node in enumerate(self.nodes):
            at += render(node).count("\n") if not node.gone else 0
            if number <= at:
                return k
        return None


def build(u):
    """The nodes of a unit."""
    rng = u.rng
    if u.exits or u.killed:
        u.form = "plain" if u.exits else rng.choice(["plain", "params", "member"])
    u.rounds = rng.choice([1] * 7 + [2, 3])
    u.can_leave = rng.random() < 0.3
    if u.form == "lambda" or u.killed:
        u.rounds = 1
        u.can_leave = u.can_leave and not u.killed
    if u.rounds > 1:
        u.export("round")
    loop = u.loop = headers.pick(u)
    body = statements(u)
    u.body = block([f"{ATTRIBUTE}\n{loop.head}"], body, kept=False, spill=False)
    u.body_before = sequence()
    nodes = [u.body_before, u.body]
    if not u.killed and u.chance(0.12):
        nodes += another(u)
        u.loop = loop
    nodes += [line(f"{label}:;", kept=True) for label in u.labels]
    if u.throws:
        nodes = [block("try", nodes, f' catch (unsigned thrown) {{\n  show("thrown", thrown);\n}}')]
    if u.rounds > 1:
        nodes = [block(f"for (unsigned round = 0; round < {u.rounds}; ++round)",
                       [*nodes, *([sequence(*u.after)] if u.chance(0.5) else [])])]
    if u.exits:
        u.after, look = [], sequence(*u.after)
        u.functions.append(block(f"static void look{u.number}()", [look], kept=True))
        u.before.append(line(f"std::atexit(look{u.number});"))
    elif u.returns or u.killed or u.chance(0.06):
        if u.form == "lambda":
            return u.render(nodes)
        look, u.after = u.after, []
        nodes = [block("auto look = [&]", look, ";", spill=False),
                 line("AtEnd<decltype(look)> atEnd{look};"),
                 line("(void)atEnd;"), *nodes]
    elif u.chance(0.1) and u.after:
        u.after.append(line(f'show("again", one);'))
    return u.render(nodes)


def another(u):
    """A second loop in the unit, which uses what the first one has made."""
    u.scopes = u.scopes[:1]
    u.reusable = [v for v in u.variables if not any(v is w for w in u.inputs)]
    u.rng.shuffle(u.reusable)
    taken, u.reusable = u.reusable[::2], u.reusable[1::2]
    u.inputs += [v for v in taken if v.size]
    for v in taken:
        if not v.size:
            u.export(f"fold({v.name})")
    u.loop = headers.pick(u, "e")
    return [block([f"{ATTRIBUTE if u.chance(0.8) else ''}\n{u.loop.head}"], statements(u),
                  spill=False)]


def statements(u):
    """The body of a loop."""
    with u.scope():
        return pieces(u)


def pieces(u):
    rng = u.rng
    wanted = rng.choice([1, 2, 2, 3, 3, 4, 5])
    chaotic = u.slips and rng.random() < 0.4
    slipping = rng.randrange(wanted) if u.slips else -1
    body = []
    kinds = None
    for k in range(wanted):
        slip = k == slipping
        if u.killed:
            body += piece(u, {"slot", "alias", "tail"}, False)
            continue
        if chaotic:
            kinds = {"chaos"} if k == 0 or rng.random() < 0.6 else None
        elif k == 0 and not slip:
            kinds = {"slot", "alias", "callee"} if rng.random() < 0.7 else {"tail", "slot"}
        else:
            kinds = {"slot", "alias", "callee", "tail", "scratch", "exit"}
        body += piece(u, kinds, slip)
    if u.can_leave and u.chance(0.6):
        at = rng.randrange(len(body) + 1) if u.chance(0.4) else len(body)
        if at < len(body):
            u.scopes[-1] = []       # what is declared further on can't be used
        body[at:at] = piece(u, {"leave"}, False)
    return body


def piece(u, kinds, slip):
    """The statements of one gadget, perhaps within another construct."""
    for _ in range(30):
        g = gadgets.pick(u.rng, u, kinds, slip)
        exported = [len(s) for s in u.scopes]

        def make():
            made = g.make(u, slip)
            u.gadgets.append(g.name)
            return made
        try:
            if g.kind not in ("exit", "leave", "chaos") and u.chance(0.22):
                return flow.wrap(u, make)
            return flow.plain(make())
        except Unfit:
            u.scopes = u.scopes[:len(exported)]
            for s, n in zip(u.scopes, exported):
                del s[n:]
    return [line(";")]

