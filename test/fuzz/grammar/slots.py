"""Slots: results in elements of arrays, written by their own iteration."""

from . import types
from .gadgets import gadget
from .places import colliding, earlier, injective, later, need_raw
from .tree import X, block, line
from .unit import Unfit


def write(u, var, place, nodes, slip_read=None):
    """Statements that set or change an own element, in one of many ways."""
    kind, rng = var.type, u.rng
    value = u.value(2)
    if slip_read is not None:
        value = X("(", value, " + fold(", slip_read, "))")
    r = rng.random()
    if r < 0.4:
        nodes.append(line(f"{place} = ", kind.make(value), ";"))
    elif r < 0.65:
        nodes.append(line(kind.update(rng, place, value), ";"))
    elif r < 0.75:
        ref = u.name("r")
        nodes.append(line(f"{u.choose('auto', kind.name)} &{ref} = {place};"))
        nodes.append(line(kind.update(rng, ref, value), ";"))
        if u.chance(0.5):
            nodes.append(line(kind.update(rng, ref, u.value(1)), ";"))
    elif r < 0.82 and kind.name not in ("bool",):
        ptr = u.name("q")
        nodes.append(line(f"{kind.name} *{ptr} = &{place};"))
        nodes.append(line(f"*{ptr} = ", kind.make(value), ";"))
        if u.chance(0.4):
            nodes.append(line(kind.update(rng, f"(*{ptr})", u.value(1)), ";"))
    elif r < 0.9:
        old = u.name("old")
        nodes.append(line(f"{kind.name} {old} = ", kind.make(value), ";"))
        if kind.heavy and u.chance(0.6):
            nodes.append(line(f"{place} = std::move({old});"))
        elif u.heavy and kind.name != "bool":
            nodes.append(line(f"std::swap({place}, {old});"))
        else:
            nodes.append(line(f"{place} = {old};" if kind.name != "std::unique_ptr<unsigned>"
                              else f"{place}.swap({old});"))
    elif kind.parts:
        nodes.append(line(f"{place}.{rng.choice(kind.parts)} {rng.choice(['=', '+='])} ", value,
                          ";"))
    else:
        nodes.append(block(["if ", u.condition(1)], [line(f"{place} = ", kind.make(value), ";")]))
        nodes.append(block("else", [line(kind.update(rng, place, u.value(1)), ";")], spill=False))
        # An `else` can't stand alone.
        nodes[-2:] = [block("", [nodes[-2], nodes[-1]])]


@gadget("slot", 6, slips=True)
def elements(u, slip):
    nodes = []
    text, least, greatest = injective(u, nodes)
    if slip and u.chance(0.25):
        text, least, greatest = colliding(u)
    kind = types.pick(u.rng, u.heavy)
    var = u.var("out", kind, greatest + 5 + u.rng.randrange(4))
    place = f"{var.name}[{text}]"
    if u.heavy and u.chance(0.08) and var.array == "vector" and "data()" not in str(u.params):
        place = f"{var.name}.at({text})"
    elif var.array == "c" and u.chance(0.08):
        place = f"(*({var.name} + ({text})))"
    read = None
    if slip:
        read = X(f"{var.name}[", earlier(u, text, least, greatest), "]", fixed=True)
    else:
        ahead = later(u, text)
        if ahead and u.chance(0.3):
            read = X(f"{var.name}[{ahead}]", fixed=True)
    write(u, var, place, nodes, read)
    if u.chance(0.4):
        write(u, var, place, nodes)
    u.export(f"fold({place})")
    return nodes


@gadget("slot", 2, slips=True)
def own_of_walk(u, slip):
    """The element that the loop itself stands at."""
    if not u.loop.own:
        raise Unfit()
    nodes = []
    read = None
    if slip and u.loop.raw:
        read = X(f"{u.loop.var.name}[{u.loop.raw} ? {u.loop.raw} - 1 : 0]", fixed=True)
    elif slip:
        read = X(f"{u.loop.var.name}[", u.value(1), f" % {u.loop.var.size}u]", fixed=True)
    write(u, u.loop.var, u.loop.own, nodes, read)
    return nodes


@gadget("slot", 3, slips=True)
def rows(u, slip):
    """A row for each iteration, of a matrix in one of several forms."""
    i, low, high = need_raw(u)
    w = u.rng.choice([2, 3, 4, 5])
    h = high + 2
    over = 1 if slip and u.chance(0.6) else 0
    j = u.name("j")
    kind = types.pick(u.rng, u.heavy, u.chance(0.8))
    if kind.name == "bool":
        kind = types.UNSIGNED
    form = u.choose("flat", "flat", "array", "column", "pixel", "triangle")
    if form == "array" and u.form == "params":
        form = "flat"
    extra = {"flat": 1, "array": 1, "column": 1, "pixel": 3, "triangle": 1}[form]
    nodes = []
    if form == "array":
        var = u.var("grid", types.UNSIGNED, None, live=False, shared=True)
        name = u.name("m")
        if u.form == "member":
            u.fields.append(line(f"unsigned {name}[{h}][{w}] = {{}};"))
        else:
            u.space.append(line(f"static unsigned {name}[{h}][{w}];"))
        kind = types.UNSIGNED
        u.after.append(block(f"for (unsigned r = 0; r < {h}; ++r)",
                             [line(f'dump("{name}", {name}[r], {w});')]))
        place = f"{name}[{i}][{j}]"
        if over:
            read = f"{name}[{i} > {low} ? {i} - 1 : {i}][{j}]"
    else:
        var = u.var("img", kind, (h + 1) * (w + 1) * extra + 4)
        name = var.name
        place = {"flat": f"{name}[{i} * {w} + {j}]", "column": f"{name}[{j} * {h} + {i}]",
                 "pixel": f"{name}[3 * ({i} * {w} + {j}) + {u.rng.randrange(3)}]",
                 "triangle": f"{name}[{i} * {w} + {j}]"}[form]
        if over:
            read = place.replace(f"{i} *", f"({i} > {low} ? {i} - 1 : {i}) *")
    if form == "column":
        inner = f"for (int {j} = 0; {j} < {w}; ++{j})"
    elif form == "triangle":
        inner = f"for (int {j} = 0; {j} < {w} && {j} <= (int){i}; ++{j})"
    else:
        width = w + (over if u.chance(0.5) and form == "flat" else 0)
        inner = f"for ({u.choose('int', 'unsigned', 'int')} {j} = 0; {j} < {width}; " \
                f"{u.choose('++' + j, j + '++')})"
    if form != "array" and u.chance(0.3) and not over and form == "flat" and kind.name != "bool":
        row = u.name("row")
        base = f"&{name}[{i} * {w}]" if var.array != "c" else f"{name} + {i} * {w}"
        if var.array != "deque":
            nodes.append(line(f"{kind.name} *{row} = {base};"))
            if u.chance(0.5):
                inside = [line(f"*{row} = ", kind.make(u.value(2)), ";"), line(f"++{row};")]
                nodes.append(block(inner, inside))
                return nodes
            place = f"{row}[{j}]"
    with u.scope():
        u.export(f"(unsigned){j}")
        value = u.value(2)
        if over and "read" in locals():
            value = X("(", value, f" + fold({read}))")
        inside = [line(f"{place} = ", kind.make(value), ";")]
        if u.chance(0.4):
            inside.append(line(kind.update(u.rng, place, u.value(1)), ";"))
    if u.chance(0.06):
        inner = "[[mp::parallel_map]]\n  " + inner
    nodes.append(block(inner, inside))
    return nodes


@gadget("slot", 2)
def several_writers(u, slip):
    """Elements that several iterations write and none reads: the last one wins."""
    text, least, greatest = colliding(u)
    kind = types.pick(u.rng, u.heavy)
    var = u.var("win", kind, greatest + 3)
    nodes = [line(f"{var.name}[{text}] = ", kind.make(u.value(2)), ";")]
    if u.chance(0.5):
        nodes = [block(["if ", u.condition(1)], nodes)]
    return nodes


@gadget("slot", 1.2, slips=True)
def two_halves(u, slip):
    """One array, read in one half and written in the other; they may overlap."""
    i, low, high = need_raw(u)
    kind = types.pick(u.rng, u.heavy, True)
    gap = high + 1
    if slip:
        gap = u.rng.randrange(1, high + 1) if high else 1
    var = u.var("both", kind, high + gap + 3)
    word = gap
    if u.chance(0.4):
        word = u.name("gap")
        u.locals.append(line(f"const int {word} = (int)count({gap});"))
    return [line(f"{var.name}[{i} + {word}] = ",
                 kind.make(X(f"(fold({var.name}[{i}]) + ", u.value(1), ")")), ";")]


@gadget("slot", 1.2, slips=True)
def stepped(u, slip):
    """Even elements are written, odd ones are read; coupled and scaled subscripts."""
    i, low, high = need_raw(u)
    kind = types.pick(u.rng, u.heavy, True)
    var = u.var("comb", kind, 2 * high + 8)
    other = f"2 * {i} + {u.choose(1, 3)}"
    if slip:
        other = u.choose(f"{i} + {i} / 2", f"{i}", f"2 * ({i} / 2)", f"(2 * {i} + 1) & ~1",
                         f"{i} + 1")
    elif u.chance(0.3):
        other = f"(2 * {i} + 2) | 1"
    return [line(f"{var.name}[2 * {i}] = ",
                 kind.make(X(f"(fold({var.name}[{other}]) ^ ", u.value(1), ")")), ";")]
