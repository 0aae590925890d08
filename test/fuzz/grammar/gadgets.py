"""The registry of gadgets.

A gadget is a function that adds a piece to a loop: it asks the unit for the
variables and functions it needs and returns the statements for the body. With
`slip` it makes, at a place of its choice, what may be a flow dependence between
iterations; without, the iterations stay independent of one another.
"""

GADGETS = []


class Gadget:
    def __init__(self, make, kind, weight, slips, heavy, forms):
        self.make, self.kind, self.weight = make, kind, weight
        self.slips, self.heavy, self.forms = slips, heavy, forms
        self.name = make.__name__


def gadget(kind, weight=1.0, slips=False, heavy=False, forms=None):
    """Registers a gadget. `slips`: it knows how to go wrong; `forms`: the forms of unit it fits."""
    def register(make):
        GADGETS.append(Gadget(make, kind, weight, slips, heavy, forms))
        return make
    return register


def pick(rng, unit, kinds=None, slips=False):
    pool = [g for g in GADGETS
            if (kinds is None or g.kind in kinds) and (g.slips or not slips)
            and (unit.heavy or not g.heavy)
            and (g.forms is None or unit.form in g.forms)]
    return rng.choices(pool, [g.weight for g in pool])[0]
