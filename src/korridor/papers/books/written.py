"""``korridor account -o``: the books as pages to print, the picture, and the same as a document."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup

from korridor.claims.agreement.books import Bookkeeper
from korridor.claims.kept.kept import Kept
from korridor.ledger.account import NOT_THE_SAME_PEOPLE, Account
from korridor.ledger.part import part_of
from korridor.papers.account_page import (
    beside_line,
    differed_line,
    held_line,
    leg_line,
    row_line,
    task_line,
    verdict,
)
from korridor.papers.page import page
from korridor.papers.reported.section import reported_section
from korridor.papers.word import without_the_word_in
from korridor.pictures.flow_chart import flow_chart
from korridor.pictures.render import png, svg
from korridor.pictures.specification import Specification
from korridor.version import __version__
from korridor.whole import write_whole

ACCOUNT, LEGS, WORKLIST, FLOW = "account", "legs", "worklist", "flow"


def write_account(
    account: Account,
    folder: str | Path,
    claims: Sequence[Kept] | None = None,
    books: Bookkeeper | None = None,
) -> tuple[Path, ...]:
    """Write the internal edition of the books, whole or not at all.

    ``account.html`` has the picture, the legs and where people are; ``legs.html`` a sheet for each leg; ``worklist.html`` what is
    to be found out, with room to write; ``flow.svg`` and ``flow.png`` the picture, ``account.json`` everything.

    Parameters
    ----------
    account : Account
        Or a part of it.
    folder : str or Path
        Made if it does not exist; files of these names in it are replaced.
    claims : sequence of Kept, optional
        What others say; those that a person accepted stand in ``account.html``, and change no account.
    books : Bookkeeper, optional
        These books, to stand beside what others say.

    Raises
    ------
    OSError
        Where the folder cannot be written to.
    """
    drawn = flow_chart(account)
    words = _words(account)
    said = {"reported": None if claims is None else reported_section(claims, books)}
    document = without_the_word_in(account.as_json())
    return write_whole(
        Path(folder),
        {
            f"{ACCOUNT}.html": page("account.html", words | _books(account, drawn) | said, css="account.css"),
            f"{LEGS}.html": page("legs.html", words | {"sheets": _sheets(account)}, css="account.css"),
            f"{WORKLIST}.html": page("worklist.html", words | {"tasks": _tasks(account)}, css="account.css"),
            f"{FLOW}.svg": svg(drawn),
            f"{FLOW}.png": png(drawn),
            f"{ACCOUNT}.json": json.dumps(document, indent=2, ensure_ascii=False) + "\n",
        },
    )


def _words(account: Account) -> dict[str, Any]:
    """Return what all three pages say alike."""
    return {
        "operation": {"name": "The books"},
        "verdict": verdict(account),
        "same_people": NOT_THE_SAME_PEOPLE,
        "version": __version__,
    }


def _books(account: Account, drawn: Specification) -> dict[str, Any]:
    return {
        "account": account,
        # Drawn by ourselves: its texts are escaped there.
        "picture": Markup(svg(drawn)),
        "rows": [
            row_line(account, row)
            for row in account.accounts
            if row.scheme is None and (row.low, row.high) != (0, 0)
        ],
        "held": [held_line(held, account.as_of) for held in account.held],
        "differed": [differed_line(each) for each in account.differed],
        "beside": [beside_line(each, account.as_of) for each in account.beside],
        "tasks": _tasks(account),
    }


def _sheets(account: Account) -> list[dict[str, Any]]:
    found = []
    for leg in account.legs:
        part = part_of(account, leg=leg.leg)
        own = f"aboard:{leg.leg}"
        found.append(
            {
                "leg": leg,
                "says": leg_line(leg, account.as_of),
                "from": [each for each in part.streams if each.target == own],
                "to": [each for each in part.streams if each.source == own],
                "aboard": [row_line(part, row) for row in part.accounts if row.scheme is None],
                "differed": [
                    differed_line(each)
                    for each in account.differed
                    if each.about == own or each.about.startswith(f"{own}/")
                ],
                "tasks": _tasks(part),
            }
        )
    return found


def _tasks(account: Account) -> list[dict[str, Any]]:
    return [{"red": task.red, "says": task_line(task, account.as_of)} for task in account.worklist]
