"""Loop headers: types of the variable, bounds, steps and directions, outer
variables, pointers, iterators and range-for.

A loop knows how its variable is spelled in subscripts (`raw`, from `low` to
`high`, both included, whatever the number of iterations is), how as a value of
type unsigned, and which element is its own where it walks over an array.
"""

from . import types
from .tree import line

# Types whose members can be bound, and how many there are.
BINDINGS = {"Pod": 3, "std::pair<unsigned, std::string>": 2, "std::tuple<unsigned, int>": 2}


class Loop:
    def __init__(self, head, raw, low, high, unsigned=None, up=True, step=1, own=None, var=None):
        self.head, self.raw, self.low, self.high = head, raw, low, high
        self.unsigned = unsigned or f"(unsigned){raw}"
        self.up, self.step, self.own, self.var = up, step, own, var


TYPES = {"int": 8, "unsigned": 4, "std::size_t": 4, "long": 1.5, "short": 0.7, "unsigned char": 0.7,
         "signed char": 0.4, "unsigned short": 0.5, "long long": 0.5, "std::ptrdiff_t": 0.5}


def bound(u, kind, n):
    """How the number of iterations is written."""
    r = u.rng.random()
    if r < 0.35:
        return str(n)
    if r < 0.42 and n and kind == "std::size_t":
        var = array_for(u, n, "vector" if u.heavy else "c")
        if var.place != "param" and var.size == n:
            if u.heavy:
                return f"{var.name}.size()"
            return f"sizeof({var.name}) / sizeof({var.name}[0])"
    name = u.name("n")
    if r < 0.7 or u.form == "const_method":
        u.locals.append(line(f"const {kind} {name} = ({kind})count({n});"))
        return name
    if r < 0.85:
        u.namespace(line(f"static {kind} {name} = {n};"))
        return name
    u.locals.append(line(f"{kind} {name} = ({kind}){n};"))
    return name


def pick(u, name="i"):
    r = u.rng.random()
    n = u.rng.choice([0, 1, 2, 3, 5, 7, 9, 12, 13, 16, 20, 25, 30, 33, 40])
    if n < 3 and u.chance(0.6):
        n += 10
    if r < 0.72:
        return counted(u, name, n)
    if r < 0.82:
        return pointer(u, n)
    if r < 0.88 and u.heavy:
        return iterator(u, n)
    if r < 0.97:
        return ranged(u, n)
    return counted(u, name, n)


def counted(u, i, n):
    rng = u.rng
    kind = rng.choices(list(TYPES), list(TYPES.values()))[0]
    signed = not (kind.startswith("un") or kind == "std::size_t")
    i = u.rng.choice([i, "k", "row", "idx"]) if u.chance(0.3) else i
    outer = u.chance(0.15)
    declared = kind + " "
    if outer:
        i = u.name("i")
        declared = ""
        u.locals.append(line(f"{kind} {i} = 0;"))
        if u.chance(0.7) and not u.exits:
            u.after.append(line(f'show("u{u.number}.{i}", (unsigned){i});'))
    r = rng.random()
    if r < 0.55:
        low = rng.choice([0, 0, 0, 0, 1, 2, 5])
        test = rng.choice(["<", "<", "<", "!="])
        high = max(n - 1, low)
        if test == "!=" and n < low:
            n = low
        step = rng.choice([f"++{i}", f"{i}++", f"{i} += 1"])
        return Loop(f"for ({declared}{i} = {low}; {i} {test} {bound(u, kind, n)}; {step})", i, low,
                    high)
    if r < 0.7:
        by = rng.choice([2, 3, 4])
        low = rng.choice([0, 0, 1, 3])
        return Loop(f"for ({declared}{i} = {low}; {i} < {bound(u, kind, n)}; {i} += {by})", i, low,
                    max(n - 1, low),
                    step=by)
    if r < 0.8:
        return Loop(f"for ({declared}{i} = 0; {i} <= {bound(u, kind, n)}; ++{i})", i, 0, n)
    if r < 0.93 and signed:
        by = rng.choice([1, 1, 2])
        step = f"--{i}" if by == 1 else f"{i} -= {by}"
        return Loop(f"for ({declared}{i} = {bound(u, kind, max(n - 1, 0))}; {i} >= 0; {step})", i,
                    0, max(n - 1, 0),
                    up=False, step=by)
    if not signed:
        return Loop(f"for ({declared}{i} = {bound(u, kind, n)}; {i} > 0; --{i})", i, 1, max(n, 1),
                    up=False)
    return Loop(f"for ({declared}{i} = -3; {i} < {max(n - 3, 0)}; ++{i})", f"({i} + 3)", 0,
                max(n - 1, 2))


def array_for(u, n, array):
    kind = types.pick(u.rng, u.heavy, u.chance(0.6))
    if kind.name == "bool":
        kind = types.UNSIGNED
    return u.var("seq", kind, max(n, 1), u.rng.randrange(200), u.chance(0.5), array=array)


def pointer(u, n):
    var = array_for(u, n, "c")
    p = u.name("p")
    kind = var.type.name
    size = var.size
    first = u.choose(f"{var.name}", f"&{var.name}[0]")
    end = u.choose(f"{var.name} + {size}", f"&{var.name}[0] + {size}")
    test = u.choose("!=", "<")
    return Loop(f"for ({kind} *{p} = {first}; {p} {test} {end}; ++{p})", f"({p} - {var.name})", 0,
                size - 1,
                own=f"(*{p})", var=var)


def iterator(u, n):
    var = array_for(u, n, "vector")
    if any(given.endswith(".data()") for _, given in u.params):
        return ranged(u, n)
    p = u.name("it")
    return Loop(f"for (auto {p} = {var.name}.begin(); {p} != {var.name}.end(); ++{p})",
                f"({p} - {var.name}.begin())", 0, var.size - 1, own=f"(*{p})", var=var)


def ranged(u, n):
    form = u.form
    if form == "params":
        u.form = "plain"        # an array parameter has no range
    var = array_for(u, n, "vector" if u.heavy and u.chance(0.7) else "c")
    u.form = form
    x = u.name("x")
    if var.type.name in BINDINGS and u.chance(0.5):
        names = [f"{x}{c}" for c in "abc"[:BINDINGS[var.type.name]]]
        return Loop(f"for (auto &[{', '.join(names)}] : {var.name})", None, 0, var.size - 1,
                    unsigned=f"(unsigned){names[0]}")
    if u.chance(0.15) and "unique_ptr" not in var.type.name:
        return Loop(f"for (auto {x} : {var.name})", None, 0, var.size - 1, unsigned=f"fold({x})")
    how = u.choose("auto &", "auto &", f"{var.type.name} &", "auto &&", "const auto &")
    if how == "const auto &":
        return Loop(f"for ({how}{x} : {var.name})", None, 0, var.size - 1, unsigned=f"fold({x})")
    return Loop(f"for ({how}{x} : {var.name})", None, 0, var.size - 1, unsigned=f"fold({x})", own=x,
                var=var)
