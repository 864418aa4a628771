"""A5, A9: counts of one thing that differ: their range stands, and is shown, until one is chosen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from korridor.ledger.interval import Interval


@dataclass(frozen=True)
class Count:
    """One of several counts of one thing.

    Attributes
    ----------
    heads : Interval
    posts, events : tuple of str
    """

    heads: Interval
    posts: tuple[str, ...]
    events: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.heads} by {' and '.join(self.posts)}"


@dataclass(frozen=True)
class Doubt:
    """Counts that differ, or versions that are at odds.

    Attributes
    ----------
    what : str
        What was counted, in words.
    about : str
        The account.
    counts : tuple of Count
    since : datetime
    open : bool
        Whether their range stands; not where one of them was chosen, or is the task of its post.
    """

    what: str
    about: str
    counts: tuple[Count, ...]
    since: datetime
    open: bool = True

    @property
    def at_odds(self) -> Interval:
        """By how much they differ: nothing at least, since one may be right."""
        counts = [count.heads for count in self.counts]
        return Interval(0, max(each.high for each in counts) - min(each.low for each in counts))


def differ(counts: Iterable[Count]) -> bool:
    """Whether counts are not all one and the same."""
    return len({count.heads for count in counts}) > 1
