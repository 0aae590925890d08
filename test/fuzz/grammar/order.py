"""When things are evaluated: values that change after a tail has used them,
assignments within expressions, short circuits, exceptions half way."""

from . import types
from .gadgets import gadget
from .places import need_raw
from .tree import block, line
from .unit import Unfit


@gadget("tail", 2)
def used_then_changed(u, slip):
    """A local or scratch is used by a tail, changed, and used again."""
    kind = types.pick(u.rng, u.heavy, u.chance(0.7))
    s = u.var("sum", types.UNSIGNED, shared=True)
    outer = u.chance(0.4)
    x = u.var("x", kind).name if outer else u.name("x")
    nodes = [line(f"{'' if outer else kind.name + ' '}{x} = ", kind.make(u.value(1)), ";")]
    p = x
    if u.chance(0.3) and kind.name != "bool":
        p = u.name("p")
        nodes.append(line(f"{kind.name} {u.choose('*', '*const ')}{p} = &{x};"))
        p = f"(*{p})"
    elif u.chance(0.3):
        p = u.name("r")
        nodes.append(line(f"{kind.name} &{p} = {x};"))
    def use():
        return u.choose(f"{s.name} = {s.name} * 3u + fold({u.choose(x, p)});",
                        f"{s.name} ^= fold({u.choose(x, p)});",
                        f'std::printf("%u,", fold({u.choose(x, p)}));',
                        f"{s.name} += fold({x}) * fold({p});")
    nodes.append(line(use()))
    for _ in range(u.rng.choice([1, 1, 2])):
        nodes.append(line(kind.update(u.rng, u.choose(x, p), u.value(1)), ";"))
        nodes.append(line(use()))
    u.export(f"fold({x})")
    return nodes


@gadget("tail", 1.2)
def text_then_changed(u, slip):
    """A buffer is printed, overwritten and printed again."""
    b = u.name("line")
    if u.chance(0.5):
        nodes = [line(f"char {b}[24];")]
    else:
        u.namespace(line(f"static char {b}[24];"))
        nodes = []
    stream = u.choose("stdout", "stderr")
    for _ in range(u.rng.choice([1, 2])):
        nodes.append(line(f'std::snprintf({b}, sizeof {b}, "%u/%x", ', u.value(1), ", ", u.value(1),
                          " & 255u);"))
        nodes.append(line(u.choose(f"std::fputs({b}, {stream});",
                                   f'std::fprintf({stream}, "<%s>", {b});',
                                   f'std::fprintf({stream}, "%.*s;", 5, {b});')))
    return nodes


@gadget("scratch", 2, slips=True)
def within_expressions(u, slip):
    """Scratch assigned within conditions, chains, commas and initialisers."""
    t, r = u.var("t", types.UNSIGNED), u.name("v")
    a, b = u.value(1), u.value(1)
    if slip:
        how = u.rng.randrange(4)
        nodes = [[line(f"const bool {r}b = ", u.condition(1), f" && ({t.name} = ", a, ") > 3u;")],
                 [line(f"const bool {r}b = ", u.condition(1), f" || ({t.name} = ", a, ") > 3u;")],
                 [line(f"const unsigned {r}b = ", u.condition(1), f" ? ({t.name} = ", a,
                       ") : 4u;")],
                 [line(f"const unsigned {r}b = (({t.name} & 1u) ? ({t.name} = ", a,
                       f") : ({t.name} = ", b, "));")]][how]
        nodes.append(line(f"const unsigned {r} = {t.name} + (unsigned){r}b;"))
    else:
        how = u.rng.randrange(6)
        nodes = [[line(f"const unsigned {r} = ({t.name} = ", a, f") + 1u;")],
                 [line(f"const unsigned {r} = ({t.name} = ", a, f", {t.name} * 3u);")],
                 [line(f"unsigned {r} = 0;"), line(f"{r} = {t.name} = ", a, ";")],
                 [line(f"const unsigned {r} = ", u.condition(1), f" ? ({t.name} = ", a,
                       f") : ({t.name} = ", b, ");")],
                 [line(f"unsigned {r} = 0;"),
                  block([f"if (({t.name} = ", a, ") % 3u)"], [line(f"{r} = {t.name} + 1u;")])],
                 [line(f"unsigned {r} = 1;"),
                  block([f"for ({t.name} = ", a, f" % 4u; {t.name} > 0; --{t.name})"],
                                                    [line(f"{r} = {r} * 3u + {t.name};")])]][how]
    u.export(r)
    u.export(t.name)
    return nodes


@gadget("tail", 1, slips=True)
def chosen_target(u, slip):
    """Which variable is updated is decided in the iteration."""
    a, b = u.var("a", types.UNSIGNED), u.var("b", types.UNSIGNED)
    how = u.rng.randrange(3)
    if how == 0:
        nodes = [line("(", u.condition(1), f" ? {a.name} : {b.name}) += ", u.value(1), ";")]
    elif how == 1:
        p = u.name("p")
        nodes = [line(f"unsigned *{p} = ", u.condition(1), f" ? &{a.name} : &{b.name};"),
                 line(f"*{p} ^= ", u.value(1), ";")]
    else:
        p = u.name("p")
        nodes = [line(f"unsigned &{p} = ", u.condition(1), f" ? {a.name} : {b.name};"),
                 line(f"{p} = {p} * 3u + ", u.value(1), ";")]
    if slip:
        u.export(u.choose(a, b).name)
    return nodes


@gadget("scratch", 1.2, slips=True)
def half_way(u, slip):
    """An exception ends what fills scratch, and is caught within the iteration."""
    size = 4
    b, f, r = u.var("part", types.UNSIGNED, size, shared=True,
                    array="c"), u.name("fill"), u.name("v")
    u.function("void", f, "unsigned x", [
        block(f"for (unsigned k = 0; k < {size}; ++k)", [
            line("if (k == x) throw 3;"), line(f"{b.name}[k] = x * k + 1u;")])])
    nodes = []
    if not slip:
        nodes.append(block(f"for (unsigned k = 0; k < {size}; ++k)",
                           [line(f"{b.name}[k] = k + ", u.value(1), ";")]))
    nodes += [block("try", [line(f"{f}(", u.value(1), " % 8u);")], " catch (int) {\n}",
                    spill=False),
              line(f"unsigned {r} = 0;"),
              block(f"for (unsigned k = 0; k < {size}; ++k)",
                    [line(f"{r} = {r} * 3u + {b.name}[k];")])]
    u.export(r)
    return nodes


@gadget("alias", 1.2, slips=True)
def exchanged(u, slip):
    """Elements of two arrays change places; or neighbours in one do."""
    i, low, high = need_raw(u)
    kind = types.pick(u.rng, u.heavy, u.chance(0.6))
    if kind.name == "bool" or "unique_ptr" in kind.name:
        raise Unfit()
    a, b = u.var("left", kind, high + 3), u.var("right", kind, high + 3)
    x, y = f"{a.name}[{i}]", f"{b.name}[{i}]"
    if slip:
        y = u.choose(f"{a.name}[{i} + 1]", f"{a.name}[{i} > {low} ? {i} - 1 : {i}]",
                     f"{b.name}[{i} / 2]", f"{a.name}[{high + 1} - {i}]")
    t = u.name("tmp")
    if u.heavy and u.chance(0.5):
        nodes = [line(f"std::swap({x}, {y});")]
    else:
        nodes = [line(f"const {kind.name} {t} = {x};"), line(f"{x} = {y};"), line(f"{y} = {t};")]
    if u.chance(0.4):
        nodes.append(line(kind.update(u.rng, x, u.value(1)), ";"))
    u.export(f"fold({x})")
    return nodes


@gadget("callee", 1.2)
def heap(u, slip):
    """Memory that is taken and given back within the iteration."""
    p = u.name("mem")
    how = u.rng.randrange(3)
    n = u.rng.choice([2, 3, 5])
    fill = block(f"for (unsigned k = 0; k < {n}; ++k)", [line(f"{p}[k] = k * ", u.value(1), ";")])
    if how == 0:
        nodes = [line(f"unsigned *{p} = new unsigned[{n}]();"), fill]
        end = f"delete[] {p};"
    elif how == 1:
        nodes = [line(f"unsigned *{p} = static_cast<unsigned *>(std::calloc({n}, "
                      f"sizeof(unsigned)));"), fill]
        end = f"std::free({p});"
    else:
        nodes = [line(f"unsigned {p}[{n}] = {{}};"), fill]
        end = ";"
    r = u.name("v")
    nodes += [line(f"const unsigned {r} = {p}[0] + {p}[{n - 1}] * 3u;"), line(end)]
    u.export(r)
    return nodes
