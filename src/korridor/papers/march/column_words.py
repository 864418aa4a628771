"""A column's vehicles and people in words."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from korridor.events.movement import Trip
from korridor.operation.scheme import Need
from korridor.papers.march.spare_places import BrokenDown
from korridor.papers.own_direction import own_direction as own

PLACES = {
    Need.SEAT: ("seat", "seats"),
    Need.STRETCHER: ("stretcher", "stretchers"),
    Need.WHEELCHAIR: ("wheelchair place", "wheelchair places"),
}


def some(found: Mapping[str, int]) -> str:
    """``10 bus, 4 ambulance``."""
    return ", ".join(f"{number:,} {own(name)}" for name, number in found.items())


def in_column_order(trips: Sequence[Trip]) -> str:
    """``4 ambulance (no. 1–4), then 10 bus (no. 5, 7–15)``: the plan's vehicles, counted from 1."""
    parts = []
    for name, run in groupby(trips, key=lambda trip: trip.vehicle_type):
        numbers = [trip.vehicle + 1 for trip in run]
        parts.append(f"{len(numbers)} {own(name)} (no. {ranges(numbers)})")
    return ", then ".join(parts)


def ranges(numbers: Sequence[int]) -> str:
    """``5, 7–9``; the order is kept, and only what goes up by one is drawn together."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def places(found: Mapping[Need, int]) -> str:
    """``37 seats, 1 stretcher``; empty without any."""
    return ", ".join(f"{number:,} {PLACES[need][number != 1]}" for need, number in found.items())


def broken_down_words(cases: Sequence[BrokenDown]) -> tuple[str, ...]:
    """Return, for each type, what becomes of the people of the vehicle that would be worst to lose."""
    if all(sum(case.without_place.values()) == case.persons for case in cases):
        return ("Who is aboard a broken-down vehicle needs another one.",)
    lines = []
    for case in cases:
        lacking = sum(case.without_place.values())
        if not lacking:
            rest = "all find a place in the others"
        elif lacking == case.persons:
            rest = "none of them finds a free place in the others"
        else:
            rest = f"{lacking:,} of them find no free place in the others"
        lines.append(f"If one {own(case.vehicle_type)} with {case.persons:,} aboard stops, {rest}.")
    return tuple(lines)
