"""Rows ``entries``: by a moment no more trips of a type have entered a road than can have (docs/bounds.md, Entries)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from korridor.operation.ways import Step
from korridor.planning.bound.clocks import Ints
from korridor.planning.bound.crossing import Crossing, crossing_of, gathers_s
from korridor.planning.bound.entries import Bays, rounds, soonest_entries_s
from korridor.planning.bound.lines import Sums
from korridor.planning.bound.trip import TripKind, clock_of_road, road_name

if TYPE_CHECKING:
    from korridor.planning.bound.draft import Draft
    from korridor.planning.bound.kinds import Kinds

MOST_STEPS = 2_000_000
"""Where working it out takes more, these rows are left out: trips × rounds × vehicles in a column × waves of loading."""


@dataclass(frozen=True)
class Entries:
    """The trips of one type that are counted as they enter one reference, and the soonest that so many can have.

    Attributes
    ----------
    kinds : frozenset of TripKind
    soonest_s : array of int
        By number of trips, from 0.
    """

    kinds: frozenset[TripKind]
    soonest_s: Ints

    def by(self, moments_s: Ints | int) -> Ints:
        """Return how many can have entered by moments."""
        so_many_or_more_s = np.minimum.accumulate(self.soonest_s[:0:-1])[::-1]
        return np.asarray(np.searchsorted(so_many_or_more_s, moments_s, side="right"))


def add_entries(draft: "Draft") -> None:
    """C1, C4, O7: columns enter in the order of departure, a headway apart, and vehicles that are back go again."""
    for (road, vehicle_type), entries in draft.kinds.entries.items():
        for run in draft.runs:
            if draft.kind(run) in entries.kinds:
                name = f"entries/{road_name(road)}/{vehicle_type}"
                family = draft.family(name, Sums.UP_TO, _entered(draft, clock_of_road(road), entries))
                family.take(run.columns, run.slots, 1)


def _entered(draft: "Draft", clock: str, entries: Entries) -> Callable[[Ints], Ints]:
    """Return how many can have entered by the end of a slot."""
    return lambda slots: entries.by(draft.grid.last_s(clock, slots))


def entries_of(kinds: "Kinds") -> dict[tuple[Step, str], Entries]:
    """Return the trips that are counted, by reference and type, where it can be told how soon they come round."""
    found = {}
    for name in kinds.operation.fleet:
        mine = [kind for kind in kinds.loaded if kind.vehicle_type == name]
        roads = dict.fromkeys(kind.reference for kind in mine if kind.reference is not None)
        for road in roads:
            counted = [kind for kind in mine if kind.reference == road and kind.many > kinds.fills_up(kind)]
            if counted and (soonest_s := _soonest_s(kinds, counted)) is not None:
                found[road, name] = Entries(frozenset(counted), soonest_s)
    return found


def _soonest_s(kinds: "Kinds", counted: list[TripKind]) -> Ints | None:
    """Return the soonest that so many can have entered; ``None`` where that is not known, or takes too long."""
    operation, name = kinds.operation, counted[0].vehicle_type
    origins = {kind.origin for kind in counted}
    ends = {kind.destination for kind in kinds.loaded if kind.vehicle_type == name}
    back = [kind for kind in kinds.empty if kind.vehicle_type == name and kind.origin in ends]
    back = [kind for kind in back if kind.destination in origins]
    if origins & ends or not back:
        return None
    groups = {group for kind in counted for group in kind.groups}
    trips = sum(operation.people[group].persons for group in groups) // min(kind.few for kind in counted)
    vehicles, convoy = operation.fleet[name].number, operation.convoy
    size = min(convoy.most, vehicles, trips)
    bays = _bays(kinds, counted)
    waves = 0 if bays is None else (size - 1) // bays.number
    if not 0 < trips * rounds(vehicles, trips) * size * (1 + waves) <= MOST_STEPS:
        return None
    out = crossing_of(kinds, counted, size, singly=convoy.least <= 1)
    return soonest_entries_s(out, _home(kinds, back, size), vehicles, trips, bays)


def _home(kinds: "Kinds", back: list[TripKind], size: int) -> Crossing | int:
    """Return the one road with a headway that all ways back have first, or else the least seconds of any way back."""
    if back[0].reference is not None and {kind.reference for kind in back} == {back[0].reference}:
        return crossing_of(kinds, back, size, singly=True)
    return min(kind.a_s + kind.b_s for kind in back)


def _bays(kinds: "Kinds", counted: list[TripKind]) -> Bays | None:
    """Return the bays of the place that has most, if all have a limit."""
    numbers = list(_numbers(kinds, counted))
    if any(number is None for number in numbers):
        return None
    taken_s = min(gathers_s(kind) for kind in counted)
    return Bays(max(number for number in numbers if number is not None), taken_s)


def _numbers(kinds: "Kinds", counted: list[TripKind]) -> Iterator[int | None]:
    for origin in dict.fromkeys(kind.origin for kind in counted):
        yield kinds.operation.places[origin].bays
