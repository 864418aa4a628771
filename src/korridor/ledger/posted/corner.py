"""Sums over a corner of time: boxes wholly in it as they are, the boxes that it cuts change by change."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, Table, and_, func, or_, select

from korridor.ledger.posted.box import BOX, Corner
from korridor.ledger.posted.tables import by_box, by_moment

Sum = tuple[str, str, str, int, int, int, int, int]
"""Way, scheme, class; postings, lows, how many have none, highs, how many have none."""

_SUMMED = ("postings", "low", "low_open", "high", "high_open")
_BOX = ("happened_box", "known_box", "posted_box")


def rows_in(connection: Connection, names: list[str], corner: Corner) -> list[Sum]:
    """Return what was posted to accounts in a corner of time."""
    here = by_box.c.account.in_(names)
    found = _added(connection, by_box, and_(here, *_wholly_in(corner)))
    if cut := _cut(corner):
        reached = select(by_box.c.account, *(by_box.c[name] for name in _BOX)).distinct()
        boxes = reached.where(here, *_reaching(corner), or_(*cut)).cte("cut")
        same = [by_moment.c[name] == boxes.c[name] for name in ("account", *_BOX)]
        found += _added(connection, by_moment, and_(*same, *_within(corner)))
    return found


def _added(connection: Connection, table: Table, where: ColumnElement[bool]) -> list[Sum]:
    said = (table.c.way, table.c.scheme, table.c["class"])
    asked = select(*said, *(func.sum(table.c[name]) for name in _SUMMED)).where(where).group_by(*said)
    return [tuple(row) for row in connection.execute(asked)]


def _wholly_in(corner: Corner) -> list[ColumnElement[bool]]:
    boxes, found = by_box.c, []
    if corner.as_of is not None:
        found.append(boxes.happened_box < corner.as_of // BOX)
    if corner.known_at is not None:
        found.append(boxes.known_box < corner.known_at // BOX)
    if corner.since is not None:
        found.append(boxes.posted_box > corner.since // BOX)
    return found


def _reaching(corner: Corner) -> list[ColumnElement[bool]]:
    boxes, found = by_box.c, []
    if corner.as_of is not None:
        found.append(boxes.happened_box <= corner.as_of // BOX)
    if corner.known_at is not None:
        found.append(boxes.known_box <= corner.known_at // BOX)
    if corner.since is not None:
        found.append(boxes.posted_box >= corner.since // BOX)
    return found


def _cut(corner: Corner) -> list[ColumnElement[bool]]:
    boxes, found = by_box.c, []
    if corner.as_of is not None:
        found.append(boxes.happened_box == corner.as_of // BOX)
    if corner.known_at is not None:
        found.append(boxes.known_box == corner.known_at // BOX)
    if corner.since is not None:
        found.append(boxes.posted_box == corner.since // BOX)
    return found


def _within(corner: Corner) -> list[ColumnElement[bool]]:
    moments, found = by_moment.c, []
    if corner.as_of is not None:
        found.append(moments.happened <= corner.as_of)
    if corner.known_at is not None:
        found.append(moments.known <= corner.known_at)
    if corner.since is not None:
        found.append(moments.posted > corner.since)
    return found
