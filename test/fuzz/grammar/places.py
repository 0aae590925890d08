"""Index forms: how an iteration says which elements are its own.

An injective form gives different iterations different elements. A form that
isn't is for tails, and for loops that shall go wrong.
"""

import re

from .tree import X, line
from .unit import Unfit


def need_raw(u):
    if u.loop.raw is None:
        raise Unfit()
    return u.loop.raw, u.loop.low, u.loop.high


def injective(u, nodes):
    """(subscript, least, greatest): `nodes` gets statements that have to come first."""
    i, low, high = need_raw(u)
    rng = u.rng
    r = rng.random()
    if r < 0.34:
        return i, low, high
    if r < 0.46:
        c = rng.randrange(1, 6)
        return rng.choice([f"{i} + {c}", f"{c} + {i}", f"({i} + {c})"]), low + c, high + c
    if r < 0.56:
        c = rng.randrange(0, 4)
        return rng.choice([f"{high + c} - {i}", f"({high} - {i}) + {c}"]), c, high - low + c
    if r < 0.68:
        s, c = rng.choice([2, 3, 4]), rng.randrange(0, 3)
        return rng.choice([f"{s} * {i} + {c}", f"{i} * {s} + {c}",
                           f"({i} << 2) + {c}" if s == 4 else f"{s} * {i} + {c}"]), \
            s * low + c, s * high + c
    if r < 0.74:
        st = u.name("stride")
        s = rng.choice([1, 2, 3])
        kind = rng.choice(["const int", "int", "const unsigned", "std::size_t"])
        u.locals.append(line(f"{kind} {st} = ({kind.replace('const ', '')})count({s});"))
        c = rng.randrange(0, 3)
        return f"{i} * {st} + {c}", s * low + c, s * high + c
    if r < 0.84:
        k = u.name("at")
        kind = rng.choice(["const int", "int", "std::size_t", "const auto", "long", "unsigned"])
        c = rng.randrange(0, 4)
        nodes.append(line(f"{kind} {k} = {'(int)' if kind == 'const int' else ''}({i} * 2 + {c});"))
        return k, low * 2 + c, high * 2 + c
    if r < 0.89:
        kind = rng.choice(["unsigned char", "short", "unsigned short"])
        return f"({kind})({i} + 1)", low + 1, high + 1
    if r < 0.92:
        var = u.var("at", live=u.chance(0.5))
        nodes.append(line(f"{var.name} = (unsigned)({i} + 2);"))
        return var.name, low + 2, high + 2
    if r < 0.95:
        return f"(({i} + 3) % {high + 4 + rng.randrange(3)})", low + 3, high + 3
    if r < 0.97 and not low % 2:
        return f"({i} ^ 1)", 0, high + 1
    return f"{i} + {i}", 2 * low, 2 * high


def colliding(u):
    """(subscript, least, greatest): different iterations may have the same element."""
    i, low, high = need_raw(u)
    r = u.rng.randrange(8)
    if r == 0:
        return f"{i} / 2", 0, high // 2
    if r == 1:
        return f"{i} % 4", 0, 3
    if r == 2:
        return f"({i} & 7)", 0, 7
    if r == 3:
        c = u.rng.randrange(0, 6)
        return f"{c}", c, c
    if r == 4:
        return f"({i} * {i}) % 19", 0, 18
    if r == 5:
        return f"(unsigned char)({i} * 16)", 0, 255
    if r == 6:
        return f"({i} > 5 ? 5 : {i})", 0, 5
    return f"({i} >> 1)", 0, high >> 1


def shifted(text, i, other):
    """The text with the loop variable replaced."""
    return re.sub(r"(?<!\w)" + re.escape(i) + r"(?!\w)", lambda _: other, text)


def earlier(u, text, least, greatest):
    """A subscript that an earlier iteration may have had, in range."""
    i, low, high = need_raw(u)
    r = u.rng.randrange(6)
    d = u.rng.choice([1, 1, 2, 3]) * u.loop.step
    if r == 0:
        other = shifted(text, i, f"({i} {'-' if u.loop.up else '+'} {d})")
        if i in text and not text.startswith("(unsigned") and "short" not in text:
            # Clamped at the ends, so that it is in range.
            test = f"{i} >= {low + d}" if u.loop.up else f"{i} + {d} <= {high}"
            return f"({test} ? {other} : {text})"
    if r == 1:
        return str(u.rng.randrange(least, greatest + 1))
    if r == 2:
        return X("(", u.value(1), f") % {greatest + 1}u")
    if r == 3:
        return f"({greatest} - ({text})) * 1" if least >= 0 else text
    if r == 4:
        return f"({text}) / 2"
    return X(f"(({text}) + ", u.value(1), f") % {greatest + 1}u")


def later(u, text):
    """A subscript that a later iteration has, or none: `text + n` in a loop that goes up."""
    i = u.loop.raw
    if not u.loop.up or i is None or text not in (i, f"({i})"):
        return None
    d = u.rng.choice([1, 2, 3])
    return f"{i} + {d}"

