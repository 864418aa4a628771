"""Vehicles of one column that load one after the other, for want of bays: rows ``loading``, columns l (docs/bounds.md).

A trip by itself would have every vehicle of a column load just before it leaves. But a bay loads one after the other, so
of a column with more vehicles than bays the first ones stand there a whole loading sooner, or more.
"""

import numpy as np

from korridor.planning.bound.clocks import Ints, stock
from korridor.planning.bound.column_class import ColumnClass
from korridor.planning.bound.columns import Run
from korridor.planning.bound.draft import Draft
from korridor.planning.bound.hops import NEVER
from korridor.planning.bound.lines import Sums, at_most
from korridor.planning.bound.trip import TripKind

Heads = tuple[Ints, Ints]
"""Numbers and slots of columns of vehicles."""


def add_bay_waves(
    draft: Draft, at: str, column_class: ColumnClass, origin: str, runs: list[Run], heads: Heads
) -> None:
    """Let no more vehicles of a column load in its last wave, its last two, … than there are bays for.

    Parameters
    ----------
    draft : Draft
    at : str
        Names the columns: reference, class and origin.
    column_class : ColumnClass
    origin : str
        Where they set out.
    runs : list of Run
        The trips in such columns.
    heads : Heads
        The columns themselves.
    """
    bays, reference = draft.operation.places[origin].bays, draft.kind(runs[0]).reference
    assert reference is not None  # they are in columns
    wave_s = draft.kinds.wave_s.get((reference, origin), 0)
    if bays is None or wave_s == 0:
        return
    slow = [run for run in runs if in_waves(draft.kind(run), wave_s)]
    by_type: dict[str, list[Run]] = {}
    for run in slow:
        by_type.setdefault(draft.kind(run).vehicle_type, []).append(run)
    for wave in range(1, _waves_needed(draft, column_class, bays, slow)):
        family = draft.family(f"loading/{at}/{wave}", Sums.AT, at_most(0))
        family.take(heads[0], heads[1], -wave * bays)
        for run in slow:
            family.take(run.columns, run.slots, 1)
        for vehicle_type, mine in by_type.items():
            columns, slots = _sooner(draft, vehicle_type, origin, wave, wave_s, mine)
            family.take(columns, slots, -1)


def in_waves(kind: TripKind, wave_s: int) -> bool:
    """Whether a trip is loaded for so long that no bay loads two of its kind in less than two waves."""
    return kind.loaded and wave_s <= kind.bay_s < 2 * wave_s


def _waves_needed(draft: Draft, column_class: ColumnClass, bays: int, slow: list[Run]) -> int:
    """Return in how many waves the bays load the largest column; those that the rows ``waves`` allow (none if one is enough)."""
    most = column_class.vehicles
    queues = {draft.kind(run).queue for run in slow}
    if column_class.until_s is not None and len(queues) == 1 and (queue := queues.pop()) is not None:
        lanes = draft.operation.places[queue].lanes
        least_s = min(draft.kind(run).service_s for run in slow)
        if lanes is not None and least_s:
            most = min(most, max(lanes.outward, lanes.inward) * ((column_class.until_s - 1) // least_s))
    return -(-most // bays) if slow else 0


def _sooner(
    draft: Draft, vehicle_type: str, origin: str, wave: int, wave_s: int, runs: list[Run]
) -> tuple[Ints, Ints]:
    """Add the vehicles of a type that are not in the last waves: each is taken from its stock sooner by one more."""
    slots = np.unique(np.concatenate([run.slots for run in runs]))
    alone_s, loaded_s = np.full(len(slots), NEVER), np.full(len(slots), -NEVER)
    for run in runs:
        kind, at = draft.kind(run), np.searchsorted(slots, run.slots)
        alone_s[at] = np.minimum(alone_s[at], run.hi_s - kind.a_s)
        loaded_s[at] = np.maximum(loaded_s[at], run.hi_s - (kind.a_s - kind.bay_s))
    sooner_s = loaded_s - (wave + 1) * wave_s
    since_s = np.maximum(alone_s, sooner_s) if wave == 1 else loaded_s - wave * wave_s
    columns = draft.added(
        np.zeros(len(slots), dtype=np.int64), np.full(len(slots), max(run.most for run in runs))
    )
    name = stock(vehicle_type, origin)
    for moments_s, sign in ((sooner_s, 1), (since_s, -1)):
        draft.families[name].take(columns, np.maximum(0, draft.grid.slot(name, moments_s)), sign)
    return columns, slots
