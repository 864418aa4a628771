"""``korridor account``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from korridor.cli.arguments import JsonFlag
from korridor.cli.say import complain, say, say_json
from korridor.cli.store import StoreArgument
from korridor.cli.wrong_input import wrong_input

if TYPE_CHECKING:
    from korridor.ledger.ledger import Ledger

NOW = "now"


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
            metavar="ACCOUNT", help="Only what is in this account now, such as reception:ATAREB: quick."
        ),
    ] = None,
    worklist: Annotated[
        bool,
        typer.Option("--worklist", help="Only what is unexplained or due: the oldest and largest first."),
    ] = False,
    json: JsonFlag = False,
) -> None:
    """Is everyone there? Who left, who arrived, who is held, and how many are unexplained.

    Without --as-of the books speak of the last moment that any event does; --as-of now knows who is late since.
    Exit status 1: counts do not agree.

    Example: korridor account books.db --leg M1
    """
    from korridor.ledger.account_words import account_words, worklist_words
    from korridor.ledger.ledger import Ledger
    from korridor.ledger.part import part_of

    with wrong_input(json), Ledger(store, new=False) as ledger:
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
    if json:
        say_json(found.as_json())
    else:
        say(worklist_words(found) if worklist else account_words(found))
    if not found.counts_agree:
        raise typer.Exit(1)


def _balance(ledger: Ledger, store: str, account: str, json: bool) -> None:
    from korridor.ledger.account_words import balance_words

    rows = ledger.balance(account)
    if not rows:
        complain(
            f"{store}: nothing was ever posted to {account!r}; korridor account {store} lists the accounts"
        )
        raise typer.Exit(2)
    if json:
        say_json({"accounts": [row.as_json() for row in rows]})
    else:
        say(balance_words(rows))
