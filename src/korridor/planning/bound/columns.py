"""The trips of the slot program: kind, span and slot (docs/bounds.md, Variables)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from korridor.planning.bound.clocks import Grid, Ints
from korridor.planning.bound.trip import TripKind

if TYPE_CHECKING:
    from korridor.planning.bound.kinds import Kinds


class Span(NamedTuple):
    """A part of time in which x of a kind may lie, both ends included; a window's, or all of it."""

    number: int
    opens_s: int
    closes_s: int
    from_s: int
    to_s: int


@dataclass(frozen=True)
class Run:
    """The columns of one kind in one span, slot by slot.

    Attributes
    ----------
    kind : int
        Index among ``Kinds.all``.
    span : Span
    first : int
        The first column's number.
    slots, lo_s, hi_s : array of int
        Slot by the kind's clock, first and last second that x may be.
    most : int
        How many trips a column holds at most.
    """

    kind: int
    span: Span
    first: int
    slots: Ints
    lo_s: Ints
    hi_s: Ints
    most: int

    @property
    def columns(self) -> Ints:
        """The columns' numbers."""
        return np.arange(self.first, self.first + len(self.slots))


def spans(kinds: "Kinds", kind: TripKind, horizon_s: int) -> Iterator[Span]:
    """Yield the spans in which x of a kind may lie by ``horizon_s``."""
    operation, vehicles = kinds.operation, kinds.operation.fleet[kind.vehicle_type]
    until_s = vehicles.available_until_s
    from_s = vehicles.available_from_s + kind.a_s
    to_s = (horizon_s if until_s is None else min(horizon_s, until_s)) - kind.b_s
    windows, margin_s, windowed = operation.windows, operation.margin_s, kind.windowed
    if not windows and (windowed.before_s is not None or windowed.after_s is not None):
        return
    if windowed.before_s is not None:
        from_s = max(from_s, windows[0].opens_s + windowed.before_s)
    if windowed.after_s is not None:
        to_s = min(to_s, windows[-1].closes_s - margin_s - windowed.after_s)
    if windowed.holds is None:
        found = [Span(0, 0, horizon_s, from_s, to_s)]
    else:
        f, g = windowed.holds
        found = [
            Span(
                w,
                each.opens_s,
                each.closes_s,
                max(from_s, each.opens_s + f),
                min(to_s, each.closes_s - margin_s - g),
            )
            for w, each in enumerate(windows)
        ]
    yield from (span for span in found if span.from_s <= span.to_s)


def runs_of(kinds: "Kinds", grid: Grid, horizon_s: int) -> tuple[Run, ...]:
    """List all trip columns, loaded kinds first."""
    parties = sum(group.parties for group in kinds.operation.people.values())
    runs: list[Run] = []
    first = 0
    for number, kind in enumerate(kinds.all):
        lap_s = kind.a_s + kind.b_s
        vehicles = kinds.operation.fleet[kind.vehicle_type].number
        most = min(parties, vehicles * -(-grid.slot_s // lap_s)) if lap_s else parties
        for span in spans(kinds, kind, horizon_s):
            first_slot, last_slot = (int(grid.slot(kind.clock, x_s)) for x_s in (span.from_s, span.to_s))
            slots = np.arange(first_slot, last_slot + 1)
            lo_s = np.maximum(span.from_s, grid.first_s(kind.clock, slots))
            hi_s = np.minimum(span.to_s, grid.last_s(kind.clock, slots))
            runs.append(Run(number, span, first, slots, lo_s, hi_s, most))
            first += len(slots)
    return tuple(runs)
