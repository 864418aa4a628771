"""What is a plain shuttle, and what is not."""

import pytest
from hypothesis import given

from korridor.operation.agreement import Gate
from korridor.operation.convoy import ConvoyRule
from korridor.operation.fleet import Layout, VehicleType
from korridor.operation.hours import Hours
from korridor.operation.operation import Operation
from korridor.operation.people import Group
from korridor.operation.place import Kind, Lanes, Place, Side
from korridor.operation.road import Road
from korridor.operation.scheme import Need
from korridor.operation.truce import Truce, TruceWindow
from korridor.planning.shuttle.plain import is_plain_shuttle, not_plain
from tests.planning.shuttle.shuttles import persons, shuttles

PLAIN = Operation(
    name="plain",
    start="2016-12-15T05:00+00:00",
    places={
        "yard": Place(kind=Kind.DEPOT),
        "school": Place(kind=Kind.ASSEMBLY),
        "square": Place(kind=Kind.ASSEMBLY),
        "hall": Place(kind=Kind.RECEPTION, capacity_persons=100),
        "ward": Place(kind=Kind.HOSPITAL),
    },
    roads=(
        Road(between=("yard", "school"), time_s=600),
        Road(between=("school", "square"), time_s=300),
        Road(between=("square", "hall"), length_m=20_000, speed_m_per_h=40_000),
        Road(between=("hall", "ward"), time_s=120),
    ),
    people={
        "pupils": Group(place="school", person_class="well", count=persons(70)),
        "neighbours": Group(place="square", person_class="sitting", count=persons(45)),
    },
    fleet={
        "bus": VehicleType(depots={"yard": 2}, layouts=(Layout(seats=50),), boarding_s={Need.SEAT: 4}),
        "coach": VehicleType(depots={"hall": 1}, layouts=(Layout(seats=50),), speed_m_per_h=60_000),
        "ambulance": VehicleType(depots={"yard": 1}, layouts=(Layout(stretchers=2),)),
    },
)


def place(name: str, **fields: object) -> Operation:
    return PLAIN.model_copy(
        update={"places": {**PLAIN.places, name: PLAIN.places[name].model_copy(update=fields)}}
    )


def road(number: int, **fields: object) -> Operation:
    roads = list(PLAIN.roads)
    roads[number] = roads[number].model_copy(update=fields)
    return PLAIN.model_copy(update={"roads": tuple(roads)})


def group(name: str, **fields: object) -> Operation:
    return PLAIN.model_copy(
        update={"people": {**PLAIN.people, name: PLAIN.people[name].model_copy(update=fields)}}
    )


def vehicles(name: str, **fields: object) -> Operation:
    return PLAIN.model_copy(
        update={"fleet": {**PLAIN.fleet, name: PLAIN.fleet[name].model_copy(update=fields)}}
    )


def other(**fields: object) -> Operation:
    return PLAIN.model_copy(update=fields)


WINDOW = TruceWindow(opens_s=0, closes_s=3600)
HOURS = Hours(opens_clock_s=0, closes_clock_s=3600)
GATE = Gate(name="gate", out_of=("school",), beyond_persons=10, until_persons=1, of_places=("square",))

NOT_PLAIN = {
    "truce": (other(truce=Truce(announced=(WINDOW,))), "there is a truce"),
    "horizon": (other(until_s=7200), "there is a horizon"),
    "gate": (other(gates=(GATE,)), "there are gates"),
    "bays": (place("school", bays=3), "school has bays"),
    "bays where people arrive": (place("ward", bays=1), "ward has bays"),
    "hours": (place("hall", hours=HOURS), "hall has hours"),
    "transfer": (place("ward", kind=Kind.TRANSFER), "ward is a transfer"),
    "checkpoint": (
        place("yard", kind=Kind.CHECKPOINT, lanes=Lanes(outward=1, inward=1)),
        "yard is a checkpoint",
    ),
    "reception inside": (place("ward", side=Side.INSIDE), "nobody is out at ward"),
    "truce road": (road(1, truce=True), "the road from school to square is controlled"),
    "headway": (road(2, headway_s=60), "the road from square to hall is controlled"),
    "alternate road": (road(3, alternate=True), "the road from hall to ward is controlled"),
    "one way": (road(1, one_way=True), "there is no way from hall to school"),
    "too long": (other(time_aboard_s={"default": 2419}), "school to ward is too long for bus"),
    "long for one class": (other(time_aboard_s={"sitting": 2119}), "square to ward is too long for bus"),
    "party": (group("pupils", party=5), "pupils stay together in parties"),
    "companions": (group("pupils", companions=1), "pupils stay together in parties"),
    "to one place": (group("pupils", to=("hall",)), "pupils may not be taken everywhere"),
    "at a reception": (group("pupils", place="hall"), "pupils stand at a reception"),
    "two needs": (group("pupils", need=Need.STRETCHER), "people need different places aboard"),
    "apart": (other(apart=(("well", "sitting"),)), "some classes keep apart"),
    "span": (vehicles("bus", available_from_s=60), "bus has a span"),
    "end of span": (vehicles("bus", available_until_s=9000), "bus has a span"),
    "duty": (vehicles("coach", duty=HOURS), "coach has duty hours"),
    "serves": (vehicles("coach", serves=("school", "hall")), "coach does not serve every place"),
    "sizes": (
        vehicles("coach", layouts=(Layout(seats=30),)),
        "vehicles take different numbers of people",
    ),
    "layouts": (
        vehicles("ambulance", layouts=(Layout(stretchers=2), Layout(stretchers=1, seats=3))),
        "ambulance can be fitted out for different numbers of people",
    ),
    "no seat": (
        other(fleet={"ambulance": PLAIN.fleet["ambulance"]}),
        "no vehicle takes anybody",
    ),
    "no room": (
        other(
            places={name: each for name, each in PLAIN.places.items() if name != "ward"},
            roads=PLAIN.roads[:3],
        ),
        "there is no room for 3 full loads",
    ),
}


def test_a_plain_shuttle_is_recognised() -> None:
    """Speeds, boarding times, depots, classes and unlimited room may differ, and useless vehicles may stand about."""
    assert list(not_plain(PLAIN)) == []
    assert is_plain_shuttle(PLAIN)


def test_rules_for_columns_matter_where_there_are_none() -> None:
    """O7: the convoy rule binds column parts only, so it does not make a shuttle less plain."""
    assert is_plain_shuttle(other(convoy=ConvoyRule(least=3, most=5, escorts=1, marshalling_s=600)))


@pytest.mark.parametrize(("operation", "reason"), NOT_PLAIN.values(), ids=NOT_PLAIN.keys())
def test_what_binds_is_found(operation: Operation, reason: str) -> None:
    """Each thing that can bind, put once into a plain shuttle, is named as the first reason why it is none."""
    assert next(not_plain(operation), None) == reason
    assert not is_plain_shuttle(operation)


@given(shuttles())
def test_drawn_shuttles_are_plain(operation: Operation) -> None:
    """The operations that other properties are tried on are plain shuttles."""
    assert list(not_plain(operation)) == []
