"""A9: what the books can say of a number of which only the day is known: the range that it went through on that day."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date, datetime, time, timedelta
from math import inf

from korridor.events.event import Event
from korridor.events.written_event import NotUnderstood
from korridor.ledger.account import Account
from korridor.ledger.books import Books
from korridor.ledger.interval import NOBODY, Interval, total
from korridor.ledger.leg import Leg, Span
from korridor.ledger.went import ABOARD, Ours, came, certainly_out, crossing, is_estimated, more_than, went
from korridor.operation.units import parse_instant

_HowMany = Callable[[Account], Interval]


class ByDay:
    """The books from the first hour of some days to the last.

    Whoever says *by Friday* does not say at which hour, so each answer holds for every hour of its days. Before the books
    were opened they say nothing, and after their last event they set no upper end: nobody went on counting.

    Parameters
    ----------
    events : iterable of Event
    known_at : datetime or str, optional
        What had been recorded by then; everything if not given.
    as_of : datetime or str, optional
        What had happened by then; everything if not given.

    Raises
    ------
    ValueError
        If nothing had been recorded by then, or the moment is none.
    """

    def __init__(
        self,
        events: Iterable[Event | NotUnderstood],
        known_at: datetime | str | None = None,
        as_of: datetime | str | None = None,
    ) -> None:
        self._books = Books(events)
        every = self._books.events
        if every:
            self._known_at = parse_instant(known_at) if known_at else max(each.recorded_at for each in every)
            self._until = parse_instant(as_of) if as_of else max(each.occurred_at for each in every)
        known = [each for each in every if each.known(self._known_at) and each.occurred_at <= self._until]
        if not known:
            raise ValueError("nothing had been recorded by then")
        self._opened = min(event.occurred_at for event in known)
        self._closed = max(event.occurred_at for event in known)
        self._at: dict[datetime, Account] = {}

    @property
    def now(self) -> Account:
        """The books as of their last event."""
        return self._account(self._closed)

    def open_by(self, day: date) -> bool:
        """Whether the books had been opened by the end of a day."""
        return self._opened < self._midnight(day + timedelta(days=1))

    def out_of(self, places: Collection[str], first: date, last: date) -> Span:
        """Who had left some places, taken as one, by some hour of these days.

        *Left* may mean departed and may mean arrived: the high is all who went off, the low is who had certainly come to
        somewhere else.
        """
        low = certainly_out(self._begin(first).streams, places)
        return self._span(low, went(self._end(last).streams, places).high, last)

    def came_to(self, accounts: Collection[str], first: date, last: date) -> Span:
        """Who had come to some accounts, taken as one, by some hour of these days, whether they are still there or not."""
        low = came(self._begin(first).streams, accounts).low
        return self._span(low, came(self._end(last).streams, accounts).high, last)

    def within(self, accounts: Collection[str], first: date, last: date) -> Span | None:
        """Who was in some accounts at some hour of these days; ``None`` for a place where nobody knew how many there were."""
        streams = self._begin(first).streams
        if any(each.startswith("place:") and not is_estimated(streams, each) for each in accounts):
            return None
        return self._range(
            lambda books: total(_balance(books, account) for account in accounts),
            lambda name: name in accounts,
            first,
            last,
        )

    def aboard(self, leg: str | None, first: date, last: date) -> Span | None:
        """Who was on the way at some hour of these days, on one leg or on all; who is unexplained may be among them."""
        one = None if leg is None else self._end(last).leg(leg)
        if leg is not None and one is None:
            return None

        def on_the_way(books: Account) -> Interval:
            return total(_perhaps_aboard(each) for each in books.legs if one is None or each.leg == one.leg)

        def ours(account: str) -> bool:
            return account.startswith(ABOARD) if one is None else account == ABOARD + one.leg

        return self._range(on_the_way, ours, first, last)

    def on_leg(self, name: str, last: date) -> Span | None:
        """Who went on one leg, departed or arrived; ``None`` where it had not left by the end of that day."""
        leg = self._end(last).leg(name)
        if leg is None or (leg.departed.nobody and leg.arrived.nobody):
            return None
        departed, arrived = leg.departed.interval, leg.arrived.interval
        if leg.arrived.nobody:
            return leg.departed
        return Span.of(Interval(min(departed.low, arrived.low), max(departed.high, arrived.high)))

    def _range(self, how_many: _HowMany, ours: Ours, first: date, last: date) -> Span | None:
        """From how many there were at both ends, and how many came and went between them."""
        begin, end = self._begin(first), self._end(last)
        came_by, gone_by = crossing(begin.streams, ours)
        came_in, went_out = crossing(end.streams, ours)
        earlier, later = how_many(begin), how_many(end)
        low = min(earlier.low - more_than(went_out, gone_by), later.low)
        high = max(earlier.high + more_than(came_in, came_by), later.high)
        return None if high < 0 else self._span(low, high, last)

    def _span(self, low: float, high: float, last: date) -> Span:
        kept_on = self._midnight(last) <= self._closed
        return Span.of(Interval(max(0, low), high if kept_on else inf))

    def _begin(self, day: date) -> Account:
        return self._account(max(self._midnight(day), self._opened))

    def _end(self, day: date) -> Account:
        return self._account(self._midnight(day + timedelta(days=1)))

    def _account(self, moment: datetime) -> Account:
        moment = min(moment, self._until)
        if moment not in self._at:
            self._at[moment] = self._books.account(moment, self._known_at)
        return self._at[moment]

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(), tzinfo=self._closed.tzinfo)


def _balance(books: Account, account: str) -> Interval:
    row = books.row(account)
    return NOBODY if row is None else Span(low=row.low, high=row.high).interval


def _perhaps_aboard(leg: Leg) -> Interval:
    aboard = leg.aboard.interval
    return Interval(aboard.low, aboard.high + leg.unexplained.interval.high)
