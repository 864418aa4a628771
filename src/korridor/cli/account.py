"""``korridor account``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from korridor.cli.arguments import JsonFlag, folder_at
from korridor.cli.erase import id_in
from korridor.cli.reader import (
    OrganisationOption,
    PostOption,
    PurposeOption,
    reader_of,
    say_if_missed,
)
from korridor.cli.say import complain, say, say_json
from korridor.cli.store import StoreArgument
from korridor.cli.wrong_input import wrong_input

if TYPE_CHECKING:
    from korridor.ledger.ledger import Ledger
    from korridor.ledger.reader import Reader

NOW = "now"


class Edition(StrEnum):
    """For whom it is (X3)."""

    INTERNAL = "internal"
    PARTY = "party"
    PUBLIC = "public"


def moment_in(text: str) -> str:
    """Read an instant, or ``now``."""
    from datetime import UTC, datetime

    from korridor.operation.units import parse_instant

    if text == NOW:
        return datetime.now(UTC).isoformat(timespec="seconds")
    try:
        parse_instant(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    return text


def account(
    store: StoreArgument,
    leg: Annotated[
        str | None, typer.Option("--leg", "--convoy", metavar="MOVEMENT", help="Only this leg, or convoy.")
    ] = None,
    place: Annotated[
        str | None, typer.Option(metavar="PLACE", help="Only the accounts of this place.")
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            parser=moment_in, metavar="TIME", help="As of now, or a moment such as 2016-12-15T18:00+02:00."
        ),
    ] = None,
    known_at: Annotated[
        str | None,
        typer.Option(parser=moment_in, metavar="TIME", help="From what had been recorded by this moment."),
    ] = None,
    balance: Annotated[
        str | None,
        typer.Option(
            metavar="ACCOUNT", help="Only what is in this account, such as reception:ATAREB: quick."
        ),
    ] = None,
    worklist: Annotated[
        bool,
        typer.Option("--worklist", help="Only what is unexplained or due: the oldest and largest first."),
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="DIR", help="Write the pages and the picture there, to print."
        ),
    ] = None,
    edition: Annotated[
        Edition,
        typer.Option(help="For whom: your own staff, the parties to the agreement, or everybody."),
    ] = Edition.INTERNAL,
    since: Annotated[
        Path | None,
        typer.Option(
            metavar="RELEASE", help="Of party and public: the release.json given out last; always name it."
        ),
    ] = None,
    note: Annotated[
        list[str] | None,
        typer.Option(
            parser=id_in,
            metavar="EVENT",
            help="Only the note of this event; may be given again. Takes --post, --organisation and --for.",
        ),
    ] = None,
    reads: Annotated[
        bool, typer.Option("--reads", help="Only who read this store: when, which part, and what for.")
    ] = False,
    post: PostOption = None,
    organisation: OrganisationOption = None,
    purpose: PurposeOption = None,
    json: JsonFlag = False,
) -> None:
    """Is everyone there? Who left, who arrived, who is held, and how many are unexplained.

    Without --as-of the books speak of the last moment that any event does; --as-of now knows who is late since.
    Exit status 1: counts do not agree.

    Example: korridor account books.db --leg M1
    """
    from korridor.ledger.ledger import Ledger
    from korridor.papers.account_page import account_lines, worklist_lines
    from korridor.papers.books.written import write_account

    reader = reader_of(post, organisation, purpose)
    if edition is not Edition.INTERNAL:
        if leg or place or balance or worklist or note or reads:
            raise typer.BadParameter(
                "a release is of the whole books: of parts, counts under ten could be worked out",
                param_hint="'--edition'",
            )
        _release(store, reader, as_of, known_at, output, edition, since, json)
        return
    if since is not None:
        raise typer.BadParameter("belongs to --edition party or public", param_hint="'--since'")

    if note and not reader.says_all:
        raise typer.BadParameter(
            "notes may say who somebody is: say who reads them and what for, with --post, --organisation and --for",
            param_hint="'--note'",
        )
    with wrong_input(json), Ledger(store, new=False, reader=reader) as ledger:
        if reads:
            _reads(ledger, json)
            return
        _not_empty(ledger, store)
        if note:
            _notes(ledger, note, json)
            return
        if balance is not None:
            _balance(ledger, store, balance, as_of, known_at, json)
            return
        try:
            found = ledger.account(as_of, known_at, leg=leg, place=place)
        except ValueError as error:
            complain(f"{store}: {error}")
            raise typer.Exit(2) from None
        say_if_missed(ledger, store)
    files = () if output is None else write_account(found, folder_at(output))
    if json:
        say_json(found.as_json() | ({"files": [str(file) for file in files]} if files else {}))
    else:
        say(worklist_lines(found) if worklist else account_lines(found))
        say(str(file) for file in files)
    if not found.counts_agree:
        raise typer.Exit(1)


def _not_empty(ledger: Ledger, store: str) -> None:
    if not ledger.log.receipts:
        complain(f"{store}: nothing is recorded yet; record what happened with korridor record")
        raise typer.Exit(2)


def _reads(ledger: Ledger, json: bool) -> None:
    from korridor.papers.books.read_lines import read_lines

    found = ledger.reads.all()
    if json:
        say_json({"reads": [read.as_json() for read in found]})
    else:
        say(read_lines(found))


def _notes(ledger: Ledger, ids: list[str], json: bool) -> None:
    found = ledger.notes_at(ids)
    if json:
        say_json({"notes": found})
    else:
        say(f"{name}  {text}" for name, text in found.items())
    if missing := [name for name in ids if name not in found]:
        complain(f"{', '.join(missing)}: no note, or it was erased")
        raise typer.Exit(1)


def _balance(
    ledger: Ledger, store: str, account: str, as_of: str | None, known_at: str | None, json: bool
) -> None:
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


def _release(
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
        _not_empty(ledger, store)
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
