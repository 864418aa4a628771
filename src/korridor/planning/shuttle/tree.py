"""Branch and price: whether everybody can be out by a moment, case by case.

Barnhart and others, "Branch-and-price", 1998, doi 10.1287/opre.46.3.316.
"""

from dataclasses import dataclass

from korridor.planning.certificate import Leaf, Node
from korridor.planning.shuttle.choose import most_split
from korridor.planning.shuttle.generate import Outcome, Spent, settle
from korridor.planning.shuttle.lots import Lots
from korridor.planning.shuttle.master import Master
from korridor.planning.shuttle.prices import Prices
from korridor.planning.shuttle.shuttle import Shuttle
from korridor.planning.shuttle.split import Case, Path, stated
from korridor.planning.shuttle.tour import Tour
from korridor.planning.shuttle.whole import whole_tours

MOST_NODES = 4000
"""A tree with more is given up."""


@dataclass(frozen=True)
class Grown:
    """What a tree has shown.

    Attributes
    ----------
    nodes : tuple of Split or Leaf, or None
        The proof that the moment is too soon.
    tours : tuple of Tour, or None
        What vehicles do, one tour each, if all can be out by then.
    """

    nodes: tuple[Node, ...] | None = None
    tours: tuple[Tour, ...] | None = None


def grow(
    lots: Lots, shuttle: Shuttle, master: Master, seconds: int, spent: Spent, most_nodes: int = MOST_NODES
) -> Grown:
    """Go through cases, each prices that exclude it or split once more, until all are excluded or one is a plan."""
    master.allow(seconds)
    nodes: list[Node] = []
    ahead: list[Path] = [()]
    while ahead:
        path = ahead.pop()
        master.suppose(path)
        found = settle(lots, master, seconds, path, spent)
        if isinstance(found, Prices):
            nodes.append(leaf(found))
            continue
        if found is Outcome.STUCK or len(nodes) + len(ahead) > most_nodes:
            break
        made = master.parts()
        split = most_split(lots, made)
        if split is None:
            master.suppose(())
            return Grown(tours=whole_tours(lots, made))
        counted, at_most = split
        nodes.append(stated(counted, at_most, shuttle))
        ahead += [(*path, Case(counted, at_most, more)) for more in (True, False)]
    else:
        master.suppose(())
        return Grown(nodes=tuple(nodes))
    master.suppose(())
    return Grown()


def leaf(prices: Prices) -> Leaf:
    """Prices as a certificate has them."""
    loads, rooms, cases = (tuple(map(int, each)) for each in prices)
    return Leaf(load_prices=loads, room_prices=rooms, split_prices=cases)
