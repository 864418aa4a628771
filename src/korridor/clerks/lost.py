"""A vehicle that is lost between two posts: who was to see it from there on sees nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from korridor.chance.keyed import Kind
from korridor.clerks.words import Words
from korridor.events.event import Event
from korridor.events.journeys import Arrived, Departed


@dataclass(frozen=True)
class Lost:
    """One loaded vehicle that does not arrive.

    Attributes
    ----------
    on : str
        Its trip.
    due : datetime
        When it would have been said to be due, as it left.
    seen : int
        By how many posts it was seen, the first of them that which it left.
    persons : int
        How many were aboard.
    """

    on: str
    due: datetime
    seen: int
    persons: int

    def left_of(self, events: Iterable[Event]) -> tuple[Event, ...]:
        """Return which events of its trip there still are, in the order in which they happened."""
        return tuple(sorted(events, key=lambda event: event.occurred_at)[: self.seen])


def trips_of(events: Iterable[Event]) -> dict[str, tuple[Event, ...]]:
    """Return the events that are about a vehicle's trip, by trip, in their order."""
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        trip = trip_of(event)
        if trip is not None:
            found[trip].append(event)
    return {on: tuple(several) for on, several in found.items()}


def trip_of(event: Event) -> str | None:
    """Return the trip that an event is about, ``M1/B7/1``; ``None`` where it is about none."""
    on = getattr(event.what, "on", None)
    if on is None:
        of = getattr(event.what, "of", "")
        on = of.removeprefix("aboard:") if isinstance(of, str) and of.startswith("aboard:") else None
    return on if isinstance(on, str) and on.count("/") == 2 else None


def draw_lost(trips: Mapping[str, Sequence[Event]], seed: int, run: int) -> Lost | None:
    """Draw the vehicle that is lost, each that arrives with people aboard as likely, and the two posts between which.

    Parameters
    ----------
    trips : mapping of str to sequence of Event
        What happened, by trip.
    seed, run : int

    Returns
    -------
    Lost or None
        ``None`` where nobody arrives.
    """
    loaded = sorted(on for on, events in trips.items() if _arrives(events))
    if not loaded:
        return None
    words = Words(seed, run, Kind.LOSS)
    on = loaded[words.below(0, len(loaded))]
    events = sorted(trips[on], key=lambda event: event.occurred_at)
    left = next(event.what for event in events if isinstance(event.what, Departed))
    seen = 1 + words.below(1, len(events) - 1)
    return Lost(on, left.due or events[-1].occurred_at, seen, left.count.low)


def _arrives(events: Sequence[Event]) -> bool:
    left = any(isinstance(event.what, Departed) and event.what.count.low > 0 for event in events)
    return left and any(isinstance(event.what, Arrived) for event in events)
