"""The parts of cases that post by themselves: what one of them posts, at whatever moment, no other one changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from korridor.events.event import Event
from korridor.events.facts import Fact
from korridor.events.journeys import Alighted, Arrived, Boarded, Departed
from korridor.events.keeping import Estimated
from korridor.ledger.carried import ARRIVED, DEPARTED
from korridor.ledger.joined import Joined
from korridor.ledger.posted.ties import names_in

Trip = tuple[str, str, str]
"""What is counted (departed or arrived), who sits where, and the place."""


def units_of(events: Sequence[Event]) -> list[list[Event]]:
    """Return the units of events.

    Events are of one unit if one names the other, or both count one trip at one place, or estimate one account; and all that is
    counted of one movement at one place is one unit if any of it is of the movement as a whole.
    """
    joined = Joined(range(len(events)))
    together: dict[object, list[int]] = defaultdict(list)
    for n, event in enumerate(events):
        together[event.id].append(n)
        if (key := _key(event.fact)) is not None:
            together[key].append(n)
    for several in together.values():
        joined.join(several)
    for n, event in enumerate(events):
        for name in names_in(event):
            joined.join([n, *together.get(name, ())])
    _join_wholes(joined, events)
    return [[events[n] for n in group] for group in joined.groups()]


def _key(fact: Fact | None) -> Trip | str | None:
    match fact:
        case Boarded() | Departed():
            return DEPARTED, fact.on, fact.at
        case Alighted() | Arrived():
            return ARRIVED, fact.on, fact.at
        case Estimated():
            return f"estimated {fact.at}"
    return None


def _join_wholes(joined: Joined[int], events: Sequence[Event]) -> None:
    """Join what is counted of a movement where somebody counts it whole, or one report names two of its vehicles."""
    of_movement: dict[Trip, list[int]] = defaultdict(list)
    trips: dict[int, Trip] = {}
    for n, event in enumerate(events):
        if isinstance(key := _key(event.fact), tuple):
            trips[n] = key
            of_movement[_whole(key)].append(n)
    while True:
        found = {
            whole for group in joined.groups() for whole in _wholes(trips[n] for n in group if n in trips)
        }
        new = [whole for whole in found if whole in of_movement]
        for whole in new:
            joined.join(of_movement.pop(whole))
        if not new:
            return


def _wholes(trips: Iterable[Trip]) -> set[Trip]:
    of: dict[Trip, set[str]] = defaultdict(set)
    for way, on, at in trips:
        of[_whole((way, on, at))].add(on)
    return {whole for whole, ons in of.items() if len(ons) > 1 or whole[1] in ons}


def _whole(trip: Trip) -> Trip:
    way, on, at = trip
    return way, on.partition("/")[0], at
