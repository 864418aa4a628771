"""Tours as orders that keep every vehicle to its tour.

Of a type at a place the vehicle that is free first goes first (O6), in the order of departure with people (C1). So where one
is free before another, and departs after it, the two would change tours. Such a vehicle is driven empty to where it loads at
once, as a movement of its own: by then it is the first that is free.
"""

from dataclasses import dataclass

from korridor.events.order import Order, TripOrder
from korridor.planning.shuttle.draft import Runs
from korridor.planning.shuttle.shuttle import Shuttle


@dataclass(frozen=True)
class Going:
    """A vehicle's way to one load and on, every load taken as full.

    Attributes
    ----------
    kind, stand : int
        Its type, and where it stands.
    vehicle : int
    free_s, departs_s : int
        Since when it stands there, and when it leaves the assembly place.
    assembly, room : int
    """

    kind: int
    stand: int
    vehicle: int
    free_s: int
    departs_s: int
    assembly: int
    room: int


def orders_apart(shuttle: Shuttle, runs: Runs) -> tuple[Order, ...]:
    """Runs as orders in rank order; nobody waits."""
    goings = [going for vehicle, run in enumerate(runs) for going in _goings(shuttle, vehicle, run)]
    alone = _alone(goings)
    stamped: list[tuple[int, int, Order]] = []
    for going in goings:
        if going in alone:
            # Who leaves empty at the moment of a departure is ranked before it, and hinders nobody.
            stamped.append((going.free_s, 0, _order(shuttle, going, loaded=False, there=False)))
        stamped.append((going.departs_s, 1, _order(shuttle, going, loaded=True, there=going in alone)))
    return tuple(order for _, _, order in sorted(stamped, key=lambda each: each[:2]))


def _alone(goings: list[Going]) -> set[Going]:
    """Those that go by a movement of their own: one that does is gone sooner, and another may have to, too."""
    alone: set[Going] = set()
    by_stand: dict[tuple[int, int], list[Going]] = {}
    for going in goings:
        by_stand.setdefault((going.kind, going.stand), []).append(going)
    while True:
        more = {
            going
            for those in by_stand.values()
            for going in those
            if going not in alone
            and any(
                going.free_s < other.free_s
                and (other.free_s if other in alone else other.departs_s) <= going.departs_s
                for other in those
            )
        }
        if not more:
            return alone
        alone |= more


def _goings(shuttle: Shuttle, vehicle: int, run: tuple[tuple[int, int], ...]) -> list[Going]:
    kind, stand = int(shuttle.vehicle_type[vehicle]), int(shuttle.vehicle_stand[vehicle])
    found: list[Going] = []
    free_s = 0
    for assembly, room in run:
        departs_s = free_s + int(shuttle.to_depart_s[kind, stand, assembly])
        found.append(Going(kind, stand, vehicle, free_s, departs_s, assembly, room))
        free_s, stand = departs_s + int(shuttle.to_free_s[kind, assembly, room]), room
    return found


def _order(shuttle: Shuttle, going: Going, *, loaded: bool, there: bool) -> Order:
    """The loaded movement, from where the vehicle stands or (``there``) already is; or the empty one before it."""
    stand, assembly = shuttle.stands[going.stand], shuttle.assemblies[going.assembly]
    trip = TripOrder(
        vehicle_type=shuttle.types[going.kind],
        comes_from=assembly if there else stand,
        destination=shuttle.stands[going.room] if loaded else assembly,
    )
    return Order(origin=assembly if loaded else stand, loaded=loaded, trips=(trip,))
