"""Control flow around the pieces of a body: conditions, loops, switches, lambdas
called at once, exceptions caught within the iteration, gotos, blocks."""

from .tree import X, block, line, sequence


def condition(u, make):
    test = u.condition(1)
    return [block(["if ", test], scoped(u, make))]


def either(u, make):
    test = u.condition(1)
    first = block(["if ", test], scoped(u, make))
    return [block("", [first, block("else", scoped(u, make), spill=False)])]


def counted(u, make):
    j = u.name("w")
    bound = u.choose("2u", "3u", X(u.value(1), " % 3u"))
    return [block([f"for (unsigned {j} = 0; {j} < ", bound, f"; ++{j})"], scoped(u, make, j))]


def while_loop(u, make):
    j = u.name("w")
    start = line(f"unsigned {j} = ", u.value(1), " % 3u;")
    return [start, block(f"while ({j}-- > 0)", scoped(u, make), spill=False)]


def once(u, make):
    return [block("do", scoped(u, make), f" while ({u.choose('false', '0')});")]


def called(u, make):
    how = u.choose("[&]", "[&]() mutable", "[&]() -> void")
    return [block(how, scoped(u, make), "();", spill=False)]


def caught(u, make):
    thrown = u.condition(0)
    inside = scoped(u, make)
    if u.chance(0.5):
        inside.append(block(["if ", thrown], [line("throw 5;")]))
    return [block("try", inside, f" catch ({u.choose('int', '...')}) {{\n}}", spill=False)]


def switched(u, make):
    m = u.choose(2, 3)
    test = u.value(1)
    arms = []
    if u.chance(0.5):
        arms += [line("case 0:"), block("", scoped(u, make)),
                 line(u.choose("break;", "[[fallthrough]];"))]
    arms += [line("case 1:"), block("", scoped(u, make)), line("break;")]
    return [block(["switch ((", test, f") % {m}u)"], arms, spill=False)]


def jumped(u, make):
    label = u.name("skip")
    test = u.condition(1)
    return [block("", [line("if ", test, f" goto {label};"), block("", scoped(u, make))]),
            line(f"{label}:;")]


def bare(u, make):
    return [block("", scoped(u, make))]


WAYS = {condition: 22, either: 10, counted: 15, while_loop: 8, once: 8, called: 10, caught: 8,
        switched: 9, jumped: 5,
        bare: 5}


def scoped(u, make, *names):
    with u.scope():
        for name in names:
            u.export(name)
        return make()


def wrap(u, make):
    """What `make` returns, in a construct with a scope of its own."""
    way = u.rng.choices(list(WAYS), list(WAYS.values()))[0]
    return plain(way(u, make))


def plain(nodes):
    return [sequence(*nodes)]
