"""A unit: one function of the program with an annotated loop, its variables,
what runs before the loop, and what looks at everything after it.

Gadgets (see gadgets.py) ask the unit for variables, functions and values. The
unit decides where a variable lives: a global, a local, a static local, a
member, a parameter, or a local captured by a lambda.
"""

from contextlib import contextmanager

from . import types
from .tree import X, block, line, sequence

FORMS = {"plain": 6, "params": 3, "member": 3, "lambda": 2, "template": 2, "const_method": 0.5}
# What is known to go wrong, and left out so that it doesn't hide what else does.
KNOWN = set()
SIZE = 64       # elements of arrays that may be read anywhere


class Var:
    def __init__(self, name, kind, size, place):
        self.name, self.type, self.size, self.place = name, kind, size, place

    def at(self, index):
        return f"{self.name}[{index}]"


class Unfit(Exception):
    """A gadget that doesn't go with this unit."""


class Unit:
    def __init__(self, rng, number, heavy, slips):
        self.rng, self.number, self.heavy, self.slips = rng, number, heavy, slips
        self.form = rng.choices(list(FORMS), list(FORMS.values()))[0]
        self.space, self.functions, self.fields = [], [], []
        self.outside, self.params, self.outside_after = [], [], []
        self.before, self.locals, self.after, self.late = [], [], [], []
        self.scopes = [[]]
        self.inputs, self.variables = [], []
        self.gadgets = []       # the names of those it is made from
        self.names = 0
        self.loop = None
        self.rounds, self.nested = 1, False
        self.can_leave = self.leaves = self.returns = self.throws = False
        self.labels, self.reusable = [], []     # what an earlier loop of the unit has used
        self.once = False       # whether it can be called only once
        self.exits = self.killed = self.again = False
        self.ending, self.locals_after, self.tellers, self.before_all = [], [], [], []

    # Names and chance

    def name(self, hint):
        self.names += 1
        return f"{hint}{self.number}_{self.names}"

    def chance(self, p):
        return self.rng.random() < p

    @staticmethod
    def split(text, inside):
        """The parts of a text with an expression in the place of @."""
        before, _, after = text.partition("@")
        return [before, inside, after]

    def choose(self, *options):
        return self.rng.choice(options)

    # Variables

    def var(self, hint, kind=None, size=None, value=None, shared=False, live=None, array=None):
        """A variable, or an array of `size` elements. `shared`: functions see it."""
        kind = kind or types.UNSIGNED
        if value is None and self.reusable and self.chance(0.5):
            for v in self.reusable:
                if v.type is kind and (v.size or 0) >= (size or 0) and bool(v.size) == bool(size) \
                        and array in (None, v.array) and (not shared
                                                          or v.place in ("global", "member")):
                    self.reusable.remove(v)
                    return v
        name = self.name(hint)
        place = self.place_for(shared, size)
        if size and array is None:
            array = "c"
            if self.heavy and self.chance(0.6):
                array = self.rng.choices(["vector", "array", "deque"], [8, 2, 0.7])[0]
        if size and kind.name == "bool" and array == "vector" and self.chance(0.5):
            array = "c"
        spelled, extent = kind.name, ""
        if size:
            if array == "c":
                extent = f"[{size}]"
            elif array == "array":
                spelled = f"std::array<{kind.name}, {size}>"
            else:
                spelled = f"std::{array}<{kind.name}>"
        var = Var(name, kind, size, place)
        self.variables.append(var)
        var.array = array
        first = value if value is not None else self.rng.randrange(200)
        start = ""
        if not size:
            start = f" = {kind.make(X(f'{first}u'))}"
        elif array in ("vector", "deque"):
            start = f"({size})"
        elif "explicit" not in kind.decl:
            start = " = {}"     # so that leaving out what fills it is no undefined behaviour
        if place == "member" and size and array in ("vector", "deque"):
            start = f" = {spelled}{start}"
        self.put(place, name, spelled, extent, start, var)
        if size:
            self.before.append(block(f"for (unsigned k = 0; k < {size}; ++k)", [
                line(f"{name}[k] = ", kind.make(X(f"k * {self.rng.randrange(1, 30)}u + {first}u")),
                     ";")]))
        if live is None:
            live = not self.chance(0.15)
        if live:
            self.look(var)
        return var

    def place_for(self, shared, size):
        form = self.form
        if self.exits:
            return "global"
        if form in ("member", "const_method"):
            return "member" if form == "member" and self.chance(0.8) else "global"
        if shared or self.chance(0.35):
            return "global"
        if form == "params" and self.chance(0.75):
            return "param"
        if self.static(0.12):
            return "static"
        return "local"

    def static(self, p):
        """The word `static` for a local, with probability p."""
        return "static " if self.chance(p) and not (self.form == "lambda"
                                                    and "static-in-lambda" in KNOWN) else ""

    def put(self, place, name, spelled, extent, start, var):
        rng = self.rng
        if place == "member":
            self.fields.append(line(f"{spelled} {name}{extent}{start};"))
        elif place == "global":
            self.space.append(line(f"static {spelled} {name}{extent}{start};"))
        elif place in ("static", "local"):
            word = "static " if place == "static" else ""
            self.locals.append(line(f"{word}{spelled} {name}{extent}{start};"))
        else:
            self.outside.append(line(f"{spelled} {name}{extent}{start};"))
            given = name
            if extent:
                taken = rng.choice([f"{spelled} *{name}", f"{spelled} (&{name}){extent}",
                                    f"{spelled} {name}{extent}", f"{spelled} *const {name}"])
            elif var.size and var.array == "vector" and var.type.name != "bool" \
                    and rng.random() < 0.3:
                taken, given = f"{spelled[12:-1]} *{name}", f"{name}.data()"
            else:
                taken = f"{spelled} &{name}"
            self.params.append((taken, given))

    def look(self, var):
        """Has a variable printed after the loop, in one of many ways."""
        label = f'"u{self.number}.{var.name}"'

        def shown(name, size=var.size):
            return line(f"dump({label}, {name}, {size});" if size
                        else f"show({label}, fold({name}));")
        if self.exits or self.killed or not self.chance(0.35):
            self.after.append(shown(var.name))
            return
        how = self.rng.randrange(4)
        if how == 0 and var.place == "param":
            self.outside_after.append(shown(var.name))
        elif how == 0 and var.place == "member":
            self.outside_after.append(shown(f"object{self.number}.{var.name}"))
        elif how == 0 and var.place == "global":
            self.ending.append(shown(var.name))
        elif how == 1 and not var.size:
            other = self.name("other")
            made = (f"const {var.type.name} *{other} = &{var.name};",
                    f"const auto &{other} = {var.name};")
            k = self.rng.randrange(2)
            self.locals_after.append(line(made[k]))
            self.after.append(shown(("*" if k == 0 else "") + other))
        elif how == 2 and var.place in ("global", "member"):
            teller = self.name("tell")
            self.tellers.append(block(f"{'' if var.place == 'member' else 'static '}void "
                                      f"{teller}()", [shown(var.name)]))
            self.after.append(line(f"{teller}();"))
        elif how == 3 and var.place in ("static", "global", "member"):
            # Only a later call looks at what an earlier one left.
            self.again = True
            self.before_all.append(shown(var.name) if var.size is None else line(
                f"if (again{self.number}) dump({label}, {var.name}, {var.size});"))
        else:
            self.after.append(shown(var.name))

    def function(self, result, name, params, body, attributes=""):
        """A function that sees shared variables (a member function where they are members)."""
        word = "" if self.form == "member" else "static "
        self.functions.append(block(f"{attributes}{word}{result} {name}({params})", body,
                                    spill=False))

    def namespace(self, *nodes):
        self.space.extend(nodes)

    # Values

    @contextmanager
    def scope(self):
        depth = len(self.scopes)
        self.scopes.append([])
        try:
            yield
        finally:
            del self.scopes[depth:]

    def export(self, text):
        self.scopes[-1].append(text)

    def readables(self):
        return [r for s in self.scopes for r in s]

    def input(self, kind=None):
        same = [v for v in self.inputs if kind is None or v.type is kind]
        if same and self.chance(0.7):
            return self.rng.choice(same)
        var = self.var("in", kind or types.pick(self.rng, self.heavy, self.chance(0.7)), SIZE,
                       shared=True)
        self.inputs.append(var)
        return var

    def element(self, depth=1):
        var = self.input()
        index = self.value(depth)
        if var.size == SIZE and self.loop and self.loop.raw and self.chance(0.5):
            return X(f"fold({var.name}[{self.loop.raw}])")
        within = f"& {SIZE - 1}" if var.size == SIZE else f"% {var.size}u"
        return X(f"fold({var.name}[(", index, f") {within}])")

    def leaf(self):
        rng = self.rng
        got = self.readables()
        r = rng.random()
        if got and r < 0.55:
            return X(rng.choice(got[-6:] if rng.random() < 0.5 else got))
        if r < 0.8 and self.loop:
            return X(self.loop.unsigned)
        return X(f"{rng.choice([0, 1, 2, 3, 5, 7, 13, 31, 64, 100, 255, 1000])}u")

    def value(self, depth=2):
        rng = self.rng
        if depth <= 0 or rng.random() < 0.2:
            return self.leaf()
        r = rng.random()
        a = self.value(depth - 1)
        if r < 0.5:
            return X("(", a, f" {rng.choice(['+', '+', '*', '-', '^', '&', '|'])} ",
                     self.value(depth - 1), ")")
        if r < 0.6:
            return X("(", a, f" {rng.choice(['%', '/'])} {rng.randrange(1, 20)}u)")
        if r < 0.66:
            return X("(", a, f" {rng.choice(['>>', '<<'])} {rng.randrange(1, 9)})")
        if r < 0.74:
            return X("(", self.condition(depth - 1), " ? ", a, " : ", self.value(depth - 1), ")")
        if r < 0.84:
            return X("mix(", a, ", ", self.value(depth - 1), ")")
        if r < 0.95:
            return self.element(depth - 1)
        return X("(unsigned)(unsigned char)(", a, ")")

    def condition(self, depth=1):
        rng = self.rng
        a = self.value(depth)
        r = rng.random()
        if r < 0.45:
            m = rng.randrange(2, 7)
            return X("((", a, f") % {m}u {rng.choice(['==', '!=', '<', '>'])} {rng.randrange(m)}u)",
                     fixed=True)
        if r < 0.7:
            return X("((", a, f") {rng.choice(['<', '>', '!=', '<='])} ", self.value(depth), ")",
                     fixed=True)
        if r < 0.85:
            return X("(((", a, f") & {rng.choice([1, 2, 4, 3])}u) != 0)", fixed=True)
        return X("(", self.condition(depth - 1), f" {rng.choice(['&&', '||'])} ",
                 self.condition(depth - 1), ")",
                 fixed=True)

    # The text

    def render(self, loop_nodes):
        """The unit's nodes, the last of which is the function `unitN`."""
        n = self.number
        self.locals += self.locals_after
        if self.exits:      # what runs at the exit has to see them
            self.space += self.locals
            self.locals = []
        first = self.before_all
        if self.again:
            self.space.insert(0, line(f"static bool again{n};"))
            self.late.append(line(f"again{n} = true;"))
        body = [sequence(*self.locals), sequence(*first, *self.before), *loop_nodes,
                sequence(*self.after),
                sequence(*self.late)]
        functions = self.functions + self.tellers
        head = [sequence(*self.space, *([] if self.form == "member" else functions))]
        run = f"unit{n}"
        if self.form == "member":
            inside = [sequence(*self.fields), sequence(*functions),
                      block("void run()", body, kept=True)]
            where = self.choose("static ", "")
            made = block(f"struct Unit{n}", inside, ";", kept=True)
            if where:
                return head + [made, line(f"static Unit{n} object{n};"),
                               block(f"static void {run}()", [line(f"object{n}.run();"),
                                                             *self.outside_after], kept=True)]
            return head + [made, block(f"static void {run}()",
                                       [line(f"Unit{n} object{n};"), line(f"object{n}.run();"),
                                        *self.outside_after],
                                       kept=True)]
        if self.form == "const_method":
            made = block(f"struct Unit{n}", [block("void run() const", body, kept=True)], ";",
                         kept=True)
            return head + [made, block(f"static void {run}()", [line(f"Unit{n}().run();")],
                                       kept=True)]
        if self.form == "params":
            params = ", ".join(p for p, _ in self.params)
            given = ", ".join(g for _, g in self.params)
            return head + [block(f"static void run{n}({params})", body, kept=True),
                           block(f"static void {run}()", [*self.outside, line(f"run{n}({given});"),
                                                             *self.outside_after], kept=True)]
        if self.form == "lambda":
            inner = sequence(*first, *self.before, *loop_nodes)
            how = self.choose("auto run = [&]", "auto run = [&]() mutable")
            return head + [block(f"static void {run}()", [
                sequence(*self.locals), block(how, [inner], ";", kept=True), line("run();"),
                sequence(*self.after), sequence(*self.late)], kept=True)]
        if self.form == "template":
            second = self.choose("unsigned long long", "unsigned char", "int")
            return head + [block(f"template <class T> static void run{n}(T salt)", body, kept=True),
                           block(f"static void {run}()", [
                               line(f"run{n}<unsigned>(3u);"), line(f"run{n}<{second}>(5);")],
                                 kept=True)]
        return head + [block(f"static void {run}()", body, kept=True)]
