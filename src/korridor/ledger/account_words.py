"""The books as a person reads them in a terminal."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from korridor.ledger.account import NOT_THE_SAME_PEOPLE, Account, Row
from korridor.ledger.leg import Leg, Span
from korridor.ledger.task import Task

_LEG = (
    "leg",
    "departed",
    "arrived",
    "held",
    "aboard",
    "unexplained",
    "surplus",
    "since",
    "last seen",
    "post",
)
_ACCOUNT = ("account", "heads")
_TASK = ("", "heads", "what", "about", "since", "last seen", "post")


def account_words(account: Account) -> Iterator[str]:
    """Legs, accounts, and how much there is to be found out."""
    yield f"As of {_clock(account.as_of)}, from what had been recorded by {_clock(account.known_at)}."
    yield ""
    if account.legs:
        yield from _table(_LEG, [_leg(leg) for leg in account.legs])
        yield ""
    if account.accounts:
        yield from _table(
            _ACCOUNT, [(_named(row), str(Span(low=row.low, high=row.high))) for row in account.accounts]
        )
        yield ""
    yield from _verdict(account)


def balance_words(rows: Sequence[Row]) -> Iterator[str]:
    """What is in one account."""
    yield from _table(_ACCOUNT, [(_named(row), str(Span(low=row.low, high=row.high))) for row in rows])
    yield NOT_THE_SAME_PEOPLE


def worklist_words(account: Account) -> Iterator[str]:
    """What is unexplained, at odds or due."""
    if account.worklist:
        yield from _table(_TASK, [_task(task) for task in account.worklist])
        yield ""
    yield from _verdict(account)


def _verdict(account: Account) -> Iterator[str]:
    due = len(account.worklist)
    things = "1 thing is" if due == 1 else f"{due:,} things are"
    agree = "Counts agree" if account.counts_agree else "Counts do NOT agree"
    yield f"{agree}; {things} on the worklist." if due else f"{agree}; nothing is on the worklist."
    yield NOT_THE_SAME_PEOPLE


def _leg(leg: Leg) -> tuple[str, ...]:
    name = f"{leg.leg} (with {', '.join(leg.merged)})" if leg.merged else leg.leg
    heads = (leg.departed, leg.arrived, leg.held, leg.aboard, leg.unexplained, leg.surplus)
    return (name, *map(str, heads), _clock(leg.since), leg.last_seen or "–", leg.post or "–")


def _named(row: Row) -> str:
    return row.account if row.scheme is None else f"  {row.scheme}: {row.class_}"


def _task(task: Task) -> tuple[str, ...]:
    says = f" ({'; '.join(task.says)})" if task.says else ""
    colour = "RED" if task.red else "amber"
    return (
        colour,
        str(task.heads),
        task.what.value + says,
        task.about,
        _clock(task.since),
        task.last_seen or "–",
        task.post or "–",
    )


def _clock(moment: datetime | None) -> str:
    return "–" if moment is None else moment.isoformat(sep=" ", timespec="minutes")


def _table(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(len(row[n]) for row in (heading, *rows)) for n in range(len(heading))]
    for row in (heading, *rows):
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
