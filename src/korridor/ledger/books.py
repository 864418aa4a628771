"""A9: the books in memory: a set of events, and what follows from it at any moment."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from korridor.events.event import Event
from korridor.events.written_event import NotUnderstood, event_bytes
from korridor.ledger.account import Account
from korridor.ledger.account_of import account_of
from korridor.operation.units import parse_instant


class Books:
    """Events, and the accounts of people that follow from them.

    The set of events is the truth: in whatever order they are added, and however often, the books are the same.

    Examples
    --------
    >>> from korridor.events.event_lines import read_lines
    >>> books = Books(read_lines('''
    ... with device=D1 post=GATE organisation=SARC day=2016-12-15 offset=+02:00
    ... 14:20 departed on=M1/B7 at=AMIRIYA count=48
    ... 16:40 arrived on=M1/B7 at=reception:ATAREB count=44
    ... ''', "today.txt"))
    >>> leg = books.account().legs[0]
    >>> print(leg.departed, leg.arrived, leg.unexplained, leg.last_seen)
    48 44 4 AMIRIYA
    """

    def __init__(self, events: Iterable[Event | NotUnderstood] = ()) -> None:
        self._events: dict[bytes, Event] = {}
        self._not_understood: dict[bytes, NotUnderstood] = {}
        self.add(events)

    def __len__(self) -> int:
        return len(self._events) + len(self._not_understood)

    def __repr__(self) -> str:
        return f"<Books of {len(self._events):,} events, {len(self._not_understood):,} not understood>"

    def add(self, events: Iterable[Event | NotUnderstood]) -> Books:
        """Add events; those that are here already change nothing."""
        for event in events:
            if isinstance(event, NotUnderstood):
                self._not_understood[event.raw] = event
            else:
                self._events[event_bytes(event)] = event
        return self

    @property
    def events(self) -> tuple[Event, ...]:
        """The events, by device and number."""
        return tuple(sorted(self._events.values(), key=lambda event: (event.device, event.number)))

    @property
    def not_understood(self) -> tuple[NotUnderstood, ...]:
        """Events of versions and kinds that are not known here."""
        return tuple(self._not_understood.values())

    def account(self, as_of: datetime | str | None = None, known_at: datetime | str | None = None) -> Account:
        """Return the books.

        Parameters
        ----------
        as_of : datetime or str, optional
            The moment that is asked about, such as ``"2016-12-15T18:00+02:00"``; the last that any event speaks of if not given.
        known_at : datetime or str, optional
            What had been recorded by then; everything if not given.

        Raises
        ------
        ValueError
            If there is no event and no moment is given, or a moment is none.
        """
        events = tuple(self._events.values())
        if not events and (as_of is None or known_at is None):
            raise ValueError("no events yet; give as_of and known_at, or record what happened")
        as_of = max(event.occurred_at for event in events) if as_of is None else parse_instant(as_of)
        known_at = max(event.recorded_at for event in events) if known_at is None else parse_instant(known_at)
        return account_of(events, as_of, known_at)
