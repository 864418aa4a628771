"""Tally sheets: what a clerk counts on paper, and which line of ``korridor record`` each row becomes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import Final

from korridor.events.code_lists import CLASSES, UNKNOWN, Scheme
from korridor.events.event import Event
from korridor.events.journeys import Arrived, Departed, Screened
from korridor.events.movement_events import events_of
from korridor.operation.near import near, one_of
from korridor.papers.plan_mark import plan_mark
from korridor.planning.plan import Plan

TIME, CODE, HEADS = "__:__", "______", "___"
"""What is filled in by hand."""

BLANK_ROWS: Final = 12
BLANK_KINDS: Final = {
    "departed": "on={on} at={at}",
    "screened": "on={on} at={at}",
    "arrived": "on={on} at={at}",
    "taken_into_custody": "of={on} into={at} authority={at}",
    "counted": "of={at}",
}
"""What is counted at any post, and what its line says besides."""
BLANK_CELLS: Final = {
    "departed": ("vehicle, such as M1/B7", "from"),
    "screened": ("vehicle, such as M1/B7", "checkpoint"),
    "arrived": ("vehicle, such as M1/B7", "to, such as reception:ATAREB"),
    "taken_into_custody": ("out of vehicle", "held at", "by whose authority"),
    "counted": ("where, such as reception:ATAREB",),
}
"""What a clerk writes beside the numbers, in the order of the blanks."""


@dataclass(frozen=True)
class TallyRow:
    """One thing to be counted.

    Attributes
    ----------
    number : int
        Of the event; it stands in the line, so that rows may stay empty.
    cells : tuple of str
        Movement and vehicle; empty where the clerk writes it.
    planned : int or None
        So many are planned to leave, and no limit on who may.
    line : str
        What is typed in afterwards, with blanks where the clerk writes.
    """

    number: int
    cells: tuple[str, ...]
    planned: int | None
    line: str


@dataclass(frozen=True)
class TallySheet:
    """One sheet: one post, one column, one kind of count.

    Attributes
    ----------
    device : str
        A code of this sheet's own, as if it were a telephone.
    opens : str
        The first line that is typed in, which holds for the others.
    heads : tuple of str
        What stands over the cells.
    classes : tuple of str
        Boxes for the classes of the scheme.
    column : str
        The movement, such as ``M3``; empty on a blank sheet.
    """

    device: str
    kind: str
    about: str
    post: str
    opens: str
    heads: tuple[str, ...]
    scheme: Scheme
    classes: tuple[str, ...]
    rows: tuple[TallyRow, ...]
    column: str = ""

    @property
    def planned(self) -> bool:
        """Whether planned numbers are printed: where people leave; who counts them later should not know what to find."""
        return any(row.planned is not None for row in self.rows)


def planned_sheets(plan: Plan) -> Iterator[TallySheet]:
    """Yield a sheet for each column and post: who left, who was looked at, who arrived.

    Codes of places, columns and vehicles are those of the plan's events.
    """
    operation, mark = plan.operation, plan_mark(plan)[:6].upper()
    scheme = Scheme(operation.scheme.value)
    # Times are the clerk's to write, so any start will do.
    start = operation.start or datetime(2000, 1, 1, tzinfo=UTC)
    counted = [
        event
        for event in events_of(operation, plan.movements, start=start)
        if isinstance(event.what, (Departed, Screened, Arrived))
    ]
    counted.sort(key=_sheet)
    for n, (_, several) in enumerate(groupby(counted, key=_sheet), start=1):
        events = list(several)
        device, first = f"T-{mark}-{n}", events[0]
        rows = tuple(_row(number, event, scheme) for number, event in enumerate(events, start=1))
        yield _made(
            device, first.kind, f"column {_movement(first)}", first.post, scheme, rows, _movement(first)
        )


def sheets_of(sheets: Iterable[TallySheet], column: str) -> tuple[TallySheet, ...]:
    """Return the sheets of one column, such as ``M3``; each has the device and the lines that it has among all.

    Raises
    ------
    ValueError
        Where nobody is to be counted in such a column; in words for a person.
    """
    found = tuple(sheets)
    columns = list(dict.fromkeys(sheet.column for sheet in found))
    if column not in columns:
        raise ValueError(f"there is no column {column!r} to count; {near(column, columns)}{one_of(columns)}")
    return tuple(sheet for sheet in found if sheet.column == column)


def blank_sheets(
    pad: str, scheme: Scheme, kinds: tuple[str, ...] = tuple(BLANK_KINDS)
) -> Iterator[TallySheet]:
    """Yield a sheet of each kind with nothing filled in; ``pad`` is a code that no other sheet has."""
    for n, kind in enumerate(kinds, start=1):
        said = BLANK_KINDS[kind].format(on=CODE, at=CODE)
        rows = tuple(
            TallyRow(number, ("",) * len(BLANK_CELLS[kind]), None, _line(kind, number, said, scheme))
            for number in range(1, BLANK_ROWS + 1)
        )
        yield _made(f"{pad}-{n}", kind, "", CODE, scheme, rows)


def _made(
    device: str,
    kind: str,
    about: str,
    post: str,
    scheme: Scheme,
    rows: tuple[TallyRow, ...],
    column: str = "",
) -> TallySheet:
    opens = f"with device={device} post={post} organisation={CODE} day=____-__-__ offset=______ recorded=____-__-__T__:__"
    heads = ("vehicle",) if about else BLANK_CELLS[kind]
    return TallySheet(device, kind, about, post, opens, heads, scheme, _boxes(scheme), rows, column)


def _sheet(event: Event) -> tuple[int, int, str]:
    """Order sheets by column, and those of a column as they are filled in; one each post."""
    return int(_movement(event)[1:]), list(BLANK_KINDS).index(event.kind), event.post


def _movement(event: Event) -> str:
    assert isinstance(event.what, (Departed, Screened, Arrived))
    return event.what.on.partition("/")[0]


def _row(number: int, event: Event, scheme: Scheme) -> TallyRow:
    what = event.what
    assert isinstance(what, (Departed, Screened, Arrived))
    said = f"on={what.on} at={what.at}"
    if isinstance(what, Departed) and what.to is not None:
        said += f" to={what.to}"
    planned = what.count.low if isinstance(what, Departed) else None
    return TallyRow(number, (what.on,), planned, _line(event.kind, number, said, scheme))


def _line(kind: str, number: int, said: str, scheme: Scheme) -> str:
    classes = ",".join(f"{name}:{HEADS}" for name in _boxes(scheme))
    return f"{TIME} {kind} number={number} {said} count={HEADS} {scheme.value}={classes}"


def _boxes(scheme: Scheme) -> tuple[str, ...]:
    """Return the classes to be told apart; who is not is *unknown* by itself (A3)."""
    return tuple(name for name in CLASSES[scheme] if name != UNKNOWN)
