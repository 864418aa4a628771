"""Rows about what places can serve: ``bays``, ``unload``, ``lanes`` (docs/bounds.md).

The kinds of one clock share a line. Where they differ in a time on its right side, the one that makes it largest stands.
"""

import numpy as np

from korridor.planning.bound.clocks import Ints
from korridor.planning.bound.columns import Run
from korridor.planning.bound.draft import Draft
from korridor.planning.bound.lanes import Lane
from korridor.planning.bound.lines import Sums


def add_bays_and_lanes(draft: Draft) -> None:
    """C2, C6, C7: bays to load and to unload, and lanes to be screened in."""
    bays: dict[tuple[str, str, int], list[Run]] = {}
    unload: dict[tuple[str, str], list[Run]] = {}
    lanes: dict[tuple[str, bool, bool, str, int], list[tuple[Run, Lane]]] = {}
    for run in draft.runs:
        kind = draft.kind(run)
        for lane in kind.lanes:
            at = lane.checkpoint, lane.outward, lane.before, kind.clock, run.span.number
            lanes.setdefault(at, []).append((run, lane))
        if kind.loaded:
            bays.setdefault((kind.origin, kind.clock, run.span.number), []).append(run)
            unload.setdefault((kind.destination, kind.clock), []).append(run)
    for (place, clock, span), runs in bays.items():
        _add_bays(draft, place, clock, span, runs)
    for (place, clock), runs in unload.items():
        _add_unload(draft, place, clock, runs)
    for (checkpoint, outward, before, clock, span), sharing in lanes.items():
        side = f"{checkpoint}/{'out' if outward else 'in'}/{'before' if before else 'after'}"
        both = draft.operation.places[checkpoint].lanes
        assert both is not None  # a checkpoint has lanes (O2)
        open_lanes = both.outward if outward else both.inward
        _add_lanes(draft, f"lanes/{side}/{clock}/{span}", open_lanes, clock, before, sharing)


def _add_bays(draft: Draft, place: str, clock: str, span: int, runs: list[Run]) -> None:
    bays = draft.operation.places[place].bays
    if bays is None:
        return
    kinds = [draft.kind(run) for run in runs]
    after_s = min(kind.a_s - kind.bay_s for kind in kinds)
    begin_s = min(_bays_begin_s(draft, run) for run in runs)

    def most(q: Ints) -> Ints:
        return bays * np.maximum(0, draft.grid.last_s(clock, q) - after_s - begin_s)

    family = draft.family(f"bays/{place}/{clock}/{span}", Sums.UP_TO, most)
    for run, kind in zip(runs, kinds, strict=True):
        family.take(run.columns, run.slots, kind.bay_s)


def _bays_begin_s(draft: Draft, run: Run) -> int:
    """The soonest that a bay is taken for a trip of a span: who boards sooner sits aboard too long (O5)."""
    kind = draft.kind(run)
    turn_round_s = draft.operation.fleet[kind.vehicle_type].turn_round_s
    return max(0, int(run.lo_s[0]) + kind.b_s - kind.limit_s - turn_round_s)


def _add_unload(draft: Draft, place: str, clock: str, runs: list[Run]) -> None:
    bays = draft.operation.places[place].bays
    if bays is None:
        return
    kinds = [draft.kind(run) for run in runs]
    lead_s = min(kind.b_s - kind.alight_s for kind in kinds)

    def most(q: Ints) -> Ints:
        return bays * np.maximum(0, draft.horizon_s - draft.grid.first_s(clock, q) - lead_s)

    family = draft.family(f"unload/{place}/{clock}", Sums.FROM, most)
    for run, kind in zip(runs, kinds, strict=True):
        family.take(run.columns, run.slots, kind.alight_s)


def _add_lanes(
    draft: Draft, name: str, lanes: int, clock: str, before: bool, sharing: list[tuple[Run, Lane]]
) -> None:
    begin_s = min(_lanes_begin_s(run, lane) for run, lane in sharing)
    end_s = max(_lanes_end_s(draft, run, lane) for run, lane in sharing)
    to_x_s = min(lane.to_x_s for _, lane in sharing)
    lead_s = min(lane.lead_s for _, lane in sharing)

    def most(q: Ints) -> Ints:
        if before:
            return lanes * np.maximum(0, draft.grid.last_s(clock, q) - to_x_s - begin_s)
        return lanes * np.maximum(0, end_s - lead_s - draft.grid.first_s(clock, q))

    family = draft.family(name, Sums.UP_TO if before else Sums.FROM, most)
    for run, lane in sharing:
        family.take(run.columns, run.slots, lane.service_s)


def _lanes_begin_s(run: Run, lane: Lane) -> int:
    """The soonest that a service before x begins."""
    return lane.from_begin_s if lane.from_opening_s is None else run.span.opens_s + lane.from_opening_s


def _lanes_end_s(draft: Draft, run: Run, lane: Lane) -> int:
    """The latest that a service after x ends."""
    if lane.to_closing_s is None:
        return draft.horizon_s - lane.to_end_s
    return run.span.closes_s - draft.operation.margin_s - lane.to_closing_s
