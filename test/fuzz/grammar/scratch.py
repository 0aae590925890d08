"""Scratch: what an iteration writes before it reads it. The slips leave a path
on which something stale is read."""

from . import types
from .gadgets import gadget
from .tree import X, block, line, sequence
from .unit import KNOWN


def scratch_type(u, scalar=False):
    return types.pick(u.rng, u.heavy, scalar or u.chance(0.5))


@gadget("scratch", 4, slips=True)
def scalar(u, slip):
    """An outer variable, set on all paths, or on some."""
    kind = scratch_type(u)
    t = u.var("t", kind)
    n = t.name
    def put(depth=2):
        return line(f"{n} = ", kind.make(u.value(depth)), ";")
    how = u.rng.randrange(7)
    if how == 0:
        nodes = [put()]
        if slip:
            nodes = [block(["if ", u.condition(1)], nodes)]
    elif how == 1:
        nodes = [block(["if ", u.condition(1)], [put()], spill=True)]
        other = put(1) if not slip else line(";")
        nodes = [block("", [nodes[0], block("else", [other], spill=False)])]
    elif how == 2:
        m = u.rng.choice([2, 3])
        arms = [line(f"case {k}:") for k in range(m)]
        body = []
        for k, arm in enumerate(arms):
            body += [arm, put(1),
                     line("break;" if u.chance(0.7) or k == m - 1 else "[[fallthrough]];")]
        if not slip:
            body += [line("default:"), put(1), line("break;")]
        elif u.chance(0.5):
            body += [line("default:"), line("break;")]
        nodes = [block(["switch ((", u.value(1), f") % {m + 1}u)"], body, spill=False)]
    elif how == 3:
        j = u.name("j")
        if slip:
            bound = X("(", u.value(1), ") % 3u")
        else:
            bound = u.choose("2u", "3u", X("(", u.value(1), ") % 3u + 1u"))
        nodes = [block([f"for (unsigned {j} = 0; {j} < ", bound, f"; ++{j})"],
                       [line(f"{n} = ", kind.make(X(f"{j} * 3u + ", u.value(1))), ";")])]
    elif how == 4:
        j = u.name("j")
        nodes = [line(f"unsigned {j} = ", u.value(1), " % 4u;")]
        if slip:
            nodes.append(block(f"while ({j} > 0)", [put(1), line(f"--{j};")]))
        else:
            nodes.append(block("do", [put(1), line(f"{j} /= 2;")], f" while ({j} > 0);"))
    elif how == 5:
        nodes = [block(["for (;;)"],
                       [put(1), block(["if ", u.condition(0)], [line("break;")]), line("break;")],
                       spill=False)]
        if slip:
            nodes[0].children[0], nodes[0].children[1] = nodes[0].children[1], nodes[0].children[0]
    else:
        f = u.name("set")
        inner = [put(1)]
        if slip:
            inner = [block(["if ", u.condition(0)], [line("return;")])] + inner
        nodes = [block(f"auto {f} = [&]", inner, ";", spill=False), line(f"{f}();")]
    if u.chance(0.4):
        nodes.append(line(kind.update(u.rng, n, u.value(1)), ";"))
    u.export(f"fold({n})")
    return nodes


@gadget("scratch", 3, slips=True)
def buffer(u, slip):
    """An outer array, filled as far as it is read, or less far."""
    kind = types.pick(u.rng, u.heavy, u.chance(0.8))
    size = u.rng.choice([4, 6, 8])
    b = u.var("buf", kind, size)
    j, acc = u.name("j"), u.name("acc")
    n = b.name
    nodes = []
    fill = f"{size}u"
    how = u.rng.randrange(5)
    start = 0
    if how == 1:
        fill = f"{u.rng.randrange(1, size + 1)}u"
    elif how == 2:
        m = u.name("m")
        nodes.append(line(f"const unsigned {m} = ", u.value(1), f" % {size}u;"))
        fill = m
    elif how == 3:
        m = u.name("m")
        u.locals.append(line(f"const unsigned {m} = count({u.rng.randrange(1, size + 1)});"))
        fill = m
    seen = fill
    if slip:
        slipped = u.rng.randrange(4)
        if slipped == 0 and fill.endswith("u"):
            fill = X("(", u.value(1), f") % {fill}")
        elif slipped == 1:
            start = 1
        elif slipped == 2 and not fill.endswith("u"):
            seen = f"{size}u"
        else:
            fill = X(f"({seen} > 1u ? {seen} - 1u : {seen})")
    with u.scope():
        u.export(j)
        put = line(f"{n}[{j}] = ", kind.make(u.value(2)), ";")
    nodes.append(block([f"for (unsigned {j} = {start}; {j} < ", fill, f"; ++{j})"], [put]))
    nodes.append(line(f"unsigned {acc} = 1;"))
    if u.chance(0.3):
        nodes.append(block([f"for (unsigned {j} = {seen}; {j}-- > 0;)"],
                           [line(f"{acc} = {acc} * 3u + fold({n}[{j}]);")]))
    else:
        nodes.append(block([f"for (unsigned {j} = 0; {j} < {seen}; ++{j})"],
                           [line(f"{acc} = {acc} * 3u + fold({n}[{j}]);")]))
    u.export(acc)
    return nodes


@gadget("scratch", 1.2, slips=True)
def in_callee(u, slip):
    """A callee with a buffer of its own, or a global one; it may return before it has filled it."""
    f = u.name("work")
    kind = types.pick(u.rng, u.heavy, True)
    size = u.rng.choice([3, 5])
    static = u.chance(0.5)
    body = []
    if static:
        b = u.name("kept")
        body.append(line(f"static {kind.name} {b}[{size}];"))
    else:
        b = u.var("work", kind, size, shared=True, array="c").name
    if slip and u.chance(0.5):
        body.append(block("if ((x & 3u) == 2u)",
                          [line(u.choose("return 7u;", f"return fold({b}[1]);"))]))
    bound = "x % 4u" if slip else str(size)
    body.append(block(f"for (unsigned k = 0; k < {bound}; ++k)",
                      [line(f"{b}[k] = ", kind.make(X("x * k + 5u")), ";")]))
    body.append(line(f"return fold({b}[0]) + fold({b}[{size - 1}]) * 3u;"))
    u.function("unsigned", f, "unsigned x", body)
    r = u.name("v")
    nodes = [line(f"const unsigned {r} = {f}(", u.value(1), ");")]
    u.export(r)
    if not static and (slip or u.chance(0.3)):
        u.export(f"fold({b}[{u.rng.randrange(2)}])")
    return nodes


@gadget("scratch", 2, slips=True)
def record(u, slip):
    """An outer object, set as a whole or member by member."""
    kind = types.BY_NAME[u.choose("Pod", "Bits", "Derived", "Deep", "Triple")]
    s = u.var("rec", kind)
    sets = {"Pod": ["a = $", "b = ($) % 99u / 4.0", "c = (short)(($) % 99u)"],
            "Bits": ["low = ($) & 7u", "high = ($) & 511u", "sign = ($) & 1u"],
            "Derived": ["a = $", "b = $"],
            "Deep": ["tag = $", "in.n = $", "in.row[0].a = $", "in.row[1].a = $"],
            "Triple": ["v[0] = $", "v[1] = $", "v[2] = $"]}[kind.name]
    if u.chance(0.35) and not slip:
        nodes = [line(f"{s.name} = ", kind.make(u.value(2)), ";")]
    else:
        u.rng.shuffle(sets)
        if slip:
            sets = sets[1:]
        nodes = []
        for text in sets:
            a, b = text.split("$")
            nodes.append(line(f"{s.name}.{a}", u.value(1), b, ";"))
    u.export(f"fold({s.name})")
    return nodes


@gadget("scratch", 1.5, slips=True)
def by_memory(u, slip):
    """memset, memcpy and snprintf into outer buffers."""
    how = u.choose("memset", "memcpy", "snprintf", "strcpy")
    r = u.name("v")
    if how == "snprintf":
        b = u.var("text", types.BY_NAME["char"], 24, array="c", live=u.chance(0.6))
        u.before.append(line(f"{b.name}[23] = 0;", kept=True))
        form = "%010u" if "text-length" in KNOWN else "%u"
        nodes = [line(f'std::snprintf({b.name}, 24, "{form}", ', u.value(1), ");")]
        if slip:
            nodes = [block(["if ", u.condition(1)], nodes)]
        nodes.append(line(f"const unsigned {r} = (unsigned)std::strlen({b.name}) + (unsigned "
                          f"char){b.name}[0];"))
    elif how == "strcpy":
        b = u.var("text", types.BY_NAME["char"], 24, array="c", live=u.chance(0.6))
        u.before.append(line(f"{b.name}[23] = 0;", kept=True))
        nodes = [line(f'std::strcpy({b.name}, ', u.condition(1),
                      ' ? "alpha" : "{}");'.format("other" if "text-length" in KNOWN else "be"))]
        if u.chance(0.5):
            nodes.append(line(f'std::strcat({b.name}, "x");'))
        if slip:
            nodes = nodes[1:] or [block(["if ", u.condition(1)], nodes)]
            if "strcat" in str(nodes[0].head[0]):
                nodes = [block(f"if (std::strlen({b.name}) < 20)", nodes)]
        nodes.append(line(f"const unsigned {r} = (unsigned)std::strlen({b.name}) * 3u + (unsigned "
                          f"char){b.name}[1];"))
    else:
        b = u.var("raw", types.UNSIGNED, 6, array="c")
        length = u.choose(6, 6, 4) if not slip else u.choose(2, 3)
        used = 6 if slip else length
        if how == "memset":
            nodes = [line(f"std::memset({b.name}, (int)(", u.value(1),
                          f" & 15u), {length} * sizeof(unsigned));")]
        else:
            src = u.var("src", types.UNSIGNED, 6, array="c")
            nodes = [line(f"std::memcpy({b.name}, {src.name}, {length} * sizeof(unsigned));")]
        nodes.append(line(f"{b.name}[", u.value(1), f" % {length}u] += ", u.value(1), ";"))
        nodes.append(line(f"const unsigned {r} = {b.name}[0] + {b.name}[{used - 1}] * 3u;"))
    u.export(r)
    return nodes


@gadget("scratch", 2, slips=True, heavy=True)
def container(u, slip):
    """An outer container, cleared or assigned, then filled and read."""
    kind = types.BY_NAME[u.choose("std::vector<unsigned>", "std::string",
                                  "std::map<unsigned, unsigned>",
                                  "std::set<unsigned>", "std::deque<unsigned>",
                                  "std::list<unsigned>")]
    c = u.var("bag", kind)
    n = c.name
    first = u.choose(line(f"{n}.clear();"), line(f"{n} = {kind.name}();"),
                     line(f"{n} = ", kind.make(u.value(1)), ";"))
    nodes = [first]
    if slip:
        nodes = [block(["if ", u.condition(1)], nodes)] if u.chance(0.5) else []
        nodes.append(block(f"if ({n}.size() > 30)", [line(f"{n}.clear();")]))
    for _ in range(u.rng.randrange(1, 3)):
        add = {"std::vector<unsigned>": [f"{n}.push_back(", ")"],
               "std::string": [f"{n} += text(", ")"],
               "std::map<unsigned, unsigned>": [f"{n}[(", ") % 9u] += 2u"],
               "std::set<unsigned>": [f"{n}.insert(", ")"],
               "std::deque<unsigned>": [f"{n}.push_front(", ")"],
               "std::list<unsigned>": [f"{n}.push_back(", ")"]}[kind.name]
        nodes.append(line(add[0], u.value(1), add[1], ";"))
    u.export(f"fold({n})")
    if u.chance(0.5):
        u.export(f"(unsigned){n}.size()")
    return nodes


@gadget("scratch", 1.2, slips=True)
def machine(u, slip):
    """An object with methods: reset, add, get; reset may forget something."""
    c, o = u.name("Machine"), u.name("mach")
    reset = ["count = 0;", "sum = 1;"]
    if slip:
        reset.pop(u.rng.randrange(2))
    if u.chance(0.3):
        reset = ["start();"] + reset[1:] if not slip else ["start();"]
        start = "count = 0;" if not slip else "if (sum > 9u)\n      count = 0;"
    else:
        start = ""
    if slip and u.chance(0.3):
        reset, start = ["count = 0;", "sum = 1;"], ""
        nodes = []
    else:
        nodes = [line(f"{o}.reset();")]
    text = [f"struct {c} {{", "  unsigned count = 3, sum = 4, last[3] = {1, 2, 3};"]
    if start:
        text += [f"  void start() {{ {start} }}".replace("\n", "\n  ")]
    text += ["  void reset() {"] + [f"    {r}" for r in reset] + ["  }",
             "  void add(unsigned v) {", "    last[count % 3u] = v;", "    ++count;",
                                                                  "    sum = sum * 3u + v;", "  }",
             "  unsigned get() const { return sum + count * 7u; }", "};"]
    u.namespace(line("\n".join(text)))
    where = u.choose("space", "local")
    made = line(f"{'static ' if where == 'space' else ''}{c} {o};")
    (u.space if where == "space" else u.locals).append(made)
    if u.chance(0.8):
        u.after.append(line(f'show("u{u.number}.{o}", {o}.get() + {o}.last[1]);'))
    for _ in range(u.rng.randrange(1, 4)):
        nodes.append(line(f"{o}.add(", u.value(1), ");"))
    u.export(f"{o}.get()")
    return nodes


@gadget("scratch", 0.4, slips=True)
def buffers_swapped(u, slip):
    """Two buffers, and a pointer to the one in use, which may be swapped."""
    a, b = u.var("front", types.UNSIGNED, 4, array="c"), u.var("back", types.UNSIGNED, 4, array="c")
    p, q = u.name("cur"), u.name("nxt")
    nodes = []
    where = u.locals if slip or u.chance(0.5) else nodes
    for n, v in ((p, a), (q, b)):
        where.append(line(f"unsigned *{n} = {v.name};"))
    if not slip and where is u.locals:
        nodes += [line(f"{p} = {a.name};"), line(f"{q} = {b.name};")]
    fill = "4" if not slip or u.chance(0.5) else "3"
    nodes.append(block(f"for (int k = 0; k < {fill}; ++k)",
                       [line(f"{p}[k] = ", u.value(1), " + (unsigned)k;")]))
    rounds = u.rng.randrange(1, 4)
    swap = u.choose(f"unsigned *s = {p};\n{p} = {q};\n{q} = s;",)
    nodes.append(block(f"for (int r = 0; r < {rounds}; ++r)", [
        block("for (int k = 0; k < 4; ++k)", [line(f"{q}[k] = {p}[(k + 1) & 3] * 3u + {p}[k];")]),
        *[line(s) for s in swap.split("\n")]], spill=False))
    r = u.name("v")
    nodes.append(line(f"const unsigned {r} = {p}[0] + {p}[3]{' + ' + q + '[1]' if slip else ''};"))
    u.export(r)
    return [sequence(*nodes)]
