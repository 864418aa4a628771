"""Vehicles of one column that load one after the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.clockwork.run import Stuck, run
from korridor.events.order import Order, TripOrder
from korridor.operation.convoy import ConvoyRule
from korridor.operation.operation import Operation
from korridor.planning.bound.clocks import Grid, grid_of
from korridor.planning.bound.kinds import Kinds
from korridor.planning.bound.most_out import most_out_bound
from korridor.planning.bound.program import program_of
from korridor.planning.plan import Objective
from korridor.planning.planner import plan
from tests.planning.bound.counted import Counted
from tests.planning.bound.test_walk import corridor


def square(bays: int | None, van_seat_s: int = 20, most: int = 6) -> Operation:
    """Six buses and three vans at a square with few bays; a bus turns round in 60 s and boards ten persons in 200 s."""
    places = corridor().places | {"square": {"kind": "assembly", "bays": bays}}
    fleet = {
        name: {
            "depot": "square",
            "number": number,
            "layouts": [{"seats": seats}],
            "turn_round": 60,
            "boarding": {"seat": seat_s},
        }
        for name, number, seats, seat_s in (("bus", 6, 10, 20), ("van", 3, 5, van_seat_s))
    }
    people = {"all": {"at": "square", "class": "well", "count": 200}}
    return corridor(places=places, fleet=fleet, people=people, convoy=ConvoyRule(most=most, marshalling_s=30))


def column(buses: int, vans: int) -> tuple[Order, Order]:
    """A column to the camp and back again."""
    fleet = ("bus",) * buses + ("van",) * vans
    return tuple(
        Order(
            origin=here,
            loaded=loaded,
            trips=tuple(TripOrder(vehicle_type=kind, comes_from=here, destination=there) for kind in fleet),
        )
        for here, there, loaded in (("square", "camp", True), ("camp", "square", False))
    )


columns = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 3)).filter(any), min_size=1, max_size=4)


@given(
    columns=columns,
    bays=st.integers(1, 4),
    van_seat_s=st.sampled_from([20, 40, 60, 90]),
    slot_s=st.sampled_from([1, 20, 60, 97, 300]),
    in_phase=st.booleans(),
)
def test_large_columns_from_few_bays_keep_every_row(columns, bays, van_seat_s, slot_s, in_phase):
    """Columns of mixed vehicles, loaded in one wave or in many: each vehicle stands there when the rows say so."""
    operation = square(bays, van_seat_s)
    orders = [order for buses, vans in columns for order in column(buses, vans) if buses + vans <= 6]
    try:
        movements = run(operation, tuple(orders))
    except Stuck as stuck:  # the window is over
        movements = run(operation, tuple(orders[: stuck.rank]))
    kinds = Kinds(operation)
    grid = grid_of(kinds, slot_s) if in_phase else Grid(slot_s)
    assert Counted(program_of(kinds, grid, 9000, True), movements).broken() == []


def test_the_wave_is_the_bay_time_of_the_largest():
    """A bus full of ten is in a bay for 60 + 10 × 20 s; vans of five that take 90 s a person are there longer."""
    (wave_s,) = Kinds(square(2, van_seat_s=90)).wave_s.values()
    assert wave_s == 260


def buses_alone(bays: int | None) -> Operation:
    """Six buses, no van."""
    operation = square(bays)
    return operation.model_copy(update={"fleet": {"bus": operation.fleet["bus"]}})


@pytest.mark.parametrize(
    ("bays", "least", "most"), [(None, 180, 180), (3, 180, 180), (2, 160, 175), (1, 150, 160)]
)
def test_fewer_bays_fewer_out(bays, least, most):
    """Three laps of six buses where they load at once; from one bay the first stands there 5 × 260 s longer.

    In all there is bay time enough: from 0 s to 9000 s one bay loads thirty buses.
    """
    assert least <= most_out_bound(buses_alone(bays), slot_s=10).bound_weight <= most


@pytest.mark.parametrize("bays", [1, 2])
def test_plan_and_certificate_are_verified(bays):
    """What the planner finds and proves with such columns stands before the checker, which has its own code."""
    made = plan(square(bays), objective=Objective.MOST_OUT, work=20)
    level = made.levels[0]
    assert level.bound is not None
    assert level.value <= level.bound
    assert any(name.startswith("loading/") for name in made.certificate.multipliers)
