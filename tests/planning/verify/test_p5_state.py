"""P5: the checker finds what a plan from a state takes that is not there, not free, or not yet."""

from typing import Any

import pytest

from korridor.events.saved_state import BayRow, EscortRow, LaneRow, PassageRow, SavedState, Way
from korridor.planning.plan import Plan
from korridor.planning.planner import plan
from korridor.planning.replan.state_at import state_at
from korridor.planning.verify import verify
from tests.planning.replan.small import NOW_S, made, operation

LATE_S = 20_000


@pytest.fixture(scope="module")
def rest() -> Plan:
    """A plan from the moment."""
    return plan(operation(), start=state_at(made(), NOW_S), earlier=made(), work=400, bounded=False)


def rules(broken: Plan) -> set[str]:
    return {each.rule for each in verify(broken)}


def told(rest: Plan, **update: Any) -> Plan:
    """The same movements, from a state that says something else."""
    assert rest.start is not None
    return rest.model_copy(update={"start": rest.start.model_copy(update=update)})


def test_it_keeps_the_rules(rest: Plan):
    """Before anything is changed the checker finds no fault."""
    assert verify(rest) == ()


def test_nothing_begins_before_the_moment(rest: Plan):
    """A plan whose state is of a later moment departs too soon."""
    assert "P5" in rules(told(rest, at_s=rest.movements[0].departs_s + 1))


def test_vehicles_are_not_free_before_they_are(rest: Plan):
    """O6: a vehicle that is on the road cannot leave before it is free."""
    assert rest.start is not None
    late = tuple(
        row.model_copy(update={"free_s": LATE_S, "loading_since_s": None}) for row in rest.start.vehicles
    )
    assert "O6" in rules(told(rest, vehicles=late))


def test_taken_things_are_taken(rest: Plan):
    """Bays, lanes, escorts and roads that the state calls taken cannot be used before they are free (C2, C6, O7, C4)."""
    first = next(each for each in rest.movements if each.loaded)
    trip = first.trips[0]
    bays = (BayRow(at=first.origin, bay=trip.bay or 0, free_s=LATE_S),)
    assert "C2" in rules(told(rest, bays=bays))
    lanes = tuple(LaneRow(at="gate", way=Way.OUTWARD, lane=lane, free_s=LATE_S) for lane in (0, 1))
    assert "C6" in rules(told(rest, lanes=lanes))
    escorts = tuple(EscortRow(escort=number, free_s=LATE_S) for number in range(3))
    assert {"O7", "C3"} <= rules(told(rest, escorts=escorts))
    road = PassageRow(
        road=2,
        start="gate",
        end="camp",
        head_in_s=LATE_S,
        tail_in_s=LATE_S,
        head_out_s=LATE_S,
        tail_out_s=LATE_S,
    )
    assert "C4" in rules(told(rest, roads=(road,)))


def test_people_and_vehicles_are_those_of_the_state(rest: Plan):
    """An operation with more people or vehicles than the state has is not what remains of it."""
    assert rest.start is not None
    fewer = tuple(
        row.model_copy(update={"persons": row.persons - 1}) if row.persons else row
        for row in rest.start.people
    )
    assert rules(told(rest, people=fewer)) == {"P5"}
    assert rules(told(rest, vehicles=rest.start.vehicles[1:])) == {"P5"}


@pytest.mark.parametrize(
    "update",
    [
        {"bays": (BayRow(at="north", bay=9, free_s=1),)},
        {"lanes": (LaneRow(at="gate", way=Way.INWARD, lane=9, free_s=1),)},
        {"lanes": (LaneRow(at="nowhere", way=Way.INWARD, lane=0, free_s=1),)},
    ],
)
def test_names_of_the_state_exist(rest: Plan, update: dict[str, Any]):
    """A state that names what its operation has not is asked no further."""
    assert rules(told(rest, **update)) == {"P5"}


def test_the_state_of_a_plan_is_shown_on_one_line():
    """In Python a state says in one line who waits, and what is on the road."""
    state: SavedState = state_at(made(), NOW_S)
    assert repr(state).startswith("<SavedState of 'two quarters' at 6600 s: people waiting: ")
