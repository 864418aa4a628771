"""What an operation could do at the very best, by the day's sums: no order of movements, no waiting, no bays.

Whatever a plan that keeps the rules does, is possible here too, so what is impossible here is so for every plan. Taking a
fact away only makes more possible. ``docs/clash.md`` says each row and why it holds.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from korridor.operation.bars import Bars, Candidate
from korridor.operation.gates import always_shut
from korridor.operation.legs import Leg, Legs
from korridor.operation.operation import Operation
from korridor.operation.people import Group
from korridor.operation.place import ROOMS, Kind, Side
from korridor.operation.scheme import NEEDS
from korridor.operation.shortest import Shortest
from korridor.operation.ways import ColumnPart
from korridor.planning.bound.fit import places_of
from korridor.planning.clash.loosened import Loosened
from korridor.planning.clash.sums import Sums


class JoinedLegs(Legs):
    """Legs where roads lead everywhere in no time, beside those of the file."""

    def _all(self, group: Group) -> Iterator[Leg]:
        stands = (group.place, *(name for name in self.operation.places if self._transfer(name)))
        for here in stands:
            for room in self.rooms_for(group):
                if room != here:
                    yield Leg(here, room, ColumnPart(here, here, ()), ())
        yield from super()._all(group)

    def _transfer(self, name: str) -> bool:
        return self.operation.places[name].kind is Kind.TRANSFER

    def reached_from(self, depot: str) -> set[str]:
        """Everywhere."""
        return set(self.operation.places)


@dataclass(frozen=True)
class _Ride:
    """A group taken along a leg by a type in a layout; at least ``cycle_s`` pass between two such rides of a vehicle."""

    group: str
    kind: str
    layout: int
    leg: Leg
    cycle_s: int
    open_s: int


def most_out(left: Loosened, legs: Legs) -> int:
    """Return a number that no more people of those who must come out can be brought out than.

    Parameters
    ----------
    left : Loosened
    legs : Legs
        Of the whole operation: the routes stay as its file makes them.
    """
    rides = list(_rides(left, legs))
    sums = Sums()
    people = left.operation.people
    columns = [_column(sums, left, ride) for ride in rides]
    _groups_and_rooms(sums, left, rides, columns)
    _shut_gates(sums, left, rides, columns)
    if left.horizon_s is not None:
        _vehicles(sums, left, rides, columns, left.horizon_s)
    everybody = sum(people[name].persons for name in left.must)
    return min(everybody, sums.bound())


def _rides(left: Loosened, legs: Legs) -> Iterator[_Ride]:
    operation, horizon_s = left.operation, left.horizon_s
    bars = Bars(operation, legs)
    shortest = {name: Shortest(operation, legs.ways, name) for name in operation.fleet}
    near = {name: _near(left, name, False) for name in operation.fleet}
    near_open = {name: _near(left, name, True) for name in operation.fleet}
    for name in left.must:
        group = operation.people[name]
        for kind, vehicles in operation.fleet.items():
            layouts = [
                index
                for index, layout in enumerate(vehicles.layouts)
                if all(layout.places(n) >= k for n, k in places_of(operation, group).items())
            ]
            for leg in legs.of(group) if layouts else ():
                if bars.first(Candidate(name, group, kind, leg)) is not None:
                    continue
                trip_s = vehicles.turn_round_s + shortest[kind].aboard_s(leg, group)
                until_s = vehicles.available_until_s
                ends = [end for end in (horizon_s, until_s) if end is not None]
                if ends and vehicles.available_from_s + trip_s > min(ends):
                    continue
                roads = operation.roads
                truce_s = sum(
                    roads[i].travel_s(forth, shortest[kind].fastest_m_per_h)
                    for i, forth in leg.column.steps
                    if roads[i].truce
                )
                for layout in layouts:
                    cycle_s = trip_s + near[kind].get(leg.origin, 0)
                    yield _Ride(
                        name, kind, layout, leg, cycle_s, truce_s + near_open[kind].get(leg.origin, 0)
                    )


def _near(left: Loosened, kind: str, truce_only: bool) -> dict[str, int]:
    """Least seconds to each place for a vehicle that comes from a depot or from where people are taken."""
    operation, vehicles = left.operation, left.operation.fleet[kind]
    if left.joined:
        return {}
    after: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for road in operation.roads:
        for (here, there), forth in zip((road.between, road.between[::-1]), (True, False), strict=True):
            if forth or not road.one_way:
                takes_s = road.travel_s(forth, vehicles.speed_m_per_h)
                after[here].append((there, takes_s if road.truce or not truce_only else 0))
    starts = {name for name, place in operation.places.items() if place.kind in ROOMS} | set(vehicles.depots)
    queue = [(0, name) for name in starts]
    found: dict[str, int] = {}
    while queue:
        time_s, here = heapq.heappop(queue)
        if here not in found:
            found[here] = time_s
            for there, takes_s in after[here]:
                heapq.heappush(queue, (time_s + takes_s, there))
    return found


def _column(sums: Sums, left: Loosened, ride: _Ride) -> int:
    """Parties of a group on a ride; a person is out at the first safe place (C7)."""
    operation, group = left.operation, left.operation.people[ride.group]
    first = ride.leg.origin == group.place or not _safe(operation, ride.leg.origin)
    out = first and _safe(operation, ride.leg.destination)
    return sums.column(group.party_persons if out else 0, group.parties)


def _safe(operation: Operation, place: str) -> bool:
    return operation.places[place].side is Side.SAFE


def _groups_and_rooms(sums: Sums, left: Loosened, rides: list[_Ride], columns: list[int]) -> None:
    """O4, C7: nobody leaves a place who was not there, and who stays somewhere has room there."""
    leaves: dict[tuple[str, str], list[int]] = defaultdict(list)
    comes: dict[tuple[str, str], list[int]] = defaultdict(list)
    for ride, column in zip(rides, columns, strict=True):
        leaves[ride.group, ride.leg.origin].append(column)
        comes[ride.group, ride.leg.destination].append(column)
    people = left.operation.people
    for (name, place), gone in leaves.items():
        stood = people[name].parties if people[name].place == place else 0
        arrived = [(column, -1) for column in comes.get((name, place), ())]
        sums.at_most(stood, [*((column, 1) for column in gone), *arrived])
    for place, room in left.operation.places.items():
        if room.capacity_persons is not None:
            stay = [
                (c, people[name].party_persons) for (name, p), cs in comes.items() if p == place for c in cs
            ]
            go_on = [
                (c, -people[name].party_persons)
                for (name, p), cs in leaves.items()
                if p == place and people[name].place != place
                for c in cs
            ]
            sums.at_most(room.capacity_persons, [*stay, *go_on])


def _shut_gates(sums: Sums, left: Loosened, rides: list[_Ride], columns: list[int]) -> None:
    """O9: behind a gate that never opens no more than so many leave."""
    operation = left.operation
    for index in always_shut(operation):
        gate = operation.gates[index]
        if any(operation.places[name].kind is Kind.TRANSFER for name in gate.out_of):
            continue
        leaving = [
            (column, operation.people[ride.group].party_persons)
            for ride, column in zip(rides, columns, strict=True)
            if ride.leg.origin in gate.out_of and operation.people[ride.group].place == ride.leg.origin
        ]
        sums.at_most(gate.beyond_persons, leaving)


def _vehicles(sums: Sums, left: Loosened, rides: list[_Ride], columns: list[int], horizon_s: int) -> None:
    """O6: what the trips that vehicles can make by the horizon have places for."""
    operation = left.operation
    by_trip: dict[tuple[str, int, Leg], list[tuple[_Ride, int]]] = defaultdict(list)
    for ride, column in zip(rides, columns, strict=True):
        by_trip[ride.kind, ride.layout, ride.leg].append((ride, column))
    trips: dict[tuple[str, int, Leg], int] = {}
    for key, riding in by_trip.items():
        groups = {ride.group for ride, _ in riding}
        trips[key] = sums.column(0, sum(operation.people[name].parties for name in groups))
        layout = operation.fleet[key[0]].layouts[key[1]]
        for need in NEEDS:
            taken = [(c, places_of(operation, operation.people[r.group]).get(need, 0)) for r, c in riding]
            sums.at_most(0, [*(each for each in taken if each[1]), (trips[key], -layout.places(need))])
    for kind, vehicles in operation.fleet.items():
        own = [(riding, trips[key]) for key, riding in by_trip.items() if key[0] == kind]
        until_s = vehicles.available_until_s
        ends_s = horizon_s if until_s is None else min(horizon_s, until_s)
        spans_s = [ends_s - vehicles.available_from_s]
        cycles_s = [[(min(ride.cycle_s for ride, _ in riding), column) for riding, column in own]]
        if operation.truce is not None:
            spans_s.append(sum(w.closes_s - w.opens_s for w in operation.windows))
            cycles_s.append([(min(ride.open_s for ride, _ in riding), column) for riding, column in own])
        for span_s, cycle_s in zip(spans_s, cycles_s, strict=True):
            least_s = min((seconds for seconds, _ in cycle_s), default=0)
            if least_s:  # whole trips; and the time that they take together
                each = max(0, span_s) // least_s
                sums.at_most(vehicles.number * each, [(column, 1) for _, column in cycle_s])
                sums.at_most(
                    vehicles.number * max(0, span_s), [(column, seconds) for seconds, column in cycle_s]
                )
    _headways(sums, left, by_trip, trips, horizon_s)


def _headways(
    sums: Sums,
    left: Loosened,
    by_trip: dict[tuple[str, int, Leg], list[tuple[_Ride, int]]],
    trips: dict[tuple[str, int, Leg], int],
    horizon_s: int,
) -> None:
    """C4, O7: no more columns enter a road than its headway lets, each of no more vehicles than a column may have."""
    operation = left.operation
    using: dict[tuple[int, bool], list[int]] = defaultdict(list)
    for key in by_trip:
        for step in key[2].column.steps:
            using[step].append(trips[key])
    for (index, forth), vehicles in using.items():
        road = operation.roads[index]
        if not road.headway_s:
            continue
        spans_s = [horizon_s]
        if road.truce:
            gone_s = operation.margin_s + road.travel_s(forth)
            spans_s = [max(-1, w.closes_s - w.opens_s - gone_s) for w in operation.windows]
        entries = sum(span_s // road.headway_s + 1 for span_s in spans_s)
        sums.at_most(entries * operation.convoy.most, [(column, 1) for column in vehicles])
