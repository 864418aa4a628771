"""Bounds of later levels in closed form: risk, clearance of *most-out*, waiting (``docs/bounds.md``)."""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from korridor.planning.verify.seconds import travel_s
from korridor.planning.verify.slot_program.kinds import Kinds, Loaded
from korridor.planning.verify.windows import windows_s


@dataclass(frozen=True)
class Laps:
    """How soon and how often a vehicle of a type can carry.

    Attributes
    ----------
    vehicles, persons, weight : int
        N, M and C of the document: how many there are, places at most, weight aboard at most.
    ends_s : int
        E: no first trip ends any sooner.
    lap_s : int or None
        L: from the end of a trip to the end of the next at least; ``None`` where there is no next.
    """

    vehicles: int
    persons: int
    weight: int
    ends_s: int
    lap_s: int | None

    def trips(self, moment_s: int) -> int | None:
        """Return how many trips a vehicle has ended by then at most; ``None`` is without a most."""
        if moment_s < self.ends_s:
            return 0
        if self.lap_s is None:
            return 1
        return None if self.lap_s == 0 else 1 + (moment_s - self.ends_s) // self.lap_s


def laps(kinds: Kinds) -> tuple[Laps, ...]:
    """Find the laps of every type that can carry anybody."""
    found = []
    for kind, vehicle in kinds.operation.fleet.items():
        mine = [each for each in kinds.loaded if each.vehicle_type == kind]
        table = kinds.hops[kind].every
        reached = dict.fromkeys(each.reaches for each in mine)
        ends_s, laps_s = [], []
        for each in mine:
            come_s = [table[depot, each.leaves] for depot in vehicle.depots if (depot, each.leaves) in table]
            if come_s:
                begins_s = vehicle.available_from_s + min(come_s)
                ends_s.append(max(begins_s + each.before_s, _opens_s(kinds, each)) + each.beyond_s)
            back_s = [table[place, each.leaves] for place in reached if (place, each.leaves) in table]
            laps_s += [each.before_s + each.beyond_s + least_s for least_s in back_s]
        if ends_s:
            found.append(
                Laps(
                    vehicles=sum(vehicle.depots.values()),
                    persons=max(each.many for each in mine),
                    weight=max(each.many * _weight(kinds, each) for each in mine),
                    ends_s=min(ends_s),
                    lap_s=min(laps_s, default=None),
                )
            )
    return tuple(found)


def _weight(kinds: Kinds, trips: Loaded) -> int:
    return max(kinds.operation.people[name].weight for name in trips.groups)


def _opens_s(kinds: Kinds, trips: Loaded) -> int:
    """Return the soonest x by the first truce stretch that begins at or before the reference."""
    walk, windows = trips.walk, windows_s(kinds.operation)
    if walk is None or not windows:
        return 0
    first = next((s for s in walk.stretches if s[0] <= walk.reference), None)
    return 0 if first is None else windows[0][0] + walk.to_reference_s - walk.enters_s[first[0]]


def least_risk_person_s(kinds: Kinds, weight: int) -> int:
    """Return the risk that getting so much weight out takes at least."""
    operation = kinds.operation
    each_s: dict[str, int] = {}
    for trips in kinds.loaded:
        risk_s = _risk_s(kinds, trips)
        for name in trips.groups:
            each_s[name] = min(each_s.get(name, risk_s), risk_s)
    risk, missing = Fraction(0), weight
    for name in sorted(each_s, key=lambda name: Fraction(each_s[name], operation.people[name].weight)):
        group = operation.people[name]
        persons = min(Fraction(group.persons), Fraction(missing, group.weight))
        risk += persons * each_s[name]
        missing -= group.persons * group.weight
        if missing <= 0:
            break
    return ceil(risk)


def _risk_s(kinds: Kinds, trips: Loaded) -> int:
    """Return a person's risk on the roads of a kind: the column part's, and the way alone behind it."""
    operation, column = kinds.operation, trips.walk.column if trips.walk else None
    alone = kinds.search.alone(column.release if column else trips.leaves, trips.reaches)
    fastest = operation.fleet[trips.vehicle_type].speed_m_per_h
    return sum(
        operation.roads[i].risk * travel_s(operation.roads[i], forth, fastest)
        for i, forth in (*(column.steps if column else ()), *(alone or ()))
    )


def least_clearance_s(kinds: Kinds, weight: int) -> int:
    """Return the least moment by which the trips that can have ended hold so much weight."""
    every = laps(kinds)

    def holds(moment_s: int) -> bool:
        ended = [(each, each.trips(moment_s)) for each in every]
        if any(trips is None for _, trips in ended):
            return True
        return sum(each.vehicles * each.weight * (trips or 0) for each, trips in ended) >= weight

    if weight <= 0 or not every:
        return 0
    # a vehicle carries somebody on every trip, so weight laps suffice if any number does
    enough_s = max(each.ends_s for each in every) + weight * max(each.lap_s or 0 for each in every)
    if not holds(enough_s):
        return 0
    below_s = -1
    while enough_s - below_s > 1:
        middle_s = (below_s + enough_s) // 2
        if holds(middle_s):
            enough_s = middle_s
        else:
            below_s = middle_s
    return enough_s


def least_waiting_person_s(kinds: Kinds) -> int:
    """Return the least sum, by weight, of moments at which everybody can be out."""
    people, waiting = list(kinds.operation.people.values()), 0
    people.sort(key=lambda group: group.weight, reverse=True)
    places: list[tuple[int, int]] = [(group.persons, group.weight) for group in people]
    for moment_s, persons in _moments(laps(kinds), sum(group.persons for group in people)):
        while persons and places:
            left, weight = places[0]
            served = min(left, persons)
            waiting += moment_s * served * weight
            persons -= served
            places[0] = (left - served, weight)
            if places[0][0] == 0:
                places.pop(0)
        if not places:
            break
    return waiting


def _moments(every: tuple[Laps, ...], people: int) -> Iterator[tuple[int, int]]:
    """Yield moments at which trips end, the soonest first, with how many are out; types without end take all."""
    queue = [(each.ends_s, place) for place, each in enumerate(every)]
    heapq.heapify(queue)
    while queue:
        moment_s, place = heapq.heappop(queue)
        each = every[place]
        yield moment_s, people if each.lap_s == 0 else each.vehicles * each.persons
        if each.lap_s:
            heapq.heappush(queue, (moment_s + each.lap_s, place))
