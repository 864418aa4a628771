"""Proofs by cases: what they say is what trying all tours says."""

from itertools import product

import pytest
from hypothesis import given, settings

from benchmarks.planning.bep_law import instance
from korridor.clockwork.run import run
from korridor.operation.bep import read_bep
from korridor.operation.operation import Operation
from korridor.planning.plan import Objective
from korridor.planning.planner import plan
from korridor.planning.shuttle.apart import orders_apart
from korridor.planning.shuttle.bound import shuttle_bound
from korridor.planning.shuttle.exchange import runs_of_tours
from korridor.planning.shuttle.lots import Lots, lots_of
from korridor.planning.shuttle.shuttle import shuttle_of
from korridor.planning.shuttle.tour import Tour
from korridor.planning.verify import verify
from korridor.planning.verify.shuttle_tours.proof import unproved
from tests.planning.shuttle.shuttles import shuttles, straight


def soonest(lots: Lots) -> tuple[int, tuple[Tour, ...]]:
    """The least moment by which vehicles' tours can have brought everybody out, and the tours, by trying all."""
    best: tuple[int, tuple[Tour, ...]] = (1 << 60, ())
    fleets = [fleet for fleet, (_, _, number) in enumerate(lots.fleets) for _ in range(number)]

    def more(
        vehicle: int,
        trips: tuple[tuple[int, int], ...],
        made: tuple[Tour, ...],
        left: list[int],
        room: list[int],
    ) -> None:
        nonlocal best
        tours = (*made, Tour(fleets[vehicle], trips)) if trips else made
        if max((tour.length_s(lots) for tour in tours), default=0) >= best[0]:
            return
        if not any(left):
            best = (max(tour.length_s(lots) for tour in tours), tours)
            return
        if vehicle + 1 < len(fleets):
            more(vehicle + 1, (), tours, left, room)
        for lot, to in product(range(len(left)), range(len(room))):
            persons = int(lots.persons[lot])
            if left[lot] and room[to] >= persons:
                fewer, less = list(left), list(room)
                fewer[lot] -= 1
                less[to] -= persons
                more(vehicle, (*trips, (lot, to)), made, fewer, less)

    more(0, (), (), lots.loads.tolist(), lots.room_persons.tolist())
    return best


@settings(max_examples=25)
@given(shuttles(most_loads=3))
def test_the_bound_is_what_trying_all_tours_says(operation: Operation) -> None:
    """In both readings cases close what prices leave open, and the certificate is granted."""
    for reading in (operation, straight(operation)):
        found = shuttle_bound(reading)
        assert found.bound_s == soonest(lots_of(reading))[0]
        assert found.certificate is not None
        assert unproved(reading, found.certificate) is None


@settings(max_examples=25)
@given(shuttles(most_loads=3, whole_loads=True))
def test_tours_can_be_kept_apart(operation: Operation) -> None:
    """Orders can be given so that every vehicle keeps its tour: with whole loads, all are out when the tours say."""
    operation = straight(operation)
    lots, shuttle = lots_of(operation), shuttle_of(operation)
    least_s, tours = soonest(lots)
    movements = run(operation, orders_apart(shuttle, runs_of_tours(lots, shuttle, tours)))
    assert max(trip.free_s for movement in movements for trip in movement.trips) == least_s


@pytest.mark.parametrize(("places", "seed", "soonest_s"), [(3, 47, 47), (4, 12, 26), (5, 17, 14), (5, 7, 16)])
def test_unseen_instances_are_proved(places: int, seed: int, soonest_s: int) -> None:
    """Instances by the law of the published ones: value and bound meet, and the same work gives the same plan."""
    operation = read_bep(instance(places, seed), "drawn")
    made = plan(operation, objective=Objective.CLEARANCE, work=400_000)
    assert (made.levels[0].value, made.levels[0].bound) == (soonest_s, soonest_s)
    assert verify(made) == ()
    assert plan(operation, objective=Objective.CLEARANCE, work=400_000) == made
