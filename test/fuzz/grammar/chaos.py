"""Loops without a plan: a few arrays, pointers and scalars, of which random
statements read and write random ones at random places. Nearly all of these
loops have dependences; the few that are accepted are worth a look."""

from . import types
from .aliases import alias
from .gadgets import gadget
from .places import need_raw
from .tree import X, block, line


def pool(u):
    if not hasattr(u, "chaos"):
        size = 128
        arrays = [u.var("a", types.pick(u.rng, u.heavy, True), size)
                  for _ in range(u.rng.randrange(1, 4))]
        for a in arrays:
            if a.type.name == "bool":
                a.type = types.BY_NAME["bool"]
        scalars = [u.var("s", types.pick(u.rng, u.heavy, True), shared=u.chance(0.4))
                   for _ in range(u.rng.randrange(1, 4))]
        places = [(a.type, lambda i, a=a: f"{a.name}[{i}]") for a in arrays]
        for a in arrays:
            if u.chance(0.5) and a.type.name != "bool":
                places.append((a.type, alias(u, a)))
        u.chaos = (places, scalars)
    return u.chaos


def index(u, reading=False):
    """A subscript from 2 to 125, or an expression for one."""
    i, low, high = need_raw(u)
    options = [f"{i} + 2"] * 6 + [f"{i} + 3", f"2 * {i} + 2", f"{i} * 2 + 3", f"{high} - {i} + 2",
                                  f"{i} / 2 + 2",
                                  f"{i} + 44", f"{i} % 8 + 4", "2", "60", f"({i} ^ 1) + 2",
                                  f"3 * {i} + 4" if high < 40 else f"{i} + 2",
                                  f"{i} + {i} + 2", f"(unsigned char)({i} * 3 + 2)",
                                  f"{high} + {i} + 3", f"2 * ({high} - {i}) + 3"]
    if reading:
        options += [f"{i} + 1", f"{i} + 4", f"{i}", f"{i} + 1", f"2 * {i} + 3"]
    text = u.rng.choice(options)
    if u.chance(0.06):
        return X("((", u.value(1), ") & 63u)")
    return text


def readable(u, slip=True):
    places, scalars = pool(u)
    if u.chance(0.65):
        _, at = u.rng.choice(places)
        return X(*u.split(f"fold({at('@')})", index(u, True)))
    return X(f"fold({u.rng.choice(scalars).name})")


@gadget("chaos", 5, slips=True)
def anything(u, slip):
    need_raw(u)
    places, scalars = pool(u)
    nodes = []
    for _ in range(u.rng.randrange(1, 4)):
        value = u.value(1)
        for _ in range(u.rng.choice([0, 1, 1, 2])):
            value = X("(", value, u.choose(" + ", " ^ ", " * "), readable(u), ")")
        r = u.rng.random()
        if r < 0.55:
            kind, at = u.rng.choice(places)
            made = kind.make(value)
            nodes.append(line(*u.split(f"{at('@')} = ", index(u)), made, ";"))
        elif r < 0.8:
            s = u.rng.choice(scalars)
            nodes.append(line(f"{s.name} = ", s.type.make(value), ";"))
            if u.chance(0.5):
                u.export(f"fold({s.name})")
        elif r < 0.92:
            s = u.rng.choice(scalars)
            nodes.append(line(s.type.update(u.rng, s.name, value), ";"))
        else:
            n = u.name("x")
            nodes.append(line(f"const unsigned {n} = ", value, ";"))
            u.export(n)
        if u.chance(0.25) and not str(nodes[-1].head[0]).startswith("const"):
            nodes[-1] = block(["if ", u.condition(1)], [nodes[-1]])
    return nodes
