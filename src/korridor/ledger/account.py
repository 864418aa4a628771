"""A8: the books at a moment, as they were known at another: accounts, legs, what is held, and what is to be done."""

from datetime import datetime
from typing import Any

from korridor.events.around import AidIn, Asked, Guarantee, Incident
from korridor.ledger.holdings import Held
from korridor.ledger.leg import Leg, Span
from korridor.ledger.stream import Stream
from korridor.ledger.task import Task
from korridor.operation.frozen import Frozen

NOT_THE_SAME_PEOPLE = "Equal counts do not show that the same people arrived."
"""A8: every paper says so."""


class Row(Frozen):
    """Heads in one account, in all (no scheme and class) or of one class.

    Attributes
    ----------
    low, high : int or None
        Below zero where more left than anybody had recorded; ``None`` without limit.
    """

    account: str
    scheme: str | None
    class_: str | None
    low: int | None
    high: int | None

    def as_json(self) -> dict[str, Any]:
        """As ``account --json`` has it."""
        return {
            "account": self.account,
            "scheme": self.scheme,
            "class": self.class_,
            "low": self.low,
            "high": self.high,
        }


class Beside(Frozen):
    """What was recorded besides people, as it stands (A9, X4)."""

    event: str
    occurred_at: datetime
    post: str
    what: Incident | Guarantee | AidIn | Asked


class Differed(Frozen):
    """Counts of one thing that are not one number, with their authors; also where one of them was chosen (A5, A8).

    Attributes
    ----------
    what, about : str
        What was counted, and the account.
    says : tuple of str
    settled : bool
        Whether one of them posts: it was chosen, or it is its post's task. Else their range stands.
    """

    what: str
    about: str
    says: tuple[str, ...]
    settled: bool


class Account(Frozen):
    """The books (A1 to A9).

    Attributes
    ----------
    as_of, known_at : datetime
        The moment that it speaks of, and by when what it stands on had been recorded.
    counts_agree : bool
        Whether nobody is unexplained, nobody too many, and no counts differ. Equal counts do not show that the same people
        arrived.
    accounts : tuple of Row
    legs : tuple of Leg
    held : tuple of Held
    worklist : tuple of Task
        What is unexplained, at odds or due; the oldest first, of one age the largest.
    differed : tuple of Differed
        Counts that differ, settled or not.
    beside : tuple of Beside
    streams : tuple of Stream
        Who went from which account to which.
    """

    as_of: datetime
    known_at: datetime
    counts_agree: bool
    accounts: tuple[Row, ...]
    legs: tuple[Leg, ...]
    held: tuple[Held, ...] = ()
    worklist: tuple[Task, ...] = ()
    differed: tuple[Differed, ...] = ()
    beside: tuple[Beside, ...] = ()
    streams: tuple[Stream, ...] = ()

    def row(self, account: str, scheme: str | None = None, class_: str | None = None) -> Row | None:
        """Return one row; ``None`` where nothing was ever posted there."""
        wanted = (account, scheme, class_)
        return next((r for r in self.accounts if (r.account, r.scheme, r.class_) == wanted), None)

    def both(self, account: str, one: tuple[str, str], other: tuple[str, str]) -> Span:
        """Bound how many are of two classes of different schemes: across schemes nothing else is known (A3).

        Parameters
        ----------
        account : str
        one, other : (scheme, class)
            Such as ``("care", "lying")`` and ``("status", "fighters")``.

        Raises
        ------
        ValueError
            Where the account has no such class.
        """
        total, a, b = self.row(account), self.row(account, *one), self.row(account, *other)
        if total is None or a is None or b is None:
            raise ValueError(f"{account} was not counted by {one[0]} and {other[0]}")
        least = 0 if total.high is None else max(0, (a.low or 0) + (b.low or 0) - total.high)
        most = [each.high for each in (a, b) if each.high is not None]
        return Span(low=least, high=min(most, default=None))

    def leg(self, name: str) -> Leg | None:
        """Return one leg, by its name or that of a movement merged into it."""
        return next((leg for leg in self.legs if name == leg.leg or name in leg.merged), None)

    def as_json(self) -> dict[str, Any]:
        """As ``account --json`` has it."""
        tree = self.model_dump(mode="json", exclude={"accounts"})
        return {
            "as_of": tree.pop("as_of"),
            "known_at": tree.pop("known_at"),
            "counts_agree": tree.pop("counts_agree"),
            "accounts": [row.as_json() for row in self.accounts],
            **tree,
        }
