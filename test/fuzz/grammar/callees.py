"""Callees of many kinds, pure ones and ones with state: functions, methods,
virtual ones, pointers to them, recursion, templates, defaults, lambdas,
operators. The slips give a callee state that outlives the iteration."""

from . import types
from .gadgets import gadget
from .places import injective
from .tree import block, line
from .unit import Unfit


def result(u, call, *rest):
    r = u.name("v")
    u.export(r)
    return line(f"const unsigned {r} = {call}", *rest)


@gadget("callee", 2, slips=True)
def reads_global(u, slip):
    """A callee reads a global: an input, or one that the loop also writes."""
    f = u.name("get")
    k = u.var("param", types.UNSIGNED, shared=True)
    how = u.rng.randrange(3)
    if how == 0:
        u.function("unsigned", f, "unsigned x", [line(f"return x * 3u + {k.name};")])
        call = f"{f}("
    elif how == 1 and u.form != "member":
        u.namespace(line(f"static unsigned {f}(unsigned x, unsigned y = {k.name}) {{ return x ^ (y "
                         f"* 5u); }}"))
        call = f"{f}("
    else:
        g = u.name("inner")
        u.function("unsigned", g, "unsigned x", [line(f"return {k.name} > x ? {k.name} : x + 1u;")])
        u.function("unsigned", f, "unsigned x",
                   [line(f"unsigned y = {g}(x & 7u);"), line(f"return y + {g}(x >> 3);")])
        call = f"{f}("
    change = block(["if ", u.condition(1)], [line(k.type.update(u.rng, k.name, u.value(1)), ";")])
    nodes = [result(u, call, u.value(1), ");")]
    if slip:
        nodes.insert(u.rng.randrange(2), change)
    return nodes


@gadget("callee", 1.5, slips=True)
def counter(u, slip):
    """A static in a callee: never changed, set before use, or counting."""
    f = u.name("tick")
    if not slip:
        how = u.choose("static const unsigned step = 3u;",
                       "static unsigned step;\n  step = x % 7u;",
                       "static unsigned step = 0u;\n  step = x;\n  step = step * 3u + 1u;")
        u.namespace(line(f"static unsigned {f}(unsigned x) {{\n  {how}\n  return x + step;\n}}"))
    else:
        how = u.choose("static unsigned step = 0u;\n  ++step;",
                       "static unsigned step;\n  step = step * 5u + x;",
                       "static unsigned step = 1u;\n  if (x & 1u)\n    step = x;",
                       "static bool first = true;\n  unsigned step = first ? 9u : 1u;\n"
                       "  first = false;",
                       "static unsigned memo[4];\n  unsigned &step = memo[x & 3u];\n  if (!step)\n"
                       "    step = x * 7u + 1u;")
        u.namespace(line(f"static unsigned {f}(unsigned x) {{\n  {how}\n  return x + step;\n}}"))
    return [result(u, f"{f}(", u.value(1), ");")]


@gadget("callee", 1.5)
def pure(u, slip):
    """Recursion, pointers to functions, virtual functions, templates, functors."""
    how = u.rng.randrange(6)
    f = u.name("fn")
    if how == 0:
        u.namespace(line(f"static unsigned {f}(unsigned x) {{ return x < 2u ? x : {f}(x / 2u) + "
                         f"{f}(x / 3u) * 3u; }}"))
        return [result(u, f"{f}(", u.value(1), " & 255u);")]
    if how == 1:
        u.namespace(line(f"static unsigned {f}a(unsigned x) {{ return x + 1u; }}\n"
                         f"static unsigned {f}b(unsigned x) {{ return x * 3u; }}\n"
                         f"static unsigned (*const {f}[2])(unsigned) = {{{f}a, {f}b}};"))
        return [result(u, f"{f}[", u.value(1), " & 1u](", u.value(1), ");")]
    if how == 2:
        u.namespace(line(f"struct {f} {{\n  virtual ~{f}() = default;\n"
                         f"  virtual unsigned at(unsigned x) const {{ return x + 3u; }}\n}};\n"
                         f"struct {f}d : {f} {{\n  unsigned k = 4;\n"
                         f"  unsigned at(unsigned x) const override {{ return x * k; }}\n}};\n"
                         f"static {f}d {f}object;\n"
                         f"static const {f} *const {f}pointer = &{f}object;"))
        return [result(u, f"{f}pointer->at(", u.value(1), ");")]
    if how == 3:
        u.namespace(line(f"template <class T> static T {f}(T a, T b) {{ return a < b ? (T)(b - a) "
                         f": (T)(a - b); }}"))
        return [result(u, f"{f}<unsigned>(", u.value(1),
                       f", 9u) + {f}<unsigned char>((unsigned char)(", u.value(1), "), 3);")]
    if how == 4:
        u.namespace(line(f"struct {f} {{\n  unsigned k;\n"
                         f"  unsigned operator()(unsigned x) const {{ return x ^ k; }}\n}};"))
        return [result(u, f"{f}{{", u.value(1), "}(", u.value(1), ");")]
    g = u.name("g")
    u.namespace(line(f"struct {f} {{\n  unsigned v;\n  explicit {f}(unsigned x) : v(x) {{}}\n"
                     f"  operator unsigned() const {{ return v + 1u; }}\n"
                     f"  {f} operator*(const {f} &o) const {{ return {f}(v * o.v + 2u); }}\n}};"))
    return [line(f"const {f} {g}(", u.value(1), ");"),
            result(u, f"(unsigned)({g} * {f}(", u.value(1), "));")]


@gadget("callee", 1.5, slips=True)
def writes_argument(u, slip):
    """A callee writes through a pointer or reference that it is given."""
    f = u.name("put")
    nodes = []
    text, least, greatest = injective(u, nodes)
    var = u.var("res", types.UNSIGNED, greatest + 4)
    how = u.rng.randrange(4)
    if how == 0:
        u.namespace(line(f"static void {f}(unsigned &to, unsigned v) {{ to = to * 3u + v; }}"))
        nodes.append(line(f"{f}({var.name}[{text}], ", u.value(1), ");"))
    elif how == 1:
        body = "*to = v;" if not slip else u.choose("*to = v + to[-1];", "to[1] = v + *to;")
        if slip:
            text = f"{text}" if least > 0 else f"({text}) + 1"
            var = u.var("res", types.UNSIGNED, greatest + 6)
        u.namespace(line(f"static void {f}(unsigned *to, unsigned v) {{ {body} }}"))
        nodes.append(line(f"{f}(&{var.name}[{text}], ", u.value(1), ");"))
    elif how == 2 and var.array == "c":
        read = "a[k]" if not slip else u.choose("a[k / 2u]", "a[0]", "(k ? a[k - 1u] : 0u)")
        u.namespace(line(f"static void {f}(unsigned *a, unsigned k, unsigned v) {{ a[k] = {read} + "
                         f"v; }}"))
        nodes.append(line(f"{f}({var.name}, (unsigned)({text}), ", u.value(1), ");"))
    else:
        u.namespace(line(f"static unsigned &{f}(unsigned *a, unsigned k) {{ return "
                         f"a[{'k' if not slip else 'k / 2u'}]; }}"))
        first = var.name if var.array == "c" else f"&{var.name}[0]"
        if var.array == "deque":
            raise Unfit()
        nodes.append(line(f"{f}({first}, (unsigned)({text})) += ", u.value(1), ";"))
    u.export(f"{var.name}[{text}]")
    return nodes


@gadget("callee", 1.5, slips=True)
def lambda_before(u, slip):
    """A lambda made before the loop, with captures by value and reference, perhaps a state."""
    f = u.name("fun")
    k = u.var("k", types.UNSIGNED)
    how = u.rng.randrange(4)
    if slip:
        text = u.choose(f"auto {f} = [c = 1u](unsigned x) mutable {{ return x + c++; }};",
                        f"auto {f} = [&](unsigned x) {{ return x + {k.name}; }};",
                        f"auto {f} = [&](unsigned x) {{ {k.name} = {k.name} * 3u + x; return "
                        f"{k.name}; }};")
    else:
        text = [f"auto {f} = [=](unsigned x) {{ return x + {k.name}; }};",
                f"auto {f} = [&](unsigned x) {{ return x * {k.name} + 1u; }};",
                f"const auto {f} = [](unsigned x) {{ return x ^ 9u; }};",
                f"auto {f} = [&](unsigned x) {{ {k.name} = x; return {k.name} + 1u; }};"][how]
    u.before.append(line(text))
    nodes = [result(u, f"{f}(", u.value(1), ");")]
    if slip and "x + " + k.name in text:
        nodes.append(line(f"{k.name} = ", u.value(1), ";"))
    return nodes


@gadget("callee", 1, slips=True)
def class_state(u, slip):
    """const methods, mutable members, statics of classes, proxies."""
    c, o = u.name("Model"), u.name("model")
    if slip:
        members, body = u.choose(("mutable unsigned calls = 0;", "++calls;\n    return x + calls;"),
                                 ("mutable unsigned cached = 0, key = ~0u;",
                                  "if (key != (x & 3u)) {\n      key = x & 3u;\n      cached = x;\n"
                                  "    }\n    return cached;"),
                                 ("static inline unsigned shared = 1;",
                                  "shared += x;\n    return shared;"))
    else:
        members, body = u.choose(("unsigned k = 5;", "return x * k;"),
                                 ("unsigned table[4] = {1, 2, 3, 4};", "return table[x & 3u] + x;"),
                                 ("mutable unsigned temp = 0;",
                                  "temp = x;\n    temp += 2u;\n    return temp * 3u;"),
                                 ("static inline unsigned shared = 4;", "return shared + x;"))
    u.namespace(line(f"struct {c} {{\n  {members}\n  unsigned eval(unsigned x) const {{\n"
                     f"    {body}\n  }}\n}};"))
    (u.locals if u.chance(0.5) else u.space).append(line(f"{u.static(0.3)}{c} {o};"))
    return [result(u, f"{o}.eval(", u.value(1), ");")]


@gadget("callee", 1, slips=True)
def copies(u, slip):
    """Values whose special members do something of their own."""
    c, n = u.name("Noisy"), u.name("made")
    count = f"++{n};" if slip else ""
    u.namespace(line(f"static unsigned {n};\nstruct {c} {{\n  unsigned v;\n"
                     f"  {c}(unsigned x) : v(x) {{ {count} }}\n"
                     f"  {c}(const {c} &o) : v(o.v * 3u) {{ {count} }}\n"
                     f"  {c} &operator=(const {c} &o) {{\n    v = o.v + 1u;\n"
                     f"    return *this;\n  }}\n  ~{c}() {{ {u.choose('v = 0;', count)} }}\n}};"))
    a, b = u.name("a"), u.name("b")
    u.after.append(line(f'show("u{u.number}.{n}", {n});'))
    nodes = [line(f"{c} {a} = ", u.value(1), ";"), line(f"{c} {b} = {a};"), line(f"{a} = {b};")]
    u.export(f"{a}.v")
    u.export(f"{b}.v")
    if slip and u.chance(0.6):
        u.export(n)
    return nodes


@gadget("callee", 1.2, slips=True)
def locals_of_all_types(u, slip):
    """Locals of the iteration, changed and copied; a static one is not of the iteration."""
    kind = types.pick(u.rng, u.heavy)
    x = u.name("x")
    word = u.static(1) if slip else ""
    nodes = [line(f"{word}{kind.name} {x} = ", kind.make(u.value(1)), ";")]
    for _ in range(u.rng.randrange(1, 3)):
        nodes.append(line(kind.update(u.rng, x, u.value(1)), ";"))
    if "unique_ptr" not in kind.name and u.chance(0.4):
        y = u.name("y")
        nodes.append(line(f"{u.choose('auto', 'const auto', kind.name)} {y} = {x};"))
        u.export(f"fold({y})")
    u.export(f"fold({x})")
    return nodes
