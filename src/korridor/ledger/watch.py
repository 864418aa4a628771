"""A4, A9: one leg, watched: what the worklist has of it at every moment, by what had been written down by then.

The books are asked as of each moment, known at the same moment. What they say of a leg changes only when something about it is
recorded or falls due; so it is worked out at those moments alone, and holds in between. A vehicle's part is the books' answer
about that vehicle, and the parts are put together as the books do it (:mod:`korridor.ledger.left_over`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from korridor.events.event import Event
from korridor.events.journeys import Departed
from korridor.ledger.account_of import account_of
from korridor.ledger.interval import NOBODY, Interval
from korridor.ledger.left_over import Part, left_over
from korridor.ledger.leg import Span
from korridor.ledger.voyage import DUE_AFTER


class Entry(NamedTuple):
    """Who is unexplained on a leg from a moment on, until the next entry.

    Attributes
    ----------
    at : datetime
    heads : Span
        Nobody, where the worklist has no such entry.
    since : datetime or None
        Since when, as the worklist has it.
    """

    at: datetime
    heads: Span
    since: datetime | None


_CLEAR = Span(low=0, high=0)


class TripState(NamedTuple):
    """What the books say of one vehicle's trip at a moment.

    Attributes
    ----------
    part : Part
        Who is left aboard in the books, and whether it is over with anybody left.
    since : datetime or None
        Since when it is.
    """

    part: Part
    since: datetime | None


Changes = list[tuple[datetime, TripState]]
"""From which moment on it is what."""


def watched_trip(events: Collection[Event]) -> Changes:
    """Return what the books say of one vehicle's trip at each moment at which that changes.

    Parameters
    ----------
    events : collection of Event
        All that is ever written down about it, and about nothing else.
    """
    found: Changes = []
    for moment in _moments(events):
        known = [event for event in events if event.known(moment)]
        account = account_of(known, moment, moment)
        row = next((each for each in account.accounts if each.scheme is None and _trip(each.account)), None)
        [leg] = account.legs or [None]
        since = None if leg is None else leg.since
        rest = NOBODY if row is None else _interval(row.low, row.high)
        state = TripState(Part(rest, over=since is not None), since)
        if not found or found[-1][1] != state:
            found.append((moment, state))
    return found


def watched_leg(trips: Mapping[str, Changes]) -> tuple[Entry, ...]:
    """Return the worklist's entry of a leg over time.

    Parameters
    ----------
    trips : mapping of str to list
        Of each of its vehicles, by trip, what :func:`watched_trip` says. Nothing may be known of the leg but by vehicle.
    """
    changes = sorted(
        ((moment, on, state) for on, states in trips.items() for moment, state in states),
        key=lambda change: (change[0], change[1]),
    )
    now: dict[str, TripState] = {}
    found: list[Entry] = []
    for n, (moment, on, state) in enumerate(changes):
        now[on] = state
        if n + 1 < len(changes) and changes[n + 1][0] == moment:
            continue
        entry = _entry(moment, now.values())
        if not found or found[-1][1:] != entry[1:]:
            found.append(entry)
    return tuple(found)


def _entry(moment: datetime, states: Iterable[TripState]) -> Entry:
    several = tuple(states)
    late = [state.since for state in several if state.since is not None]
    if not late:
        return Entry(moment, _CLEAR, None)
    heads = Span.of(left_over(state.part for state in several).unexplained)
    return Entry(moment, heads, None if heads.nobody else min(late))


def _moments(events: Iterable[Event]) -> list[datetime]:
    found = set()
    for event in events:
        found |= {event.recorded_at, max(event.recorded_at, event.occurred_at)}
        if isinstance(event.what, Departed):
            due = event.what.due
            found.add(max(event.recorded_at, event.occurred_at + DUE_AFTER if due is None else due))
    return sorted(found)


def _trip(account: str) -> bool:
    return account.startswith("aboard:")


def _interval(low: int | None, high: int | None) -> Interval:
    return Interval(float("-inf") if low is None else low, float("inf") if high is None else high)
