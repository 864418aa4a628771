"""Without a horizon nobody is left whom some vehicle can carry."""

from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from korridor.operation.convoy import ConvoyRule
from korridor.operation.count import Count
from korridor.operation.fleet import Layout, VehicleType
from korridor.operation.operation import Operation
from korridor.operation.people import Group
from korridor.operation.place import Kind, Lanes, Place, Release, Side
from korridor.operation.road import Road
from korridor.operation.scheme import Need
from korridor.planning import planner
from korridor.planning.bounded import bounds_of
from korridor.planning.levels import counted_out
from korridor.planning.mass.search import MassSearch
from korridor.planning.plan import Objective, Plan
from tests.strategies import START

BUS, VAN, AMBULANCE = (Layout(seats=50),), (Layout(seats=4),), (Layout(stretchers=4),)
EITHER = (Layout(seats=8), Layout(seats=3, stretchers=1))


def plain(
    people: dict[str, tuple[int, int]],
    fleet: dict[str, tuple[int, tuple[Layout, ...]]],
    lanes: int | None = 4,
    a_person_s: int = 30,
    most: int = 1,
    limit_s: int = 6 * 3600,
) -> Operation:
    """An operation without truce or horizon, all vehicles at the first place, one checkpoint on the way, if any.

    People are well ones and lying ones by place, the fleet is numbers and layouts by type.
    """
    places = {name: Place(kind=Kind.ASSEMBLY, side=Side.INSIDE) for name in people}
    places["R"] = Place(kind=Kind.RECEPTION, side=Side.SAFE)
    roads = []
    if lanes is not None:
        places["X"] = Place(
            kind=Kind.CHECKPOINT,
            side=Side.CORRIDOR,
            lanes=Lanes(outward=lanes, inward=lanes),
            per_person_s={"default": a_person_s},
            release=Release.VEHICLE,
        )
        roads.append(Road(between=("X", "R"), length_m=14_000, speed_m_per_h=40_000))
    end = "R" if lanes is None else "X"
    roads += [
        Road(between=(name, end), length_m=7_000 + 4_000 * i, speed_m_per_h=40_000)
        for i, name in enumerate(people)
    ]
    return Operation(
        name="plain",
        start=START,
        places=places,
        roads=tuple(roads),
        people={
            f"{care} at {name}": Group(place=name, person_class=care, count=Count.model_validate(number))
            for name, both in people.items()
            for care, number in zip(("well", "lying"), both, strict=True)
            if number
        },
        fleet={
            name: VehicleType(
                layouts=layouts,
                depots={next(iter(people)): number},
                boarding_s={Need.SEAT: 12, Need.STRETCHER: 120},
                alighting_s={Need.SEAT: 6, Need.STRETCHER: 60},
            )
            for name, (number, layouts) in fleet.items()
        },
        convoy=ConvoyRule(least=1, most=most),
        time_aboard_s={"default": limit_s},
    )


def can_be_carried(operation: Operation) -> int:
    """Persons for whom some vehicle has a place."""
    layouts = [layout for kind in operation.fleet.values() for layout in kind.layouts]
    seats, stretchers = any(each.seats for each in layouts), any(each.stretchers for each in layouts)
    return sum(
        group.persons
        for group in operation.people.values()
        if (stretchers if group.person_class == "lying" else seats)
    )


def left(made: Plan) -> int:
    """Persons whom a plan leaves."""
    return made.operation.persons - sum(
        load.persons for _, load in counted_out(made.operation, made.movements)
    )


@st.composite
def plain_operations(draw: st.DrawFn) -> Operation:
    """Draw one: one or two places, one to three types, with a checkpoint or without, single vehicles or small columns."""
    number = st.sampled_from([1, 2, 7, 30])
    names = draw(
        st.lists(st.sampled_from(["bus", "van", "ambulance", "either"]), min_size=1, max_size=3, unique=True)
    )
    layouts = {"bus": BUS, "van": VAN, "ambulance": AMBULANCE, "either": EITHER}
    parties = st.tuples(st.integers(0, 300), st.integers(0, 60))
    return plain(
        {name: draw(parties) for name in draw(st.sampled_from([("A",), ("A", "B")]))},
        {name: (draw(number), layouts[name]) for name in names},
        lanes=draw(st.sampled_from([None, 1, 4])),
        a_person_s=draw(st.sampled_from([0, 30, 120])),
        most=draw(st.sampled_from([1, 1, 2, 5])),
        limit_s=draw(st.sampled_from([6 * 3600, 3 * 3600])),
    )


@settings(max_examples=10)
@given(operation=plain_operations(), objective=st.sampled_from(list(Objective)))
def test_nobody_is_left_whom_somebody_can_carry(operation: Operation, objective: Objective) -> None:
    """The first plan already has everybody out for whom some vehicle has a place."""
    made = planner.plan(operation, objective=objective, work=1, bounded=False)
    assert left(made) == operation.persons - can_be_carried(operation)


@pytest.mark.parametrize(
    ("people", "fleet"),
    [
        ({"A": (4800, 200)}, {"bus": (20, BUS), "ambulance": (10, AMBULANCE)}),
        ({"A": (2400, 120), "B": (1200, 60)}, {"bus": (20, BUS), "ambulance": (10, AMBULANCE)}),
        ({"A": (4800, 200)}, {"bus": (1, BUS), "ambulance": (1, AMBULANCE)}),
        ({"A": (1000, 600)}, {"bus": (100, BUS), "ambulance": (3, AMBULANCE)}),
    ],
)
@pytest.mark.parametrize("lanes", [None, 1, 4])
def test_whatever_the_proportion_of_the_fleet(
    people: dict[str, tuple[int, int]], fleet: dict[str, tuple[int, tuple[Layout, ...]]], lanes: int | None
) -> None:
    """Who is left to ambulances of four is not forgotten for the buses of fifty, nor who would wait too long for a lane."""
    assert left(planner.plan(plain(people, fleet, lanes), work=1, bounded=False)) == 0


def test_more_loads_than_a_list_has_laps() -> None:
    """With a thousand loads, each by itself, the search for large operations gets everybody out, from the first place on."""
    operation = plain(
        {"A": (3600, 200), "B": (400, 0)}, {"van": (20, VAN), "ambulance": (3, AMBULANCE)}, lanes=9
    )
    planning = planner._Planning(operation, Objective.CLEARANCE, 0, None)
    assert isinstance(planning.search, MassSearch)
    assert left(planner.plan(operation, objective=Objective.CLEARANCE, work=1, bounded=False)) == 0


def test_nobody_need_be_left() -> None:
    """A plan in which somebody is left is told that nobody need be, where there is no horizon and a vehicle for all."""
    operation = plain({"A": (60, 4)}, {"bus": (1, BUS), "ambulance": (1, AMBULANCE)})
    found = bounds_of(operation, Objective.CLEARANCE, None, lambda: False, Event())
    assert found.by_level["left"] == 0
    nobody = operation.model_copy(update={"fleet": {"bus": operation.fleet["bus"]}})
    assert "left" not in bounds_of(nobody, Objective.CLEARANCE, None, lambda: False, Event()).by_level
