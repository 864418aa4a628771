"""Tours become orders, and the search's sums are the clockwork's times."""

from hypothesis import given
from hypothesis import strategies as st

from korridor.clockwork.run import run
from korridor.events.movement import Movement
from korridor.operation.operation import Operation
from korridor.planning.shuttle.improve import orders_of
from korridor.planning.shuttle.lineup import line_up, times
from korridor.planning.shuttle.shuttle import shuttle_of
from korridor.planning.shuttle.tours import legs_of, measure
from tests.planning.shuttle.shuttles import shuttles
from tests.planning.shuttle.test_moves import stirred


def values(movements: tuple[Movement, ...]) -> tuple[int, int]:
    """P2: when the last person is out, and each person's moment out, summed."""
    trips = [trip for movement in movements for trip in movement.trips]
    return max(t.free_s for t in trips), sum(t.free_s * t.persons for t in trips)


@given(shuttles(most_loads=8), st.integers(0, 2**32))
def test_any_tours_can_go_and_end_when_the_search_says(operation: Operation, seed: int) -> None:
    """The clockwork takes the orders of any tours, everybody is out, and both levels' values are the search's."""
    shuttle = shuttle_of(operation)
    tours, _ = stirred(shuttle, seed, 40)
    legs = legs_of(shuttle)
    for vehicle in range(len(tours)):
        tours[vehicle, 1:3] = measure(legs.legs_s, legs.vehicles, legs.receptions, tours, vehicle)
    movements = run(operation, orders_of(shuttle, tours))
    assert values(movements) == times(legs, line_up(legs, tours))
    assert sum(movement.persons for movement in movements) == operation.persons
    departures = [movement.departs_s for movement in movements]
    assert departures == sorted(departures)
