"""How long a slot should be: as short as the size of the program allows, and so that laps come out even."""

import numpy as np

from korridor.planning.bound.clocks import Grid, grid_of, quickest_back, stock, way_back
from korridor.planning.bound.columns import spans
from korridor.planning.bound.kinds import Kinds
from korridor.planning.bound.left_out import kinds_worth_having, left_for_good
from korridor.planning.bound.trip import TripKind
from korridor.planning.bound.vehicle_lines import HEADS

TRIPS_A_SECOND = 3000
"""Columns of trips that may be spent for a second of solving; measured on two shared cores (benchmarks/planning)."""

SLOTS = 2000
"""More slots than this tell nothing new."""

LONGER = 1.3
"""By how much a slot may be longer than it need be, where laps come out more even."""

CHOICES = 60


def slot_length_s(kinds: Kinds, horizon_s: int, trips: int) -> int:
    """Choose a slot length by size, never by a clock: equal input, equal choice (P4).

    Parameters
    ----------
    kinds : Kinds
    horizon_s : int
    trips : int
        About how many columns of trips there may be.
    """
    seconds = 0
    left_behind = left_for_good(kinds)
    for kind in (kinds.all[i] for i in kinds_worth_having(kinds)):
        once = kind.many <= kinds.fills_up(kind) if kind.loaded else kind in left_behind
        if not once:
            seconds += sum(span.to_s - span.from_s + 1 for span in spans(kinds, kind, horizon_s))
    least_s = max(1, -(-seconds // max(1, trips)), horizon_s // SLOTS)
    most_s = max(least_s, int(least_s * LONGER))
    step_s = max(1, (most_s - least_s) // CHOICES)
    laps = _laps(kinds)
    return min(
        range(least_s, most_s + 1, step_s),
        key=lambda slot_s: (_lost(kinds, laps, grid_of(kinds, slot_s)), slot_s),
    )


def _laps(kinds: Kinds) -> list[tuple[TripKind, TripKind, float]]:
    """Return full trips with the quickest way back, and which part of the people stands there for them."""
    back = quickest_back([kind for kind in kinds.empty if kind.usual])
    laps = [
        (out, back[way_back(out)], sum(kinds.operation.people[name].persons for name in out.groups))
        for out in kinds.loaded
        if out.few == out.many and out.usual and way_back(out) in back
    ]
    people = max(1, sum(persons for _, _, persons in laps))
    return [(out, home, persons / people) for out, home, persons in laps]


def _lost(kinds: Kinds, laps: list[tuple[TripKind, TripKind, float]], grid: Grid) -> float:
    """Return the part of the time that rounding to slots gives away: of laps, of windows, of headways."""
    windows = kinds.operation.windows
    open_s = max(1, sum(window.closes_s - window.opens_s for window in windows))
    lost = 0.0
    for out, home, part in laps:
        lost += part * _headway_lost(kinds, grid, out)
        lap_s = max(1, out.a_s + out.b_s + home.a_s + home.b_s)
        lost += part * (_rounded_s(grid, out) + _rounded_s(grid, home)) / lap_s
        if out.windowed.holds is not None:
            x_s = [window.opens_s + out.windowed.holds[0] for window in windows]
            lost += (
                part * sum(int(x - grid.first_s(out.clock, grid.slot(out.clock, x))) for x in x_s) / open_s
            )
    return lost


def _headway_lost(kinds: Kinds, grid: Grid, kind: TripKind) -> float:
    """Return the part of the headway of a trip's reference that whole slots leave out."""
    if kind.reference is None:
        return 0.0
    headway_s = kinds.operation.roads[kind.reference[0]].headway_s or 0
    within_s = [m * headway_s for m in HEADS]
    return sum(1 - each // grid.slot_s * grid.slot_s / each for each in within_s) / len(HEADS)


def _rounded_s(grid: Grid, kind: TripKind) -> float:
    """Return by how much a trip's ends are rounded in its favour, on average over the slots of a round."""
    leaves, comes = (stock(kind.vehicle_type, place) for place in (kind.origin, kind.destination))
    first_round = -(-max(kind.a_s, 1) // grid.round_s) + 2
    slots = first_round * grid.round_slots + np.arange(grid.round_slots)
    lo_s, hi_s = grid.first_s(kind.clock, slots), grid.last_s(kind.clock, slots)
    left_s, come_s = hi_s - kind.a_s, lo_s + kind.b_s
    sooner_s = come_s - grid.first_s(comes, grid.slot(comes, come_s))
    later_s = grid.last_s(leaves, grid.slot(leaves, left_s)) - left_s
    return float(np.mean(sooner_s + later_s))
