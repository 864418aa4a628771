"""Bounds of the later levels: closed forms, for which nothing is solved (docs/bounds.md, Later levels)."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from korridor.operation.operation import Operation
from korridor.operation.ways import Step
from korridor.planning.bound.hops import NEVER
from korridor.planning.bound.kinds import Kinds
from korridor.planning.bound.trip import TripKind


def left_bound(operation: Operation, out_persons: int) -> int:
    """*left*: how many stay behind at least, where no more than ``out_persons`` can get out."""
    return max(0, operation.persons - out_persons)


def risk_bound(operation: Operation, weight: int) -> int:
    """*risk*, in person-seconds: least time at risk of getting this weight of people out."""
    kinds = Kinds(operation)
    groups = []
    for name, group in operation.people.items():
        risks_s = [_risk_s(kinds, kind) for kind in kinds.loaded if name in kind.groups]
        if risks_s:
            groups.append((Fraction(min(risks_s), group.weight), group))
    total, missing = Fraction(0), weight
    for risk_s, group in sorted(groups, key=lambda each: each[0]):
        taken = min(missing, group.persons * group.weight)
        total += risk_s * taken
        missing -= taken
    return ceil(total)


def _risk_s(kinds: Kinds, kind: TripKind) -> int:
    """Least seconds by risk weight that a person of a trip runs."""
    roads = kinds.operation.roads
    speed = kinds.operation.fleet[kind.vehicle_type].speed_m_per_h
    release = kind.part.release if kind.part else kind.origin
    steps: tuple[Step, ...] = kind.part.steps if kind.part else ()
    beyond = kinds.ways.alone(release, kind.destination) or ()
    return sum(roads[index].risk * roads[index].travel_s(forth, speed) for index, forth in (*steps, *beyond))


def last_out_bound(operation: Operation, weight: int) -> int:
    """*clearance* of a plan for *most-out*, in seconds: the last of this weight is out no sooner."""
    rounds = [(laps.first_out_s, laps.lap_s, laps.vehicles * laps.weight) for laps in _fleet(operation)]
    return _soonest_s(rounds, weight)


def waiting_bound(operation: Operation) -> int:
    """*waiting*, in person-seconds by weight: least sum of everybody's moment out, where everybody gets out."""
    rounds = [(laps.first_out_s, laps.lap_s, laps.vehicles * laps.persons) for laps in _fleet(operation)]
    total = people = before_s = 0
    for group in sorted(operation.people.values(), key=lambda group: -group.weight):
        people += group.persons
        until_s = _soonest_sum_s(rounds, people)
        total += group.weight * (until_s - before_s)
        before_s = until_s
    return max(0, total)  # 0 where there are not moments enough for all


def _soonest_sum_s(rounds: list[tuple[int, int, int]], people: int) -> int:
    """Return the sum of the soonest moments that so many people can have; 0 if there are not as many."""
    last_s = _soonest_s(rounds, people)
    total = 0
    for first_s, lap_s, many in rounds:
        trips = _trips(first_s, lap_s, last_s - 1, people)  # those before the last moment are full
        total += many * (trips * first_s + lap_s * trips * (trips - 1) // 2)
        people -= many * trips
    return total + people * last_s


class _Laps(NamedTuple):
    """What one vehicle of a type can do at most, and how soon, one trip after the other."""

    vehicles: int
    persons: int
    weight: int
    first_out_s: int
    lap_s: int


def _fleet(operation: Operation) -> Iterator[_Laps]:
    """Yield the laps of each type that can carry somebody."""
    kinds = Kinds(operation)
    for name, vehicles in operation.fleet.items():
        mine = [kind for kind in kinds.loaded if kind.vehicle_type == name]
        hops, number = kinds.hops(name).any, kinds.number
        origins = [number[kind.origin] for kind in mine]
        ends = [number[kind.destination] for kind in mine]
        depots = [number[depot] for depot in vehicles.depots]
        comes_s = [vehicles.available_from_s + int(hops[depots, origin].min()) for origin in origins]
        reached = [at for at, soonest_s in enumerate(comes_s) if soonest_s < NEVER]
        if not reached:
            continue
        trip_s = [kind.a_s + kind.b_s for kind in mine]
        yield _Laps(
            vehicles=vehicles.number,
            persons=max(kind.many for kind in mine),
            weight=max(kind.many * operation.people[name].weight for kind in mine for name in kind.groups),
            first_out_s=min(
                max(comes_s[i] + mine[i].a_s, _opens_s(operation, mine[i])) + mine[i].b_s for i in reached
            ),
            lap_s=min(
                NEVER, *(trip_s[i] + int(hops[ends, origin].min()) for i, origin in enumerate(origins))
            ),
        )


def _opens_s(operation: Operation, kind: TripKind) -> int:
    """The soonest that the truce lets x be."""
    holds = kind.windowed.holds
    into_s = [f for f in (kind.windowed.before_s, holds[0] if holds else None) if f is not None]
    return operation.windows[0].opens_s + max(into_s) if into_s and operation.windows else 0


def _trips(first_s: int, lap_s: int, by_s: int, needed: int) -> int:
    """How many trips by a moment, where the first is at ``first_s`` and one follows every ``lap_s``."""
    if by_s < first_s:
        return 0
    if lap_s >= NEVER:
        return 1
    return min(needed, 1 + (by_s - first_s) // lap_s) if lap_s else needed


def _soonest_s(rounds: list[tuple[int, int, int]], needed: int) -> int:
    """Return the least moment by which trips of so many each come to what is needed; 0 if none does."""

    def enough(by_s: int) -> bool:
        return sum(many * _trips(first_s, lap_s, by_s, needed) for first_s, lap_s, many in rounds) >= needed

    low_s = 0
    high_s = max((first_s + lap_s % NEVER * needed for first_s, lap_s, _ in rounds), default=0)
    if not enough(high_s) or enough(low_s):
        return 0
    while high_s - low_s > 1:
        middle_s = (low_s + high_s) // 2
        low_s, high_s = (low_s, middle_s) if enough(middle_s) else (middle_s, high_s)
    return high_s
