"""What a plan's vehicles do between a window's opening and the last moment at which a column may be on its road."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import korridor
from benchmarks.planning.hand_rules import FILE, UNTIL
from benchmarks.registry import Ratio, benchmark
from korridor.events.movement import Movement, Trip
from korridor.operation.horizon import until
from korridor.operation.operation import Operation
from korridor.planning.plan import Objective

WORK = 24000
"""Iterations: the same plan on every machine (P4)."""


@benchmark(
    "vehicle-minutes",
    question="What do the buses of the best plan for Aleppo's first window do with their time?",
    compares_with="all bus-minutes between the window's opening and its end less the margin",
)
def vehicle_minutes() -> Iterator[Ratio]:
    """Each way to spend time, the longest first."""
    operation = until(korridor.read_operation(FILE), UNTIL)
    made = korridor.plan(operation, objective=Objective.MOST_OUT, work=WORK)
    spent = minutes_spent(operation, made.movements, "bus")
    for what, minutes in spent.most_common():
        yield Ratio(what, minutes, spent.total(), "min")


def minutes_spent(operation: Operation, movements: Sequence[Movement], vehicle_type: str) -> Counter[str]:
    """Minutes that vehicles of a type spend in each way, within the windows' span less the margin."""
    begins_s = operation.windows[0].opens_s
    ends_s = operation.windows[-1].closes_s - operation.margin_s
    spent: Counter[str] = Counter()
    last_s = dict.fromkeys(range(operation.fleet[vehicle_type].number), 0)
    for movement in movements:
        for trip in movement.trips:
            if trip.vehicle_type != vehicle_type:
                continue
            for what, from_s, to_s in _spans(operation, movement, trip):
                spent[what] += max(0, min(to_s, ends_s) - max(from_s, begins_s))
            last_s[trip.vehicle] = trip.free_s
    for moment_s in last_s.values():
        spent["after the last lap"] += max(0, ends_s - max(moment_s, begins_s))
    return Counter({what: seconds // 60 for what, seconds in spent.items()})


def _spans(operation: Operation, movement: Movement, trip: Trip) -> Iterator[tuple[str, int, int]]:
    """What a vehicle does from when it leaves for a movement until it is free, without a gap."""
    full = "loaded" if trip.loads else "empty"
    forms_up_s = movement.departs_s
    if movement.passages and len(movement.trips) > 1:
        forms_up_s -= operation.convoy.marshalling_s
    marks = [(f"driving alone, {full}", trip.leaves_s)]
    if trip.bay_begins_s is not None and trip.boarded_s is not None:
        marks += [
            ("waiting for a bay, or to load", trip.comes_s),
            ("turning and boarding", trip.bay_begins_s),
        ]
        marks += [("loaded, before the column forms up", trip.boarded_s)]
    else:
        marks += [("empty, before the column forms up", trip.comes_s)]
    marks += [("forming up", forms_up_s), (f"driving in column, {full}", movement.departs_s)]
    for screening in trip.screenings:
        marks += [("before the checkpoint", screening.arrives_s), ("screened", screening.begins_s)]
        marks += [("held behind the checkpoint", screening.ends_s)]
        goes_on = [p.head_in_s for p in movement.passages if p.head_in_s >= screening.ends_s]
        marks += [(f"driving in column, {full}", min(goes_on, default=trip.released_s))]
    marks += [(f"driving alone, {full}", trip.released_s)]
    if trip.unloads_s is not None:
        marks += [("waiting to unload", trip.arrives_s), ("alighting", trip.unloads_s)]
    for (what, from_s), (_, to_s) in pairwise([*marks, ("", trip.free_s)]):
        yield what, from_s, to_s
