"""``korridor account``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from korridor.cli.arguments import JsonFlag, folder_at, moment_in
from korridor.cli.claims.beside_books import AtOption, bookkeeper_of, places_in
from korridor.cli.claims.reviewed import ClaimsOption, claims_in
from korridor.cli.say import complain, say, say_json
from korridor.cli.store import StoreArgument
from korridor.cli.wrong_input import wrong_input

if TYPE_CHECKING:
    from korridor.ledger.ledger import Ledger


class Edition(StrEnum):
    """For whom it is (X3)."""

    INTERNAL = "internal"
    PARTY = "party"
    PUBLIC = "public"


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
            metavar="ACCOUNT", help="Only what is in this account now, such as reception:ATAREB: quick."
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
    claims: ClaimsOption = None,
    at: AtOption = None,
    json: JsonFlag = False,
) -> None:
    """Is everyone there? Who left, who arrived, who is held, and how many are unexplained.

    Without --as-of the books speak of the last moment that any event does; --as-of now knows who is late since.
    With -o and --claims, what others say stands on the page, and changes no account.
    Exit status 1: counts do not agree.

    Example: korridor account books.db --leg M1
    """
    from korridor.ledger.ledger import Ledger
    from korridor.ledger.part import part_of
    from korridor.papers.account_page import account_lines, worklist_lines
    from korridor.papers.books.written import write_account

    if edition is not Edition.INTERNAL:
        if leg or place or balance or worklist:
            raise typer.BadParameter(
                "a release is of the whole books: of parts, counts under ten could be worked out",
                param_hint="'--edition'",
            )
        if claims is not None:
            raise typer.BadParameter(
                "what others say stands in the internal edition only", param_hint="'--claims'"
            )
        _release(store, as_of, known_at, output, edition, since, json)
        return
    if since is not None:
        raise typer.BadParameter("belongs to --edition party or public", param_hint="'--since'")

    places = places_in(at)
    if claims is None and places:
        raise typer.BadParameter("is of what others say; name their file with --claims", param_hint="'--at'")
    if claims is not None and output is None:
        raise typer.BadParameter("stands on the page; say where to write it with -o", param_hint="'--claims'")
    with wrong_input(json), Ledger(store, new=False) as ledger:
        kept = claims_in(claims)
        if not ledger.log.receipts:
            complain(f"{store}: nothing is recorded yet; record what happened with korridor record")
            raise typer.Exit(2)
        if balance is not None:
            _balance(ledger, store, balance, json)
            return
        try:
            found = part_of(ledger.account(as_of, known_at), leg=leg, place=place)
        except ValueError as error:
            complain(f"{store}: {error}")
            raise typer.Exit(2) from None
        party = None if kept is None else bookkeeper_of(ledger, store, places, known_at, as_of)
    files = () if output is None else write_account(found, folder_at(output), kept, party)
    if json:
        say_json(found.as_json() | ({"files": [str(file) for file in files]} if files else {}))
    else:
        say(worklist_lines(found) if worklist else account_lines(found))
        say(str(file) for file in files)
    if not found.counts_agree:
        raise typer.Exit(1)


def _balance(ledger: Ledger, store: str, account: str, json: bool) -> None:
    from korridor.papers.account_page import balance_lines

    rows = ledger.balance(account)
    if not rows:
        complain(
            f"{store}: nothing was ever posted to {account!r}; korridor account {store} lists the accounts"
        )
        raise typer.Exit(2)
    if json:
        say_json({"accounts": [row.as_json() for row in rows]})
    else:
        say(balance_lines(rows))


def _release(
    store: str,
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

    with wrong_input(json), Ledger(store, new=False) as ledger:
        if not ledger.log.receipts:
            complain(f"{store}: nothing is recorded yet; record what happened with korridor record")
            raise typer.Exit(2)
        before = read_release(since) if since is not None else None
        account, release = ledger.release(as_of, known_at, before=before)
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
