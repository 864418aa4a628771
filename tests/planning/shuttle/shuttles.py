"""Tiny plain shuttles, and the best that can be done in them, found by trying everything."""

from dataclasses import dataclass
from itertools import product

from hypothesis import strategies as st

from korridor.operation.count import Count
from korridor.operation.fleet import Layout, VehicleType
from korridor.operation.operation import EmptyLegs, Operation, Routes
from korridor.operation.people import Group
from korridor.operation.place import Kind, Place
from korridor.operation.road import Road
from korridor.operation.scheme import Need
from korridor.operation.ways import Ways

PLACES = 3
"""Places aboard, in every vehicle of these operations."""


FAR = 1 << 40

Seconds = dict[tuple[str, str, str, bool], int]


def persons(number: int) -> Count:
    return Count(wording="exact", low=number, high=number, central=number)


@st.composite
def shuttles(draw: st.DrawFn, *, most_loads: int = 4, whole_loads: bool = False) -> Operation:
    """Draw 1 or 2 assembly places, 1 or 2 receptions, 1 or 2 depots, 1 or 2 types and 1 to 4 vehicles."""
    assemblies = [f"A{i}" for i in range(draw(st.integers(1, 2)))]
    receptions = [f"R{i}" for i in range(draw(st.integers(1, 2)))]
    depots = [f"D{i}" for i in range(draw(st.integers(1, 2)))]
    loads = [draw(st.integers(1, most_loads // len(assemblies))) for _ in assemblies]
    short = [0 if whole_loads else draw(st.integers(0, PLACES - 1)) for _ in assemblies]
    room = [draw(st.integers(0, sum(loads))) * PLACES for _ in receptions[1:]]
    room.append(max(0, sum(loads) * PLACES - sum(room)) + draw(st.sampled_from([0, PLACES])))
    return Operation(
        name="shuttle",
        places={
            **{name: Place(kind=Kind.DEPOT) for name in depots},
            **{name: Place(kind=Kind.ASSEMBLY) for name in assemblies},
            **{
                name: Place(kind=Kind.RECEPTION, capacity_persons=most)
                for name, most in zip(receptions, room, strict=True)
            },
        },
        roads=tuple(draw(_roads(depots, assemblies, receptions))),
        routes=draw(st.sampled_from(Routes)),
        people={
            f"people of {name}": Group(
                place=name, person_class="well", count=persons(n * PLACES - fewer), need=Need.SEAT
            )
            for name, n, fewer in zip(assemblies, loads, short, strict=True)
        },
        fleet={kind: draw(_vehicles(depots)) for kind in ("bus", "coach")[: draw(st.integers(1, 2))]},
    )


@st.composite
def _roads(draw: st.DrawFn, depots: list[str], assemblies: list[str], receptions: list[str]) -> list[Road]:
    """Roads that join all that must be joined; some with a speed, on which slow vehicles take longer."""
    roads = []
    for between in (*product(depots, assemblies), *product(assemblies, receptions)):
        time_s = draw(st.integers(1, 12))
        if draw(st.booleans()):
            roads.append(Road(between=between, length_m=10 * time_s, speed_m_per_h=36_000))
        else:
            roads.append(Road(between=between, time_s=time_s))
    return roads


@st.composite
def _vehicles(draw: st.DrawFn, depots: list[str]) -> VehicleType:
    seconds = st.sampled_from([0, 0, 1, 2])
    return VehicleType(
        depots={name: draw(st.integers(1, 2)) for name in depots[: draw(st.integers(1, len(depots)))]},
        layouts=(Layout(seats=PLACES),),
        speed_m_per_h=draw(st.sampled_from([None, None, 24_000])),
        boarding_s={Need.SEAT: draw(seconds)},
        alighting_s={Need.SEAT: draw(seconds)},
        turn_round_s=draw(seconds),
    )


def straight(operation: Operation) -> Operation:
    """The same, where empty vehicles make no detour (O3)."""
    return operation.model_copy(update={"empty_legs": EmptyLegs.STRAIGHT})


@dataclass
class _State:
    """Where everything stands: a plain list each, copied at every step."""

    left: dict[str, int]
    room: dict[str, int]
    vehicles: list[tuple[str, str, int]]
    departed_s: int = 0
    out_s: int = 0


def best_clearance_s(operation: Operation, *, straight: bool = True) -> int:
    """The soonest clearance of all plans in which every movement is one vehicle (C1, O5, O6, C7).

    Unless it goes straight, an empty vehicle may go by any other places to where it loads.
    """
    leg_s = legs_of(operation, straight)
    vehicles = [
        (kind, depot, 0)
        for kind, type_ in operation.fleet.items()
        for depot, number in type_.depots.items()
        for _ in range(number)
    ]
    left = {group.place: group.persons for group in operation.people.values()}
    room = {
        name: place.capacity_persons
        for name, place in operation.places.items()
        if place.kind is Kind.RECEPTION and place.capacity_persons is not None
    }
    best = [1 << 60]
    _try(operation, leg_s, _State(left, room, vehicles), best)
    return best[0]


def legs_of(operation: Operation, straight: bool) -> Seconds:
    """Seconds by type, from place to place, whether loaded; the least over any hops for empty vehicles."""
    ways, places = Ways(operation), list(operation.places)
    leg_s = {}
    for kind, type_ in operation.fleet.items():
        for here, there in product(places, places):
            alone_s = ways.alone_s(here, there, type_.speed_m_per_h)
            leg_s[kind, here, there, True] = leg_s[kind, here, there, False] = (
                FAR if alone_s is None else alone_s
            )
        for by, here, there in product(places, places, places):
            if not straight:
                hops_s = leg_s[kind, here, by, False] + leg_s[kind, by, there, False]
                leg_s[kind, here, there, False] = min(leg_s[kind, here, there, False], hops_s)
    return leg_s


def _try(operation: Operation, leg_s: Seconds, state: _State, best: list[int]) -> None:
    """Try every next order, and give up what is no sooner than the best."""
    if state.out_s >= best[0]:
        return
    if not any(state.left.values()):
        best[0] = state.out_s
        return
    firsts = {}
    for number, (kind, stand, free_s) in enumerate(
        state.vehicles
    ):  # of a type at a place, the first that is free
        if (kind, stand) not in firsts or free_s < state.vehicles[firsts[kind, stand]][2]:
            firsts[kind, stand] = number
    for number in firsts.values():
        for assembly, reception in product(state.left, state.room):
            aboard = min(PLACES, state.left[assembly])
            if 0 < aboard <= state.room[reception]:
                _try(operation, leg_s, _after(operation, leg_s, state, number, assembly, reception), best)


def _after(
    operation: Operation, leg_s: Seconds, state: _State, number: int, assembly: str, reception: str
) -> _State:
    kind, stand, free_s = state.vehicles[number]
    type_ = operation.fleet[kind]
    aboard = min(PLACES, state.left[assembly])
    comes_s = free_s + leg_s[kind, stand, assembly, False]
    ready_s = comes_s + type_.turn_round_s + aboard * type_.boarding_s[Need.SEAT]
    departs_s = max(ready_s, state.departed_s)
    there_s = departs_s + leg_s[kind, assembly, reception, True]
    out_s = there_s + aboard * type_.alighting_s[Need.SEAT]
    vehicles = list(state.vehicles)
    vehicles[number] = (kind, reception, out_s)
    return _State(
        left={**state.left, assembly: state.left[assembly] - aboard},
        room={**state.room, reception: state.room[reception] - aboard},
        vehicles=vehicles,
        departed_s=departs_s,
        out_s=max(state.out_s, out_s),
    )
