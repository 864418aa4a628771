"""How much waiting there is at least."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.clockwork.run import run
from korridor.planning.bound.waiting import least_waiting_bound
from korridor.planning.levels import values_of
from korridor.planning.plan import Objective
from korridor.planning.verify.slot_program.duality import proved_weight
from korridor.planning.verify.slot_program.kinds import Kinds
from tests.planning.bound.test_walk import corridor
from tests.strategies import operations, orders

PLANNED_PERSON_S = 30 * 2170 + 20 * (5190 + 8210) + 10 * (5490 + 8510) + 10 * 9000
"""Of the corridor's hundred: three buses together, then two laps of two with the third a headway of 300 s behind, as the gate
serves two at once; the last ten wait until the end."""


@given(data=st.data(), operation=operations(horizon=True), slot_s=st.sampled_from([30, 97, 400]))
def test_no_orders_make_people_wait_less(data, operation, slot_s):
    """Whatever is ordered, people wait no less, by weight, than the bound says."""
    movements = run(operation, data.draw(orders(operation)))
    waiting = values_of(operation, Objective.PRIORITY, movements)["waiting"]
    assert waiting is not None
    assert waiting >= least_waiting_bound(operation, slot_s=slot_s)[0]


@given(operation=operations(), known_s=st.sampled_from([500, 4000]), slot_s=st.sampled_from([60, 170]))
def test_the_checker_proves_as_much(operation, known_s, slot_s):
    """The checker, with rows and columns of its own, comes to the same seconds saved."""
    _, certificate = least_waiting_bound(operation, known_s=known_s, slot_s=slot_s)
    assert proved_weight(Kinds(operation), certificate) == certificate.bound_weight


def test_three_laps_of_three_buses():
    """With short slots the bound is nearly what a plan of three laps comes to."""
    bound, certificate = least_waiting_bound(corridor(), slot_s=10)
    assert 0.99 * PLANNED_PERSON_S <= bound <= PLANNED_PERSON_S
    assert (certificate.horizon_s, certificate.unweighted) == (9000, False)


@pytest.mark.parametrize("slot_s", [20, 60, 600, 100_000])
def test_longer_slots_are_only_weaker(slot_s: int):
    """Any slot length gives a bound that holds."""
    assert least_waiting_bound(corridor(), slot_s=slot_s)[0] <= PLANNED_PERSON_S


def test_without_a_horizon_a_known_plan_ends_the_waiting():
    """Everybody counts until then, so the bound grows with that moment until nobody is left at it."""
    places, roads = corridor().places, [{"between": ("square", "camp"), "time": 600}]
    operation = corridor(truce=None, places=places, roads=roads)
    sooner, later = (
        least_waiting_bound(operation, known_s=known_s, slot_s=10)[0] for known_s in (1000, 6000)
    )
    assert 0 < sooner < later
