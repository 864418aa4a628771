"""The books beside claims, as options of a command, and how they are opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from korridor.cli.arguments import moment_in
from korridor.cli.say import complain

if TYPE_CHECKING:
    from korridor.claims.agreement.books import Bookkeeper
    from korridor.ledger.ledger import Ledger

BooksOption = Annotated[
    str | None, typer.Option("--books", metavar="STORE", help="The books of the ledger as one more party.")
]
AtOption = Annotated[
    list[str] | None,
    typer.Option(
        "--at",
        metavar="[NOUN@]PLACE=ACCOUNT",
        help="What a place of the claims is in the books: 'eastern Aleppo=AMIRIYA+SUKKARI'. May stand several times.",
    ),
]
KnownAtOption = Annotated[
    str | None,
    typer.Option(
        "--known-at",
        parser=moment_in,
        metavar="TIME",
        help="From what the books had recorded by this moment.",
    ),
]


def places_in(said: list[str] | None) -> dict[str, str]:
    """Read ``PLACE=ACCOUNT`` of each option."""
    found = {}
    for each in said or ():
        place, equals, account = each.rpartition("=")
        if not equals or not account.strip():
            raise typer.BadParameter(
                f"{each!r} is not PLACE=ACCOUNT; write for example 'eastern Aleppo=EAST-ALEPPO'",
                param_hint="'--at'",
            )
        found[place.strip()] = account.strip()
    return found


def books_at(store: str | None, at: list[str] | None, known_at: str | None) -> Bookkeeper | None:
    """Open the books, which must be there; ``None`` where none are named.

    Raises
    ------
    korridor.operation.fault.Faults
        If the store cannot be opened.
    """
    places = places_in(at)
    if store is None:
        if places or known_at is not None:
            raise typer.BadParameter("--at and --known-at are of --books; name the store, too")
        return None
    from korridor.ledger.ledger import Ledger

    with Ledger(store, new=False) as ledger:
        if not ledger.log.receipts:
            complain(f"{store}: nothing is recorded yet; record what happened with korridor record")
            raise typer.Exit(2)
        return bookkeeper_of(ledger, store, places, known_at)


def bookkeeper_of(
    ledger: Ledger, store: str, places: dict[str, str], known_at: str | None, as_of: str | None = None
) -> Bookkeeper:
    """Let books that are open answer; an account that they do not have is a wrong call."""
    import korridor

    try:
        return korridor.bookkeeper(ledger, at=places, known_at=known_at, as_of=as_of)
    except ValueError as error:
        raise typer.BadParameter(f"{store}: {error}", param_hint="'--at'") from None
