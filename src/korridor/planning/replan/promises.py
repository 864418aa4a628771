"""P5: promises: what an earlier plan has told people, and whether a new one keeps it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from korridor.events.movement import Movement

TOLERANCE_S = 15 * 60
"""P5: how much earlier or later a departure may be and still be the one that was promised."""


@dataclass(frozen=True)
class Promise:
    """People of a group were told that they leave for a destination at a time."""

    group: str
    destination: str
    departs_s: int
    persons: int
    origin: str
    rank: int


def promises_of(movements: Iterable[Movement]) -> tuple[Promise, ...]:
    """Return what movements promise: each group and destination of each loaded one."""
    found: dict[tuple[int, str, str], Promise] = {}
    for movement in movements:
        for trip in movement.trips:
            for load in trip.loads:
                key = (movement.rank, load.group, trip.destination)
                before = found[key].persons if key in found else 0
                found[key] = Promise(
                    load.group,
                    trip.destination,
                    movement.departs_s,
                    before + load.persons,
                    movement.origin,
                    movement.rank,
                )
    return tuple(found.values())


def matched(made: Sequence[Promise], new: Sequence[Promise]) -> dict[Promise, Promise]:
    """Return which promise is kept by which departure of the new plan; one departure keeps one promise.

    Both are gone through in order of time: as each promise allows a span of one length, that keeps as many as can be.
    """
    kept = {}
    waiting: dict[tuple[str, str], list[Promise]] = {}
    for each in sorted(new, key=lambda each: each.departs_s):
        waiting.setdefault((each.group, each.destination), []).append(each)
    for promise in sorted(made, key=lambda each: each.departs_s):
        offers = waiting.get((promise.group, promise.destination), [])
        while offers and offers[0].departs_s < promise.departs_s - TOLERANCE_S:
            offers.pop(0)
        if offers and offers[0].departs_s <= promise.departs_s + TOLERANCE_S:
            kept[promise] = offers.pop(0)
    return kept
