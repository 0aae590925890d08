"""Ways out of an iteration, and out of the loop."""

from .gadgets import gadget
from .tree import X, block, line
from .unit import Unfit


@gadget("exit", 2)
def goes_on(u, slip):
    return [block(["if ", u.condition(1)], [line("continue;")], spill=True)]


@gadget("leave", 2)
def leaves(u, slip):
    """break, return, goto and throw, of the iteration's own accord."""
    if not u.can_leave:
        raise Unfit()
    u.leaves = True
    m = u.rng.choice([3, 5, 11, 17])
    test = X("((", u.value(1), f") % {m}u == {u.rng.randrange(m)}u)", fixed=True)
    if u.loop.raw and u.chance(0.4):
        test = X(f"({u.loop.raw} == {u.rng.randrange(u.loop.high + 1)})", fixed=True)
    how = u.choose("break", "break", "return", "throw", "goto", "callee")
    if how == "return":
        if u.form == "lambda":
            return [block(["if ", test], [line("return;")])]
        u.returns = True
        return [block(["if ", test], [line("return;")])]
    if how == "goto":
        u.labels.append(u.name("out"))
        return [block(["if ", test], [line(f"goto {u.labels[-1]};")])]
    if how == "throw":
        u.throws = True
        return [block(["if ", test], [line("throw ", u.value(1), ";")])]
    if how == "callee":
        u.throws = True
        f, r = u.name("check"), u.name("v")
        u.namespace(line(f"static unsigned {f}(unsigned x) {{\n  if (x % {m}u == 1u)\n"
                         f"    throw x;\n  return x * 3u;\n}}"))
        made = line(f"const unsigned {r} = {f}(", u.value(1), ");")
        u.export(r)
        return [made]
    return [block(["if ", test], [line("break;")])]


@gadget("exit", 0.7, slips=True)
def tail_decides(u, slip):
    """The sum decides whether the loop goes on."""
    if not (slip and u.can_leave):
        raise Unfit()
    u.leaves = True
    s = u.var("sum")
    return [line(f"{s.name} += ", u.value(1), " % 50u;"),
            block(f"if ({s.name} > 300u)", [line("break;")])]
