"""What search and bound tell each other while they run side by side."""

from dataclasses import dataclass

from korridor.clockwork.run import Stuck, run
from korridor.events.order import Order
from korridor.operation.operation import Operation
from korridor.planning.shuttle.apart import orders_apart
from korridor.planning.shuttle.draft import Runs
from korridor.planning.shuttle.lots import Lots
from korridor.planning.shuttle.shuttle import Shuttle
from korridor.planning.shuttle.tour import Tour


@dataclass(frozen=True)
class Offered:
    """A plan that the bound has met.

    Attributes
    ----------
    runs : Runs
        What each vehicle does.
    orders : tuple of Order
        In which it keeps to that.
    clearance_s : int
        When the last person is out.
    """

    runs: Runs
    orders: tuple[Order, ...]
    clearance_s: int


class Exchange:
    """The soonest clearance that is known, and the best plan that the bound has met.

    Each is written by one side and read by the other.

    Parameters
    ----------
    operation : Operation
    clearance_s : int
        Of a plan that is known at the start.
    """

    def __init__(self, operation: Operation, clearance_s: int) -> None:
        self._operation = operation
        self._searched_s, self._offered_s = clearance_s, clearance_s
        self._offered: Offered | None = None

    @property
    def clearance_s(self) -> int:
        """The soonest of all plans that either side knows."""
        return min(self._searched_s, self._offered_s)

    def searched(self, clearance_s: int) -> None:
        """The search has a plan with that clearance."""
        self._searched_s = min(self._searched_s, clearance_s)

    def offer(self, lots: Lots, shuttle: Shuttle, tours: tuple[Tour, ...]) -> bool:
        """The bound has met tours that bring everybody out; returns whether they are a sooner plan, by the clockwork."""
        runs = runs_of_tours(lots, shuttle, tours)
        orders = orders_apart(shuttle, runs)
        try:
            movements = run(self._operation, orders)
        except Stuck:
            return False
        clearance_s = max(
            (trip.free_s for each in movements if each.loaded for trip in each.trips), default=0
        )
        if clearance_s >= self.clearance_s:
            return False
        self._offered_s, self._offered = clearance_s, Offered(runs, orders, clearance_s)
        return True

    def taken(self) -> Offered | None:
        """The plan that has been offered since this was asked last."""
        offered, self._offered = self._offered, None
        return offered


def runs_of_tours(lots: Lots, shuttle: Shuttle, tours: tuple[Tour, ...]) -> Runs:
    """What each vehicle does; those of a fleet take its tours in turn, and what is left over do nothing."""
    ahead = [[tour for tour in tours if tour.fleet == fleet] for fleet in range(len(lots.fleets))]
    fleets = [(kind, stand) for kind, stand, _ in lots.fleets]
    runs = []
    for vehicle in zip(shuttle.vehicle_type.tolist(), shuttle.vehicle_stand.tolist(), strict=True):
        its = ahead[fleets.index(vehicle)]
        trips = its.pop(0).trips if its else ()
        runs.append(tuple((int(lots.assembly[lot]), room) for lot, room in trips))
    return tuple(runs)
