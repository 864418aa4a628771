"""Rows about vehicles and their columns: ``stock``, ``heads``, ``waves``, ``headway``, ``escorts`` (docs/bounds.md)."""

from collections.abc import Callable, Iterator

import numpy as np

from korridor.operation.ways import Step
from korridor.planning.bound.bay_waves import Heads, add_bay_waves
from korridor.planning.bound.clocks import Ints, stock
from korridor.planning.bound.column_class import ColumnClass
from korridor.planning.bound.columns import Run
from korridor.planning.bound.draft import Draft
from korridor.planning.bound.lines import Sums, at_most
from korridor.planning.bound.trip import TripKind, road_name

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
    roads: dict[Step, list[Run]] = {}
    for run in draft.runs:
        reference = draft.kind(run).reference
        if reference is not None:
            roads.setdefault(reference, []).append(run)
    for road, runs in roads.items():
        alike: dict[tuple[ColumnClass, str], list[Run]] = {}
        for run in runs:
            kind = draft.kind(run)
            assert kind.column_class is not None  # its reference has a headway
            assert kind.part is not None
            alike.setdefault((kind.column_class, kind.part.origin), []).append(run)
        heads = [_add_class(draft, road, *each, mine) for each, mine in alike.items()]
        _add_headway(draft, road, heads, [draft.kind(run) for run in runs])


def _add_class(draft: Draft, road: Step, column_class: ColumnClass, origin: str, runs: list[Run]) -> Heads:
    """Add the columns of one class from one place: how many vehicles they hold, how many that are long served or loaded."""
    at = f"{road_name(road)}/{column_class.name}/{origin}"
    slots = np.unique(np.concatenate([run.slots for run in runs]))
    most_heads = -(-draft.grid.slot_s // _headway_s(draft, road))
    heads = draft.added(np.zeros(len(slots), dtype=np.int64), np.full(len(slots), most_heads))
    rows = [(f"heads/{at}", column_class.vehicles, runs), *_waves(draft, at, column_class, runs)]
    for name, most, held in rows:
        family = draft.family(name, Sums.AT, at_most(0))
        family.take(heads, slots, -most)
        for run in held:
            family.take(run.columns, run.slots, 1)
    add_bay_waves(draft, at, column_class, origin, runs, (heads, slots))
    return heads, slots


def _waves(
    draft: Draft, at: str, column_class: ColumnClass, runs: list[Run]
) -> Iterator[tuple[str, int, list[Run]]]:
    """Yield how many vehicles of a service or a longer one the class's columns hold; no row that another implies."""
    if column_class.until_s is None:
        return
    for queue in dict.fromkeys(draft.kind(run).queue for run in runs):
        lanes = draft.operation.places[queue].lanes if queue else None
        if lanes is None:
            continue
        mine = [run for run in runs if draft.kind(run).queue == queue]
        least = column_class.vehicles
        for service_s in sorted({draft.kind(run).service_s for run in mine} - {0}):
            most = max(lanes.outward, lanes.inward) * ((column_class.until_s - 1) // service_s)
            if most < least:
                least = most
                long = [run for run in mine if draft.kind(run).service_s >= service_s]
                yield f"waves/{at}/{queue}/{service_s}", most, long


def _add_headway(draft: Draft, road: Step, every: list[Heads], kinds: list[TripKind]) -> None:
    """C4, O7: the columns of all classes keep their heads apart, and share the escorts."""
    convoy, at, headway_s = draft.operation.convoy, road_name(road), _headway_s(draft, road)
    apart = [(f"headway/{at}/{m}", m, m * headway_s) for m in HEADS]
    if convoy.escorts is not None and all(kind.loaded for kind in kinds):
        # it is taken when its next column departs, and that one's head is at the road later
        away_s = min(kind.escort_s for kind in kinds) + min(kind.h_s for kind in kinds)
        apart.append((f"escorts/{at}", convoy.escorts, away_s))
    for name, most, within_s in apart:
        length = within_s // draft.grid.slot_s
        if length >= 1:
            family = draft.family(name, Sums.RUN, at_most(most), length)
            for heads, slots in every:
                family.take(heads, slots, 1)


def _headway_s(draft: Draft, road: Step) -> int:
    headway_s = draft.operation.roads[road[0]].headway_s
    assert headway_s is not None  # a reference with a headway
    return headway_s


def _from_slot(since: int, number: int) -> Callable[[Ints], Ints]:
    return lambda places: np.where(places >= since, number, 0)
