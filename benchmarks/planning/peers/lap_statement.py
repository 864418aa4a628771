"""An operation in plain numbers, for a solver that plans laps: vehicles come to a place, load, and go out in column."""

from itertools import product
from typing import Any

from korridor.events.movement import Movement
from korridor.operation.operation import Operation
from korridor.operation.people import Group
from korridor.operation.place import ROOMS, Side
from korridor.operation.scheme import Need
from korridor.operation.ways import ColumnPart, Ways

NEEDS = (Need.SEAT, Need.STRETCHER, Need.WHEELCHAIR)

MOST_LAPS = 150


def cannot_say(operation: Operation) -> str:
    """Return why such a solver cannot be told of the operation; empty where it can."""
    rooms = [name for name, place in operation.places.items() if place.kind in ROOMS]
    if any(operation.places[name].side is not Side.SAFE for name in rooms):
        return "people change vehicles on the way"
    return ""


def lap_statement(operation: Operation, objective: str, start: tuple[Movement, ...] = ()) -> dict[str, Any]:
    """Say all that a lap depends on, and the laps of a plan to begin with.

    What it does not say, so that the clockwork alone knows it: hours and duty, classes that may not share a vehicle, the
    order of urgency, gates that wait for another place of the file, bays for unloading, and people who change vehicles.
    """
    saying = _Saying(operation)
    begins = [
        {"place": each.origin, "vehicles": [_of_type(each, name) for name in saying.names]}
        for each in start
        if each.loaded
    ]
    return {
        "objective": objective,
        "horizon_s": operation.horizon_s,
        "windows": [[window.opens_s, window.closes_s - operation.margin_s] for window in operation.windows],
        "convoy": {
            "least": operation.convoy.least,
            "most": operation.convoy.most,
            "escorts": operation.convoy.escorts,
            "marshalling_s": operation.convoy.marshalling_s,
            "must_have": [operation.convoy.must_have.get(name, 0) for name in saying.names],
        },
        "types": saying.types(),
        "groups": [saying.group(group) for group in operation.people.values()],
        "bays": {name: place.bays for name, place in operation.places.items()},
        "room": {name: place.capacity_persons for name, place in operation.places.items()},
        "loaded": saying.out,
        "empty": saying.empty(),
        "gates": [
            {"out_of": gate.out_of, "beyond": gate.beyond_persons, "opens_s": gate.opens_s}
            for gate in operation.gates
            if gate.of_schedule
        ],
        "laps": max(saying.laps(), len(begins)),
        "start": begins,
    }


def useful(operation: Operation) -> list[str]:
    """Return the types that may bring somebody from where people stand to where they are out."""
    stands = {group.place for group in operation.people.values() if group.persons}
    rooms = {
        name for name, place in operation.places.items() if place.kind in ROOMS and place.side is Side.SAFE
    }
    return [
        name
        for name, kind in operation.fleet.items()
        if kind.serves is None or (stands & set(kind.serves) and rooms & set(kind.serves))
    ]


def _of_type(movement: Movement, name: str) -> int:
    return sum(trip.vehicle_type == name for trip in movement.trips)


class _Saying:
    def __init__(self, operation: Operation) -> None:
        self.operation, self.ways = operation, Ways(operation)
        self.assemblies = list(
            dict.fromkeys(group.place for group in operation.people.values() if group.persons)
        )
        self.rooms = [n for n, p in operation.places.items() if p.kind in ROOMS and p.side is Side.SAFE]
        self.names = useful(operation)
        self.fleet = [operation.fleet[name] for name in self.names]
        self.out = self.loaded()
        ends = dict.fromkeys(room for mode in self.out for room in mode["rooms"])
        self.stands = list(dict.fromkeys([*(d for kind in self.fleet for d in kind.depots), *ends]))

    def laps(self) -> int:
        """How many laps there may be: half again what columns of middling size need, and no more than the headway lets out."""
        people = sum(group.persons for group in self.operation.people.values())
        in_column = all(mode["steps"] for mode in self.out)
        number = sum(kind.number for kind in self.fleet)
        carried = (
            sum(kind.number * max(layout.persons for layout in kind.layouts) for kind in self.fleet) / number
        )
        middling = max(1.0, min(self.operation.convoy.most if in_column else 4, number) * 2 / 3)
        most = [MOST_LAPS, 4 + int(1.5 * people / (carried * middling))]
        horizon_s = self.operation.horizon_s
        if horizon_s is not None and self.out:
            open_s = self.operation.usable_s(horizon_s)
            shared = set.intersection(
                *({step["headway_s"] or 0 for step in mode["steps"]} or {0} for mode in self.out)
            )
            if in_column and max(shared, default=0):
                most.append(1 + open_s // max(shared))
            lap_s = max(1, 2 * min(sum(max(step["travel_s"]) for step in mode["steps"]) for mode in self.out))
            if in_column:
                most.append(4 + int(1.5 * number * (1 + open_s / lap_s) / middling))
        return min(most)

    def types(self) -> list[dict[str, Any]]:
        return [
            {
                "name": name,
                "number": kind.number,
                "depots": kind.depots,
                "layouts": [[layout.places(need) for need in NEEDS] for layout in kind.layouts],
                "turn_s": kind.turn_round_s,
                "from_s": kind.available_from_s,
                "until_s": kind.available_until_s,
            }
            for name, kind in zip(self.names, self.fleet, strict=True)
        ]

    def group(self, group: Group) -> dict[str, Any]:
        need, with_them = self.operation.need(group), group.companions
        patients = 1 if with_them else group.party
        places = [
            (patients if need is each else 0) + (with_them if each is Need.SEAT else 0) for each in NEEDS
        ]

        def seconds(kind_s: dict[Need, int]) -> int:
            return sum(kind_s.get(each, 0) * number for each, number in zip(NEEDS, places, strict=True))

        return {
            "place": group.place,
            "parties": group.parties,
            "persons": group.party_persons,
            "weight": group.weight,
            "places": places,
            "to": self.rooms if group.to is None else [name for name in group.to if name in self.rooms],
            "board_s": [seconds(kind.boarding_s) for kind in self.fleet],
            "alight_s": [seconds(kind.alighting_s) for kind in self.fleet],
            "limit_s": self.operation.aboard_limit_s(group.person_class),
            "screen_s": {
                name: place.screening_s(group.person_class) * group.party_persons
                for name, place in self.operation.places.items()
                if place.lanes is not None
            },
        }

    def loaded(self) -> list[dict[str, Any]]:
        """List the column parts out of each assembly place, with the rooms beyond and the seconds there, by type."""
        found: dict[ColumnPart, dict[str, list[int | None]]] = {}
        for here, room in product(self.assemblies, self._worth_going_to()):
            part = self.ways.column(here, room, loaded=True) if here != room else None
            if part is None:
                continue
            alone_s = [
                self.ways.alone_s(part.release, room, kind.speed_m_per_h)
                if kind.serves is None or {here, room} <= set(kind.serves)
                else None
                for kind in self.fleet
            ]
            if any(each is not None for each in alone_s):
                found.setdefault(part, {})[room] = alone_s
        return [
            {"place": part.origin, "steps": self._steps(part, loaded=True), "rooms": rooms}
            for part, rooms in found.items()
        ]

    def _worth_going_to(self) -> list[str]:
        """Leave out rooms beyond another that takes everybody without limit, where the way leads through it."""
        kept = []
        for room in self.rooms:
            through = [
                other
                for other in self.rooms
                if other != room
                and self._takes_all(other, room)
                and all(self._passes(here, room, other) for here in self.assemblies)
            ]
            if not through:
                kept.append(room)
        return kept

    def _takes_all(self, nearer: str, farther: str) -> bool:
        place = self.operation.places[nearer]
        allowed = [group.to for group in self.operation.people.values() if group.to is not None]
        return place.capacity_persons is None and all(nearer in to or farther not in to for to in allowed)

    def _passes(self, here: str, room: str, by: str) -> bool:
        route = self.ways.route(here, room) if here != room else None
        return route is not None and any(self.ways.end(step) == by for step in route[:-1])

    def empty(self) -> list[dict[str, Any]]:
        """List the ways in: from each place where vehicles stand to each assembly place."""
        found = []
        for here, there in product(self.stands, self.assemblies):
            part = self.ways.column(here, there, loaded=False)
            if part is None:
                continue
            speeds = [kind.speed_m_per_h for kind in self.fleet]
            found.append(
                {
                    "from": here,
                    "to": there,
                    "origin": part.origin if part.steps else None,
                    "steps": self._steps(part, loaded=False),
                    "before_s": [self.ways.alone_s(here, part.origin, speed) for speed in speeds],
                    "after_s": [self.ways.alone_s(part.release, there, speed) for speed in speeds],
                }
            )
        return found

    def _steps(self, part: ColumnPart, loaded: bool) -> list[dict[str, Any]]:
        halts = {halt.place: halt.lasts_s for halt in self.operation.convoy.halts}
        found, last = [], len(part.steps) - 1
        for number, (index, forth) in enumerate(part.steps):
            road, end = self.operation.roads[index], self.ways.end((index, forth))
            place, slowest_s = (
                self.operation.places[end],
                max(road.travel_s(forth, kind.speed_m_per_h) for kind in self.fleet),
            )
            screen = None
            if place.lanes is not None:
                lanes = place.lanes.outward if loaded else place.lanes.inward
                screen = {
                    "place": end,
                    "lanes": lanes,
                    "vehicle_s": place.per_vehicle_s,
                    "whole": place.release == "column",
                }
            found.append(
                {
                    "road": index,
                    "forth": forth,
                    "travel_s": [road.travel_s(forth, kind.speed_m_per_h) for kind in self.fleet],
                    "headway_s": road.headway_s,
                    "truce": road.truce,
                    "alternate": road.alternate,
                    # A column of n vehicles passes a point in ⌈(n − 1) × gap ÷ length⌉ seconds (C5).
                    "length_m": road.length_m or 0,
                    "gap": self.operation.convoy.spacing_m * slowest_s,
                    "halt_s": halts.get(end, 0) if number < last else 0,
                    "screen": screen,
                }
            )
        return found
