"""``korridor account``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from korridor.cli.account_parts import (
    Edition,
    not_empty,
    show_balance,
    show_notes,
    show_reads,
    show_release,
)
from korridor.cli.arguments import JsonFlag, folder_at, moment_in
from korridor.cli.claims.beside_books import AtOption, bookkeeper_of, places_in
from korridor.cli.claims.reviewed import ClaimsOption, claims_in
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
    from korridor.papers.account_page import account_lines, worklist_lines
    from korridor.papers.books.written import write_account

    reader = reader_of(post, organisation, purpose)
    if edition is not Edition.INTERNAL:
        if leg or place or balance or worklist or note or reads:
            raise typer.BadParameter(
                "a release is of the whole books: of parts, counts under ten could be worked out",
                param_hint="'--edition'",
            )
        if claims is not None:
            raise typer.BadParameter(
                "what others say stands in the internal edition only", param_hint="'--claims'"
            )
        show_release(store, reader, as_of, known_at, output, edition, since, json)
        return
    if since is not None:
        raise typer.BadParameter("belongs to --edition party or public", param_hint="'--since'")

    places = places_in(at)
    if claims is None and places:
        raise typer.BadParameter("is of what others say; name their file with --claims", param_hint="'--at'")
    if claims is not None and output is None:
        raise typer.BadParameter("stands on the page; say where to write it with -o", param_hint="'--claims'")
    if note and not reader.says_all:
        raise typer.BadParameter(
            "notes may say who somebody is: say who reads them and what for, with --post, --organisation and --for",
            param_hint="'--note'",
        )
    with wrong_input(json), Ledger(store, new=False, reader=reader) as ledger:
        kept = claims_in(claims)
        if reads:
            show_reads(ledger, json)
            return
        not_empty(ledger, store)
        if note:
            show_notes(ledger, note, json)
            return
        if balance is not None:
            show_balance(ledger, store, balance, as_of, known_at, json)
            return
        try:
            found = ledger.account(as_of, known_at, leg=leg, place=place)
        except ValueError as error:
            complain(f"{store}: {error}")
            raise typer.Exit(2) from None
        say_if_missed(ledger, store)
        party = None if kept is None else bookkeeper_of(ledger, store, places, known_at, as_of)
    files = () if output is None else write_account(found, folder_at(output), kept, party)
    if json:
        say_json(found.as_json() | ({"files": [str(file) for file in files]} if files else {}))
    else:
        say(worklist_lines(found) if worklist else account_lines(found))
        say(str(file) for file in files)
    if not found.counts_agree:
        raise typer.Exit(1)
