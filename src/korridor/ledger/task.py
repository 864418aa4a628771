"""A4, A5, A7: what somebody has to find out, and who."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from korridor.ledger.leg import Span
from korridor.operation.frozen import Frozen


class Open(StrEnum):
    """Why something stands on the worklist."""

    UNEXPLAINED = "unexplained"
    SURPLUS = "surplus"
    SECOND_COUNT = "counts differ"
    CLASSES = "classes differ"
    AT_ODDS = "corrections at odds"
    BELOW_ZERO = "below zero"
    RECOUNT_DUE = "recount due"
    NUMBER_TWICE = "number twice"
    WAITING = "names an event that is not here"


class Task(Frozen):
    """One thing to be found out.

    Attributes
    ----------
    what : Open
    about : str
        The leg (``aboard:M1``), account or event.
    heads : Span
        How many it is about.
    red : bool
        Certain: the low is above zero. Otherwise it is amber: it may be nobody.
    since : datetime
    post : str or None
        Whose task it is, where somebody's.
    last_seen : str or None
    says : tuple of str
        The counts that differ, with their authors.
    """

    what: Open
    about: str
    heads: Span
    red: bool
    since: datetime
    post: str | None = None
    last_seen: str | None = None
    says: tuple[str, ...] = ()


def in_order(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """Return tasks, the oldest first; of one age the one about the most people."""

    def key(task: Task) -> tuple[datetime, float, str, str]:
        most = float("inf") if task.heads.high is None else task.heads.high
        return task.since, -most, task.about, task.what

    return tuple(sorted(tasks, key=key))
