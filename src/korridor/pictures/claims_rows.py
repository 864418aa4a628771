"""The rows of the picture of claims: who gave which interval when, and where the books stood."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from korridor.claims.agreement.agree import Agreement
from korridor.claims.agreement.rounding import Number
from korridor.claims.agreement.statement import THE_BOOKS, Statement, interval
from korridor.claims.agreement.thing import Thing

_OPEN = 0.12
"""An open end is drawn so much of the picture's width beyond every bound."""

_NEAR_ZERO = 0.5
"""The picture begins at zero unless all bounds lie above this part of the largest."""


@dataclass(frozen=True)
class ClaimRow:
    """One figure: its words' interval, and the wider one that a round figure may stand for.

    Attributes
    ----------
    low, high : float
        What is drawn; an open end reaches the picture's edge.
    said_low, said_high : float
        The words alone.
    """

    row: int
    when: str
    source: str
    words: str
    low: float
    high: float
    said_low: float
    said_high: float
    opens_left: bool
    opens_right: bool
    clashes: bool


@dataclass(frozen=True)
class BooksRow:
    """Where the books stood; ``top`` and ``bottom`` are the edges of the rows of that time."""

    top: float
    bottom: float
    low: float
    high: float
    says: str
    opens_left: bool
    opens_right: bool


@dataclass(frozen=True)
class ClaimRows:
    """The tidy rows of one picture, from top to bottom in order of time."""

    shows: str
    counted: str
    begins: float
    ends: float
    claims: tuple[ClaimRow, ...]
    books: tuple[BooksRow, ...]


def claims_rows(agreement: Agreement, things: Sequence[Thing], shows: str) -> ClaimRows:
    """Return the rows of the statements of some things, which should count alike.

    Parameters
    ----------
    agreement : Agreement
    things : sequence of Thing
        What to draw, such as the people out of one place on each day.
    shows : str
        What the picture shows, for those who cannot see it.
    """
    wanted = set(things)
    said = [each for group in agreement.groups for each in group.statements if each.thing in wanted]
    clashing = {each for clash in agreement.clashes for each in (clash.more, clash.less)}
    begins, ends = _extent(said)
    rows: list[ClaimRow] = []
    books: list[BooksRow] = []
    for when, of_time in groupby(
        sorted(said, key=lambda each: _when(each.thing)), lambda each: _when(each.thing)
    ):
        together = list(of_time)
        first = len(rows)
        for each in (each for each in together if each.voice != THE_BOOKS):
            rows.append(_row(len(rows), when, each, each in clashing, begins, ends))
        # Of people whom only a part of is spoken of there is no row; the books would stand beside the next one.
        for each in (each for each in together if each.voice == THE_BOOKS and len(rows) > first):
            low, high = _ends(each.low, each.high, begins, ends)
            open_ends = each.low is None, each.high is None
            books.append(BooksRow(first - 0.5, len(rows) - 0.5, low, high, str(each), *open_ends))
    return ClaimRows(
        shows,
        ", ".join(sorted({thing.category for thing in wanted})),
        begins,
        ends,
        tuple(rows),
        tuple(books),
    )


def _row(row: int, when: str, each: Statement, clashes: bool, begins: float, ends: float) -> ClaimRow:
    low, high = _ends(each.low, each.high, begins, ends)
    said_low, said_high = _ends(each.said.low, each.said.high, begins, ends)
    words = interval(each.said.low, each.said.high)
    return ClaimRow(
        row=row,
        when=when,
        source=each.author.replace(", quoted by ", " via "),
        words=f"{words} ≠" if clashes else words,
        low=low,
        high=high,
        said_low=said_low,
        said_high=said_high,
        opens_left=each.low is None,
        opens_right=each.high is None,
        clashes=clashes,
    )


def _when(thing: Thing) -> str:
    if not thing.dates:
        return "no date"
    first, last = thing.dates[0], thing.dates[-1]
    same = len("2016-12-") if first[:7] == last[:7] else 0
    span = first if first == last else f"{first} – {last[same:]}"
    return f"until {span}" if thing.basis == "until" else span


def _ends(low: Number | None, high: Number | None, begins: float, ends: float) -> tuple[float, float]:
    return begins if low is None else float(low), ends if high is None else float(high)


def _extent(said: Sequence[Statement]) -> tuple[float, float]:
    bounds = [float(bound) for each in said for bound in (each.low, each.high) if bound is not None]
    if not bounds:
        return 0.0, 1.0
    least, most = min(bounds), max(bounds)
    beyond = max(most - (0 if least < most * _NEAR_ZERO else least), 1) * _OPEN
    return (0.0 if least < most * _NEAR_ZERO else max(0.0, least - beyond)), most + beyond
