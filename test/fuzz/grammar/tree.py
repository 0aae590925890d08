"""The tree that generated programs are made of.

A program is rendered from it, and the reducer works on it: nodes can be left
out, blocks can be replaced by what is in them, and expressions by one of their
operands or by a constant. Text is never parsed.
"""

from itertools import count

_serial = count()


class X:
    """An expression: parts that are text or further expressions.

    All expressions that can stand for one another have the C++ type unsigned;
    others are marked `fixed` and left alone, though not what is in them.
    """

    def __init__(self, *parts, fixed=False):
        self.parts = list(parts)
        self.fixed = fixed
        self.instead = None

    def operands(self):
        return [p for p in self.parts if isinstance(p, X)]

    def __str__(self):
        if self.instead is not None:
            return str(self.instead)
        return "".join(map(str, self.parts))


class Node:
    """A line, or a block with lines in it, or just a sequence.

    `head` and `tail` are lists of text and expressions; a node with neither is
    a sequence. A `kept` node can't be left out by itself.
    """

    def __init__(self, head=(), children=None, tail=(), kept=False, spill=True):
        self.head = [head] if isinstance(head, (str, X)) else list(head)
        self.tail = [tail] if isinstance(tail, (str, X)) else list(tail)
        self.children = children
        self.kept = kept
        self.spill = spill      # whether what is in the block can stand without it
        self.gone = False
        self.opened = False     # what is in it stands without it
        self.id = next(_serial)

    def lines(self, depth=0):
        if self.gone:
            return
        pad = "  " * depth
        bare = self.opened or (self.children is not None and not self.head)
        head = "".join(map(str, self.head))
        if self.children is None:
            for line in head.split("\n"):
                yield pad + line if line else line
            return
        if not bare:
            yield f"{pad}{head} {{"
        for child in self.children:
            yield from child.lines(depth if bare else depth + 1)
        if not bare:
            yield pad + "}" + "".join(map(str, self.tail))

    def walk(self):
        """This node and all below it that are there, from the top."""
        if self.gone:
            return
        yield self
        for child in self.children or ():
            yield from child.walk()

    def expressions(self):
        """The expressions in its own text, from the outermost."""
        if self.opened:
            return
        todo = [p for p in self.head + self.tail if isinstance(p, X)]
        while todo:
            x = todo.pop(0)
            if x.instead is not None:
                x = x.instead
                if not isinstance(x, X):
                    continue
            yield x
            todo += x.operands()


def line(*parts, **kw):
    return Node(parts, **kw)


def block(head, children, tail=(), **kw):
    return Node(head, list(children), tail, **kw)


def sequence(*children, **kw):
    return Node((), list(children), **kw)


def render(node):
    return "\n".join(node.lines()) + "\n"
