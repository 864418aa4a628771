"""How long a slot should be: as short as the size of the program allows, and so that laps come out even."""

from collections.abc import Iterator

from korridor.planning.bound.clocks import Grid, grid_of, stock
from korridor.planning.bound.columns import spans
from korridor.planning.bound.kinds import Kinds, TripKind
from korridor.planning.bound.solve import kinds_worth_having, leaves_for_good

TRIPS_A_SECOND = 1000
"""Columns of trips that may be spent for a second of solving; measured on two shared cores (benchmarks/planning)."""

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
    for kind in (kinds.all[i] for i in kinds_worth_having(kinds)):
        if kind.many > kinds.fills_up(kind) if kind.loaded else not leaves_for_good(kinds, kind):
            seconds += sum(span.to_s - span.from_s + 1 for span in spans(kinds, kind, horizon_s))
    least_s = max(1, -(-seconds // max(1, trips)))
    most_s = max(least_s, int(least_s * LONGER))
    step_s = max(1, (most_s - least_s) // CHOICES)
    return min(range(least_s, most_s + 1, step_s), key=lambda slot_s: (_lost(kinds, slot_s), slot_s))


def _lost(kinds: Kinds, slot_s: int) -> float:
    """Return the part of the time that rounding to slots gives away: of each lap, and of each window."""
    grid = grid_of(kinds, slot_s)
    laps = list(_laps(kinds))
    people = sum(weight for _, _, weight in laps)
    lost = 0.0
    for out, back, weight in laps:
        lap_s = out.a_s + out.b_s + back.a_s + back.b_s
        lost += (_rounded_s(grid, out) + _rounded_s(grid, back)) / max(1, lap_s) * weight / max(1, people)
    for out, _, weight in laps:
        if out.windowed.holds is not None:
            opens = [window.opens_s + out.windowed.holds[0] for window in kinds.operation.windows]
            open_s = sum(window.closes_s - window.opens_s for window in kinds.operation.windows)
            uneven_s = sum((moment_s - grid.phases.get(out.clock, 0)) % slot_s for moment_s in opens)
            lost += uneven_s / max(1, open_s) * weight / max(1, people)
    return lost


def _rounded_s(grid: Grid, kind: TripKind) -> int:
    """Return by how much a trip's ends are rounded in its favour."""
    x = grid.phases.get(kind.clock, 0)
    leaves = grid.phases.get(stock(kind.vehicle_type, kind.origin), 0)
    comes = grid.phases.get(stock(kind.vehicle_type, kind.destination), 0)
    return (x - kind.a_s - leaves) % grid.slot_s + (x + kind.b_s - comes) % grid.slot_s


def _laps(kinds: Kinds) -> Iterator[tuple[TripKind, TripKind, int]]:
    """Yield full trips with the quickest way back, and the people that stand there for them."""
    for out in kinds.loaded:
        back = [
            kind
            for kind in kinds.empty
            if (kind.vehicle_type, kind.origin, kind.destination)
            == (out.vehicle_type, out.destination, out.origin)
        ]
        if back and out.few == out.many:
            people = sum(kinds.operation.people[name].persons for name in out.groups)
            yield out, min(back, key=lambda kind: kind.a_s + kind.b_s), people
