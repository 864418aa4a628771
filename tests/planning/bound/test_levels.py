"""Bounds of the later levels."""

from hypothesis import assume, given
from hypothesis import strategies as st

from korridor.clockwork.run import run
from korridor.operation.operation import Operation
from korridor.planning.bound.levels import last_out_bound, left_bound, risk_bound, waiting_bound
from korridor.planning.levels import values_of
from korridor.planning.plan import Objective
from tests.planning.bound.test_walk import corridor
from tests.strategies import operations, orders

ROADS = [each.model_copy(update={"risk": 1}) for each in corridor().roads]


@given(data=st.data(), operation=operations())
def test_no_orders_are_better(data, operation):
    """Whoever gets as much out runs as much risk and is no sooner done; nobody who gets all out waits less."""
    movements = run(operation, data.draw(orders(operation)))
    values = values_of(operation, Objective.MOST_OUT, movements)
    assume(values["out"])
    assert risk_bound(operation, values["out"] or 0) <= (values["risk"] or 0)
    assert last_out_bound(operation, values["out"] or 0) <= (values["clearance"] or 0)
    waiting = values_of(operation, Objective.CLEARANCE, movements)["waiting"]
    assert waiting is None or waiting_bound(operation) <= waiting


def risky(**changes: object) -> Operation:
    return corridor(**({"roads": ROADS} | changes))


def test_risk_worked_out_by_hand():
    """Everybody is on the roads for 300 + 600 + 500 s."""
    assert risk_bound(risky(), 100) == 140_000
    assert risk_bound(risky(), 7) == 9_800
    assert risk_bound(risky(), 0) == 0


def test_the_cheapest_weight_first():
    """Those who weigh more are out for less risk; of the last only the part that is missing counts."""
    people = {
        "few": {"at": "square", "class": "sitting", "count": 10, "weight": 3},
        "many": {"at": "square", "class": "well", "count": 90},
    }
    assert risk_bound(risky(people=people), 31) == 11 * 1400
    assert risk_bound(risky(people=people), 1) == 467


def test_the_last_out_worked_out_by_hand():
    """A bus is out with the first at 1000 + 1170 s, and with the next 3020 s later."""
    assert last_out_bound(corridor(), 30) == 2170
    assert last_out_bound(corridor(), 31) == 5190
    assert last_out_bound(corridor(), 0) == 0


def test_waiting_worked_out_by_hand():
    """30 are out at 2170 s, 30 a lap of 3020 s later, 30 after the second, 10 after the third."""
    assert waiting_bound(corridor()) == 100 * 2170 + 30 * 3020 + 30 * 6040 + 10 * 9060


def test_the_heaviest_wait_least():
    """Those who weigh more are out first: 10 of weight 3 with the first bus."""
    people = {
        "few": {"at": "square", "class": "sitting", "count": 10, "weight": 3},
        "many": {"at": "square", "class": "well", "count": 90},
    }
    heavy = corridor(people=people)
    assert waiting_bound(heavy) == waiting_bound(corridor()) + 2 * 10 * 2170


def test_who_is_left():
    """Of 100, no more than 90 out: 10 are left."""
    assert left_bound(corridor(), 90) == 10
    assert left_bound(corridor(), 120) == 0
