"""The door of the shuttle search: an operation in, orders out."""

from dataclasses import dataclass

from korridor.events.order import Order, TripOrder
from korridor.operation.operation import Operation
from korridor.planning.shuttle.annealing import Search, advance, begin
from korridor.planning.shuttle.draft import Runs, runs_of, tours_of
from korridor.planning.shuttle.lineup import line_up
from korridor.planning.shuttle.shuttle import Shuttle, Whole, shuttle_of
from korridor.planning.shuttle.tours import legs_of


@dataclass(frozen=True)
class ShuttlePlan:
    """What the search found, before the clockwork gives it its times.

    Attributes
    ----------
    orders : tuple of Order
        Each trip a movement of its own, in rank order.
    tours : tuple of tuple of pairs of int
        By vehicle, its trips as indices of assembly place and reception: where to begin another search.
    clearance_s : int
        When the last person is out, by the search's sum of legs.
    waiting_person_s : int
        Each person's moment of boarding, summed (P2).
    iterations : int
        Trials made (P4).
    """

    orders: tuple[Order, ...]
    tours: Runs
    clearance_s: int
    waiting_person_s: int
    iterations: int


def improve(
    operation: Operation, *, iterations: int, seed: int, start: ShuttlePlan | None = None
) -> ShuttlePlan:
    """Search a plain shuttle for the soonest clearance, then for the least waiting (P2).

    Parameters
    ----------
    operation : Operation
        ``ValueError`` where ``is_plain_shuttle`` does not hold.
    iterations : int
        Trials to make; some 5 million a second.
    seed : int
        Same operation, iterations, seed and start: same plan.
    start : ShuttlePlan or None
        A plan to begin with; what comes out is no worse.
    """
    shuttle = shuttle_of(operation)
    tours = None if start is None else tours_of(shuttle, start.tours)
    search = begin(shuttle, seed=seed, most=iterations, start=tours)
    return plan_of(shuttle, advance(shuttle, search, iterations))


def plan_of(shuttle: Shuttle, search: Search) -> ShuttlePlan:
    """The best plan that a search has met so far."""
    return ShuttlePlan(
        orders=orders_of(shuttle, search.best),
        tours=runs_of(shuttle, search.best),
        clearance_s=search.clearance_s,
        waiting_person_s=search.waiting_person_s,
        iterations=search.iterations,
    )


def orders_of(shuttle: Shuttle, tours: Whole) -> tuple[Order, ...]:
    """A table of tours as orders in rank order (C1): each trip is a movement, a vehicle that goes singly."""
    receptions = len(shuttle.room_loads)
    lined = line_up(legs_of(shuttle), tours)
    return tuple(
        Order(
            origin=shuttle.assemblies[trip // receptions],
            loaded=True,
            trips=(
                TripOrder(
                    vehicle_type=shuttle.types[kind],
                    comes_from=shuttle.stands[stand],
                    destination=shuttle.stands[trip % receptions],
                ),
            ),
        )
        for stand, kind, trip in zip(lined.stand, lined.kind, lined.trip, strict=True)
    )
