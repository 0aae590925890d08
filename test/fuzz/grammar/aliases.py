"""Other names for what the loop writes, made before it: pointers, references,
spans, tables of pointers, pointers in structs, views of bytes. Without a slip
they lead to what the loop only reads, or to the own element."""

from . import types
from .gadgets import gadget
from .places import injective, need_raw
from .tree import X, block, line


def alias(u, var):
    """A second name for an array: a function from a subscript to text."""
    n = u.name("al")
    k = var.type.name
    first = var.name if var.array == "c" else f"&{var.name}[0]"
    if var.array == "deque":
        u.before.append(line(f"auto &{n} = {var.name};"))
        return lambda i: f"{n}[{i}]"
    how = u.rng.randrange(8)
    if how == 0:
        u.before.append(line(f"{k} *{n} = {first};"))
        return lambda i: f"{n}[{i}]"
    if how == 1:
        u.before.append(line(f"{k} *const {n} = {first} + 2;"))
        return lambda i: f"{n}[(long)({i}) - 2]"
    if how == 2:
        u.before.append(line(f"auto &{n} = {var.name};"))
        return lambda i: f"{n}[{i}]"
    if how == 3:
        c = u.name("Span")
        u.namespace(line(f"struct {c} {{\n  {k} *p;\n  unsigned n;\n"
                         f"  {k} &at(unsigned i) const {{ return p[i]; }}\n}};"))
        u.before.append(line(f"{c} {n} = {{{first}, {var.size}}};"))
        return u.choose(lambda i: f"{n}.p[{i}]", lambda i: f"{n}.at((unsigned)({i}))")
    if how == 4:
        u.before.append(line(f"{k} *{n}[2] = {{{first}, {first} + 1}};"))
        return u.choose(lambda i: f"{n}[0][{i}]", lambda i: f"{n}[1][(long)({i}) - 1]")
    if how == 5:
        u.namespace(line(f"static {k} *{n};"))
        u.before.append(line(f"{n} = {first};"))
        return lambda i: f"{n}[{i}]"
    if how == 6:
        u.before.append(line(f"{k} *{n} = {first};"))
        m = n + "p"
        u.before.append(line(f"{k} **{m} = &{n};"))
        return lambda i: f"(*{m})[{i}]"
    f = n + "f"
    u.before.append(line(f"auto {f} = [&](unsigned i) -> {k} & {{ return {var.name}[i]; }};"))
    return lambda i: f"{f}((unsigned)({i}))"


@gadget("alias", 3, slips=True)
def array(u, slip):
    """An array and another name for it, or for another one."""
    nodes = []
    text, least, greatest = injective(u, nodes)
    kind = types.pick(u.rng, u.heavy, u.chance(0.7))
    if kind.name == "bool":
        kind = types.UNSIGNED
    size = greatest + 6
    out = u.var("out", kind, size)
    if slip:
        name = alias(u, out)
        i, low, high = need_raw(u)
        index = u.choose(f"(({text}) > {least} ? ({text}) - 1 : ({text}))", text + " + 1",
                         str(least),
                         f"{least} + ({text}) % 2", f"{greatest} - (({text}) - {least})")
        read = name(index)
    elif u.chance(0.5):
        name = alias(u, out)
        read = name(text)
    else:
        other = u.var("src", kind, size)
        read = alias(u, other)(u.choose(text, f"{least}", f"{text} + 1"))
    place = f"{out.name}[{text}]"
    value = kind.make(X(f"(fold({read}) + ", u.value(1), ")"))
    if not slip and u.chance(0.4):
        place = alias(u, out)(text)
    nodes.append(line(f"{place} = ", value, ";"))
    u.export(f"fold({place})")
    return nodes


@gadget("alias", 2.5, slips=True)
def variable(u, slip):
    """A pointer or reference to a sum or to scratch, read in the body."""
    s = u.var("s", types.pick(u.rng, u.heavy, True), shared=u.chance(0.5))
    other = s if slip else u.var("fixed", s.type)
    n = u.name("al")
    how = u.rng.randrange(6)
    k = s.type.name
    if how == 0:
        u.before.append(line(f"const {k} *{n} = &{other.name};"))
        read = f"fold(*{n})"
    elif how == 1:
        u.before.append(line(f"const {k} &{n} = {other.name};"))
        read = f"fold({n})"
    elif how == 2:
        c = u.name("Ref")
        u.namespace(line(f"struct {c} {{\n  {k} &r;\n  unsigned get() const {{ return fold(r); }}\n"
                         f"}};"))
        u.before.append(line(f"{c} {n}{{{other.name}}};"))
        read = f"{n}.get()"
    elif how == 3:
        dummy = u.var("dummy", s.type)
        u.before.append(line(f"const {k} *{n} = count(1) ? &{other.name} : &{dummy.name};"))
        read = f"fold(*{n})"
    elif how == 4:
        u.before.append(line(f"auto {n} = [&] {{ return fold({other.name}); }};"))
        read = f"{n}()"
    else:
        u.before.append(line(f"{k} *{n}[2] = {{&{other.name}, &{other.name}}};"))
        read = f"fold(*{n}[{u.rng.randrange(2)}])"
    update = line(s.type.update(u.rng, s.name, u.value(1)), ";")
    r = u.name("v")
    nodes = [line(f"const unsigned {r} = {read};"), update]
    if slip and u.chance(0.4):
        nodes.reverse()
    u.export(r)
    return nodes


@gadget("alias", 1.5, slips=True)
def members(u, slip):
    """Results in members of elements, read through the neighbour or another member."""
    i, low, high = need_raw(u)
    kind = types.BY_NAME[u.choose("Pod", "Derived", "Deep", "Vec", "Bits")]
    a, b = {"Pod": ("a", "b"), "Derived": ("a", "b"), "Deep": ("in.n", "tag"),
            "Vec": ("e[0]", "e[1]"),
            "Bits": ("low", "high")}[kind.name]
    var = u.var("recs", kind, high + 4)
    at = i if not slip else u.choose(f"{i} > {low} ? {i} - 1 : {i}", f"{i} / 2", f"{low}")
    back = a if slip else u.choose(a, b)
    if not slip and u.chance(0.5):
        at, back = u.choose(f"{i} / 2", f"{low}"), b
    value = X(f"((unsigned){var.name}[{at}].{back} + ", u.value(1), ")")
    place = f"{var.name}[{i}].{a}"
    if u.chance(0.3):
        r = u.name("r")
        return [line(f"auto &{r} = {var.name}[{i}];"), line(f"{r}.{a} = ", value, " & 7u;")]
    return [line(f"{place} = ", value, " & 7u;")]


@gadget("alias", 1.2, slips=True)
def bytes_of(u, slip):
    """Results seen as bytes, or as halves."""
    i, low, high = need_raw(u)
    var = u.var("words", types.UNSIGNED, high + 3, array="c")
    b = u.name("bytes")
    u.before.append(line(f"unsigned char *{b} = reinterpret_cast<unsigned char *>({var.name});"))
    if slip:
        at = u.choose(f"{i}", f"4 * ({i} > {low} ? {i} - 1 : {i}) + 1", f"4 * {i} / 2")
    else:
        at = f"4 * {i} + {u.rng.randrange(4)}"
    if u.chance(0.5):
        return [line(f"{var.name}[{i}] = ", X(f"({b}[{at}] + ", u.value(1), ")"), ";")]
    return [line(f"{b}[{at}] = (unsigned char)", u.value(1), ";"),
            line(f"{var.name}[{i}] += ", u.value(1), ";")]


@gadget("alias", 0.6, slips=True)
def pointers_kept(u, slip):
    """Pointers stored in an array or in objects, each iteration's to its own target, or shared."""
    i, low, high = need_raw(u)
    target = u.var("target", types.UNSIGNED, high + 3, array="c")
    p = u.name("ptrs")
    u.locals.append(line(f"unsigned *{p}[{high + 3}];"))
    where = "k" if not slip else u.choose("k / 2", "0", "(k * 3) % 5")
    bound = high + 3
    if "% 5" in where and bound < 5:
        where = "0"
    u.before.append(block(f"for (unsigned k = 0; k < {bound}; ++k)",
                          [line(f"{p}[k] = {target.name} + {where};")]))
    return [line(f"*{p}[{i}] = ", X(f"(*{p}[{i}] * 3u + ", u.value(1), ")"), ";")]


@gadget("alias", 1.5, slips=True)
def row_cursor(u, slip):
    """A pointer that is moved on from iteration to iteration, or made anew in each."""
    i, low, high = need_raw(u)
    w = u.rng.choice([2, 3])
    var = u.var("strip", types.pick(u.rng, u.heavy, True), (high + 3) * w + 4, array="c")
    k = var.type.name
    p = u.name("cur")
    if slip:
        u.before.append(line(f"{k} *{p} = {var.name};"))
        # The pointer goes around, so that it stays in the array.
        nodes = [line(f"*{p} = ",
                      var.type.make(X(f"(fold({p} > {var.name} ? {p}[-1] : *{p}) + ", u.value(1),
                                      ")")), ";"),
                 line(f"if (++{p} == {var.name} + {var.size}) {p} = {var.name};")]
        return nodes
    made = u.choose(f"{k} *{p} = {var.name} + {i} * {w};", f"{k} *{p} = &{var.name}[{i} * {w}];")
    nodes = [line(made)]
    for _ in range(w):
        nodes.append(line(f"*{p}++ = ", var.type.make(u.value(1)), ";"))
    return nodes
