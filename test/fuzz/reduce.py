"""Makes a failing program small, on the tree it was generated from.

Units are left out first, then statements and declarations in ever smaller
groups, then blocks give way to what is in them and expressions to one of their
operands or to a constant. A step stays when the program still fails in the same
way. What the steps make has to be a program that compiles and, at the end, one
without undefined behaviour.
"""

import time

from grammar.tree import render


class Reducer:
    def __init__(self, program, fails, limit=240, guesses=()):
        self.program, self.fails = program, fails
        self.guesses = guesses      # units that are likely to fail by themselves
        self.end = time.monotonic() + limit
        self.tried = 0

    def still(self):
        if time.monotonic() > self.end:
            return False
        self.tried += 1
        return self.fails()

    def run(self):
        self.units()
        before = None
        while before != (now := render(self.program.root)) and time.monotonic() < self.end:
            before = now
            self.statements(self.program.root)
            self.blocks()
            self.expressions()
        return self.program

    def units(self):
        """Leaves out units with their calls, first all but one."""
        pairs = [p for p in zip(self.program.nodes, self.program.calls, self.program.endings)
                 if not p[0].gone]
        for k in self.guesses:
            others = [p for p in pairs if p[0] is not self.program.nodes[k]]
            self.mark(others, True)
            if self.still():
                return
            self.mark(others, False)
        self.drop(pairs)

    def drop(self, groups):
        """Delta debugging: leaves out as many of the groups of nodes as it can."""
        size = len(groups)
        while groups and size:
            kept, at = [], 0
            while at < len(groups):
                part = groups[at:at + size]
                at += size
                self.mark(part, True)
                if not self.still():
                    self.mark(part, False)
                    kept += part
            groups = kept
            size = size // 2 if size > 1 else 0

    @staticmethod
    def mark(groups, gone):
        for group in groups:
            for node in group:
                node.gone = gone

    def statements(self, top):
        """From the outside in: children of each block that can go."""
        self.drop([(c,) for c in top.children or () if not c.gone and not c.kept])
        for child in top.children or ():
            if not child.gone and child.children is not None:
                self.statements(child)

    def blocks(self):
        for node in list(self.program.root.walk()):
            if node.children is None or node.kept or node.opened or not node.head or not node.spill:
                continue
            node.opened = True
            if not self.still():
                node.opened = False

    def expressions(self):
        for node in list(self.program.root.walk()):
            for x in list(node.expressions()):
                if x.fixed or x.instead is not None:
                    continue
                for other in ["3u"] + [o for o in x.operands() if not o.fixed]:
                    if str(x) == str(other) or len(str(x)) < 3:
                        continue
                    x.instead = other
                    if self.still():
                        break
                    x.instead = None
