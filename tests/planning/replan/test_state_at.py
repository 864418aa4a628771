"""P5: the state of a plan at any moment is one from which the rest of the plan can go on."""

from collections import Counter

from hypothesis import assume, given
from hypothesis import strategies as st

from korridor.clockwork.run import Stuck, run
from korridor.clockwork.saved import arrays_of
from korridor.clockwork.tables import Index
from korridor.events.movement import Movement
from korridor.events.saved_state import SavedState
from korridor.operation.operation import Operation
from korridor.operation.place import Side
from korridor.planning.plan import Objective, Plan, Status
from korridor.planning.replan.remaining import remaining
from korridor.planning.replan.state_at import orders_of_the_rest, rest_of, state_at
from korridor.planning.replan.up_to_date import up_to_date
from korridor.planning.verify import verify
from tests.strategies import operations, orders


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Draw a plan that goes as it happens, on a tiny operation."""
    operation = draw(operations())
    movements = run(operation, draw(orders(operation)))
    return Plan(
        operation=operation, objective=Objective.MOST_OUT, status=Status.FEASIBLE, movements=movements
    )


def gone_on(plan: Plan, state: SavedState) -> Plan:
    """Return the rest of a plan, timed from a state."""
    brought = up_to_date(_whole(plan), state)
    rest = remaining(_whole(plan), brought)
    movements = run(rest, orders_of_the_rest(plan, state.at_s), arrays_of(Index(rest), brought))
    return Plan(
        operation=rest, start=brought, objective=plan.objective, status=Status.FEASIBLE, movements=movements
    )


def _whole(plan: Plan) -> Operation:
    assert plan.start is None
    return plan.operation


def course(movements: tuple[Movement, ...]) -> list[tuple[object, ...]]:
    """What matters of movements: when they go where, with whom; vehicles of a type are interchangeable."""
    return [
        (
            each.origin,
            each.departs_s,
            each.passages,
            sorted((t.vehicle_type, t.destination, t.free_s, str(t.loads)) for t in each.trips),
        )
        for each in movements
    ]


@given(plan=plans(), moment_s=st.integers(0, 9000))
def test_the_rest_goes_on_as_planned(plan: Plan, moment_s: int) -> None:
    """From the state of a plan at any moment the rest of it has the times it had, and breaks no rule that it kept.

    Vehicles of a type are interchangeable: one that stands there may be taken for one that is still on its way alone.
    """
    rest = rest_of(plan, moment_s)
    alone = any(
        trip.leaves_s < moment_s and trip.comes_from != movement.origin
        for movement in rest
        for trip in movement.trips
    )
    try:
        then = gone_on(plan, state_at(plan, moment_s))
    except Stuck:
        assert alone
        return
    assert alone or course(then.movements) == course(rest)
    assert {broken.rule for broken in verify(then)} <= {broken.rule for broken in verify(plan)}


@given(plan=plans(), first_s=st.integers(0, 5000), more_s=st.integers(0, 5000))
def test_stopped_twice_it_is_as_stopped_once(plan: Plan, first_s: int, more_s: int) -> None:
    """The state of the rest of a plan is the state of the plan."""
    once = state_at(plan, first_s + more_s)
    assume(not any(t.leaves_s < first_s for m in rest_of(plan, first_s) for t in m.trips))
    twice = state_at(gone_on(plan, state_at(plan, first_s)), first_s + more_s)
    assert _sums(once) == _sums(twice)
    assert _rows(once) == _rows(twice)


def _rows(state: SavedState) -> Counter[str]:
    """What else a state says, in whatever order."""
    return Counter(map(str, (*state.out, *state.columns, *state.lanes, *state.bays, *state.roads)))


def _sums(state: SavedState) -> tuple[Counter[object], Counter[object]]:
    people: Counter[object] = Counter()
    vehicles: Counter[object] = Counter()
    for row in state.people:
        people[row.group, row.at, row.come_s, row.counted_out] += row.persons
    for vehicle in state.vehicles:
        vehicles[vehicle.kind, vehicle.at, vehicle.free_s, vehicle.since_s] += vehicle.number
    return people, vehicles


@given(plan=plans(), moment_s=st.integers(0, 9000))
def test_people_are_conserved(plan: Plan, moment_s: int) -> None:
    """At any moment everybody waits, is aboard, is out, or was left short of safety; every vehicle is somewhere."""
    state, places = state_at(plan, moment_s), plan.operation.places
    waits = sum(row.persons for row in state.people if not row.counted_out)
    comes_out = sum(
        row.persons for row in state.aboard if not row.counted_out and places[row.to].side is Side.SAFE
    )
    out = sum(row.persons for row in state.out)
    short = sum(row.persons for row in state.received if places[row.at].side is not Side.SAFE)
    assert waits + comes_out + out + short == plan.operation.persons
    for kind, vehicles in plan.operation.fleet.items():
        assert sum(row.number for row in state.vehicles if row.kind == kind) == vehicles.number
