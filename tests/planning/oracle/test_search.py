"""The oracle: nothing is better than its plan, and its plan is no better than the bound."""

from collections import Counter

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from korridor.clockwork.run import Stuck, run
from korridor.events.order import Order
from korridor.operation.operation import Operation
from korridor.planning.bound.clearance import clearance_bound
from korridor.planning.bound.most_out import most_out_bound
from korridor.planning.bound.waiting import least_waiting_bound
from korridor.planning.oracle.choices import Choices
from korridor.planning.oracle.search import Best, TooLargeError, best
from korridor.planning.plan import Objective
from tests.operation.tiny import operation as tiny
from tests.operation.tiny import with_line
from tests.planning.oracle.few import MOST, comes_round, few, tried, value
from tests.strategies import orders

# Two people a party of one, a bus for one: there, back and there again over one road, 100 s each way.
SHUTTLE = {
    "name": "shuttle",
    "places": {"square": {"kind": "assembly"}, "hall": {"kind": "reception"}},
    "roads": [{"between": ["square", "hall"], "time": 100, "headway": 0}],
    "people": {"all": {"at": "square", "class": "well", "count": 2}},
    "fleet": {"bus": {"depot": "square", "number": 1, "layouts": [{"seats": 1}], "boarding": 10}},
}


def found(operation: Operation, objective: Objective, most_tried: int = 1500) -> Best:
    """Return what the oracle says, where it can try every plan."""
    try:
        return best(operation, objective, most_tried)
    except TooLargeError:
        assume(False)
        raise


def no_better(objective: Objective, one: int | None, other: int | None) -> bool:
    """Whether ``one`` does not beat ``other``; not to get everybody out who is to get out is the worst."""
    if objective in MOST:
        assert one is not None and other is not None
        return one <= other
    return one is None or (other is not None and one >= other)


def bound(operation: Operation, objective: Objective) -> int:
    """Return the bound of the first level, with coarse slots."""
    if objective in MOST:
        return most_out_bound(operation, slot_s=None if operation.horizon_s is None else 60).bound_weight
    if objective is Objective.PRIORITY:
        return least_waiting_bound(operation, slot_s=60)[0]
    return clearance_bound(operation, slot_s=60)[0]


def hold_between(data: st.DataObject, operation: Operation, objective: Objective) -> None:
    """A plan, the oracle and the bound, each no better than the next."""
    oracle = found(operation, objective)
    assert value(operation, objective, run(operation, oracle.orders)) == oracle.value or not oracle.orders
    plan = tried(operation, data.draw(orders(operation, most=8)))
    assert no_better(objective, value(operation, objective, plan), oracle.value)
    assert no_better(objective, oracle.value, bound(operation, objective))


@pytest.mark.parametrize("objective", list(Objective))
@given(data=st.data(), operation=few())
def test_no_plan_beats_the_oracle_nor_the_oracle_the_bound(
    objective: Objective, data: st.DataObject, operation: Operation
):
    """Bound, oracle, plan: in this order for the people out, in the other for clearance and waiting."""
    hold_between(data, operation, objective)


@pytest.mark.long
@pytest.mark.parametrize("objective", list(Objective))
@given(data=st.data(), operation=few(vehicles=6))
def test_no_plan_beats_the_oracle_with_up_to_six_vehicles(
    objective: Objective, data: st.DataObject, operation: Operation
):
    """As above, with more vehicles."""
    hold_between(data, operation, objective)


def every(operation: Operation, choices: Choices, objective: Objective, most: int) -> int | None:
    """Return the best value of all plans of at most so many movements, without cutting anything off."""
    values: list[int | None] = []

    def go_on(before: tuple[Order, ...]) -> None:
        movements = run(operation, before)
        if comes_round(operation, movements):
            return
        values.append(value(operation, objective, movements))
        if len(before) == most:
            return
        stands = Counter(
            (kind, d) for kind, v in operation.fleet.items() for d, n in v.depots.items() for _ in range(n)
        )
        for movement in movements:
            for trip in movement.trips:
                stands[trip.vehicle_type, trip.comes_from] -= 1
                stands[trip.vehicle_type, trip.destination] += 1
        for order in list(choices.next(stands)):
            try:
                run(operation, (*before, order))
            except Stuck:
                continue
            go_on((*before, order))

    go_on(())
    reached = [each for each in values if each is not None]
    if objective in MOST:
        return max(reached)
    return min(reached, default=None)


@pytest.mark.parametrize("objective", list(Objective))
@settings(max_examples=10)
@given(operation=few(vehicles=1))
def test_nothing_better_is_cut_off(objective: Objective, operation: Operation):
    """Two movements at most, tried one and all, come to nothing better than what the oracle finds."""
    oracle = found(operation, objective)
    assert no_better(objective, every(operation, Choices(operation), objective, 2), oracle.value)


def test_a_shuttle_by_hand():
    """A bus for one boards 10 s, drives 100 s, comes back and does so again: 320 s; by 319 s one is out."""
    operation = Operation.model_validate(SHUTTLE)
    assert best(operation, Objective.CLEARANCE).value == 320
    assert best(operation, Objective.MOST_OUT).value == 2
    assert best(operation.until(319), Objective.MOST_OUT).value == 1
    assert best(operation.until(319), Objective.CLEARANCE).value is None
    assert best(operation, Objective.PRIORITY).value == 110 + 320
    assert best(operation.until(319), Objective.PRIORITY).value == 110 + 319
    assert len(best(operation, Objective.CLEARANCE).orders) == 3


def test_nobody_sits_aboard_too_long():
    """O5: 10 s to board and 100 s to drive make 110 s; with a limit of 109 s nobody is out in the best plan."""
    for limit_s, most in ((110, 2), (109, 0)):
        operation = Operation.model_validate({**SHUTTLE, "time_aboard": limit_s})
        assert best(operation, Objective.MOST_OUT).value == most


def test_what_is_too_large_is_refused():
    """More than six vehicles, or more orders than may be tried, are refused."""
    with pytest.raises(TooLargeError, match=r"^7 vehicles; every plan can be tried for up to 6$"):
        best(tiny(with_line("number: 4", "number: 5")), Objective.MOST_OUT)
    with pytest.raises(TooLargeError, match=r"^more than 9 orders to try$") as refused:
        best(tiny(), Objective.CLEARANCE, most_tried=9)
    assert refused.value.tried == 10
