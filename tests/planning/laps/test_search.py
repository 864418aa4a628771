"""The search over lists of laps: what it keeps score of is what the clockwork says."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from korridor.clockwork.run import Clock, run
from korridor.clockwork.tables import Ints
from korridor.operation.operation import Operation
from korridor.operation.place import ROOMS, Kind, Side
from korridor.planning.laps.dispatch.desk import N
from korridor.planning.laps.patterns import patterns
from korridor.planning.laps.search import LapSearch
from korridor.planning.levels import values_of
from korridor.planning.plan import Objective
from tests.strategies import operations


def begun(operation: Operation, objective: Objective = Objective.MOST_OUT) -> LapSearch:
    """A search with its first plan."""
    search = LapSearch(operation, objective, seed=1)
    search.begin()
    return search


@given(operation=operations())
def test_what_is_found_can_go(operation: Operation) -> None:
    """The orders of the best list can all go, in their order; where whoever is unloaded is out, as many as were counted."""
    search = begun(operation)
    movements = run(operation, search.orders())
    out = values_of(operation, Objective.MOST_OUT, movements)["out"] or 0
    unsafe = [
        place for place in operation.places.values() if place.kind in ROOMS and place.side is not Side.SAFE
    ]
    assert unsafe or not movements or out >= search._desks[0].counts[N.OUT]


@given(operation=operations())
def test_no_departure_is_out_of_date(operation: Operation) -> None:
    """A departure that is not asked for again is still right: timed anew, the best list leaves the same tally behind."""
    search = begun(operation)
    orders = search.orders()
    clock = Clock(search.operation, orders)
    for rank, order in enumerate(orders):
        movement = clock.go(order, rank)
        assert not order.loaded or all(trip.loads for trip in movement.trips)
    waits = any(operation.places[group.place].kind is Kind.TRANSFER for group in operation.people.values())
    if not waits:  # there, whoever has been brought would board, too
        assert clock.state.tally.tolist() == search._desks[0].state.tally.tolist()


@settings(max_examples=10)
@given(operation=operations())
def test_a_round_is_never_worse(operation: Operation) -> None:
    """Annealing keeps the best, and what it says it found is what dispatching the list anew gives."""
    search = begun(operation)
    assume(search.orders())
    values = search.values
    for _ in range(2):
        search.round()
    assert search.values <= values
    assert search._base is not None
    assert search._dispatch(search._base) == search.lowest


@settings(max_examples=10)
@given(operation=operations(), data=st.data())
def test_a_list_is_dispatched_alike_from_wherever_it_changes(
    operation: Operation, data: st.DataObject
) -> None:
    """Going on from a snapshot of another list's dispatch gives what dispatching from the beginning gives."""
    search = LapSearch(operation, Objective.MOST_OUT, seed=data.draw(st.integers(0, 99)))
    search.begin()
    base = search._base
    assume(base is not None)
    assert base is not None
    found = base.copy()
    period = data.draw(st.integers(1, len(base)))
    search._run(base.copy(), found, 0, 0, 0.05 * search._scale, 400, period)
    value = search._dispatch(found)
    assert value <= search.lowest
    other = begun(operation)
    assert other._dispatch(found) == value


def asks_for_no_more(search: LapSearch, laps: Ints) -> bool:
    """Whether a list has services that there are, and no more vehicles of a type than the fleet has."""
    numbers = [kind.number for kind in search.operation.fleet.values()]
    asked = laps[:, 1 : 1 + 3 * len(numbers) : 3]
    service = (laps[:, 0] >= 0) & (laps[:, 0] < len(search._services.column))
    return bool(service.all() and (asked <= numbers).all() and (asked >= 0).all())


@given(operation=operations())
def test_patterns_ask_for_no_more_than_there_is(operation: Operation) -> None:
    """No list of the beginning asks for more vehicles of a type than the fleet has; each repeats itself as it says."""
    search = LapSearch(operation, Objective.MOST_OUT, seed=0)
    assume(len(search._services.column))
    for laps, period in patterns(search._index, search._services, search._laps):
        assert asks_for_no_more(search, laps)
        assert (laps[period:] == laps[:-period]).all()


@settings(max_examples=10)
@given(operation=operations(), period=st.integers(1, 20))
def test_a_rota_comes_round_again(operation: Operation, period: int) -> None:
    """Whatever the moves, a rota repeats itself and asks for no more than there is."""
    search = begun(operation)
    assume(search._base is not None)
    assert search._base is not None
    base = search._base
    period = min(period, len(base))
    found = base.copy()
    found[period:] = -1
    search._run(base.copy(), found, 0, 0, 0.05 * search._scale, 400, period)
    assert (found[period:] == found[:-period]).all()
    assert asks_for_no_more(search, found)


@settings(max_examples=5)
@given(operation=operations(), objective=st.sampled_from(list(Objective)))
def test_equal_work_gives_equal_plans(operation: Operation, objective: Objective) -> None:
    """Same input, seed and work: same plan (P4), through heats and lists."""
    one, other = begun(operation, objective), begun(operation, objective)
    for _ in range(24):
        one.round()
        other.round()
    assert one.orders() == other.orders()
    assert one.iterations == other.iterations
