"""Tiny operations, and orders for them, for properties that must hold of every operation."""

from datetime import UTC, datetime
from itertools import pairwise
from typing import NamedTuple

from hypothesis import strategies as st

from korridor.clockwork.run import Clock, Stuck
from korridor.events.movement import Movement
from korridor.events.order import Order, TripOrder
from korridor.operation.agreement import Gate, Out
from korridor.operation.convoy import ConvoyRule, Halt
from korridor.operation.count import Count
from korridor.operation.fleet import Layout, VehicleType
from korridor.operation.hours import Hours
from korridor.operation.operation import Operation, Via
from korridor.operation.people import Group
from korridor.operation.place import ROOMS, Kind, Lanes, Place, Release, Side
from korridor.operation.road import Road
from korridor.operation.scheme import Need
from korridor.operation.truce import Truce, TruceWindow
from korridor.operation.ways import Ways

START = datetime(2016, 12, 15, 5, 0, tzinfo=UTC)


@st.composite
def operations(draw: st.DrawFn, horizon: bool | None = None, most: int = 60) -> Operation:
    """Draw an operation of 1 to 3 assembly places, 1 or 2 types, 1 to 6 vehicles, at most 60 people.

    Parameters
    ----------
    horizon : bool, optional
        Whether it has one; either if not given.
    most : int, optional
        People at most.
    """
    truce = draw(st.booleans()) and horizon is not False
    places, assemblies, safe = draw(_places())
    roads = draw(_roads(places, assemblies, safe, truce))
    stands = [*assemblies, *(n for n in safe if places[n].kind is Kind.TRANSFER)]
    people = draw(_people(stands, safe, most))
    fleet = draw(_fleets(tuple(places)))
    until_s = None
    if horizon is not False and (draw(st.booleans()) or (horizon and not truce)):
        until_s = draw(st.integers(600, 9000))
    return Operation(
        name="tiny",
        start=START,
        places=places,
        roads=roads,
        via=draw(_vias(assemblies[0], safe[-1], roads)),
        people=people,
        fleet=fleet,
        convoy=draw(_convoys(tuple(fleet), tuple(places))),
        truce=draw(_truces()) if truce else None,
        gates=draw(_gates(tuple(assemblies), tuple(safe))),
        apart=draw(st.sampled_from([(), (), (("lying", "well"),)])),
        time_aboard_s=draw(st.sampled_from([{}, {"default": 3600}, {"default": 7200, "lying": 2400}])),
        until_s=until_s,
    )


class Attempt(NamedTuple):
    """An order, and whether the compiled clockwork let it go."""

    order: Order
    went: bool


@st.composite
def orders(draw: st.DrawFn, operation: Operation, most: int = 24) -> tuple[Order, ...]:
    """Draw orders that can all go, one after the other: vehicles come in, load and go on as it happens."""
    return tuple(order for order, went in draw(attempts(operation, most)) if went)


@st.composite
def attempts(draw: st.DrawFn, operation: Operation, most: int = 24) -> tuple[Attempt, ...]:
    """Draw orders, one after the other, some of which cannot go; those are passed over."""
    ways = Ways(operation)
    clock = Clock(operation, _legs(operation, ways, most))
    stands = sorted({group.place for group in operation.people.values()})
    rooms = [name for name, place in operation.places.items() if place.kind in ROOMS]
    loading = stands + [name for name in rooms if operation.places[name].kind is Kind.TRANSFER]
    vehicles = [
        (kind, depot)
        for kind, v in operation.fleet.items()
        for depot, n in v.depots.items()
        for _ in range(n)
    ]
    found: list[Attempt] = []
    for _ in range(draw(st.integers(min(6, most), most))):
        stands_at = draw(st.sampled_from(vehicles))[1]
        loaded = draw(st.integers(0, 5)) > (0 if stands_at in stands else 3 if stands_at in loading else 4)
        origin = stands_at if stands_at in loading or not loaded else draw(st.sampled_from(loading))
        destination = draw(st.sampled_from(rooms if loaded else stands * 4 + loading))
        part = ways.column(origin, destination, loaded) if origin != destination else None
        if part is None:
            continue
        origin = part.origin if part.steps else origin
        near = (
            [each for each in vehicles if ways.alone(each[1], origin) is not None]
            if origin != destination
            else []
        )
        size = min(len(near), draw(st.integers(1, min(4, operation.convoy.most if part.steps else 4))))
        taken = draw(st.permutations(near))[:size]
        trips = tuple(
            TripOrder(
                vehicle_type=kind,
                comes_from=place,
                destination=destination,
                layout=draw(st.integers(0, len(operation.fleet[kind].layouts) - 1)),
            )
            for kind, place in taken
        )
        if not trips:
            continue
        not_before_s = draw(st.sampled_from([0, 0, 0, 500, 1800]))
        order = Order(origin=origin, loaded=loaded, trips=trips, not_before_s=not_before_s)
        try:
            clock.go(order, sum(each.went for each in found))
        except Stuck:
            found.append(Attempt(order, went=False))
            continue
        found.append(Attempt(order, went=True))
        for each in taken:
            vehicles.remove(each)
            vehicles.append((each[0], destination))
    return tuple(found)


def _legs(operation: Operation, ways: Ways, most: int) -> tuple[Order, ...]:
    """Orders for every leg, so that a clock knows them; and as many as there may be: they size its arrays."""
    kind = next(iter(operation.fleet))
    found: list[Order] = []
    for origin in operation.places:
        for destination in operation.places:
            trip = TripOrder(vehicle_type=kind, comes_from=origin, destination=destination)
            if origin != destination and ways.column(origin, destination, True) is not None:
                found += [Order(origin=origin, loaded=loaded, trips=(trip,) * 4) for loaded in (True, False)]
    return (*found, *found[:1] * most)


def weight_out(operation: Operation, movements: tuple[Movement, ...]) -> int:
    """Weighted persons out by the horizon (C7), counted once, at the first safe place."""
    out = 0
    for movement in movements:
        before = operation.places[movement.origin]
        for trip in movement.trips:
            late = operation.horizon_s is not None and trip.free_s > operation.horizon_s
            if late or operation.places[trip.destination].side is not Side.SAFE:
                continue
            for load in trip.loads:
                group = operation.people[load.group]
                if group.place == movement.origin or before.side is not Side.SAFE:
                    out += load.persons * group.weight
    return out


@st.composite
def _places(draw: st.DrawFn) -> tuple[dict[str, Place], list[str], list[str]]:
    """Draw assemblies, a gatehouse (checkpoint or junction), a far end, and one or two safe places beyond."""
    bays = st.sampled_from([None, None, 1, 2])
    hours = st.sampled_from([None, None, None, Hours(opens_clock_s=5 * 3600, closes_clock_s=6 * 3600)])
    places = {
        f"assembly {n}": Place(kind=Kind.ASSEMBLY, bays=draw(bays), hours=draw(hours))
        for n in range(1, draw(st.integers(1, 3)) + 1)
    }
    assemblies = list(places)
    if draw(st.booleans()):
        places["gatehouse"] = Place(
            kind=Kind.CHECKPOINT,
            lanes=Lanes(outward=draw(st.integers(1, 3)), inward=draw(st.integers(1, 3))),
            per_vehicle_s=draw(st.sampled_from([0, 20, 60])),
            per_person_s={"default": draw(st.sampled_from([0, 5, 30])), "lying": 10},
            release=draw(st.sampled_from(Release)),
            hours=draw(hours),
        )
    else:
        places["gatehouse"] = Place(kind=Kind.JUNCTION)
    places["middle"] = Place(kind=Kind.JUNCTION)
    if draw(st.integers(0, 4)) == 0:
        places["middle"] = Place(kind=Kind.CHECKPOINT, lanes=Lanes(outward=1, inward=2), per_vehicle_s=15)
    room = st.sampled_from([None, None, 10, 25])
    far_end = draw(st.sampled_from([Kind.TRANSFER, Kind.JUNCTION, Kind.RECEPTION]))
    places["far end"] = Place(
        kind=far_end,
        bays=draw(bays),
        capacity_persons=draw(room) if far_end in ROOMS else None,
        hours=draw(hours),
        side=draw(st.sampled_from([None, Side.CORRIDOR])),
    )
    # Whoever is out stays out: beyond a transfer in the corridor lies none that is safe.
    twice = [] if places["far end"].side is Side.CORRIDOR else [Kind.TRANSFER]
    kinds = st.sampled_from([Kind.RECEPTION, Kind.HOSPITAL, Kind.TRANSIT_CENTRE, *twice])
    for n in range(1, draw(st.integers(1, 2)) + 1):
        places[f"shelter {n}"] = Place(
            kind=draw(kinds), bays=draw(bays), capacity_persons=draw(room), hours=draw(hours)
        )
    places["depot"] = Place(kind=Kind.DEPOT)
    return places, assemblies, [name for name, place in places.items() if place.kind in ROOMS]


@st.composite
def _roads(
    draw: st.DrawFn, places: dict[str, Place], assemblies: list[str], safe: list[str], truce: bool
) -> tuple[Road, ...]:
    def road(here: str, there: str, corridor: bool = False) -> Road:
        fields = {"between": (here, there), "risk": draw(st.sampled_from([0, 1, 2]))}
        if draw(st.booleans()):
            fields |= {
                "length_m": draw(st.integers(0, 2000)),
                "speed_m_per_h": draw(st.sampled_from([9000, 30000])),
            }
        else:
            fields |= {"length_m": draw(st.integers(0, 2000)), "time_s": draw(st.integers(0, 400))}
            fields |= {"back_s": draw(st.sampled_from([None, 30, 700]))}
        if corridor:
            fields |= {
                "truce": truce and draw(st.booleans()),
                "alternate": draw(st.sampled_from([False, False, True])),
            }
            fields |= {"headway_s": draw(st.sampled_from([None, 0, 60, 300, 600]))}
        return Road(**fields)

    roads = [road(name, "gatehouse", draw(st.sampled_from([False, False, True]))) for name in assemblies]
    roads += [road("gatehouse", "middle", True), road("middle", "far end", True)]
    if draw(st.booleans()):
        roads.append(road("middle", "far end", draw(st.booleans())))
    if draw(st.integers(0, 3)) == 0:
        roads.append(Road(between=("gatehouse", "far end"), time_s=draw(st.integers(0, 400)), one_way=True))
    roads += [
        road("far end", name, draw(st.sampled_from([False, False, True])))
        for name in safe
        if name != "far end"
    ]
    roads.append(road(draw(st.sampled_from(["far end", "gatehouse", "middle", assemblies[0]])), "depot"))
    if len(assemblies) > 1 and draw(st.booleans()):
        roads.append(road(assemblies[0], assemblies[1]))
    return tuple(roads)


@st.composite
def _vias(draw: st.DrawFn, origin: str, destination: str, roads: tuple[Road, ...]) -> tuple[Via, ...]:
    """Draw no fixed route, or one through the middle, which need not be the quickest."""
    through = (origin, "gatehouse", "middle", "far end", destination)
    joined = {road.between for road in roads}
    if draw(st.integers(0, 3)) or not set(pairwise(through)) <= joined:
        return ()
    return (Via(through=through),)


@st.composite
def _people(draw: st.DrawFn, assemblies: list[str], safe: list[str], most: int) -> dict[str, Group]:
    people = {}
    groups = draw(st.integers(1, min(3, most // 3)))
    for n in range(1, groups + 1):
        person_class = draw(st.sampled_from(["well", "well", "well", "sitting", "lying"]))
        party, companions = draw(st.sampled_from([(1, 0), (1, 0), (2, 0), (3, 0), (1, 1)]))
        parties = draw(st.integers(1, most // groups // (party + companions)))
        people[f"group {n}"] = Group(
            place=draw(st.sampled_from(assemblies)),
            person_class=person_class,
            count=Count.model_validate(parties * (party + companions)),
            party=party,
            companions=companions,
            to=draw(st.sampled_from([None, None, tuple(safe[-1:])])),
            weight=draw(st.sampled_from([1, 1, 3])),
            need=draw(st.sampled_from([None, None, None, Need.WHEELCHAIR])),
            urgency=draw(st.sampled_from([None, None, 0])),
        )
    return people


@st.composite
def _fleets(draw: st.DrawFn, places: tuple[str, ...]) -> dict[str, VehicleType]:
    bus = VehicleType(
        depots={"depot": draw(st.integers(1, 4))},
        layouts=draw(
            st.sampled_from(
                [(Layout(seats=4),), (Layout(seats=6), Layout(seats=2, stretchers=1, wheelchairs=1))]
            )
        ),
        speed_m_per_h=draw(st.sampled_from([None, 20000])),
        boarding_s=dict.fromkeys(Need, draw(st.sampled_from([0, 15]))),
        alighting_s=dict.fromkeys(Need, draw(st.sampled_from([0, 5]))),
        turn_round_s=draw(st.sampled_from([0, 120])),
        available_from_s=draw(st.sampled_from([0, 0, 400])),
        available_until_s=draw(st.sampled_from([None, None, 8000])),
        duty=draw(st.sampled_from([None, None, Hours(opens_clock_s=4 * 3600, closes_clock_s=7 * 3600)])),
    )
    if draw(st.booleans()):
        return {"bus": bus}
    ambulance = VehicleType(
        depots={draw(st.sampled_from([places[0], places[-1], places[-2]])): draw(st.integers(1, 2))},
        layouts=(Layout(stretchers=1, seats=1),),
        serves=draw(st.sampled_from([None, None, (places[0], places[-2])])),
        boarding_s={Need.STRETCHER: 60},
        alighting_s={Need.STRETCHER: 30},
        turn_round_s=60,
    )
    return {"bus": bus, "ambulance": ambulance}


@st.composite
def _convoys(draw: st.DrawFn, types: tuple[str, ...], places: tuple[str, ...]) -> ConvoyRule:
    least, most = draw(st.sampled_from([(1, 1), (1, 2), (1, 4), (2, 3)]))
    halts = [(), (), (Halt(place="middle", lasts_s=90),), (Halt(place="gatehouse", lasts_s=45),)]
    return ConvoyRule(
        least=least,
        most=most,
        spacing_m=draw(st.sampled_from([0, 50, 150])),
        escorts=draw(st.sampled_from([None, None, 1, 2])),
        must_have=draw(st.sampled_from([{}, {}, {"bus": 1}])),
        marshalling_s=draw(st.sampled_from([0, 100])),
        halts=draw(st.sampled_from(halts)),
    )


@st.composite
def _truces(draw: st.DrawFn) -> Truce:
    first = draw(st.integers(0, 900))
    closes = first + draw(st.integers(1200, 7000))
    windows = [TruceWindow(opens_s=first, closes_s=closes)]
    for _ in range(draw(st.integers(0, 2))):
        opens = closes + draw(st.integers(1, 2000))
        closes = opens + draw(st.integers(1200, 7000))
        windows.append(TruceWindow(opens_s=opens, closes_s=closes))
    return Truce(announced=tuple(windows), margin_s=draw(st.sampled_from([0, 60])))


@st.composite
def _gates(draw: st.DrawFn, assemblies: tuple[str, ...], safe: tuple[str, ...]) -> tuple[Gate, ...]:
    if draw(st.integers(0, 3)):
        return ()
    beyond = draw(st.sampled_from([0, 5, 12]))
    name = draw(st.sampled_from(assemblies))
    if draw(st.booleans()) or len(assemblies) == 1:
        opens = Out(by_s=draw(st.integers(0, 4000)), persons=draw(st.sampled_from([5, 50])))
        return (
            Gate(name="gate", out_of=(name,), beyond_persons=beyond, until_persons=20, of_schedule=(opens,)),
        )
    other = next(each for each in assemblies if each != name)
    return (Gate(name="gate", out_of=(name,), beyond_persons=beyond, until_persons=4, of_places=(other,)),)
