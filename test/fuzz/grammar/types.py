"""The types of variables and elements.

Each type can be made from a value of type unsigned, changed by one, and folded
back to one (`fold`, overloaded in the program), so that statements of all kinds
can be written for all types without undefined behaviour.
"""

from .tree import X


class Type:
    def __init__(self, name, make, update, fold, decl="", heavy=False, weight=1.0,
                 scalar=False, parts=(), needs=()):
        self.name = name
        self.make_parts = make.split("$")
        self.updates = [u.split("$") for u in update]
        self.fold = fold
        self.decl = decl
        self.heavy = heavy
        self.weight = weight
        self.scalar = scalar
        self.parts = parts      # members of type unsigned that can be assigned
        self.needs = needs      # types whose declarations this one needs

    def make(self, value):
        """An expression of this type; `value` is an unsigned expression."""
        return self._fill(self.make_parts, value)

    def update(self, rng, place, value):
        """An expression that changes what is in `place`, without a semicolon."""
        parts = rng.choice(self.updates)
        x = self._fill(parts, value)
        x.parts = [p.replace("@", place) if isinstance(p, str) else p for p in x.parts]
        return x

    @staticmethod
    def _fill(texts, value):
        parts = []
        for k, text in enumerate(texts):
            if k:
                parts.append(value if k == 1 else X("(", value, ")", fixed=True))
            parts.append(text)
        return X(*parts, fixed=True)


UNSIGNED = Type(
    "unsigned", "$", ["@ += $", "@ ^= $", "@ = @ * 5u + $", "@ -= $", "++@", "@ |= $", "@ <<= 1"],
    "unsigned fold(unsigned x) { return x; }", weight=5, scalar=True)

SCALARS = [
    UNSIGNED,
    Type("int", "(int)(($) % 1000u)",
         ["@ = (int)(((unsigned)@ + $) % 1000u)", "@ ^= (int)(($) & 63u)"],
         "unsigned fold(int x) { return (unsigned)x; }", weight=3, scalar=True),
    Type("unsigned char", "(unsigned char)($)",
         ["@ = (unsigned char)(@ + $)", "@ ^= (unsigned char)($)"],
         "unsigned fold(unsigned char x) { return x; }", scalar=True),
    Type("signed char", "(signed char)(($) % 100u)", ["@ = (signed char)(($) % 50u + (@ & 31))"],
         "unsigned fold(signed char x) { return (unsigned)x; }", scalar=True, weight=0.5),
    Type("char", "(char)(($) % 100u)", ["@ = (char)(($) % 50u + (unsigned)(@ & 31))"],
         "unsigned fold(char x) { return (unsigned char)x; }", scalar=True, weight=0.4),
    Type("short", "(short)(($) % 30000u)", ["@ = (short)(((unsigned)@ + $) % 30000u)"],
         "unsigned fold(short x) { return (unsigned)x; }", scalar=True),
    Type("unsigned long long", "($) * 4294967299ull",
         ["@ += $", "@ = @ * 7u ^ $", "@ >>= ($) % 9u"],
         "unsigned fold(unsigned long long x) { return (unsigned)(x ^ (x >> 32)); }", scalar=True),
    Type("long", "(long)(($) % 100000u)", ["@ = (@ + (long)($)) % 100000"],
         "unsigned fold(long x) { return (unsigned)x; }", scalar=True),
    Type("bool", "((($) & 3u) == 1u)",
         ["@ = !@", "@ = (@ != ((($) & 1u) != 0))", "@ = (@ || (($) & 4u) != 0)"],
         "unsigned fold(bool x) { return x ? 3u : 5u; }", scalar=True, weight=0.7),
    Type("double", "(($) % 1024u) / 3.0", ["@ = @ * 0.5 + ($) % 100u", "@ += 1.0 / (1 + ($) % 7u)",
                                          "@ = @ * @ * 1e-3 + (($) % 64u) * 0.1"],
         "unsigned fold(double x) {\n  unsigned long long b;\n  std::memcpy(&b, &x, sizeof b);\n"
         "  return (unsigned)(b ^ (b >> 29));\n}", scalar=True, weight=2),
    Type("float", "(float)(($) % 512u) / 3.0f", ["@ = @ * 0.25f + (float)(($) % 10u)"],
         "unsigned fold(float x) {\n  unsigned b;\n  std::memcpy(&b, &x, sizeof b);\n"
         "  return b;\n}",
         scalar=True),
    Type("Colour", "(Colour)(($) % 4u)", ["@ = (Colour)(((unsigned)@ + $) % 4u)"],
         "unsigned fold(Colour x) { return (unsigned)x + 7u; }",
         decl="enum class Colour : unsigned char { red, green, blue, none };", scalar=True,
         weight=0.7),
]

CLASSES = [
    Type("Pod", "makePod($)",
         ["@.a += $", "@.c = (short)(($) % 1000u)", "@.b = @.b * 0.5 + @.a % 8u",
                              "@ = makePod($ + @.a)"],
         "unsigned fold(const Pod &x) { return x.a * 3u + fold(x.b) + (unsigned)x.c; }",
         decl="struct Pod {\n  unsigned a;\n  double b;\n  short c;\n};\n"
              "static Pod makePod(unsigned v) {\n  Pod p;\n  p.a = v;\n  p.b = (v % 100u) / 8.0;\n"
              "  p.c = (short)(v % 777u);\n  return p;\n}", weight=2, parts=("a",)),
    Type("Bits", "makeBits($)",
         ["@.low = ($) & 7u", "@.high = @.high + ($)", "@ = makeBits($ ^ @.low)"],
         "unsigned fold(const Bits &x) { return x.low + x.high * 8u + x.sign * 4096u; }",
         decl="struct Bits {\n  unsigned low : 3, high : 9;\n  unsigned sign : 1;\n};\n"
              "static Bits makeBits(unsigned v) {\n  Bits b = {};\n  b.low = v & 7u;\n"
              "  b.high = v >> 3 & 511u;\n  b.sign = v >> 5 & 1u;\n  return b;\n}",
         parts=("low", "high")),
    Type("Either", "makeEither($)", ["@ = makeEither(fold(@) + $)", "@.setWord($)"],
         "unsigned fold(const Either &x) {\n"
         "  return x.isWord ? x.word : x.half[0] * 9u + x.half[1];\n}",
         decl="struct Either {\n  bool isWord;\n  union {\n    unsigned word;\n"
              "    unsigned short half[2];\n  };\n"
              "  void setWord(unsigned v) {\n    isWord = true;\n    word = v;\n  }\n};\n"
              "static Either makeEither(unsigned v) {\n  Either e = {};\n  if (v & 1u) {\n"
              "    e.setWord(v);\n  } else {\n    e.isWord = false;\n"
              "    e.half[0] = (unsigned short)v;\n"
              "    e.half[1] = (unsigned short)(v >> 16);\n  }\n  return e;\n}"),
    Type("Derived", "Derived($)", ["@.b += $", "@.a ^= @.b + $", "@.grow($)"],
         "unsigned fold(const Derived &x) { return x.a * 5u + x.b; }",
         decl="struct Base {\n  unsigned a = 1;\n  void grow(unsigned v) { a += v; }\n};\n"
              "struct Derived : Base {\n  unsigned b = 2;\n  Derived() = default;\n"
              "  explicit Derived(unsigned v) : b(v) { grow(v / 3u); }\n};", parts=("a", "b")),
    Type("Triple", "makeTriple($)",
         ["@.v[($) % 3u] += 1u", "@.v[1] = @.v[0] + $", "@ = makeTriple($)"],
         "unsigned fold(const Triple &x) { return x.v[0] + x.v[1] * 3u + x.v[2] * 7u; }",
         decl="struct Triple {\n  unsigned v[3];\n};\nstatic Triple makeTriple(unsigned v) {\n"
              "  Triple t;\n  for (unsigned k = 0; k < 3; ++k)\n    t.v[k] = v * (k + 1);\n"
              "  return t;\n}"),
    Type("Own", "Own($)", ["@ = Own($ + @.get())", "@.set($)", "@ += Own($)"],
         "unsigned fold(const Own &x) { return x.get(); }",
         decl="class Own {\npublic:\n  explicit Own(unsigned v = 3) : v(v), w(v + 1) {}\n"
              "  Own(const Own &o) : v(o.v), w(o.w) {}\n"
              "  Own(Own &&o) noexcept : v(o.v), w(o.w) { o.v = 0; }\n"
              "  Own &operator=(const Own &o) {\n    if (this != &o) {\n      v = o.v;\n"
              "      w = o.w + 0u;\n"
              "    }\n    return *this;\n  }\n  ~Own() { v = 0; }\n"
              "  unsigned get() const { return v + w * 3u; }\n"
              "  void set(unsigned x) { w = x; }\n  Own &operator+=(const Own &o) {\n"
              "    v += o.w;\n"
              "    return *this;\n  }\n\nprivate:\n  unsigned v, w;\n};", weight=0.8),
    Type("Vec", "Vec($, 2u)",
         ["@ = @ + Vec($, 1u)", "@ += Vec(1u, $)", "@[1] = $", "@++", "@ = -@"],
         "unsigned fold(const Vec &x) { return x.at(0) * 3u + x.at(1); }",
         decl="struct Vec {\n  unsigned e[2];\n  Vec(unsigned a = 0, unsigned b = 0) : e{a, b} {}\n"
              "  unsigned &operator[](unsigned k) { return e[k & 1u]; }\n"
              "  unsigned at(unsigned k) const { return e[k & 1u]; }\n"
              "  Vec &operator+=(const Vec &o) {\n    e[0] += o.e[0];\n    e[1] ^= o.e[1];\n"
              "    return *this;\n  }\n"
              "  Vec operator++(int) {\n    Vec old = *this;\n    ++e[0];\n    return old;\n  }\n"
              "  Vec operator-() const { return Vec(e[1], e[0]); }\n"
              "  friend Vec operator+(Vec a, const Vec &b) { return a += b; }\n};"),
    Type("Deep", "makeDeep($)", ["@.in.row[1].a += $", "@.in.n ^= $", "@.tag = ($) * 3u"],
         "unsigned fold(const Deep &x) { return x.tag + x.in.n * 3u + x.in.row[0].a + "
         "x.in.row[1].a * 7u; }",
         decl="struct Cell {\n  unsigned a;\n};\nstruct Deep {\n  unsigned tag;\n  struct {\n"
              "    Cell row[2];\n"
              "    unsigned n;\n  } in;\n};\nstatic Deep makeDeep(unsigned v) {\n  Deep d = {};\n"
              "  d.tag = v;\n"
              "  d.in.n = v ^ 5u;\n  d.in.row[v & 1u].a = v >> 2;\n  return d;\n}",
         parts=("tag", "in.n")),
    Type("Wrap<unsigned>", "Wrap<unsigned>($)", ["@.put($)", "@ = Wrap<unsigned>(@.get() + $)"],
         "unsigned fold(const Wrap<unsigned> &x) { return x.get(); }",
         decl="template <class T> class Wrap {\npublic:\n  explicit Wrap(T v = T()) : v(v) {}\n"
              "  T get() const { return v; }\n  void put(T x) { v = x; }\n\nprivate:\n  T v;\n};",
         weight=0.7),
]

HEAVY = [
    Type("std::string", "text($)",
         ["@ += text($)", "@ = text($) + @.substr(0, 5)", "@.push_back((char)('a' + ($) % 26u))",
                                    "@.append(($) % 3u, 'x')"],
         "unsigned fold(const std::string &x) {\n  unsigned h = 7;\n  for (char c : x)\n"
         "    h = h * 31u + (unsigned char)c;\n  return h;\n}",
         decl="static std::string text(unsigned v) {\n  std::string s(v % 20u, 'q');\n"
              "  s += (char)('a' + v % 26u);\n"
              "  return s;\n}", heavy=True, weight=2),
    Type("std::vector<unsigned>", "list($)",
         ["@.push_back($)", "@ = list($)", "@.resize(($) % 5u + 1u)",
                                              "@.assign(2, $)"],
         "unsigned fold(const std::vector<unsigned> &x) {\n  unsigned h = 9;\n"
         "  for (unsigned c : x)\n"
         "    h = h * 31u + c;\n  return h;\n}",
         decl="static std::vector<unsigned> list(unsigned v) {\n"
              "  return std::vector<unsigned>(v % 6u, v);\n}",
         heavy=True, weight=2),
    Type("std::pair<unsigned, std::string>", "std::make_pair(($), text($))",
         ["@.first += $", "@.second += text($)", "@ = std::make_pair(($), text($))"],
         "unsigned fold(const std::pair<unsigned, std::string> &x) { return x.first + "
         "fold(x.second); }",
         heavy=True, needs=("std::string",), parts=("first",)),
    Type("std::tuple<unsigned, int>", "std::make_tuple(($), 3)",
         ["std::get<0>(@) += $", "std::get<1>(@) = (int)(($) % 99u)"],
         "unsigned fold(const std::tuple<unsigned, int> &x) { return std::get<0>(x) * 3u + "
         "(unsigned)std::get<1>(x); }",
         heavy=True),
    Type("std::optional<unsigned>", "maybe($)", ["@ = $", "@.reset()", "@ = maybe($)"],
         "unsigned fold(const std::optional<unsigned> &x) { return x ? *x * 3u + 1u : 77u; }",
         decl="static std::optional<unsigned> maybe(unsigned v) {\n"
              "  return v % 3u ? std::optional<unsigned>(v) : std::nullopt;\n}",
         heavy=True),
    Type("std::array<unsigned, 4>", "std::array<unsigned, 4>{{($), 1u, 2u, ($)}}",
         ["@[($) % 4u] += 3u", "@.fill($)"],
         "unsigned fold(const std::array<unsigned, 4> &x) { return x[0] + x[1] * 3u + x[2] * 5u + "
         "x[3] * 7u; }",
         heavy=True),
    Type("std::map<unsigned, unsigned>", "table($)",
         ["@[($) % 8u] += 1u", "@.erase(($) % 8u)", "@ = table($)"],
         "unsigned fold(const std::map<unsigned, unsigned> &x) {\n  unsigned h = 1;\n"
         "  for (const auto &e : x)\n"
         "    h = h * 31u + e.first * 3u + e.second;\n  return h;\n}",
         decl="static std::map<unsigned, unsigned> table(unsigned v) {\n"
              "  std::map<unsigned, unsigned> m;\n"
              "  m[v % 4u] = v;\n  m[3u] = v / 2u;\n  return m;\n}", heavy=True),
    Type("std::set<unsigned>", "std::set<unsigned>{($), 2u}", ["@.insert($)", "@.erase(2u)"],
         "unsigned fold(const std::set<unsigned> &x) {\n  unsigned h = 1;\n  for (unsigned e : x)\n"
         "    h = h * 31u + e;\n"
         "  return h;\n}", heavy=True, weight=0.6),
    Type("std::unique_ptr<unsigned>", "std::make_unique<unsigned>($)",
         ["@ = std::make_unique<unsigned>($)", "*@ += $"],
         "unsigned fold(const std::unique_ptr<unsigned> &x) { return x ? *x : 11u; }", heavy=True,
         weight=0.8),
    Type("std::deque<unsigned>", "std::deque<unsigned>(($) % 3u + 1u, $)",
         ["@.push_back($)", "@.push_front($)", "@[0] += $"],
         "unsigned fold(const std::deque<unsigned> &x) {\n  unsigned h = 1;\n"
         "  for (unsigned e : x)\n    h = h * 31u + e;\n"
         "  return h;\n}", heavy=True, weight=0.5),
    Type("std::list<unsigned>", "std::list<unsigned>{($), 4u}",
         ["@.push_back($)", "@.push_front($)"],
         "unsigned fold(const std::list<unsigned> &x) {\n  unsigned h = 1;\n"
         "  for (unsigned e : x)\n    h = h * 31u + e;\n"
         "  return h;\n}", heavy=True, weight=0.5),
    Type("std::bitset<40>", "std::bitset<40>($)",
         ["@.flip(($) % 40u)", "@.set(($) % 40u)", "@ ^= std::bitset<40>($)"],
         "unsigned fold(const std::bitset<40> &x) { return (unsigned)x.to_ullong(); }", heavy=True,
         weight=0.6),
]

BY_NAME = {t.name: t for t in SCALARS + CLASSES + HEAVY}
HEAVY_HEADERS = ["algorithm", "array", "bitset", "deque", "iostream", "list", "map", "memory",
                 "numeric", "optional",
                 "set", "sstream", "stdexcept", "string", "tuple", "unordered_map", "utility",
                 "vector"]


BIT = "static inline unsigned fold(const std::vector<bool>::reference &x) { return fold((bool)x); }"


def pick(rng, heavy, scalar_only=False):
    pool = list(SCALARS)
    if not scalar_only:
        pool += CLASSES
        if heavy:
            pool += HEAVY
    return rng.choices(pool, [t.weight * (2.2 if t.heavy else 1) for t in pool])[0]


def declarations(heavy):
    """The declarations and folds of all types, as text for the top of a program."""
    pool = SCALARS + CLASSES + (HEAVY if heavy else [])
    return "\n".join([t.decl for t in pool if t.decl] + ["static inline " + t.fold for t in pool] +
                     ([BIT] if heavy else []))
