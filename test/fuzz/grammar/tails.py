"""Tails: what is updated in order and not read by the body. The slips let the
body see what an earlier iteration's tail left."""

from . import types
from .gadgets import gadget
from .places import colliding
from .tree import X, block, line
from .unit import Unfit


def maybe(u, nodes, p=0.4):
    """The statements, perhaps under a condition."""
    if u.chance(p):
        return [block(["if ", u.condition(1)], nodes)]
    return nodes


def leak(u, text, slip):
    """Lets what comes after see the tail, if it shall."""
    if slip:
        u.export(text)
        r = u.name("seen")
        if u.chance(0.5):
            u.scopes[-1].pop()
            u.export(r)
            return [line(f"const unsigned {r} = ", X(f"{text}"), ";")]
    return []


@gadget("tail", 5, slips=True)
def total(u, slip):
    kind = types.pick(u.rng, u.heavy, u.chance(0.75))
    s = u.var("sum", kind)
    nodes = leak(u, f"fold({s.name})", slip)
    for _ in range(u.rng.choice([1, 1, 2])):
        nodes += maybe(u, [line(kind.update(u.rng, s.name, u.value(2)), ";")])
    return nodes


@gadget("tail", 2.5, slips=True)
def extreme(u, slip):
    """Least or greatest, with where it was; in several spellings."""
    best, at = u.var("best", types.UNSIGNED, value=u.rng.choice([0, 100000, 77])), u.var("where")
    v = u.name("v")
    op = u.choose("<", ">", "<=")
    nodes = [line(f"const unsigned {v} = ", u.value(2), ";")]
    how = u.rng.randrange(5)
    if how == 0:
        nodes.append(block(f"if ({v} {op} {best.name})",
                           [line(f"{best.name} = {v};"), line(f"{at.name} = {u.loop.unsigned};")]))
    elif how == 1:
        nodes.append(line(f"{best.name} = {v} {op} {best.name} ? {v} : {best.name};"))
    elif how == 2:
        nodes.append(line(f"if ({v} {op} {best.name}) {best.name} = {v}, {at.name} = "
                          f"{u.loop.unsigned};"))
    elif how == 3:
        nodes.append(block(f"if ({v} {op} {best.name} || ({v} == {best.name} && {at.name} > 3u))",
                           [line(f"{at.name} = {v} + 1u;"), line(f"{best.name} = {v};")]))
    else:
        nodes.append(block([f"if ({v} {op} {best.name} && ", u.condition(1), ")"],
                           [line(f"{best.name} = {v};")]))
    return nodes + leak(u, u.choose(best.name, at.name), slip)


@gadget("tail", 3, slips=True)
def compaction(u, slip):
    """out[n++] = x, in several spellings."""
    kind = types.pick(u.rng, u.heavy)
    out = u.var("kept", kind, 48)
    n = u.var("n", types.BY_NAME[u.choose("unsigned", "unsigned", "long")], value=0)
    value = kind.make(u.value(2))
    how = u.rng.randrange(4)
    guard = f"if ({n.name} < 47)"
    if how == 0:
        inner = [line(f"{out.name}[{n.name}++] = ", value, ";")]
    elif how == 1:
        inner = [line(f"{out.name}[{n.name}] = ", value, ";"), line(f"++{n.name};")]
    elif how == 2:
        inner = [line(f"{out.name}[{n.name}] = ", value, f", {n.name} += 1;")]
    else:
        inner = [line(f"++{n.name};"), line(f"{out.name}[{n.name}] = ", value, ";")]
    again = u.form == "template" or u.rounds > 1 or len(u.scopes) > 1
    nodes = maybe(u, inner, 0.6)
    if again or u.nested or u.chance(0.2):
        nodes = [block(guard, nodes, spill=False)]
    else:
        u.once = True
    if u.chance(0.3):
        out2 = f"fold({out.name}[0])"
    else:
        out2 = f"fold({n.name})"
    return nodes + leak(u, out2, slip)


@gadget("tail", 2, slips=True)
def histogram(u, slip):
    """Elements that several iterations update."""
    kind = types.pick(u.rng, u.heavy, True)
    h = u.var("hist", kind, 8)
    index = X("(", u.value(1), ") & 7u")
    if u.loop.raw and u.chance(0.4):
        text, _, most = colliding(u)
        if most < 8:
            index = text
    nodes = maybe(u, [line(kind.update(u.rng, f"{h.name}[{index}]" if isinstance(index, str)
                                       else f"{h.name}[hk]",
                                       u.value(1)), ";")])
    if not isinstance(index, str):
        nodes = [block("", [line("const unsigned hk = ", index, ";"), *nodes])]
    return nodes + leak(u, f"fold({h.name}[{u.rng.randrange(8)}])", slip)


@gadget("tail", 2.5, slips=True, heavy=True)
def grows(u, slip):
    """Containers that grow in order."""
    name, adds = u.rng.choice([
        ("std::vector<unsigned>", ["push_back($)", "emplace_back($)", "insert(@.end(), $)"]),
        ("std::string", ["append(text($))", "push_back((char)('a' + ($) % 26u))"]),
        ("std::map<unsigned, unsigned>", ["emplace(($) % 16u, 5u)", "insert({($) % 16u, 2u})"]),
        ("std::set<unsigned>", ["insert($)", "erase(($) % 5u)"]),
        ("std::deque<unsigned>", ["push_front($)", "push_back($)"]),
        ("std::list<unsigned>", ["push_back($)", "push_front($)"])])
    kind = types.BY_NAME[name]
    c = u.var("all", kind)
    a, b = u.rng.choice(adds).replace("@", c.name).split("$")
    nodes = maybe(u, [line(f"{c.name}.{a}", u.value(2), f"{b};")])
    if u.chance(0.3):
        nodes += maybe(u, [line(kind.update(u.rng, c.name, u.value(1)), ";")])
    return nodes + leak(u, u.choose(f"(unsigned){c.name}.size()", f"fold({c.name})"), slip)


@gadget("tail", 2)
def prints(u, slip):
    """Printing, with and without state, to either stream."""
    how = u.rng.randrange(7 if u.heavy else 5)
    v = u.value(2)
    if how == 0:
        nodes = [line(f'std::printf("u{u.number}: %u\\n", ', v, ");")]
    elif how == 1:
        nodes = [line(f'std::fprintf(stderr, "u{u.number} %u;", ', v, ");")]
    elif how == 2:
        nodes = [line("std::putchar((int)('a' + ", v, " % 26u));"), line("std::putchar('\\n');")]
    elif how == 3:
        nodes = [line("std::puts(", u.condition(1), ' ? "yes" : "no");')]
    elif how == 4:
        nodes = [line("std::fputs(", u.condition(1), ' ? "A" : "B", stderr);')]
    elif how == 5:
        nodes = [line(f'std::cout << "u{u.number} " << '
                      f'{u.choose("std::hex << ", "std::dec << ", "")}', v, " << '\\n';")]
    else:
        nodes = [line("if ", u.condition(1), " std::cerr << std::hex;"),
                 line("std::cerr << ", v, ' << " ";')]
    return maybe(u, nodes)


@gadget("tail", 2, slips=True)
def by_callee(u, slip):
    """The update is in a function, a method, a lambda, a macro or a destructor."""
    s = u.var("sum", types.UNSIGNED, shared=True)
    how = u.rng.randrange(7)
    f = u.name("add")
    v = u.value(2)
    if how == 0:
        u.function("void", f, "unsigned v", [line(f"{s.name} = {s.name} * 3u + v;")])
        nodes = [line(f"{f}(", v, ");")]
    elif how == 1:
        u.namespace(line(f"static void {f}(unsigned &to, unsigned v) {{ to += v * 5u; }}"))
        nodes = [line(f"{f}({s.name}, ", v, ");")]
    elif how == 2:
        u.namespace(line(f"static void {f}(unsigned *to, unsigned v) {{\n  if (v % 3u)\n"
                         f"    *to ^= v;\n}}"))
        nodes = [line(f"{f}(&{s.name}, ", v, ");")]
    elif how == 3:
        where = u.choose("before", "inside")
        named = u.form != "member" and s.place not in ("global", "static")
        made = line(f"auto {f} = [&{s.name if named else ''}](unsigned v) {{ {s.name} += v; }};")
        nodes = [line(f"{f}(", v, ");")]
        if where == "inside":
            nodes.insert(0, made)
        else:
            u.before.append(made)
    elif how == 4:
        u.namespace(line(f"#define {f.upper()}(x) \\\n  do {{ \\\n    {s.name} += (x); \\\n"
                         f"  }} while (0)"))
        nodes = [line(f"{f.upper()}(", v, ");")]
    elif how == 5:
        g = u.name("Guard")
        u.namespace(line(f"struct {g} {{\n  unsigned &to;\n  unsigned v;\n"
                         f"  ~{g}() {{ to = to * 7u + v; }}\n}};"))
        nodes = [block("", [line(f"{g} guard{{{s.name}, ", v, "};"), line("(void)guard;")])]
    else:
        c, o = u.name("Count"), u.name("acc")
        u.namespace(line(f"struct {c} {{\n  unsigned total = 1, calls = 0;\n"
                         f"  void add(unsigned v) {{\n    total = total * 3u + v;\n"
                         f"    ++calls;\n  }}\n  unsigned get() const {{ return total + calls; }}\n"
                         f"}};\nstatic {c} {o};"))
        u.after.append(line(f'show("u{u.number}.{o}", {o}.get());'))
        nodes = [line(f"{o}.add(", v, ");")]
        return maybe(u, nodes) + leak(u, f"{o}.get()", slip)
    return maybe(u, nodes, 0.3) + leak(u, s.name, slip)


@gadget("tail", 1.5, slips=True)
def last_one(u, slip):
    """The last iteration that assigns wins; the first one; a parity."""
    kind = types.pick(u.rng, u.heavy)
    s = u.var("last", kind)
    v = kind.make(u.value(2))
    how = u.rng.randrange(3)
    if how == 0:
        nodes = [block(["if ", u.condition(1)], [line(f"{s.name} = ", v, ";")])]
    elif how == 1:
        f = u.var("first", types.BY_NAME["bool"])
        nodes = [block([f"if (!{f.name} && ", u.condition(1), ")"],
                       [line(f"{f.name} = true;"), line(f"{s.name} = ", v, ";")])]
    else:
        p = u.var("parity", types.BY_NAME["bool"])
        nodes = [block(["if ", u.condition(1)],
                       [line(f"{p.name} = !{p.name};"), line(f"{s.name} = ", v, ";")])]
    return nodes + leak(u, f"fold({s.name})", slip)


@gadget("tail", 1.5, slips=True)
def inner_total(u, slip):
    """An update in an inner loop, with a local of the iteration."""
    s = u.var("sum", types.pick(u.rng, u.heavy, True))
    j, a = u.name("j"), u.name("part")
    nodes = [line(f"unsigned {a} = ", u.value(1), ";")]
    with u.scope():
        u.export(j)
        inside = [line(f"{a} = {a} * 3u + ", u.value(1), ";"),
                  line(s.type.update(u.rng, s.name, X(a, " + ", u.value(1))), ";")]
    nodes.append(block([f"for (unsigned {j} = 0; {j} < ", u.value(1), f" % 4u; ++{j})"], inside))
    u.export(a)
    return nodes + leak(u, f"fold({s.name})", slip)


@gadget("tail", 0.8, slips=True)
def node_list(u, slip):
    """A linked list in a pool, one node for each iteration that wants one."""
    if u.rounds > 1 or u.form == "template":
        raise Unfit()
    u.once = True
    c, pool, head, used = u.name("Link"), u.name("pool"), u.name("head"), u.name("used")
    u.namespace(line(f"struct {c} {{\n  unsigned v;\n  {c} *next;\n}};\nstatic {c} {pool}[64];\n"
                     f"static {c} *{head};\n"
                     f"static unsigned {used};"))
    u.after.append(block(f"for (const {c} *l = {head}; l; l = l->next)",
                         [line(f'show("{head}", l->v);')]))
    nodes = [block(["if (", u.condition(1), f" && {used} < 60)"], [
        line(f"{pool}[{used}].v = ", u.value(1), ";"), line(f"{pool}[{used}].next = {head};"),
        line(f"{head} = &{pool}[{used}++];")], spill=False)]
    if slip:
        u.export(f"({head} ? {head}->v : 3u)")
    return nodes
