"""S4: the books as one more party to an agreement: a claim's thing, in the accounts that a person says it is of."""

from collections.abc import Mapping
from datetime import date, datetime

from korridor.answers.where import Where
from korridor.claims.agreement.books import Booked, Bookkeeper
from korridor.claims.agreement.thing import Thing
from korridor.claims.claim import Quantity, State
from korridor.ledger.by_day import ByDay
from korridor.ledger.ledger import Ledger
from korridor.ledger.leg import Span

_HELD = ("reception", "hospital", "custody", "handed", "dead")
"""Kinds of accounts to which people come."""

_WORDS = {
    State.DONE: {"place": "out of {}", "aboard": "on {}"},
    State.REMAINING: {"place": "still in {}"},
    State.ONGOING: {},
}


def bookkeeper(
    ledger: Ledger,
    *,
    at: Mapping[str, str] | None = None,
    known_at: datetime | str | None = None,
    as_of: datetime | str | None = None,
) -> Bookkeeper:
    """Let the books of a ledger answer for what claims are about (S4).

    The books count people, so of vehicles, families and kilometres they say nothing; nor of figures without a date, planned
    figures, and places that are not theirs. An answer holds for every hour of the day that a claim speaks of.

    Parameters
    ----------
    ledger : Ledger
    at : mapping of str to str, optional
        What places of the claims are in the books: ``{"eastern Aleppo": "EAST-ALEPPO"}``, or with what is counted
        ``{"patients@Idlib": "hospital:WEST"}``; ``aboard`` is everybody on the way, ``aboard:M1`` one leg; ``A+B`` is
        several places as one. A place that is written like one of the books' codes, but for case and hyphens, needs none.
    known_at : datetime or str, optional
        From what had been recorded by then.
    as_of : datetime or str, optional
        From what had happened by then.

    Returns
    -------
    Bookkeeper
        For :func:`korridor.agree`.

    Raises
    ------
    ValueError
        If nothing had been recorded by then, or ``at`` names no account of the books.

    Examples
    --------
    >>> import korridor
    >>> ledger = korridor.Ledger()
    >>> day = "with device=D1 post=GATE organisation=ICRC day=2016-12-15 offset=+02:00"
    >>> _ = ledger.read(day + '''
    ... 09:00 departed on=M1 at=AMIRIYA count=951
    ... 11:00 arrived on=M1 at=reception:ATAREB count=951''')
    >>> [claim] = korridor.read_claims("claims.txt", date="2016-12-16")  # doctest: +SKIP
    >>> korridor.agree([claim], books=korridor.bookkeeper(ledger)).clashes  # doctest: +SKIP
    """
    days = ByDay(ledger.events(), known_at, as_of)
    return _Books(days, Where(days.now, at or {}))


class _Books:
    def __init__(self, days: ByDay, where: Where) -> None:
        self._days, self._where = days, where

    def holds(self, thing: Thing) -> Booked | None:
        """Return what is booked of a thing, or ``None`` where the books have no account for it."""
        accounts = self._where.accounts(thing)
        if not accounts or thing.quantity is not Quantity.PERSONS or thing.basis == "since":
            return None
        if not thing.dates:
            return None
        first, last = date.fromisoformat(min(thing.dates)), date.fromisoformat(max(thing.dates))
        found = self._answer(thing.state, accounts, first, last) if self._days.open_by(last) else None
        if found is None:
            return None
        # A figure that stands alone is of some of them; and who went on a day may be all so far, or that day's.
        in_part = thing.apart is not None or (thing.state is State.DONE and thing.basis != "until")
        low = 0 if in_part and not accounts[0].startswith("aboard:") else found.low
        if not low and found.high is None:
            return None
        when = f"at any hour of {first if first == last else f'{first} to {last}'}"
        return Booked(low=low, high=found.high, account=_words(thing.state, accounts), as_of=when)

    def _answer(self, state: State, accounts: tuple[str, ...], first: date, last: date) -> Span | None:
        kind, _, name = accounts[0].partition(":")
        match state, kind:
            case State.DONE, "place":
                return self._days.out_of(accounts, first, last)
            case State.DONE, "aboard" if name:
                return self._days.on_leg(name, last)
            case State.DONE, _ if kind in _HELD:
                return self._days.came_to(accounts, first, last)
            case State.REMAINING, "place":
                return self._days.within(accounts, first, last)
            case State.ONGOING, "aboard":
                return self._days.aboard(name or None, first, last)
            case State.ONGOING, _ if kind in _HELD:
                return self._days.within(accounts, first, last)
        return None


def _words(state: State, accounts: tuple[str, ...]) -> str:
    kind, _, _ = accounts[0].partition(":")
    usual = "came to {}" if state is State.DONE else "in {}" if kind != "aboard" else "on the way, {}"
    return _WORDS[state].get(kind, usual).format(" and ".join(accounts))
