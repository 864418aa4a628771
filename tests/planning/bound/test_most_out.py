"""How many can get out at most."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from korridor.clockwork.run import run
from korridor.operation.convoy import ConvoyRule
from korridor.operation.operation import Operation
from korridor.planning.bound.clocks import grid_of
from korridor.planning.bound.kinds import Kinds
from korridor.planning.bound.most_out import most_out_bound
from korridor.planning.bound.program import program_of
from korridor.planning.bound.solve import Effort, solve
from tests.planning.bound.test_walk import corridor
from tests.strategies import operations, orders, weight_out


@given(data=st.data(), operation=operations(horizon=True), slot_s=st.sampled_from([30, 97, 400]))
def test_no_orders_get_more_out(data, operation, slot_s):
    """Whatever is ordered, no more weight is out by the horizon than the bound says."""
    movements = run(operation, data.draw(orders(operation)))
    assert weight_out(operation, movements) <= most_out_bound(operation, slot_s=slot_s).bound_weight


def test_three_laps_of_three_buses():
    """A lap takes 340 + 1170 + 1440 s; from 1000 s to 9000 s each bus, which stands there, gets three loads out."""
    assert most_out_bound(corridor(), slot_s=10).bound_weight == 90


@pytest.mark.parametrize("slot_s", [20, 60, 600, 100_000])
def test_longer_slots_are_only_weaker(slot_s: int):
    """Any slot length gives a bound that holds."""
    assert most_out_bound(corridor(), slot_s=slot_s).bound_weight >= 90


@given(operation=operations(horizon=True))
def test_what_is_proved_is_what_was_solved(operation):
    """The certificate loses no more than 0.01 % of the program's optimum."""
    kinds = Kinds(operation)
    solved = solve(program_of(kinds, grid_of(kinds, 100), operation.horizon_s, True), Effort())
    assert np.floor(solved.optimum - 1e-6) <= solved.proof.bound <= solved.optimum * 1.0001 + 1e-6


@given(operation=operations(horizon=True))
def test_equal_input_equal_certificate(operation):
    """The slot length is chosen by size, and nothing is left to chance."""
    assert most_out_bound(operation, seconds=0.2) == most_out_bound(operation, seconds=0.2)


def easier(operation: Operation, how: str) -> Operation:
    """Return the operation with one more of something."""
    places, fleet, convoy, truce = operation.places, operation.fleet, operation.convoy, operation.truce
    if how == "vehicle":
        name, kind = next(iter(fleet.items()))
        depots = {depot: number + 1 for depot, number in kind.depots.items()}
        return operation.model_copy(
            update={"fleet": fleet | {name: kind.model_copy(update={"depots": depots})}}
        )
    if how == "escort":
        escorts = None if convoy.escorts is None else convoy.escorts + 1
        return operation.model_copy(update={"convoy": convoy.model_copy(update={"escorts": escorts})})
    if how == "hour":
        if truce is None or operation.until_s is not None:
            return operation.until((operation.until_s or 0) + 3600)
        *before, last = truce.announced
        longer = (*before, last.model_copy(update={"closes_s": last.closes_s + 3600}))
        return operation.model_copy(update={"truce": truce.model_copy(update={"announced": longer})})
    if how == "window":
        if truce is None or operation.until_s is not None:
            return operation
        opens_s = truce.announced[-1].closes_s + 500
        last = truce.announced[-1].model_copy(update={"opens_s": opens_s, "closes_s": opens_s + 3000})
        return operation.model_copy(
            update={"truce": truce.model_copy(update={"announced": (*truce.announced, last)})}
        )
    more = {}
    for name, place in places.items():
        changed: dict[str, object] = {}
        if how == "bay" and place.bays is not None:
            changed["bays"] = place.bays + 1
        if how == "room" and place.capacity_persons is not None:
            changed["capacity_persons"] = place.capacity_persons + 5
        if how == "lane" and place.lanes is not None:
            changed["lanes"] = place.lanes.model_copy(update={"outward": place.lanes.outward + 1})
        more[name] = place.model_copy(update=changed)
    return operation.model_copy(update={"places": more})


@given(
    operation=operations(horizon=True),
    how=st.sampled_from(["vehicle", "lane", "bay", "room", "escort", "hour", "window"]),
    slot_s=st.sampled_from([60, 170]),
)
def test_more_never_makes_it_worse(operation, how, slot_s):
    """One more vehicle, lane, bay, escort, hour or window, or more room, can only let more people out."""
    more = easier(operation, how)
    assume(more != operation)
    before, after = (most_out_bound(each, slot_s=slot_s).bound_weight for each in (operation, more))
    assert before <= after


def test_an_escort_goes_with_its_next_column_from_the_departure():
    """An escort is 600 s on the road, 900 s on its way back, 300 s on its way there again: a column each 1,800 s."""
    operation = corridor(
        places={
            "square": {"kind": "assembly"},
            "gate": {"kind": "junction"},
            "camp": {"kind": "reception"},
        },
        roads=(
            {"between": ("square", "gate"), "time": 300},
            {"between": ("gate", "camp"), "time": 600, "headway": 60},
        ),
        convoy=ConvoyRule(most=1, escorts=1),
        truce=None,
    )
    assert most_out_bound(operation.until(4499), slot_s=60).bound_weight == 20
    assert most_out_bound(operation.until(4500), slot_s=60).bound_weight == 30


def test_without_a_horizon_everybody_can_be_out():
    """The certificate says no more than how many there are."""
    places, roads = corridor().places, [{"between": ("square", "camp"), "time": 600}]
    certificate = most_out_bound(corridor(truce=None, places=places, roads=roads))
    assert (certificate.bound_weight, certificate.horizon_s) == (100, 0)
    assert certificate.multipliers == {"people/all": (1,)}


def test_nobody_who_cannot_be_taken():
    """Where no vehicle has places for the need, nobody gets out."""
    people = {"all": {"at": "square", "class": "lying", "count": 4}}
    assert most_out_bound(corridor(people=people)).bound_weight == 0


def test_work_is_counted():
    """Programs and their iterations are counted (P4)."""
    effort = Effort()
    most_out_bound(corridor(), slot_s=60, effort=effort)
    assert effort.programs > 0
    assert effort.lp_iterations > 0
