"""R6, A4: one day of a drill: what happened, what clerks wrote of it, and what the worklist made of that at each moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median_low

from korridor.clerks.clerk import Clerks
from korridor.clerks.faults import ClerkFaults
from korridor.clerks.lost import Lost, draw_lost, trips_of
from korridor.events.event import Event
from korridor.events.journeys import Arrived, Departed
from korridor.ledger.alarm import Alarm, first_in_both, open_spans
from korridor.ledger.watch import Entry, watched_leg, watched_trip

WATCHED_ON = timedelta(days=1)
"""How long after the last arrival the books are still asked."""

NEVER_WRITTEN = "its departure was never written down"
UNCOUNTED = "its departure was written without a number"
TOO_FEW = "fewer were certainly aboard than the threshold asks for"
OTHERWISE = "its leg was never to be acted on while it stood there"


@dataclass(frozen=True)
class Day:
    """What one run came to, by threshold.

    Attributes
    ----------
    legs, events : int
    span_s : int
        From the first departure to the last arrival.
    false_alarms : tuple of int
        One a threshold.
    delays_s : tuple of int or None
        One a threshold: after the lost vehicle was due; ``None`` where nobody noticed. Empty where none was lost.
    unnoticed : str or None
        Why the first threshold did not notice it.
    """

    legs: int
    events: int
    span_s: int
    false_alarms: tuple[int, ...]
    delays_s: tuple[int | None, ...]
    unnoticed: str | None = None


@dataclass(frozen=True)
class Drill:
    """What all days of a drill have in common.

    Attributes
    ----------
    faults : ClerkFaults
    start : datetime
    seed : int
    alarms : tuple of Alarm
    usual_s : mapping or None
        What clerks who see a vehicle leave take its way to last, by place and destination; ``None``: they know it.
    """

    faults: ClerkFaults
    start: datetime
    seed: int
    alarms: tuple[Alarm, ...]
    usual_s: Mapping[tuple[str, str | None], int] | None

    def day(self, happened: Iterable[Event], run: int) -> Day:
        """Let clerks write what happened, and watch the books; then once more, with one vehicle lost."""
        trips = trips_of(self._due(happened))
        if not trips:  # nobody left on this day
            return Day(0, 0, 0, (0,) * len(self.alarms), ())
        clerks = Clerks(self.faults, self.start, self.seed)
        written = {on: _written(events, clerks, run) for on, events in trips.items()}
        by_leg: dict[str, list[str]] = defaultdict(list)
        for on in trips:
            by_leg[on.partition("/")[0]].append(on)
        until = max(e.occurred_at for events in trips.values() for e in events) + WATCHED_ON
        states = {on: watched_trip(events) for on, events in written.items()}
        false = [0] * len(self.alarms)
        for names in by_leg.values():
            if all(isinstance(trips[on][-1].what, Arrived) for on in names):
                entries = watched_leg({on: states[on] for on in names})
                for n, alarm in enumerate(self.alarms):
                    false[n] += len(alarm.spans(entries, until))
        lost = draw_lost(trips, self.seed, run)
        delays: tuple[int | None, ...] = ()
        unnoticed = None
        if lost is not None:
            remaining = _written(lost.left_of(trips[lost.on]), clerks, run)
            own = watched_trip(remaining)
            names = by_leg[lost.on.partition("/")[0]]
            entries = watched_leg({**{on: states[on] for on in names}, lost.on: own})
            delays = self._delays_s(lost, entries, watched_leg({lost.on: own}), until)
            unnoticed = None if delays[0] is not None else _why(remaining, self.alarms[0])
        return Day(
            len(by_leg), sum(map(len, trips.values())), _span_s(trips), tuple(false), delays, unnoticed
        )

    def _delays_s(
        self, lost: Lost, entries: Sequence[Entry], own: Sequence[Entry], until: datetime
    ) -> tuple[int | None, ...]:
        found: list[int | None] = []
        missing = open_spans(own, until)
        for alarm in self.alarms:
            noticed = first_in_both(alarm.spans(entries, until), missing)
            found.append(None if noticed is None else int((noticed - lost.due).total_seconds()))
        return tuple(found)

    def _due(self, happened: Iterable[Event]) -> Iterable[Event]:
        """Let departures say when arrival is due as a clerk would know it: nobody knows how long the road takes today."""
        for event in happened:
            if self.usual_s is not None and isinstance(event.what, Departed):
                usual_s = self.usual_s.get((event.what.at, event.what.to))
                due = None if usual_s is None else event.occurred_at + timedelta(seconds=usual_s)
                event = event.model_copy(update={"what": event.what.model_copy(update={"due": due})})
            yield event


def usual_of(planned: Iterable[Event]) -> dict[tuple[str, str | None], int]:
    """Return how long the way from a place to another usually takes, by plan: half of its vehicles take no longer."""
    found = defaultdict(list)
    for event in planned:
        if isinstance(event.what, Departed) and event.what.due is not None:
            took_s = int((event.what.due - event.occurred_at).total_seconds())
            found[event.what.at, event.what.to].append(took_s)
    return {way: median_low(several) for way, several in found.items()}


def _written(events: Iterable[Event], clerks: Clerks, run: int) -> list[Event]:
    return [written for event in events for written in clerks.write(event, run)]


def _span_s(trips: Mapping[str, Sequence[Event]]) -> int:
    moments = [event.occurred_at for events in trips.values() for event in events]
    return int((max(moments) - min(moments)).total_seconds())


def _why(remaining: Iterable[Event], alarm: Alarm) -> str:
    left = [event.what.count for event in remaining if isinstance(event.what, Departed)]
    if not left:
        return NEVER_WRITTEN
    if all(count.high is None for count in left):
        return UNCOUNTED
    return TOO_FEW if min(count.low for count in left) < alarm.persons else OTHERWISE
