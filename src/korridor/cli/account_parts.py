"""What ``korridor account`` shows instead of the whole books: one account, notes, who read it, a release."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from korridor.cli.arguments import folder_at
from korridor.cli.reader import say_if_missed
from korridor.cli.say import complain, say, say_json
from korridor.cli.wrong_input import wrong_input

if TYPE_CHECKING:
    from korridor.ledger.ledger import Ledger
    from korridor.ledger.reader import Reader


class Edition(StrEnum):
    """For whom it is (X3)."""

    INTERNAL = "internal"
    PARTY = "party"
    PUBLIC = "public"


def not_empty(ledger: Ledger, store: str) -> None:
    """End where there is nothing to show."""
    if not ledger.log.receipts:
        complain(f"{store}: nothing is recorded yet; record what happened with korridor record")
        raise typer.Exit(2)


def show_reads(ledger: Ledger, json: bool) -> None:
    """Show who read a store."""
    from korridor.papers.books.read_lines import read_lines

    found = ledger.reads.all()
    if json:
        say_json({"reads": [read.as_json() for read in found]})
    else:
        say(read_lines(found))


def show_notes(ledger: Ledger, ids: list[str], json: bool) -> None:
    """Show notes; exit status 1 where one of them is not there."""
    found = ledger.notes_at(ids)
    if json:
        say_json({"notes": found})
    else:
        say(f"{name}  {text}" for name, text in found.items())
    if missing := [name for name in ids if name not in found]:
        complain(f"{', '.join(missing)}: no note, or it was erased")
        raise typer.Exit(1)


def show_balance(
    ledger: Ledger, store: str, account: str, as_of: str | None, known_at: str | None, json: bool
) -> None:
    """Show what is in one account."""
    from korridor.papers.account_page import balance_lines

    rows = ledger.balance(account, as_of, known_at)
    if not rows:
        by_then = "ever" if as_of is None and known_at is None else "yet"
        complain(
            f"{store}: nothing was {by_then} posted to {account!r}; korridor account {store} lists the accounts"
        )
        raise typer.Exit(2)
    say_if_missed(ledger, store)
    if json:
        say_json({"accounts": [row.as_json() for row in rows]})
    else:
        say(balance_lines(rows))


def show_release(
    store: str,
    reader: Reader,
    as_of: str | None,
    known_at: str | None,
    output: Path | None,
    edition: Edition,
    since: Path | None,
    json: bool,
) -> None:
    """Show what may leave the house; with a folder, write it."""
    from korridor.ledger.ledger import Ledger
    from korridor.ledger.released.release import read_release
    from korridor.papers.books.release_page import release_lines, write_release

    with wrong_input(json), Ledger(store, new=False, reader=reader) as ledger:
        not_empty(ledger, store)
        before = read_release(since) if since is not None else None
        account, release = ledger.release(as_of, known_at, before=before)
        say_if_missed(ledger, store)
    party = account if edition is Edition.PARTY else None
    files = () if output is None else write_release(release, folder_at(output), party)
    if json:
        document = release.model_dump(mode="json") | {"edition": edition.value}
        say_json(document | {"files": [str(file) for file in files]})
    else:
        say(release_lines(release))
        say(str(file) for file in files)
    if not release.counts_agree:
        raise typer.Exit(1)
