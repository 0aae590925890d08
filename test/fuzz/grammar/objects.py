"""Objects that hold what the loop works on: structs of arrays, matrices with
operators, containers in containers, unions, and the same array passed twice."""

from . import types
from .gadgets import gadget
from .places import earlier, injective, need_raw
from .tree import X, block, line
from .unit import Unfit


@gadget("slot", 2.5, slips=True)
def struct_of_arrays(u, slip):
    """Arrays, a count and a sum in one object, used by name, pointer, or reference."""
    nodes = []
    text, least, greatest = injective(u, nodes)
    n = greatest + 5
    c, o = u.name("Table"), u.name("tab")
    u.namespace(line(f"struct {c} {{\n  unsigned key[{n}];\n  double val[{n}];\n"
                     f"  unsigned total = 0, temp = 1;\n"
                     f"  unsigned &at(unsigned k) {{ return key[k]; }}\n"
                     f"  void put(unsigned k, unsigned v) {{ key[k] = v; }}\n"
                     f"  void sum(unsigned v) {{ total += v; }}\n}};"))
    where = u.choose("static", "local", "heap")
    if where == "static":
        u.space.append(line(f"static {c} {o};"))
    elif where == "local":
        u.locals.append(line(f"{c} {o};"))
    else:
        u.locals.append(line(f"{u.static(1)}{c} {o}s;\n  {c} &{o} = {o}s;"))
    u.before.append(block(f"for (unsigned k = 0; k < {n}; ++k)",
                          [line(f"{o}.key[k] = k * 3u;"), line(f"{o}.val[k] = k;")]))
    u.after += [line(f'dump("{o}.key", {o}.key, {n});'), line(f'dump("{o}.val", {o}.val, {n});'),
                line(f'show("{o}.total", {o}.total + {o}.temp);')]
    use = o
    if u.chance(0.3):
        use = u.name("ref")
        u.before.append(line(u.choose(f"{c} &{use} = {o};",
                                      f"{c} *{use}p = &{o};\n  {c} &{use} = *{use}p;")))
    elif u.chance(0.25):
        p = u.name("ptr")
        u.before.append(line(f"{c} *{p} = &{o};"))
        use = f"(*{p})"
    value = u.value(2)
    if slip:
        bad = u.choose(X(f"{use}.key[", earlier(u, text, least, greatest), "]"), X(f"{o}.total"),
                       X(f"{use}.temp"))
        value = X("(", value, " + ", bad, ")")
        if str(bad).endswith(".temp"):
            nodes.append(line(f"if (({u.loop.unsigned} & 1u) == 0u) {o}.temp = ", u.value(1), ";"))
    how = u.rng.randrange(4)
    put = [f"{use}.key[{text}] = ", f"{use}.at((unsigned)({text})) = ",
           f"{use}.put((unsigned)({text}), ",
           f"{use}.key[{text}] ^= "][how]
    nodes.append(line(put, value, ");" if how == 2 else ";"))
    if u.chance(0.4):
        nodes.append(line(f"{use}.val[{text}] = {use}.val[{text}] * 0.5 + ", u.value(1), " % 9u;"))
    if u.chance(0.5):
        nodes.append(line(u.choose(f"{use}.total += ", f"{o}.total ^= "), u.value(1), ";"))
    elif u.chance(0.3):
        nodes.append(line(f"{use}.sum(", u.value(1), ");"))
    u.export(f"{use}.key[{text}]")
    return nodes


@gadget("slot", 1.5, slips=True)
def matrix(u, slip):
    """A matrix class with an operator(), held by value; its width may be too small."""
    i, low, high = need_raw(u)
    c, o = u.name("Matrix"), u.name("mat")
    w = u.rng.choice([2, 3, 4])
    pitch = w if not slip or u.chance(0.5) else w - 1
    n = (high + 2) * w + w
    u.namespace(line(f"struct {c} {{\n  unsigned w = {pitch};\n  unsigned cells[{n}] = {{}};\n"
                     f"  unsigned &operator()(unsigned y, unsigned x) {{ return cells[y * w + x]; "
                     f"}}\n"
                     f"  unsigned operator()(unsigned y, unsigned x) const {{ return cells[y * w + "
                     f"x]; }}\n}};"))
    (u.space if u.chance(0.5) else u.locals).append(line(f"{u.static(0.5)}{c} {o};"))
    u.after.append(line(f'dump("{o}", {o}.cells, {n});'))
    j = u.name("j")
    with u.scope():
        u.export(j)
        value = u.value(1)
    read = f"{o}((unsigned)({i}), {j})"
    if slip:
        read = u.choose(f"{o}((unsigned)({i} > {low} ? {i} - 1 : {i}), {j})", read, f"{o}({j}, 0u)")
    return [block(f"for (unsigned {j} = 0; {j} < {w}; ++{j})", [
        line(f"{o}((unsigned)({i}), {j}) = ", X(f"({read} * 3u + ", value, ")"), ";")])]


@gadget("slot", 2, slips=True, heavy=True)
def containers_within(u, slip):
    """Rows that are containers of their own."""
    i, low, high = need_raw(u)
    kind, add, read = u.choose(("std::vector<std::vector<unsigned>>", "push_back($)", "[0]"),
                               ("std::vector<std::string>", "push_back((char)('a' + ($) % 26u))",
                                "[0]"),
                               ("std::vector<std::map<unsigned, unsigned>>",
                                "emplace(($) % 9u, 1u)", ".count(1u)"),
                               ("std::deque<std::vector<unsigned>>", "push_back($)", "[0]"))
    g = u.name("rows")
    inner = kind[kind.index("<") + 1:-1]
    u.locals.append(line(f"{kind} {g}({high + 3}, {types.BY_NAME[inner].name}());"))
    if inner != "std::map<unsigned, unsigned>":
        u.before.append(block(f"for (auto &row : {g})", [line("row.resize(2);")]))
    u.after.append(line(f'dump("{g}", {g}, {high + 3});'))
    a, b = add.split("$")
    at = i if not slip else u.choose(f"{i} / 2", f"{i}")
    seen = f"{g}[{i}]" if not slip else u.choose(f"{g}[{i} > {low} ? {i} - 1 : {i}]", f"{g}[0]",
                                                 f"{g}[{i} / 2]")
    nodes = []
    place = f"{g}[{at}]"
    if u.chance(0.5):
        r = u.name("row")
        nodes.append(line(f"auto &{r} = {place};"))
        place = r
    nodes.append(line(f"{place}.{a}(unsigned){seen}.size() + ", u.value(1), f"{b};"))
    if u.chance(0.4) and read == "[0]":
        nodes.append(line(f"{place}[0] = {place}[1];"))
    u.export(f"fold({place})")
    return nodes


@gadget("alias", 1.5, slips=True, forms=("params",))
def passed_twice(u, slip):
    """The loop's function has two parameters, which get the same array, parts of one, or two."""
    i, low, high = need_raw(u)
    a, p, q = u.name("arr"), u.name("from"), u.name("to")
    n = 2 * high + 8
    kind = types.pick(u.rng, u.heavy, True)
    if kind.name == "bool":
        kind = types.UNSIGNED
    u.outside.append(line(f"{kind.name} {a}[{n}];"))
    u.outside.append(block(f"for (unsigned k = 0; k < {n}; ++k)",
                           [line(f"{a}[k] = ", kind.make(X("k * 7u")), ";")]))
    shift = high + 2 if not slip else u.choose(0, 1, 1, 2, 3)
    const = u.choose("const ", "")
    u.params.append((f"{const}{kind.name} *{p}", a))
    u.params.append((f"{kind.name} *{u.choose('', 'const ')}{q}", f"{a} + {shift}"))
    u.outside_after.append(line(f'dump("{a}", {a}, {n});'))
    return [line(f"{q}[{i}] = ",
                 kind.make(X(f"(fold({p}[{i}{u.choose('', '', ' + 1')}]) + ", u.value(1), ")")),
                 ";")]


@gadget("alias", 1, slips=True)
def union_members(u, slip):
    """A union of the program: what one member was given is read by the same one, or stale."""
    c, o = u.name("Or"), u.name("either")
    u.namespace(line(f"union {c} {{\n  unsigned w;\n  int n;\n}};"))
    (u.space if u.chance(0.5) else u.locals).append(line(f"{u.static(0.5)}{c} {o} = {{5u}};"))
    u.after.append(line(f'show("{o}", {o}.w);'))
    r = u.name("v")
    put = line(f"{o}.{u.choose('w', 'n')} = ", X("(int)(", u.value(1), " % 99u)", fixed=True), ";")
    if slip:
        put = block(["if ", u.condition(1)], [put])
    u.export(r)
    return [put, line(f"const unsigned {r} = (unsigned){o}.{u.choose('w', 'n')};")]


@gadget("alias", 1, slips=True)
def loop_changed(u, slip):
    """What the header depends on: copied before it changes, or changed on the way."""
    if not slip or not u.loop.raw or u.loop.own or u.loop.raw.startswith("("):
        raise Unfit()
    i = u.loop.raw
    how = u.rng.randrange(2)
    if how == 0 and u.loop.up and u.loop.step == 1 and "!=" not in u.loop.head:
        return [block(["if ", u.condition(0), f" if ({i} < {max(u.loop.high - 3, 0)})"],
                      [line(f"{i} += 1;")], spill=False)]
    s = u.var("sum", types.UNSIGNED)
    f = u.name("step")
    return [line(f"auto {f} = [&] {{ return (unsigned){i} + {s.name}; }};"),
            line(f"{s.name} += {f}();")]

