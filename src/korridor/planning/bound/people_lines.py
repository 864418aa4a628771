"""Rows about people: ``people``, ``places``, ``load``, ``partial``, ``room``, ``gate``, ``held`` (docs/bounds.md)."""

import numpy as np

from korridor.operation.agreement import Gate
from korridor.operation.place import Kind
from korridor.operation.scheme import NEEDS
from korridor.planning.bound.clocks import Ints, Mask
from korridor.planning.bound.columns import Run
from korridor.planning.bound.draft import Draft
from korridor.planning.bound.fit import places_of
from korridor.planning.bound.lines import Sums, at_most
from korridor.planning.bound.trip import Leg


def add_people(draft: Draft) -> None:
    """O4, O5, O9, C7: people in places of vehicles, room for them, and what holds them."""
    legs: dict[Leg, list[Run]] = {}
    for run in draft.runs:
        kind = draft.kind(run)
        if kind.loaded:
            legs.setdefault(kind.leg, []).append(run)
            _add_gates(draft, run)
    for leg, runs in legs.items():
        _add_vehicles(draft, leg, runs)
        _add_groups(draft, leg, runs)


def _add_gates(draft: Draft, run: Run) -> None:
    """O9: before a gate opens, no more than so many leave."""
    for i, gate in enumerate(draft.operation.gates):
        shut = _shut(draft, gate, run)
        if len(shut):
            family = draft.family(f"gate/{i}", Sums.AT, at_most(gate.beyond_persons))
            family.take(shut, 0, draft.kind(run).few)


def _shut(draft: Draft, gate: Gate, run: Run) -> Ints:
    """Return the columns of trips that surely depart before a gate with a given schedule opens."""
    kind = draft.kind(run)
    if not gate.of_schedule or kind.origin not in gate.out_of:
        return run.columns[:0]
    return run.columns if gate.opens_s is None else run.columns[run.hi_s - kind.h_s < gate.opens_s]


def _add_vehicles(draft: Draft, leg: Leg, runs: list[Run]) -> None:
    """O5: what vehicles offer on a leg. One leaves with room for a party only when nobody is left."""
    name = "/".join(map(str, leg))
    layout = draft.operation.fleet[leg[0]].layouts[leg[1]]
    room = draft.kinds.fills_up(draft.kind(runs[0]))
    for run in runs:
        kind, periods = draft.kind(run), draft.periods(run)
        draft.family(f"load/{name}", Sums.AT, at_most(0)).take(run.columns, periods, -kind.many)
        for need in NEEDS:
            if layout.places(need):
                family = draft.family(f"places/{name}/{need}", Sums.AT, at_most(0))
                family.take(run.columns, periods, -layout.places(need))
        if kind.many <= room:
            draft.family(f"partial/{name}", Sums.AT, at_most(1)).take(run.columns, 0, 1)


def _add_groups(draft: Draft, leg: Leg, runs: list[Run]) -> None:
    """O4, C7: parties carried on a leg, and what they take; by the period in which they are out at the soonest."""
    name, destination = "/".join(map(str, leg)), draft.operation.places[leg[3]]
    periods = np.unique(np.concatenate([draft.periods(run) for run in runs]))
    counts = draft.left_s(periods) if draft.kinds.counts_as_out(leg[3]) else 0 * periods
    held = [
        (f"held/{i}", gate.beyond_persons, _held(draft, gate, runs, periods))
        for i, gate in enumerate(draft.operation.gates)
    ]
    for group_name in draft.kind(runs[0]).groups:
        group = draft.operation.people[group_name]
        persons = group.party_persons
        worth = persons * (group.weight if draft.weighted else 1)
        carried = draft.added(worth * counts, np.full(len(periods), group.parties))
        draft.family(f"people/{group_name}", Sums.AT, at_most(group.parties)).take(carried, 0, 1)
        draft.family(f"load/{name}", Sums.AT, at_most(0)).take(carried, periods, persons)
        for need, taken in places_of(draft.operation, group).items():
            if taken:
                draft.family(f"places/{name}/{need}", Sums.AT, at_most(0)).take(carried, periods, taken)
        for row, beyond, are_held in held:
            if are_held.any():
                draft.family(row, Sums.AT, at_most(beyond)).take(carried[are_held], 0, persons)
        if destination.capacity_persons is not None and destination.kind is not Kind.TRANSFER:
            room = draft.family(f"room/{leg[3]}", Sums.AT, at_most(destination.capacity_persons))
            room.take(carried, 0, persons)


def _held(draft: Draft, gate: Gate, runs: list[Run], periods: Ints) -> Mask:
    """O9: in which of the periods all trips of a leg surely depart before a gate opens."""
    free = [np.setdiff1d(run.columns, _shut(draft, gate, run)) - run.first for run in runs]
    reached = [draft.periods(run)[each] for run, each in zip(runs, free, strict=True)]
    return np.asarray(~np.isin(periods, np.concatenate(reached)))
