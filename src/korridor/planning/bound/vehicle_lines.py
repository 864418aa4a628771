"""Rows about vehicles and their columns: ``stock``, ``heads``, ``headway``, ``escorts`` (docs/bounds.md)."""

from collections.abc import Callable

import numpy as np

from korridor.planning.bound.clocks import Ints, stock
from korridor.planning.bound.columns import Run
from korridor.planning.bound.draft import Draft
from korridor.planning.bound.lines import Sums, at_most

HEADS = (1, 2, 3)
"""The m of the rows ``headway``."""


def add_stocks(draft: Draft) -> None:
    """O6: vehicles leave where vehicles stand."""
    for run in draft.runs:
        kind = draft.kind(run)
        vehicles = draft.operation.fleet[kind.vehicle_type]
        ends = ((kind.origin, run.hi_s - kind.a_s, 1), (kind.destination, run.lo_s + kind.b_s, -1))
        for place, moments_s, sign in ends:
            name = stock(kind.vehicle_type, place)
            since = int(draft.grid.slot(name, vehicles.available_from_s))
            family = draft.family(name, Sums.UP_TO, _from_slot(since, vehicles.depots.get(place, 0)))
            family.take(run.columns, draft.grid.slot(name, moments_s), sign)


def add_heads(draft: Draft) -> None:
    """O7, C4: columns of at most so many vehicles, their heads apart; escorts."""
    roads: dict[tuple[int, bool], list[Run]] = {}
    for run in draft.runs:
        reference = draft.kind(run).reference
        if reference is not None:
            roads.setdefault(reference, []).append(run)
    for (road, forth), runs in roads.items():
        _add_road(draft, road, f"{road}/{'f' if forth else 'b'}", runs)


def _add_road(draft: Draft, road: int, at: str, runs: list[Run]) -> None:
    convoy, headway_s = draft.operation.convoy, draft.operation.roads[road].headway_s
    assert headway_s is not None  # a reference with a headway
    slots = np.unique(np.concatenate([run.slots for run in runs]))
    most_heads = -(-draft.grid.slot_s // headway_s)
    heads = draft.added(np.zeros(len(slots), dtype=np.int64), np.full(len(slots), most_heads))
    family = draft.family(f"heads/{at}", Sums.AT, at_most(0))
    family.take(heads, slots, -convoy.most)
    for run in runs:
        family.take(run.columns, run.slots, 1)
    apart = [(f"headway/{at}/{m}", m, m * headway_s) for m in HEADS]
    kinds = [draft.kind(run) for run in runs]
    if convoy.escorts is not None and all(kind.loaded for kind in kinds):
        apart.append((f"escorts/{at}", convoy.escorts, min(kind.escort_s for kind in kinds)))
    for name, most, within_s in apart:
        length = within_s // draft.grid.slot_s
        if length >= 1:
            draft.family(name, Sums.RUN, at_most(most), length).take(heads, slots, 1)


def _from_slot(since: int, number: int) -> Callable[[Ints], Ints]:
    return lambda places: np.where(places >= since, number, 0)
