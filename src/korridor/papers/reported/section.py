"""``What others say``, as a part of a paper: day by day, thing by thing, who says what, and what cannot be true beside what."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from korridor.claims.agreement.agree import Agreement, Group, agree
from korridor.claims.agreement.books import Bookkeeper
from korridor.claims.agreement.statement import THE_BOOKS, Statement, interval
from korridor.claims.agreement.thing import Thing, days_text
from korridor.claims.claim import Claim
from korridor.claims.kept.kept import Kept, Verdict
from korridor.papers.claims_words import what_text
from korridor.papers.reported.own_figures import OwnFigures, none


def reported_section(
    kept: Sequence[Kept], books: Bookkeeper | None = None, own: OwnFigures = none
) -> dict[str, Any]:
    """Return what the template ``reported-section.html`` is filled with.

    Only what a person accepted or mended is shown; of the rest it says how many there are. Nothing in a paper is changed by
    what stands here.

    Parameters
    ----------
    kept : sequence of Kept
    books : Bookkeeper, optional
        They stand in the rows of what they hold.
    own : callable
        What the paper itself says of a day.
    """
    shown = [each for each in kept if each.verdict is Verdict.ACCEPTED]
    agreement = agree([each.stands for each in shown], books)
    reviewed = {each.stands: each for each in shown}
    rows = [
        (thing, _row(each, agreement, reviewed))
        for group in agreement.groups
        for thing in _spoken_of(group)
        for each in group.statements
        if each.thing == thing
    ]
    rows.sort(key=lambda row: (not row[0].dates, row[0].dates[:1], row[0].dates[-1:]))
    return {
        "days": [_day(list(some), own) for _, some in groupby(rows, key=lambda row: row[0].dates)],
        "shown": len(shown),
        "open": sum(each.verdict is Verdict.OPEN for each in kept),
        "rejected": sum(each.verdict is Verdict.REJECTED for each in kept),
        "clashes": len(agreement.clashes),
    }


def _spoken_of(group: Group) -> Iterable[Thing]:
    """Leave out things of which only the books speak."""
    said = {each.thing for each in group.statements if each.voice != THE_BOOKS}
    return [thing for thing in group.things if thing in said]


def _day(rows: list[tuple[Thing, dict[str, Any]]], own: OwnFigures) -> dict[str, Any]:
    dates = rows[0][0].dates
    return {
        "when": days_text(dates) if dates else "No date",
        # Of several possible days no single figure of ours is the one to stand beside.
        "own": list(own(date.fromisoformat(dates[0]))) if len(dates) == 1 else [],
        "things": [
            {"name": str(thing), "rows": [row for _, row in of_thing]}
            for thing, of_thing in groupby(rows, key=lambda row: row[0])
        ],
    }


def _row(statement: Statement, agreement: Agreement, reviewed: dict[Claim, Kept]) -> dict[str, Any]:
    said = statement.said
    words: dict[str, Any] = {
        "who": statement.author,
        "says": interval(said.low, said.high),
        "may_be": interval(statement.low, statement.high) if statement.is_rounded else "",
        "clashes": _against(statement, agreement),
        "books": not isinstance(said, Claim),
        "working": "",
    }
    if not isinstance(said, Claim):
        return words
    one = reviewed[said]
    return words | {
        "counted": what_text(said),
        "state": said.state.value,
        "when": said.time.wording if said.time else "",
        "quote": " ".join(said.quote.split()),
        "stands": _stands(said),
        "review": _review(one),
        "working": one.reason if one.working else "",
    }


def _stands(said: Claim) -> str:
    """Where a figure can be looked up: a line of compiled figures, or a place in a text."""
    line = said.file.rpartition(":")[2]
    return said.file if line.isdecimal() else f"{said.file}, characters {said.span[0]} to {said.span[1]}"


def _review(one: Kept) -> str:
    when = f" {one.decided_at[:10]}" if one.decided_at else ""
    if one.mended is None:
        return f"accepted{when}"
    return f"mended{when}, read as {interval(one.claim.low, one.claim.high)} {what_text(one.claim)}"


def _against(statement: Statement, agreement: Agreement) -> list[str]:
    """Who says what cannot be true beside it, each once."""
    others = [
        clash.less if clash.more == statement else clash.more
        for clash in agreement.clashes
        if statement in (clash.more, clash.less)
    ]
    return list(dict.fromkeys(f"{_name(each)}: {interval(each.said.low, each.said.high)}" for each in others))


def _name(statement: Statement) -> str:
    return THE_BOOKS if statement.voice == THE_BOOKS else statement.author
